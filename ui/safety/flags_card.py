"""The marks of a case and what is done with them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.safety import FlagDraft, FlagLevel, FlagRow, SafetyState
from ui.context import AppContext
from ui.runtime.shortcuts import written
from ui.safety.argument import SafetyArgument
from ui.safety.flag_line import FlagLine
from ui.safety.flag_sheets import RaiseSheet, ShortSheet
from ui.safety.flag_works import FlagWorks, present_in
from ui.safety.reveal import KEY
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card, Line
from ui.widgets.choice_edit import Choice
from ui.widgets.labels import Words


class FlagsCard(Card):
    """`changed` after every stored change. An imminent mark leads to the page of its steps at once (P-11)."""

    changed = Signal()

    def __init__(self, context: AppContext, case_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context, self._case_id = context, case_id
        self._state: SafetyState | None = None
        self._kinds: Sequence[Choice] = ()
        self._levels: Sequence[Choice] = ()
        self._works = FlagWorks(self, context)
        self._works.stored.connect(self.changed)
        self.set_title(self.tr("Marks"))
        self.set_aside(self.tr("{key} held shows the words").format(key=written(KEY)))
        self.raise_button = LinkButton(self.tr("New mark"), "plus")
        self.raise_button.clicked.connect(self.open_raise)
        self.header.addWidget(self.raise_button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        self.add(self._rows)

    def show_state(self, state: SafetyState, kinds: Sequence[Choice], levels: Sequence[Choice]) -> None:
        self._state, self._kinds, self._levels = state, kinds, levels
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for place, flag in enumerate(state.flags):
            if place:
                self._rows.addWidget(Line())
            line = FlagLine(flag, self._now)
            line.wanted.connect(self._on_wanted)
            self._rows.addWidget(line)
        if not state.flags:
            self._rows.addWidget(Words(self.tr("No mark is open."), "quiet"))

    def lines(self) -> tuple[FlagLine, ...]:
        return tuple(self.findChildren(FlagLine))

    def open_raise(self) -> None:
        """The sheet for a new mark."""
        state = self._state
        if state is None:
            return
        persons = [Choice(party.person_id.hex, party.name) for party in state.parties]
        sheet = RaiseSheet(self, persons, self._kinds, self._levels, self._now())
        sheet.submitted.connect(lambda: self._raise(sheet))
        sheet.kept_about = state.case_id.hex
        sheet.open_sheet()

    def _now(self) -> datetime:
        return self._context.services.uow.clock.now()

    def _on_wanted(self, action: str, flag: FlagRow) -> None:
        self._works.do(action, flag)

    def _raise(self, sheet: RaiseSheet) -> None:
        values = sheet.form.values()
        missing = {key: self.tr("Choose one.") for key in ("person_id", "kind") if not values[key]}
        if missing:
            sheet.form.set_errors(missing)
            return
        if not sheet.form.check():
            return
        person_id, level = UUID(values["person_id"]), FlagLevel(values["level"] or FlagLevel.HIGH.value)
        draft = FlagDraft(self._case_id, person_id, values["kind"], level, values["known_at"], values["note"])
        safety, actor = self._context.services.safety, self._context.actor

        def stored(_flag_id: UUID) -> None:
            self._on_stored(sheet)
            if level is FlagLevel.IMMINENT:
                self._context.navigate("danger", SafetyArgument(self._case_id, person_id))

        self._context.lanes.write(
            self, lambda: safety.raise_flag(actor, draft), stored, lambda error: self._refused(sheet, error)
        )

    def _on_stored(self, sheet: ShortSheet) -> None:
        sheet.close_sheet()
        self._context.toasts.show(self.tr("Stored"))
        self.changed.emit()

    def _refused(self, sheet: ShortSheet, error: Exception) -> None:
        present_in(self._context, sheet, error)
