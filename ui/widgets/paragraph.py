"""Lines of Persian text set by ourselves: a wrapped QLabel pushes every line but the last off its right edge."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption


def lay_out(
    text: str,
    font: QFont,
    width: float,
    line_height: float = 0,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
) -> tuple[QTextLayout, float]:
    """The text in lines of `width`, and its height. `line_height` 0 takes the font's own."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(align | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        pitch = line_height or line.height()
        line.setPosition(QPointF(0, top - (line.height() - pitch) / 2))
        top += pitch
    layout.endLayout()
    return layout, top
