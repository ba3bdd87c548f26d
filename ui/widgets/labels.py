"""Words on the screen: labels that stay on the right whatever they hold, and chips."""

import re
from collections.abc import Mapping
from math import ceil
from types import MappingProxyType

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme.palette import Tone
from ui.theme.style import set_role
from ui.widgets.paragraph import lay_out

# "Left" means leading in a right-to-left window, and a text of digits alone counts as left-to-right:
# only an absolute flag holds its side.
TO_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
TO_THE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

_DOTS = "\u2026"
_NUMBER_WITH_PARTS = (
    "\u2066[^\u2069]*+\u2069|(?<![\u2066\u06f0-\u06f9])[\u06f0-\u06f9]++(?:[-\u2013/][\u06f0-\u06f9]++)++(?!\u2069)"
)


def hold_numbers(text: str) -> str:
    """Isolate numbers with hyphens or slashes, whose parts would change places after Persian letters.

    What is isolated already stays whole. At the very beginning they keep their order by themselves, and stay as they
    are.
    """
    if "-" not in text and "/" not in text and "\u2013" not in text:
        return text
    return re.sub(_NUMBER_WITH_PARTS, _held, text)


def _held(found: re.Match[str]) -> str:
    return found[0] if found.start() == 0 or found[0][0] == "\u2066" else f"\u2066{found[0]}\u2069"


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text, cut with "…" where it is wider; a number with parts goes whole rather than in two.

    Qt cuts inside the isolate of the number, which takes the dots to its far side, and puts the marks of every
    isolate that follows behind the dots.
    """
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    if shown == text:
        return text
    kept = shown.rstrip("\u2066\u2069").removesuffix(_DOTS)
    start = kept.rfind("\u2066")
    if start <= kept.rfind("\u2069"):
        return kept + _DOTS
    return kept[:start].rstrip(" \u00b7") + _DOTS if start else kept + "\u2069" + _DOTS


class Words(QLabel):
    """A label in one of the roles of the style sheet: pageTitle, cardTitle, figure, strong, quiet, error, hint."""

    # of the class: a layout may still ask a label whose Python half is gone, while its page is on the way out
    _measured = ("", "")
    _heights: Mapping[int, int] = MappingProxyType({})

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(TO_THE_RIGHT)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(hold_numbers(text))

    def set_role(self, role: str) -> None:
        set_role(self, "role", role)

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        text, font = self.text(), self.font()
        measured = (text, font.key())
        if self._measured != measured:
            self._measured, self._heights = measured, {}
        if inner not in self._heights:  # a page's layout asks for a few widths, and each several times
            self._heights = {**self._heights, inner: ceil(lay_out(text, font, inner)[1])}
        return self._heights[inner] + margins.top() + margins.bottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        rect, centred = self.contentsRect(), self.alignment() & Qt.AlignmentFlag.AlignHCenter
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignRight
        layout, height = lay_out(self.text(), self.font(), rect.width(), align=side)
        layout.draw(painter, QPointF(rect.left(), rect.top() + max(0.0, (rect.height() - height) / 2)))


class OneLine(Words):
    """Words that give way when the place is narrow: the end becomes "…" and the whole is in the tooltip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        width = min(self.fontMetrics().averageCharWidth() * 4, self.sizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        rect = self.contentsRect()
        shown = elided(metrics, self.text(), rect.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(rect, int(TO_THE_RIGHT), shown)


class Chip(QLabel):
    """A few words on a soft ground of a tone. The words carry the meaning, the tone only repeats it."""

    def __init__(self, text: str, tone: Tone = "information", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setProperty("chip", tone)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(hold_numbers(text))

    def set(self, text: str, tone: Tone) -> None:
        """Other words in another tone."""
        self.setText(text)
        set_role(self, "chip", tone)
