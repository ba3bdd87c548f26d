"""Who is away, who has shifts of their own, and whom to call at night (R-28)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.persian.hour_spans import format_spans
from services.persian.jalali import format_long
from services.persian.phones import format_phone
from services.working_time import AbsenceDraft, AbsenceRow, NightDraft, NightRow, Week
from ui.context import AppContext
from ui.settings.offer_moving import offer_moving
from ui.settings.section import Section
from ui.settings.week_form import WeekForm
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import EmptyState
from ui.widgets.number_edits import CodeEdit
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet
from ui.widgets.time_edit import TimeEdit


@dataclass(frozen=True, slots=True)
class _Found:
    colleagues: tuple[Choice, ...]
    absences: tuple[AbsenceRow, ...]
    nights: tuple[NightRow, ...]


class PresenceSection(Section):
    """A row is taken out by opening it; the toast puts it back."""

    right = Right.SETTINGS_MANAGE
    nouns = ("working_time", "staff")

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._colleagues: tuple[Choice, ...] = ()
        self._rows: dict[object, AbsenceRow | NightRow] = {}
        self.absences, self._no_absence, self.add_absence = self._part(
            self.tr("Who is away"),
            self.tr("Add days away"),
            self.tr("Nobody is away. Add leave and errands here: no appointment is offered then."),
            "account-off-outline",
        )
        self.nights, self._no_night, self.add_night = self._part(
            self.tr("Nights on call"),
            self.tr("Add a night"),
            self.tr("Nobody is on call. Name who answers when a night case comes in."),
            "weather-night",
        )
        card = self.card(self.tr("Shifts of colleagues"))
        card.add(
            Words(self.tr("Choose a colleague who does not work all the hours of the unit."), "quiet", wrap=True)
        )
        self.shifts = RowList(fits=True, dense=True)
        self.shifts.setAccessibleName(self.tr("Shifts of colleagues"))
        self.shifts.opened.connect(self._open_shifts)
        card.add(self.shifts)
        self.add_absence.clicked.connect(lambda _checked=False: self._new_absence())
        self.add_night.clicked.connect(lambda _checked=False: self._new_night())
        self.absences.opened.connect(self._remove_absence)
        self.nights.opened.connect(self._remove_night)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("PresenceSection", "Leave, shifts, nights")

    def _part(self, title: str, add: str, none: str, icon_name: str) -> tuple[RowList, EmptyState, QuietButton]:
        card = self.card(title)
        button = QuietButton(add, "plus")
        card.header.addWidget(button)
        rows, empty = RowList(fits=True, dense=True), EmptyState(none, icon_name=icon_name)
        rows.setAccessibleName(title)
        card.add(empty)
        card.add(rows)
        return rows, empty, button

    def load(self) -> None:
        hours, today = self.services.working_time, self.context.today()

        def read() -> _Found:
            staff = self.services.scheduling.colleagues(self.actor)
            return _Found(
                tuple(Choice(str(one.id), one.name) for one in staff),
                hours.absences(self.actor, today),
                hours.nights(self.actor, today),
            )

        self.read(read, self._show)

    def _show(self, found: _Found) -> None:
        self._colleagues = found.colleagues
        self._rows = {row.id: row for row in found.absences} | {row.id: row for row in found.nights}
        self.absences.set_rows([self._absence(row) for row in found.absences])
        self.nights.set_rows([self._night(row) for row in found.nights])
        self._no_absence.setVisible(not found.absences)
        self._no_night.setVisible(not found.nights)
        self.shifts.set_rows([Row(one.code, one.label, icon="account-circle-outline") for one in found.colleagues])

    def _absence(self, row: AbsenceRow) -> Row:
        words = format_long(row.first_on)
        if row.last_on != row.first_on:
            words = self.tr("{first} to {last}").format(first=words, last=format_long(row.last_on))
        if row.start is not None and row.end is not None:
            words = f"{words} · {format_spans([(row.start, row.end)])}"
        quiet = " · ".join(part for part in (words, row.reason) if part)
        return Row(row.id, row.staff_name, quiet, icon="account-off-outline")

    def _night(self, row: NightRow) -> Row:
        parts = (format_long(row.day), format_spans([(row.start, row.end)]), format_phone(row.phone))
        return Row(row.id, row.staff_name, " · ".join(part for part in parts if part), icon="weather-night")

    # --- days away --------------------------------------------------------------------------------------------

    def _new_absence(self) -> None:
        sheet, hours = AbsenceSheet(self, self._colleagues), self.services.working_time

        def done(_row: object) -> None:
            sheet.close_sheet()
            offer_moving(self, self.context)

        def given() -> None:
            draft = sheet.draft()
            if draft is not None:
                said, refused = self.tr("The days away are stored."), self.context.errors.into(sheet.form)
                self.write(lambda: hours.add_absence(self.actor, draft), said, done, refused)

        sheet.submitted.connect(given)
        sheet.open_sheet()

    def _remove_absence(self, key: object) -> None:
        row, hours = self._rows[key], self.services.working_time
        assert isinstance(row, AbsenceRow)
        back = AbsenceDraft(row.staff_id, row.first_on, row.last_on, row.start, row.end, row.reason)

        def undo() -> None:
            self.write(lambda: hours.add_absence(self.actor, back), self.tr("As before."))

        self.context.lanes.write(
            self,
            lambda: hours.remove_absence(self.actor, row.id, row.version),
            lambda _none: self.context.toasts.show(
                self.tr("{who} comes after all.").format(who=row.staff_name), undo
            ),
        )

    # --- nights -----------------------------------------------------------------------------------------------

    def _new_night(self) -> None:
        sheet, hours = NightSheet(self, self._colleagues), self.services.working_time

        def given() -> None:
            draft = sheet.draft()
            if draft is not None:
                said, refused = self.tr("The night is stored."), self.context.errors.into(sheet.form)
                close = lambda _row: sheet.close_sheet()  # noqa: E731
                self.write(lambda: hours.add_night(self.actor, draft), said, close, refused)

        sheet.submitted.connect(given)
        sheet.open_sheet()

    def _remove_night(self, key: object) -> None:
        row, hours = self._rows[key], self.services.working_time
        assert isinstance(row, NightRow)
        back = NightDraft(row.staff_id, row.day, row.start, row.end, row.phone)

        def undo() -> None:
            self.write(lambda: hours.add_night(self.actor, back), self.tr("As before."))

        self.context.lanes.write(
            self,
            lambda: hours.remove_night(self.actor, row.id, row.version),
            lambda _none: self.context.toasts.show(self.tr("The night is taken out."), undo),
        )

    # --- shifts -----------------------------------------------------------------------------------------------

    def _open_shifts(self, key: object) -> None:
        hours, staff_id = self.services.working_time, UUID(str(key))
        name = next(one.label for one in self._colleagues if one.code == str(key))

        def show(week: Week) -> None:
            sheet = ShiftSheet(self, name, week)

            def given() -> None:
                if sheet.week.check():
                    bands = sheet.week.bands()
                    said, refused = self.tr("The shifts are stored."), self.context.errors.into(sheet.week)
                    close = lambda _week: sheet.close_sheet()  # noqa: E731
                    self.write(lambda: hours.set_week(self.actor, bands, staff_id), said, close, refused)

            sheet.submitted.connect(given)
            sheet.open_sheet()

        self.context.lanes.read(self, lambda: hours.week(self.actor, staff_id), show)


class AbsenceSheet(Sheet):
    """Who, from when to when, and why."""

    def __init__(self, window: QWidget, colleagues: tuple[Choice, ...]) -> None:
        super().__init__(window, "", "", width=520)
        self.kept_about = ""
        self.set_title(self.tr("Add days away"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.form = FormGrid(2)
        self.form.add("staff_id", Field(self.tr("Colleague"), ChoiceEdit(colleagues), required=True), 2)
        self.form.add("first_on", Field(self.tr("First day"), JalaliDateEdit(), required=True))
        self.form.add("last_on", Field(self.tr("Last day"), JalaliDateEdit(), self.tr("empty: that day alone")))
        hint = self.tr("empty: the whole day")
        self.form.add("start", Field(self.tr("From the hour"), TimeEdit(), hint))
        self.form.add("end", Field(self.tr("To the hour"), TimeEdit()))
        self.form.add("reason", Field(self.tr("Reason"), TextEdit1()), 2)
        self.body.addWidget(self.form)

    def draft(self) -> AbsenceDraft | None:
        """What is typed; None where something is missing, which the form then says."""
        values = _filled(self.form, ("staff_id", "first_on"), self.tr("Fill this in."))
        if values is None:
            return None
        return AbsenceDraft(
            UUID(values["staff_id"]),
            values["first_on"],
            values["last_on"] or values["first_on"],
            _minute(values["start"]),
            _minute(values["end"]),
            values["reason"],
        )


class NightSheet(Sheet):
    """Who answers in a night, and where."""

    def __init__(self, window: QWidget, colleagues: tuple[Choice, ...]) -> None:
        super().__init__(window, "", "", width=520)
        self.set_title(self.tr("Add a night"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.form = FormGrid(2)
        self.form.add("staff_id", Field(self.tr("Colleague"), ChoiceEdit(colleagues), required=True))
        self.form.add("day", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        self.form.add("start", Field(self.tr("From the hour"), TimeEdit(), required=True))
        self.form.add("end", Field(self.tr("To the hour"), TimeEdit(), self.tr("may be the next morning")))
        self.form.add("phone", Field(self.tr("Telephone"), CodeEdit()), 2)
        self.body.addWidget(self.form)

    def draft(self) -> NightDraft | None:
        """What is typed; None where something is missing, which the form then says."""
        values = _filled(self.form, ("staff_id", "day", "start", "end"), self.tr("Fill this in."))
        if values is None:
            return None
        start, end = _minute(values["start"]) or 0, _minute(values["end"]) or 0
        return NightDraft(UUID(values["staff_id"]), values["day"], start, end, values["phone"])


class ShiftSheet(Sheet):
    """The hours of one colleague; none at all: the unit's."""

    def __init__(self, window: QWidget, name: str, week: Week) -> None:
        super().__init__(window, name, "", width=520)
        self.main.setText(self.tr("Store"))
        self.main.show()
        words = self.tr("Leave all days empty for who works whenever the unit works.")
        self.body.addWidget(Words(words, "quiet", wrap=True))
        self.week = WeekForm()
        self.week.set_bands(week.bands)
        self.body.addWidget(self.week)


def _filled(form: FormGrid, needed: tuple[str, ...], words: str) -> dict[str, Any] | None:
    if not form.check():
        return None
    values = form.values()
    missing = {key: words for key in needed if values[key] in ("", None)}
    if missing:
        form.set_errors(missing)
        return None
    return values


def _minute(hour: Any) -> int | None:
    return None if hour is None else hour.hour * 60 + hour.minute
