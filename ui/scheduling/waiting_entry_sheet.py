"""Who waits for what: the people, the kind, the days and hours that would suit, how urgent it is."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.errors import StaleError
from services.persian.date_words import WEEKDAYS
from services.scheduling.clock_words import hour_of
from services.scheduling.shapes import BookingFacts
from services.scheduling.waiting_shapes import WaitingDraft, WaitingFacts
from ui.context import AppContext
from ui.runtime.kept_form import KeptForm
from ui.scheduling.words import case_words
from ui.widgets.ask import Action, ask
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.number_edits import CountEdit
from ui.widgets.sheet import Sheet
from ui.widgets.time_edit import TimeEdit

_DAY = 24 * 60


class WaitingEntrySheet(Sheet):
    """Makes an entry, or changes the one that `wanted` names. `stored`: it stands in the list."""

    stored = Signal()

    def __init__(self, window: QWidget, context: AppContext, wanted: WaitingDraft) -> None:
        super().__init__(window, "", side=True, width=560)
        self._context, self._wanted = context, wanted
        self._is_dirty = False
        self.set_title(self.tr("Waiting list"))
        self._subtitle = Words("", "quiet")
        self.main.setText(self.tr("Put on the list") if wanted.id is None else self.tr("Store"))
        self.main.setEnabled(False)
        self.main.show()
        self.form = self._form()
        for part in (self._subtitle, self.form):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.submitted.connect(self._store)
        self.form.changed.connect(self._on_changed)
        name = f"waiting:{wanted.case_id.hex}"
        self.kept = KeptForm(self, context, name, self.form) if wanted.id is None else None
        self._load()

    def _form(self) -> FormGrid:
        form = FormGrid(3)
        form.add("type", Field(self.tr("Kind of session"), ChoiceEdit(), required=True), 2)
        form.add("minutes", Field(self.tr("Minutes"), CountEdit(5, 720)))
        form.add("party_ids", Field(self.tr("Who comes?"), MultiChoice(), required=True), 3)
        form.add("staff_id", Field(self.tr("Colleague"), ChoiceEdit(), self.tr("empty: whoever is free first")), 2)
        form.add("urgency", Field(self.tr("Urgency"), ChoiceEdit(), required=True))
        days = MultiChoice(tuple(Choice(str(n), name) for n, name in enumerate(WEEKDAYS[:6])))
        form.add("weekdays", Field(self.tr("Days that suit"), days, self.tr("none ticked: any day")), 3)
        form.add("opens", Field(self.tr("From the hour"), TimeEdit()))
        form.add("closes", Field(self.tr("To the hour"), TimeEdit()))
        form.new_row()
        form.add("not_before", Field(self.tr("From the day"), JalaliDateEdit()))
        form.add("not_after", Field(self.tr("To the day"), JalaliDateEdit(), self.tr("empty: until withdrawn")), 2)
        form.add("note", Field(self.tr("Note"), TextEdit1(), self.tr("Without details; seen in lists")), 3)
        return form

    def _load(self) -> None:
        services, actor, case_id = self._context.services, self._context.actor, self._wanted.case_id
        self._context.lanes.read(
            self, lambda: (services.scheduling.facts(actor, case_id), services.waiting.facts(actor)), self._fill
        )

    def _fill(self, found: tuple[BookingFacts, WaitingFacts]) -> None:
        facts, lists = found
        self._subtitle.setText(case_words(facts.case_no, facts.initials))
        people = [Choice(str(one.party_id), one.name) for one in facts.participants]
        kinds = [Choice(code.code, code.label) for code in facts.types if code.does("who") in _WITH_FILE]

        def fill() -> None:
            self._choices("type", kinds)
            self._choices("staff_id", [Choice(str(one.id), one.name) for one in facts.colleagues])
            self._choices("urgency", [Choice(code, label) for code, label in lists.urgencies])
            edit = self.form.field("party_ids").edit
            assert isinstance(edit, MultiChoice)
            edit.set_choices(people)
            self.form.set_values(self._values_of(self._wanted, lists))

        if self.kept is not None:
            self.kept.quietly(fill)
            if not self._wanted.type:
                self.kept.load()
        else:
            fill()
        self._is_dirty = False
        self.main.setEnabled(True)
        self.form.focus_first()

    def _choices(self, key: str, choices: list[Choice]) -> None:
        edit = self.form.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices(choices)

    @staticmethod
    def _values_of(draft: WaitingDraft, lists: WaitingFacts) -> dict[str, Any]:
        whole = (draft.opens, draft.closes) == (0, _DAY)
        return {
            "type": draft.type,
            "minutes": str(draft.minutes or ""),
            "party_ids": [str(one) for one in draft.party_ids],
            "staff_id": str(draft.staff_id or ""),
            "urgency": draft.urgency or (lists.urgencies[0][0] if lists.urgencies else ""),
            "weekdays": [str(day) for day in draft.weekdays],
            "opens": None if whole else hour_of(draft.opens),
            "closes": None if whole else hour_of(draft.closes),
            "not_before": draft.not_before,
            "not_after": draft.not_after,
            "note": draft.note,
        }

    def _draft(self) -> WaitingDraft:
        values = self.form.values()
        opens, closes = values["opens"], values["closes"]
        return WaitingDraft(
            self._wanted.case_id,
            values["type"],
            tuple(UUID(one) for one in values["party_ids"]),
            int(values["minutes"]) if values["minutes"].isdecimal() else 0,
            UUID(values["staff_id"]) if values["staff_id"] else None,
            tuple(int(day) for day in values["weekdays"]),
            opens.hour * 60 + opens.minute if opens is not None else 0,
            closes.hour * 60 + closes.minute if closes is not None else _DAY,
            values["not_before"],
            values["not_after"],
            values["urgency"],
            values["note"],
            self._wanted.id,
            self._wanted.version,
        )

    def _on_changed(self) -> None:
        self._is_dirty = True

    def _store(self) -> None:
        if not self.form.check():
            return
        needed = {key: self.tr("Fill this in.") for key in ("type", "urgency") if not self.form.field(key).value()}
        if needed:
            self.form.set_errors(needed)
            return
        waiting, actor, draft = self._context.services.waiting, self._context.actor, self._draft()
        self.main.setEnabled(False)
        self._context.lanes.write(self, lambda: waiting.save(actor, draft), self._on_stored, self._refused)

    def _on_stored(self, _row: object) -> None:
        if self.kept is not None:
            self.kept.done()
        self._is_dirty = False
        self._context.toasts.show(self.tr("They stand on the waiting list."))
        self.close_sheet()
        self.stored.emit()

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError):
            self._is_dirty = False
            self.close_sheet()
        self._context.errors.present(error, self.form)

    def can_close(self) -> bool:
        if not self._is_dirty:
            return True
        answer = ask(
            self.window(),
            self.tr("Leave the waiting list?"),
            self.tr("Nothing is stored yet."),
            (
                Action("stay", self.tr("Go on"), "primary"),
                Action("discard", self.tr("Discard what was typed"), "danger"),
            ),
        )
        if answer == "discard" and self.kept is not None:
            self.kept.done()
        return answer == "discard"


_WITH_FILE = ("one_party", "both_sides")
