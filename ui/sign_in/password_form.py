"""Asking for the password of whoever is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.sign_in.password_edit import PasswordEdit
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.labels import Words


class PasswordForm(QWidget):
    """The field, and the way out of a forgotten password."""

    given = Signal(str)
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first = PasswordEdit()
        self._field = Field(self.tr("Password"), self.first, lines=2)
        self._button = PrimaryButton(self.tr("Sign in"))
        self._button.enter_clicks = True
        self._practice = Words("", "practice", wrap=True)
        self._practice.setContentsMargins(px(12), px(8), px(12), px(8))
        forgotten = LinkButton(self.tr("I forgot my password"))
        self.first.returnPressed.connect(self._give)
        self._button.clicked.connect(self._give)
        forgotten.clicked.connect(self.forgotten)
        self._button.setMinimumWidth(px(128))
        foot = QHBoxLayout()
        foot.addWidget(self._button)
        foot.addStretch(1)
        foot.addWidget(forgotten)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addWidget(self._field)
        box.addLayout(foot)
        box.addSpacing(px(8))
        box.addWidget(self._practice)
        box.addStretch(1)

    def clear(self, practice: str) -> None:
        self.first.clear()
        self._field.set_error("")
        self._practice.setVisible(bool(practice))
        if practice:
            from services.persian.digits import to_persian

            self._practice.setText(self.tr("Practice password: {password}").format(password=to_persian(practice)))

    def set_busy(self, busy: bool) -> None:
        self.first.setReadOnly(busy)
        self._button.setEnabled(not busy)
        self._button.setText(self.tr("Opening …") if busy else self.tr("Sign in"))

    def tell(self, sentence: str) -> None:
        self._field.set_error(sentence)

    def fail(self, sentence: str) -> None:
        self.first.clear()
        self._field.set_error(sentence)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.first.text():
            self.given.emit(self.first.value())
        else:
            self._field.set_error(self.tr("Type your password."))
