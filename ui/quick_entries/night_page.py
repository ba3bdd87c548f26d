"""The duty officer's only page (P-26): written at night, read by the unit in the morning, never here again."""

from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from services.clock import instant, local
from services.codes.service import Code
from services.persian.hour_spans import format_spans
from services.persian.jalali import weekday_name
from services.persian.phones import format_phone
from services.quick_entries import NightDraft
from services.working_time import NightRow
from ui.context import AppContext
from ui.navigation import READING, Page
from ui.runtime.kept_form import KeptForm, clear_form
from ui.runtime.refusals import show_refusal
from ui.runtime.shortcuts import with_keys
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import OneLine, hold_numbers
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.notices import Notice
from ui.widgets.number_edits import PhoneEdit
from ui.widgets.segments import Segments
from ui.widgets.time_edit import TimeEdit

FORM = "night"


class NightPage(Page):
    """What is registered leaves the screen at once; nothing of it can be seen or searched here."""

    widest = READING
    is_interview = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._is_saving = False
        self._day_is_typed = False
        self._deeds: tuple[Code, ...] = ()
        self._stored = OneLine("", "quiet")
        self.form = FormGrid(4)
        self._numbers = Notice("", "danger", "phone-outline")
        self._numbers.hide()
        self._answering = Notice("", "information", "phone-in-talk-outline")
        self._answering.hide()
        self._save = PrimaryButton(self.tr("Register, next form"))
        self._make_fields()
        self._fill_page()
        self.kept = KeptForm(self, context, FORM, self.form)
        self.kept.stored.connect(self._on_stored)

    def activate(self, argument: Any = None) -> None:
        services, actor = self.context.services, self.context.actor
        self.context.lanes.read(self, lambda: services.working_time.answering(actor), self._on_answering)
        self.context.lanes.read(self, lambda: services.codes.all(actor, "danger_action"), self._on_deeds)

    def leave(self) -> None:
        self.kept.flush()

    def main_action(self) -> None:
        """Ctrl+Enter: register and begin the next form."""
        if self._is_saving or not self.form.check():
            return
        draft = self._draft()
        services, actor = self.context.services, self.context.actor
        self._set_saving(True)
        self.context.lanes.write(
            self,
            lambda: services.quick_entries.write_night(actor, draft),
            lambda _none: self._on_saved(),
            self._on_refused,
        )

    # --- building -------------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        danger = Segments((Choice("yes", self.tr("Yes")), Choice("no", self.tr("No"))), walks_on=True)
        line = MultilineEdit(lines=2, max_lines=5, walks_on=True)
        add = self.form.add
        hint = self.tr("As far as known; «unknown» is enough")
        add("names", Field(self.tr("Who came"), TextEdit1(), hint, required=True), 2)
        add("safe_phone", Field(self.tr("Telephone on which calling is safe"), PhoneEdit()), 2)
        add("line", Field(self.tr("What happened, in one line"), line, required=True), 4)
        add("is_danger_now", Field(self.tr("Is anybody in danger now?"), danger, required=True), 2)
        add("happened_at", Field(self.tr("At what hour"), TimeEdit(step=5)))
        add("day", Field(self.tr("Day"), JalaliDateEdit()))
        self.form.add_widget(self._numbers)
        add("actions", Field(self.tr("What was done"), MultiChoice()), 4)
        add("done_what", Field(self.tr("Anything else that was done, and with whom one spoke"), TextEdit1()), 2)
        add("done_at", Field(self.tr("Hour of what was done"), TimeEdit(step=5)))
        add("officer", Field(self.tr("Officer"), TextEdit1()))
        self.form.field("happened_at").changed.connect(self._on_hour)
        self.form.field("day").changed.connect(self._on_day)
        self.form.field("is_danger_now").changed.connect(self._on_danger)
        self.form.field("actions").changed.connect(self._on_deed)

    def _fill_page(self) -> None:
        self.set_title(self.tr("Night form"))
        self.chips.addWidget(self._stored)
        self._save.setToolTip(with_keys(self.tr("Register, next form"), "Ctrl+Return"))
        self._save.clicked.connect(self.main_action)
        self.add_button(self._save)
        self._numbers.set_sentence(self.tr("Ambulance 115 · Social emergency 123 · Patrol 110"))
        told = self.tr("The unit reads it in the morning; after registering it can't be seen here any more.")
        card = Card(self.tr("Written at night"), told)
        card.add(self.form)
        self.body.addWidget(self._answering)
        self.body.addWidget(card)
        self.body.addStretch(1)

    # --- filling --------------------------------------------------------------------------------------------

    def _on_answering(self, nights: tuple[NightRow, ...]) -> None:
        """Whom of the unit one phones for a night case (R-28)."""
        told = [self._told_of(row) for row in nights]
        self._answering.set_sentence("\n".join(told))
        self._answering.setVisible(bool(told))

    def _told_of(self, row: NightRow) -> str:
        words = self.tr("On call: {name}, {day} from {hours}")
        told = words.format(
            name=row.staff_name, day=weekday_name(row.day), hours=format_spans([(row.start, row.end)])
        )
        return " · ".join(part for part in (told, hold_numbers(format_phone(row.phone))) if part)

    def _on_deeds(self, deeds: tuple[Code, ...]) -> None:
        is_first = not self._deeds
        self._deeds = deeds
        edit = self.form.field("actions").edit
        assert isinstance(edit, MultiChoice)
        edit.set_choices([Choice(one.code, one.label) for one in deeds])
        if is_first:
            self._begin()
            self.kept.load()
        self.form.focus_first()

    def _begin(self) -> None:
        """A fresh form: now, and who sits here."""

        def fill() -> None:
            clear_form(self.form)
            self._set_day(self.context.today())
            self.form.field("happened_at").set_value(self._now().time())
            self.form.field("officer").set_value(self.context.actor.name)

        self.kept.quietly(fill)
        self._numbers.hide()
        self._stored.setText("")

    def _on_hour(self) -> None:
        """An hour that has not come yet today was yesterday's, in sight; a day that was typed stays."""
        hour, now = self.form.field("happened_at").value(), self._now()
        if hour is not None and not self._day_is_typed:
            self._set_day(now.date() - timedelta(days=1) if hour > now.time() else now.date())

    def _on_day(self) -> None:
        self._day_is_typed = True

    def _set_day(self, day: date) -> None:
        """The day that the hour says; not typed by anybody."""
        if self.form.field("day").value() != day:
            self.form.field("day").set_value(day)
        self._day_is_typed = False

    def _on_danger(self) -> None:
        self._numbers.setVisible(self.form.field("is_danger_now").value() == "yes")

    def _on_deed(self) -> None:
        """The hour of a deed is now until another is typed."""
        chosen = self.form.field("actions").value()
        did = [one for one in self._deeds if one.code in chosen and not one.does("is_none")]
        hour = self.form.field("done_at")
        if did and hour.value() is None:
            hour.set_value(self._now().time())

    # --- saving -----------------------------------------------------------------------------------------------

    def _draft(self) -> NightDraft:
        value = self._value
        happened_at = self._happened_at()
        return NightDraft(
            names=str(value("names")),
            line=str(value("line")),
            is_danger_now={"yes": True, "no": False}.get(str(value("is_danger_now"))),
            safe_phone=str(value("safe_phone")),
            actions=tuple(value("actions")),
            done_what=str(value("done_what")),
            done_at=self._done_at(happened_at),
            officer=str(value("officer")),
            happened_at=happened_at,
        )

    def _on_saved(self) -> None:
        self._set_saving(False)
        self.kept.done()
        self._begin()
        self.form.focus_first()
        self.context.toasts.show(self.tr("Registered; the unit sees it in the morning"))

    def _on_refused(self, error: Exception) -> None:
        self._set_saving(False)
        left = show_refusal(self.context, self.form, error)
        if left:
            self.context.toasts.show(left)

    def _set_saving(self, saving: bool) -> None:
        self._is_saving = saving
        self._save.setEnabled(not saving)

    def _on_stored(self) -> None:
        if self.kept.is_dirty:
            self._stored.setText(self.tr("Draft stored"))

    def _happened_at(self) -> datetime:
        day, hour, now = self._value("day"), self._value("happened_at"), self._now()
        return instant(datetime.combine(day or now.date(), hour if hour is not None else now.time()))

    def _done_at(self, happened_at: datetime) -> datetime | None:
        """On the day of what happened, or after the midnight that followed it."""
        hour = self._value("done_at")
        if hour is None:
            return None
        done = datetime.combine(local(happened_at).date(), hour)
        later = done + timedelta(days=1)
        return instant(later if done < local(happened_at) and later <= self._now() else done)

    def _now(self) -> datetime:
        return local(self.context.services.uow.clock.now()).replace(second=0, microsecond=0)

    def _value(self, key: str) -> Any:
        return self.form.field(key).value()
