"""Bringing a backup back where nobody is signed in: a new computer, lost keys, a damaged file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services import data_folder
from services.clock import Clock
from services.errors import AppError
from ui.runtime.errors import sentence_of
from ui.runtime.lanes import Lanes
from ui.sign_in.forgotten_sheet import RecoveryCodeEdit
from ui.sign_in.password_edit import PasswordEdit
from ui.theme.theme import px
from ui.widgets import file_dialog
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.centred_card import CentredCard, centred
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import OneLine, Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.segments import Segments
from ui.widgets.walking import EnterWalk

_WIDTH = 620


class RestorePage(QWidget):
    """`finished`: the backup is in its place. `given_up`: nothing was changed."""

    finished = Signal()
    given_up = Signal()

    def __init__(self, folder: Path, clock: Clock, lanes: Lanes) -> None:
        super().__init__()
        self.setObjectName("Page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Restore a backup"))
        self._folder, self._clock, self._lanes = folder, clock, lanes
        self._file: Path | None = None
        self._file_words = OneLine(self.tr("No file chosen yet"), "quiet")
        self._choose = QuietButton(self.tr("Choose the backup file"), "folder-open-outline")
        self._choose.clicked.connect(self._on_choose)
        self._how = Segments(
            (Choice("password", self.tr("Name and password")), Choice("sheet", self.tr("Recovery sheet")))
        )
        self._how.setAccessibleName(self.tr("How it is opened"))
        self._how.set_value("password")
        self._how.changed.connect(self._show_how)
        self._by_password = FormGrid(2)
        names = [Choice(a.username, a.full_name) for a in data_folder.read_front(folder).accounts]
        user = ChoiceEdit(names) if names else TextEdit1()
        self._by_password.add("username", Field(self.tr("Name of the account"), user))
        self._by_password.add("password", Field(self.tr("Password on the day of the backup"), PasswordEdit()))
        self._by_sheet = FormGrid(1)
        self._by_sheet.add("code", Field(self.tr("Code of the recovery sheet"), RecoveryCodeEdit(), lines=2))
        self._notice = Words("", "error", wrap=True)
        self._main = PrimaryButton(self.tr("Restore"), "backup-restore")
        self._main.clicked.connect(self._restore)
        self._back = QuietButton(self.tr("Back"))
        self._back.clicked.connect(self.given_up)
        EnterWalk(self)
        self._lay_out()
        self._show_how()

    def take_keyboard(self) -> None:
        self._choose.setFocus(Qt.FocusReason.TabFocusReason)

    def set_file(self, file: Path) -> None:
        """The chosen backup."""
        self._file = file
        self._file_words.setText(f"\u2066{file.name}\u2069")
        self._notice.setText("")

    def _on_choose(self) -> None:
        title, kinds = (
            self.tr("Choose the backup file"),
            self.tr("Backups ({pattern})").format(pattern="*.sazesh-backup"),
        )
        chosen = file_dialog.ask_for_existing_file(self, title, kinds)
        if chosen is not None:
            self.set_file(chosen)

    def _show_how(self) -> None:
        by_sheet = self._how.value() == "sheet"
        self._by_sheet.setVisible(by_sheet)
        self._by_password.setVisible(not by_sheet)

    def _restore(self) -> None:
        file, folder, now = self._file, self._folder, self._clock.now()
        if file is None:
            self._notice.setText(self.tr("Choose the backup file first."))
            self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        by_sheet = self._how.value() == "sheet"
        values = {**self._by_password.values(), **self._by_sheet.values()}

        def bring_back() -> Path | None:
            from services.backup import restore, unlock, unlock_by_sheet

            opener = (
                unlock_by_sheet(values["code"]) if by_sheet else unlock(file, values["username"], values["password"])
            )
            return restore(file, folder, opener, now)

        self._set_busy(busy=True)
        self._lanes.read(self, bring_back, lambda _aside: self.finished.emit(), self._refused)

    def _refused(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, AppError):
            raise error
        form = self._by_sheet if self._how.value() == "sheet" else self._by_password
        if error.field is None or not form.set_error(error.field, sentence_of(error)):
            self._notice.setText(sentence_of(error))

    def _set_busy(self, *, busy: bool) -> None:
        self._notice.setText("")
        self._main.setText(self.tr("Restoring …") if busy else self.tr("Restore"))
        for widget in (self._main, self._back, self._choose, self._by_password, self._by_sheet):
            widget.setEnabled(not busy)

    def _lay_out(self) -> None:
        card = CentredCard(_WIDTH)
        first = QHBoxLayout()
        first.setSpacing(px(10))
        first.addWidget(self._choose)
        first.addWidget(self._file_words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self._main)
        foot.addWidget(self._back)
        foot.addStretch(1)
        box = QVBoxLayout(card)
        box.setContentsMargins(px(24), px(22), px(24), px(20))
        box.setSpacing(px(12))
        box.addWidget(Words(self.tr("Restore a backup"), "cardTitle"))
        words = self.tr(
            "The backup takes the place of what is in this folder; the present files are kept in a folder beside it. "
            "Numbers that were given since the backup are not given again."
        )
        box.addWidget(Words(words, "quiet", wrap=True))
        box.addLayout(first)
        for widget in (self._how, self._by_password, self._by_sheet, self._notice):
            box.addWidget(widget)
        box.addLayout(foot)
        self.setLayout(centred(card))
