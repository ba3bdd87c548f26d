"""One's own account: who one is here, and another password."""

from PySide6.QtCore import QCoreApplication, Qt

from services.staff import StaffRow
from ui.context import AppContext
from ui.runtime.shortcuts import with_keys
from ui.settings.keys_sheet import KeysSheet
from ui.settings.section import Section
from ui.sign_in.password_edit import PasswordEdit
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words


class AccountSection(Section):
    nouns = ("staff",)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        who = self.card(self.words())
        self._name, self._role = Words("", "strong"), Words("", "quiet")
        who.add(self._name)
        who.add(self._role)
        self.keys = QuietButton(with_keys(self.tr("The keys of the program"), "F1"), "keyboard-outline")
        self.keys.clicked.connect(lambda: KeysSheet(self, context).open_sheet())
        who.body.addWidget(self.keys, 0, Qt.AlignmentFlag.AlignLeading)
        card = self.card(self.tr("Another password"))
        words = self.tr("Drafts and sealed notes stay yours. The PIN of this shift goes on until it ends.")
        card.add(Words(words, "quiet", wrap=True))
        self.form = FormGrid(3, submits=True)
        self.form.add("password", Field(self.tr("Present password"), PasswordEdit(), lines=2))
        self.form.add("new_password", Field(self.tr("New password"), PasswordEdit(), lines=2))
        self.form.add("again", Field(self.tr("New password once more"), PasswordEdit(), lines=2))
        self.form.submitted.connect(self.change)
        self._button = PrimaryButton(self.tr("Change the password"))
        self._button.clicked.connect(self.change)
        card.add(self.form)
        card.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("AccountSection", "My account")

    def load(self) -> None:
        def both() -> tuple[StaffRow, str]:
            row = self.services.staff.get(self.actor, self.actor.staff_id)
            return row, self.services.codes.label(self.actor, "staff_role", row.role)

        self.read(both, self._show)

    def change(self) -> None:
        values = self.form.values()
        required = self.tr("Fill this in.")
        errors = {key: required for key in ("password", "new_password") if not values[key]}
        if not errors and values["new_password"] != values["again"]:
            errors["again"] = self.tr("The two are not the same; type it again.")
        self.form.set_errors(errors)
        if errors:
            return
        old, new = values["password"], values["new_password"]
        self._button.setEnabled(False)
        self.write(
            lambda: self.services.staff.change_password(self.actor, old, new),
            self.tr("The password is changed."),
            lambda _none: self._clear(),
            self._refused,
        )

    def _show(self, found: tuple[StaffRow, str]) -> None:
        row, role = found
        self._name.setText(row.full_name)
        self._role.setText(" · ".join(part for part in (role, row.title) if part))

    def _clear(self) -> None:
        self._button.setEnabled(True)
        self.form.set_values({"password": "", "new_password": "", "again": ""})

    def _refused(self, error: Exception) -> None:
        self._button.setEnabled(True)
        self.context.errors.present(error, self.form)
