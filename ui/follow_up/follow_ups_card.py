"""The calls of a file: those to come, and what the earlier ones found."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.follow_up import FollowUpRow, FollowUpState
from ui.case.rows_card import RowsCard
from ui.follow_up.words import ICONS, due_words, tries_words
from ui.scheduling.words import day_words
from ui.widgets.row_paint import Row


class FollowUpsCard(RowsCard):
    """Hidden while there is none. `opened` carries the id of one that is still to come."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("Follow-up"))
        self.rows.setAccessibleName(self.tr("Follow-up"))
        self._due: frozenset[object] = frozenset()
        self.rows.opened.connect(self._open)
        self.hide()

    def show_follow_ups(self, rows: Sequence[FollowUpRow], today: date, *, may_ask: bool) -> None:
        """`may_ask`: the actor records calls, and the file still asks."""
        self._due = frozenset(row.id for row in rows if row.state is FollowUpState.DUE and may_ask)
        self.set_rows([_row(row, today) for row in rows])
        self.setVisible(bool(rows))

    def _open(self, key: object) -> None:
        if key in self._due:
            self.opened.emit(key)


def _row(row: FollowUpRow, today: date) -> Row:
    who = row.name or row.initials
    if row.state is FollowUpState.DUE:
        words, tone = due_words(row, today)
        return Row(row.id, row.label, _joined(who, tries_words(row)), words, tone, icon=ICONS[row.state])
    quiet = _joined(who, day_words(row.due_on), row.words, row.next_label)
    tone = "accent" if row.state is FollowUpState.DONE else "quiet"
    return Row(row.id, row.label, quiet, row.result_label or row.state_label, tone, icon=ICONS[row.state])


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
