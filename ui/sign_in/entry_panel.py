"""The far half of the sign-in card: one person's password, PIN, or the choice of a PIN."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from services.persian.digits import to_persian
from ui.sign_in.password_edit import PasswordEdit, PinEdit
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.field import Field
from ui.widgets.labels import OneLine, Words
from ui.widgets.notices import Notice

_TICK_MS = 1_000


class EntryPanel(QWidget):
    """Emits what was typed; the owner answers by `fail`, `wait`, `ask_for_pin` or by showing another page."""

    password_given = Signal(str)
    pin_given = Signal(str)
    pin_chosen = Signal(str)
    pin_declined = Signal()
    forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = OneLine("", "cardTitle")
        self._role = OneLine("", "quiet")
        self._stack = QStackedWidget()
        self._by_password = _PasswordForm()
        self._by_pin = _PinForm()
        self._new_pin = _NewPinForm()
        for form in (self._by_password, self._by_pin, self._new_pin):
            self._stack.addWidget(form)
        self._wait_left = 0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._busy = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(2))
        box.addWidget(self._name)
        box.addWidget(self._role)
        box.addSpacing(px(14))
        box.addWidget(self._stack, 1)
        self._by_password.given.connect(self._give_password)
        self._by_password.forgotten.connect(self.forgotten)
        self._by_pin.given.connect(self._give_pin)
        self._by_pin.password_wanted.connect(self._use_password)
        self._new_pin.chosen.connect(self._choose_pin)
        self._new_pin.declined.connect(self.pin_declined)

    def show_account(self, name: str, role: str, *, by_pin: bool, practice: str) -> None:
        """Somebody else was chosen: empty fields, by the PIN where there is one."""
        self._name.setText(name)
        self._role.setText(role)
        self._stop_waiting()
        self._set_busy(busy=False)
        self._by_password.clear(practice)
        self._by_pin.clear()
        self._stack.setCurrentWidget(self._by_pin if by_pin else self._by_password)

    def show_nobody(self) -> None:
        """The front sheet names nobody: it is written anew by whoever signs in by the recovery sheet."""
        self._name.setText(self.tr("No account can sign in here"))
        self._role.setText(self.tr("Restore a backup, or use the recovery sheet."))
        self._by_password.setEnabled(False)

    def ask_for_pin(self) -> None:
        """After the password: the PIN of this shift (P-28)."""
        self._set_busy(busy=False)
        self._new_pin.clear()
        self._stack.setCurrentWidget(self._new_pin)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        form = self._stack.currentWidget()
        if isinstance(form, _PasswordForm | _PinForm | _NewPinForm):
            form.first.setFocus(Qt.FocusReason.TabFocusReason)

    def is_busy(self) -> bool:
        return self._busy

    def fail(self, sentence: str) -> None:
        """What was typed did not open; the field is empty again and has the keyboard."""
        self._set_busy(busy=False)
        form = self._stack.currentWidget()
        if isinstance(form, _PasswordForm | _PinForm | _NewPinForm):
            form.fail(sentence)

    def wait(self, seconds: int) -> None:
        """Nothing may be tried for so long; the seconds are counted down in sight."""
        self._wait_left = seconds
        self._set_busy(busy=False)
        self._by_password.setEnabled(seconds <= 0)
        if seconds > 0:
            self._timer.start()
            self._tell_wait()

    def use_password(self, sentence: str = "") -> None:
        """The PIN is spent: the password is asked."""
        self._stack.setCurrentWidget(self._by_password)
        self._set_busy(busy=False)
        self._by_password.fail(sentence)

    def _use_password(self) -> None:
        self.use_password()

    def _give_password(self, password: str) -> None:
        if not self._busy and self._wait_left <= 0:
            self._set_busy(busy=True)
            self.password_given.emit(password)

    def _give_pin(self, pin: str) -> None:
        if not self._busy:
            self._set_busy(busy=True)
            self.pin_given.emit(pin)

    def _choose_pin(self, pin: str) -> None:
        if not self._busy:
            self._set_busy(busy=True)
            self.pin_chosen.emit(pin)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._by_password.set_busy(busy)

    def _tick(self) -> None:
        self._wait_left -= 1
        if self._wait_left <= 0:
            self._stop_waiting()
            self._by_password.fail("")
        else:
            self._tell_wait()

    def _tell_wait(self) -> None:
        words = self.tr("Wrong name or password; try again in {seconds} seconds.")
        self._by_password.tell(words.format(seconds=to_persian(self._wait_left)))

    def _stop_waiting(self) -> None:
        self._timer.stop()
        self._wait_left = 0
        self._by_password.setEnabled(True)


class _PasswordForm(QWidget):
    given = Signal(str)
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first = PasswordEdit()
        self._field = Field(self.tr("Password"), self.first, lines=2)
        self._button = PrimaryButton(self.tr("Sign in"), "login")
        self._button.enter_clicks = True
        self._practice = Notice("", "accent", "school-outline")
        forgotten = LinkButton(self.tr("I forgot my password"))
        self.first.returnPressed.connect(self._give)
        self._button.clicked.connect(self._give)
        forgotten.clicked.connect(self.forgotten)
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
        self._practice.set_sentence(self.tr("Practice password: {password}").format(password=to_persian(practice)))

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


class _PinForm(QWidget):
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


class _NewPinForm(QWidget):
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
        elif self.first.text() != self._second.text():
            self._second.clear()
            self._two.set_error(self.tr("The two are not the same; type it again."))
            self._second.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chosen.emit(self.first.value())
