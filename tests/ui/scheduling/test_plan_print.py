"""What the calendar shows goes to paper: the day for the door, the week for the wall, of whose they are shown."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from services.persian.digits import to_ascii
from tests.services.documents.readers import flat, poppler
from tests.ui.scheduling.office import SUNDAY, Office, window_around
from ui.documents.print_sheet import PrintSheet
from ui.play.keyboard import Keyboard
from ui.scheduling import shown
from ui.scheduling.appointments_page import AppointmentsPage
from ui.scheduling.argument import AppointmentsArgument
from ui.widgets import file_dialog
from ui.widgets.sheet import open_sheet_of


@pytest.mark.parametrize(
    ("view", "whose", "says", "hides"),
    [
        (shown.WEEK, "", ("برنامه نوبت هفته", "0001", "0002"), ()),
        (shown.MONTH, "second", ("برنامه نوبت هفته", "0002", "اتاق 2"), ("0001",)),
        (shown.WEEK, "mine", ("برنامه نوبت هفته", "0001"), ("0002",)),
        (shown.DAY, "", ("برنامه نوبت روزانه", "0001", "0002"), ()),
    ],
)
def test_the_plan_of_what_is_shown(
    office: Office,
    keyboard: Keyboard,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    view: str,
    whose: str,
    says: tuple[str, ...],
    hides: tuple[str, ...],
) -> None:
    monkeypatch.setattr("ui.documents.printers.names", list)
    monkeypatch.setattr(file_dialog, "ask_where_to_save", lambda *_given: tmp_path / "plan.pdf")
    office.book(office.file(1).id)
    head = office.actor("unit_head").staff_id
    office.book(office.file(2).id, room_id=office.rooms()[1], staff_ids=(head,))
    page = AppointmentsPage(office.context())
    window = window_around(page)
    qtbot.addWidget(window)
    page.activate(AppointmentsArgument(SUNDAY, view=view))
    keyboard.settle(lambda: page._shown is not None)
    keyboard.settle()
    keys = {"mine": shown.MINE, "second": f"{shown.BY_ROOM}:{office.rooms()[1]}", "": shown.ALL}
    page.bar.whose.set_value(keys[whose])
    page.print.trigger()
    sheet = open_sheet_of(page)
    assert isinstance(sheet, PrintSheet)
    keyboard.save()
    keyboard.settle((tmp_path / "plan.pdf").exists)
    keyboard.settle(lambda: bool(office.heard.toasts))
    text = to_ascii(flat(poppler((tmp_path / "plan.pdf").read_bytes(), tmp_path)))
    for words in says:
        assert flat(words) in text
    for words in (*hides, "آزمونی", "رها"):
        assert flat(words) not in text
