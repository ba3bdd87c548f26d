"""Series, the waiting list, groups and appointments to be moved, through real sheets on a real encrypted file."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from services.scheduling.shapes import AppointmentRow
from services.scheduling.waiting_shapes import WaitingDraft
from services.working_time import AbsenceDraft
from tests.ui.scheduling.office import NINE, SUNDAY, Office, window_around
from ui.play.keyboard import Keyboard
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.scheduling.booking_sheet import BookingSheet
from ui.scheduling.calendar_notes import CalendarNotes
from ui.scheduling.cancel_sheet import CancelSheet
from ui.scheduling.displaced_sheet import DisplacedSheet
from ui.scheduling.series_sheet import SeriesSheet
from ui.scheduling.waiting_entry_sheet import WaitingEntrySheet
from ui.scheduling.waiting_sheet import WaitingSheet
from ui.widgets.sheet import Sheet, open_sheet_of

Open = Callable[[Callable[[QWidget], Sheet]], Any]
WEEK = timedelta(days=7)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    window = window_around(made)
    qtbot.addWidget(window)
    yield made
    window.close()


def booking(office: Office, keyboard: Keyboard, page: QWidget, *given: Any, **named: Any) -> BookingSheet:
    sheet = BookingSheet(page, office.context(), *given, **named)
    sheet.open_sheet()
    keyboard.settle(lambda: sheet.form.isAncestorOf(QApplication.focusWidget() or page))
    return sheet


def ready(keyboard: Keyboard, sheet: BookingSheet) -> None:
    keyboard.settle(lambda: not sheet._pause.isActive())
    keyboard.settle()


def on_top(page: QWidget, kind: type[Sheet]) -> Any:
    sheet = open_sheet_of(page.window())
    assert isinstance(sheet, kind)
    return sheet


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def coming(office: Office) -> list[AppointmentRow]:
    found = office.desk.services.scheduling.between(office.actor("unit_head"), SUNDAY, SUNDAY + timedelta(days=70))
    return [row for row in found if row.is_scheduled]


def fill(sheet: BookingSheet, office: Office, **given: Any) -> None:
    fields: dict[str, Any] = {
        "type": "individual",
        "day": SUNDAY,
        "start": time(9),
        "room_id": str(office.rooms()[0]),
        "times": "3",
    }
    sheet.form.set_values(fields | given)


def test_a_series_is_seen_mended_and_booked(office: Office, keyboard: Keyboard, page: QWidget) -> None:
    case, other = office.file(), office.file(2)
    office.book(other.id, day=SUNDAY + WEEK)
    sheet = booking(office, keyboard, page, case.id)
    fill(sheet, office)
    sheet.form.field("party_ids").set_value([str(office.parties(case.id)[0])])
    ready(keyboard, sheet)
    assert sheet.main.text() == "دیدن ۳ نوبت"
    keyboard.save()
    keyboard.settle(lambda: isinstance(open_sheet_of(page.window()), SeriesSheet))
    series = on_top(page, SeriesSheet)
    keyboard.settle(lambda: len(series.lines()) == 3)
    assert not series.main.isEnabled()
    assert "اتاق ۱ از ۰۹:۰۰ تا ۰۹:۴۵ پر است." in texts(series)
    taken = series.lines()[1].times.stops()
    assert QApplication.focusWidget() is taken[0]
    keyboard.enter()
    keyboard.settle(series.main.isEnabled)
    keyboard.save()
    keyboard.settle(lambda: bool(office.heard.toasts))
    own = [row for row in coming(office) if row.case_id == case.id]
    assert [(row.day, row.start) for row in own] == [
        (SUNDAY, NINE),
        (SUNDAY + WEEK, NINE + 45),
        (SUNDAY + 2 * WEEK, NINE),
    ]
    assert open_sheet_of(page.window()) is None
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle(lambda: not any(row.case_id == case.id for row in coming(office)))


def test_going_back_keeps_what_was_typed(office: Office, keyboard: Keyboard, page: QWidget) -> None:
    case = office.file()
    sheet = booking(office, keyboard, page, case.id)
    fill(sheet, office, note="با پرونده کاغذی")
    sheet.form.field("party_ids").set_value([str(office.parties(case.id)[0])])
    ready(keyboard, sheet)
    keyboard.save()
    keyboard.settle(lambda: isinstance(open_sheet_of(page.window()), SeriesSheet))
    keyboard.key(Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.form.values()["note"] == "با پرونده کاغذی"
    assert coming(office) == []


def series_of(office: Office, case_id: Any) -> tuple[AppointmentRow, ...]:
    row = office.book(case_id, type="individual")
    services, head = office.desk.services, office.actor("unit_head")
    services.scheduling.cancel(head, row.id, row.version, by_party=False, reason="دوره")
    drafts = [replace(row.draft(), id=None, version=None, day=SUNDAY + n * WEEK) for n in range(4)]
    return services.series.book(head, drafts).value


def test_the_rest_is_moved_from_the_sheet_of_one(office: Office, keyboard: Keyboard, page: QWidget) -> None:
    rows = series_of(office, office.file().id)
    shown = AppointmentSheet(page, office.context(), rows[1])
    shown.open_sheet()
    keyboard.settle(shown.series.isVisible)
    assert shown.series.text() == "جلسه ۲ از دوره ۴ جلسه‌ای"
    shown.close_sheet()
    sheet = booking(office, keyboard, page, rows[1].case_id, rows[1])
    assert not sheet.form.field("times").isVisible()
    sheet.form.set_values({"start": time(11)})
    ready(keyboard, sheet)
    sheet.rest.click()
    keyboard.settle(lambda: isinstance(open_sheet_of(page.window()), SeriesSheet))
    series = on_top(page, SeriesSheet)
    keyboard.settle(series.main.isEnabled)
    keyboard.save()
    keyboard.settle(lambda: bool(office.heard.toasts))
    assert [row.start for row in coming(office)] == [NINE, 11 * 60, 11 * 60, 11 * 60]


def test_the_rest_is_cancelled_and_taken_back(office: Office, keyboard: Keyboard, page: QWidget) -> None:
    rows = series_of(office, office.file().id)
    sheet = CancelSheet(page, office.context(), rows[2])
    sheet.open_sheet()
    sheet.form.set_values({"by": "party", "reason": "سفر", "scope": "rest"})
    sheet.submitted.emit()
    keyboard.settle(lambda: bool(office.heard.toasts))
    assert [row.day for row in coming(office)] == [SUNDAY, SUNDAY + WEEK]
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle(lambda: len(coming(office)) == 4)


def test_a_single_appointment_has_no_rest_to_cancel(office: Office, page: QWidget) -> None:
    sheet = CancelSheet(page, office.context(), office.book(office.file().id))
    sheet.open_sheet()
    assert not sheet.form.field("scope").isVisible()


def test_from_a_full_day_to_the_list_and_from_the_list_to_an_hour(
    office: Office, keyboard: Keyboard, page: QWidget
) -> None:
    case = office.file()
    sheet = booking(office, keyboard, page, case.id)
    fill(sheet, office, times="")
    sheet.form.field("party_ids").set_value([str(office.parties(case.id)[0])])
    ready(keyboard, sheet)
    sheet.wait.click()
    keyboard.settle(lambda: isinstance(open_sheet_of(page.window()), WaitingEntrySheet))
    entry = on_top(page, WaitingEntrySheet)
    keyboard.settle(entry.main.isEnabled)
    assert entry.form.values()["type"] == "individual"
    entry.form.set_values({"weekdays": ["1"], "opens": time(10)})
    entry.form.set_values({"closes": time(9)})
    entry.submitted.emit()
    keyboard.settle(lambda: bool(entry.form.field("closes").error()))
    entry.form.set_values({"closes": time(12)})
    entry.submitted.emit()
    keyboard.settle(lambda: open_sheet_of(page.window()) is None)
    notes = CalendarNotes(office.context(), page)
    notes.refresh()
    keyboard.settle(lambda: notes.waiting.isVisibleTo(page))
    assert case.case_no not in office.heard.toasts
    shown = WaitingSheet(page, office.context())
    shown.open_sheet()
    keyboard.settle(lambda: bool(shown.lines))
    assert QApplication.focusWidget() is shown.lines[0].book
    keyboard.enter()
    keyboard.settle(lambda: bool(coming(office)))
    [row] = coming(office)
    assert (row.day, row.start) == (SUNDAY, 10 * 60)
    keyboard.settle(lambda: not shown.lines)
    keyboard.settle(lambda: not notes.waiting.isVisibleTo(page))
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle(lambda: bool(shown.lines) and not coming(office))


def test_who_waits_no_longer_and_again(office: Office, keyboard: Keyboard, page: QWidget) -> None:
    case = office.file()
    draft = WaitingDraft(case.id, "individual", office.parties(case.id)[:1], urgency="urgent")
    office.desk.services.waiting.save(office.actor(), draft)
    sheet = WaitingSheet(page, office.context())
    sheet.open_sheet()
    keyboard.settle(lambda: bool(sheet.lines))
    assert "فوری" in texts(sheet)
    sheet.lines[0].withdraw.click()
    keyboard.settle(lambda: not sheet.lines)
    assert "کسی در انتظار نیست" in texts(sheet)
    assert office.heard.undo is not None
    office.heard.undo()
    keyboard.settle(lambda: bool(sheet.lines))


def test_a_closure_is_worked_off_row_by_row(office: Office, keyboard: Keyboard, page: QWidget) -> None:
    case, other = office.file(), office.file(2)
    office.book(case.id)
    office.book(other.id, start=NINE + 60)
    services, head = office.desk.services, office.actor("unit_head")
    services.unit.add_closure(head, SUNDAY, "آلودگی هوا", "office_closure")
    notes = CalendarNotes(office.context("unit_head"), page)
    notes.refresh()
    keyboard.settle(lambda: notes.moving.isVisibleTo(page))
    assert notes.moving.sentence().startswith("۲ نوبت")
    sheet = DisplacedSheet(page, office.context("unit_head"))
    sheet.open_sheet()
    keyboard.settle(lambda: len(sheet.lines) == 2)
    assert "آلودگی هوا" in texts(sheet)
    keyboard.settle(lambda: sheet.isAncestorOf(QApplication.focusWidget() or page))
    sheet.lines[0].times.stops()[0].setFocus(Qt.FocusReason.TabFocusReason)
    keyboard.enter()
    keyboard.settle(lambda: len(sheet.lines) == 1)
    sheet.lines[0].stay.click()
    keyboard.settle(lambda: not sheet.lines)
    assert [row.day > SUNDAY for row in sorted(coming(office), key=lambda row: row.start)].count(True) == 1
    keyboard.settle(lambda: not notes.moving.isVisibleTo(page))


def test_people_of_another_file_join_a_group(office: Office, keyboard: Keyboard, page: QWidget) -> None:
    case, other = office.file(), office.file(2)
    sheet = booking(office, keyboard, page, case.id)
    fill(sheet, office, type="group", times="")
    sheet.form.field("party_ids").set_value([str(office.parties(case.id)[0])])
    ready(keyboard, sheet)
    assert sheet.form.more_people.isVisible()
    sheet._on_file(other.id)
    keyboard.settle()
    chosen = [str(office.parties(case.id)[0]), str(office.parties(other.id)[0])]
    sheet.form.field("party_ids").set_value(chosen)
    ready(keyboard, sheet)
    keyboard.save()
    keyboard.settle(lambda: bool(coming(office)))
    [row] = coming(office)
    assert (row.case_id, len(row.party_ids)) == (None, 2)
    moved = booking(office, keyboard, page, None, row)
    assert set(moved.form.values()["party_ids"]) == set(chosen)
    moved.form.set_values({"start": time(11)})
    ready(keyboard, moved)
    keyboard.save()
    keyboard.settle(lambda: coming(office)[0].start == 11 * 60)
    assert len(coming(office)[0].party_ids) == 2


def test_a_home_visit_asks_for_a_place_and_two_workers(office: Office, keyboard: Keyboard, page: QWidget) -> None:
    case = office.file()
    sheet = booking(office, keyboard, page, case.id)
    fill(sheet, office, type="home_visit", times="")
    sheet.form.field("party_ids").set_value([str(office.parties(case.id)[0])])
    ready(keyboard, sheet)
    assert sheet.form.field("place").isVisible()
    assert not sheet.form.field("room_id").isVisible()
    sheet.form.set_values({"place": "نشانی پرونده"})
    keyboard.save()
    keyboard.settle(lambda: bool(sheet.form.field("staff_ids").error()))
    assert sheet.form.field("staff_ids").error() == "بازدید منزل با دو همکار انجام می‌شود."
    assert sheet.form.values()["place"] == "نشانی پرونده"


def test_a_colleague_who_is_away_is_told_while_choosing(office: Office, keyboard: Keyboard, page: QWidget) -> None:
    case, services = office.file(), office.desk.services
    away = AbsenceDraft(office.actor().staff_id, SUNDAY, SUNDAY)
    services.working_time.add_absence(office.actor("unit_head"), away)
    sheet = booking(office, keyboard, page, case.id)
    fill(sheet, office, times="")
    ready(keyboard, sheet)
    assert "در واحد نیست" in sheet.form.field("staff_ids").error()
    assert all(slot.day > SUNDAY for slot in sheet.slots.slots())


def test_the_hour_that_somebody_else_took_leaves_what_was_typed(
    office: Office, keyboard: Keyboard, page: QWidget
) -> None:
    case, other = office.file(), office.file(2)
    sheet = booking(office, keyboard, page, case.id)
    fill(sheet, office, times="", note="با پرونده کاغذی")
    sheet.form.field("party_ids").set_value([str(office.parties(case.id)[0])])
    ready(keyboard, sheet)
    office.book(other.id)
    keyboard.save()
    keyboard.settle(lambda: "پر است" in sheet.form.field("room_id").error())
    assert sheet.form.values()["note"] == "با پرونده کاغذی"
    assert sheet.slots.slots()
    assert len(coming(office)) == 1
