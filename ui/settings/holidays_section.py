"""The days off of a year: cancelled ones, and closures that no calendar printed (R-27)."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.actor import Right
from services.persian.digits import to_persian
from services.persian.hour_spans import format_spans
from services.persian.jalali import format_long, to_jalali
from services.unit_profile import HolidayRow
from ui.context import AppContext
from ui.settings.offer_moving import offer_moving
from ui.settings.section import RowsSection
from ui.theme.theme import px
from ui.widgets.buttons import IconButton, QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import EmptyState
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet
from ui.widgets.time_edit import TimeEdit

_OWN_KINDS = ("local", "office_closure")
Closure = tuple[date, str, str, int | None, int | None]


class HolidaysSection(RowsSection[HolidayRow]):
    right = Right.SETTINGS_MANAGE
    nouns = ("holiday",)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._year = to_jalali(context.today())[0]
        self._kinds: dict[str, str] = {}
        card = self.card(self.words())
        self._year_words = Words("", "strong")
        earlier = IconButton("chevron-right", self.tr("The year before"), framed=True)
        later = IconButton("chevron-left", self.tr("The year after"), framed=True)
        earlier.clicked.connect(lambda: self._go(-1))
        later.clicked.connect(lambda: self._go(1))
        self.add = QuietButton(self.tr("Add a closure"), "plus")
        self.add.clicked.connect(self._on_add)
        years = QHBoxLayout()
        years.setSpacing(px(8))
        for widget in (earlier, self._year_words, later):
            years.addWidget(widget)
        years.addStretch(1)
        years.addWidget(self.add)
        words = self.tr("A day off warns and never blocks: the station is open. Choose a row to cancel it.")
        card.add(Words(words, "quiet", wrap=True))
        card.add(years)
        none = self.tr("No day off is known for this year.")
        self.put_list(card, EmptyState(none, icon_name="calendar-blank-outline"))

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("HolidaysSection", "Days off")

    def load(self) -> None:
        year = self._year
        self._year_words.setText(to_persian(year))

        def both() -> tuple[tuple[HolidayRow, ...], dict[str, str]]:
            kinds = self.services.codes.all(self.actor, "holiday_kind", with_inactive=True)
            return self.services.unit.holidays(self.actor, year), {code.code: code.label for code in kinds}

        self.read(both, self._show)

    def _go(self, step: int) -> None:
        self._year += step
        self.load()

    def _show(self, found: tuple[tuple[HolidayRow, ...], dict[str, str]]) -> None:
        rows, self._kinds = found
        self.show_rows(rows, self._row)

    def _row(self, row: HolidayRow) -> Row:
        chip = self.tr("cancelled") if row.is_cancelled else self._kinds.get(row.kind, "")
        tone = "quiet" if row.is_cancelled else "attention" if row.kind == "estimated" else "information"
        words = format_long(row.day)
        if row.start is not None and row.end is not None:
            words = f"{words} · {format_spans([(row.start, row.end)])}"
        return Row(row.id, row.title, words, chip, tone)

    def open_row(self, row: HolidayRow) -> None:
        unit, wanted = self.services.unit, not row.is_cancelled
        said = self.tr("The day off is cancelled.") if wanted else self.tr("The day off holds again.")

        def undo(stored: HolidayRow) -> None:
            back = self.tr("As before.")
            version = stored.version
            take_back = lambda: unit.set_cancelled(self.actor, row.id, version, is_cancelled=not wanted)  # noqa: E731
            self.context.toasts.show(said, lambda: self.write(take_back, back))

        change = lambda: unit.set_cancelled(self.actor, row.id, row.version, is_cancelled=wanted)  # noqa: E731
        self.context.lanes.write(self, change, undo)

    def _on_add(self) -> None:
        choices = [Choice(code, self._kinds.get(code, code)) for code in _OWN_KINDS]
        sheet = ClosureSheet(self, choices)

        def given() -> None:
            closure = sheet.closure()
            if closure is not None:
                day, title, kind, start, end = closure
                add = self.services.unit.add_closure
                said = self.tr("The closure is stored.")
                refused = self.context.errors.into(sheet.form)
                self.write(lambda: add(self.actor, day, title, kind, start, end), said, done, refused)

        def done(_row: object) -> None:
            sheet.close_sheet()
            offer_moving(self, self.context)

        sheet.submitted.connect(given)
        sheet.open_sheet()


class ClosureSheet(Sheet):
    """Day, words, kind and hours of a closure."""

    def __init__(self, window: QWidget, kinds: list[Choice]) -> None:
        super().__init__(window, "", "", width=480)
        self.kept_about = ""
        self.set_title(self.tr("Add a closure"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self.form = FormGrid(2)
        self.form.add("day", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        self.form.add("kind", Field(self.tr("Kind"), ChoiceEdit(kinds)))
        self.form.add("title", Field(self.tr("Occasion"), TextEdit1(), required=True), 2)
        self.form.add("start", Field(self.tr("From the hour"), TimeEdit(), self.tr("empty: the whole day")))
        self.form.add("end", Field(self.tr("To the hour"), TimeEdit()))
        self.form.set_values({"kind": kinds[-1].code})
        self.body.addWidget(self.form)

    def closure(self) -> Closure | None:
        """Day, words, kind and hours; None when something is missing or can't be read, which the form then says."""
        if not self.form.check():
            return None
        values = self.form.values()
        if values["day"] is None:
            self.form.set_errors({"day": self.tr("Fill this in.")})
            return None
        start, end = (
            None if hour is None else hour.hour * 60 + hour.minute for hour in (values["start"], values["end"])
        )
        return values["day"], values["title"], values["kind"] or _OWN_KINDS[-1], start, end
