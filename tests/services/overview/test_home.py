"""The day at a glance: to each role what it may know, and never a name (P-3, P-4, P-6, P-11, P-45)."""

import dataclasses
from datetime import timedelta
from enum import Enum

import pytest

from models.case import NightEntry, Notice, ReferralIn
from models.enums import FlagLevel, NoticeKind
from services.actor import Right
from services.cases import Confidentiality
from services.overview import Readiness
from services.staff.rights import ROLE_RIGHTS
from services.worklist import TaskKind
from tests.services.work import Work

NAMES = ("زهرا", "کریمی", "رضا", "احمدی")


def words(value: object) -> list[str]:
    """Every text that a screen could show of a value."""
    if isinstance(value, Enum):
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in words(one)]
    if dataclasses.is_dataclass(value):
        return [text for field in dataclasses.fields(value) for text in words(getattr(value, field.name))]
    return []


def owe(work: Work, case_id: object, hours: float) -> None:
    """A prosecutor's letter whose answer is due in so many hours."""
    with work.unit.uow.write(work.unit.head) as tx:
        tx.add(
            ReferralIn(
                case_id=case_id,
                source="prosecutor",
                body="دادسرای نمونه",
                branch="شعبه ۳",
                letter_no="1405/8/217",
                received_at=tx.now - timedelta(days=9),
                is_reply_owed=True,
                due_at=tx.now + timedelta(hours=hours),
            )
        )
        tx.record("referral.record", "referral")


def night(work: Work, *, danger: bool = False) -> None:
    with work.unit.uow.write(work.unit.head) as tx:
        tx.add(
            NightEntry(
                happened_at=tx.now - timedelta(hours=7),
                names="زهرا کریمی",
                line="با کودک آمد",
                is_danger_now=danger,
                officer="رضا احمدی",
                staff_id=work.unit.head.staff_id,
                created_at=tx.now,
            )
        )
        tx.record("night.record", "night_entry")


def busy(work: Work) -> None:
    """One of everything that the home page can show."""
    case_id = work.register()
    work.book(case_id, start=10 * 60)
    owe(work, case_id, -50)
    work.flag(case_id, "child_at_risk")
    work.flag(case_id, "ipv_victim", FlagLevel.IMMINENT)
    work.conclude(case_id)
    night(work, danger=True)


@pytest.mark.parametrize("role", sorted(ROLE_RIGHTS))
def test_no_role_ever_reads_a_name(work: Work, role: str) -> None:
    busy(work)
    texts = " ".join(words(work.home(work.unit.actors[role])))
    assert not [name for name in NAMES if name in texts]


@pytest.mark.parametrize("role", sorted(ROLE_RIGHTS))
def test_each_role_gets_what_its_rights_say(work: Work, role: str) -> None:
    busy(work)
    work.later(days=8)
    actor = work.unit.actors[role]
    home = work.home(actor)
    kinds = {task.kind for task in home.tasks}
    if not actor.may(Right.SAFETY_READ):
        assert not kinds & {TaskKind.CHILD_CLOCK, TaskKind.REVIEW, TaskKind.DANGER}
        assert (home.shows_safety, home.reviews_due, home.clocks) == (False, 0, ())
    if not actor.may(Right.NIGHT_COMPLETE):
        assert (TaskKind.NIGHT in kinds, home.night_count) == (False, 0)
    if not actor.may(Right.APPOINTMENT_READ):
        assert home.appointments == ()
    if not actor.may(Right.CASE_FIND):
        assert (home.replies_owed, home.tasks) == (0, ())
    assert (TaskKind.NOTICE in kinds) <= actor.may(Right.CASE_ASSIGN)


def test_the_head_sees_the_unit_and_a_worker_the_own_work(work: Work) -> None:
    mine, hers = work.register(), work.register(actor=work.unit.second)
    work.book(mine, start=10 * 60)
    work.book(hers, start=11 * 60, staff_ids=(work.unit.second.staff_id,))
    owe(work, mine, -50)
    owe(work, hers, -80)
    head, worker = work.home(work.unit.head), work.home()
    assert (len(head.appointments), len(worker.appointments)) == (2, 1)
    assert (head.replies_overdue, worker.replies_overdue) == (2, 1)
    assert head.sentence == "امروز واحد دو نوبت دارد؛ پاسخ به دو مرجع عقب افتاده است."
    assert worker.sentence == "امروز یک نوبت دارید؛ پاسخ به یک مرجع عقب افتاده است."
    assert (head.longest_overdue, worker.longest_overdue) == (
        "دادسرای نمونه شعبه ۳، ۳ روز",
        "دادسرای نمونه شعبه ۳، ۲ روز",
    )
    assert {task.case_id for task in worker.tasks} == {mine}


def test_hidden_files_leave_no_trace(work: Work) -> None:
    """P-6, P-7: neither an hour, nor a count, nor a mark."""
    for level in (Confidentiality.RESTRICTED, Confidentiality.STAFF_RELATIVE):
        case_id = work.register(confidentiality=level, responsible_id=work.worker.staff_id)
        work.book(case_id, start=(10 if level is Confidentiality.RESTRICTED else 12) * 60)
        owe(work, case_id, -50)
        work.flag(case_id, "child_at_risk")
    assert len(work.home().appointments) == 2
    for actor in (work.unit.second, work.unit.clerk, work.unit.actors["station_commander"]):
        home = work.home(actor)
        assert (home.appointments, home.tasks, home.clocks, home.replies_owed) == ((), (), (), 0)


