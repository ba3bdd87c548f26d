"""What a section of the settings is: a card or two that load themselves and store at once."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.actor import Right
from services.changes import Done
from ui.context import AppContext
from ui.navigation import GAP
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.notices import EmptyState
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

T = TypeVar("T")
R = TypeVar("R")


class Section(QWidget):
    """`load` runs when the section comes into sight and after each change of one of `nouns`."""

    right: Right | None = None
    nouns: tuple[str, ...] = ()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.services, self.actor = context.services, context.actor
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(px(GAP))
        if self.nouns:
            context.bus.on(self, self.nouns, self._on_changed)

    @classmethod
    def words(cls) -> str:
        """The section's name in the list."""
        return cls.__name__

    def load(self) -> None:
        """Read what the section shows."""

    def card(self, title: str, aside: str = "") -> Card:
        """A further card of the section."""
        card = Card(title, aside)
        self.box.addWidget(card)
        return card

    def read(self, func: Callable[[], T], take: Callable[[T], None]) -> None:
        self.context.lanes.read(self, func, take, latest="section")

    def write(
        self,
        func: Callable[[], Done[T]],
        said: str,
        then: Callable[[T], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        """One use-case; `said` stands in a toast when it is stored."""

        def done(value: T) -> None:
            self.context.toasts.show(said)
            if then is not None:
                then(value)

        self.context.lanes.write(self, func, done, on_error)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.load()


class RowsSection(Section, Generic[R]):
    """A section whose one card ends in a list; a subclass opens a row of it."""

    def put_list(self, card: Card, empty: EmptyState) -> None:
        """The list, and what stands there while it is empty."""
        self._known: dict[Hashable, R] = {}
        self._empty = empty
        self.list = RowList(fits=True, dense=True)
        self.list.setAccessibleName(self.words())
        self.list.opened.connect(lambda key: self.open_row(self._known[key]))
        card.add(empty)
        card.add(self.list)

    def show_rows(self, rows: Sequence[R], as_row: Callable[[R], Row]) -> None:
        shown = [as_row(row) for row in rows]
        self._known = {line.key: row for line, row in zip(shown, rows, strict=True)}
        self._empty.setVisible(not shown)
        self.list.set_rows(shown)

    def open_row(self, row: R) -> None:
        """Enter or a click."""
