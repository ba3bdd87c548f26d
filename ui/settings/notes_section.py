"""The two keys of the unit's process notes: made by the head, held by two, opened by both together (R-14)."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.actor import Right
from services.clock import local
from services.notes import EscrowMade, EscrowState, ReturnDraft
from services.persian.digits import to_persian
from services.persian.jalali import format_long
from services.staff import StaffRow
from services.unit_profile import UnitRow
from ui.context import AppContext
from ui.runtime.shortcuts import with_keys
from ui.settings.section import Section
from ui.setup.recovery_panel import RecoveryPanel
from ui.sign_in.password_edit import PasswordEdit
from ui.widgets.buttons import QuietButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import LineEdit, TextEdit1
from ui.widgets.notices import Notice
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from services.backup import SheetCode

SHEET = "sheet"


class NotesSection(Section):
    right = Right.NOTE_ESCROW
    nouns = ("note_escrow",)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.state: EscrowState | None = None
        card = self.card(self.words())
        told = self.tr(
            "A process note opens to its author alone, and to whom the author shared it with. In an emergency two "
            "holders open it together: you, and the commander or whoever keeps a sheet in an envelope. Neither can "
            "do it alone; the author is told."
        )
        self.now = Notice("", "accent")
        self.now.hide()
        self.form = FormGrid(2)
        self.form.add("second", Field(self.tr("Who holds the second key"), ChoiceEdit(), required=True))
        self.make = QuietButton(self.tr("Make two new keys"), "key-plus")
        self.make.clicked.connect(self._make)
        self.back = QuietButton(self.tr("Give a colleague the notes back"), "account-key-outline")
        self.back.clicked.connect(self._give_back)
        self.back.hide()
        across = QHBoxLayout()
        across.addWidget(self.make)
        across.addWidget(self.back)
        across.addStretch(1)
        card.add(Words(told, "quiet", wrap=True))
        card.add(self.now)
        card.add(self.form)
        card.add(across)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("NotesSection", "Keys of process notes")

    def load(self) -> None:
        self.read(lambda: self.services.notes.escrow(self.actor), self._show)

    def _show(self, state: EscrowState) -> None:
        self.state = state
        choices = [Choice(str(key), name) for key, name in state.candidates]
        choices.append(Choice(SHEET, self.tr("A sheet in an envelope")))
        edit = self.form.field("second").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices(choices)
        row = state.escrow
        self.back.setVisible(row is not None)
        self.now.show()
        if row is None:
            self.now.say(self.tr("There are no two keys yet: nobody but its author opens a note."), "attention")
            return
        second = self.tr("a sheet in an envelope") if row.is_sheet else row.second_holder
        words = self.tr("Made on {day}: {first} and {second}.").format(
            day=format_long(local(row.made_at).date()), first=row.first_holder, second=second
        )
        if not row.is_usable:
            lost = self.tr("Your half was lost with your former password; make two new keys.")
            self.now.say(f"{words} {lost}", "danger")
            return
        if row.waiting:
            waits = self.tr("{count} notes come under them when their authors next look at the file.")
            words = f"{words} {waits.format(count=to_persian(row.waiting))}"
        self.now.say(words, "accent")

    def _make(self) -> None:
        chosen = str(self.form.field("second").value() or "")
        if not chosen:
            self.form.set_errors({"second": self.tr("Fill this in.")})
            return
        second = None if chosen == SHEET else UUID(chosen)
        notes, actor = self.services.notes, self.actor
        self.write(lambda: notes.make_escrow(actor, second), self.tr("Two new keys are made."), self._made)

    def _made(self, made: EscrowMade) -> None:
        self.form.set_values({"second": ""})
        if made.groups:
            self.read(lambda: self.services.unit.get(self.actor), lambda unit: self._print(made, unit))

    def _print(self, made: EscrowMade, unit: UnitRow) -> None:
        SecondKeySheet(self, self.context, made, unit).open_sheet()

    def _give_back(self) -> None:
        if self.state is None or self.state.escrow is None:
            return
        is_sheet, holder = self.state.escrow.is_sheet, self.state.escrow.second_holder

        def open_it(staff: tuple[StaffRow, ...]) -> None:
            GiveBackSheet(self, self.context, staff, "" if is_sheet else holder).open_sheet()

        self.context.lanes.read(self, lambda: self.services.staff.list(self.actor), open_it)


class SecondKeySheet(Sheet):
    """The sheet of the second key: printed or saved, then proved by typing one of its groups back."""

    def __init__(self, window: QWidget, context: AppContext, made: EscrowMade, unit: UnitRow) -> None:
        super().__init__(window, "", width=620)
        self.set_title(self.tr("The sheet of the second key"))
        words = self.tr(
            "With you, and never without you, this sheet opens process notes in an emergency. Print it, seal it in "
            "an envelope and give it to somebody else to keep. It is shown only now."
        )
        self.panel_of_sheet = RecoveryPanel(context.lanes, context.errors.present, words, "note_sheet")
        self.panel_of_sheet.confirmed.connect(self._proved)
        self._context = context
        self.body.addWidget(self.panel_of_sheet)
        code = _code_of(made)
        today = context.today()
        self.panel_of_sheet.show_code(code, unit.draft, context.actor.name, today, is_practice=unit.is_practice)

    def _proved(self) -> None:
        self._context.toasts.show(self.tr("The sheet is proved."))
        self.close_sheet()


class GiveBackSheet(Sheet):
    """After a reset password: both holders give an author the own notes back, and read none of them."""

    def __init__(self, window: QWidget, context: AppContext, staff: tuple[StaffRow, ...], second_holder: str) -> None:
        super().__init__(window, "", width=560)
        self._context = context
        self.set_title(self.tr("Give a colleague the notes back"))
        words = self.tr("Give back")
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        self.main.show()
        told = self.tr("After a reset password the colleague's earlier notes stay closed. Nobody reads them here.")
        self.form = FormGrid(1)
        colleagues = [Choice(str(one.id), one.full_name) for one in staff if one.id != context.actor.staff_id]
        self.form.add("author_id", Field(self.tr("Whose notes"), ChoiceEdit(colleagues), required=True))
        self.form.add("reason", Field(self.tr("Why"), TextEdit1(), required=True))
        if second_holder:
            proof = Field(self.tr("Password of {name}").format(name=second_holder), PasswordEdit(), lines=2)
        else:
            proof = Field(self.tr("The seven groups of the sheet"), LineEdit(), lines=2)
        self.form.add("second_proof", proof)
        self.body.addWidget(Words(told, "quiet", wrap=True))
        self.body.addWidget(self.form)
        self.submitted.connect(self._save)

    def set_error(self, key: str, sentence: str) -> bool:
        return self.form.set_error("second_proof" if key == "password" else key, sentence)

    def focus_first_error(self) -> None:
        self.form.focus_first_error()

    def _save(self) -> None:
        empty = {key: self.tr("Fill this in.") for key, value in self.form.values().items() if not value}
        if empty:
            self.form.set_errors(empty)
            return
        values = self.form.values()
        draft = ReturnDraft(UUID(values["author_id"]), str(values["reason"]), str(values["second_proof"]))
        notes, actor = self._context.services.notes, self._context.actor
        self.main.setEnabled(False)
        self._context.lanes.write(self, lambda: notes.give_back(actor, draft), self._done, self._refused)

    def _done(self, count: int) -> None:
        said = self.tr("{count} notes open to your colleague again.").format(count=to_persian(count))
        self._context.toasts.show(said)
        self.close_sheet()

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self._context.errors.present(error, self)


def _code_of(made: EscrowMade) -> "SheetCode":
    from services.backup import SheetCode

    return SheetCode(made.groups, made.key_name)