def test_a_voided_file_waits_for_nothing(work: Work) -> None:
    case_id = work.register()
    owe(work, case_id, -50)
    work.flag(case_id, "child_at_risk")
    work.cases.void(work.unit.head, case_id, work.detail(case_id).version, "اشتباه")
    home = work.home(work.unit.head)
    assert (home.tasks, home.replies_owed, home.clocks) == ((), 0, ())


def test_replies_overdue_and_near(work: Work) -> None:
    case_id = work.register()
    for hours in (-30, 5, 60, 80):
        owe(work, case_id, hours)
    home = work.home()
    assert (home.replies_owed, home.replies_overdue, home.task_count) == (4, 1, 3)
    assert [task.is_overdue for task in home.tasks] == [True, False, False]
    assert home.tasks[0].title == "پاسخ به دادسرای نمونه شعبه ۳"
    assert home.tasks[0].line.endswith("عطف به ۱۴۰۵/۸/۲۱۷")


def test_a_reply_due_this_morning_is_late_today(work: Work) -> None:
    """Due dates count to the hour (P-33)."""
    owe(work, work.register(), -0.5)
    home = work.home()
    assert (home.replies_overdue, home.longest_overdue) == (1, "دادسرای نمونه شعبه ۳، امروز")


def test_the_child_clock_runs_from_knowledge(work: Work) -> None:
    """P-10: not from typing; and it is everybody's who may see the file."""
    case_id = work.register()
    known = work.unit.clock.now() - timedelta(hours=5)
    flag_id = work.flag(case_id, "child_at_risk", FlagLevel.LOW, known_at=known)
    for actor in (work.worker, work.unit.second, work.unit.head):
        home = work.home(actor)
        assert [mark.letter for mark in home.clocks] == ["ج"]
        assert home.clocks[0].clock_ends_at == known + timedelta(hours=12)
        assert home.tasks[0].kind is TaskKind.CHILD_CLOCK
        assert not home.tasks[0].is_overdue
    work.later(hours=8)
    assert work.home().tasks[0].is_overdue
    assert work.home().tasks[0].title == "نشان ج"
    with work.unit.uow.read(work.unit.head) as tx:
        from models.safety import RiskFlag

        version = tx.get(RiskFlag, flag_id).version
    work.safety.report_child(work.worker, flag_id, version, "1112/4/9", work.unit.clock.now())
    assert work.home().clocks == ()


def test_reviews_come_when_due(work: Work) -> None:
    case_id = work.register()
    work.flag(case_id, "weapon")
    assert work.home().reviews_due == 0
    work.later(days=7)
    home = work.home()
    assert (home.reviews_due, home.tasks[0].kind, home.tasks[0].title) == (1, TaskKind.REVIEW, "بازبینی")
    assert home.tasks[0].line.endswith("نشان د")
    assert not home.tasks[0].is_overdue
    work.later(days=1)
    assert work.home().tasks[0].is_overdue


def test_an_open_danger_stays_on_top_and_says_nothing(work: Work) -> None:
    from services.safety import DangerDraft

    case_id = work.register()
    owe(work, case_id, -99)
    person_id = work.detail(case_id).parties[0].person_id
    draft = DangerDraft(case_id, person_id, work.unit.clock.now(), "", ())
    work.safety.record_danger(work.worker, draft)
    task = work.home(work.unit.second).tasks[0]
    assert (task.kind, task.title, task.subject_id, task.case_id) == (
        TaskKind.DANGER,
        "گام‌های امروز ناتمام است",
        person_id,
        case_id,
    )


def test_the_door_knows_what_it_must_and_no_more(work: Work) -> None:
    case_id = work.register()
    work.book(case_id, start=9 * 60 + 5, minutes=20, type="intake")
    work.book(case_id, start=10 * 60, type="intake")
    work.book(case_id, (0, 1), start=11 * 60, type="shuttle", second_room_id=work.unit.rooms[1])
    work.book(case_id, start=13 * 60, type="phone", room_id=None)
    assert [row.readiness for row in work.home(work.unit.clerk).appointments] == [
        Readiness.ALONE,
        Readiness.ALONE,
        Readiness.TWO_ROOMS,
        Readiness.REMOTE,
    ]
    work.later(minutes=40)
    first = work.home().appointments[0]
    assert first.readiness is Readiness.UNRECORDED
    work.hold(case_id, appointment_id=first.appointment.id, start=9 * 60 + 5, end=9 * 60 + 30)
    home = work.home()
    assert (home.appointments[0].readiness, home.left) == (Readiness.HELD, 3)
    assert home.sentence.startswith("از نوبت‌های امروز شما سه مانده است")


