"""The blank forms for a day without the program, through their real widgets (P-24)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from models.letter import Letter
from services.documents.downtime import KitRequest
from tests.services.documents.readers import pdfium
from tests.services.opened_unit import OpenedUnit, opened_unit
from tests.ui.settings.test_settings_page import Desk, _desk
from ui.documents.print_run import PrintRun
from ui.intake.start import IntakeStart, Origin
from ui.settings.handwritten_sheet import HandwrittenEntry
from ui.widgets.sheet import open_sheet_of


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[OpenedUnit]:
    made = opened_unit(tmp_path / "data")
    yield made
    made.services.close()


@pytest.fixture
def desk(qtbot: QtBot, unit: OpenedUnit) -> Iterator[Desk]:
    made = _desk(qtbot, unit, unit.head)
    yield made
    made.lanes.close()


def _letters(desk: Desk) -> list[Letter]:
    from sqlalchemy import select

    with desk.unit.services.uow.read(desk.unit.head) as tx:
        return list(tx.session.scalars(select(Letter).order_by(Letter.serial)))


def test_ticked_forms_are_printed_and_their_numbers_wait(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = desk.section("downtime")
    file = tmp_path / "blank.pdf"
    monkeypatch.setattr(PrintRun, "start", lambda run, _words, _name, make: run.save_to(file, make))
    for code, tick in section.ticks.items():
        tick.set_value(code in ("invitation", "night"))
    section.form.set_values({"sets": "2"})
    section.print_button.click()
    desk.settle()
    text = pdfium(file.read_bytes(), tmp_path)
    assert text.count("رسید ابلاغ") == 2
    assert text.count("برگ شب") >= 2
    assert "صورت‌جلسه" not in text
    section.load()
    desk.settle()
    assert len(section.list.rows()) == 2
    for tick in section.ticks.values():
        tick.set_value(False)
    section.print_button.click()
    desk.settle()
    assert desk.said[-1] == "دست‌کم یک برگه را برگزینید."
    assert len(_letters(desk)) == 2


def test_a_sheet_is_entered_under_its_number(desk: Desk) -> None:
    downtime, head = desk.unit.services.downtime, desk.unit.head
    downtime.print_kit(head, KitRequest(("invitation",)))
    section = desk.section("downtime")
    section.load()
    desk.settle()
    section.open_row(downtime.waiting(head)[0])
    sheet = desk.sheet()
    sheet.main.click()
    desk.settle()
    assert sheet.form.field("subject").error()
    sheet.form.set_values(
        {"happened_on": date(2026, 11, 18), "correspondent": "فرهاد بهرامی", "subject": "دعوت به گفت‌وگو"}
    )
    sheet.main.click()
    desk.settle()
    [letter] = _letters(desk)
    assert letter.subject.startswith("دست‌نویس، وقوع ۱۴۰۵/۰۸/۲۷")
    assert downtime.waiting(head) == ()


def test_a_sheet_leads_on_to_a_new_file(desk: Desk) -> None:
    downtime, head = desk.unit.services.downtime, desk.unit.head
    downtime.print_kit(head, KitRequest(("invitation",)))
    section = desk.section("downtime")
    section.open_row(downtime.waiting(head)[0])
    sheet = open_sheet_of(section)
    assert isinstance(sheet, HandwrittenEntry)
    went: list[tuple[str, Any]] = []
    sheet._context.navigate = lambda key, argument=None: went.append((key, argument))
    desk.settle()
    sheet.form.set_values({"happened_on": date(2026, 11, 20), "correspondent": "مریم محمدی", "subject": "دعوت"})
    sheet._opens.click()
    desk.settle()
    [(key, start)] = went
    assert key == "intake"
    assert isinstance(start, IntakeStart)
    assert start.origin is Origin.SHEET
    assert "۱۴۰۵/۰۸/۲۹" in start.told
    assert IntakeStart.of_texts(start.texts()) == start
    assert downtime.waiting(head) == ()
