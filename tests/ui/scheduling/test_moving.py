"""Appointments moved and lengthened by hand, with the mouse and without, through the real service."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from services.actor import Right
from services.persian.digits import to_persian
from services.safety.shapes import ConsentDecision, ConsentDraft
from services.scheduling.shapes import AppointmentRow
from tests.ui.keys import press
from tests.ui.scheduling.office import NINE, SUNDAY, Office, window_around
from ui.play.keyboard import CONTROL, SHIFT, Keyboard
from ui.scheduling import shown
from ui.scheduling.appointment_sheet import AppointmentSheet
from ui.scheduling.appointments_page import AppointmentsPage
from ui.scheduling.argument import AppointmentsArgument
from ui.scheduling.booking_sheet import BookingSheet
from ui.scheduling.week_layout import Block
from ui.widgets.sheet import open_sheet_of

OpenPage = Callable[..., AppointmentsPage]
LEFT = Qt.MouseButton.LeftButton
MONDAY = SUNDAY + timedelta(days=1)
NEUTRAL = "برای این پرونده فعلاً جلسه جداگانه تعیین می‌شود."


@pytest.fixture
def open_page(office: Office, keyboard: Keyboard, qtbot: QtBot) -> Iterator[OpenPage]:
    windows = []

    def opened(role: str = "counsellor", argument: Any = SUNDAY) -> AppointmentsPage:
        page = AppointmentsPage(office.context(role))
        window = window_around(page)
        windows.append(window)
        qtbot.addWidget(window)
        page.activate(argument)
        keyboard.settle(lambda: page._shown is not None)
        keyboard.settle()
        return page

    yield opened
    for window in windows:
        window.close()


class Hand:
    """A mouse on the calendar of a page."""

    def __init__(self, page: AppointmentsPage, keyboard: Keyboard) -> None:
        self.page, self.grid, self._keyboard = page, page.card.grid, keyboard

    def block(self, row: AppointmentRow) -> Block:
        board = self.grid.board()
        assert board is not None
        found = board.block_of(row.id)
        assert found is not None
        return found

    def middle_of(self, row: AppointmentRow) -> QPoint:
        return self.grid.places().block_box(self.block(row)).center().toPoint()

    def foot_of(self, row: AppointmentRow) -> QPoint:
        box = self.grid.places().block_box(self.block(row))
        return QPointF(box.center().x(), box.bottom() - 2).toPoint()

    def place(self, column: int, minute: int) -> QPoint:
        places = self.grid.places()
        return QPointF(places.column_box(column).center().x(), places.y_of(minute)).toPoint()

    def drag(self, start: QPoint, end: QPoint, *, lets_go: bool = True) -> None:
        QTest.mousePress(self.grid, LEFT, pos=start)
        for step in range(1, 6):
            QTest.mouseMove(self.grid, start + (end - start) * step / 5)
        if lets_go:
            QTest.mouseRelease(self.grid, LEFT, pos=end)
            self._keyboard.settle(lambda: self.grid.hand.carry is None)
            self._keyboard.settle()

    def shift_by(self, row: AppointmentRow, columns: int, minutes: int) -> QPoint:
        """Where the middle of an appointment goes."""
        block = self.block(row)
        middle = (block.start + block.end) // 2
        here, there = self.place(block.column, middle), self.place(block.column + columns, middle + minutes)
        return self.middle_of(row) + (there - here)


def stored(office: Office, row: AppointmentRow) -> AppointmentRow:
    return office.desk.services.scheduling.row(office.actor("unit_head"), row.id)


def test_an_appointment_is_drawn_to_another_day_and_hour_and_back(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    row = office.book(office.file().id)
    page = open_page()
    hand = Hand(page, keyboard)
    hand.drag(hand.middle_of(row), hand.shift_by(row, 1, 75))
    moved = stored(office, row)
    assert (moved.day, moved.start, moved.minutes) == (MONDAY, NINE + 75, row.minutes)
    assert "دوشنبه" in office.heard.toasts[-1]
    assert hand.block(row).column == 2
    stop = page.card.grid.stop()
    assert stop is not None
    assert stop.block is not None
    assert stop.block.row.id == row.id
    keyboard.key(Qt.Key.Key_Z, CONTROL)
    keyboard.settle(lambda: stored(office, row).start == NINE)
    keyboard.settle()
    assert stored(office, row).day == SUNDAY
    assert hand.block(row).column == 1
    assert open_sheet_of(page) is None


def test_the_words_at_the_foot_take_it_back_once(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    row = office.book(office.file().id)
    page = open_page()
    hand = Hand(page, keyboard)
    hand.drag(hand.middle_of(row), hand.shift_by(row, 0, 60))
    hand.drag(hand.middle_of(row), hand.shift_by(row, 0, 60))
    undo = office.heard.undo
    assert undo is not None
    undo()
    keyboard.settle(lambda: stored(office, row).start == NINE + 60)
    undo()
    keyboard.settle()
    assert stored(office, row).start == NINE + 60
    press(page.card.grid, ord("ظ"), CONTROL)  # Z of the Persian layout
    keyboard.settle(lambda: stored(office, row).start == NINE)
    keyboard.key(Qt.Key.Key_Z, CONTROL)
    keyboard.settle()
    assert stored(office, row).start == NINE


def test_the_lower_edge_draws_it_longer_and_shorter(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    row = office.book(office.file().id)
    page = open_page()
    hand = Hand(page, keyboard)
    assert (row.start, row.minutes) == (NINE, 45)
    hand.drag(hand.foot_of(row), hand.place(1, NINE + 90))
    assert (stored(office, row).start, stored(office, row).minutes) == (NINE, 90)
    assert to_persian("10:30") in office.heard.toasts[-1]
    hand.drag(hand.foot_of(row), hand.place(1, NINE + 30))
    assert stored(office, row).minutes == 30
    hand.drag(hand.foot_of(row), hand.place(1, NINE - 60))
    assert stored(office, row).minutes == 15


def test_a_clash_is_shown_while_it_is_held_and_refused_with_its_reason(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    row, other = office.book(office.file(1).id), office.book(office.file(2).id, start=11 * 60)
    page = open_page()
    hand = Hand(page, keyboard)
    target = hand.shift_by(row, 0, 120)
    hand.drag(hand.middle_of(row), target, lets_go=False)
    carry = page.card.grid.hand
    keyboard.settle(lambda: carry.carry is not None and carry.carry.verdict == "against")
    assert "اتاق ۱ از ۱۱:۰۰ تا ۱۱:۴۵ پر است." in page.card.strip.words()
    assert "جای آزاد: یکشنبه ۱ آذر" in page.card.strip.words()
    assert page.card.strip.isVisible()
    QTest.mouseRelease(page.card.grid, LEFT, pos=target)
    keyboard.settle(lambda: bool(office.heard.toasts))
    assert office.heard.toasts == ["اتاق ۱ از ۱۱:۰۰ تا ۱۱:۴۵ پر است."]
    assert carry.carry is None
    assert not page.card.strip.isVisible()
    assert stored(office, row) == row
    assert hand.block(row).start == NINE
    assert stored(office, other).start == 11 * 60


@pytest.mark.parametrize("digit", [Qt.Key.Key_2, ord("۲")])
def test_a_digit_takes_a_free_time_that_is_offered(
    office: Office, keyboard: Keyboard, open_page: OpenPage, digit: int
) -> None:
    row = office.book(office.file(1).id)
    office.book(office.file(2).id, start=11 * 60)
    page = open_page()
    grid = page.card.grid
    grid.put_cursor_on(row.id)
    assert grid.take_up()
    assert grid.hand.carry is not None
    grid.hand.aim(grid.hand.carry.to(1, 11 * 60))
    keyboard.settle(lambda: grid.hand.carry is not None and bool(grid.hand.carry.offers))
    offers = grid.hand.carry.offers
    grid.grab()
    if digit == Qt.Key.Key_2:
        QTest.keyClick(grid, Qt.Key.Key_2)  # while nothing is held it is the week
    else:
        press(grid, digit)
    assert page.bar.view() == shown.WEEK
    keyboard.settle(lambda: grid.hand.carry is not None and grid.hand.carry.verdict == "free")
    keyboard.enter()
    keyboard.settle(lambda: stored(office, row).start == offers[1].start)
    assert stored(office, row).room_id == offers[1].room_id
    assert stored(office, row).day == offers[1].day


def test_a_free_time_brings_its_room(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    head = office.actor("unit_head").staff_id
    row = office.book(office.file(1).id)
    office.book(office.file(2).id, start=11 * 60, minutes=180, staff_ids=(head,))
    page = open_page(argument=AppointmentsArgument(SUNDAY, view=shown.DAY))
    grid = page.card.grid
    grid.put_cursor_on(row.id)
    assert grid.take_up()
    assert grid.hand.carry is not None
    grid.hand.aim(grid.hand.carry.to(0, 11 * 60))
    keyboard.settle(lambda: grid.hand.carry is not None and bool(grid.hand.carry.offers))
    QTest.keyClick(grid, Qt.Key.Key_1)
    assert grid.hand.carry.column == 1
    keyboard.enter()
    keyboard.settle(lambda: stored(office, row).start == 11 * 60)
    assert stored(office, row).room_id == office.rooms()[1]


def test_escape_lets_go_in_the_middle_of_drawing(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    row = office.book(office.file().id)
    page = open_page()
    hand = Hand(page, keyboard)
    target = hand.shift_by(row, 2, 60)
    hand.drag(hand.middle_of(row), target, lets_go=False)
    keyboard.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(page.card.grid, LEFT, pos=target)
    keyboard.settle()
    assert stored(office, row) == row
    assert office.heard.toasts == []
    assert open_sheet_of(page) is None


def test_a_trembling_click_opens_and_what_is_put_back_is_not_booked(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    row = office.book(office.file().id)
    page = open_page()
    hand = Hand(page, keyboard)
    hand.drag(hand.middle_of(row), hand.shift_by(row, 1, 30), lets_go=False)
    for point in (hand.shift_by(row, 0, 60), hand.middle_of(row)):
        QTest.mouseMove(page.card.grid, point)
    QTest.mouseRelease(page.card.grid, LEFT, pos=hand.middle_of(row))
    keyboard.settle()
    assert stored(office, row) == row
    assert open_sheet_of(page) is None
    middle = hand.middle_of(row)
    QTest.mousePress(page.card.grid, LEFT, pos=middle)
    QTest.mouseMove(page.card.grid, middle + QPoint(1, 1))
    QTest.mouseRelease(page.card.grid, LEFT, pos=middle + QPoint(1, 1))
    assert isinstance(open_sheet_of(page), AppointmentSheet)


def test_without_a_mouse(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    row = office.book(office.file().id)
    page = open_page()
    page.card.grid.put_cursor_on(row.id)
    QTest.keyClick(page.card.grid, Qt.Key.Key_M)
    keyboard.key(Qt.Key.Key_Left)
    keyboard.key(Qt.Key.Key_Down)
    keyboard.key(Qt.Key.Key_Down, SHIFT)
    keyboard.settle()
    assert "دوشنبه ۲ آذر، ۰۹:۱۵ تا ۱۰:۱۵" in page.card.grid.accessibleDescription()
    assert stored(office, row) == row
    keyboard.enter()
    keyboard.settle(lambda: stored(office, row).day == MONDAY)
    keyboard.settle()
    moved = stored(office, row)
    assert (moved.start, moved.minutes) == (NINE + 15, 60)
    keyboard.key(Qt.Key.Key_Up, SHIFT)
    keyboard.key(Qt.Key.Key_Up, SHIFT)
    keyboard.enter()
    keyboard.settle(lambda: stored(office, row).minutes == 30)
    keyboard.settle()
    QTest.keyClick(page.card.grid, Qt.Key.Key_M)
    keyboard.key(Qt.Key.Key_Left)
    QTest.keyClick(page.card.grid, Qt.Key.Key_M)
    assert page.card.grid.hand.carry is None
    keyboard.settle()
    assert stored(office, row).day == MONDAY


def test_the_page_turns_while_something_is_held(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    row = office.book(office.file().id)
    page = open_page()
    page.card.grid.put_cursor_on(row.id)
    QTest.keyClick(page.card.grid, Qt.Key.Key_M)
    keyboard.key(Qt.Key.Key_PageDown)
    keyboard.settle(lambda: page.day() == SUNDAY + timedelta(days=7))
    keyboard.settle()
    keyboard.enter()
    keyboard.settle(lambda: stored(office, row).day == SUNDAY + timedelta(days=7))
    keyboard.settle()
    assert stored(office, row).start == NINE
    assert Hand(page, keyboard).block(row).column == 1


def test_held_at_the_edge_it_comes_to_the_next_week(
    office: Office, keyboard: Keyboard, open_page: OpenPage, qtbot: QtBot
) -> None:
    row = office.book(office.file().id)
    page = open_page()
    hand = Hand(page, keyboard)
    grid = page.card.grid
    edge = QPoint(3, hand.middle_of(row).y())
    hand.drag(hand.middle_of(row), edge, lets_go=False)
    qtbot.waitUntil(lambda: page.day() == SUNDAY + timedelta(days=7), timeout=10_000)
    keyboard.settle()
    target = QPoint(hand.place(1, NINE).x(), edge.y())
    QTest.mouseMove(grid, target)
    QTest.mouseRelease(grid, LEFT, pos=target)
    keyboard.settle(lambda: grid.hand.carry is None)
    assert (stored(office, row).day, stored(office, row).start) == (SUNDAY + timedelta(days=7), NINE)


def test_another_view_lets_go(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    row = office.book(office.file().id)
    page = open_page()
    grid = page.card.grid
    leaves: tuple[Callable[[], object], ...] = (
        lambda: page.bar.set_view(shown.DAY),
        lambda: page.bar.columns.set_value(shown.BY_COLLEAGUE),
        page.leave,
    )
    for leave in leaves:
        grid.put_cursor_on(row.id)
        assert grid.take_up()
        leave()
        assert grid.hand.carry is None
        keyboard.settle()
    assert stored(office, row) == row


def test_after_midnight_another_day_is_today(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    page = open_page()
    grid = page.card.grid
    today = [column.day for column in grid.board().columns if column.is_today]  # type: ignore[union-attr]
    office.desk.clock.advance(timedelta(days=1))
    page._tick()
    keyboard.settle()
    board = grid.board()
    assert board is not None
    assert [column.day for column in board.columns if column.is_today] == [today[0] + timedelta(days=1)]


def test_between_the_rooms_and_the_colleagues_of_a_day(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    row = office.book(office.file().id)
    page = open_page(argument=AppointmentsArgument(SUNDAY, view=shown.DAY))
    hand = Hand(page, keyboard)
    hand.drag(hand.middle_of(row), hand.shift_by(row, 1, 0))
    assert stored(office, row).room_id == office.rooms()[1]
    page.bar.columns.set_value(shown.BY_COLLEAGUE)
    keyboard.settle()
    hand.drag(hand.middle_of(row), hand.shift_by(row, 1, 30))
    moved = stored(office, row)
    assert moved.staff_ids == (office.actor("unit_head").staff_id,)
    assert (moved.start, moved.room_id) == (NINE + 30, office.rooms()[1])


def test_the_second_room_moves_where_it_was_taken(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    first, second = office.rooms()
    third = office.desk.services.unit.add_room(office.actor("unit_head"), "اتاق ۳").value.id
    row = office.book(office.file().id, side=None, type="shuttle", second_room_id=second)
    page = open_page(argument=AppointmentsArgument(SUNDAY, view=shown.DAY))
    hand = Hand(page, keyboard)
    blocks = [block for block in page.card.grid.board().blocks if block.column == 1]  # type: ignore[union-attr]
    start = page.card.grid.places().block_box(blocks[0]).center().toPoint()
    hand.drag(start, start + hand.place(2, NINE) - hand.place(1, NINE))
    moved = stored(office, row)
    assert (moved.room_id, moved.second_room_id) == (first, third)


def test_the_gate_answers_with_its_sentence_alone(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    case = office.file()
    office.open_gate(case.id)
    row = office.book(case.id, side=None, type="couple")
    person = office.desk.services.cases.get(office.actor(), case.id).parties[1].person_id
    taken_back = ConsentDraft(case.id, person, "joint_session", ConsentDecision.REFUSED, was_read_aloud=True)
    office.desk.services.safety.record_consents(office.actor(), (taken_back,))
    page = open_page()
    hand = Hand(page, keyboard)
    target = hand.shift_by(row, 1, 60)
    hand.drag(hand.middle_of(row), target, lets_go=False)
    held = page.card.grid.hand
    keyboard.settle(lambda: held.carry is not None and held.carry.verdict == "against")
    assert page.card.strip.words() == NEUTRAL
    assert held.carry is not None
    assert held.carry.words == NEUTRAL
    QTest.mouseRelease(page.card.grid, LEFT, pos=target)
    keyboard.settle(lambda: bool(office.heard.toasts))
    assert office.heard.toasts == [NEUTRAL]
    assert (stored(office, row).day, stored(office, row).start) == (SUNDAY, NINE)


def test_the_calendar_names_nobody_who_is_busy(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    case, head = office.file(), office.actor("unit_head").staff_id
    row = office.book(case.id)
    office.book(case.id, start=11 * 60, room_id=office.rooms()[1], staff_ids=(head,))
    page = open_page()
    hand = Hand(page, keyboard)
    target = hand.shift_by(row, 0, 120)
    hand.drag(hand.middle_of(row), target, lets_go=False)
    held = page.card.grid.hand
    keyboard.settle(lambda: held.carry is not None and held.carry.verdict == "against")
    said = page.card.strip.words()
    QTest.mouseRelease(page.card.grid, LEFT, pos=target)
    keyboard.settle(lambda: bool(office.heard.toasts))
    for words in (said, office.heard.toasts[-1]):
        assert "یکی از دعوت‌شدگان در این ساعت نوبت دیگری دارد." in words
        assert "رها" not in words
        assert "آزمونی" not in words


def test_whoever_was_faster_keeps_it(office: Office, keyboard: Keyboard, open_page: OpenPage) -> None:
    row = office.book(office.file().id)
    page = open_page()
    hand = Hand(page, keyboard)
    theirs = replace(row.draft(), start=12 * 60)
    office.desk.services.scheduling.book(office.actor("unit_head"), theirs)
    hand.drag(hand.middle_of(row), hand.shift_by(row, 1, 0))
    keyboard.settle(lambda: hand.block(row).start == 12 * 60)
    assert stored(office, row).day == SUNDAY
    assert "هم‌زمان" in office.heard.toasts[-1]


def test_what_is_over_hidden_or_not_ones_own_business_stays(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    row = office.book(office.file().id)
    actor = office.actor()
    office.desk.actors["counsellor"] = replace(actor, rights=actor.rights - {Right.APPOINTMENT_WRITE})
    page = open_page()
    hand = Hand(page, keyboard)
    hand.drag(hand.middle_of(row), hand.shift_by(row, 1, 0))
    page.card.grid.put_cursor_on(row.id)
    QTest.keyClick(page.card.grid, Qt.Key.Key_M)
    assert page.card.grid.hand.carry is None
    assert stored(office, row) == row
    may_carry = open_page("unit_head").card.grid.hand.may_carry
    assert may_carry(row)
    assert not may_carry(replace(row, type=""))
    assert not may_carry(replace(row, status=type(row.status).HELD))


def test_a_click_makes_for_the_room_or_colleague_that_is_looked_at(
    office: Office, keyboard: Keyboard, open_page: OpenPage
) -> None:
    case = office.file()
    page = open_page(argument=AppointmentsArgument(SUNDAY, case.id))
    page.bar.whose.set_value(f"{shown.BY_ROOM}:{office.rooms()[1]}")
    hand = Hand(page, keyboard)
    QTest.mouseClick(page.card.grid, LEFT, pos=hand.place(2, 10 * 60 + 20))
    sheet = open_sheet_of(page)
    assert isinstance(sheet, BookingSheet)
    keyboard.settle(lambda: sheet.form.field("day").value() == MONDAY)
    assert sheet.form.field("room_id").value() == str(office.rooms()[1])
    assert (sheet.form.field("start").value().hour, sheet.form.field("start").value().minute) == (10, 15)


def test_every_key_is_also_that_of_the_persian_layout(office: Office, open_page: OpenPage) -> None:
    page = open_page()
    own = [shortcut for shortcut in page.findChildren(QShortcut) if len(shortcut.keys()[0].toString()) == 1]
    keys = {shortcut.keys()[0].toString() for shortcut in own}
    assert keys >= {"N", "M", "0", "1", "2", "3", "4"}
    assert all(len(shortcut.keys()) == 2 for shortcut in own)


@pytest.mark.parametrize("seed", [3, 14])
def test_no_sequence_of_moves_leaves_two_in_one_room(
    office: Office, keyboard: Keyboard, open_page: OpenPage, seed: int
) -> None:
    rows = [office.book(office.file(number).id, start=NINE + 60 * number) for number in range(1, 4)]
    page = open_page("unit_head")
    dice, hand = random.Random(seed), page.card.grid.hand
    for _ in range(14):
        board = page.card.grid.board()
        assert board is not None
        block = board.block_of(dice.choice(rows).id)
        if block is not None and hand.take(block, board):
            assert hand.carry is not None
            hand.aim(hand.carry.to(dice.randrange(1, 3), NINE + 15 * dice.randrange(12)))
            hand.aim(hand.carry.lasting(15 * dice.randrange(1, 6)))
            hand.put_down(board)
            keyboard.settle(lambda: hand.carry is None)
        if dice.random() < 0.25:
            page.mover.moves.undo_last()
        keyboard.settle()
        now = [stored(office, row) for row in rows]
        for one in now:
            for other in now:
                if one.id != other.id and one.day == other.day and one.room_id == other.room_id:
                    assert one.end <= other.start or other.end <= one.start
