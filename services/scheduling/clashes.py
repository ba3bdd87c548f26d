"""What is taken at a time: rooms, colleagues, people, and the distance between two sides (R-29, P-1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, CaseStatus
from models.person import Person
from models.safety import RiskFlag
from models.unit import Room, Staff
from models.work import Appointment, AppointmentParty, AppointmentStaff
from services.cases.access import parties_of
from services.catalogue import say
from services.codes import Codes
from services.people.naming import screen_name
from services.safety.adults import adults_of
from services.scheduling import rules
from services.scheduling.shapes import AppointmentDraft, Clash
from services.settings.service import number_in
from services.unit_of_work import Tx
from services.visibility import visible_to

BUSY = (AppointmentStatus.SCHEDULED, AppointmentStatus.HELD)
ENDED = (CaseStatus.CLOSED, CaseStatus.VOIDED)
_SAME_PERSON = func.coalesce(Person.twin_of_id, Person.id)


@dataclass(frozen=True, slots=True)
class Guests:
    """The people of a draft as the clock sees them.

    `opponents`: who faces them in the draft's own file. `kept_apart`: who faces them in any file with an open flag,
    from whom they keep `gap` minutes. Both are empty where the draft itself brings both sides.
    """

    persons: frozenset[UUID]
    opponents: frozenset[UUID]
    kept_apart: frozenset[UUID]
    gap: int


def clashes_of(tx: Tx, codes: Codes, draft: AppointmentDraft) -> tuple[Clash, ...]:
    """Everything that stands against the draft's time, room first."""
    guests = guests_of(tx, codes, draft)
    kind = codes.get(tx.actor, "session_type", draft.type)
    found: list[Clash] = []
    for one in taken_on(tx, codes, draft.day, draft.day):
        if one.appointment_id == draft.id:
            continue
        if rules.overlaps(draft.start, draft.end, one):
            found.extend(_overlapping(tx, draft, guests, one, uses_room=not kind.does("is_outside")))
        found.extend(_too_near(draft, guests, one, is_first=bool(kind.does("is_first_interview"))))
    return tuple(sorted(found, key=lambda clash: _ORDER.index(clash.kind)))


_ORDER = ("room", "staff", "person", "separate", "distance", "apart")


def is_too_near(draft: AppointmentDraft, guests: Guests, one: rules.Taken, *, is_first: bool) -> bool:
    """Whether the draft stands too near to an appointment of somebody from whom its people are kept apart."""
    return bool(_too_near(draft, guests, one, is_first=is_first))


def _overlapping(
    tx: Tx, draft: AppointmentDraft, guests: Guests, one: rules.Taken, *, uses_room: bool
) -> list[Clash]:
    found = []
    if uses_room:
        for field, room_id in (("room_id", draft.room_id), ("second_room_id", draft.second_room_id)):
            if room_id in one.rooms and room_id is not None:
                found.append(_clash("room", field, one, who=tx.get(Room, room_id).name))
    found += [
        _clash("staff", "staff_ids", one, who=tx.get(Staff, staff_id).full_name)
        for staff_id in draft.staff_ids
        if staff_id in one.staff_ids
    ]
    return found + [_person_clash(tx, person_id, one) for person_id in guests.persons & one.persons]


def _person_clash(tx: Tx, person_id: UUID, one: rules.Taken) -> Clash:
    """The hours of a file that the actor may not see stay its own (P-7)."""
    who = screen_name(tx.get(Person, person_id), tx.today)
    is_seen = one.case_id is not None and tx.session.scalar(
        select(CaseFile.id).where(CaseFile.id == one.case_id, visible_to(tx.actor))
    )
    if is_seen:
        return _clash("person", "party_ids", one, who=who)
    return Clash("person", "party_ids", who, 0, 0, say("scheduling.clash_person_hidden", who=who))


def _too_near(draft: AppointmentDraft, guests: Guests, one: rules.Taken, *, is_first: bool) -> list[Clash]:
    is_own_case = one.case_id is not None and one.case_id == draft.case_id
    both_first = is_first or one.is_first_interview
    if is_own_case and both_first and guests.opponents & one.persons and rules.overlaps(draft.start, draft.end, one):
        return [_clash("separate", "start", one)]
    if not guests.kept_apart & one.persons or not rules.overlaps(draft.start, draft.end, one, guests.gap):
        return []
    if is_own_case:
        return [_clash("distance", "start", one)]
    return [Clash("apart", "start", "", 0, 0, say("scheduling.clash_apart"))]


def _clash(kind: str, field: str, one: rules.Taken, who: str = "") -> Clash:
    words = say(f"scheduling.clash_{kind}", who=who, start=clock(one.start), end=clock(one.end))
    return Clash(kind, field, who, one.start, one.end, words)


