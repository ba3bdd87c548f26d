"""The meetings of the big file: appointments of past days, today and the days to come, and what became of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from models.enums import AppointmentStatus, AttendanceMark
from models.work import Appointment, AppointmentParty, AppointmentStaff, Attendance, InvitationAttempt, Session
from resources import shelf
from services.clock import instant
from tests.benchmarks.big_rows import Loader, Plan

_TYPES = ("intake", "intake", "individual", "joint_mediation", "follow_up")
_AFTER = (1, 2, 8, 15, 30)
UNRECORDED_DAYS = 7


@dataclass(frozen=True, slots=True)
class Meeting:
    """One appointment: its place in its case, its hour, and what became of it."""

    number: int
    case: int
    place: int
    day: date
    status: AppointmentStatus


def meetings(plan: Plan) -> Iterator[Meeting]:
    """Spread over the cases; those of the last days and all to come are still without a result."""
    per = plan.size.appointments / plan.size.cases
    for number in range(plan.size.appointments):
        case = min(int(number / per), plan.size.cases - 1)
        place = number - round(case * per)
        day = plan.opened_on(case) + timedelta(days=_AFTER[place % len(_AFTER)])
        yield Meeting(number, case, place, day, _status(plan, number, day))


def _status(plan: Plan, number: int, day: date) -> AppointmentStatus:
    if day >= plan.today or (number % 11 == 0 and (plan.today - day).days <= UNRECORDED_DAYS):
        return AppointmentStatus.SCHEDULED
    if number % 17 == 0:
        return AppointmentStatus.CANCELLED_BY_PARTY
    return AppointmentStatus.NO_SHOW_ALL if number % 19 == 0 else AppointmentStatus.HELD


def load_meetings(load: Loader, plan: Plan) -> None:
    """Appointments with their people, sessions with their attendance, and the tries to invite."""
    load.rows(Appointment, (_appointment(plan, one) for one in meetings(plan)))
    load.rows(AppointmentStaff, (_staff(plan, one) for one in meetings(plan)))
    load.rows(AppointmentParty, _parties(plan))
    load.rows(Session, _sessions(plan))
    load.rows(Attendance, _attendance(plan))
    load.rows(InvitationAttempt, _attempts(plan))


def _type(one: Meeting) -> str:
    return _TYPES[one.place % len(_TYPES)]


def _start(one: Meeting) -> int:
    return 8 * 60 + one.number * 45 % 300


def _appointment(plan: Plan, one: Meeting) -> dict[str, Any]:
    return {
        "id": plan.key("appointment", one.number),
        "unit_id": plan.unit_id,
        "case_id": plan.key("case", one.case),
        "type": _type(one),
        "is_joint": _type(one) == "joint_mediation",
        "day": one.day,
        "start": _start(one),
        "minutes": 45,
        "room_id": plan.rooms[one.number % len(plan.rooms)],
        "status": one.status,
        "created_at": instant(datetime.combine(plan.opened_on(one.case), time(9))),
        "created_by_id": plan.workers[one.case % len(plan.workers)],
    }


def _staff(plan: Plan, one: Meeting) -> dict[str, Any]:
    return {
        "id": plan.key("appointment_staff", one.number),
        "unit_id": plan.unit_id,
        "appointment_id": plan.key("appointment", one.number),
        "staff_id": plan.workers[one.case % len(plan.workers)],
    }


def _people(plan: Plan, one: Meeting) -> list[int]:
    people = [person for person in plan.people_of_case(one.case) if person % 5 != 4]
    return people if _type(one) == "joint_mediation" else people[one.place % 2 :][:1] or people[:1]


def _parties(plan: Plan) -> Iterator[dict[str, Any]]:
    for one in meetings(plan):
        for place, person in enumerate(_people(plan, one)):
            yield {
                "id": plan.key("appointment_party", 4 * one.number + place),
                "unit_id": plan.unit_id,
                "appointment_id": plan.key("appointment", one.number),
                "party_id": plan.key("party", person),
            }


def _held(plan: Plan) -> Iterator[Meeting]:
    return (one for one in meetings(plan) if one.status is AppointmentStatus.HELD)


def _sessions(plan: Plan) -> Iterator[dict[str, Any]]:
    texts = shelf.read_toml("demo", "records.toml")
    for one in _held(plan):
        said = texts[_type(one)]
        text = said[one.number % len(said)].format(client="مراجع", other="طرف مقابل", weeks="سه", day="شنبه")
        yield {
            "id": plan.key("session", one.number),
            "unit_id": plan.unit_id,
            "case_id": plan.key("case", one.case),
            "appointment_id": plan.key("appointment", one.number),
            "type": _type(one),
            "day": one.day,
            "start": _start(one),
            "end": _start(one) + 45,
            "room_id": plan.rooms[one.number % len(plan.rooms)],
            "staff_id": plan.workers[one.case % len(plan.workers)],
            "case_record": text,
            "recorded_at": instant(datetime.combine(one.day, time(14))),
        }


def _attendance(plan: Plan) -> Iterator[dict[str, Any]]:
    for one in _held(plan):
        for place, person in enumerate(_people(plan, one)):
            yield {
                "id": plan.key("attendance", 4 * one.number + place),
                "unit_id": plan.unit_id,
                "session_id": plan.key("session", one.number),
                "party_id": plan.key("party", person),
                "mark": AttendanceMark.LATE if one.number % 23 == 0 else AttendanceMark.ATTENDED,
            }


def _attempts(plan: Plan) -> Iterator[dict[str, Any]]:
    for case in range(0, plan.size.cases, 2):
        yield {
            "id": plan.key("attempt", case),
            "unit_id": plan.unit_id,
            "case_id": plan.key("case", case),
            "party_id": plan.key("party", plan.people_of_case(case)[0]),
            "at": instant(datetime.combine(plan.opened_on(case), time(12))),
            "channel": "phone",
            "result": "accepted",
            "staff_id": plan.workers[case % len(plan.workers)],
        }
