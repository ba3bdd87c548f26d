"""The far half of the sign-in card: one person's password, PIN, or the choice of a PIN."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.sign_in.password_form import PasswordForm
from ui.theme.theme import px
from ui.widgets.labels import OneLine

if TYPE_CHECKING:
    from ui.sign_in.pin_forms import NewPinForm, PinForm

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
        self._by_password = PasswordForm()
        self._stack.addWidget(self._by_password)
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

    @cached_property
    def _by_pin(self) -> "PinForm":
        """Made when first needed: nobody has a PIN when the program starts."""
        from ui.sign_in.pin_forms import PinForm

        form = PinForm()
        form.given.connect(self._give_pin)
        form.password_wanted.connect(self._use_password)
        self._stack.addWidget(form)
        return form

    @cached_property
    def _new_pin(self) -> "NewPinForm":
        from ui.sign_in.pin_forms import NewPinForm

        form = NewPinForm()
        form.chosen.connect(self._choose_pin)
        form.declined.connect(self.pin_declined)
        self._stack.addWidget(form)
        return form

    def _form(self) -> "PasswordForm | PinForm | NewPinForm":
        """The form in sight."""
        return cast("PasswordForm | PinForm | NewPinForm", self._stack.currentWidget())

    def show_account(self, name: str, role: str, *, by_pin: bool, practice: str) -> None:
        """Somebody else was chosen: empty fields, by the PIN where there is one."""
        self._name.setText(name)
        self._role.setText(role)
        self._stop_waiting()
        self._set_busy(busy=False)
        self._by_password.clear(practice)
        if by_pin:
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
        self._form().first.setFocus(Qt.FocusReason.TabFocusReason)

    def is_busy(self) -> bool:
        return self._busy

    def fail(self, sentence: str) -> None:
        """What was typed did not open; the field is empty again and has the keyboard."""
        self._set_busy(busy=False)
        self._form().fail(sentence)

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
        from services.persian.digits import to_persian

        words = self.tr("Wrong name or password; try again in {seconds} seconds.")
        self._by_password.tell(words.format(seconds=to_persian(self._wait_left)))

    def _stop_waiting(self) -> None:
        self._timer.stop()
        self._wait_left = 0
        self._by_password.setEnabled(True)
