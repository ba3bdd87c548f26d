"""A card of rows with a quiet sentence while it is empty, and a small action in its head."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.labels import Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row


class RowsCard(Card):
    """As high as its rows; the page scrolls."""

    def __init__(self, title: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.rows = RowList(fits=True)
        self.rows.setAccessibleName(title)
        self._empty = Words(empty, "quiet", wrap=True)
        self.add(self.rows)
        self.add(self._empty)
        self.set_rows(())

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.rows.set_rows(rows)
        self.rows.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def add_action(self, words: str, icon_name: str, action: Callable[[], None]) -> LinkButton:
        """A quiet button at the far side of the head."""
        button = LinkButton(words, icon_name)
        button.setProperty("dense", True)
        button.setAccessibleName(f"{words} · {self.accessibleName()}")
        button.clicked.connect(action)
        self.header.addWidget(button)
        return button
