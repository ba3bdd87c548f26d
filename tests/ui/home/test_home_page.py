"""The first page of the day, through the keyboard (P-3, P-45)."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from services.clock import instant
from services.overview import Readiness
from services.safety import DangerDraft, FlagDraft, FlagLevel
from services.sessions import AttendanceDraft, AttendanceMark, SessionDraft
from services.worklist import Task, TaskKind, Whose
from tests.ui.case.test_case_page import hold
from tests.ui.home.conftest import OpenHome
from tests.ui.scheduling.office import SUNDAY, Office
from ui.case.argument import CaseArgument
from ui.home.home_page import HomePage
from ui.home.notice_sheet import NoticeSheet
from ui.home.words import due_chip, left_words, readiness_chip
from ui.play.keyboard import Keyboard
from ui.safety.argument import SafetyArgument
from ui.widgets.sheet import open_sheet_of
from ui.worklist.argument import WorkArgument

TODAY = SUNDAY - timedelta(days=1)
NOON = instant(datetime(2026, 11, 21, 12, 0))  # noqa: DTZ001 - a wall clock of the unit


def texts(widget: QWidget) -> str:
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    rows = "\n".join(row.words() for rows in (widget.appointments, widget.tasks) for row in rows.rows())  # type: ignore[attr-defined]
    return "\n".join(label.text() + label.toolTip() for label in labels) + rows


def flag(office: Office, case_id: UUID, kind: str, hours_ago: float = 0) -> UUID:
    actor = office.actor()
    person_id = office.desk.services.cases.get(actor, case_id).parties[0].person_id
    known = office.desk.clock.now() - timedelta(hours=hours_ago)
    draft = FlagDraft(case_id, person_id, kind, FlagLevel.HIGH, known)
    office.desk.services.safety.raise_flag(actor, draft)
    return person_id


def test_the_first_line_is_a_sentence_and_nobody_is_named(office: Office, open_home: OpenHome) -> None:
    case = office.file()
    office.book(case.id, day=TODAY, start=10 * 60)
    page = open_home()
    assert page.title() == "امروز یک نوبت دارید؛ پاسخی عقب نیفتاده است."
    row = page.appointments.rows()[0]
    assert (row.lead, row.chip) == ("۱۰:۰۰", "فردی")
    assert row.title == "۱۱۱۲-۱۴۰۵-۰۰۰۱ · ر.آ"
    assert "آزمونی" not in texts(page)
    assert page.covers_itself


def test_enter_opens_the_file(office: Office, open_home: OpenHome, keyboard: Keyboard) -> None:
    case = office.file()
    office.book(case.id, day=TODAY, start=10 * 60)
    office.book(case.id, day=SUNDAY, start=11 * 60)
    page = open_home()
    keyboard.settle(page.appointments.hasFocus)
    keyboard.enter()
    assert office.heard.went == [("case", case.id)]
    keyboard.settle(page.day.list.isVisible)
    tomorrow = page.day.list.rows()[0]
    assert (tomorrow.lead, tomorrow.chip) == ("۱۱:۰۰", "فردا")
    assert "آزمونی" not in tomorrow.words()
    page.day.list.opened.emit(tomorrow.key)
    assert office.heard.went == [("case", case.id)] * 2


def test_a_passed_hour_is_recorded_from_here(office: Office, open_home: OpenHome, keyboard: Keyboard) -> None:
    case = office.file()
    booked = office.book(case.id, day=TODAY, start=10 * 60)
    office.desk.clock.advance(timedelta(hours=3))
    page = open_home()
    assert page.appointments.rows()[0].chip == "ثبت شود"
    keyboard.settle(page.appointments.hasFocus)
    keyboard.enter()
    assert office.heard.went == [("case", CaseArgument(case.id, "session", booked.id))]


def test_a_change_shows_without_being_asked_for(office: Office, open_home: OpenHome, keyboard: Keyboard) -> None:
    case = office.file()
    page = open_home()
    assert page.appointments.rows() == ()
    services, actor = office.desk.services, office.actor()
    party_id = office.parties(case.id)[0]
    came = (AttendanceDraft(party_id, AttendanceMark.ATTENDED),)
    office.book(case.id, day=TODAY, start=10 * 60)
    draft = SessionDraft(case.id, "intake", TODAY, 480, 500, came)
    office.desk.lanes.write(page, lambda: services.sessions.record(actor, draft))
    keyboard.settle(lambda: len(page.appointments.rows()) == 1)


def test_tasks_lead_to_where_they_are_done(office: Office, open_home: OpenHome, keyboard: Keyboard) -> None:
    case = office.file()
    person_id = flag(office, case.id, "child_at_risk", hours_ago=5)
    draft = DangerDraft(case.id, person_id, office.desk.clock.now(), "", ())
    office.desk.services.safety.record_danger(office.actor(), draft)
    page = open_home()
    kinds = [task.kind for task in page.home.tasks]  # type: ignore[union-attr]
    assert kinds == [TaskKind.CHILD_CLOCK, TaskKind.DANGER]
    keyboard.go_to(page.tasks)
    keyboard.enter()
    assert office.heard.went == [("safety", case.id)]
    page.tasks.setCurrentIndex(page.tasks.model().index(1, 0))
    keyboard.enter()
    assert office.heard.went[-1] == ("danger", SafetyArgument(case.id, person_id))


def test_the_clock_is_a_neutral_mark(office: Office, open_home: OpenHome) -> None:
    case = office.file()
    flag(office, case.id, "child_at_risk", hours_ago=5)
    page = open_home()
    tile = page.tiles["clocks"]
    assert (tile.figure(), tile.words()) == ("۱", "ج · ۰۷:۰۰")
    assert "کودک" not in texts(page)
    hold(True)
    assert "کودک" in tile.words()
    hold(False)
    assert tile.words() == "ج · ۰۷:۰۰"


@pytest.mark.parametrize(("key", "kind"), [("replies", TaskKind.REPLY), ("reviews", TaskKind.REVIEW)])
def test_a_tile_leads_to_what_it_counts(
    office: Office, open_home: OpenHome, keyboard: Keyboard, key: str, kind: TaskKind
) -> None:
    page = open_home()
    keyboard.go_to(page.tiles[key])
    keyboard.enter()
    assert office.heard.went == [("worklist", WorkArgument(kind, Whose.MINE))]


def test_the_heads_tiles_lead_to_the_units_list(office: Office, open_home: OpenHome, keyboard: Keyboard) -> None:
    page = open_home("unit_head")
    keyboard.go_to(page.tiles["clocks"])
    keyboard.key(Qt.Key.Key_Space, text=" ")
    assert office.heard.went == [("worklist", WorkArgument(TaskKind.CHILD_CLOCK, Whose.UNIT))]


def test_a_clerk_sees_the_desk_and_no_marks(office: Office, open_home: OpenHome) -> None:
    case = office.file()
    office.book(case.id, day=TODAY, start=10 * 60)
    flag(office, case.id, "child_at_risk")
    page = open_home("clerk")
    assert page.title().startswith("امروز واحد یک نوبت دارد")
    assert not page.tiles["clocks"].isVisible()
    assert not page.tiles["reviews"].isVisible()
    assert page.tasks.rows() == ()


def test_empty_lists_say_what_to_do(open_home: OpenHome) -> None:
    page = open_home()
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("نوبت‌ها" in text for text in shown)
    assert any("کاری در انتظار نیست" in text for text in shown)


def test_the_head_puts_a_notice_away(office: Office, open_home: OpenHome, keyboard: Keyboard) -> None:
    """P-7: told in silence, and gone once seen."""
    services, head = office.desk.services, office.actor("unit_head")
    case = office.file()
    actor = office.actor()
    person_id = services.cases.get(actor, case.id).parties[0].person_id
    from models.case import Notice
    from models.enums import NoticeKind

    with services.uow.write(head) as tx:
        tx.add(Notice(kind=NoticeKind.SAME_CODE, case_id=case.id, person_id=person_id, raised_at=tx.now))
        tx.record("notice.raise", "notice")
    page = open_home("unit_head")
    keyboard.go_to(page.tasks)
    keyboard.enter()
    sheet = open_sheet_of(page)
    assert isinstance(sheet, NoticeSheet)
    keyboard.settle(sheet.main.isEnabled)
    keyboard.save()
    keyboard.settle(lambda: page.tasks.rows() == ())


@pytest.mark.parametrize(("width", "side_by_side"), [(1170, True), (800, False)])
def test_narrow_windows_put_the_lists_below_each_other(open_home: OpenHome, width: int, side_by_side: bool) -> None:
    page = open_home(width=width)
    QApplication.processEvents()
    cards = (page.day, page._tasks_card)
    assert (cards[0].y() == cards[1].y()) is side_by_side


def task(kind: TaskKind, hours: float, *, late: bool = False) -> Task:
    return Task(kind, "", "", NOON + timedelta(hours=hours), late, uuid4(), None)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (task(TaskKind.REPLY, -96, late=True), "۴ روز گذشته"),
        (task(TaskKind.REPLY, -2, late=True), "ساعتش گذشت"),
        (task(TaskKind.REPLY, 2), "امروز تا ۱۴:۰۰"),
        (task(TaskKind.REPLY, 24), "فردا"),
        (task(TaskKind.REPLY, 60), "۳ روز دیگر"),
        (task(TaskKind.REVIEW, 6), "امروز"),
        (task(TaskKind.CHILD_CLOCK, 6.7), "۰۶:۴۲ مانده"),
        (task(TaskKind.CHILD_CLOCK, -1, late=True), "مهلت گذشت"),
        (task(TaskKind.NIGHT, -7), "دیشب"),
        (task(TaskKind.NIGHT, -50), "۲ روز پیش"),
        (task(TaskKind.UNRECORDED, -24, late=True), "دیروز"),
        (task(TaskKind.SIGNATURES, -72), "۳ روز پیش"),
        (task(TaskKind.NOTICE, -1), "امروز"),
        (task(TaskKind.FOLLOW_UP, 72), "۳ روز دیگر"),
        (task(TaskKind.FOLLOW_UP, -24, late=True), "دیروز"),
        (task(TaskKind.CLAUSE, -48, late=True), "۲ روز پیش"),
        (task(TaskKind.CLAUSE, 24), "فردا"),
        (task(TaskKind.ORIGINAL, -72), "۳ روز پیش"),
        (task(TaskKind.RESTING, -240, late=True), "۱۰ روز پیش"),
        (Task(TaskKind.REPLY, "", "", None, False, uuid4(), None), ""),
    ],
)
def test_when_it_is_due_in_words(given: Task, words: str) -> None:
    assert due_chip(given, NOON).words == words


def test_every_readiness_has_words(open_home: OpenHome) -> None:
    assert [kind for kind in Readiness if kind and not readiness_chip(kind).words] == []
    assert left_words(NOON + timedelta(minutes=402), NOON) == "۰۶:۴۲"
    assert isinstance(open_home(), HomePage)
