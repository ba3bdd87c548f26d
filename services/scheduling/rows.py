"""Appointments as rows of lists, inside an open transaction: a fixed number of queries, however many rows."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, or_, select

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus
from models.person import Person
from models.unit import Room
from models.work import Appointment, AppointmentParty, AppointmentStaff
from services.actor import Actor
from services.cases.access import visible_case
from services.cases.holdings import holds
from services.catalogue import say
from services.codes import Codes
from services.people.naming import person_initials
from services.safety.marks import marks_of_cases
from services.scheduling.shapes import AppointmentRow
from services.staff.naming import staff_names
from services.unit_of_work import Tx
from services.visibility import visible_to

# built once: they are asked with every page, and take longer to build than to ask
_IDS: Any = bindparam("ids", expanding=True)
_IN_GROUP = (
    select(AppointmentParty.appointment_id)
    .join(CaseParty, CaseParty.id == AppointmentParty.party_id)
    .where(CaseParty.case_id == bindparam("of_case"))
)
_CONCERNS = or_(
    Appointment.case_id == bindparam("of_case"), and_(Appointment.case_id.is_(None), Appointment.id.in_(_IN_GROUP))
)
_OF_CASE = select(Appointment).where(_CONCERNS).order_by(Appointment.day, Appointment.start)
_OVER = (
    select(Appointment.id)
    .where(_CONCERNS, Appointment.status != AppointmentStatus.SCHEDULED)
    .order_by(Appointment.day.desc(), Appointment.start.desc(), Appointment.id.desc())
    .limit(bindparam("many"))
)
_LATEST = _OF_CASE.where(or_(Appointment.status == AppointmentStatus.SCHEDULED, Appointment.id.in_(_OVER)))
_STAFF = select(AppointmentStaff.appointment_id, AppointmentStaff.staff_id).where(
    AppointmentStaff.appointment_id.in_(_IDS)
)
_PARTIES = (
    select(
        AppointmentParty.appointment_id,
        CaseParty.id,
        CaseParty.case_id,
        Person.given_name,
        Person.family_name,
        Person.birth_on,
    )
    .join(CaseParty, CaseParty.id == AppointmentParty.party_id)
    .join(Person, Person.id == CaseParty.person_id)
    .where(AppointmentParty.appointment_id.in_(_IDS))
    .order_by(CaseParty.position)
)
_ROOMS = select(Room.id, Room.name).where(Room.unit_id == bindparam("of_unit"))


@lru_cache
def _numbers_seen_by(actor: Actor) -> Select[UUID, str]:
    return select(CaseFile.id, CaseFile.case_no).where(CaseFile.id.in_(_IDS), visible_to(actor))


def rows_of_case(tx: Tx, codes: Codes, case_id: UUID, many: int | None = None) -> tuple[AppointmentRow, ...]:
    """All appointments of a case and the groups its people come to, by day and hour; of those that are over the
    latest `many` where that is given."""
    if not holds(tx, case_id, Appointment):
        return ()
    wanted = _OF_CASE if many is None else _LATEST
    found = tx.session.scalars(wanted, {"of_case": case_id} if many is None else {"of_case": case_id, "many": many})
    return _rows(tx, codes, found.all(), {case_id: visible_case(tx, case_id).case_no}, case_id)


def appointment_rows(tx: Tx, codes: Codes, found: Sequence[Appointment]) -> tuple[AppointmentRow, ...]:
    """The rows of these appointments, in their order; those of hidden files say that the hour is taken."""
    return _rows(tx, codes, found, _numbers(tx, tuple({row.case_id for row in found if row.case_id})))


def _rows(
    tx: Tx, codes: Codes, found: Sequence[Appointment], case_nos: dict[UUID, str], only_of: UUID | None = None
) -> tuple[AppointmentRow, ...]:
    """`case_nos` are the numbers of those files that the actor may see. `only_of`: on the page of a file
    nobody else's people are told of (P-7)."""
    ids = [row.id for row in found]
    staff = _staff(tx, ids)
    parties = _parties(tx, ids)
    shared = (
        ()
        if only_of
        else {party.case_id for row in found if row.case_id is None for party in parties.get(row.id, ())}
    )
    seen = {only_of} if only_of else case_nos.keys() | _numbers(tx, tuple(shared)).keys()
    rooms = room_names(tx)
    marks = marks_of_cases(tx, codes, case_nos)

    def row_of(row: Appointment) -> AppointmentRow:
        is_seen = row.case_id is None or row.case_id in case_nos
        # a group brings files together, and none of them is told of another that is hidden (P-7)
        people = [party for party in parties.get(row.id, ()) if is_seen and party.case_id in seen]
        names = [rooms[room_id] for room_id in (row.room_id, row.second_room_id) if room_id]
        return AppointmentRow(
            row.id,
            row.version,
            row.case_id if is_seen else None,
            case_nos.get(row.case_id, "") if row.case_id else "",
            " / ".join(person_initials(party) for party in people),
            row.type if is_seen else "",
            codes.label(tx.actor, "session_type", row.type) if is_seen else "",
            row.is_joint and is_seen,
            row.day,
            row.start,
            row.minutes,
            row.room_id,
            say("scheduling.both_rooms", first=names[0], second=names[1]) if len(names) > 1 else "".join(names),
            tuple(name for _, name in staff.get(row.id, [])),
            tuple(staff_id for staff_id, _ in staff.get(row.id, [])),
            tuple(party.id for party in people),
            row.status,
            marks.get(row.case_id, ()) if row.case_id and is_seen else (),
            row.note if is_seen else "",
            row.second_room_id,
            row.cancel_reason if is_seen else "",
            row.series_id if is_seen else None,
            row.place if is_seen else "",
            row.audience if is_seen else None,
        )

    return tuple(row_of(row) for row in found)


def _numbers(tx: Tx, case_ids: tuple[UUID, ...]) -> dict[UUID, str]:
    """The numbers of those files that the actor may see."""
    if not case_ids:
        return {}
    seen = tx.rows(_numbers_seen_by(tx.actor), {"ids": case_ids})
    return {row.id: row.case_no for row in seen}


def _staff(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
    """The colleagues of each appointment, by name."""
    names = staff_names(tx)
    found: dict[UUID, list[tuple[UUID, str]]] = {}
    if not ids:
        return found
    for appointment_id, staff_id in tx.rows(_STAFF, {"ids": ids}):
        found.setdefault(appointment_id, []).append((staff_id, names.get(staff_id, "")))
    for colleagues in found.values():
        colleagues.sort(key=lambda colleague: colleague[1])
    return found


def _parties(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, list[Any]]:
    """The parties of each appointment, in the order of the file."""
    found: dict[UUID, list[Any]] = {}
    if not ids:
        return found
    for row in tx.rows(_PARTIES, {"ids": ids}):
        found.setdefault(row.appointment_id, []).append(row)
    return found


def room_names(tx: Tx) -> dict[UUID, str]:
    """The unit's rooms, those out of use too."""
    return tx.steady("room_names", lambda: _rooms(tx), (Room,))


def _rooms(tx: Tx) -> dict[UUID, str]:
    rows = tx.rows(_ROOMS, {"of_unit": tx.actor.unit_id})
    return {row.id: row.name for row in rows}
