"""The calendar itself, painted from the right: days or rooms as columns, hours from the top, one block a meeting.

What changes seldom (grounds, lines, blocks) is one picture that is drawn again only when it must be; the cursor, the
line of now and what the mouse points at lie over it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from services.scheduling.shapes import AppointmentRow
from ui.scheduling.block_paint import BlockPainter, Look, block_words, draw_line
from ui.scheduling.week_layout import STEP, Block, Board, Stop
from ui.scheduling.words import case_words, day_words, hour_words, span_words
from ui.theme.fonts import text_font
from ui.theme.theme import px, theme
from ui.widgets.mark import RevealKey
from ui.widgets.walking import ENTER

GUTTER = 58
"""Width of the hours at the right edge."""

_HOUR = 46
_EDGE = 10
"""Above the first and below the last line, so that their hours can be read."""

_QUARTER = 15
_PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class WeekGrid(QWidget):
    """`opened` carries the `AppointmentRow` under Enter or a click, `cell_wanted` the column's number and the minute
    of an empty cell, `cancel_wanted` the row under Delete, `page_wanted` a step of -1 or 1, `moved` the box of the
    cursor."""

    opened = Signal(object)
    cell_wanted = Signal(int, int)
    cancel_wanted = Signal(object)
    page_wanted = Signal(int)
    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Calendar"))
        self._board: Board | None = None
        self._look: Look | None = None
        self._picture: QPixmap | None = None
        self._cursor: Stop | None = None
        self._hover: Block | None = None
        self._pointed: QPointF | None = None
        RevealKey.of_program().held.connect(self._reveal)

    # --- what is shown ----------------------------------------------------------------------------------------

    def show_board(self, board: Board, look: Look) -> None:
        """Other appointments; the cursor stays on its appointment, or near its hour."""
        before = self._cursor
        self._board, self._look, self._picture, self._hover = board, look, None, None
        self._cursor = self._found_again(before)
        self.setMinimumHeight(self.minimumSizeHint().height())
        if self._cursor is None and self.hasFocus():
            self.put_cursor(self._first_stop())
        self.update()

    def set_now(self, now: tuple[date, int]) -> None:
        """The line of now moves on."""
        if self._look is not None:
            self._look = Look(self._look.families, now[0], now, self._look.reveals)
            self._picture = None
            self.update()

    def board(self) -> Board | None:
        return self._board

    def stop(self) -> Stop | None:
        """Where the arrows stand."""
        return self._cursor

    def put_cursor(self, stop: Stop | None) -> None:
        self._cursor = stop
        words = self.words_of(stop)
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        if stop is not None:
            self.moved.emit(self.box_of(stop))
        self.update()

    def put_cursor_on(self, appointment_id: object) -> None:
        """Make an appointment current, if it is in sight."""
        if self._board is not None:
            found = next((block for block in self._board.blocks if block.row.id == appointment_id), None)
            if found is not None:
                self.put_cursor(Stop(found.column, found.row.start, found))

    def words_of(self, stop: Stop | None) -> str:
        """What a screen reader says of a halt."""
        if stop is None or self._board is None or self._look is None:
            return ""
        column = self._board.columns[stop.column]
        if stop.block is None:
            free = self.tr("{day}, {hour}: free")
            return free.format(day=column.title, hour=hour_words(stop.minute))
        row = stop.block.row
        words = "\u060c ".join(part for part in block_words(row, self._look) if part)
        return f"{column.title}\u060c {span_words(row.start, row.end)}: {words}"

    def sizeHint(self) -> QSize:
        return QSize(px(700), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        hours = self._board.minutes / 60 if self._board else 6
        return QSize(px(320), round(hours * px(_HOUR)) + 2 * px(_EDGE))

    # --- places -----------------------------------------------------------------------------------------------

    def column_box(self, number: int) -> QRectF:
        """A column from top to bottom; the first stands at the right, beside the hours."""
        count = len(self._board.columns) if self._board else 1
        width = (self.width() - px(GUTTER)) / max(1, count)
        right = self.width() - px(GUTTER) - number * width
        return QRectF(right - width, 0, width, self.height())

    def y_of(self, minute: int) -> float:
        board = self._board
        if board is None or not board.minutes:
            return 0.0
        usable = self.height() - 2 * px(_EDGE)
        return px(_EDGE) + (minute - board.opens) / board.minutes * usable

    def block_box(self, block: Block) -> QRectF:
        """The place of a block, a little apart from its neighbours."""
        board = self._board
        if board is None:
            return QRectF()
        return next(self._boxes(replace(board, blocks=(block,))))[1]

    def _boxes(self, board: Board) -> Iterator[tuple[Block, QRectF]]:
        """The places of all blocks, by a few multiplications each."""
        columns = [self.column_box(number) for number in range(len(board.columns))]
        edge, gap = px(_EDGE), px(3)
        pitch = (self.height() - 2 * edge) / max(1, board.minutes)
        for block in board.blocks:
            column, row = columns[block.column], block.row
            width = (column.width() - 2 * gap) / block.lanes
            right = column.right() - gap - block.lane * width
            top = edge + (row.start - board.opens) * pitch
            height = max(px(16), row.minutes * pitch - 2)
            yield block, QRectF(right - width + 1, top + 1, width - 2, height)

    def box_of(self, stop: Stop) -> QRectF:
        """The place of a halt: its appointment, or its cell."""
        if stop.block is not None:
            return self.block_box(stop.block)
        column = self.column_box(stop.column).adjusted(px(4), 0, -px(4), 0)
        top, bottom = self.y_of(stop.minute), self.y_of(stop.minute + STEP)
        return QRectF(column.left(), top + 1, column.width(), bottom - top - 2)

    def block_at(self, point: QPointF) -> Block | None:
        if self._board is None:
            return None
        return next((block for block, box in self._boxes(self._board) if box.contains(point)), None)

    def stop_at(self, point: QPointF) -> Stop | None:
        """The halt under a point; of an empty place the quarter of an hour."""
        if self._board is None or point.x() > self.width() - px(GUTTER):
            return None
        column = next(
            (n for n in range(len(self._board.columns)) if self.column_box(n).contains(QPointF(point.x(), 1))), None
        )
        block = self.block_at(point)
        if column is None:
            return None
        if block is not None:
            return Stop(column, block.row.start, block)
        usable = max(1, self.height() - 2 * px(_EDGE))
        minute = self._board.opens + (point.y() - px(_EDGE)) / usable * self._board.minutes
        quarter = int(minute // _QUARTER) * _QUARTER
        return Stop(column, max(self._board.opens, min(quarter, self._board.closes - _QUARTER)))

    # --- keyboard and mouse -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self._board is None:
            super().keyPressEvent(event)
        elif key in ENTER:
            self._open(self._cursor)
        elif key == Qt.Key.Key_Delete and self._cursor is not None and self._cursor.block is not None:
            self.cancel_wanted.emit(self._cursor.block.row)
        elif key in _PAGES:
            self.page_wanted.emit(_PAGES[key])
        elif not self._walk(key):
            super().keyPressEvent(event)

    def new_at_cursor(self) -> None:
        """N: a new appointment in the cell of the cursor, or when its appointment ends."""
        stop = self._cursor
        if stop is not None:
            minute = stop.block.row.end if stop.block is not None else stop.minute
            self.cell_wanted.emit(stop.column, min(minute, 1440 - _QUARTER))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._cursor is None:
            self.put_cursor(self._first_stop())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        stop = self.stop_at(event.position())
        if stop is not None and event.button() == Qt.MouseButton.LeftButton:
            self.put_cursor(stop)
            self._open(stop)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        stop = self.stop_at(event.position())
        hover = stop.block if stop else None
        self.setCursor(Qt.CursorShape.PointingHandCursor if stop is not None else Qt.CursorShape.ArrowCursor)
        if hover is not self._hover or hover is None:
            self._hover = hover
            self._pointed = event.position() if stop is not None and hover is None else None
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = self._pointed = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self.block_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(block.row) if block else "", self)
            return True
        return super().event(event)

    def _open(self, stop: Stop | None) -> None:
        if stop is None:
            return
        if stop.block is not None:
            self.opened.emit(stop.block.row)
        else:
            self.cell_wanted.emit(stop.column, stop.minute)

    def _walk(self, key: int) -> bool:
        board = self._board
        here = self._cursor or self._first_stop()
        if board is None or here is None:
            return False
        stops = board.stops(here.column)
        at = next((n for n, stop in enumerate(stops) if stop == here), None)
        if at is None:
            at = next((n for n, stop in enumerate(stops) if stop.minute >= here.minute), len(stops) - 1)
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.put_cursor(stops[max(0, min(at + step, len(stops) - 1))])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.put_cursor(stops[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk_sideways(here, 1 if key == Qt.Key.Key_Left else -1)
        else:
            return False
        return True

    def _walk_sideways(self, here: Stop, step: int) -> None:
        """To the next column, and over the edge to the next week."""
        board = self._board
        assert board is not None
        column = here.column + step
        if 0 <= column < len(board.columns):
            self.put_cursor(board.nearest(column, here.minute))
            return
        self.put_cursor(Stop(0 if step > 0 else len(board.columns) - 1, here.minute))
        self.page_wanted.emit(step)

    def _first_stop(self) -> Stop | None:
        """Today's next appointment, today's first cell, or the first cell of all."""
        board, look = self._board, self._look
        if board is None or look is None or not board.columns:
            return None
        today = next((n for n, column in enumerate(board.columns) if column.is_today), None)
        if today is None:
            return board.stops(0)[0]
        coming = [stop for stop in board.stops(today) if stop.block and stop.block.row.end > look.now[1]]
        return coming[0] if coming else board.nearest(today, look.now[1])

    def _found_again(self, before: Stop | None) -> Stop | None:
        board = self._board
        if before is None or board is None:
            return None
        if before.block is not None:
            same = next((block for block in board.blocks if block.row.id == before.block.row.id), None)
            if same is not None:
                return Stop(same.column, same.row.start, same)
        return board.nearest(min(before.column, len(board.columns) - 1), before.minute)

    def _tip(self, row: AppointmentRow) -> str:
        lines = [f"{day_words(row.day)}\u060c {span_words(row.start, row.end)}"]
        if not row.is_hidden:
            lines += [case_words(row.case_no, row.initials), row.type_label]
        return "\n".join(part for part in (*lines, row.room_name, "\u060c ".join(row.staff_names)) if part)

    def _reveal(self, held: bool) -> None:
        if self._look is not None and self.isVisible():
            self._look = Look(self._look.families, self._look.today, self._look.now, held)
            self._picture = None
            self.update()

    # --- painting ---------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._picture = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._board is None or self._look is None:
            return
        if self._picture is None:
            self._picture = self._draw_picture(self._board, self._look)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        self._paint_pointed(painter)
        self._paint_now(painter, self._board, self._look)
        self._paint_cursor(painter)

    def _draw_picture(self, board: Board, look: Look) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(theme().colours.surface))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grounds(painter, board)
        self._paint_lines(painter, board)
        blocks = BlockPainter(painter, look)
        for block, box in self._boxes(board):
            blocks.paint(box, block.row)
        painter.end()
        return picture

    def _paint_grounds(self, painter: QPainter, board: Board) -> None:
        colours = theme().colours
        painter.setPen(Qt.PenStyle.NoPen)
        is_week = any(not column.is_today for column in board.columns)
        for number, column in enumerate(board.columns):
            box = self.column_box(number)
            if column.is_today and is_week:
                soft = QColor(colours.accent_soft)
                soft.setAlpha(150)
                painter.fillRect(box, soft)
            if column.is_friday or (column.holiday and not column.is_estimated):
                painter.fillRect(box, QColor(colours.quiet_soft))
            elif column.is_estimated:
                _hatch(painter, box, QColor(colours.field_line))
            else:
                self._shade_off_hours(painter, board, box)

    def _shade_off_hours(self, painter: QPainter, board: Board, box: QRectF) -> None:
        shade = QColor(theme().colours.quiet_soft)
        shade.setAlpha(140)
        top, bottom = self.y_of(board.work[0]), self.y_of(board.work[1])
        if top > px(_EDGE):
            painter.fillRect(QRectF(box.left(), 0, box.width(), top), shade)
        if bottom < self.height() - px(_EDGE):
            painter.fillRect(QRectF(box.left(), bottom, box.width(), self.height() - bottom), shade)

    def _paint_lines(self, painter: QPainter, board: Board) -> None:
        colours = theme().colours
        line = QPen(QColor(colours.line), 1)
        half = QPen(QColor(colours.line), 1, Qt.PenStyle.DotLine)
        left, right = 0.0, self.width() - px(GUTTER)
        for minute in range(board.opens, board.closes + 1, 30):
            y = round(self.y_of(minute)) + 0.5
            painter.setPen(line if minute % 60 == 0 else half)
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            if minute % 60 == 0:
                box = QRectF(right + px(8), y - px(9), px(GUTTER) - px(10), px(18))
                painter.setPen(QColor(colours.quiet))
                painter.setFont(text_font(8.5))
                flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box, int(flags), hour_words(minute))
        painter.setPen(line)
        for number in range(len(board.columns) + 1):
            x = round(right - number * (right / max(1, len(board.columns)))) + 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _paint_pointed(self, painter: QPainter) -> None:
        """The quarter under the mouse, with what a click would do."""
        if self._hover is not None:
            painter.setPen(QPen(QColor(theme().colours.text), px(1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.block_box(self._hover), px(6), px(6))
            return
        stop = self.stop_at(self._pointed) if self._pointed is not None else None
        if stop is None or stop.block is not None:
            return
        self._paint_cell(painter, stop, strong=False)

    def _paint_cursor(self, painter: QPainter) -> None:
        stop = self._cursor
        if stop is None or not self.hasFocus():
            return
        if stop.block is None:
            self._paint_cell(painter, stop, strong=True)
            return
        painter.setPen(QPen(QColor(theme().colours.accent), px(2.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.block_box(stop.block).adjusted(-1, -1, 1, 1), px(7), px(7))

    def _paint_cell(self, painter: QPainter, stop: Stop, *, strong: bool) -> None:
        colours = theme().colours
        box = self.box_of(stop)
        painter.setPen(QPen(QColor(colours.accent), px(2 if strong else 1), Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(box, px(6), px(6))
        painter.setPen(QColor(colours.accent))
        words = self.tr("{hour} · new").format(hour=hour_words(stop.minute))
        draw_line(painter, box.adjusted(px(6), 0, -px(8), 0), words, 8.5, QFont.Weight.Medium)

    def _paint_now(self, painter: QPainter, board: Board, look: Look) -> None:
        today = next((n for n, column in enumerate(board.columns) if column.day == look.now[0]), None)
        if today is None or not board.opens <= look.now[1] <= board.closes:
            return
        colour, y = QColor(theme().colours.danger), self.y_of(look.now[1])
        same_day = [n for n, column in enumerate(board.columns) if column.day == look.now[0]]
        right, left = self.column_box(same_day[0]).right(), self.column_box(same_day[-1]).left()
        free = QRegion(self.rect())
        for block, box in self._boxes(board):
            if block.column in same_day:
                free -= QRegion(box.toAlignedRect())
        painter.save()
        painter.setClipRegion(free)  # across a block it would strike its words out
        painter.setPen(QPen(colour, px(2)))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.restore()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(right, y), px(5), px(5))


def _hatch(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Slanting lines: a day off that is only reckoned."""
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(colour, 1))
    x, step = box.left() - box.height(), px(9)
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += step
    painter.restore()
