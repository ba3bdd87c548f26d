"""The next free times on a full calendar: ninety days, four rooms, eight colleagues, and every rule in force."""

import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import insert

from models.base import new_id
from models.enums import AppointmentStatus, Side
from models.unit import Room, Staff
from models.work import Appointment, AppointmentParty, AppointmentStaff
from services.actor import Actor
from services.cases import CaseDraft, PartyDraft
from services.cases.access import parties_of
from services.cases.registering import register_case
from services.people import PersonDraft
from services.safety import Safety
from services.safety.shapes import Answer, AnswerDraft, ConsentDecision, ConsentDraft, ScreenDraft
from services.scheduling import Scheduling
from services.scheduling.shapes import AppointmentDraft
from services.unit_profile import UnitProfile
from services.working_time import AbsenceDraft, Band, SeasonDraft, WorkingTime
from tests.benchmarks.bare import replay, statements_of
from tests.benchmarks.figures import Figure, measure
from tests.factories import KEY, Precinct, precinct

_DAYS, _ROOMS, _COLLEAGUES = 90, 4, 8
_OPENS, _LENGTH, _A_DAY = 450, 45, 8
_LIMIT_MS, _RATIO = 50.0, 4.0
_TIMES = 12


def free_time_figures() -> Iterator[Figure]:
    """The worst case looks through all ninety days; the usual one finds something this week."""
    from models.engine import connect_file

    with tempfile.TemporaryDirectory(prefix="sazesh-free-times-") as place:
        office = precinct(Path(place))
        draft = _fill(office)
        raw = connect_file(office.path, KEY)
        scheduling = Scheduling(office.uow, office.codes)
        try:
            assert scheduling.free_slots(office.head, draft) == ()
            yield from _figures(office, scheduling, draft, raw, "none in 90 full days", _RATIO)
            later = replace(draft, day=draft.day + timedelta(days=_DAYS - 5))
            assert len(scheduling.free_slots(office.head, later)) == 3
            yield from _figures(office, scheduling, later, raw, "three, found at once")
        finally:
            raw.close()
            office.close()


def _figures(
    office: Precinct, scheduling: Scheduling, draft: AppointmentDraft, raw: object, words: str, ratio: float = 0
) -> Iterator[Figure]:
    use = partial(scheduling.free_slots, office.head, draft)
    asked = statements_of(office.engine, use)
    cursor = raw.cursor()  # type: ignore[attr-defined]
    floor = measure([partial(replay, cursor, asked)] * _TIMES, clock=time.process_time)
    wall, ours = measure([use] * _TIMES), measure([use] * _TIMES, clock=time.process_time)
    yield Figure(f"free times: {words}, p95", wall.p95, limit=_LIMIT_MS)
    told = f"its own {len(asked)} statements, bare; processor time of both"
    yield Figure(f"free times: {words}, median", ours.median, floor.median, told, ratio_limit=ratio)


def _fill(office: Precinct) -> AppointmentDraft:
    """Every room full on every working day; a flag, doors, a season, closures and absences besides."""
    rooms, workers = _rooms(office), _workers(office)
    parties, case_id = _flagged_file(office)
    hours, unit = WorkingTime(office.uow), UnitProfile(office.uow, office.path.parent)
    with office.uow.read(office.head) as tx:
        today = tx.today
    hours.set_week(office.head, tuple(Band(day, _OPENS, _OPENS + _A_DAY * _LENGTH) for day in range(6)))
    season = SeasonDraft("ماه رمضان", today + timedelta(days=30), today + timedelta(days=59), _short())
    hours.save_season(office.head, season)
    for number, staff_id in enumerate(workers[1:]):
        day = today + timedelta(days=7 * number)
        hours.add_absence(office.head, AbsenceDraft(staff_id, day, day + timedelta(days=2)))
    for number in range(1, 6):
        unit.add_closure(office.head, today + timedelta(days=11 * number), f"تعطیلی {number}", "local", 480, 600)
    _put_down(office, [today + timedelta(days=number) for number in range(_DAYS)], rooms, workers, parties, case_id)
    return AppointmentDraft(case_id, "shuttle", today, _OPENS, rooms[0], workers[:1], parties, _LENGTH)


