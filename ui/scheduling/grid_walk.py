"""Where the arrows go on a board."""

from PySide6.QtCore import Qt

from ui.scheduling.week_layout import Board, Stop


def first_stop(board: Board, now: int) -> Stop | None:
    """Today's next appointment, today's first cell, or the first cell of all."""
    if not board.columns:
        return None
    today = next((number for number, column in enumerate(board.columns) if column.is_today), None)
    if today is None:
        return board.stops(0)[0]
    coming = [stop for stop in board.stops(today) if stop.block and stop.block.end > now]
    return coming[0] if coming else board.nearest(today, now)


def found_again(before: Stop | None, board: Board) -> Stop | None:
    """The same appointment on a board that was read anew, or the halt nearest to where it was."""
    if before is None or not board.columns:
        return None
    if before.block is not None:
        same = board.block_of(before.block.row.id)
        if same is not None:
            return Stop(same.column, same.start, same)
    return board.nearest(min(before.column, len(board.columns) - 1), before.minute)


def walked(board: Board, here: Stop, key: int) -> Stop | None:
    """Up, down, and to the end of a column; None for any other key."""
    stops = board.stops(here.column)
    if key == Qt.Key.Key_End:
        return stops[-1]
    if key not in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        return None
    at = next((number for number, stop in enumerate(stops) if stop == here), None)
    step = 1 if key == Qt.Key.Key_Down else -1
    if at is None:  # the mouse halts at quarters, the arrows at cells
        at = next((number for number, stop in enumerate(stops) if stop.minute >= here.minute), len(stops) - 1)
        step = min(step, 0) if stops[at].minute > here.minute else step
    return stops[max(0, min(at + step, len(stops) - 1))]


def sideways(board: Board, here: Stop, step: int) -> tuple[Stop | None, bool]:
    """The halt in the next column; over the edge the one to begin with on the next page, and True.

    Between appointments that stand side by side the arrows go first.
    """
    beside = [
        stop
        for stop in board.stops(here.column)
        if here.block is not None
        and stop.block is not None
        and stop.block.lane == here.block.lane + step
        and stop.block.start < here.block.end
        and here.block.start < stop.block.end
    ]
    if beside:
        return beside[0], False
    column = here.column + step
    if 0 <= column < len(board.columns):
        return board.nearest(column, here.minute), False
    return Stop(0 if step > 0 else len(board.columns) - 1, here.minute), True
