"""A tile of the home page: a few quiet words, a figure, a chip; and the row that they stand in."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from services.persian.digits import format_number
from ui.theme.palette import Tone
from ui.theme.theme import px
from ui.widgets.labels import Chip, OneLine, Words, elided, hold_numbers
from ui.widgets.mark import Mark
from ui.widgets.walking import ENTER

_LEAST = 190
_COMMA = "\u060c "


class Tile(QFrame):
    """What it counts, how many, and the one thing to know of them.

    `opened`: Enter, Space or a click on one that leads on.
    """

    opened = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._title = title
        self._leads = False
        self._figure = Words("", "figure")
        self._chip = _FittingChip("", "quiet")
        self._mark = Mark("", "")
        box = QVBoxLayout(self)
        box.setContentsMargins(px(16), px(12), px(16), px(12))
        box.setSpacing(px(2))
        box.addWidget(OneLine(title, "quiet"))
        box.addWidget(self._figure)
        for chip in (self._chip, self._mark):
            chip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            box.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)  # "left" is where a line begins in this direction
            chip.hide()

    def lead_on(self) -> None:
        """It can be opened: by the mouse, and by the keyboard."""
        self._leads = True
        self.setProperty("leads", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leads and event.key() in (*ENTER, Qt.Key.Key_Space):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._leads and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def show_count(self, count: int, words: str = "", tone: Tone = "quiet") -> None:
        """The figure, and words about it ("" for none)."""
        self._figure.setText(format_number(count))
        self._mark.hide()
        self._chip.set(words, tone)
        self._chip.setVisible(bool(words))
        self._name(count, words)

    def show_mark(self, count: int, letter: str, words: str, tone: Tone = "information") -> None:
        """The figure, and a neutral mark whose words appear while its key is held (P-3)."""
        self._figure.setText(format_number(count))
        self._chip.hide()
        self._mark.set_mark(letter, words, tone)
        self._mark.show()
        self._name(count, letter)

    def words(self) -> str:
        """What stands in the chip now."""
        return self._mark.text() if self._mark.isVisibleTo(self) else self._chip.words()

    def figure(self) -> str:
        return self._figure.text()

    def _name(self, count: int, words: str) -> None:
        parts = (self._title, format_number(count), words)
        self.setAccessibleName(_COMMA.join(part for part in parts if part))


class _FittingChip(Chip):
    """Gives way where the tile is narrow: the words before the last comma end in "…", the whole is in the tooltip."""

    def __init__(self, text: str, tone: Tone) -> None:
        self._whole = ""
        super().__init__(text, tone)

    def setText(self, text: str) -> None:
        self._whole = text
        super().setText(text)
        self.setToolTip("")
        self._fit(self.width())

    def words(self) -> str:
        return self._whole

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(hold_numbers(self._whole))
        return QSize(words + self._around() + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(48), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        whole = hold_numbers(self._whole)
        shown = self._shortened(whole, max(0, width - self._around()))
        if len(shown) > 1 and shown != self.text():
            super().setText(shown)
            self.setToolTip(self._whole if shown != whole else "")

    def _shortened(self, whole: str, width: int) -> str:
        """What stands last is what presses (how many days late): the name before it gives way."""
        metrics = self.fontMetrics()
        name, comma, last = whole.rpartition(_COMMA)
        room = width - metrics.horizontalAdvance(comma + last)
        if metrics.horizontalAdvance(whole) <= width or not name or room < px(60):
            return elided(metrics, whole, width)
        return elided(metrics, name, room) + comma + last

    def _around(self) -> int:
        """What the style puts around the words."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())


class TileRow(QWidget):
    """Tiles of equal width, in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[Tile] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(12))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        for tile in self._tiles:
            tile.setVisible(tile in tiles)
        self._tiles = list(tiles)
        self._columns = 0
        self._arrange(self.width())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        count = max(1, len(self._tiles))
        fit = max(1, min(count, width // px(_LEAST)))
        lines = -(-count // fit)
        columns = -(-count // lines)  # four in two lines are two and two, not three and one
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
            tile.show()
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
