"""What is taken at a time: rooms, colleagues, people, and the distance between two sides (R-29, P-1)."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, CaseStatus
from models.person import Person
from models.safety import RiskFlag
from models.unit import Room, Staff
from models.work import Appointment, AppointmentParty, AppointmentStaff
from services.cases.access import people_of
from services.catalogue import say
from services.codes import Codes
from services.people.naming import screen_name
from services.safety.adults import adults_of
from services.scheduling import rules
from services.scheduling.clock_words import clock
from services.scheduling.doors import door_clashes
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
    from whom they keep `gap` minutes. Both are empty where the draft itself brings both sides. `is_watched`: a flag
    stands in a file of theirs.
    """

    persons: frozenset[UUID]
    opponents: frozenset[UUID]
    kept_apart: frozenset[UUID]
    gap: int
    is_watched: bool = False


def clashes_of(
    tx: Tx,
    codes: Codes,
    draft: AppointmentDraft,
    beside: Iterable[rules.Taken] = (),
    leaving: Container[UUID] = (),
) -> tuple[Clash, ...]:
    """Everything that stands against the draft's time, room first; `beside` are taken, but not stored yet, and what
    is `leaving` takes its stored time no longer."""
    guests = guests_of(tx, codes, draft)
    kind = codes.get(tx.actor, "session_type", draft.type)
    stored = [one for one in _taken_around(tx, codes, draft, guests.gap) if one.appointment_id not in leaving]
    near = [one for one in beside if abs((one.day - draft.day).days) <= 1]
    taken = [rules.seen_from(one, draft.day) for one in (*stored, *near) if one.appointment_id != draft.id]
    found = door_clashes(tx, draft, guests.kept_apart, taken, is_watched=guests.is_watched)
    for one in taken:
        if rules.overlaps(draft.start, draft.end, one):
            found.extend(_overlapping(tx, draft, guests, one, uses_room=not kind.does("is_outside")))
        found.extend(_too_near(draft, guests, one, is_first=bool(kind.does("is_first_interview"))))
    return tuple(sorted(found, key=lambda clash: _ORDER.index(clash.kind)))


_ORDER = ("room", "staff", "person", "separate", "distance", "apart", "door")


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
    persons = _persons_of(tx, draft)
    opponents = _facing(tx, codes, draft.case_id, persons) if draft.case_id else frozenset()
    kept_apart: frozenset[UUID] = frozenset()
    flagged = _flagged_files(tx, persons, draft.case_id)
    for case_id in flagged:
        kept_apart |= _facing(tx, codes, case_id, persons)
    gap = number_in(tx, "apart_minutes")
    return Guests(persons, opponents - persons, kept_apart - persons, gap, bool(flagged))


def as_taken(tx: Tx, codes: Codes, draft: AppointmentDraft, appointment_id: UUID) -> rules.Taken:
    """What a draft takes from whoever is booked after it."""
    kind = codes.get(tx.actor, "session_type", draft.type)
    return rules.Taken(
        appointment_id,
        draft.case_id,
        draft.day,
        draft.start,
        draft.end,
        frozenset(room for room in (draft.room_id, draft.second_room_id) if room is not None),
        frozenset(draft.staff_ids),
        _persons_of(tx, draft),
        bool(kind.does("is_first_interview")),
    )


def _persons_of(tx: Tx, draft: AppointmentDraft) -> frozenset[UUID]:
    """The people of a draft, each by the one id of all rows that stand for them."""
    known = {party.id: _one_id(person) for party, person in _people(tx, draft.case_id)}
    other = [party_id for party_id in draft.party_ids if party_id not in known]
    if other:
        rows = tx.session.execute(
            select(CaseParty.id, _SAME_PERSON)
            .join(Person, Person.id == CaseParty.person_id)
            .where(CaseParty.id.in_(other))
        )
        known.update((party_id, person) for party_id, person in rows)
    return frozenset(known[party_id] for party_id in draft.party_ids if party_id in known)


def _people(tx: Tx, case_id: UUID | None) -> tuple[tuple[CaseParty, Person], ...]:
    return people_of(tx, case_id) if case_id is not None else ()


def _one_id(person: Person) -> UUID:
    return person.twin_of_id or person.id


