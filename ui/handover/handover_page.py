"""«Handing over»: what was given and taken, and the shifts; both begin here (P-34)."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.clock import local
from services.handover import HandoverRow, HandoverState, ShiftRow
from services.persian.digits import to_persian
from services.persian.jalali import format_date, format_time
from ui.context import AppContext
from ui.handover.argument import GiveArgument
from ui.handover.handover_sheet import see_handover
from ui.handover.shift_sheet import ShiftSheet
from ui.handover.words import days_words, state_words
from ui.navigation import READING, Page
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.notices import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.sheet import open_sheet_of

_NOUNS = ("handover", "shift", "appointment", "case", "staff")
Found = tuple[tuple[HandoverRow, ...], tuple[ShiftRow, ...]]
_SHIFTS = 8


class HandoverPage(Page):
    """G gives work, T hands the shift over; Enter opens what was handed over."""

    widest = READING
    covers_itself = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.rows: tuple[HandoverRow, ...] = ()
        self.shifts: tuple[ShiftRow, ...] = ()
        self._wanted = argument if isinstance(argument, UUID) else None
        self.set_title(self.tr("Handing over"))
        self.shift = QuietButton(self.tr("Hand over the shift"), "account-clock-outline")
        self.give = PrimaryButton(self.tr("Hand over work"), "account-arrow-left-outline")
        self.shift.setToolTip(with_keys(self.tr("Hand over the shift"), "T"))
        self.give.setToolTip(with_keys(self.tr("Hand over work"), "Ctrl+Return"))
        self.shift.clicked.connect(lambda: context.navigate("shift"))
        self.give.clicked.connect(self.main_action)
        self.add_button(self.shift)
        self.add_button(self.give)
        may_give, may_shift = context.may(Right.HANDOVER_GIVE), context.may(Right.SHIFT_HANDOVER)
        self.give.setVisible(may_give)
        self.shift.setVisible(may_shift)
        self.list, self.shift_list = RowList(fits=True), RowList(fits=True)
        self.list.setAccessibleName(self.tr("Work that was handed over"))
        self.shift_list.setAccessibleName(self.tr("Shifts that were handed over"))
        self.list.opened.connect(self.open_row)
        self.shift_list.opened.connect(self.open_shift)
        self._none = EmptyState(
            self.tr("Nothing was handed over yet. «Hand over work» gives your files for an absence or for good."),
            icon_name="account-switch-outline",
        )
        self._no_shift = EmptyState(
            self.tr("No shift was handed over yet. Two colleagues sign in for it, one after the other."),
            icon_name="account-clock-outline",
        )
        for empty in (self._none, self._no_shift):
            empty.setMinimumHeight(px(130))
        self._lay(may_give=may_give, may_shift=may_shift)
        if may_shift:
            keys = Qt.ShortcutContext.WidgetWithChildrenShortcut
            key_shortcut("T", self, lambda: context.navigate("shift"), keys)
        context.bus.on(self, _NOUNS, self.refresh)

    def _lay(self, *, may_give: bool, may_shift: bool) -> None:
        works, shifts = Card(self.tr("Work of colleagues")), Card(self.tr("Shifts"))
        works.add(self.list)
        works.add(self._none)
        shifts.add(self.shift_list)
        shifts.add(self._no_shift)
        self.body.addWidget(works)
        self.body.addWidget(shifts)
        works.setVisible(may_give)
        shifts.setVisible(may_shift)
        self.body.addStretch(1)

    def activate(self, argument: Any = None) -> None:
        self._wanted = argument if isinstance(argument, UUID) else None
        self.refresh()

    def main_action(self) -> None:
        """Ctrl+Enter gives work."""
        if self.context.may(Right.HANDOVER_GIVE) and open_sheet_of(self) is None:
            self.context.navigate("hand_over", GiveArgument())

    def refresh(self) -> None:
        """Ask again; what stands here stays until the answer comes."""
        services, actor, may = self.context.services, self.context.actor, self.context.may

        def read() -> Found:
            rows = services.handovers.list(actor) if may(Right.HANDOVER_GIVE) else ()
            shifts = services.shifts.list(actor) if may(Right.SHIFT_HANDOVER) else ()
            return rows, shifts

        self.context.lanes.read(self, read, self._on_read, latest="handovers")

    def open_row(self, handover_id: object) -> None:
        """One of them, with its files and notes."""
        if any(one.id == handover_id for one in self.rows) and isinstance(handover_id, UUID):
            see_handover(self, self.context, handover_id)

    def open_shift(self, shift_id: object) -> None:
        row = next((one for one in self.shifts if one.id == shift_id), None)
        if row is not None:
            ShiftSheet(self, self.context, row).open_sheet()

    def _on_read(self, found: Found) -> None:
        self.rows, self.shifts = found
        self.list.set_rows([self._row(row) for row in self.rows])
        self.shift_list.set_rows([self._shift_row(row) for row in self.shifts[:_SHIFTS]])
        for rows, empty in ((self.list, self._none), (self.shift_list, self._no_shift)):
            rows.setVisible(bool(rows.rows()))
            empty.setVisible(not rows.rows())
        focused = self.window().focusWidget()
        if self.isVisible() and (focused is None or focused is self or not self.isAncestorOf(focused)):
            (self.list if self.rows else self.shift_list).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._wanted is not None and open_sheet_of(self) is None:
            wanted, self._wanted = self._wanted, None
            self.open_row(wanted)

    def _row(self, row: HandoverRow) -> Row:
        who = "\u060c ".join(row.receivers) or self.tr("a colleague")
        title = self.tr("{giver} to {taker}").format(giver=row.from_name, taker=who)
        files = sum(item.case_id is not None for item in row.items)
        parts = [days_words(row.kind, row.first_on, row.last_on)]
        if files:
            parts.append(self.tr("{count} files").format(count=to_persian(files)))
        parts.append(self.tr("given on {day}").format(day=format_date(local(row.at).date())))
        if row.unseen_by:
            parts.append(self.tr("not seen yet by {names}").format(names="\u060c ".join(row.unseen_by)))
        words, tone = state_words(row, self.context.today())
        icon = "account-arrow-left-outline" if row.state is HandoverState.OPEN else "account-check-outline"
        return Row(row.id, title, " · ".join(parts), words, tone, icon=icon)

    def _shift_row(self, row: ShiftRow) -> Row:
        at = local(row.at)
        title = self.tr("{giver} to {taker}").format(giver=row.given_by, taker=row.taken_by)
        lines = self.tr("{count} lines").format(count=to_persian(len(row.lists.lines)))
        return Row(
            row.id, title, lines, f"{format_date(at.date())} · {format_time(at.time())}", "quiet",
            icon="account-clock-outline",
        )  # fmt: skip