def test_a_joint_session_is_ready_while_the_gate_is_open(work: Work) -> None:
    from tests.services.safety.matter import Matter

    case_id = work.register()
    parties = work.detail(case_id).parties
    matter = Matter(
        work.unit, work.safety, case_id, tuple(p.person_id for p in parties), tuple(p.id for p in parties)
    )
    matter.clear(0)
    matter.clear(1)
    work.book(case_id, (0, 1), type="couple", start=12 * 60)
    assert work.home().appointments[0].readiness is Readiness.READY
    matter.flag(0, "ipv_victim")
    row = work.home(work.unit.clerk).appointments[0]
    assert row.readiness is Readiness.SEPARATE
    assert row.appointment.marks[0].words == ""


def test_own_hours_of_past_days_ask_whether_they_were_held(work: Work) -> None:
    case_id = work.register()
    booked = work.book(case_id, start=10 * 60)
    assert TaskKind.UNRECORDED not in {task.kind for task in work.home().tasks}
    work.later(days=1)
    task = work.home().tasks[0]
    assert (task.kind, task.subject_id, task.title) == (
        TaskKind.UNRECORDED,
        booked.id,
        "مصاحبه اولیه؛ برگزار شد؟",
    )
    assert work.home(work.unit.second).tasks == ()


def test_settlements_wait_for_signatures_until_seen_or_reopened(work: Work) -> None:
    from models.case import CaseFile
    from models.enums import CaseStatus
    from services.cases.status import advance

    seen, reopened = work.register(), work.register()
    for case_id in (seen, reopened):
        work.conclude(case_id)
    assert [task.kind for task in work.home().tasks] == [TaskKind.SIGNATURES, TaskKind.SIGNATURES]
    work.outcomes.see_signatures(work.worker, seen, work.detail(seen).version)
    with work.unit.uow.write(work.unit.head) as tx:
        advance(tx, tx.get(CaseFile, reopened), CaseStatus.ACTIVE)
        tx.record("case.reopen", "case", reopened)
    assert work.home().tasks == ()


def test_notices_are_the_heads_alone_with_or_without_a_case(work: Work) -> None:
    case_id = work.register()
    person_id = work.detail(case_id).parties[0].person_id
    with work.unit.uow.write(work.unit.head) as tx:
        for key, kind in ((case_id, NoticeKind.OPPOSITE_SIDES), (None, NoticeKind.SAME_CODE)):
            tx.add(Notice(kind=kind, case_id=key, person_id=person_id, raised_at=tx.now))
        tx.record("notice.raise", "notice")
    assert [task.kind for task in work.home(work.unit.head).tasks] == [TaskKind.NOTICE, TaskKind.NOTICE]
    assert work.home().tasks == ()


def test_counts_are_exact_however_many_there_are(work: Work) -> None:
    for _ in range(45):
        night(work)
    home = work.home(work.unit.head)
    assert (home.night_count, home.task_count, len(home.tasks)) == (45, 45, 40)


def test_an_empty_day(work: Work) -> None:
    assert work.home().sentence == "امروز نوبتی ندارید؛ پاسخی عقب نیفتاده است."
    assert work.home(work.unit.clerk).sentence == "امروز نوبتی در واحد نیست؛ پاسخی عقب نیفتاده است."
    assert work.home(work.unit.actors["auditor"]).sentence == "خوش آمدید؛ پاسخی عقب نیفتاده است."


@pytest.mark.parametrize(
    ("hours", "owed", "nights", "sentence"),
    [
        ((), (), 0, "امروز نوبتی ندارید؛ پاسخی عقب نیفتاده است."),
        ((10,), (), 0, "امروز یک نوبت دارید؛ پاسخی عقب نیفتاده است."),
        ((), (-50,), 0, "امروز نوبتی ندارید؛ پاسخ به یک مرجع عقب افتاده است."),
        ((), (), 1, "امروز نوبتی ندارید؛ پاسخی عقب نیفتاده است و یک کار امروز پیش روست."),
        ((), (5,), 0, "امروز نوبتی ندارید؛ پاسخی عقب نیفتاده است و یک کار امروز پیش روست."),
        ((), (60,), 0, "امروز نوبتی ندارید؛ پاسخی عقب نیفتاده است."),
        (
            (10, 11, 12),
            (-50, -30),
            2,
            "امروز سه نوبت دارید؛ پاسخ به دو مرجع عقب افتاده است و دو کار دیگر امروز پیش روست.",
        ),
        ((10, 11), (-50, 3), 1, "امروز دو نوبت دارید؛ پاسخ به یک مرجع عقب افتاده است و دو کار دیگر امروز پیش روست."),
    ],
)
def test_the_day_in_one_sentence(
    work: Work, hours: tuple[int, ...], owed: tuple[float, ...], nights: int, sentence: str
) -> None:
    case_id = work.register()
    for hour in hours:
        work.book(case_id, start=hour * 60, minutes=20)
    for due in owed:
        owe(work, case_id, due)
    for _ in range(nights):
        night(work)
    assert work.home().sentence == sentence


def test_looking_at_the_day_writes_nothing(work: Work) -> None:
    work.register()
    before = work.actions()
    work.home()
    assert work.actions() == before
