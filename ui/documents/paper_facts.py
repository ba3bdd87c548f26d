"""What is known of an issued paper, beside its picture: number, day, who; its prints."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from services.catalogue import say
from services.clock import local
from services.documents import IssuedPaper, PrintKind, PrintRow
from services.persian.digits import to_persian
from services.persian.jalali import format_date, format_time
from services.persian.text import isolate_ltr
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.labels import Chip, Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row


class PaperFacts(QWidget):
    """Two cards; `show_facts` fills them anew. `spoilt_wanted`: a printed original turned out to be spoilt;
    `number_wanted`: the registry's number came; `paper_wanted` carries the paper that this one corrects, or that
    corrects it."""

    spoilt_wanted = Signal()
    number_wanted = Signal()
    paper_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = Card()
        self._facts.set_title(self.tr("This paper"))
        self._state = Chip("", "accent")
        self._facts.header.addWidget(self._state)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(1, 1)
        self._facts.add(self._grid)
        self._type_number = LinkButton(self.tr("Type the registry's number"), "pound")
        self._type_number.clicked.connect(self.number_wanted)
        self._other = LinkButton("", "file-replace-outline")
        self._other.clicked.connect(lambda: self.paper_wanted.emit(self._other_id))
        self._other_id: UUID | None = None
        for button in (self._type_number, self._other):
            self._facts.add(button)
            button.hide()
        self._prints = Card()
        self._prints.set_title(self.tr("Prints"))
        self._spoilt = LinkButton(self.tr("A sheet is spoilt"), "printer-alert")
        self._spoilt.clicked.connect(self.spoilt_wanted)
        self._prints.header.addWidget(self._spoilt)
        self._due = Words("", "quiet", wrap=True)
        self._rows = RowList(fits=True, dense=True)
        self._rows.setAccessibleName(self.tr("Prints"))
        self._whose = Field(self.tr("A copy of"), ChoiceEdit())
        self._prints.add(self._due)
        self._prints.add(self._whose)
        self._prints.add(self._rows)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(14))
        box.addWidget(self._facts)
        box.addWidget(self._prints)
        box.addStretch(1)

    def copy_for(self) -> int:
        """Whose copy is to be printed: the number of the original, 0 for the full paper (P-17)."""
        chosen = str(self._whose.value() or "") if not self._whose.isHidden() else ""
        return int(chosen) if chosen.isdecimal() else 0

    def show_facts(self, paper: IssuedPaper) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        issued = local(paper.issued_at)
        facts = [
            (self.tr("Number"), isolate_ltr(to_persian(paper.number)) if paper.number else ""),
            (self.tr("Registry"), format_date(paper.registry_on) if paper.registry_on else ""),
            (self.tr("Case"), isolate_ltr(to_persian(paper.case_no))),
            (self.tr("For"), paper.person_name),
            (self.tr("Issued"), f"{format_date(issued.date())} {format_time(issued.time())}"),
            (self.tr("By"), paper.issued_by),
            (self.tr("Originals"), to_persian(paper.originals)),
            (self.tr("Reason"), paper.void_reason),
        ]
        for row, (label, value) in enumerate((label, value) for label, value in facts if value):
            self._grid.addWidget(Words(label, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Words(value, wrap=True), row, 1)
        self._type_number.setVisible(paper.may_type_number)
        self._show_other(paper)
        self._show_recipients(paper)
        if paper.is_void:
            self._state.set(self.tr("Void"), "danger")
        elif paper.awaits_registry:
            self._state.set(self.tr("Waits for its number"), "attention")
        else:
            self._state.set(self.tr("Issued"), "accent")
        self._due.setText(self._due_words(paper))
        self._due.setVisible(bool(self._due.text()))
        self._rows.set_rows([self._row(place, row) for place, row in enumerate(paper.prints)])
        self._rows.setVisible(bool(paper.prints))
        self._spoilt.setVisible(not paper.is_void and len(paper.due) < paper.originals)

    def _show_other(self, paper: IssuedPaper) -> None:
        self._other_id = paper.replaced_by_id or paper.replaces_id
        later = self.tr("The paper that took its place")
        self._other.setText(later if paper.replaced_by_id else self.tr("The paper that it corrects"))
        self._other.setVisible(self._other_id is not None)

    def _show_recipients(self, paper: IssuedPaper) -> None:
        """Once the originals are out, a copy is of what one of the recipients got."""
        self._whose.setVisible(bool(paper.recipients) and not paper.due and not paper.is_void)
        before = self._whose.value()
        choices = [Choice(str(one.number), one.label) for one in paper.recipients]
        edit = self._whose.edit
        if isinstance(edit, ChoiceEdit):
            edit.set_choices(choices)
            edit.set_value(str(before or (choices[-1].code if choices else "")))

    def _due_words(self, paper: IssuedPaper) -> str:
        if paper.is_void:
            return self.tr("A void paper is not printed any more.")
        if len(paper.due) == 1 and paper.originals == 1:
            return self.tr("The original is still to be printed.")
        if paper.due:
            called = {one.number: one.label for one in paper.recipients}
            listed = say("documents.list_comma").join(_called(number, called.get(number, "")) for number in paper.due)
            return self.tr("Still to be printed as originals: {numbers}").format(numbers=listed)
        return self.tr("All originals are printed; from now on prints are copies with a mark.")

    def _row(self, place: int, row: PrintRow) -> Row:
        at = local(row.at)
        when = f"{format_date(at.date())} {format_time(at.time())}"
        tones = {PrintKind.ORIGINAL: "accent", PrintKind.COPY: "information", PrintKind.SPOILT: "attention"}
        quiet = self.tr("{day}, {name}").format(day=when, name=row.by_name)
        listed = say("documents.list_comma").join(to_persian(number) for number in row.numbers)
        title = row.target or self.tr("Original {numbers}").format(numbers=listed)
        return Row(place, title, quiet, row.kind_label, tones[row.kind])


def _called(number: int, recipient: str) -> str:
    return f"{to_persian(number)} ({recipient})" if recipient else to_persian(number)
