"""A person's page on a real encrypted file: what it calls people (P-14)."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from services.people import PersonDraft
from tests.services.drafts_of import wife
from tests.ui.desk import Desk, show
from ui.people.person_page import PersonPage
from ui.play.keyboard import Keyboard


def opened(desk: Desk, keyboard: Keyboard, qtbot: QtBot, person_id: UUID, role: str = "counsellor") -> PersonPage:
    page = PersonPage(desk.context_of(role), person_id)
    qtbot.addWidget(page)
    show(page)
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
