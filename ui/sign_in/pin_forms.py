"""The PIN of a shift: asking for it, and choosing it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.sign_in.pin_edit import PinEdit
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.field import Field
from ui.widgets.labels import Words


class PinForm(QWidget):
    """Six digits that bring back whoever signed in by password before."""

    given = Signal(str)
    password_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first = PinEdit()
        self._field = Field(self.tr("PIN of this shift"), self.first, self.tr("Six digits"), lines=2)
        password = LinkButton(self.tr("Use the password"))
        password.clicked.connect(self.password_wanted)
        self.first.textEdited.connect(self._on_edited)
        self.first.returnPressed.connect(self._on_enter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addWidget(self._field)
        box.addWidget(password, 0, Qt.AlignmentFlag.AlignLeading)
        box.addStretch(1)

    def clear(self) -> None:
        self.first.clear()
        self._field.set_error("")

    def fail(self, sentence: str) -> None:
        self.first.clear()
        self._field.set_error(sentence)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self) -> None:
        if self.first.is_complete():
            self.given.emit(self.first.value())

    def _on_enter(self) -> None:
        if not self.first.is_complete():
            self._field.set_error(self.tr("The PIN has six digits."))


class NewPinForm(QWidget):
    """Choosing the PIN of a shift: twice six digits, or not now."""

    chosen = Signal(str)
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first, self._second = PinEdit(), PinEdit()
        why = Words(
            self.tr("Choose a PIN for this shift: six digits bring you back after a lock, without the password."),
            "quiet",
            wrap=True,
        )
        self._one = Field(self.tr("New PIN"), self.first)
        self._two = Field(self.tr("Once more"), self._second)
        self._button = PrimaryButton(self.tr("Set the PIN"), "check")
        self._button.enter_clicks = True
        later = QuietButton(self.tr("Not now"))
        self.first.changed.connect(self._on_first)
        self._second.changed.connect(self._on_second)
        self.first.returnPressed.connect(lambda: self._second.setFocus(Qt.FocusReason.TabFocusReason))
        self._second.returnPressed.connect(self._give)
        self._button.clicked.connect(self._give)
        later.clicked.connect(self.declined)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._button)
        foot.addWidget(later)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        for widget in (why, self._one, self._two):
            box.addWidget(widget)
        box.addLayout(foot)
        box.addStretch(1)

    def clear(self) -> None:
        for edit in (self.first, self._second):
            edit.clear()
        for field in (self._one, self._two):
            field.set_error("")

    def fail(self, sentence: str) -> None:
        self.clear()
        self._one.set_error(sentence)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_first(self) -> None:
        if self.first.is_complete():
            self._second.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_second(self) -> None:
        if self._second.is_complete():
            self._give()

    def _give(self) -> None:
        if not self.first.is_complete():
            self.fail(self.tr("The PIN has six digits."))
        elif not self._second.text():
            self._second.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # Enter after the sixth digit, which moved on already
        elif self.first.text() != self._second.text():
            self.fail(self.tr("The two are not the same; type it again."))  # nobody sees in which the slip is
        else:
            self.chosen.emit(self.first.value())
