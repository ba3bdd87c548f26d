"""The path of a case at a glance: dots on a line from right to left, what was and what is to come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import text_font
from ui.theme.theme import px, theme

_LEAST_WIDTH = 96
_LINE_HEIGHT = 94
_STEP_LINE = 17
_DOT = 54  # two lines of words have room above it


@dataclass(frozen=True, slots=True)
class Step:
    """`done` steps are filled dots, those to come are rings; `tone` "danger" or "attention" colours one."""

    title: str
    quiet: str = ""
    done: bool = True
    tone: str = ""


class Timeline(QWidget):
    """Wraps to a second line where the steps would crowd."""

    def __init__(self, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._steps: tuple[Step, ...] = ()
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        self._steps = tuple(steps)
        state = {True: self.tr("done"), False: self.tr("to come")}
        words = (f"{s.title} {s.quiet}, {state[s.done]}" for s in self._steps)
        self.setAccessibleName(self.tr("Path of the case"))
        self.setAccessibleDescription("; ".join(words))
        self.updateGeometry()
        self.update()

    def steps(self) -> tuple[Step, ...]:
        return self._steps

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return px(_LINE_HEIGHT) * self._lines(width)

    def sizeHint(self) -> QSize:
        width = px(_LEAST_WIDTH * 6)
        return QSize(width, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST_WIDTH * 2), self.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        per_line = self._per_line(self.width())
        for number, start in enumerate(range(0, len(self._steps), per_line)):
            self._paint_line(painter, self._steps[start : start + per_line], number, per_line)

    def _per_line(self, width: int) -> int:
        fit = max(2, width // px(_LEAST_WIDTH))
        lines = max(1, -(-len(self._steps) // fit))
        return max(1, -(-len(self._steps) // lines))

    def _lines(self, width: int) -> int:
        return max(1, -(-len(self._steps) // self._per_line(width))) if self._steps else 1

    def _paint_line(self, painter: QPainter, steps: Sequence[Step], line: int, per_line: int) -> None:
        colours = theme().colours
        pitch = self.width() / per_line
        y = line * px(_LINE_HEIGHT) + px(_DOT)
        dots = [QPointF(self.width() - pitch * (n + 0.5), y) for n in range(len(steps))]
        for (step, dot), following in zip(zip(steps, dots, strict=True), dots[1:], strict=False):
            after = steps[dots.index(following)]
            reached = step.done and after.done
            painter.setPen(QPen(QColor(colours.accent if reached else colours.line), px(3)))
            painter.drawLine(dot, following)
        for step, dot in zip(steps, dots, strict=True):
            self._paint_step(painter, step, dot, pitch)

    def _paint_step(self, painter: QPainter, step: Step, dot: QPointF, pitch: float) -> None:
        colours = theme().colours
        colour = QColor(getattr(colours, step.tone or ("accent" if step.done else "quiet")))
        painter.setPen(QPen(colour, px(2)))
        painter.setBrush(colour if step.done else QColor(colours.surface))
        painter.drawEllipse(dot, px(7), px(7))
        font = text_font(9.5)
        box = QRectF(dot.x() - pitch / 2 + px(3), dot.y() - px(40), pitch - px(6), px(28))
        lines = _in_two(step.title, QFontMetrics(font), box.width())
        for number, words in enumerate(reversed(lines)):
            self._words(painter, box.translated(0, -number * px(_STEP_LINE)), words, font, colours.text)
        box.moveTop(dot.y() + px(11))
        self._words(painter, box, step.quiet, font, colours.quiet)

    @staticmethod
    def _words(painter: QPainter, box: QRectF, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)


def _in_two(text: str, metrics: QFontMetrics, width: float) -> list[str]:
    """The words in one line, or in two where one is too narrow: the first takes as many as fit."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words = text.split(" ")
    fit = 1
    while fit < len(words) and metrics.horizontalAdvance(" ".join(words[: fit + 1])) <= width:
        fit += 1
    return [part for part in (" ".join(words[:fit]), " ".join(words[fit:])) if part]
