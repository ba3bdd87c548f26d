"""Icons by name (Material Design Icons 6), coloured by tone at paint time, so that a new palette shows at once."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPixmap

from ui.theme.fonts import icon_font
from ui.theme.theme import px, theme

# Icons that point along the line of reading: drawn mirrored, because the program reads from right to left.
_ALONG_THE_LINE = frozenset({"reply-outline", "share", "undo", "redo", "logout", "login", "send", "playlist-plus"})


class _GlyphEngine(QIconEngine):
    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint_glyph(painter, QRectF(rect), self._name, colour_of(self._tone, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._tone)


def icon(name: str, tone: str = "quiet") -> QIcon:
    """The icon `name` ("account-plus", without prefix) in a tone of the palette.

    `tone`: a tone of a chip, or "text", "on_accent", "on_danger", "rail_text", "rail_quiet".
    An unknown name is a bug and raises KeyError.
    """
    icon_font()[1][name]
    return QIcon(_GlyphEngine(name, tone))


def icon_size(side: float, *, alone: bool = False) -> QSize:
    """The size to give a button: with words beside it the icon keeps a gap, which Fusion does not."""
    return QSize(px(side) if alone else px(side + 6), px(side))


def colour_of(tone: str, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    """The colour of text and icons in a tone, faded when disabled: then a filled button has lost its ground."""
    if mode != QIcon.Mode.Disabled:
        return QColor(getattr(theme().colours, tone))
    colour = QColor(getattr(theme().colours, "quiet" if tone.startswith("on_") else tone))
    colour.setAlphaF(0.45)
    return colour


def paint_glyph(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draw one icon at the right of `rect`, as large as fits; for painted widgets and delegates."""
    family, characters = icon_font()
    font = QFont(family)
    side = min(rect.width(), rect.height())
    font.setPixelSize(max(1, round(side)))
    rect = QRectF(rect.right() - side, rect.center().y() - side / 2, side, side)
    painter.save()
    if name in _ALONG_THE_LINE:
        painter.translate(2 * rect.center().x(), 0)
        painter.scale(-1, 1)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, characters[name])
    painter.restore()
