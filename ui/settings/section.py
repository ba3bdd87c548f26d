"""What a section of the settings is: a card or two that load themselves and store at once."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.actor import Right
from services.changes import Done
from ui.context import AppContext
from ui.navigation import GAP
from ui.theme.theme import px
from ui.widgets.card import Card

T = TypeVar("T")


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
