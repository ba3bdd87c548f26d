"""The next free times as keys: Ctrl+1 … Ctrl+3, or a click."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.persian.digits import to_ascii, to_persian
from services.scheduling.shapes import Slot
from ui.runtime.shortcuts import with_keys
from ui.scheduling.words import day_words, hour_words
from ui.theme.style import set_role
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Words
from ui.widgets.multi_choice import Flow

SHOWN = 3


class SlotKeys(QWidget):
    """`taken` carries the chosen `Slot`. The keys are heard in the whole of `root`, before the window hears them."""

    taken = Signal(object)

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._slots: tuple[Slot, ...] = ()
        self._title = Words("", "label")
        self._row = QWidget(self)
        flow = Flow(self._row, gap=8)
        self._buttons: list[LinkButton] = []
        for number in range(SHOWN):
            button = LinkButton("", parent=self._row)
            set_role(button, "kind", "tick")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, number=number: self._take(number))
            flow.addWidget(button)
            self._buttons.append(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, px(8))
        box.setSpacing(px(4))
        box.addWidget(self._title)
        box.addWidget(self._row)
        root.installEventFilter(self)
        self.set_slots(())

    def slots(self) -> tuple[Slot, ...]:
        return self._slots

    def stops(self) -> tuple[QWidget, ...]:
        """The buttons in their order."""
        return tuple(self._buttons)

    def set_slots(self, slots: Sequence[Slot], day: date | None = None) -> None:
        """Of the chosen `day` hour and room are enough."""
        self._slots = tuple(slots[:SHOWN])
        self._title.setText(self.tr("The next free times"))
        for number, button in enumerate(self._buttons):
            slot = self._slots[number] if number < len(self._slots) else None
            button.setVisible(slot is not None)
            if slot is not None:
                words = _words(slot)
                button.setText(f"{to_persian(number + 1)}.  {_short(slot, day)}")
                button.setAccessibleName(words)
                button.setToolTip(with_keys(words, f"Ctrl+{number + 1}"))
        self.setVisible(bool(self._slots))
        self._row.updateGeometry()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The window has pages on the same keys: while the sheet is open they are the slots'."""
        if not isinstance(event, QKeyEvent):
            return False
        number = _number(event)
        if not 1 <= number <= SHOWN:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._take(number - 1)
            return True
        return False

    def _take(self, number: int) -> None:
        if number < len(self._slots):
            self.taken.emit(self._slots[number])


def _number(event: QKeyEvent) -> int:
    """The digit of control and a digit, in whatever script the layout sends it; 0 for any other key."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.ControlModifier:
        return 0
    code = event.key()
    digit = to_ascii(chr(code)) if code < 0x10000 else ""
    return int(digit) if digit.isdecimal() and digit.isascii() else 0


def _short(slot: Slot, day: date | None) -> str:
    if slot.day == day:
        return " · ".join(part for part in (hour_words(slot.start), slot.room_name) if part)
    return f"{day_words(slot.day)} · {hour_words(slot.start)}"


def _words(slot: Slot) -> str:
    return " · ".join(part for part in (day_words(slot.day), hour_words(slot.start), slot.room_name) if part)
