"""What changes seldom on the calendar, as one picture: grounds, lines, hours, the line of now and all blocks."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from ui.scheduling.block_paint import BlockPainter, Look, draw_line
from ui.scheduling.grid_places import EDGE, GUTTER, Places
from ui.scheduling.hatch import paint_hatch
from ui.scheduling.open_hours import off_hours
from ui.scheduling.week_layout import Column
from ui.scheduling.words import hour_words
from ui.theme.fonts import text_font
from ui.theme.theme import px, theme


def draw_board(places: Places, look: Look, ratio: float) -> QPixmap:
    """The picture of a board at its size, for a screen of that many dots a pixel."""
    size = QSizeF(places.width, places.height) * ratio
    picture = QPixmap(size.toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(theme().colours.surface))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_grounds(painter, places)
    _paint_lines(painter, places, look)
    _paint_now(painter, places, look)
    blocks = BlockPainter(painter, look)
    for block, box in places.boxes:
        if block.is_heap:
            blocks.paint_heap(box, block.rows())
        else:
            blocks.paint(box, block.row)
    painter.end()
    return picture


def paint_cell(painter: QPainter, box: QRectF, words: str, *, strong: bool) -> None:
    """An empty place with what a click or Enter would do there."""
    colours = theme().colours
    painter.setPen(QPen(QColor(colours.accent), px(2 if strong else 1), Qt.PenStyle.SolidLine))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(box, px(6), px(6))
    painter.setPen(QColor(colours.accent))
    draw_line(painter, box.adjusted(px(6), 0, -px(8), 0), words, 8.5, QFont.Weight.Medium)


def paint_ring(painter: QPainter, box: QRectF, *, strong: bool) -> None:
    """Round the appointment under the mouse or, stronger, the one that has the keyboard."""
    colours = theme().colours
    painter.setPen(QPen(QColor(colours.accent if strong else colours.text), px(2.5 if strong else 1.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    grown = 1 if strong else 0
    painter.drawRoundedRect(box.adjusted(-grown, -grown, grown, grown), px(6 + grown), px(6 + grown))


def _paint_grounds(painter: QPainter, places: Places) -> None:
    colours = theme().colours
    painter.setPen(Qt.PenStyle.NoPen)
    columns = places.board.columns
    is_week = any(not column.is_today for column in columns)
    for number, column in enumerate(columns):
        box = places.column_box(number)
        if column.is_today and is_week:
            soft = QColor(colours.accent_soft)
            soft.setAlpha(150)
            painter.fillRect(box, soft)
        if column.is_estimated:
            paint_hatch(painter, box, QColor(colours.field_line))
        _shade_off_hours(painter, places, column, box)


def _shade_off_hours(painter: QPainter, places: Places, column: Column, box: QRectF) -> None:
    shade = QColor(theme().colours.quiet_soft)
    if column.open_hours:
        shade.setAlpha(150)
    elif column.is_estimated:
        return
    board = places.board
    for begin, end in off_hours(column.open_hours, board.opens, board.closes):
        top = 0.0 if begin == board.opens else places.y_of(begin)
        bottom = places.height if end == board.closes else places.y_of(end)
        painter.fillRect(QRectF(box.left(), top, box.width(), bottom - top), shade)


def _paint_lines(painter: QPainter, places: Places, look: Look) -> None:
    colours, board = theme().colours, places.board
    line = QPen(QColor(colours.line), 1)
    half = QPen(QColor(colours.line), 1, Qt.PenStyle.DotLine)
    now = _now_pill(places, look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # straight lines; dots are slow otherwise
    for minute in range(board.opens, board.closes + 1, 30):
        y = round(places.y_of(minute))
        painter.setPen(line if minute % 60 == 0 else half)
        painter.drawLine(0, y, round(places.right), y)
        place = _hour_box(places, y)
        if minute % 60 == 0 and not (now is not None and now.intersects(place)):
            painter.setPen(QColor(colours.quiet))
            painter.setFont(text_font(8.5))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), hour_words(minute))
    painter.setPen(line)
    for number in range(len(board.columns) + 1):
        x = round(places.right - number * (places.right / max(1, len(board.columns))))
        painter.drawLine(x, 0, x, round(places.height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _hour_box(places: Places, y: float) -> QRectF:
    """Where the hours stand, at a height."""
    height = px(EDGE) * 1.9
    top = min(max(0.0, y - height / 2), places.height - height)
    return QRectF(places.right + px(3), top, px(GUTTER - 7), height)


def _now_pill(places: Places, look: Look) -> QRectF | None:
    """The place of the hour of now, where today is in sight."""
    day, minute = look.now
    board = places.board
    if not any(column.day == day for column in board.columns) or not board.opens <= minute <= board.closes:
        return None
    return _hour_box(places, places.y_of(minute))


def _paint_now(painter: QPainter, places: Places, look: Look) -> None:
    """Under the blocks: across one it would strike its words out. Its hour stands among the hours."""
    pill = _now_pill(places, look)
    if pill is None:
        return
    colours, y = theme().colours, places.y_of(look.now[1])
    numbers = [number for number, column in enumerate(places.board.columns) if column.day == look.now[0]]
    right, left = places.column_box(numbers[0]).right(), places.column_box(numbers[-1]).left()
    faint = QColor(colours.danger)
    faint.setAlpha(60)
    painter.setPen(QPen(faint, 1))
    painter.drawLine(QPointF(0.0, y), QPointF(places.right, y))
    painter.setPen(QPen(QColor(colours.danger), px(2)))
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.danger))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(QColor(colours.on_danger))
    painter.setFont(text_font(8.5, QFont.Weight.DemiBold))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), hour_words(look.now[1]))
