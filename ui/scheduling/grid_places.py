"""Where on the widget the columns, hours and blocks of a board stand; reckoned once for a board and a size."""

from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from services.scheduling.rules import STEP as QUARTER
from ui.scheduling.week_layout import LEAST, STEP, Block, Board, Stop
from ui.theme.theme import px

GUTTER = 58
"""Width of the hours at the right edge."""

EDGE = 10
"""Above the first and below the last line, so that their hours can be read."""

NARROWEST = 40
"""A block that is narrower shows no whole number."""

_HANDLE = 7


class Places:
    """The geometry of one board on `width` × `height` pixels; columns stand from the right."""

    def __init__(self, board: Board, width: float, height: float) -> None:
        self.board, self.width, self.height = board, width, height
        self.right = width - px(GUTTER)
        self._column_width = self.right / max(1, len(board.columns))
        self._pitch = (height - 2 * px(EDGE)) / max(1, board.minutes)

    def column_box(self, number: int) -> QRectF:
        """A column from top to bottom; the first stands at the right, beside the hours."""
        right = self.right - number * self._column_width
        return QRectF(right - self._column_width, 0, self._column_width, self.height)

    def y_of(self, minute: float) -> float:
        return px(EDGE) + (minute - self.board.opens) * self._pitch

    def minute_at(self, y: float) -> float:
        """The minute of the day at a height, also outside the hours that are shown."""
        return self.board.opens + (y - px(EDGE)) / self._pitch

    def column_at(self, x: float) -> int | None:
        """The column at a place, None over the hours."""
        number = int((self.right - x) // self._column_width) if x <= self.right else -1
        return number if 0 <= number < len(self.board.columns) else None

    @cached_property
    def boxes(self) -> tuple[tuple[Block, QRectF], ...]:
        """Every block with its place, a little apart from its neighbours."""
        return tuple(self._boxes())

    def _boxes(self) -> Iterator[tuple[Block, QRectF]]:
        columns, gap = [self.column_box(number) for number in range(len(self.board.columns))], px(3)
        for block in self.board.blocks:
            column = columns[block.column]
            width = (column.width() - 2 * gap) / block.lanes
            right = column.right() - gap - block.lane * width
            top, bottom = self.y_of(block.start), self.y_of(block.end)
            yield block, QRectF(right - width + 1, top + 1, width - 2, bottom - top - 2)

    def block_box(self, block: Block) -> QRectF:
        return next((box for one, box in self.boxes if one is block or one == block), QRectF())

    def box_of(self, stop: Stop) -> QRectF:
        """The place of a halt: its appointment, or its cell."""
        if stop.block is not None:
            return self.block_box(stop.block)
        return self.span_box(stop.column, stop.minute, STEP)

    def span_box(self, column: int, start: int, minutes: int) -> QRectF:
        """A stretch of a column."""
        box = self.column_box(column).adjusted(px(4), 0, -px(4), 0)
        top, bottom = self.y_of(start), self.y_of(start + max(minutes, LEAST))
        return QRectF(box.left(), top + 1, box.width(), bottom - top - 2)

    def block_at(self, point: QPointF) -> Block | None:
        return next((block for block, box in self.boxes if box.contains(point)), None)

    def is_handle(self, block: Block, point: QPointF) -> bool:
        """Whether the point lies at the lower edge, where the block is drawn longer."""
        box = self.block_box(block)
        return point.y() > box.bottom() - min(px(_HANDLE), box.height() / 3)

    def stop_at(self, point: QPointF) -> Stop | None:
        """The halt under a point; of an empty place the quarter of an hour."""
        column = self.column_at(point.x())
        if column is None:
            return None
        block = self.block_at(point)
        if block is not None:
            return Stop(column, block.start, block)
        quarter = int(self.minute_at(point.y()) // QUARTER) * QUARTER
        return Stop(column, max(self.board.opens, min(quarter, self.board.closes - QUARTER)))
