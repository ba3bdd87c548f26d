"""The lists of a shift as cards, one a heading (P-34)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.handover import ShiftLine, ShiftLists, ShiftSection
from services.persian.digits import to_persian
from ui.handover.words import line_when, section_words
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.labels import Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

_ICONS = {
    ShiftSection.DANGERS: "alert-outline",
    ShiftSection.CLOCKS: "clock-alert-outline",
    ShiftSection.EXPECTED: "account-clock-outline",
    ShiftSection.CALLS: "phone-outline",
    ShiftSection.PAPERS: "file-sign",
}


class ShiftLinesView(QWidget):
    """A card for each heading that holds something; those that hold nothing are named in one quiet line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists: dict[ShiftSection, RowList] = {}
        self._cards: dict[ShiftSection, Card] = {}
        self._none = Words("", "quiet", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(12))
        for section in ShiftSection:
            rows, card = RowList(fits=True, dense=True), Card(section_words(section))
            rows.setAccessibleName(section_words(section))
            card.add(rows)
            card.hide()
            self.lists[section], self._cards[section] = rows, card
            box.addWidget(card)
        box.addWidget(self._none)

    def show_lists(self, lists: ShiftLists) -> None:
        empty = []
        for section, rows in self.lists.items():
            lines = lists.of(section)
            rows.set_rows([_row(place, line) for place, line in enumerate(lines)])
            card = self._cards[section]
            card.set_aside(to_persian(len(lines)) if lines else "")
            card.setVisible(bool(lines))
            if not lines:
                empty.append(section_words(section))
        words = self.tr("Nothing stands under: {headings}").format(headings="\u060c ".join(empty))
        self._none.setText(words)
        self._none.setVisible(bool(empty))


def _row(place: int, line: ShiftLine) -> Row:
    title = " · ".join(part for part in (to_persian(line.case_no), line.words) if part)
    tone = "attention" if line.is_late or line.section in (ShiftSection.DANGERS, ShiftSection.CLOCKS) else "quiet"
    return Row(place, title, "", line_when(line), tone, icon=_ICONS[line.section], lead=line.letter)
