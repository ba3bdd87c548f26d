"""What is known of an issued paper, beside its picture: number, day, who; its prints."""

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
from ui.widgets.labels import Chip, Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row


class PaperFacts(QWidget):
    """Two cards; `show_facts` fills them anew. `spoilt_wanted`: a printed original turned out to be spoilt."""

    spoilt_wanted = Signal()

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
        self._prints = Card()
        self._prints.set_title(self.tr("Prints"))
        self._spoilt = LinkButton(self.tr("A sheet is spoilt"), "printer-alert")
        self._spoilt.clicked.connect(self.spoilt_wanted)
        self._prints.header.addWidget(self._spoilt)
        self._due = Words("", "quiet", wrap=True)
        self._rows = RowList(fits=True, dense=True)
        self._rows.setAccessibleName(self.tr("Prints"))
        self._prints.add(self._due)
        self._prints.add(self._rows)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(14))
        box.addWidget(self._facts)
        box.addWidget(self._prints)
        box.addStretch(1)

    def show_facts(self, paper: IssuedPaper) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        issued = local(paper.issued_at)
        facts = [
            (self.tr("Number"), isolate_ltr(to_persian(paper.number))),
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
        if paper.is_void:
            self._state.set(self.tr("Void"), "danger")
        else:
            self._state.set(self.tr("Issued"), "accent")
        self._due.setText(self._due_words(paper))
        self._due.setVisible(bool(self._due.text()))
        self._rows.set_rows([self._row(place, row) for place, row in enumerate(paper.prints)])
        self._rows.setVisible(bool(paper.prints))
        self._spoilt.setVisible(not paper.is_void and len(paper.due) < paper.originals)

    def _due_words(self, paper: IssuedPaper) -> str:
        if paper.is_void:
            return self.tr("A void paper is not printed any more.")
        if len(paper.due) == 1 and paper.originals == 1:
            return self.tr("The original is still to be printed.")
        if paper.due:
            listed = say("documents.list_comma").join(to_persian(number) for number in paper.due)
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
