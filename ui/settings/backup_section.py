"""Backups: write one, check one, bring one back; and the recovery sheet."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from services.actor import Right
from services.backup import BackupRow, SheetCode
from services.clock import local
from services.errors import AppError
from services.persian.digits import format_number, to_persian
from services.persian.jalali import format_long
from ui.context import AppContext
from ui.runtime.errors import sentence_of
from ui.settings.reason_sheet import ReasonSheet
from ui.settings.recovery_sheet import RecoverySheet
from ui.settings.section import Section
from ui.theme.palette import Tone
from ui.theme.theme import px
from ui.widgets import file_dialog
from ui.widgets.ask import Action, ask
from ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from ui.widgets.labels import Words
from ui.widgets.notices import Notice, ProgressSheet

_SUFFIX = "*.sazesh-backup"


class BackupSection(Section):
    right = Right.BACKUP
    nouns = ("unit",)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._name = ""
        card = self.card(self.words())
        self._last = Words("", wrap=True)
        words = self.tr(
            "A backup is one encrypted file that only the head's account and the recovery sheet open. Keep it on a "
            "second disk or a DVD, away from this computer."
        )
        self._result = Notice("", "accent")
        self._result.hide()
        write = PrimaryButton(self.tr("Write a backup now"), "content-save-outline")
        check = QuietButton(self.tr("Check a backup"), "file-check-outline")
        restore = DangerButton(self.tr("Restore a backup"), "backup-restore")
        restore.enter_clicks = True
        write.enter_clicks = True
        write.clicked.connect(self._on_write)
        check.clicked.connect(self._on_check)
        restore.clicked.connect(self._on_restore)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(10))
        for button in (write, check, restore):
            buttons.addWidget(button)
        buttons.addStretch(1)
        card.add(self._last)
        card.add(Words(words, "quiet", wrap=True))
        card.add(buttons)
        card.add(self._result)
        sheet = self.card(self.tr("Recovery sheet"))
        self._sheet_words = Words("", wrap=True)
        self._new_sheet = QuietButton(self.tr("Make a new sheet"), "file-key-outline")
        self._new_sheet.clicked.connect(self._on_new_sheet)
        row = QHBoxLayout()
        row.addWidget(self._new_sheet)
        row.addStretch(1)
        sheet.add(self._sheet_words)
        sheet.add(row)
        if context.may(Right.STAFF_MANAGE):
            self._lay_keys()

    def _lay_keys(self) -> None:
        card = self.card(self.tr("Keys of the data"))
        words = self.tr(
            "When somebody left under suspicion: end the account first, then encrypt the data with keys that nobody "
            "who left ever had. Passwords, PINs and the recovery sheet stay good."
        )
        self._new_keys = DangerButton(self.tr("New keys for the data"), "key-change")
        self._new_keys.enter_clicks = True
        self._new_keys.clicked.connect(self._on_new_keys)
        row = QHBoxLayout()
        row.addWidget(self._new_keys)
        row.addStretch(1)
        card.add(Words(words, "quiet", wrap=True))
        card.add(row)

    @classmethod
    def words(cls) -> str:
        return QCoreApplication.translate("BackupSection", "Backup and restore")

    def load(self) -> None:
        def all_of() -> tuple[BackupRow | None, str, bool]:
            backup, actor = self.services.backup, self.actor
            return backup.last(actor), backup.suggested_name(actor), backup.is_sheet_confirmed(actor)

        self.read(all_of, self._show)

    def write_to(self, target: Path) -> None:
        """Write and check a backup, with progress that can be stopped."""
        sheet = ProgressSheet(self, self.tr("The backup is being written"))
        sheet.open_sheet()
        backup = self.services.backup

        def done(row: BackupRow) -> None:
            sheet.finish()
            self._tell(self.tr("The backup is written and was read back whole: {what}.").format(what=_what(row)))

        def failed(error: Exception) -> None:
            sheet.finish()
            self._refused(error)

        self.context.lanes.write(
            self, lambda: backup.write(self.actor, target, sheet.report, sheet.is_cancelled), done, failed
        )

    def check(self, file: Path) -> None:
        """Read a backup to its last page and say what is in it."""
        self._tell(self.tr("The backup is being read …"), "information")

        def done(row: BackupRow) -> None:
            self._tell(self.tr("This backup is whole: {what}.").format(what=_what(row)))

        self.context.lanes.read(self, lambda: self.services.backup.verify(self.actor, file), done, self._refused)

    def _show(self, found: tuple[BackupRow | None, str, bool]) -> None:
        last, self._name, confirmed = found
        if last is None:
            self._last.setText(self.tr("No backup has been written yet."))
        else:
            words = self.tr("The last backup: {what}, in {place}")
            self._last.setText(words.format(what=_what(last), place=f"\u2066{last.path.parent}\u2069"))
        self._sheet_words.setText(
            self.tr("The sheet was printed and proved. A new one makes the old one worthless.")
            if confirmed
            else self.tr("Nobody has proved yet that a sheet lies in the safe. Make one now and print it.")
        )

    def _on_write(self) -> None:
        title, kinds = self.tr("Write a backup"), self.tr("Backups ({pattern})").format(pattern=_SUFFIX)
        chosen = file_dialog.ask_where_to_save(self, title, self._name, kinds)
        if chosen is not None:
            self.write_to(chosen)

    def _on_check(self) -> None:
        file = self._choose(self.tr("Check a backup"))
        if file is not None:
            self.check(file)

    def _on_restore(self) -> None:
        file = self._choose(self.tr("Restore a backup"))
        if file is None:
            return
        words = self.tr(
            "Everything goes back to the day of this backup; what was stored since is not in it. The present files "
            "are kept in a folder beside the data. Numbers given since are not given again. You sign in anew."
        )
        actions = (
            Action("no", self.tr("Leave everything as it is")),
            Action("yes", self.tr("Restore"), "danger"),
        )
        if ask(self.window(), self.tr("Restore a backup"), words, actions) == "yes":
            self.context.restore_over(file)

    def _choose(self, title: str) -> Path | None:
        kinds = self.tr("Backups ({pattern})").format(pattern=_SUFFIX)
        return file_dialog.ask_for_existing_file(self, title, kinds)

    def _on_new_sheet(self) -> None:
        def made(code: SheetCode) -> None:
            unit = self.services.unit
            show = partial(RecoverySheet, self, self.context, code)
            self.context.lanes.read(self, lambda: unit.get(self.actor), lambda row: show(row).open_sheet())

        words = self.tr("A new sheet makes the one in the safe worthless, but for backups written before. Go on?")
        actions = (Action("yes", self.tr("Make a new sheet"), "primary"), Action("no", self.tr("Leave it")))
        if ask(self.window(), self.tr("Recovery sheet"), words, actions) == "yes":
            self.context.lanes.write(self, lambda: self.services.backup.new_sheet(self.actor), made)

    def _on_new_keys(self) -> None:
        words = self.tr(
            "The file is closed and encrypted anew; a large one takes a minute. Nobody else may have the program "
            "open. Afterwards everybody signs in again. Write a new backup then: who left may hold older ones."
        )
        sheet = ReasonSheet(self, self.tr("New keys for the data"), words, self.tr("Encrypt anew"), self.tr("Reason"))
        sheet.warn()
        sheet.kept_about = "new keys"
        backup = self.services.backup

        def given(reason: str) -> None:
            def announced(_none: None) -> None:
                sheet.close_sheet()
                self.context.renew_keys()

            announce = partial(backup.announce_new_keys, self.actor, reason)
            self.context.lanes.write(sheet, announce, announced, sheet.refuse)

        sheet.given.connect(given)
        sheet.open_sheet()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self._tell(sentence_of(error), "danger")
        else:
            self._result.hide()
            self.context.errors.present(error)

    def _tell(self, sentence: str, tone: Tone = "accent") -> None:
        self._result.say(sentence, tone)
        self._result.show()


def _what(row: BackupRow) -> str:
    wall = local(row.at)
    day = f"{format_long(wall.date())} {to_persian(f'{wall:%H:%M}')}"
    megabytes = format_number(max(1, round(row.size / 2**20)))
    words = QCoreApplication.translate("BackupSection", "{day}, {rows} rows, {size} megabytes")
    return words.format(day=day, rows=format_number(row.rows), size=megabytes)
