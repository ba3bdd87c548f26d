"""«Statistics»: the unit's tables of a Jalali period, and the report that is made of them (domain.md §2.10, D20)."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from services.actor import Right
from services.documents import PaperKind, ReportedFigures
from services.persian.digits import format_number, to_persian
from services.statistics import Period, PeriodKind, Place, Rate, Report, StatTable, period_at, period_named
from ui.context import AppContext
from ui.documents.argument import IssueArgument
from ui.navigation import GAP, PAIRED, Page
from ui.runtime.shortcuts import with_keys
from ui.statistics.figure_tile import FigureTile
from ui.statistics.files_sheet import FilesSheet
from ui.statistics.pictures import Pictures
from ui.statistics.table_card import TableCard
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.labels import Words
from ui.widgets.notices import Notice

_HOW_MANY = {PeriodKind.MONTH: 13, PeriodKind.QUARTER: 5, PeriodKind.HALF: 3, PeriodKind.YEAR: 2}
_WIDE = ("subjects", "clients")
_NOUNS = ("case", "outcome", "session", "referral_out", "follow_up", "advice", "inquiry", "appointment", "document")


class StatisticsPage(Page):
    """Opened with the name of a period, or with nothing for this month."""

    widest = PAIRED

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.set_title(self.tr("Statistics"))
        self.report: Report | None = None
        self.cards: list[TableCard] = []
        self.period = ChoiceEdit(self._periods())
        self.period.setAccessibleName(self.tr("Period"))
        self.period.setFixedWidth(px(230))
        self.period.set_value(str(argument or period_at(context.today()).name))
        self.period.changed.connect(self._load)
        self._buttons.addWidget(self.period)
        self._issue = PrimaryButton(self.tr("Report of this period"), "file-chart-outline")
        self._issue.setToolTip(with_keys(self._issue.text(), "Ctrl+Return"))
        self._issue.clicked.connect(self.main_action)
        self.add_button(self._issue)
        self._issue.setVisible(self._may_issue())
        self._reported = Notice("", "information", "file-check-outline")
        self._reported.hide()
        self.body.addWidget(self._reported)
        self._tiles = self._make_tiles()
        self.pictures = Pictures()
        self.body.addWidget(self.pictures)
        self._tables = QVBoxLayout()
        self._tables.setSpacing(px(GAP))
        self._holder: QWidget | None = None
        self.body.addLayout(self._tables)
        self.body.addStretch(1)
        context.bus.on(self, _NOUNS, self._load)

    def activate(self, argument: Any = None) -> None:
        if isinstance(argument, str) and argument:
            self.period.set_value(argument)
        self._load()

    def main_action(self) -> None:
        """The paper of the period in sight, for the command above."""
        if self.report is not None and self._may_issue():
            kind = PaperKind.MONTHLY_STATISTICS.value
            self.context.navigate("issue_paper", IssueArgument(None, kind, period=self.report.period.name))

    def _may_issue(self) -> bool:
        return self.context.may(Right.DOCUMENT_ISSUE) and self.context.may(Right.STATISTICS)

    def _periods(self) -> list[Choice]:
        """The latest of each kind, this one first."""
        groups = {
            PeriodKind.MONTH: self.tr("Months"),
            PeriodKind.QUARTER: self.tr("Quarters"),
            PeriodKind.HALF: self.tr("Half years"),
            PeriodKind.YEAR: self.tr("Years"),
        }
        found = []
        for kind, count in _HOW_MANY.items():
            latest = period_at(self.context.today(), kind)
            found += [Choice(one.name, one.words(), groups[kind]) for one in _backwards(latest, count)]
        return found

    def _load(self) -> None:
        name = self.period.value()
        if not name:
            return
        statistics, actor = self.context.services.statistics, self.context.actor
        read = partial(statistics.report, actor, period_named(name))
        self.context.lanes.read(self, read, self._show, latest="report")
        documents = self.context.services.documents
        self.context.lanes.read(self, lambda: documents.reported(actor, name), self._show_reported, latest="reported")

    # --- showing ----------------------------------------------------------------------------------------------

    def _make_tiles(self) -> tuple[FigureTile, ...]:
        titles = (
            self.tr("Files that came"),
            self.tr("Settled of concluded"),
            self.tr("Path of safety"),
            self.tr("Kept at follow-up"),
            self.tr("Advice without a file"),
        )
        line = QHBoxLayout()
        line.setSpacing(px(GAP))
        made = tuple(FigureTile(title) for title in titles)
        for tile in made:
            line.addWidget(tile, 1)
        self.body.addLayout(line)
        return made

    def _show(self, report: Report) -> None:
        self.report = report
        self.set_title(self.tr("Statistics of {period}").format(period=report.words))
        self._show_tiles(report)
        self.pictures.show_report(report)
        if self._holder is not None:
            self._holder.deleteLater()
        self._holder = QWidget()
        down = QVBoxLayout(self._holder)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(px(GAP))
        # a list that is shorter than the figure would tell of a hidden file: only who sees all may open one
        opens = self.context.may(Right.CASE_VOID)
        self.cards = [TableCard(table, opens=opens) for table in report.tables]
        for card in self.cards:
            card.wanted.connect(self._open)
        for line in _in_lines(list(zip(report.tables, self.cards, strict=True))):
            row = QHBoxLayout()
            row.setSpacing(px(GAP))
            for card in line:
                row.addWidget(card, 1)
            down.addLayout(row)
        self._add_notes(down, report)
        self._tables.addWidget(self._holder)

    def _show_reported(self, reported: ReportedFigures | None) -> None:
        """A month that was reported stands as its paper says; what changed since then is told."""
        self._reported.setVisible(reported is not None)
        if reported is not None:
            self._reported.say(reported.words, "attention" if reported.changed else "information")

    def _add_notes(self, down: QVBoxLayout, report: Report) -> None:
        for rate in report.rates:
            down.addWidget(
                Words(f"{rate.label}: {_share(rate)} ({self._parts(rate)}) \u00b7 {rate.formula}", "quiet", wrap=True)
            )
        for note in report.notes:
            down.addWidget(Words(note, "quiet", wrap=True))

    def _show_tiles(self, report: Report) -> None:
        flow, outcomes = _figures(report.table("flow")), _figures(report.table("outcomes"))
        followed, advice = _figures(report.table("follow_ups")), report.table("advice")
        rate = report.rates[0]
        given = (advice.sums.values[0] or 0) if advice.sums is not None else 0
        kept = self.tr("of {count} done").format(count=format_number(followed["done"][0] or 0))
        before = self.tr("a year before: {count}").format(count=format_number(flow["new"][1] or 0))
        share = _share(rate)
        shown = (
            (format_number(flow["new"][0] or 0), before),
            (share, self._parts(rate)),
            (format_number(outcomes["safety_path"][0] or 0), self.tr("outside the rate")),
            (format_number(followed["kept"][0] or 0), kept),
            (format_number(given), self.tr("counted apart")),
        )
        for tile, (figure, made) in zip(self._tiles, shown, strict=True):
            tile.show_figure(figure, made)

    def _parts(self, rate: Rate) -> str:
        return self.tr("{count} of {whole}").format(
            count=format_number(rate.numerator), whole=format_number(rate.denominator)
        )

    def _open(self, place: Place) -> None:
        if self.report is not None:
            FilesSheet(self, self.context, self.report.period, place).open_sheet()


def _backwards(latest: Period, count: int) -> Iterator[Period]:
    found = latest
    for _ in range(count):
        yield found
        found = period_at(found.first - timedelta(days=1), found.kind)


def _figures(table: StatTable) -> dict[str, tuple[int | None, ...]]:
    return {row.key: row.values for row in table.rows}


def _share(rate: Rate) -> str:
    """A share of nothing is none."""
    if not rate.denominator:
        return "\u2013"
    return f"{to_persian(round(100 * rate.numerator / rate.denominator))}\u066a"


def _in_lines(made: list[tuple[StatTable, TableCard]]) -> Iterator[list[TableCard]]:
    """Two tables beside each other, the wide ones alone."""
    line: list[TableCard] = []
    for table, card in made:
        if table.key in _WIDE:
            if line:
                yield line
                line = []
            yield [card]
            continue
        line.append(card)
        if len(line) == 2:
            yield line
            line = []
    if line:
        yield line
