"""Handing work over on the screen: who is refused stands beside the file, nothing typed is lost."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from services.cases import Confidentiality
from services.handover import HandoverKind
from tests.ui.scheduling.office import SUNDAY, Office, window_around
from ui.handover.give_page import GivePage
from ui.handover.item_sheet import STAYS, ItemSheet
from ui.play.keyboard import Keyboard
from ui.widgets.sheet import open_sheet_of

OpenGive = Callable[..., GivePage]
WEEK = SUNDAY + timedelta(days=6)


@pytest.fixture
def open_give(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenGive]:
    windows: list[QMainWindow] = []

    def opened(role: str = "counsellor", **values: Any) -> GivePage:
        page = GivePage(office.context(role))
        window = window_around(page)
        windows.append(window)
        qtbot.addWidget(window)
        page.activate()
        keyboard.settle()
        page.form.set_values({"first_on": SUNDAY, "last_on": WEEK} | values)
        keyboard.settle(lambda: page.work is not None)
        return page

    yield opened
    for window in windows:
        window.close()


def to(page: GivePage, office: Office, role: str) -> None:
    page.words.set_values({"to_id": office.actor(role).staff_id.hex})


def test_a_relatives_file_is_left_to_the_head_in_neutral_words(
    office: Office, keyboard: Keyboard, open_give: OpenGive
) -> None:
    case, other = office.file(1), office.file(2)
    cases, head = office.desk.services.cases, office.actor("unit_head")
    cases.set_confidentiality(head, case.id, cases.get(head, case.id).version, Confidentiality.STAFF_RELATIVE)
    page = open_give()
    to(page, office, "unit_head")
    keyboard.settle()
    chips = {row.title.partition(" ")[0]: row.chip for row in page.list.rows()}
    assert sorted(chips.values()) == ["این پرونده را رئیس واحد می‌سپارد.", "زهرا فرهمند"]
    page.open_item(case.id.hex)
    keyboard.settle(lambda: isinstance(open_sheet_of(page), ItemSheet))
    sheet = open_sheet_of(page)
    assert isinstance(sheet, ItemSheet)
    assert not sheet.form.field("to_id").edit.isEnabled()
    sheet.close_sheet()
    keyboard.save()
    services = office.desk.services
    keyboard.settle(lambda: bool(services.handovers.list(head)))
    assert cases.get(head, case.id).row.responsible_id == office.actor().staff_id
    assert cases.get(head, other.id).row.responsible_id == head.staff_id


def test_one_file_may_stay(office: Office, keyboard: Keyboard, open_give: OpenGive) -> None:
    first, second = office.file(1), office.file(2)
    page = open_give()
    to(page, office, "unit_head")
    page.open_item(second.id.hex)
    keyboard.settle(lambda: isinstance(open_sheet_of(page), ItemSheet))
    sheet = open_sheet_of(page)
    assert isinstance(sheet, ItemSheet)
    sheet.form.set_values({"to_id": STAYS})
    keyboard.save()
    keyboard.settle(lambda: open_sheet_of(page) is None)
    keyboard.save()
    head = office.actor("unit_head")
    services = office.desk.services
    keyboard.settle(lambda: bool(services.handovers.list(head)))
    assert [item.case_id for item in services.handovers.list(head)[0].items] == [first.id]


def test_what_was_typed_stands_there_again(office: Office, keyboard: Keyboard, open_give: OpenGive) -> None:
    office.file(1)
    page = open_give()
    to(page, office, "unit_head")
    page.words.set_values({"note": "کلید نزد من است"})
    page.leave()
    keyboard.settle()
    again = GivePage(office.context())
    window = window_around(again)
    keyboard.settle(lambda: again.words.field("note").value() == "کلید نزد من است")
    keyboard.settle(lambda: again.work is not None)
    assert again.form.field("last_on").value() == WEEK
    window.close()
    window.deleteLater()


def test_the_head_gives_the_work_of_a_colleague_for_good(
    office: Office, keyboard: Keyboard, open_give: OpenGive
) -> None:
    case = office.file(1)
    giver = office.actor().staff_id
    page = open_give("unit_head", staff_id=giver.hex, kind=HandoverKind.LEAVING.value)
    assert not page.form.field("last_on").isVisible()
    to(page, office, "unit_head")
    keyboard.settle()
    keyboard.save()
    head, services = office.actor("unit_head"), office.desk.services
    keyboard.settle(lambda: bool(services.handovers.list(head)))
    [row] = services.handovers.list(head)
    assert (row.kind, row.last_on, row.from_id) == (HandoverKind.LEAVING, None, giver)
    assert services.cases.get(head, case.id).row.responsible_id == head.staff_id


def test_a_day_that_has_passed_is_told_beside_its_field(
    office: Office, keyboard: Keyboard, open_give: OpenGive
) -> None:
    office.file(1)
    page = open_give()
    page.form.set_values({"first_on": SUNDAY - timedelta(days=20), "last_on": SUNDAY - timedelta(days=10)})
    keyboard.settle(lambda: bool(page.form.field("last_on").error()))
    assert page.form.field("last_on").error() == "این روز گذشته است."
