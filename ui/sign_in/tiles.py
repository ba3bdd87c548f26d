"""The people of the sign-in page: one painted tile each, arrows between them, first letters find them.

A list view would do the same and cost the start a sixth of its time: it brings a model, a delegate and a
selection before the first letter is painted.
"""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui.theme.fonts import text_font
from ui.theme.theme import px, theme
from ui.widgets.labels import TO_THE_RIGHT

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: -1, Qt.Key.Key_Left: 1}


class Person(NamedTuple):
    """A tile: `mark` is a word at its far end (the PIN), "" for none."""

    key: UUID
    name: str
    role: str
    mark: str = ""


class Tiles(QWidget):
    """`chosen`: another person is current; `picked`: somebody was clicked, or Enter pressed."""

    chosen = Signal(object)
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: dict[UUID, Tile] = {}
        self._people: tuple[Person, ...] = ()
        self._current: UUID | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(4))
        self._box.addStretch(1)

    def set_people(self, people: Sequence[Person]) -> None:
        """Other people; the current one stays when still there."""
        if tuple(people) == self._people:
            return
        self._people = tuple(people)
        for tile in self._tiles.values():
            self._box.removeWidget(tile)
            tile.deleteLater()
        self._tiles = {person.key: Tile(person, self) for person in people}
        for place, (key, tile) in enumerate(self._tiles.items()):
            tile.clicked.connect(lambda _checked=False, key=key: self._on_clicked(key))
            self._box.insertWidget(place, tile)
        if self._current not in self._tiles:
            self._current = None
        self._mark_current()

    def people(self) -> tuple[Person, ...]:
        return self._people

    def current(self) -> UUID | None:
        return self._current

    def current_tile(self) -> "Tile | None":
        """The tile of the current person."""
        return self._tiles.get(self._current) if self._current is not None else None

    def choose(self, key: UUID) -> None:
        """Make somebody current; nothing happens for a stranger."""
        if key in self._tiles and key != self._current:
            self._current = key
            self._mark_current()
            self.chosen.emit(key)

    def step(self, by: int) -> None:
        """The next person, round and round."""
        keys = list(self._tiles)
        if keys:
            at = keys.index(self._current) if self._current in self._tiles else -by
            self.choose(keys[(at + by) % len(keys)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.step(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._current)
        elif event.text().isalpha():
            self._find(event.text())
        else:
            super().keyPressEvent(event)
            return
        self._focus_current()

    def _find(self, letter: str) -> None:
        """The next person a word of whose name begins so, in either keyboard layout."""
        from services.persian.keyboard import other_layout
        from services.persian.text import search_key, search_tokens

        wanted = {search_key(letter), search_key(other_layout(letter) or letter)}
        keys = list(self._tiles)
        start = keys.index(self._current) + 1 if self._current in self._tiles else 0
        for key in (*keys[start:], *keys[:start]):
            words = search_tokens(self._tiles[key].person.name)
            if any(word[:1] in wanted for word in words):
                self.choose(key)
                return

    def _on_clicked(self, key: UUID) -> None:
        self.choose(key)
        self.picked.emit(key)

    def _focus_current(self) -> None:
        if self._current is not None:
            self._tiles[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_current(self) -> None:
        for key, tile in self._tiles.items():
            is_current = key == self._current
            tile.setChecked(is_current)
            # one stop for the Tab key, as in every list
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus)


class Tile(QAbstractButton):
    """A circle with the first letters, the name, the role under it, and the mark at the far end."""

    def __init__(self, person: Person, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = person
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(" · ".join(part for part in (person.name, person.role, person.mark) if part))
        self.setToolTip(person.name)

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(58))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # arrows, letters and Enter are the group's

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(colours.accent_soft if self.isChecked() else colours.hover))
            painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area, px(8), px(8))
        side = px(36)
        circle = QRectF(area.right() - side - px(10), area.center().y() - side / 2, side, side)
        self._paint_circle(painter, circle)
        right = circle.left() - px(10)
        left = area.left() + px(12)
        if self.person.mark:
            painter.setFont(text_font(9))
            painter.setPen(QColor(colours.accent))
            width = painter.fontMetrics().horizontalAdvance(self.person.mark)
            painter.drawText(QRectF(left, area.top(), width + 1, area.height()), _CENTRE, self.person.mark)
            left += width + px(8)
        middle = area.center().y()
        upper = QRectF(left, middle - px(23), right - left, px(24))
        lower = QRectF(left, middle, right - left, px(22))
        self._paint_line(painter, upper, self.person.name, text_font(10.5, QFont.Weight.DemiBold), colours.text)
        self._paint_line(painter, lower, self.person.role, text_font(9.5), colours.quiet)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        colours = theme().colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.quiet_soft))
        painter.drawEllipse(circle)
        painter.setPen(QColor(colours.on_accent if self.isChecked() else colours.quiet))
        painter.setFont(text_font(12, QFont.Weight.DemiBold))
        painter.drawText(circle, _CENTRE, self.person.name[:1])

    @staticmethod
    def _paint_line(painter: QPainter, area: QRectF, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(TO_THE_RIGHT), shown)


_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
