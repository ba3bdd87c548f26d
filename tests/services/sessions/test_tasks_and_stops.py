"""Tasks, two rooms, interpreters, sessions that were broken off, and late notes (domain.md §2.6, P-12, P-27)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, AttendanceMark, CaseStatus, JointPolicy
from services.cases import Confidentiality
from services.errors import InvalidError, NotAllowedError, NotFoundError, StaleError
from services.sessions import AttendanceDraft, CaseNoteDraft, SessionDraft, TaskDraft
from tests.services.work import TODAY, Work

CAME, ABSENT, EARLY = AttendanceMark.ATTENDED, AttendanceMark.NO_SHOW, AttendanceMark.LEFT_EARLY
EIGHT = 8 * 60
WEEK = timedelta(days=7)


def close(work: Work, case_id: UUID) -> None:
    with work.unit.uow.write(work.unit.head) as tx:
        case = tx.get(CaseFile, case_id)
        case.status, case.disposition, case.closed_on = CaseStatus.CLOSED, "client_withdrew", TODAY
        tx.record("case.close", "case", case_id)


def take_out(work: Work, case_id: UUID, party_id: UUID) -> None:
    with work.unit.uow.write(work.unit.head) as tx:
        tx.get(CaseParty, party_id).is_removed = True
        tx.record("party.remove", "case", case_id)


# --- tasks --------------------------------------------------------------------------------------------------------


def test_tasks_are_kept_in_their_order_with_who_does_them(work: Work) -> None:
    case_id = work.register()
    party = work.detail(case_id).parties[0]
    tasks = (TaskDraft("  دفترچه  را بیاورد ", party.id, TODAY + WEEK), TaskDraft("تماس با شورا"))
    row = work.hold(case_id, tasks=tasks)
    assert [(one.text, one.name, one.due_on, one.done_on) for one in row.tasks] == [
        ("دفترچه را بیاورد", party.name, TODAY + WEEK, None),
        ("تماس با شورا", "", None, None),
    ]
    assert work.page(case_id).sessions[0].tasks == row.tasks


def test_a_task_is_ticked_off_and_opened_again(work: Work) -> None:
    case_id = work.register()
    task = work.hold(case_id, tasks=(TaskDraft("تماس"),)).tasks[0]
    work.later(minutes=1)
    done = work.sessions.set_task_done(work.worker, task.id, task.version, is_done=True).value
    assert (done.done_on, work.sessions.open_tasks(work.worker, case_id)) == (TODAY, ())
    with pytest.raises(StaleError):
        work.sessions.set_task_done(work.worker, task.id, task.version, is_done=True)
    work.later(minutes=1)
    again = work.sessions.set_task_done(work.worker, task.id, done.version, is_done=False).value
    assert work.sessions.open_tasks(work.worker, case_id) == (again,)


def test_open_tasks_the_earliest_first_and_overdue_ones_known(work: Work) -> None:
    case_id = work.register()
    day = TODAY + timedelta(days=1)
    drafts = (TaskDraft("بی‌مهلت"), TaskDraft("دیر", due_on=TODAY + WEEK), TaskDraft("زود", due_on=day))
    work.hold(case_id, tasks=drafts)
    work.later(days=2)
    found = work.sessions.open_tasks(work.worker, case_id)
    assert [(one.text, one.is_overdue) for one in found] == [("زود", True), ("دیر", False), ("بی‌مهلت", False)]


def test_a_correction_keeps_changes_and_drops_tasks(work: Work) -> None:
    case_id = work.register()
    row = work.hold(case_id, tasks=(TaskDraft("یک"), TaskDraft("دو")))
    one, two = row.tasks
    work.later(minutes=1)
    untouched = work.sessions.record(work.worker, replace(row.draft(), tasks=None)).value
    assert [task.text for task in untouched.tasks] == ["یک", "دو"]
    work.later(minutes=1)
    given = (TaskDraft("دو، بهتر", id=two.id, is_done=True), TaskDraft("سه"))
    changed = work.sessions.record(work.worker, replace(untouched.draft(), tasks=given)).value
    assert [(task.text, task.done_on) for task in changed.tasks] == [("دو، بهتر", TODAY), ("سه", None)]
    assert changed.tasks[0].id == two.id
    with pytest.raises(NotFoundError):
        work.sessions.record(work.worker, replace(changed.draft(), tasks=(TaskDraft("یک", id=one.id),)))


@pytest.mark.parametrize(
    ("tasks", "key", "field"),
    [
        ((TaskDraft("خوب"), TaskDraft(" \u200c ")), "sessions.empty_task", "tasks.1.text"),
        ((TaskDraft("ا" * 501),), "errors.too_long", "tasks.0.text"),
        ((TaskDraft("کار", due_on=TODAY - timedelta(days=1)),), "sessions.task_before", "tasks.0.due_on"),
        (tuple(TaskDraft("کار") for _ in range(31)), "sessions.many_tasks", "tasks"),
    ],
)
def test_tasks_that_are_refused(work: Work, tasks: tuple[TaskDraft, ...], key: str, field: str) -> None:
    case_id = work.register()
    with pytest.raises(InvalidError) as error:
        work.hold(case_id, tasks=tasks)
    assert (error.value.key, error.value.field) == (key, field)


def test_a_task_is_never_somebody_else_s(work: Work) -> None:
    mine, other = work.register(), work.register()
    stranger = work.detail(other).parties[0].id
    with pytest.raises(NotFoundError):
        work.hold(mine, tasks=(TaskDraft("کار", stranger),))


def test_who_was_taken_out_of_the_file_keeps_attendance_and_tasks(work: Work) -> None:
    """A correction afterwards must not rewrite who was there."""
    case_id = work.register()
    party = work.detail(case_id).parties[1]
    row = work.hold(case_id, (1, CAME), tasks=(TaskDraft("کار", party.id),))
    work.later(minutes=1)
    take_out(work, case_id, party.id)
    first = work.detail(case_id).parties[0]
    draft = replace(row.draft(), attendance=(AttendanceDraft(first.id, ABSENT),))
    work.later(minutes=1)
    corrected = work.sessions.record(work.worker, draft).value
    assert {one.party_id for one in corrected.attendance} == {first.id, party.id}
    assert corrected.tasks[0].party_id == party.id
    with pytest.raises(NotFoundError):
        work.hold(case_id, attendance=(AttendanceDraft(party.id, CAME),))


# --- two rooms ----------------------------------------------------------------------------------------------------


def shuttle(work: Work, case_id: UUID, *hours: tuple[int | None, int | None], **given: Any) -> SessionDraft:
    parties = work.detail(case_id).parties
    marks = tuple(
        AttendanceDraft(party.id, CAME, came, went) for party, (came, went) in zip(parties, hours, strict=False)
    )
    return replace(work.session(case_id), type="shuttle", attendance=marks, **given)


def test_two_sides_have_two_rooms(work: Work) -> None:
    case_id = work.register()
    first, second = work.unit.rooms[:2]
    draft = shuttle(work, case_id, (None, None), (None, None), room_id=first, second_room_id=second)
    row = work.sessions.record(work.worker, draft).value
    assert (row.room_id, row.second_room_id, row.room_name) == (first, second, "اتاق ۱ و اتاق ۲")


def test_or_hours_of_their_own(work: Work) -> None:
    case_id = work.register()
    halves = ((EIGHT, EIGHT + 15), (EIGHT + 15, EIGHT + 30))
    row = work.sessions.record(work.worker, shuttle(work, case_id, *halves)).value
    assert [(one.arrived, one.left) for one in row.attendance] == list(halves)


@pytest.mark.parametrize(
    ("hours", "places", "key"),
    [
        (((None, None), (None, None)), (None, None), "sessions.never_meet"),
        (((None, EIGHT + 16), (EIGHT + 15, None)), (0, None), "sessions.never_meet"),
        (((None, None), (None, None)), (0, 0), "sessions.same_room"),
    ],
)
def test_the_two_sides_never_meet(work: Work, hours: Any, places: Any, key: str) -> None:
    case_id = work.register()
    rooms = [None if place is None else work.unit.rooms[place] for place in places]
    with pytest.raises(InvalidError) as error:
        work.sessions.record(work.worker, shuttle(work, case_id, *hours, room_id=rooms[0], second_room_id=rooms[1]))
    assert (error.value.key, error.value.field) == (key, "second_room_id")


def test_one_side_of_a_shuttle_needs_one_room(work: Work) -> None:
    case_id = work.register()
    work.sessions.record(work.worker, shuttle(work, case_id, (None, None)))


def test_a_second_room_is_nothing_for_other_types(work: Work) -> None:
    case_id = work.register()
    row = work.hold(case_id, room_id=work.unit.rooms[0], second_room_id=work.unit.rooms[1])
    assert row.second_room_id is None


# --- others in the room -------------------------------------------------------------------------------------------


def test_who_else_was_in_the_room(work: Work) -> None:
    case_id = work.register()
    row = work.hold(case_id, interpreter_name=" نادر  مترجمی ", others_present="خواهر او")
    assert (row.interpreter_name, row.others_present) == ("نادر مترجمی", "خواهر او")


# --- broken off ---------------------------------------------------------------------------------------------------


def test_a_session_broken_off_shuts_the_way_to_joint_ones(work: Work) -> None:
    case_id = work.register()
    booked = work.book(case_id, start=9 * 60)
    work.later(hours=2)
    row = work.hold(case_id, appointment_id=booked.id, is_stopped=True, stop_reason="صدا بالا رفت")
    assert (row.is_stopped, row.stop_reason) == (True, "صدا بالا رفت")
    assert "session.safety_stop" in work.actions()
    assert work.detail(case_id).joint_policy is JointPolicy.SEPARATE_ONLY
    assert work.scheduling.of_case(work.worker, case_id)[0].status is AppointmentStatus.SAFETY_STOPPED


def test_one_key_is_enough_and_a_stricter_policy_stays(work: Work) -> None:
    case_id = work.register()
    work.safety.set_policy(work.unit.head, case_id, JointPolicy.FORBIDDEN, "دستور")
    assert work.hold(case_id, is_stopped=True).stop_reason == "بدون توضیح"
    assert work.detail(case_id).joint_policy is JointPolicy.FORBIDDEN


def test_who_may_not_read_of_safety_is_not_told_and_takes_nothing_back(work: Work) -> None:
    facilitator = work.unit.actors["peace_facilitator"]
    case_id = work.register(actor=facilitator)
    row = work.sessions.record(facilitator, work.session(case_id, is_stopped=True, stop_reason="تهدید")).value
    assert (row.is_stopped, row.stop_reason) == (False, "")
    work.later(minutes=1)
    work.sessions.record(facilitator, replace(row.draft(), case_record="درست شد"))
    told = work.sessions.of_case(work.unit.head, case_id)[0]
    assert (told.is_stopped, told.stop_reason) == (True, "تهدید")
    assert work.actions().count("session.safety_stop") == 1


def test_a_stop_by_mistake_is_taken_back_and_the_policy_waits_for_the_review(work: Work) -> None:
    case_id = work.register()
    row = work.hold(case_id, is_stopped=True)
    work.later(minutes=1)
    draft = replace(row.draft(), is_stopped=False, stop_reason="")
    assert not work.sessions.record(work.worker, draft).value.is_stopped
    assert work.detail(case_id).joint_policy is JointPolicy.SEPARATE_ONLY


# --- late notes ---------------------------------------------------------------------------------------------------


def test_a_late_note_leaves_a_closed_file_closed(work: Work) -> None:
    case_id = work.register()
    early = work.sessions.add_note(work.worker, CaseNoteDraft(case_id, "تماس گرفت", TODAY)).value
    close(work, case_id)
    work.later(minutes=1)
    late = work.sessions.add_note(work.worker, CaseNoteDraft(case_id, " آمد\nو رفت ", TODAY)).value
    assert (early.is_late, late.is_late, late.text) == (False, True, "آمد\nو رفت")
    assert work.detail(case_id).row.status is CaseStatus.CLOSED
    assert work.sessions.notes_of_case(work.worker, case_id) == (late, early)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"text": " \n "}, ("errors.required", "text")),
        ({"text": "ا" * 20_001}, ("errors.too_long", "text")),
        ({"happened_on": TODAY + timedelta(days=1)}, ("sessions.note_not_yet", "happened_on")),
        ({"happened_on": TODAY - timedelta(days=1)}, ("sessions.before_case", "happened_on")),
    ],
)
def test_notes_that_are_refused(work: Work, given: dict[str, Any], expected: tuple[str, str]) -> None:
    case_id = work.register()
    with pytest.raises(InvalidError) as error:
        work.sessions.add_note(work.worker, replace(CaseNoteDraft(case_id, "متن", TODAY), **given))
    assert (error.value.key, error.value.field) == expected


def test_nobody_asks_for_notes_and_tasks_of_a_hidden_file(work: Work) -> None:
    hidden = work.register(confidentiality=Confidentiality.RESTRICTED)
    task = work.hold(hidden, tasks=(TaskDraft("راز"),)).tasks[0]
    sessions, second = work.sessions, work.unit.second
    with pytest.raises(NotFoundError):
        sessions.open_tasks(second, hidden)
    with pytest.raises(NotFoundError):
        sessions.notes_of_case(second, hidden)
    with pytest.raises(NotFoundError):
        sessions.add_note(second, CaseNoteDraft(hidden, "متن", TODAY))
    with pytest.raises(NotFoundError):
        sessions.set_task_done(second, task.id, task.version, is_done=True)
    for role in ("clerk", "conscript", "station_commander", "auditor", "admin"):
        with pytest.raises(NotAllowedError):
            sessions.open_tasks(work.unit.actors[role], hidden)


def test_a_note_of_a_session_stays_in_its_file(work: Work) -> None:
    mine, other = work.register(), work.register()
    row = work.hold(other)
    with pytest.raises(NotFoundError):
        work.sessions.add_note(work.worker, CaseNoteDraft(mine, "متن", TODAY, row.id))


def test_what_was_said_is_sealed_in_the_log(work: Work) -> None:
    from sqlalchemy import select

    from models.unit import AuditPayload

    case_id = work.register()
    work.hold(case_id, tasks=(TaskDraft("نشانه‌گذاری‌شده"),), is_stopped=True, stop_reason="نشانه‌گذاری‌شده")
    work.sessions.add_note(work.worker, CaseNoteDraft(case_id, "نشانه‌گذاری‌شده", TODAY))
    with work.unit.uow.read(work.unit.head) as tx:
        assert "نشانه‌گذاری‌شده" not in "".join(tx.session.scalars(select(AuditPayload.content)))
