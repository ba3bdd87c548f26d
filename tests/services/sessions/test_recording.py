"""Sessions as they were held (domain.md §2.6, P-27, R-7)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from models.case import CaseFile
from models.enums import AppointmentStatus, AttendanceMark, CaseStatus
from services.cases import Confidentiality
from services.errors import AppError, InvalidDraft, InvalidError, NotAllowedError, NotFoundError, StaleError
from services.sessions import AttendanceDraft
from tests.services.work import TODAY, Work

CAME, LATE, ABSENT = AttendanceMark.ATTENDED, AttendanceMark.LATE, AttendanceMark.NO_SHOW


def keys(error: AppError) -> list[tuple[str, str | None]]:
    each = error.errors if isinstance(error, InvalidDraft) else (error,)
    return [(one.key, one.field) for one in each]


def test_a_session_sets_the_case_to_work_and_its_appointment_to_held(work: Work) -> None:
    case_id = work.register()
    booked = work.book(case_id, start=9 * 60)
    work.later(hours=2)
    row = work.hold(case_id, appointment_id=booked.id, room_id=booked.room_id, case_record="  شرح\nجلسه ")
    assert (row.appointment_id, row.case_record, row.room_name) == (booked.id, "شرح\nجلسه", "اتاق 1")
    assert row.attendance[0].mark is CAME
    assert work.detail(case_id).row.status is CaseStatus.ACTIVE
    assert work.scheduling.of_case(work.worker, case_id)[0].status is AppointmentStatus.HELD


def test_an_hour_to_which_nobody_came_moves_nothing(work: Work) -> None:
    case_id = work.register()
    booked = work.book(case_id, start=9 * 60)
    work.later(hours=3)
    work.hold(case_id, (0, ABSENT), appointment_id=booked.id)
    assert work.detail(case_id).row.status is CaseStatus.RECEIVED
    assert work.scheduling.of_case(work.worker, case_id)[0].status is AppointmentStatus.NO_SHOW_ALL


def test_without_an_appointment(work: Work) -> None:
    """Sessions need none (P-27)."""
    case_id = work.register()
    assert work.hold(case_id).appointment_id is None


def test_correcting_keeps_the_author_and_the_appointment(work: Work) -> None:
    case_id = work.register()
    booked = work.book(case_id, start=9 * 60 + 15)
    work.later(hours=2)
    row = work.hold(case_id, appointment_id=booked.id)
    work.later(minutes=1)
    draft = work.session(case_id, (0, LATE), id=row.id, version=row.version, case_record="درست شد")
    corrected = work.sessions.record(work.unit.head, draft).value
    assert (corrected.id, corrected.appointment_id, corrected.staff_name) == (row.id, booked.id, row.staff_name)
    assert (corrected.attendance[0].mark, corrected.case_record) == (LATE, "درست شد")
    assert work.actions()[-1] == "session.correct"
    with pytest.raises(StaleError):
        work.sessions.record(work.worker, draft)


def test_nobody_is_left_behind_by_a_correction(work: Work) -> None:
    case_id = work.register()
    row = work.hold(case_id, (0, CAME), (1, ABSENT))
    draft = work.session(case_id, (1, CAME), id=row.id, version=row.version)
    corrected = work.sessions.record(work.worker, draft).value
    assert [(one.name, one.mark) for one in corrected.attendance] == [("رضا احمدی", CAME)]


def test_a_session_never_wanders_to_another_file(work: Work) -> None:
    mine, hidden = work.register(), work.register(confidentiality=Confidentiality.RESTRICTED, actor=work.unit.second)
    row = work.sessions.record(work.unit.second, work.session(hidden)).value
    with pytest.raises(NotFoundError):
        work.sessions.record(work.worker, work.session(mine, id=row.id, version=row.version))


def test_an_appointment_is_recorded_once_and_in_its_own_file(work: Work) -> None:
    case_id, other_id = work.register(), work.register()
    booked = work.book(case_id, start=9 * 60 + 5)
    work.later(hours=2)
    work.hold(case_id, appointment_id=booked.id)
    with pytest.raises(InvalidError, match=r"sessions\.recorded_already"):
        work.hold(case_id, appointment_id=booked.id)
    with pytest.raises(NotFoundError):
        work.hold(other_id, appointment_id=booked.id)


def test_a_cancelled_hour_is_not_recorded_as_an_appointment(work: Work) -> None:
    case_id = work.register()
    booked = work.book(case_id, start=10 * 60)
    work.scheduling.cancel(work.worker, booked.id, booked.version, by_party=True, reason="بیماری")
    with pytest.raises(InvalidError, match=r"sessions\.cancelled"):
        work.hold(case_id, appointment_id=booked.id)


def test_a_late_entry_leaves_a_closed_file_closed(work: Work) -> None:
    case_id = work.register()
    with work.unit.uow.write(work.unit.head) as tx:
        case = tx.get(CaseFile, case_id)
        case.status, case.disposition, case.closed_on = CaseStatus.CLOSED, "client_withdrew", TODAY
        tx.record("case.close", "case", case_id)
    row = work.hold(case_id)
    assert row.is_late_entry
    assert work.detail(case_id).row.status is CaseStatus.CLOSED


def test_a_voided_file_takes_no_session(work: Work) -> None:
    case_id = work.register()
    work.cases.void(work.unit.head, case_id, work.detail(case_id).version, "اشتباه")
    with pytest.raises(InvalidError, match=r"cases\.already_voided"):
        work.sessions.record(work.unit.head, work.session(case_id))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"day": TODAY + timedelta(days=1)}, ("sessions.not_yet", "day")),
        ({"start": 11 * 60, "end": 12 * 60}, ("sessions.not_yet", "start")),
        ({"day": TODAY - timedelta(days=1)}, ("sessions.before_case", "day")),
        ({"end": 8 * 60}, ("sessions.hours", "end")),
        ({"end": 25 * 60}, ("sessions.hours", "end")),
        ({"attendance": ()}, ("sessions.who_came", "attendance")),
        ({"next_on": TODAY - timedelta(days=3)}, ("sessions.next_before", "next_on")),
        ({"case_record": "ا" * 100_001}, ("errors.too_long", "case_record")),
        ({"type": ""}, ("errors.required", "type")),
        ({"type": "nonsense"}, ("errors.required", "type")),
    ],
)
def test_what_is_refused(work: Work, given: dict[str, object], expected: tuple[str, str]) -> None:
    case_id = work.register()
    with pytest.raises(InvalidError) as error:
        work.sessions.record(work.worker, replace(work.session(case_id), **given))  # type: ignore[arg-type]
    assert keys(error.value) == [expected]


def test_hours_of_one_person_lie_inside_the_session(work: Work) -> None:
    case_id = work.register()
    party_id = work.detail(case_id).parties[0].id
    for arrived, left, field in ((7 * 60, None, "arrived"), (8 * 60 + 20, 8 * 60 + 10, "left")):
        one = AttendanceDraft(party_id, LATE, arrived, left)
        with pytest.raises(InvalidError) as error:
            work.hold(case_id, attendance=(one,))
        assert keys(error.value) == [("sessions.outside", f"attendance.0.{field}")]
    row = work.hold(case_id, attendance=(AttendanceDraft(party_id, LATE, 8 * 60 + 10),))
    assert row.attendance[0].arrived == 8 * 60 + 10
    came = (AttendanceDraft(party_id, CAME, 7 * 60 + 10),)
    plain = work.hold(case_id, start=7 * 60, end=7 * 60 + 30, attendance=came)
    assert plain.attendance[0].arrived is None


def test_a_meeting_is_recorded_once_by_two_colleagues(work: Work) -> None:
    """A session can't be taken back: its double would stand in every figure."""
    case_id = work.register()
    row = work.hold(case_id)
    with pytest.raises(InvalidError) as error:
        work.sessions.record(work.unit.head, work.session(case_id))
    assert keys(error.value) == [("sessions.recorded_twice", "start")]
    work.hold(case_id, (1, CAME))
    changed = replace(row.draft(), case_record="شرح کامل‌تر")
    assert work.sessions.record(work.worker, changed).value.case_record == "شرح کامل‌تر"


