"""What the period was about and how it ended, as pictures over the tables of the same figures."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.persian.digits import format_number
from services.statistics import Report, StatRow
from ui.navigation import GAP
from ui.theme.theme import px
from ui.widgets.bars import BarRow, Bars
from ui.widgets.card import Card

_MOST = 8


class Pictures(QWidget):
    """The subjects and the outcomes that were counted most, and all others together. Not there while nothing was
    counted. Nobody's work is compared (P-19)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(px(GAP))
        self._cards: dict[str, tuple[Card, Bars]] = {}
        for key in ("subjects", "outcomes"):
            card, bars = Card(), Bars("")
            card.add(bars)
            self._line.addWidget(card, 1)
            self._cards[key] = card, bars
        self.hide()

    def show_report(self, report: Report) -> None:
        """Other figures."""
        found = False
        for key, (card, bars) in self._cards.items():
            table = report.table(key)
            rows = self._counted(table.rows)
            card.set_title(table.title)
            card.set_aside(table.head[0])
            bars.setAccessibleName(table.title)
            bars.show_rows(rows, table.head[:1])
            card.setVisible(bool(rows))
            found = found or bool(rows)
        self.setVisible(found)

    def bars(self, key: str) -> Bars:
        return self._cards[key][1]

    def _counted(self, rows: Sequence[StatRow]) -> list[BarRow]:
        """Each once: heads and sums of a table have no key."""
        counted = [(row.label, row.values[0] or 0) for row in rows if row.key and row.values[0]]
        counted.sort(key=lambda one: -one[1])
        shown, others = counted[:_MOST], sum(count for _, count in counted[_MOST:])
        made = [BarRow(label, (count,), (format_number(count),)) for label, count in shown]
        if others:
            made.append(BarRow(self.tr("all others"), (others,), (format_number(others),), is_quiet=True))
        return made
