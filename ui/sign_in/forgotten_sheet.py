"""A forgotten password: colleagues ask the head; a head has the recovery sheet in the safe."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.data_folder import Account
from services.errors import AppError
from ui.runtime.errors import sentence_of
from ui.sign_in.password_edit import PasswordEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import LineEdit
from ui.widgets.sheet import Sheet

_MANAGERS = frozenset({"unit_head", "admin"})


class RecoveryCodeEdit(LineEdit):
    """The code of the sheet as typed, letters and digits of any script; the vault mends what looks alike."""

    def value(self) -> str:
        return self.text().strip()


class ForgottenSheet(Sheet):
    """`given(code, new password)` when the sheet's code was typed."""

    given = Signal(str, str)

    def __init__(self, window: QWidget, account: Account) -> None:
        may_recover = account.role in _MANAGERS or not account.role  # not known while the front sheet is lost
        super().__init__(window, self.tr("Forgotten password"), self.tr("Open by the sheet") if may_recover else "")
        who = " · ".join(part for part in (account.full_name, account.role_words) if part)
        self.body.addWidget(Words(who, "strong"))
        self._form = FormGrid(1)
        if not may_recover:
            words = self.tr(
                "Ask the head of the unit: in the settings, under the accounts, a new first password is given. Your "
                "drafts wait; only notes sealed to you alone do not open with it."
            )
            self.body.addWidget(Words(words, wrap=True))
            self.cancel.setText(self.tr("Good"))
            return
        words = self.tr(
            "Take the recovery sheet from the safe and type its seven groups. You then choose a new password."
        )
        self.body.addWidget(Words(words, wrap=True))
        self._form.add("code", Field(self.tr("Code of the recovery sheet"), RecoveryCodeEdit(), lines=2))
        self._form.add("password", Field(self.tr("New password"), PasswordEdit()))
        self._form.add("again", Field(self.tr("New password once more"), PasswordEdit()))
        self.body.addWidget(self._form)
        self.submitted.connect(self._give)

    def refuse(self, error: Exception) -> None:
        """The code did not open, or the password was refused."""
        self.main.setEnabled(True)
        if isinstance(error, AppError):
            field = "password" if error.field == "password" else "code"
            self._form.set_errors({field: sentence_of(error)})
        else:
            raise error

    def _give(self) -> None:
        values = self._form.values()
        required = self.tr("Fill this in.")
        errors = {key: required for key in ("code", "password") if not values[key]}
        if not errors and values["password"] != values["again"]:
            errors["again"] = self.tr("The two are not the same; type it again.")
        self._form.set_errors(errors)
        if not errors:
            self.main.setEnabled(False)
            self.given.emit(values["code"], values["password"])