def test_two_sides_in_one_room_is_no_interview(work: Work) -> None:
    """Otherwise the gate could be passed by the name of the session (R-7)."""
    case_id = work.register()
    with pytest.raises(InvalidError, match=r"sessions\.one_side_only"):
        work.hold(case_id, (0, CAME), (1, CAME))
    work.hold(case_id, (0, CAME), (1, ABSENT))


def test_a_joint_session_against_the_gate_is_told_to_the_log(work: Work) -> None:
    case_id = work.register()
    work.hold(case_id, (0, CAME), (1, CAME), type="couple")
    assert work.actions()[-1] == "session.held_against_gate"
    work.later(hours=1)
    work.hold(case_id, (0, CAME), (1, CAME), type="group", start=9 * 60 + 10, end=9 * 60 + 40)
    assert work.actions()[-1] == "session.held_against_gate", "a workshop in which both sat is no other thing"
    work.hold(case_id, (0, CAME), (1, ABSENT), type="group", start=8 * 60 + 30, end=9 * 60)
    assert work.actions()[-1] != "session.held_against_gate"


def test_who_may_not(work: Work) -> None:
    case_id = work.register()
    draft = work.session(case_id)
    for role in ("clerk", "conscript", "station_commander", "auditor", "admin", "duty_officer"):
        with pytest.raises(NotAllowedError):
            work.sessions.record(work.unit.actors[role], draft)
        with pytest.raises(NotAllowedError):
            work.sessions.of_case(work.unit.actors[role], case_id)
    hidden = work.register(confidentiality=Confidentiality.RESTRICTED)
    with pytest.raises(NotFoundError):
        work.sessions.record(work.unit.second, work.session(hidden))
    with pytest.raises(NotFoundError):
        work.sessions.of_case(work.unit.second, hidden)


def test_the_record_is_sealed_in_the_log(work: Work) -> None:
    from sqlalchemy import select

    from models.unit import AuditPayload

    case_id = work.register()
    work.hold(case_id, case_record="رازی که در ثبت وقایع نیست")
    with work.unit.uow.read(work.unit.head) as tx:
        contents = "".join(tx.session.scalars(select(AuditPayload.content)))
    assert "رازی" not in contents
