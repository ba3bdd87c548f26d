"""«Follow-up»: whom to ask today and in the coming days, the own files first; no name on it (P-3, P-18)."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from services.follow_up import FollowUpRow
from services.persian.digits import to_persian
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.follow_up.call_sheet import CallSheet
from ui.follow_up.words import ICONS, due_words, tries_words
from ui.navigation import READING, Page
from ui.scheduling.words import case_words
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.notices import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.segments import Segments

NOUNS = ("follow_up", "case", "outcome", "party", "consent", "flag", "setting")
_MINE, _ALL = "mine", "all"


class FollowUpsPage(Page):
    """Two lists, today and later. Enter on a row opens the sheet of the call; an id as argument opens it at once."""

    widest = READING
    covers_itself = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.rows: tuple[FollowUpRow, ...] = ()
        self.set_title(self.tr("Follow-up"))
        choices = (Choice(_MINE, self.tr("my files")), Choice(_ALL, self.tr("all files")))
        self.whose = Segments(choices)
        self.whose.setAccessibleName(self.tr("Whose files"))
        self.whose.set_value(_MINE)
        self.whose.changed.connect(self._show)
        self._is_chosen = False
        self.chips.addWidget(self.whose)
        self.today, self.later = RowList(fits=True), RowList(fits=True)
        self._today_card, self._later_card = Card(self.tr("Today and before")), Card(self.tr("In the coming days"))
        self.today.setAccessibleName(self.tr("Today and before"))
        self.later.setAccessibleName(self.tr("In the coming days"))
        self._empty = EmptyState(
            self.tr("Nobody is to be asked today; calls make themselves with the outcome."),
            icon_name="phone-check-outline",
        )
        self._empty.setMinimumHeight(px(150))
        self._today_card.add(self.today)
        self._today_card.add(self._empty)
        self._later_card.add(self.later)
        self.body.addWidget(self._today_card)
        self.body.addWidget(self._later_card)
        self.body.addStretch(1)
        for rows in (self.today, self.later):
            rows.opened.connect(self.open_call)
        context.bus.on(self, NOUNS, self.refresh)

    def activate(self, argument: Any = None) -> None:
        self.refresh()
        if argument:
            self.open_call(argument if isinstance(argument, UUID) else UUID(str(argument)))

    def refresh(self) -> None:
        """Ask again; what stands here stays until the answer comes."""
        follow_ups, actor = self.context.services.follow_ups, self.context.actor
        self.context.lanes.read(self, lambda: follow_ups.due(actor), self._on_read, latest="due")

    def open_call(self, follow_up_id: object) -> None:
        """The sheet of one call; what follows opens in its file."""
        if not isinstance(follow_up_id, UUID):
            return
        sheet = CallSheet(self, self.context, follow_up_id)
        sheet.leads_to.connect(lambda way: self._lead(sheet.case_id, way))
        sheet.open_sheet()

    def _lead(self, case_id: UUID | None, way: str) -> None:
        if case_id is None:
            return
        if way == "paper":
            self.context.navigate("issue_paper", IssueArgument(case_id))
        else:
            self.context.navigate("case", CaseArgument(case_id, way))

    def _on_read(self, rows: tuple[FollowUpRow, ...]) -> None:
        self.rows = rows
        is_first, self._is_chosen = not self._is_chosen, True
        if is_first and rows and not any(row.is_mine for row in rows):
            self.whose.set_value(_ALL)  # who has no files of the own sees those of the unit
        self._show()
        if is_first and self.whose.hasFocus():
            self._first_list().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        today = self.context.today()
        shown = [row for row in self.rows if row.is_mine or self.whose.value() == _ALL]
        due = [row for row in shown if row.due_on <= today]
        later = [row for row in shown if row.due_on > today]
        self.today.set_rows([self._row(row) for row in due])
        self.later.set_rows([self._row(row) for row in later])
        self.today.setVisible(bool(due))
        self._empty.setVisible(not due)
        self._later_card.setVisible(bool(later))
        count = self.tr("{count} calls").format(count=to_persian(len(due))) if due else ""
        self._today_card.set_aside(count)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        focused = self.window().focusWidget()
        if not self.isVisible() or (focused is not None and focused is not self and not self.isAncestorOf(focused)):
            return
        rows = self._first_list()
        if rows.rows() and focused is not self.whose:
            rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_list(self) -> RowList:
        return self.today if self.today.rows() else self.later

    def _row(self, row: FollowUpRow) -> Row:
        words, tone = due_words(row, self.context.today())
        colleague = "" if row.is_mine else self.tr("a colleague's file")
        quiet = " · ".join(part for part in (row.label, tries_words(row), colleague) if part)
        return Row(row.id, case_words(row.case_no, row.initials), quiet, words, tone, icon=ICONS[row.state])
