"""«The unit's load» for the head: pictures beside the same figures as tables; nothing ranks anybody (P-19)."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from services.persian.digits import format_number, to_persian
from services.worklist import AgeGroup, CounsellorLoad, DayCapacity, Load
from ui.context import AppContext
from ui.navigation import GAP, PAIRED, Page
from ui.scheduling.words import day_words
from ui.theme.theme import px
from ui.widgets.bars import BarRow, Bars
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.labels import Words
from ui.widgets.notices import EmptyState
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_table import RowsTable
from ui.widgets.segments import Segments

NOUNS = ("case", "appointment", "session", "staff", "holiday", "setting", "room")
_PICTURES, _TABLES = "pictures", "tables"
_ABREAST = 900


class FiguresCard(Card):
    """One picture, or the table of the same figures in its place."""

    def __init__(self, title: str, aside: str, label: str, series: Sequence[str], *, stacked: bool = False) -> None:
        super().__init__(title, aside)
        self._series = tuple(series)
        self.bars = Bars(title, stacked=stacked)
        columns = [Column[BarRow](label, lambda row: row.label)]
        columns += [Column[BarRow](name, _words_at(place), align="left") for place, name in enumerate(series)]
        self.model: RowsModel[BarRow] = RowsModel(columns)
        self.table: RowsTable[BarRow] = RowsTable(self.model)
        self.table.setAccessibleName(title)
        self.add(self.bars)
        self.add(self.table)
        self.set_tables(shown=False)

    def show_rows(self, rows: Sequence[BarRow]) -> None:
        self.bars.show_rows(rows, self._series)
        self.model.set_rows(rows)
        height = self.table.horizontalHeader().sizeHint().height() + px(6)
        self.table.setFixedHeight(height + sum(self.table.rowHeight(row) for row in range(len(rows))))

    def set_tables(self, *, shown: bool) -> None:
        """The table in the place of the picture."""
        self.bars.setVisible(not shown)
        self.table.setVisible(shown)


def _words_at(place: int) -> Callable[[BarRow], str]:
    return lambda row: row.words[place]


class LoadPage(Page):
    """For the head alone. A picture needs no eye for colours, and each has its table one key away."""

    widest = PAIRED
    covers_itself = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.load: Load | None = None
        self.set_title(self.tr("The unit's load"))
        self.how = Segments((Choice(_PICTURES, self.tr("pictures")), Choice(_TABLES, self.tr("tables"))))
        self.how.setAccessibleName(self.tr("How the figures are shown"))
        self.how.set_value(_PICTURES)
        self.how.changed.connect(self._show_way)
        self.chips.addWidget(self.how)
        colleague = self.tr("Colleague")
        self.files = FiguresCard(self.tr("Open files"), "", colleague, (self.tr("files under way"),))
        self.hours = FiguresCard(
            self.tr("Hours with people"), "", colleague, (self.tr("the last 4 weeks"), self.tr("the next 7 days"))
        )
        self.ages = FiguresCard(self.tr("Age of the open files"), "", self.tr("Age"), (self.tr("files"),))
        self.week = FiguresCard(
            self.tr("Hours of this week"), "", self.tr("Day"), (self.tr("taken"), self.tr("free")), stacked=True
        )
        self._grid = QGridLayout()
        self._grid.setSpacing(px(GAP))
        self._empty = EmptyState(self.tr("Nobody here holds files yet; colleagues are added in the settings."))
        self._empty.hide()
        told = self.tr("By name. How cases ended is in none of these figures, and no colleague is compared by it.")
        self.body.addWidget(Words(told, "quiet", wrap=True))
        self.body.addWidget(self._empty)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self._columns = 0
        self._arrange(_ABREAST)
        context.bus.on(self, NOUNS, self._on_change)

    def cards(self) -> tuple[FiguresCard, ...]:
        return self.files, self.hours, self.ages, self.week

    def activate(self, argument: Any = None) -> None:
        self.refresh()

    def refresh(self) -> None:
        worklist, actor = self.context.services.worklist, self.context.actor
        self.context.lanes.read(self, lambda: worklist.load(actor), self._show, latest="load")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())

    def _on_change(self) -> None:
        if self.isVisible():
            self.refresh()

    def _arrange(self, width: int) -> None:
        columns = 2 if width >= px(_ABREAST) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards()):
            self._grid.addWidget(card, place // columns, place % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns > 1 else 0)

    def _show_way(self) -> None:
        for card in self.cards():
            card.set_tables(shown=self.how.value() == _TABLES)

    def _show(self, load: Load) -> None:
        self.load = load
        self.files.show_rows([self._files(one) for one in load.colleagues])
        self.hours.show_rows([self._hours(one) for one in load.colleagues])
        before = [None, *(one.until_days for one in load.ages)]
        self.ages.show_rows([self._age(one, since) for one, since in zip(load.ages, before, strict=False)])
        self.week.show_rows([self._day(one) for one in load.week])
        self._empty.setVisible(not load.colleagues)
        for card in (self.files, self.hours):
            card.setVisible(bool(load.colleagues))
        total = sum(one.count for one in load.ages)
        self.ages.set_aside(self.tr("{count} files").format(count=format_number(total)))

    def _files(self, one: CounsellorLoad) -> BarRow:
        return BarRow(one.name, (one.open_files,), (format_number(one.open_files),))

    def _hours(self, one: CounsellorLoad) -> BarRow:
        values = (one.minutes_held, one.minutes_booked)
        return BarRow(one.name, values, tuple(_hours_words(value) for value in values))

    def _age(self, one: AgeGroup, since: int | None) -> BarRow:
        if one.until_days is None:
            label = self.tr("over {days} days").format(days=to_persian(since or 0))
        elif since is None:
            label = self.tr("up to {days} days").format(days=to_persian(one.until_days))
        else:
            label = self.tr("{first} to {days} days").format(
                first=to_persian(since + 1), days=to_persian(one.until_days)
            )
        return BarRow(label, (one.count,), (format_number(one.count),))

    def _day(self, one: DayCapacity) -> BarRow:
        if one.is_off and not one.taken:
            return BarRow(day_words(one.day), (0, 0), ("", self.tr("day off")), is_quiet=True)
        values = (one.taken, one.free)
        return BarRow(day_words(one.day), values, tuple(_hours_words(value) for value in values))


def _hours_words(minutes: int) -> str:
    """Hours and minutes, as a clock writes them."""
    return to_persian(f"{minutes // 60}:{minutes % 60:02}")