def _flagged_files(tx: Tx, persons: frozenset[UUID], case_id: UUID | None) -> set[UUID]:
    """The open files of these people in which a flag stands."""
    # asked once for everybody of the file: its parties are booked one after another
    everybody = persons | {_one_id(person) for _, person in _people(tx, case_id)}
    if not persons:
        return set()
    found = tx.once(("flagged", everybody, case_id), lambda: _flagged(tx, everybody, case_id))
    return {file for person, file in found if person in persons}


_PERSONS: Any = bindparam("persons", expanding=True)
_FLAGGED = (
    select(_SAME_PERSON, RiskFlag.case_id)
    .join(CaseFile, CaseFile.id == RiskFlag.case_id)
    .join(CaseParty, CaseParty.case_id == RiskFlag.case_id)
    .join(Person, Person.id == CaseParty.person_id)
    .where(
        RiskFlag.closed_at.is_(None),
        CaseParty.is_removed.is_(False),
        CaseFile.unit_id == bindparam("unit"),
        CaseFile.status.not_in(ENDED) | (CaseFile.id == bindparam("own")),
        Person.id.in_(_PERSONS) | Person.twin_of_id.in_(_PERSONS),
    )
    .distinct()
)


def _flagged(tx: Tx, persons: frozenset[UUID], case_id: UUID | None) -> set[tuple[UUID, UUID]]:
    return {
        (person, file)
        for person, file in tx.session.execute(
            _FLAGGED, {"unit": tx.actor.unit_id, "own": case_id, "persons": list(persons)}
        )
    }


def _facing(tx: Tx, codes: Codes, case_id: UUID, persons: frozenset[UUID]) -> frozenset[UUID]:
    """Everybody of a file who faces one of `persons` in it: adults of the matter on another side."""
    case = tx.session.get(CaseFile, case_id)
    if case is None:
        return frozenset()
    own = [party.side for party, person in people_of(tx, case_id) if _one_id(person) in persons]
    return frozenset(
        _one_id(adult.person)
        for adult in adults_of(tx, codes, case)
        if any(rules.are_facing(adult.party.side, side) for side in own)
    )


_TAKEN = (
    select(
        Appointment.id,
        Appointment.case_id,
        Appointment.type,
        Appointment.day,
        Appointment.start,
        Appointment.minutes,
        Appointment.room_id,
        Appointment.second_room_id,
        AppointmentStaff.staff_id,
        _SAME_PERSON.label("person_id"),
    )
    .outerjoin(AppointmentStaff, AppointmentStaff.appointment_id == Appointment.id)
    .outerjoin(AppointmentParty, AppointmentParty.appointment_id == Appointment.id)
    .outerjoin(CaseParty, CaseParty.id == AppointmentParty.party_id)
    .outerjoin(Person, Person.id == CaseParty.person_id)
    .where(
        Appointment.unit_id == bindparam("unit"),
        Appointment.day.between(bindparam("before"), bindparam("after")),
        (Appointment.day > bindparam("before")) | (Appointment.start + Appointment.minutes > bindparam("late")),
        (Appointment.day < bindparam("after")) | (Appointment.start < bindparam("early")),
        Appointment.status.in_(BUSY),
    )
    .order_by(Appointment.day, Appointment.start, Appointment.id)
)


def _taken_around(tx: Tx, codes: Codes, draft: AppointmentDraft, gap: int) -> list[rules.Taken]:
    """Everything that is booked on a draft's day, whoever may see it: a clash names no file. Of the days beside it
    what reaches over midnight to the draft, or stands nearer to it than `gap` minutes."""
    is_first = {
        code.code: bool(code.does("is_first_interview"))
        for code in codes.all(tx.actor, "session_type", with_inactive=True)
    }
    found = []
    around = {
        "unit": tx.actor.unit_id,
        "before": draft.day - timedelta(days=1),
        "after": draft.day + timedelta(days=1),
        "late": rules.DAY_MINUTES - gap,
        "early": draft.end - rules.DAY_MINUTES + gap,
    }
    for _, of_one in groupby(tx.rows(_TAKEN, around), attrgetter("id")):
        rows = list(of_one)
        row = rows[0]
        found.append(
            rules.Taken(
                row.id,
                row.case_id,
                row.day,
                row.start,
                row.start + row.minutes,
                frozenset(room for room in (row.room_id, row.second_room_id) if room is not None),
                frozenset(one.staff_id for one in rows if one.staff_id is not None),
                frozenset(one.person_id for one in rows if one.person_id is not None),
                is_first.get(row.type, False),
            )
        )
    return found
