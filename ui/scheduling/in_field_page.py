"""Invitations of which nobody knows yet what came: with an officer, in the post, a call without an answer (P-3)."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.clock import local
from services.codes import Code
from services.persian.digits import to_persian
from services.scheduling.shapes import InFieldRow
from ui.context import AppContext
from ui.navigation import READING, Page
from ui.scheduling.attempt_sheet import ResultSheet
from ui.scheduling.words import case_words, day_words, hour_words
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.notices import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.segments import Segments

_NOUNS = ("invitation", "case", "party", "appointment")
_MINE, _ALL = "mine", "all"
_LONG = 3
Facts = tuple[tuple[InFieldRow, ...], tuple[Code, ...]]


class InFieldPage(Page):
    """The oldest first; Enter on a row writes its result down."""

    widest = READING
    covers_itself = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.rows: tuple[InFieldRow, ...] = ()
        self._results: tuple[Code, ...] = ()
        self.set_title(self.tr("Invitations without a result"))
        self.whose = Segments((Choice(_MINE, self.tr("my files")), Choice(_ALL, self.tr("all files"))))
        self.whose.setAccessibleName(self.tr("Whose files"))
        self.whose.set_value(_ALL)
        self.whose.changed.connect(self._show)
        self.chips.addWidget(self.whose)
        self.list = RowList(fits=True)
        self.list.setAccessibleName(self.tr("Invitations without a result"))
        self.list.opened.connect(self.open_result)
        self._empty = EmptyState(
            self.tr("Every invitation has its result. New ones are made in the file."),
            icon_name="email-check-outline",
        )
        self._empty.setMinimumHeight(px(160))
        self._card = Card(self.tr("Who was invited and has not answered"))
        self._card.add(self.list)
        self._card.add(self._empty)
        self.body.addWidget(self._card)
        self.body.addStretch(1)
        context.bus.on(self, _NOUNS, self.refresh)

    def activate(self, argument: Any = None) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Ask again; what stands here stays until the answer comes."""
        services, actor = self.context.services, self.context.actor

        def read() -> Facts:
            return services.scheduling.in_field(actor), services.codes.all(actor, "invitation_result")

        self.context.lanes.read(self, read, self._on_read, latest="in_field")

    def open_result(self, attempt_id: object) -> None:
        """The sheet of one; who plans no hours reads alone."""
        row = next((one for one in self.rows if one.attempt.id == attempt_id), None)
        if row is not None and isinstance(attempt_id, UUID) and self.context.may(Right.APPOINTMENT_WRITE):
            ResultSheet(self, self.context, row.attempt, self._results).open_sheet()

    def _on_read(self, facts: Facts) -> None:
        self.rows, self._results = facts
        self._show()

    def _show(self) -> None:
        shown = [row for row in self.rows if row.is_mine or self.whose.value() != _MINE]
        self.list.set_rows([self._row(row) for row in shown])
        self.list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        count = self.tr("{count} invitations").format(count=to_persian(len(shown))) if shown else ""
        self._card.set_aside(count)
        focused = self.window().focusWidget()
        if shown and self.isVisible() and (focused is None or focused is self or not self.isAncestorOf(focused)):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, row: InFieldRow) -> Row:
        attempt = row.attempt
        sent = local(attempt.at).date()
        paper = self.tr("paper {number}").format(number=to_persian(attempt.paper_no)) if attempt.paper_no else ""
        parts = (attempt.channel_label, paper, attempt.delivered_by, self._about(row))
        days = (self.context.today() - sent).days
        words = self.tr("{count} days").format(count=to_persian(days)) if days else self.tr("today")
        return Row(
            attempt.id,
            case_words(row.case_no, row.initials),
            " · ".join(part for part in parts if part),
            words,
            "attention" if days >= _LONG else "quiet",
            icon="email-fast-outline",
        )

    def _about(self, row: InFieldRow) -> str:
        if row.day is None or row.start is None:
            return ""
        words = self.tr("appointment {day}, {hour}")
        return words.format(day=day_words(row.day), hour=hour_words(row.start))
