"""One account: add it, change it, give a new first password, end it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from services.errors import StaleError
from services.staff import StaffDraft, StaffRow
from ui.context import AppContext
from ui.settings.reason_sheet import ReasonSheet
from ui.sign_in.password_edit import PasswordEdit
from ui.widgets.buttons import DangerButton, QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import ConflictBar
from ui.widgets.number_edits import CodeEdit
from ui.widgets.sheet import Sheet
from ui.widgets.tick import Tick


class StaffSheet(Sheet):
    """For a new colleague `row` is None and a first password is asked."""

    def __init__(
        self,
        window: QWidget,
        context: AppContext,
        choices: Mapping[str, tuple[Choice, ...]],
        row: StaffRow | None = None,
    ) -> None:
        super().__init__(window, "" if row is None else row.full_name, "", width=640)
        self.kept_about = "" if row is None else row.id.hex
        self._context, self._row = context, row
        if row is None:
            self.set_title(self.tr("A new colleague"))
        self.main.setText(self.tr("Store"))
        self.main.show()
        self._conflict = ConflictBar()
        self._conflict.reload_wanted.connect(self._take_theirs)
        self._conflict.keep_wanted.connect(self._keep_mine)
        self.form = FormGrid(2)
        self._fill_form(choices)
        self.body.addWidget(self._conflict)
        self.body.addWidget(self.form)
        self.submitted.connect(self._store)
        if row is not None:
            self._show(row)
            self._add_buttons(row)

    def _fill_form(self, choices: Mapping[str, tuple[Choice, ...]]) -> None:
        form = self.form
        form.add("full_name", Field(self.tr("First and family name"), TextEdit1(), required=True))
        form.add("role", Field(self.tr("Role"), ChoiceEdit(choices["staff_role"]), required=True))
        form.add("rank", Field(self.tr("Rank"), ChoiceEdit(choices["rank"])))
        form.add("title", Field(self.tr("Title under the signature"), TextEdit1()))
        form.add("sex", Field(self.tr("Sex"), ChoiceEdit(choices["sex"])))
        form.add("licence_no", Field(self.tr("Licence number"), CodeEdit()))
        hint = self.tr("The account closes by itself after this day.")
        form.add("service_end_on", Field(self.tr("Last day of service"), JalaliDateEdit(), hint))
        self._signs = Tick(self.tr("May sign outgoing letters"))
        form.add_widget(self._signs, 1)
        if self._row is None:
            hint = self.tr("Told to the colleague, who changes it in the settings.")
            form.add("password", Field(self.tr("First password"), PasswordEdit(), hint, required=True, lines=2), 2)

    def _add_buttons(self, row: StaffRow) -> None:
        if not row.is_active:
            return
        reset = QuietButton(self.tr("New password"))
        reset.clicked.connect(self._ask_password)
        self.add_button(reset)
        if row.id != self._context.actor.staff_id:
            end = DangerButton(self.tr("End the account"))
            end.enter_clicks = True
            end.clicked.connect(self._ask_end)
            self.add_button(end)

    def _show(self, row: StaffRow) -> None:
        self._row = row
        self.form.set_values({key: getattr(row, key) for key in self.form.fields()})
        self._signs.set_value(row.may_sign)

    def _store(self) -> None:
        if not self.form.check():
            return
        values: dict[str, Any] = self.form.values()
        password = values.pop("password", "")
        values["sex"] = values["sex"] or "unknown"
        draft = StaffDraft(**values, may_sign=self._signs.value())
        services, actor, row = self._context.services, self._context.actor, self._row
        self.main.setEnabled(False)
        if row is None:
            self._context.lanes.write(
                self, lambda: services.staff.add(actor, draft, password), self._stored, self._refused
            )
        else:
            staff_id, version = row.id, row.version
            self._context.lanes.write(
                self, lambda: services.staff.edit(actor, staff_id, version, draft), self._stored, self._refused
            )

    def _stored(self, _row: StaffRow) -> None:
        self._context.toasts.show(self.tr("The account is stored."))
        self.close_sheet()

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError):
            self._conflict.show()
        else:
            self._context.errors.present(error, self.form)

    def _take_theirs(self) -> None:
        self._reread(self._show)

    def _keep_mine(self) -> None:
        def with_version(row: StaffRow) -> None:
            self._row = row
            self._store()

        self._reread(with_version)

    def _reread(self, take: Any) -> None:
        services, actor, row = self._context.services, self._context.actor, self._row
        self._conflict.hide()
        if row is not None:
            staff_id = row.id
            self._context.lanes.read(self, lambda: services.staff.get(actor, staff_id), take)

    def _ask_password(self) -> None:
        row = self._row
        if row is None:
            return
        words = self.tr(
            "The new password opens the data and the drafts. Notes sealed to the colleague alone stay closed."
        )
        sheet = ReasonSheet(self, self.tr("New password"), words, self.tr("Set it"), self.tr("First password"))
        sheet.use_edit(PasswordEdit())
        services, actor, staff_id = self._context.services, self._context.actor, row.id

        def given(password: str) -> None:
            def done(_none: None) -> None:
                sheet.close_sheet()
                self._context.toasts.show(self.tr("The new password is set."))

            reset = services.staff.reset_password
            self._context.lanes.write(sheet, lambda: reset(actor, staff_id, password), done, sheet.refuse)

        sheet.given.connect(given)
        sheet.open_sheet()

    def _ask_end(self) -> None:
        row = self._row
        if row is None:
            return
        words = self.tr(
            "The account opens nothing from now on. The name stays on everything that was written. After a departure "
            "under suspicion make new keys as well, under «Backup and restore»."
        )
        sheet = ReasonSheet(self, self.tr("End the account"), words, self.tr("End it"), self.tr("Reason"))
        sheet.warn()
        services, actor, staff_id, version = self._context.services, self._context.actor, row.id, row.version

        def given(reason: str) -> None:
            def done(_row: StaffRow) -> None:
                sheet.close_sheet()
                self.close_sheet()
                self._context.toasts.show(self.tr("The account is ended."))

            end = services.staff.end
            self._context.lanes.write(sheet, lambda: end(actor, staff_id, version, reason), done, sheet.refuse)

        sheet.given.connect(given)
        sheet.kept_about = f"end {staff_id.hex}"
        sheet.open_sheet()
