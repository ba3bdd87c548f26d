"""«Persons»: everybody whom one may know of, by family and given name (R-21)."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.actor import Right
from services.persian.digits import to_persian
from services.persian.text import isolate_ltr
from services.search import PersonListRow
from ui.context import AppContext
from ui.listing.list_page import ListPage, Source
from ui.people.person_sheet import PersonSheet
from ui.widgets.buttons import PrimaryButton
from ui.widgets.rows_model import Column


class PeoplePage(ListPage[PersonListRow]):
    """Enter opens the person."""

    noun = "person"
    nouns = ("person", "case", "party")

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.set_title(self.tr("Clients"))
        self._is_descending = False
        self.count_beside_title()
        if context.may(Right.PERSON_EDIT):
            new = PrimaryButton(self.tr("New person"), "account-plus-outline")
            new.enter_clicks = True
            new.clicked.connect(self.main_action)
            self.add_button(new)

    def columns(self) -> Sequence[Column[PersonListRow]]:
        return (
            Column(self.tr("Name"), lambda row: row.name, key="name"),
            Column(self.tr("Father"), lambda row: row.father_name, width=150),
            Column(self.tr("Born"), lambda row: to_persian(row.birth_year or ""), width=90, gives_way=1),
            Column(self.tr("National code"), lambda row: isolate_ltr(row.code), width=150),
            Column(self.tr("Newest file"), lambda row: to_persian(row.case_no), width=170),
            Column(self.tr("Age"), self._age, tone=_minor, width=120),
        )

    def source(self) -> Source[PersonListRow]:
        lists, actor, descending = self.context.services.lists, self.context.actor, self._is_descending
        return Source(
            partial(lists.count_persons, actor),
            lambda offset, limit: lists.persons(actor, offset, limit, is_descending=descending),
        )

    def open_row(self, row: PersonListRow) -> None:
        self.context.navigate("person", row.id)

    def main_action(self) -> None:
        if self.context.may(Right.PERSON_EDIT):
            sheet = PersonSheet(self, self.context)
            sheet.saved.connect(lambda person: self.context.navigate("person", person.id))
            sheet.open_sheet()

    def on_sort(self, key: str, is_descending: bool) -> None:
        self._is_descending = is_descending
        self.start_over()

    def empty_words(self) -> tuple[str, str]:
        if self.context.may(Right.CASE_REGISTER):
            return self.tr("Nobody is registered yet. Persons come with the intake of a file."), self.tr("New intake")
        return self.tr("Nobody is registered yet."), ""

    def on_empty_action(self) -> None:
        self.context.navigate("intake")

    def id_of(self, row: PersonListRow) -> UUID:
        return row.id

    def _age(self, row: PersonListRow) -> str:
        return self.tr("under 18") if row.is_minor else ""


def _minor(row: PersonListRow) -> str:
    return "information" if row.is_minor else ""
