"""The look of the kinds of sessions: a tone, and a pattern for those who do not see tones.

A family is read from the behaviour columns of `session_type`, never from its codes: units add their own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from services.codes import Code
from ui.theme.palette import Tone
from ui.theme.theme import px

Pattern = Literal["solid", "double", "stripes", "dots", "dashes", "open"]
"""How the bar at the leading edge of a block is drawn."""


@dataclass(frozen=True, slots=True)
class Family:
    """`words` stand in the legend."""

    key: str
    source: str
    tone: Tone
    pattern: Pattern

    def words(self) -> str:
        return QCoreApplication.translate("Scheduling", self.source)


FIRST = Family("first", str(QT_TRANSLATE_NOOP("Scheduling", "First interview")), "information", "solid")
ALONE = Family("alone", str(QT_TRANSLATE_NOOP("Scheduling", "One person")), "accent", "solid")
JOINT = Family("joint", str(QT_TRANSLATE_NOOP("Scheduling", "Joint")), "accent", "double")
APART = Family("apart", str(QT_TRANSLATE_NOOP("Scheduling", "Two rooms")), "attention", "stripes")
CHILD = Family("child", str(QT_TRANSLATE_NOOP("Scheduling", "Child")), "attention", "dots")
AWAY = Family("away", str(QT_TRANSLATE_NOOP("Scheduling", "Telephone, visit, follow-up")), "quiet", "dashes")
UNIT = Family("unit", str(QT_TRANSLATE_NOOP("Scheduling", "Group and unit")), "quiet", "solid")
TAKEN = Family("taken", str(QT_TRANSLATE_NOOP("Scheduling", "Taken")), "quiet", "open")

LEGEND = (FIRST, ALONE, JOINT, APART, CHILD, AWAY, UNIT)


def family_of(code: Code) -> Family:
    """The family of a kind of session."""
    if code.does("is_first_interview"):
        return FIRST
    if code.does("is_joint"):
        return JOINT
    if code.does("needs_two_rooms"):
        return APART
    if code.does("needs_child_training"):
        return CHILD
    if code.does("is_remote") or code.does("needs_two_workers") or code.does("needs_safe_talk_check"):
        return AWAY
    return ALONE if code.does("who") == "one_party" else UNIT


def families_of(types: Iterable[Code]) -> Mapping[str, Family]:
    """The family of every type; of a hidden appointment (no type) «taken»."""
    return {code.code: family_of(code) for code in types} | {"": TAKEN}


def paint_bar(painter: QPainter, bar: QRectF, pattern: Pattern, colour: QColor, ground: QColor) -> None:
    """The bar of a family inside `bar`, over its own ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if pattern == "solid":
        painter.drawRect(bar)
    elif pattern == "double":
        third = bar.width() / 3
        painter.drawRect(QRectF(bar.right() - third, bar.top(), third, bar.height()))
        painter.drawRect(QRectF(bar.left(), bar.top(), third, bar.height()))
    elif pattern == "dashes":
        _repeat(painter, bar, px(5), px(4))
    elif pattern == "dots":
        _repeat(painter, bar, px(3), px(3))
    elif pattern == "open":
        painter.setBrush(ground)
        painter.setPen(QPen(colour, 1))
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        _stripes(painter, bar, colour)


def _repeat(painter: QPainter, bar: QRectF, length: float, gap: float) -> None:
    top = bar.top()
    while top < bar.bottom():
        painter.drawRect(QRectF(bar.left(), top, bar.width(), min(length, bar.bottom() - top)))
        top += length + gap


def _stripes(painter: QPainter, bar: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, px(2)))
    top = bar.top() - bar.width()
    while top < bar.bottom() + bar.width():
        painter.drawLine(QPointF(bar.left(), top + bar.width()), QPointF(bar.right(), top))
        top += px(5)
    painter.restore()
