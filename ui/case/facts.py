"""Pairs of a quiet label and a value, one under the other; what is empty is left out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.theme import px
from ui.widgets.labels import Words


class Facts(QWidget):
    """`set_facts` replaces everything that stands here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[tuple[str, str], ...] = ()

    def set_label_width(self, pixels: int) -> None:
        """The least width of the labels, for facts that stand under others."""
        self._grid.setColumnMinimumWidth(0, pixels)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        shown = tuple(pair for pair in facts if pair[1])
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for number, (label, value) in enumerate(shown):
            self._grid.addWidget(Words(label, "quiet"), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Words(value, wrap=True), number, 1)
        self._hold_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_height()

    def _hold_height(self) -> None:
        """A column of cards gives a grid the height of its unbroken lines: broken ones would be cut."""
        self.setMinimumHeight(max(0, self._grid.heightForWidth(self.width())))

    def texts(self) -> tuple[tuple[str, str], ...]:
        return self._shown
