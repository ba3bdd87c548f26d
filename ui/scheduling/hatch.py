"""Slanting lines over a place: a day off that is only reckoned, a place that is refused."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme.theme import px


def paint_hatch(painter: QPainter, box: QRectF, colour: QColor, width: float = 1) -> None:
    """From the lower left to the upper right, inside `box` alone."""
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(colour, width))
    x, step = box.left() - box.height(), px(9)
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += step
    painter.restore()
