"""The settings: sections on the right, the chosen one beside them; only what one may change is there."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.context import AppContext
from ui.navigation import PAIRED, Page
from ui.settings.account_section import AccountSection
from ui.settings.backup_section import BackupSection
from ui.settings.books_section import BooksSection
from ui.settings.chain_section import ChainSection
from ui.settings.codes_section import CodesSection
from ui.settings.downtime_section import DowntimeSection
from ui.settings.holidays_section import HolidaysSection
from ui.settings.hours_section import HoursSection
from ui.settings.letters_section import LettersSection
from ui.settings.notes_section import NotesSection
from ui.settings.papers_section import PapersSection
from ui.settings.presence_section import PresenceSection
from ui.settings.proof_section import ProofSection
from ui.settings.rooms_section import RoomsSection
from ui.settings.section import Section
from ui.settings.staff_section import StaffSection
from ui.settings.times_section import TimesSection
from ui.settings.unit_section import UnitSection
from ui.theme.theme import px
from ui.widgets.gutter import GutterBar
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

_LIST_WIDTH = 220
SECTIONS: tuple[tuple[str, str, type[Section]], ...] = (
    ("account", "account-key-outline", AccountSection),
    ("unit", "office-building-outline", UnitSection),
    ("staff", "account-group-outline", StaffSection),
    ("rooms", "door", RoomsSection),
    ("codes", "format-list-bulleted", CodesSection),
    ("holidays", "calendar-remove-outline", HolidaysSection),
    ("hours", "clock-outline", HoursSection),
    ("presence", "account-clock-outline", PresenceSection),
    ("books", "book-open-outline", BooksSection),
    ("times", "tune-variant", TimesSection),
    ("papers", "file-document-outline", PapersSection),
    ("letters", "file-document-edit-outline", LettersSection),
    ("downtime", "power-plug-off-outline", DowntimeSection),
    ("proof", "check-decagram-outline", ProofSection),
    ("notes", "key-chain-variant", NotesSection),
    ("backup", "backup-restore", BackupSection),
    ("chain", "shield-check-outline", ChainSection),
)


class SettingsPage(Page):
    """`argument` is the key of a section to open."""

    widest = PAIRED
    scrolls = False
    has_main_action = False

    def __init__(self, context: AppContext, argument: Any = None) -> None:
        super().__init__(context, argument)
        self.set_title(self.tr("Settings"))
        offered = [row for row in SECTIONS if row[2].right is None or context.may(row[2].right)]
        self._sections: dict[str, Section] = {}
        self._kinds = {key: kind for key, _icon, kind in offered}
        self._stack = QStackedWidget()
        self._list = RowList(dense=True, lines=False)
        self._list.setAccessibleName(self.tr("Sections of the settings"))
        self._list.set_rows([Row(key, self._words(kind), icon=icon) for key, icon, kind in offered])
        self._list.chosen.connect(self._on_chosen)
        self._list.opened.connect(lambda _key: self._into_section())
        self._arrange()

    def activate(self, argument: Any = None) -> None:
        wanted = argument if argument in self._kinds else self._list.current_key()
        self._list.choose(str(wanted or next(iter(self._kinds))))
        section = self._stack.currentWidget()
        if isinstance(section, QScrollArea):
            self._current().load()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def section(self, key: str) -> Section:
        """The section of that key, in sight."""
        self._list.choose(key)
        return self._sections[key]

    def _current(self) -> Section:
        return self._sections[str(self._list.current_key())]

    def _on_chosen(self, key: object) -> None:
        if key is None:
            return
        name = str(key)
        if name not in self._sections:
            section = self._kinds[name](self.context)
            self._sections[name] = section
            area = _scrolled(section)
            self._stack.addWidget(area)
            GutterBar(area, self, 18)
        self._stack.setCurrentIndex(list(self._sections).index(name))
        self._sections[name].load()

    def _into_section(self) -> None:
        self._list.focusNextChild()

    @staticmethod
    def _words(kind: type[Section]) -> str:
        return kind.words()

    def _arrange(self) -> None:
        frame = QFrame()
        frame.setObjectName("Card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(px(6), px(6), px(6), px(6))
        inside.addWidget(self._list)
        frame.setFixedWidth(px(_LIST_WIDTH))
        across = QHBoxLayout()
        across.setSpacing(px(14))
        across.addWidget(frame)
        across.addWidget(self._stack, 1)
        self.body.addLayout(across, 1)


def _scrolled(section: Section) -> QScrollArea:
    content = QWidget()
    content.setObjectName("ScrollContent")
    box = QVBoxLayout(content)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(section)
    box.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
