"""A person's page on a real encrypted file: what it calls people (P-14), and joining two records of one."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from services.cases import Confidentiality, PartyDraft, Side
from services.intake import IntakeDraft
from services.people import PersonDraft
from services.persian.national_code import synthetic
from tests.services.drafts_of import between, couple, husband, wife
from tests.ui.desk import Desk, show
from tests.ui.keys import type_text
from ui.people.merge_sheet import MergeSheet
from ui.people.person_page import PersonPage
from ui.people.relation_sheet import RelationSheet
from ui.play.keyboard import Keyboard
from ui.runtime.errors import ErrorPresenter
from ui.widgets.sheet import open_sheet_of

_shown: list[QWidget] = []  # Qt's own tree keeps no Python window alive


def opened(desk: Desk, keyboard: Keyboard, qtbot: QtBot, person_id: UUID, role: str = "counsellor") -> PersonPage:
    window = QWidget()  # sheets lie over the window, not in the page
    page = PersonPage(desk.context_of(role), person_id, window)
    QVBoxLayout(window).addWidget(page)
    qtbot.addWidget(window)
    _shown.append(window)
    show(window).activateWindow()
    page.activate(person_id)
    keyboard.settle(lambda: page._person is not None)
    return page


def words_of(page: PersonPage) -> str:
    rows = page._relations.rows()
    return " ".join([*(label.text() for label in page.findChildren(QLabel)), *(row.title for row in rows)])


@pytest.mark.parametrize("role", ["counsellor", "clerk"])
def test_a_minor_is_called_by_initials_on_her_page_and_her_mothers(
    desk: Desk, keyboard: Keyboard, qtbot: QtBot, role: str
) -> None:
    people, actor = desk.services.people, desk.actors["counsellor"]
    child = PersonDraft(given_name="سارا", family_name="احمدی", father_name="رضا", birth_on=date(2016, 5, 1))
    her, mother = people.save(actor, child).value.id, people.save(actor, wife()).value.id
    people.relate(actor, mother, her, "parent")
    for key in (her, mother):
        words = words_of(opened(desk, keyboard, qtbot, key, role))
        assert "س.ا" in words
        assert not {"سارا", "احمدی"} & set(words.split())


def twins(desk: Desk) -> tuple[UUID, UUID]:
    """Her record in a file that the clerk may not know of, and the one that the clerk typed."""
    services, head, clerk = desk.services, desk.actors["unit_head"], desk.actors["clerk"]
    code = synthetic(41)
    draft = couple(parties=(PartyDraft(replace(wife(), national_code=code), "wife", Side.A),))
    case = services.intake.register(head, IntakeDraft(draft)).value
    services.cases.set_confidentiality(head, case.id, case.version, Confidentiality.RESTRICTED)
    typed = replace(wife(given_name="زهره", father_name="حسین"), national_code=code, birth_on=date(1991, 4, 3))
    other = services.intake.register(clerk, IntakeDraft(between(typed, husband()))).value
    first, second = (services.cases.get(head, key).parties[0].person_id for key in (case.id, other.id))
    return first, second


def test_the_head_joins_two_records_from_the_keyboard(
    desk: Desk, keyboard: Keyboard, qtbot: QtBot, tmp_path: Path
) -> None:
    presenter = ErrorPresenter(desk.said.toasts.append, lambda _path: None, tmp_path)
    desk.said.present = presenter.present  # type: ignore[assignment, method-assign]
    kept, gone = twins(desk)
    page = opened(desk, keyboard, qtbot, kept, "unit_head")
    keyboard.settle(page._twin.isVisible)
    page._compare.setFocus()
    keyboard.key(Qt.Key.Key_Space)
    keyboard.settle(lambda: isinstance(open_sheet_of(page), MergeSheet))
    sheet = open_sheet_of(page)
    assert isinstance(sheet, MergeSheet)
    keyboard.settle(lambda: bool(sheet.picks.isVisible()))
    assert set(sheet.picks.fields()) == {"given_name", "father_name", "birth_on"}
    assert sheet.picks.field("birth_on").value() == "other"  # nothing was written here
    assert keyboard.focused is sheet.picks.field("given_name").edit
    type_text(keyboard.focused, "2")
    type_text(keyboard.focused, "1")
    keyboard.key(Qt.Key.Key_Return)
    assert keyboard.focused is sheet._foot.field("reason").edit
    keyboard.save()
    keyboard.settle(lambda: bool(sheet._foot.field("reason").error()))
    type_text(keyboard.focused, "کارت ملی دیده شد")
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle(lambda: not page._twin.isVisible())
    person = desk.services.people.get(desk.actors["unit_head"], gone)
    assert (person.id, person.given_name, person.father_name) == (kept, "زهره", "علی")
    assert person.birth_on == date(1991, 4, 3)
    assert desk.said.toasts[-1] == "دو سابقه یکی شد."


def test_another_record_is_found_by_name(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    people, head = desk.services.people, desk.actors["unit_head"]
    kept, other = (people.save(head, wife(father_name=name)).value.id for name in ("علی", ""))
    page = opened(desk, keyboard, qtbot, kept, "unit_head")
    assert not page._twin.isVisible()
    page.join.click()
    keyboard.settle(lambda: isinstance(open_sheet_of(page), MergeSheet))
    sheet = open_sheet_of(page)
    assert isinstance(sheet, MergeSheet)
    assert not sheet.main.isEnabled()
    type_text(keyboard.focused, "زهرا")
    keyboard.settle(lambda: list(sheet._edit._rows) == [other])
    keyboard.key(Qt.Key.Key_Return)
    keyboard.settle(lambda: bool(sheet.picks.isVisible()))
    assert sheet.draft().from_other == ()


@pytest.mark.parametrize("role", ["counsellor", "clerk"])
def test_only_the_head_joins(desk: Desk, keyboard: Keyboard, qtbot: QtBot, role: str) -> None:
    key = desk.services.people.save(desk.actors["counsellor"], wife()).value.id
    page = opened(desk, keyboard, qtbot, key, role)
    assert not page.join.isVisible()
    assert not page._twin.isVisible()


def test_a_relation_is_noted_from_the_keyboard(desk: Desk, keyboard: Keyboard, qtbot: QtBot) -> None:
    people, actor = desk.services.people, desk.actors["counsellor"]
    mother = people.save(actor, wife()).value
    father = people.save(actor, husband()).value
    page = opened(desk, keyboard, qtbot, mother.id)
    page._add_relation()
    sheet = open_sheet_of(page)
    assert isinstance(sheet, RelationSheet)
    keyboard.settle(lambda: keyboard.focused is sheet._edit)
    keyboard.save()
    assert sheet.form.field("other_id").error() == "یکی از کسانی را که پیدا می‌شوند برگزینید."
    type_text(keyboard.focused, father.family_name)
    keyboard.settle(lambda: father.id in sheet._edit._rows)
    keyboard.key(Qt.Key.Key_Return)
    keyboard.write("همسر")
    keyboard.enter()
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.settle(lambda: bool(page._relations.rows()))
    assert [(row.title, row.quiet) for row in page._relations.rows()] == [(father.name, "همسر")]
    assert [one.other.id for one in people.get(actor, father.id).relations] == [mother.id]
