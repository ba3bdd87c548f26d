"""An issued paper: its pages, its prints, and what may still be done with it."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from services.catalogue import say
from services.documents import IssuedPaper, OpenedPaper
from services.persian.digits import to_persian
from services.persian.text import isolate_ltr
from ui.context import AppContext
from ui.documents.argument import IssueArgument, PaperArgument
from ui.documents.paper_card import PaperCard
from ui.documents.paper_facts import PaperFacts
from ui.documents.print_run import PrintRun
from ui.documents.registry_sheet import RegistrySheet
from ui.documents.void_sheet import VoidSheet
from ui.navigation import GAP, Page
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.theme.theme import px
from ui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from ui.widgets.gutter import GutterBar

SIDE = 330


class PaperPage(Page):
    """Opened with a document's id or a `PaperArgument`. Ctrl+P or Ctrl+Enter prints, Ctrl+S saves a PDF."""

    is_interview = True
    scrolls = False

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._about = argument if isinstance(argument, PaperArgument) else PaperArgument(UUID(str(argument)))
        self._paper: IssuedPaper | None = None
        self._prints_now = self._about.prints_now
        self.set_title(self.tr("Paper"))
        self.card = PaperCard(context.lanes)
        self.facts = PaperFacts()
        self.run = PrintRun(self, context)
        self._make_buttons()
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setFixedWidth(px(SIDE))
        side.setWidget(self.facts)
        GutterBar(side, self, 13)
        self.facts.setObjectName("ScrollContent")
        row = QHBoxLayout()
        row.setSpacing(px(GAP))
        row.addWidget(side)
        row.addWidget(self.card, 1)
        self.body.addLayout(row, 1)
        self.run.spoilt.connect(self._print_again)
        self.facts.spoilt_wanted.connect(self._ask_spoilt)
        self.facts.number_wanted.connect(self._ask_number)
        self.facts.paper_wanted.connect(lambda one: context.navigate("paper", PaperArgument(one)))
        context.bus.on(self, ("document",), self._refresh)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        key_shortcut("Ctrl+P", self, self.main_action, inside)
        key_shortcut("Ctrl+S", self, self.save, inside)

    def activate(self, argument: Any = None) -> None:
        documents, actor, document_id = self.context.services.documents, self.context.actor, self._about.document_id
        self.context.lanes.read(self, lambda: documents.open(actor, document_id), self._show, latest="open")

    def main_action(self) -> None:
        """Print: the originals that are due, or a copy."""
        paper = self._paper
        if paper is None or paper.is_void:
            return
        if len(paper.due) == 1 and paper.originals == 1:
            words = self.tr("The original")
        elif paper.due:
            listed = say("documents.list_comma").join(to_persian(number) for number in paper.due)
            words = self.tr("Originals {numbers} of {total}").format(
                numbers=listed, total=to_persian(paper.originals)
            )
        else:
            words = self.tr("A copy, with its mark across the sheet")
        self.run.start(words, paper.file_name, self._make_job)

    def save(self) -> None:
        """Store the sheets that would be printed as a PDF file."""
        if self._paper is not None and not self._paper.is_void:
            self.run.save(self._paper.file_name, self._make_job)

    def correct(self) -> None:
        """The page of the paper that takes the place of this one."""
        paper = self._paper
        if paper is not None and paper.may_correct:
            self.context.navigate("issue_paper", IssueArgument(paper.case_id, replaces_id=paper.id))

    def paper(self) -> IssuedPaper | None:
        return self._paper

    def _make_job(self, target: str) -> Any:
        documents, actor = self.context.services.documents, self.context.actor
        return documents.record_print(actor, self._about.document_id, target, self.facts.copy_for())

    def _make_buttons(self) -> None:
        self._void = DangerButton(self.tr("Make void"), "file-cancel-outline")
        self._save = QuietButton(self.tr("Save as PDF"), "content-save-outline")
        self._print = PrimaryButton(self.tr("Print"), "printer-outline")
        self._correct = QuietButton(self.tr("Correct"), "file-edit-outline")
        self._correct.setToolTip(self.tr("A new paper takes the place of this one, and says so"))
        self._correct.clicked.connect(self.correct)
        self._void.clicked.connect(self._ask_void)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.main_action)
        self._save.setToolTip(with_keys(self._save.text(), "Ctrl+S"))
        self._print.setToolTip(with_keys(self._print.text(), "Ctrl+P"))
        for button in (self._void, self._correct, self._save, self._print):
            button.setEnabled(False)
            self.add_button(button)

    def _show(self, opened: OpenedPaper) -> None:
        self.card.view.show_paper(opened.content)
        self._take(opened.paper)
        if self._prints_now:
            self._prints_now = False
            self.main_action()
        elif self.focusWidget() is None:
            self.card.view.setFocus()

    def _refresh(self) -> None:
        documents, actor, document_id = self.context.services.documents, self.context.actor, self._about.document_id
        self.context.lanes.read(self, lambda: documents.get(actor, document_id), self._take, latest="facts")

    def _take(self, paper: IssuedPaper) -> None:
        self._paper = paper
        number = isolate_ltr(to_persian(paper.number)) if paper.number else ""
        self.set_title(paper.title, number)
        self.card.set_title(paper.title)
        self.facts.show_facts(paper)
        self._void.setVisible(paper.may_void)
        self._void.setEnabled(paper.may_void)
        self._correct.setVisible(paper.may_correct)
        self._correct.setEnabled(paper.may_correct)
        for button in (self._save, self._print):
            button.setEnabled(not paper.is_void)

    def _print_again(self) -> None:
        """The spoilt originals are due: fetch them, then ask for the printer again."""
        documents, actor, document_id = self.context.services.documents, self.context.actor, self._about.document_id

        def then(paper: IssuedPaper) -> None:
            self._take(paper)
            self.main_action()

        self.context.lanes.read(self, lambda: documents.get(actor, document_id), then, latest="facts")

    def _ask_spoilt(self) -> None:
        """Found out later: the originals that were printed may still be marked as spoilt."""
        paper = self._paper
        if paper is not None:
            printed = tuple(n for n in range(1, paper.originals + 1) if n not in paper.due)
            self.run.ask_spoilt(paper.id, printed)

    def _ask_number(self) -> None:
        if self._paper is not None and self._paper.may_type_number:
            RegistrySheet(self, self.context, self._paper).open_sheet()

    def _ask_void(self) -> None:
        if self._paper is not None:
            VoidSheet(self, self.context, self._paper).open_sheet()
