"""The list pages on a real file: rows come, filters narrow, Enter opens, copying is recorded, empty ones help."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.unit import AuditEvent
from services.letters import LetterRow
from services.people import ContactKind, PersonDraft
from tests.ui.desk import Desk, show
from tests.ui.keys import press, type_text
from ui.cases.cases_page import CasesPage
from ui.letters.entry_sheet import EntrySheet
from ui.letters.letter_sheet import LetterSheet
from ui.letters.letters_page import LettersPage
from ui.people.contact_sheet import ContactSheet
from ui.people.people_page import PeoplePage
from ui.people.person_page import PersonPage
from ui.people.person_sheet import PersonSheet
from ui.play.keyboard import Keyboard
from ui.safety.reveal import DOTS
from ui.widgets.sheet import Sheet


def _open(page: Any, desk: Desk, qtbot: QtBot, argument: Any = None) -> Any:
    qtbot.addWidget(page)
    show(page)
    page.activateWindow()
    page.activate(argument)
    _settle(desk, qtbot)
    return page


def _settle(desk: Desk, qtbot: QtBot) -> None:
    """Until nothing is under way, also not what an answer asked for."""
    Keyboard(desk.lanes).settle()


def _sheet(page: Any, kind: type[Sheet]) -> Any:
    return next(sheet for sheet in page.window().findChildren(kind) if sheet.isVisible())


def _names(page: Any, column: int = 0) -> list[str]:
    model = page.model
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_cases_newest_first_with_filters(filled: Desk, qtbot: QtBot) -> None:
    page = _open(CasesPage(filled.context_of("counsellor")), filled, qtbot)
    assert _names(page) == ["۱۱۱۲-۱۴۰۵-۰۰۰۲", "۱۱۱۲-۱۴۰۵-۰۰۰۱"]
    assert _names(page, 2) == ["مریم محمدی", "زهرا کریمی / رضا احمدی"]
    page.whose.set_value("mine")
    _settle(filled, qtbot)
    assert _names(page) == ["۱۱۱۲-۱۴۰۵-۰۰۰۱"]
    page.state.set_value("done")
    _settle(filled, qtbot)
    assert page._stack.currentWidget() is page._empty
    page._empty.acted.emit()
    _settle(filled, qtbot)
    assert len(_names(page)) == 2


def test_enter_opens_and_copying_is_recorded(filled: Desk, qtbot: QtBot) -> None:
    page = _open(CasesPage(filled.context_of("counsellor")), filled, qtbot)
    page.table.setFocus()
    page.table.select_first()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    _settle(filled, qtbot)
    assert QGuiApplication.clipboard().text().startswith("شماره\tتاریخ ثبت")
    with Session(filled.services.uow._engine) as session:
        assert session.scalars(select(AuditEvent).where(AuditEvent.action == "list.copy")).one().noun == "case"
    press(page.table, Qt.Key.Key_Return)
    assert filled.said.went[-1] == ("case", page.model.row(0).id)
    assert filled.said.errors == []


def test_a_clerk_copies_nothing(filled: Desk, qtbot: QtBot) -> None:
    page = _open(CasesPage(filled.context_of("clerk")), filled, qtbot)
    QGuiApplication.clipboard().clear()
    page.table.select_first()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize(
    ("kind", "words"),
    [(CasesPage, "پذیرش"), (PeoplePage, "پذیرش"), (LettersPage, "نامه‌ها اینجا")],
)
def test_an_empty_list_says_what_to_do(kind: Any, words: str, desk: Desk, qtbot: QtBot) -> None:
    page = _open(kind(desk.context_of("counsellor")), desk, qtbot)
    assert page._stack.currentWidget() is page._empty
    assert words in page._empty._words.text()


def test_persons_by_name_both_ways(filled: Desk, qtbot: QtBot) -> None:
    page = _open(PeoplePage(filled.context_of("counsellor")), filled, qtbot)
    assert _names(page) == ["رضا احمدی", "زهرا کریمی", "مریم محمدی"]
    page.table._sort_by(0)
    page.table._sort_by(0)
    _settle(filled, qtbot)
    assert _names(page) == ["مریم محمدی", "زهرا کریمی", "رضا احمدی"]


def test_a_list_follows_what_others_change(filled: Desk, qtbot: QtBot) -> None:
    page = _open(PeoplePage(filled.context_of("counsellor")), filled, qtbot)
    people, head = filled.services.people, filled.actors["unit_head"]
    filled.lanes.write(page, lambda: people.save(head, PersonDraft(given_name="آرمان", family_name="آذر")))
    _settle(filled, qtbot)
    assert _names(page)[0] == "آرمان آذر"


def _person_page(filled: Desk, qtbot: QtBot, role: str = "counsellor") -> PersonPage:
    context = filled.context_of(role)
    row = filled.services.lists.persons(context.actor)[1]
    page: PersonPage = _open(PersonPage(context, row.id), filled, qtbot, row.id)
    return page


def test_files_of_a_person_are_a_second_step(filled: Desk, qtbot: QtBot) -> None:
    page = _person_page(filled, qtbot)
    assert page.title() == "زهرا کریمی"
    assert page._files.isHidden()
    page._show_files.click()
    _settle(filled, qtbot)
    assert [row.title for row in page._files.rows()] == ["۱۱۱۲-۱۴۰۵-۰۰۰۱"]


def test_a_person_is_changed_and_wrong_fields_are_named(filled: Desk, qtbot: QtBot) -> None:
    page = _person_page(filled, qtbot)
    page.main_action()
    _settle(filled, qtbot)
    sheet = _sheet(page, PersonSheet)
    assert sheet.form.field("family_name").value() == "کریمی"
    sheet.form.field("family_name").set_value("کریمی‌نژاد")
    sheet.form.field("occupation_title").set_value("معلم")
    sheet.form.field("nationality").set_value("afghanistan")
    sheet.submitted.emit()
    _settle(filled, qtbot)
    assert page.title() == "زهرا کریمی‌نژاد"
    assert page._person is not None
    assert page._person.nationality == "afghanistan"
    assert filled.said.errors == []


def test_what_a_colleague_changed_meanwhile_is_not_lost(filled: Desk, qtbot: QtBot) -> None:
    page = _person_page(filled, qtbot)
    page.main_action()
    _settle(filled, qtbot)
    sheet = _sheet(page, PersonSheet)
    assert page._person is not None
    theirs = replace(page._person.draft(), occupation_title="پرستار", contacts=())
    filled.services.people.save(filled.actors["unit_head"], theirs)
    sheet.form.field("father_name").set_value("اکبر")
    sheet.submitted.emit()
    _settle(filled, qtbot)
    assert sheet.conflict.isVisible()
    assert sheet.form.field("father_name").value() == "اکبر"
    sheet.conflict.keep_wanted.emit()
    _settle(filled, qtbot)
    stored = filled.services.people.get(filled.actors["unit_head"], page._person.id)
    assert stored.father_name == "اکبر"


def test_a_contact_is_added_and_retired_with_a_way_back(filled: Desk, qtbot: QtBot) -> None:
    page = _person_page(filled, qtbot)
    page._add_contact()
    _settle(filled, qtbot)
    sheet = _sheet(page, ContactSheet)
    sheet.submitted.emit()  # nothing was typed: nothing may be said to be stored
    assert sheet.isVisible()
    assert sheet.form.field("value").error()
    type_text(sheet.form.field("value").edit, "09603334455")
    sheet.submitted.emit()
    _settle(filled, qtbot)
    assert page._person is not None
    assert [row.value for row in page._person.contacts] == ["09601111111", "09603334455"]
    page._open_contact(page._person.contacts[1].id)
    _settle(filled, qtbot)
    page._retire(_sheet(page, ContactSheet), page._person.contacts[1])
    _settle(filled, qtbot)
    assert len(page._person.contacts) == 1


def test_a_confidential_address_stands_there_only_while_it_is_wanted(filled: Desk, qtbot: QtBot) -> None:
    """P-3, P-9: dots until «show» or a held key; the line says who told it and when. Half a contact waits."""
    page = _person_page(filled, qtbot)
    page._add_contact()
    _settle(filled, qtbot)
    sheet = _sheet(page, ContactSheet)
    type_text(sheet.form.field("value").edit, "خانه امن، کوچه یاس")
    sheet.ask_to_close()
    _settle(filled, qtbot)
    page._add_contact()
    _settle(filled, qtbot)
    sheet = _sheet(page, ContactSheet)
    assert sheet.form.field("value").value() == "خانه امن، کوچه یاس"
    husband = next(choice for choice in sheet.form.field("given_by").edit.choices() if choice.label == "رضا احمدی")
    sheet.form.set_values({"kind": "address", "is_confidential": True, "given_by": husband.code})
    sheet.submitted.emit()
    _settle(filled, qtbot)
    phone, row = (page._contact_row(contact) for contact in page._person.contacts)  # type: ignore[union-attr]
    assert phone.title == "۰۹۶۰\u00a0۱۱۱\u00a0۱۱۱۱"
    assert (row.title, row.chip) == (DOTS, "محرمانه")
    assert "به گفته رضا احمدی، ۱۴۰۵/۰۸/۳۰" in row.quiet
    assert not page._reveal.isHidden()
    page._reveal.button().click()
    assert page._contacts.rows()[1].title == "خانه امن، کوچه یاس"
    page._reveal.hide_words()
    assert page._contacts.rows()[1].title == DOTS


def test_a_wrong_telephone_is_named_beside_its_field(filled: Desk, qtbot: QtBot) -> None:
    page = _person_page(filled, qtbot)
    page._add_contact()
    _settle(filled, qtbot)
    sheet = _sheet(page, ContactSheet)
    assert sheet.form.field("kind").value() == ContactKind.MOBILE.value
    sheet.form.field("value").set_value("12")
    sheet.submitted.emit()
    _settle(filled, qtbot)
    assert sheet.isVisible()
    assert filled.said.errors != []
    assert sheet.set_error("contacts.0.value", "نه") is True
    assert sheet.form.field("value").error() == "نه"


def test_a_person_who_may_not_be_known_is_not_here(filled: Desk, qtbot: QtBot) -> None:
    context = filled.context_of("counsellor")
    case = filled.services.lists.cases(context.actor)[0]
    page = _open(PersonPage(context, case.id), filled, qtbot, case.id)
    assert page._gone.isVisible()
    assert filled.said.errors == []


def test_letters_of_both_books_and_an_incoming_one(filled: Desk, qtbot: QtBot) -> None:
    page = _open(LettersPage(filled.context_of("counsellor")), filled, qtbot)
    assert _names(page) == ["۱۱۱۲/۱"] or len(_names(page)) == 1
    page.main_action()
    _settle(filled, qtbot)
    sheet = _sheet(page, EntrySheet)
    sheet.form.field("kind").set_value("authority_question")
    sheet.form.field("correspondent").set_value("دادسرای نمونه")
    sheet.form.field("their_number").set_value("۹۸/۷۷")
    sheet.submitted.emit()
    _settle(filled, qtbot)
    assert filled.said.errors == []
    assert len(_names(page)) == 2
    page.direction.set_value("outgoing")
    _settle(filled, qtbot)
    assert page._stack.currentWidget() is page._empty


def test_the_head_voids_a_letter_with_a_reason(filled: Desk, qtbot: QtBot) -> None:
    page = _open(LettersPage(filled.context_of("unit_head")), filled, qtbot)
    row = page.model.row(0)
    assert isinstance(row, LetterRow)
    page.open_row(row)
    sheet = _sheet(page, LetterSheet)
    sheet._void.click()
    assert sheet._reason.isVisible()
    type_text(sheet._reason.field("reason").edit, "دو بار ثبت شد")
    sheet._void.click()
    _settle(filled, qtbot)
    assert filled.said.errors == []
    assert page.model.row(0).void_reason == "دو بار ثبت شد"


def test_only_the_head_voids(filled: Desk, qtbot: QtBot) -> None:
    page = _open(LettersPage(filled.context_of("counsellor")), filled, qtbot)
    page.open_row(page.model.row(0))
    assert _sheet(page, LetterSheet)._void.isHidden()