def _short() -> tuple[Band, ...]:
    return tuple(Band(day, 540, 780) for day in range(6))


def _rooms(office: Precinct) -> tuple[UUID, ...]:
    with office.uow.write(office.head) as tx:
        fourth = Room(id=new_id(), name="اتاق ۴", position=9)
        tx.add(fourth)
        rooms = (*office.rooms, fourth.id)
        for room_id, door in zip(rooms, ("الف", "ب", "الف", "ب"), strict=True):
            if room_id != fourth.id:
                tx.get(Room, room_id).door = door
        fourth.door = "ب"
        tx.record("room.add", "room")
    return rooms


def _workers(office: Precinct) -> tuple[UUID, ...]:
    with office.uow.write(office.head) as tx:
        new = [
            Staff(id=new_id(), username=f"worker{number}", full_name=f"همکار {number}", role="counsellor")
            for number in range(_COLLEAGUES - 2)
        ]
        for staff in new:
            tx.add(staff)
        tx.record("staff.add", "staff")
    return (office.counsellor.staff_id, office.second.staff_id, *(staff.id for staff in new))


def _flagged_file(office: Precinct) -> tuple[tuple[UUID, ...], UUID]:
    sides = (("رها", "applicant", Side.A), ("سام", "respondent", Side.B))
    drafts = tuple(
        PartyDraft(PersonDraft(given_name=name, family_name="آزمونی"), role, side, "neighbour")
        for name, role, side in sides
    )
    actor = office.counsellor
    with office.uow.write(actor) as tx:
        case = register_case(tx, office.codes, CaseDraft("neighbour_dispute", drafts, responsible_id=actor.staff_id))
        tx.record("case.register", "case", case.id)
        rows = parties_of(tx, case.id)
        found = tuple(row.id for row in rows), tuple(row.person_id for row in rows), case.id
    _raise_flag(office, actor, found[2], found[1][0])
    return found[0], found[2]


def _raise_flag(office: Precinct, actor: Actor, case_id: UUID, person_id: UUID) -> None:
    safety = Safety(office.uow, office.codes)
    agreed = ConsentDraft(case_id, person_id, "counselling", ConsentDecision.GIVEN, was_read_aloud=True)
    safety.record_consents(actor, (agreed,))
    form = safety.form(actor, case_id, person_id, is_full=True)
    answers = tuple(
        AnswerDraft(question.code, Answer.YES if question.code == "weapon_used" else Answer.NO)
        for section in form.sections
        for question in section.questions
    )
    safety.record_screen(actor, ScreenDraft(case_id, person_id, is_full=True, was_alone=True, answers=answers))


def _put_down(
    office: Precinct,
    days: list[object],
    rooms: tuple[UUID, ...],
    workers: tuple[UUID, ...],
    parties: tuple[UUID, ...],
    case_id: UUID,
) -> None:
    """Each room taken all day by one colleague after the other; the file's own people come once a week."""
    head = office.head
    appointments, staff, people = [], [], []
    with office.uow.write(head) as tx:
        for number, day in enumerate(days):
            for place in range(_A_DAY):
                for at, room_id in enumerate(rooms):
                    key = new_id()
                    appointments.append(
                        {
                            "id": key,
                            "unit_id": head.unit_id,
                            "case_id": case_id if number % 7 == 0 and not at else None,
                            "type": "individual",
                            "is_joint": False,
                            "day": day,
                            "start": _OPENS + place * _LENGTH,
                            "minutes": _LENGTH,
                            "room_id": room_id,
                            "status": AppointmentStatus.SCHEDULED,
                            "created_at": tx.now,
                            "created_by_id": head.staff_id,
                        }
                    )
                    worker = workers[(place + at * 2) % len(workers)]
                    staff.append({"id": new_id(), "unit_id": head.unit_id, "appointment_id": key, "staff_id": worker})
                    if number % 7 == 0 and not at and place == 2:
                        people.append(
                            {
                                "id": new_id(),
                                "unit_id": head.unit_id,
                                "appointment_id": key,
                                "party_id": parties[number % 2],
                            }
                        )
        for table, rows in ((Appointment, appointments), (AppointmentStaff, staff), (AppointmentParty, people)):
            tx.session.execute(insert(table), rows)
        tx.record("appointment.book", "appointment")
