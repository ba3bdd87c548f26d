"""«The files»: every file that one may know of, the newest first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.cases import CaseRow, CaseStatus
from services.clock import local
from services.codes import Code
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.search import CaseFilter
from services.staff.shapes import StaffRow
from ui.context import AppContext
from ui.listing.list_page import ListPage, Source
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.rows_model import Column
from ui.widgets.segments import Segments

_NEAR = timedelta(days=3)
_ALL, _MINE, _OPEN, _DONE = "all", "mine", "open", "done"
_TONES = {
    CaseStatus.ON_HOLD: "attention",
    CaseStatus.FOLLOW_UP: "accent",
    CaseStatus.OUTCOME_RECORDED: "accent",
    CaseStatus.CLOSED: "quiet",
    CaseStatus.VOIDED: "quiet",
}


class CasesPage(ListPage[CaseRow]):
    """Enter opens the file. Filters narrow by whose, whether done, kind and colleague."""

    noun = "case"
    nouns = ("case", "outcome", "party")

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.set_title(self.tr("Files"))
        self._is_oldest_first = False
        self.whose = Segments((Choice(_ALL, self.tr("All")), Choice(_MINE, self.tr("Mine"))))
        self.state = Segments(
            (
                Choice(_ALL, self.tr("All")),
                Choice(_OPEN, self.tr("Under way")),
                Choice(_DONE, self.tr("Finished")),
            )
        )
        self.group = ChoiceEdit((), self.tr("Every subject"))
        self.colleague = ChoiceEdit((), self.tr("Every colleague"))
        self.whose.set_value(_ALL)
        self.state.set_value(_OPEN)
        self.add_filter(self.whose, self.tr("Whose files"))
        self.add_filter(self.state, self.tr("Finished or not"))
        self.add_filter(self.group, self.tr("Subject"), 170)
        self.add_filter(self.colleague, self.tr("Colleague"), 170)
        for edit in (self.whose, self.state, self.group, self.colleague):
            edit.changed.connect(self.start_over)
        context.lanes.read(self, self._read_lists, self._fill_lists)

    def columns(self) -> Sequence[Column[CaseRow]]:
        return (
            Column(self.tr("Number"), lambda row: to_persian(row.case_no), width=132, key="number"),
            Column(self.tr("Opened"), lambda row: format_date(row.opened_on), width=98, key="opened", gives_way=1),
            Column(self.tr("Sides"), _sides),
            Column(self.tr("Subject"), lambda row: row.subject_line or row.category),
            Column(self.tr("Colleague"), lambda row: row.responsible_name, width=116),
            Column(self.tr("Stands at"), lambda row: row.status_label, tone=_tone, width=126),
            Column(self.tr("Reply until"), _due, tone=self._due_tone, width=106),
        )

    def source(self) -> Source[CaseRow]:
        which, lists, actor = self.which(), self.context.services.lists, self.context.actor
        oldest = self._is_oldest_first
        return Source(
            partial(lists.count_cases, actor, which),
            lambda offset, limit: lists.cases(actor, which, offset, limit, is_oldest_first=oldest),
        )

    def which(self) -> CaseFilter:
        """The filter as it stands."""
        state, colleague = self.state.value(), self.colleague.value()
        chosen = CaseFilter(is_mine=self.whose.value() == _MINE, group=self.group.value())
        if state in (_OPEN, _DONE):
            chosen = replace(chosen, is_open=state == _OPEN)
        return replace(chosen, responsible_id=UUID(colleague)) if colleague else chosen

    def open_row(self, row: CaseRow) -> None:
        self.context.navigate("case", row.id)

    def main_action(self) -> None:
        if self.context.may(Right.CASE_REGISTER):
            self.context.navigate("intake")

    def on_sort(self, key: str, is_descending: bool) -> None:
        self._is_oldest_first = not is_descending
        self.start_over()

    def empty_words(self) -> tuple[str, str]:
        if self.which() != CaseFilter(is_open=True) and self.which() != CaseFilter():
            return self.tr("No file fits these filters."), self.tr("Show all files")
        if self.context.may(Right.CASE_REGISTER):
            return self.tr("There is no file under way. A new one begins with an intake."), self.tr("New intake")
        return self.tr("There is no file under way."), ""

    def on_empty_action(self) -> None:
        if self.which() in (CaseFilter(is_open=True), CaseFilter()):
            self.main_action()
            return
        for edit, value in ((self.whose, _ALL), (self.state, _ALL), (self.group, ""), (self.colleague, "")):
            edit.set_value(value)

    def _read_lists(self) -> tuple[tuple[Code, ...], tuple[StaffRow, ...]]:
        services, actor = self.context.services, self.context.actor
        return services.codes.all(actor, "case_category_group"), services.staff.list(actor)

    def _fill_lists(self, lists: tuple[tuple[Code, ...], tuple[StaffRow, ...]]) -> None:
        groups, colleagues = lists
        self.group.set_choices([Choice(row.code, row.label) for row in groups])
        self.colleague.set_choices([Choice(str(row.id), row.full_name, quiet=row.title) for row in colleagues])

    def _due_tone(self, row: CaseRow) -> str:
        """Red when it is over, amber when it is near; a far day is a plain day."""
        if row.due_at is None:
            return ""
        now = self.context.services.uow.clock.now()
        return "danger" if row.due_at <= now else "attention" if row.due_at <= now + _NEAR else ""


def _sides(row: CaseRow) -> str:
    both = " / ".join(filter(None, (row.side_a, row.side_b)))
    return both or row.initials


def _tone(row: CaseRow) -> str:
    return _TONES.get(row.status, "information")


def _due(row: CaseRow) -> str:
    if row.due_at is None:
        return ""
    return format_date(local(row.due_at).date())
