"""The calendar in all its views: day, month and list beside the week, the night, and an appointment in the hand."""

from collections.abc import Callable
from typing import Any

from tests.screens.booth import Booth
from tests.screens.view import View
from ui.scheduling import shown
from ui.scheduling.argument import AppointmentsArgument

Act = Callable[[Booth, Any], None]


def _calendar(view: str, name: str = "", act: Act | None = None) -> View:
    """One view of the page, today in it, and what `act` does on it."""

    def show(booth: Booth) -> Any:
        page = booth.go("appointments", AppointmentsArgument(booth.context_day(), view=view))
        page.bar.nights.setChecked(False)
        booth.settle()
        if act is not None:
            act(booth, page)
            booth.settle()
        return page

    return View(f"appointments-{name or view}", "appointments", "counsellor", show)


def _by_colleague(_booth: Booth, page: Any) -> None:
    page.bar.columns.set_value(shown.BY_COLLEAGUE)


def _with_nights(_booth: Booth, page: Any) -> None:
    page.bar.nights.setChecked(True)


def _held(booth: Booth, page: Any) -> None:
    """An appointment in the hand, over another in the same room."""
    grid = page.card.grid
    board, hand = grid.board(), grid.hand
    block = next(one for one in board.blocks if hand.movable(one))
    other = next(one for one in board.blocks if one.row.room_id == block.row.room_id and one.row.id != block.row.id)
    hand.take(block, board)
    hand.aim(hand.carry.to(other.column, other.row.start))
    booth.settle(lambda: hand.carry.verdict == "against")


CALENDAR = (
    _calendar(shown.MONTH),
    _calendar(shown.DAY),
    _calendar(shown.DAY, "day-by-colleague", _by_colleague),
    _calendar(shown.LIST),
    _calendar(shown.WEEK, "night", _with_nights),
    _calendar(shown.WEEK, "held", _held),
    _calendar(shown.WEEK, "week"),
)
