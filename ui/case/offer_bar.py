"""A sentence over the page with one or two ways on: an unfinished writing, or what usually follows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.notices import Notice


@dataclass(frozen=True, slots=True)
class Way:
    """A button of the bar. `is_quiet`: words alone, without a frame."""

    words: str
    action: Callable[[], None]
    icon: str = ""
    is_quiet: bool = False


class OfferBar(Notice):
    """Hidden until it has something to offer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "information", "history", parent)
        self.hide()

    def offer(self, sentence: str, ways: Sequence[Way]) -> None:
        """Nothing is shown where there is no way on."""
        while (item := self.buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.set_sentence(sentence)
        for way in ways:
            kind = LinkButton if way.is_quiet else QuietButton
            button = kind(way.words, way.icon)
            button.clicked.connect(way.action)
            self.buttons.addWidget(button)
        self.setVisible(bool(ways))
