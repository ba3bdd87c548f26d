"""The frame's clocks and reminders, by a clock that the test moves (R-8, P-3, P-10)."""

from datetime import timedelta

from services.worklist import ReminderKind
from tests.services.work import TODAY
from tests.services.worklist.due import Due


def kinds(due: Due) -> list[ReminderKind]:
    return [one.kind for one in due.worklist.pulse(due.worker).reminders]


def test_the_clock_runs_from_the_hour_of_knowledge_until_it_is_reported(due: Due) -> None:
    case_id = due.register()
    known = due.unit.clock.now() - timedelta(hours=5)
    flag_id = due.flag(case_id, "child_at_risk", known_at=known)
    for actor in (due.worker, due.unit.second, due.unit.head):
        (mark,) = due.worklist.pulse(actor).clocks
        assert (mark.letter, mark.clock_ends_at) == ("ج", known + timedelta(hours=12))
    assert due.worklist.pulse(due.unit.clerk).clocks == ()
    due.later(hours=20)
    assert len(due.worklist.pulse(due.worker).clocks) == 1, "it stays when its time is over"
    flag = due.safety.state(due.worker, case_id).flags[0]
    due.safety.report_child(due.worker, flag_id, flag.version, "1112/4/9", due.unit.clock.now())
    assert due.worklist.pulse(due.worker).clocks == ()


def test_the_first_to_end_comes_first(due: Due) -> None:
    now = due.unit.clock.now()
    for hours in (1, 7, 3):
        due.flag(due.register(), "child_at_risk", known_at=now - timedelta(hours=hours))
    ends = [mark.clock_ends_at for mark in due.worklist.pulse(due.worker).clocks]
    assert ends == sorted(ends, key=str)
    assert ends[0] == now + timedelta(hours=5)


def test_an_answer_reminds_one_hour_before_it_is_due(due: Due) -> None:
    due.referred(2)
    assert kinds(due) == []
    due.later(hours=1, minutes=1)
    (one,) = due.worklist.pulse(due.worker).reminders
    assert (one.kind, one.words) == (
        ReminderKind.REPLY,
        "تا ۱۱:۰۰ پاسخ به دادسرای نمونه شعبه ۳ · پرونده ۱۱۱۲-۱۴۰۵-۰۰۰۱",
    )
    assert due.worklist.pulse(due.unit.second).reminders == (), "of the own files alone"
    due.later(hours=1)
    assert kinds(due) == [], "what is late stands in the list"


def test_an_appointment_reminds_ten_minutes_before(due: Due) -> None:
    case_id = due.register()
    due.book(case_id, start=9 * 60 + 30)
    assert kinds(due) == []
    due.later(minutes=20)
    (one,) = due.worklist.pulse(due.worker).reminders
    assert (one.kind, one.words) == (
        ReminderKind.APPOINTMENT,
        "نوبت ۰۹:۳۰ · مصاحبه اولیه · پرونده ۱۱۱۲-۱۴۰۵-۰۰۰۱",
    )
    assert due.worklist.pulse(due.unit.second).reminders == ()
    due.later(minutes=11)
    assert kinds(due) == []


def test_tomorrows_appointment_at_the_same_hour_does_not_remind(due: Due) -> None:
    due.book(due.register(), start=9 * 60 + 5, day=TODAY + timedelta(days=1))
    assert kinds(due) == []


def test_a_clock_that_is_nearly_over_reminds_by_its_letter_alone(due: Due) -> None:
    known = due.unit.clock.now() - timedelta(hours=11, minutes=30)
    due.flag(due.register(), "child_at_risk", known_at=known)
    (one,) = due.worklist.pulse(due.worker).reminders
    assert (one.kind, one.words) == (ReminderKind.CLOCK, "نشان ج · تا ۰۹:۳۰")
    due.later(minutes=31)
    assert kinds(due) == []


def test_the_nearest_comes_first(due: Due) -> None:
    due.referred(0.8)
    due.book(due.register(), start=9 * 60 + 8)
    assert kinds(due) == [ReminderKind.APPOINTMENT, ReminderKind.REPLY]
