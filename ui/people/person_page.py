"""A person: who it is, how to reach them, whose relatives, and, as a second step, their files (P-6)."""

from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from services.actor import Right
from services.cases import CaseRow
from services.clock import local
from services.codes import CodeReader
from services.errors import NotFoundError
from services.people import (
    BirthPrecision,
    ContactDraft,
    ContactKind,
    ContactRow,
    GivenBy,
    PersonDetail,
    PersonRow,
    as_stored,
)
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.persian.phones import format_phone
from ui.context import AppContext
from ui.navigation import PAIRED, Page
from ui.people.contact_sheet import ContactSheet
from ui.people.merge_sheet import open_merge
from ui.people.person_sheet import PersonSheet
from ui.people.relation_sheet import RelationSheet
from ui.safety.reveal import DOTS, Reveal
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.labels import Chip, Words
from ui.widgets.notices import EmptyState, Notice
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row

_ICONS = {
    ContactKind.MOBILE: "cellphone",
    ContactKind.PHONE: "phone-outline",
    ContactKind.ADDRESS: "map-marker-outline",
}


@dataclass(frozen=True, slots=True)
class _Shown:
    person: PersonDetail
    facts: tuple[tuple[str, str], ...]
    others: tuple[PersonRow, ...]


class PersonPage(Page):
    """Opened with the person's id. Of a minor the screen shows initials (P-14); the names stand in the form."""

    widest = PAIRED

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self._person: PersonDetail | None = None
        self.edit = PrimaryButton(self.tr("Change"), "pencil-outline")
        self.edit.enter_clicks = True
        self.edit.clicked.connect(self.main_action)
        self._may_join = context.may(Right.CASE_VOID) and context.may(Right.PERSON_EDIT)
        self.join = QuietButton(self.tr("Join with another record"), "account-multiple-outline")
        self.join.clicked.connect(self._join)
        self.add_button(self.join)
        self.add_button(self.edit)
        self.join.setVisible(self._may_join)
        self.edit.setVisible(context.may(Right.PERSON_EDIT))
        self._twin = Notice(self.tr("Another record bears the same national code."), "attention")
        self._compare = QuietButton(self.tr("Compare the two"))
        self._compare.clicked.connect(self._join)
        self._twin.buttons.addWidget(self._compare)
        self._twin.hide()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(px(16))
        self._facts.setVerticalSpacing(px(8))
        self._facts.setColumnStretch(1, 1)
        self._contacts, self._relations, self._files = (RowList(fits=True) for _ in range(3))
        self._reveal = Reveal()
        self._reveal.hide()
        self._reveal.changed.connect(self._show_contacts)
        self._no_contacts, self._no_relations = Words("", "quiet", wrap=True), Words("", "quiet", wrap=True)
        self._files_words = Words(self.tr("Files of this person are read only when you ask for them."), "quiet")
        self._show_files = QuietButton(self.tr("Show the files"), "folder-search-outline")
        self._show_files.clicked.connect(self._read_files)
        self._gone = EmptyState(self.tr("This person is not here."), self.tr("To the list"))
        self._gone.acted.connect(lambda: context.navigate("people"))
        self._gone.hide()
        self._lay_out_cards()
        self._contacts.opened.connect(self._open_contact)
        self._relations.opened.connect(lambda key: context.navigate("person", key))
        self._files.opened.connect(lambda key: context.navigate("case", key))
        context.bus.on(self, ("person", "case"), self._refresh)

    def activate(self, argument: Any = None) -> None:
        if isinstance(argument, UUID):
            self.argument = argument
        self._read(is_opened=True)

    def main_action(self) -> None:
        if self._person is not None and self.context.may(Right.PERSON_EDIT):
            PersonSheet(self, self.context, self._person).open_sheet()

    def _refresh(self) -> None:
        if self.isVisible():
            self._read(is_opened=False)

    def _read(self, *, is_opened: bool) -> None:
        services, actor, person_id = self.context.services, self.context.actor, self.argument

        def read() -> _Shown:
            person = services.people.get(actor, person_id)
            others = services.people.other_records(actor, person_id) if self._may_join else ()
            return _Shown(person, self._facts_of(services.codes.of(actor), person), others)

        self.context.lanes.read(self, read, self._show, self._failed, latest="person")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, NotFoundError):
            self.context.errors.present(error)
            return
        self._cards.hide()
        self.edit.hide()
        self.join.hide()
        self._gone.show()

    def _show(self, shown: _Shown) -> None:
        person = self._person = shown.person
        self.set_title(person.name)
        self._set_chips(person)
        self._twin.setVisible(bool(shown.others))
        _fill_grid(self._facts, shown.facts)
        self._reveal.setVisible(any(row.is_confidential and not row.is_masked for row in person.contacts))
        self._show_contacts()
        self._contacts.setVisible(bool(person.contacts))
        self._no_contacts.setText("" if person.contacts else self.tr("No telephone or address is known yet."))
        self._no_contacts.setVisible(not person.contacts)
        rows = [Row(row.other.id, row.other.name, row.label, icon="account-outline") for row in person.relations]
        self._relations.set_rows(rows)
        self._relations.setVisible(bool(rows))
        self._no_relations.setText("" if rows else self.tr("Relations are noted when a file is registered, or here."))
        self._no_relations.setVisible(not rows)

    def _show_contacts(self) -> None:
        if self._person is not None:
            self._contacts.set_rows([self._contact_row(row) for row in self._person.contacts])

    def _join(self) -> None:
        if self._person is not None:
            open_merge(self, self.context, self._person)

    def _set_chips(self, person: PersonDetail) -> None:
        _empty(self.chips)
        if person.is_minor:
            self.chips.addWidget(Chip(self.tr("under 18"), "information"))
        if person.is_deceased:
            self.chips.addWidget(Chip(self.tr("deceased"), "quiet"))

    def _contact_row(self, row: ContactRow) -> Row:
        if row.is_masked:
            return Row(row.id, self.tr("Confidential"), row.owner_label, icon="lock-outline")
        value = to_persian(row.value) if row.kind is ContactKind.ADDRESS else format_phone(row.value)
        if row.is_confidential and not self._reveal.is_shown():
            value = DOTS
        hours = self.tr("hours: {hours}").format(hours=to_persian(row.safe_hours)) if row.safe_hours else ""
        given = self._given(row)
        quiet = " · ".join(filter(None, (row.owner_label, given, hours)))
        chip, tone = self._contact_chip(row)
        return Row(row.id, value, quiet, chip, tone, _ICONS[row.kind])

    def _given(self, row: ContactRow) -> str:
        """Who said it and when (P-9)."""
        told = {
            GivenBy.PERSON: row.given_by_name,
            GivenBy.REFERRER: self.tr("the letter or the referrer"),
            GivenBy.STAFF: self.tr("a colleague"),
        }.get(row.given_by, "")
        day = format_date(local(row.given_at).date())
        return self.tr("said by {name}, {day}").format(name=told, day=day) if told else day

    def _contact_chip(self, row: ContactRow) -> tuple[str, str]:
        if row.do_not_call:
            return self.tr("do not call"), "attention"
        if row.is_safe is False:
            return self.tr("not safe"), "attention"
        if row.is_confidential:
            return self.tr("confidential"), "information"
        return (self.tr("safe"), "accent") if row.is_safe else ("", "quiet")

    def _open_contact(self, key: object) -> None:
        if self._person is None or not self.context.may(Right.PERSON_EDIT):
            return
        row = next((one for one in self._person.contacts if one.id == key and not one.is_masked), None)
        if row is None:
            return
        sheet = ContactSheet(self, self.context, self._person.id, row)
        retire = QuietButton(self.tr("No longer valid"))
        retire.clicked.connect(lambda: self._retire(sheet, row))
        sheet.add_button(retire)
        sheet.open_sheet()

    def _add_contact(self) -> None:
        if self._person is not None:
            ContactSheet(self, self.context, self._person.id, relations=self._person.relations).open_sheet()

    def _add_relation(self) -> None:
        if self._person is not None:
            RelationSheet(self, self.context, self._person).open_sheet()

    def _retire(self, sheet: ContactSheet, row: ContactRow) -> None:
        assert self._person is not None
        gone = ContactDraft(row.kind, row.value, row.id, is_removed=True)
        draft = as_stored(self._person.id, gone)
        people, actor = self.context.services.people, self.context.actor

        def done(_person: PersonDetail) -> None:
            sheet.close_sheet()
            self.context.toasts.show(self.tr("The contact is no longer used."), partial(self._put_back, row))

        self.context.lanes.write(self, lambda: people.save(actor, draft), done)

    def _put_back(self, row: ContactRow) -> None:
        assert self._person is not None
        back = ContactDraft(
            row.kind, row.value, None, row.postal_code, row.owner, row.is_safe, row.safe_hours, row.code_word,
            row.is_confidential, row.do_not_call, row.given_by, row.given_by_person_id,
        )  # fmt: skip
        draft = as_stored(self._person.id, back)
        people, actor = self.context.services.people, self.context.actor
        self.context.lanes.write(self, lambda: people.save(actor, draft))

    def _read_files(self) -> None:
        cases, actor, person_id = self.context.services.cases, self.context.actor, self.argument
        self.context.lanes.read(self, lambda: cases.earlier_files(actor, person_id), self._show_found)

    def _show_found(self, rows: tuple[CaseRow, ...]) -> None:
        self._show_files.hide()
        self._files_words.setText("" if rows else self.tr("There is no file that you may open."))
        self._files_words.setVisible(not rows)
        self._files.set_rows([_case_row(row) for row in rows])
        self._files.setVisible(bool(rows))
        if rows:
            self._files.setFocus(Qt.FocusReason.OtherFocusReason)

    def _facts_of(self, codes: CodeReader, person: PersonDetail) -> tuple[tuple[str, str], ...]:
        """Label and words of what is known; runs in a lane, where the code lists are read."""
        lists = (
            (self.tr("Sex"), "sex", person.sex),
            (self.tr("Marital status"), "marital_status", person.marital_status),
            (self.tr("Education"), "education", person.education),
            (self.tr("Activity"), "occupation_status", person.occupation_status),
        )
        found = [
            (self.tr("Name"), person.name),
            (self.tr("Father's name"), "" if person.is_minor else person.father_name),
            (self.tr("Born"), self._born(person)),
            (codes.label("id_kind", person.id_kind), to_persian(person.national_code or person.other_id_no)),
            *((label, codes.label(listed, code)) for label, listed, code in lists),
            (self.tr("Occupation"), person.occupation_title),
            (self.tr("Language"), codes.label("language", person.language)),
            (self.tr("Nationality"), codes.label("nationality", person.nationality)),
            (self.tr("Reads and writes"), self.tr("no; papers are read aloud") if person.can_read is False else ""),
            (self.tr("Interpreter"), self.tr("needed") if person.needs_interpreter else ""),
        ]
        return tuple((label, words) for label, words in found if words)

    def _born(self, person: PersonDetail) -> str:
        if person.birth_on is None:
            return ""
        if person.birth_precision is BirthPrecision.DAY:
            born = format_date(person.birth_on)
        elif person.birth_precision is BirthPrecision.ESTIMATED:
            born = self.tr("about {year}").format(year=to_persian(person.birth_year or ""))
        else:
            born = to_persian(person.birth_year or "")
        return self.tr("{born} · {age} years").format(born=born, age=to_persian(person.age or 0))

    def _lay_out_cards(self) -> None:
        who, reach = Card(self.tr("Identity")), Card(self.tr("Contacts"))
        reach.header.addWidget(self._reveal)
        kin, files = Card(self.tr("Relations")), Card(self.tr("Files"))
        who.add(self._facts)
        if self.context.may(Right.PERSON_EDIT):
            add = LinkButton(self.tr("Add a contact"), "plus")
            add.clicked.connect(self._add_contact)
            reach.header.addWidget(add)
            reach.set_aside("")
            relate = LinkButton(self.tr("Add a relation"), "plus")
            relate.clicked.connect(self._add_relation)
            kin.header.addWidget(relate)
            kin.set_aside("")
        for card, parts in (
            (reach, (self._no_contacts, self._contacts)),
            (kin, (self._no_relations, self._relations)),
            (files, (self._files_words, self._files)),
        ):
            for part in parts:
                card.add(part)
            parts[1].setAccessibleName(card.accessibleName())
        files.body.addWidget(self._show_files, 0, Qt.AlignmentFlag.AlignRight)
        self._files.hide()
        self._cards = QWidget()
        across = QHBoxLayout(self._cards)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(14))
        for column, cards in ((QVBoxLayout(), (who, kin)), (QVBoxLayout(), (reach, files))):
            column.setSpacing(px(14))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            across.addLayout(column, 1)
        self.body.addWidget(self._twin)
        self.body.addWidget(self._cards)
        self.body.addWidget(self._gone, 1)
        self.body.addStretch(1)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _fill_grid(grid: QGridLayout, facts: tuple[tuple[str, str], ...]) -> None:
    _empty(grid)
    for number, (label, words) in enumerate(facts):
        grid.addWidget(Words(label, "quiet"), number, 0)
        grid.addWidget(Words(words, wrap=True), number, 1)


def _case_row(row: CaseRow) -> Row:
    quiet = " · ".join((row.category, format_date(row.opened_on)))
    return Row(row.id, to_persian(row.case_no), quiet, row.status_label, "information", "folder-outline")
