"""The buttons of the case page: the usual works, what is seldom needed under one button, and the next step."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from services.actor import Right
from services.cases import CaseStatus
from ui.context import AppContext
from ui.pages import may_open
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.theme.icons import icon, icon_size
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton, QuietButton

KEYS = {
    "appointment": "Ctrl+Shift+B",
    "session": "Ctrl+Shift+S",
    "outcome": "Ctrl+Shift+O",
    "paper": "Ctrl+Shift+P",
    "more": "Ctrl+Shift+E",
}
_ICONS = {
    "appointment": "calendar-plus",
    "session": "text-box-plus-outline",
    "outcome": "flag-checkered",
    "paper": "file-plus-outline",
    "more": "dots-vertical",
}
_CLOSABLE = (CaseStatus.OUTCOME_RECORDED, CaseStatus.FOLLOW_UP)
_OVER = (*_CLOSABLE, CaseStatus.CLOSED)
_OPEN = (CaseStatus.RECEIVED, CaseStatus.TRIAGE, CaseStatus.INTAKE, CaseStatus.ACTIVE, CaseStatus.ON_HOLD)
_ICON_WIDTH, _ANY_WIDTH = 50, 16_777_215
_AROUND_WORDS = 62
"""Padding, frame, icon and the gap after it."""


class CaseActions(QWidget):
    """`wanted` carries "appointment", "session", "outcome", "paper", or what was chosen of the menu: "attach",
    "refer", "reply_by_hand", "subject", "party", "edit_party", "earlier", "assign", "level", "hold", "resume",
    "close", "reopen", "rounds", "readers", "handovers", "void"; "next" for the filled button.

    It lays nothing out: the page puts `buttons()` in its head.
    """

    wanted = Signal(str)

    def __init__(self, context: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self.hide()
        self._context = context
        self._words = {
            "appointment": self.tr("Appointment"),
            "session": self.tr("Session"),
            "outcome": self.tr("Outcome"),
            "paper": self.tr("Letter or paper"),
            "more": self.tr("More"),
        }
        self._quiet = {key: QuietButton(words, _ICONS[key]) for key, words in self._words.items()}
        self.main = PrimaryButton("")
        self.main.clicked.connect(lambda: self.wanted.emit("next"))
        self.main.setMinimumWidth(px(_ICON_WIDTH))
        self.main.hide()
        self._menu = QMenu(page)
        self._status, self._is_reply_owed, self._doubled = CaseStatus.RECEIVED, False, ""
        for key, button in self._quiet.items():
            button.setParent(page)  # a button without a parent would be shown as a window
            button.setAccessibleName(self._words[key])
            button.setToolTip(with_keys(self._words[key], KEYS[key]))
            action: Callable[[], None] = self.open_menu if key == "more" else self._emitter(key)
            button.clicked.connect(action)
            key_shortcut(KEYS[key], page, button.click, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_allowed()

    def buttons(self) -> tuple[QuietButton | PrimaryButton, ...]:
        return (*self._quiet.values(), self.main)

    def button(self, key: str) -> QuietButton:
        return self._quiet[key]

    def show_next(self, words: str, icon_name: str) -> None:
        """The filled button; hidden where there is nothing to do."""
        self.main.setText(words)
        self.main.setVisible(bool(words))
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        if icon_name:
            self.main.set_icon(icon_name)

    def set_status(self, status: CaseStatus, *, is_reply_owed: bool, doubled: str = "") -> None:
        """A voided file is only looked at; a closed one takes late notes and papers, and can be taken up again.

        `doubled`: the work that the filled button offers already; its keys work all the same.
        """
        self._status, self._is_reply_owed, self._doubled = status, is_reply_owed, doubled
        self._show_allowed()

    def needed(self, next_words: str, *, compact: bool) -> int:
        """The width of all buttons side by side, with these words on the filled one ("" for none)."""
        metrics = self.main.fontMetrics()
        words = [metrics.horizontalAdvance(text) + px(_AROUND_WORDS) for text in self._shown_words()]
        quiet = px(_ICON_WIDTH) * len(words) if compact else sum(words)
        main = metrics.horizontalAdvance(next_words) + px(_AROUND_WORDS) + px(12) if next_words else 0
        return quiet + px(12) * max(0, len(words) - 1) + main

    def _shown_words(self) -> list[str]:
        return [self._words[key] for key, button in self._quiet.items() if not button.isHidden()]

    def set_compact(self, compact: bool) -> None:
        """Icons alone where the words do not fit; the words stay in tooltip and accessible name."""
        for key, button in self._quiet.items():
            button.setText("" if compact else self._words[key])
            button.setIconSize(icon_size(17, alone=compact))
            button.setMinimumWidth(px(_ICON_WIDTH))  # with words, too: they must not keep a window from shrinking
            button.setMaximumWidth(px(_ICON_WIDTH) if compact else _ANY_WIDTH)

    def open_menu(self) -> None:
        """What is seldom needed."""
        self._fill_menu()
        button = self._quiet["more"]
        corner = button.mapToGlobal(button.rect().bottomLeft())
        self._menu.popup(corner)

    def menu_keys(self) -> tuple[str, ...]:
        """What this actor finds in the menu, in order."""
        return tuple(key for key, _, _, is_allowed in self._entries() if is_allowed)

    def _emitter(self, key: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(key)

    def _show_allowed(self) -> None:
        may = self._context.may
        allowed = {
            "appointment": may(Right.APPOINTMENT_WRITE) and self._status is not CaseStatus.CLOSED,
            "session": may(Right.SESSION_WRITE),
            "outcome": may(Right.OUTCOME_WRITE) and self._status not in (CaseStatus.CLOSED, CaseStatus.FOLLOW_UP),
            "paper": may(Right.DOCUMENT_ISSUE) and may_open("issue_paper", self._context.actor),
            "more": bool(self.menu_keys()),
        }
        for key, button in self._quiet.items():
            is_shown = allowed[key] and key != self._doubled and self._status is not CaseStatus.VOIDED
            button.setVisible(is_shown)

    def _entries(self) -> tuple[tuple[str, str, str, bool], ...]:
        may = self._context.may
        edits = may(Right.CASE_EDIT)
        concludes = may(Right.OUTCOME_WRITE)
        answers = may(Right.LETTER_REGISTER) and self._is_reply_owed
        waits = self._status is CaseStatus.ON_HOLD
        return (
            ("attach", self.tr("Scan or original"), "paperclip", may(Right.DOCUMENT_ISSUE)),
            ("refer", self.tr("Send on to another body"), "send-outline", may(Right.REFERRAL_WRITE)),
            ("reply_by_hand", self.tr("An answer written elsewhere"), "reply-outline", answers),
            ("subject", self.tr("Subject and category"), "pencil-outline", edits and may(Right.CATEGORY_DETAIL)),
            ("party", self.tr("Add a party"), "account-plus-outline", edits and may(Right.IDENTITIES)),
            ("edit_party", self.tr("A party's place in the file"), "account-outline", edits),
            ("earlier", self.tr("Earlier file of the same people"), "link-variant", edits),
            ("assign", self.tr("Responsible colleague"), "account-switch-outline", may(Right.CASE_ASSIGN)),
            ("level", self.tr("Who may know of the file"), "eye-off-outline", may(Right.CASE_ASSIGN)),
            (
                "hold",
                self.tr("The file waits for something"),
                "pause-circle-outline",
                edits and self._status in _OPEN,
            ),
            ("resume", self.tr("The waiting is over"), "play-circle-outline", edits and waits),
            ("close", self.tr("Close the file"), "folder-lock-outline", concludes and self._status in _CLOSABLE),
            ("reopen", self.tr("Take the file up again"), "folder-open-outline", concludes and self._status in _OVER),
            ("rounds", self.tr("Closed and taken up again"), "history", may(Right.CASE_READ)),
            ("readers", self.tr("Who has opened the file"), "eye-outline", may(Right.CASE_READ)),
            ("handovers", self.tr("Who had the file"), "account-arrow-left-outline", may(Right.CASE_READ)),
            ("void", self.tr("Declare the file void"), "file-cancel-outline", may(Right.CASE_VOID)),
        )

    def _fill_menu(self) -> None:
        self._menu.clear()
        for key, words, icon_name, is_allowed in self._entries():
            if is_allowed:
                action = QAction(icon(icon_name), words, self._menu)  # as in `MenuButton`
                self._menu.addAction(action)
                action.triggered.connect(self._emitter(key))
