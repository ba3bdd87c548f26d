"""The keys of the program, from anywhere by F1, and on one page to lie beside the keyboard (P-39, P-44)."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.actor import Right
from services.documents.printouts import KeyGroup
from ui.case import actions
from ui.context import AppContext
from ui.documents.print_run import PrintRun
from ui.find import search_box
from ui.intake import offer_bar, parties_card, party_block
from ui.outcomes import agreement_editor
from ui.quick_entries import advice_sheet, quick_page
from ui.runtime.shortcuts import with_keys, written
from ui.safety import reveal
from ui.sessions import note_pad
from ui.theme.theme import px
from ui.top_bar import LOCK_KEYS, MAIN_KEYS
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Chip, Words
from ui.widgets.sheet import Sheet

_Lines = tuple[tuple[str, str, Right | None], ...]


class _KeyLine(QWidget):
    """What is done at the right, the keys for it at the far side: under one another, they are found by the eye."""

    def __init__(self, words: str, keys: str) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, px(18), 0)
        box.setSpacing(px(8))
        box.addWidget(Words(words, wrap=True), 1)
        box.addWidget(Chip(keys, "quiet"))


class KeysSheet(Sheet):
    """What the signed-in colleague can do, by place."""

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window, "", width=820)
        self.set_title(self.tr("Keys"))
        self._context = context
        self.groups = self._groups()
        self.run = PrintRun(self, context)
        for group in self.groups:
            self.body.addWidget(Words(group.title, "strong"))
            grid = FormGrid(2)
            for words, keys in group.lines:
                grid.add_widget(_KeyLine(words, keys), 1)
            self.body.addWidget(grid)
            self.body.addSpacing(px(4))
        self.cancel.setText(self.tr("Close"))
        words = self.tr("Print on one page")
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        self.main.show()
        self.submitted.connect(self.print_card)

    def print_card(self) -> None:
        printouts, actor, groups = self._context.services.printouts, self._context.actor, self.groups
        self.run.start(self.tr("Keys"), self.tr("keys.pdf"), lambda _target: printouts.key_card(actor, groups))

    def _groups(self) -> tuple[KeyGroup, ...]:
        """Every place with the lines that this colleague may use; a place without any is left out."""
        places = (
            (self.tr("Everywhere"), self._everywhere()),
            (self.tr("In every form"), self._forms()),
            (self.tr("New intake"), self._intake()),
            (self.tr("In a file"), self._file()),
            (self.tr("Quick entries"), self._quick()),
        )
        told = (KeyGroup(title, self._told(lines)) for title, lines in places)
        return tuple(group for group in told if group.lines)

    def _told(self, lines: _Lines) -> tuple[tuple[str, str], ...]:
        may = self._context.may
        return tuple((words, written(keys)) for words, keys, right in lines if right is None or may(right))

    def _everywhere(self) -> _Lines:
        return (
            (self.tr("New intake"), MAIN_KEYS, Right.CASE_REGISTER),
            (self.tr("Search"), search_box.KEYS, Right.CASE_FIND),
            (self.tr("Advice without a file"), quick_page.ADVICE_KEYS, Right.ADVICE_WRITE),
            (self.tr("The pages at the side, from 1 on"), "Ctrl+1", None),
            (self.tr("Page before"), "Alt+Right", None),
            (self.tr("Hidden words, while held"), reveal.KEY, Right.SAFETY_READ),
            (self.tr("Lock"), LOCK_KEYS, None),
            (self.tr("Change the user"), "Ctrl+Shift+L", None),
            (self.tr("These keys"), "F1", None),
        )

    def _forms(self) -> _Lines:
        return (
            (self.tr("Next field"), "Return", None),
            (self.tr("Field before"), "Shift+Return", None),
            (self.tr("Register or store"), "Ctrl+Return", None),
            (self.tr("Leave"), "Esc", None),
            (self.tr("Today, in a date"), "Ctrl+;", None),
            (self.tr("The month or the list"), "F4", None),
            (self.tr("Half space"), "Shift+Space", None),
        )

    def _intake(self) -> _Lines:
        right = Right.CASE_REGISTER
        return (
            (self.tr("Add a party"), parties_card.ADD_KEY, right),
            (self.tr("Change sides"), parties_card.SWAP_KEY, right),
            (self.tr("More of a person"), party_block.MORE_KEY, right),
            (self.tr("First answer of a line"), offer_bar.FIRST_KEY, right),
            (self.tr("Second answer"), offer_bar.SECOND_KEY, right),
        )

    def _file(self) -> _Lines:
        keys = actions.KEYS
        return (
            (self.tr("Appointment"), keys["appointment"], Right.APPOINTMENT_WRITE),
            (self.tr("Session"), keys["session"], Right.SESSION_WRITE),
            (self.tr("Outcome"), keys["outcome"], Right.OUTCOME_WRITE),
            (self.tr("Add a clause of the agreement"), agreement_editor.ADD_KEY, Right.OUTCOME_WRITE),
            (self.tr("Letter or paper"), keys["paper"], Right.DOCUMENT_ISSUE),
            (self.tr("Process note"), note_pad.KEY, Right.PROCESS_NOTE),
            (self.tr("Other works"), keys["more"], Right.CASE_READ),
        )

    def _quick(self) -> _Lines:
        return (
            (self.tr("Advice becomes a file"), advice_sheet.FILE_KEY, Right.ADVICE_WRITE),
            (self.tr("Session that was held"), quick_page.HELD_KEYS, Right.SESSION_WRITE),
            (self.tr("Open paper files"), quick_page.PAPER_KEYS, Right.CASE_REGISTER),
        )
