"""A few free times in a line, each a button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from services.scheduling.shapes import Slot
from ui.scheduling.words import day_words, hour_words
from ui.theme.style import set_role
from ui.widgets.buttons import LinkButton
from ui.widgets.multi_choice import Flow


class OfferedTimes(QWidget):
    """`taken` carries the chosen `Slot`."""

    taken = Signal(object)

    def __init__(self, slots: Sequence[Slot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(self, gap=8)
        self._buttons: list[LinkButton] = []
        for slot in slots:
            words = f"{day_words(slot.day)} · {hour_words(slot.start)}"
            button = LinkButton(words, parent=self)
            set_role(button, "kind", "tick")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(" · ".join(part for part in (words, slot.room_name) if part))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _checked=False, slot=slot: self.taken.emit(slot))
            flow.addWidget(button)
            self._buttons.append(button)
        if not slots:
            self.hide()

    def stops(self) -> tuple[QWidget, ...]:
        """The buttons in their order."""
        return tuple(self._buttons)