def guests_of(tx: Tx, codes: Codes, draft: AppointmentDraft) -> Guests:
    """Who comes, and from whom they must be kept apart (R-29)."""
    rows = tx.session.execute(
        select(CaseParty.id, CaseParty.person_id, _SAME_PERSON)
        .join(Person, Person.id == CaseParty.person_id)
        .where(CaseParty.id.in_(draft.party_ids))
    ).all()
    persons = frozenset(person for _, _, person in rows)
    opponents = _facing(tx, codes, draft.case_id, persons) if draft.case_id else frozenset()
    kept_apart: frozenset[UUID] = frozenset()
    for case_id in _flagged_files(tx, persons, draft.case_id):
        kept_apart |= _facing(tx, codes, case_id, persons)
    return Guests(persons, opponents - persons, kept_apart - persons, number_in(tx, "apart_minutes"))


def _flagged_files(tx: Tx, persons: frozenset[UUID], case_id: UUID | None) -> Iterable[UUID]:
    """The open files of these people in which a flag stands; their own first."""
    query = (
        select(RiskFlag.case_id)
        .join(CaseFile, CaseFile.id == RiskFlag.case_id)
        .join(CaseParty, CaseParty.case_id == RiskFlag.case_id)
        .join(Person, Person.id == CaseParty.person_id)
        .where(
            RiskFlag.closed_at.is_(None),
            CaseParty.is_removed.is_(False),
            CaseFile.unit_id == tx.actor.unit_id,
            CaseFile.status.not_in(ENDED) | (CaseFile.id == case_id),
            Person.id.in_(persons) | Person.twin_of_id.in_(persons),
        )
        .distinct()
    )
    return tx.session.scalars(query).all() if persons else ()


def _facing(tx: Tx, codes: Codes, case_id: UUID, persons: frozenset[UUID]) -> frozenset[UUID]:
    """Everybody of a file who faces one of `persons` in it: adults of the matter on another side."""
    case = tx.session.get(CaseFile, case_id)
    if case is None:
        return frozenset()
    parties = parties_of(tx, case_id)
    ids = same_person(tx, (party.person_id for party in parties))
    own = [party.side for party in parties if ids[party.person_id] in persons]
    return frozenset(
        ids[adult.person.id]
        for adult in adults_of(tx, codes, case)
        if any(rules.are_facing(adult.party.side, side) for side in own)
    )


def same_person(tx: Tx, person_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Each person's one id, whatever row stands for them."""
    rows = tx.session.execute(select(Person.id, _SAME_PERSON.label("person")).where(Person.id.in_(tuple(person_ids))))
    return {row.id: row.person for row in rows}


def taken_on(tx: Tx, codes: Codes, first: date, last: date) -> list[rules.Taken]:
    """Everything that is booked from `first` to `last`, whoever may see it: a clash names no file."""
    here = (
        Appointment.unit_id == tx.actor.unit_id,
        Appointment.day >= first,
        Appointment.day <= last,
        Appointment.status.in_(BUSY),
    )
    staff: dict[UUID, set[UUID]] = {}
    people: dict[UUID, set[UUID]] = {}
    of_staff = select(AppointmentStaff.appointment_id, AppointmentStaff.staff_id).join(
        Appointment, Appointment.id == AppointmentStaff.appointment_id
    )
    for appointment_id, staff_id in tx.session.execute(of_staff.where(*here)):
        staff.setdefault(appointment_id, set()).add(staff_id)
    of_people = (
        select(AppointmentParty.appointment_id, _SAME_PERSON)
        .join(Appointment, Appointment.id == AppointmentParty.appointment_id)
        .join(CaseParty, CaseParty.id == AppointmentParty.party_id)
        .join(Person, Person.id == CaseParty.person_id)
    )
    for appointment_id, person_id in tx.session.execute(of_people.where(*here)):
        people.setdefault(appointment_id, set()).add(person_id)
    is_first = {
        code.code: bool(code.does("is_first_interview"))
        for code in codes.all(tx.actor, "session_type", with_inactive=True)
    }
    columns = select(
        Appointment.id,
        Appointment.case_id,
        Appointment.type,
        Appointment.day,
        Appointment.start,
        Appointment.minutes,
        Appointment.room_id,
        Appointment.second_room_id,
    )
    return [
        rules.Taken(
            row.id,
            row.case_id,
            row.day,
            row.start,
            row.start + row.minutes,
            frozenset(room for room in (row.room_id, row.second_room_id) if room is not None),
            frozenset(staff.get(row.id, ())),
            frozenset(people.get(row.id, ())),
            is_first.get(row.type, False),
        )
        for row in tx.session.execute(columns.where(*here).order_by(Appointment.day, Appointment.start))
    ]


def clock(minute: int) -> str:
    """Hours and minutes; the catalogue makes the digits Persian."""
    return f"{minute // 60:02}:{minute % 60:02}"
