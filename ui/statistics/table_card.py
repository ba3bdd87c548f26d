"""One table of the report: rows of figures, each a way to its files where there is one."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from services.persian.digits import format_number
from services.statistics import Place, StatRow, StatTable
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.labels import Words

_LABEL, _INDENT, _LINE, _AROUND = 3, 14, 24, 4


class TableCard(Card):
    """`wanted` carries the `Place` of a figure that was opened."""

    wanted = Signal(object)

    def __init__(self, table: StatTable, *, opens: bool, parent: QWidget | None = None) -> None:
        super().__init__(table.title, parent=parent)
        self._table = table
        self._opens = opens and table.opens_files
        self.links: list[LinkButton] = []
        self.add(Words(table.rule, "quiet", wrap=True))
        if not table.rows:
            self.add(Words(self.tr("Nothing was recorded in this period."), "quiet"))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(2))
        grid.setColumnStretch(0, _LABEL)
        for column, words in enumerate(table.head, start=1):
            above = Words(words, "quiet", wrap=True)
            above.setContentsMargins(0, 0, px(_AROUND), 0)
            grid.addWidget(above, 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.setColumnStretch(column, 1)
        rows = table.rows if table.sums is None else (*table.rows, table.sums)
        for place, row in enumerate(rows, start=1):
            self._add_row(grid, place, row, is_sum=row is table.sums)
        self.add(grid)

    def _add_row(self, grid: QGridLayout, place: int, row: StatRow, *, is_sum: bool) -> None:
        is_head = is_sum or (row.level == 0 and any(one.level for one in self._table.rows))
        label = Words(row.label, "strong" if is_head else "", wrap=True)
        label.setContentsMargins(0, 0, px(_INDENT * row.level), 0)
        grid.addWidget(label, place, 0)
        for column, value in enumerate(row.values, start=1):
            figure = self._figure(row, column - 1, value, is_strong=is_head)
            figure.setMinimumHeight(px(_LINE))
            # "left" is where a line begins in this direction
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(figure, place, column, side)

    def _figure(self, row: StatRow, at: int, value: int | None, *, is_strong: bool) -> QWidget:
        words = "\u2013" if value is None else format_number(value)
        columns = self._table.columns
        leads = self._opens and row.key and value and at < len(columns)
        if not leads or (self._table.key == "special" and not columns[at]):
            said = Words(words, "strong" if is_strong else "")
            said.setContentsMargins(0, 0, px(_AROUND), 0)  # as far in as the words of a link
            return said
        link = LinkButton(words)
        link.setProperty("dense", True)
        link.setAccessibleName(f"{self._table.title}\u060c {row.label}\u060c {self._table.head[at]}\u060c {words}")
        link.setToolTip(self.tr("Show these files"))
        link.clicked.connect(partial(self._open, Place(self._table.key, row.key, columns[at])))
        self.links.append(link)
        return link

    def _open(self, place: Place) -> None:
        self.wanted.emit(place)
