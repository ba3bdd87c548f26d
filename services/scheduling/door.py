"""Attendance at the door: one mark a person, before anybody records the session (domain.md §2.6)."""

from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, AttendanceMark
from models.handover import DoorMark
from models.person import Person
from models.work import Appointment, AppointmentParty, Session
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError, NotFoundError
from services.safety.gate import may_invite
from services.scheduling import rules
from services.scheduling.booking import draft_of
from services.scheduling.clashes import clashes_of
from services.scheduling.clock_words import clock
from services.scheduling.door_shapes import Door, DoorDraft, DoorPerson
from services.scheduling.free_times import minute_of_now
from services.scheduling.invitations import name_of
from services.scheduling.rows import appointment_rows
from services.scheduling.tried import tries_of
from services.settings.service import number_in
from services.unit_of_work import Tx, UnitOfWork

_WAITS = (AppointmentStatus.SCHEDULED, AppointmentStatus.NO_SHOW_ALL)
_AFTER_THE_HOUR = (AttendanceMark.LATE, AttendanceMark.LEFT_EARLY, AttendanceMark.NO_SHOW)


class Doors:
    """Who came to the hours of one unit."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def at(self, actor: Actor, appointment_id: UUID) -> Door:
        """Who was asked to come to an hour, who came, and what may follow where somebody did not."""
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            return _door(tx, self._codes, _hour(tx, appointment_id))

    def mark(self, actor: Actor, draft: DoorDraft) -> Done[Door]:
        """Set or take back one person's mark, today or for a day that has passed.

        An hour to which nobody came is no longer taken; when somebody comes after all it is, unless another was
        booked meanwhile. Refused once the session is recorded: there the marks are corrected.
        """
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = _hour(tx, draft.appointment_id)
            if draft.party_id not in {party.id for party, _ in _guests(tx, row)}:
                raise NotFoundError("errors.not_found")
            _check(tx, row, draft)
            _put(tx, row, draft)
            tx.session.flush()
            self._settle(tx, row)
            tx.record("door.mark", "appointment", row.id)
            tx.changed("appointment", row.id)
            for _, case in _guests(tx, row):
                tx.changed("case", case.id)
            value = _door(tx, self._codes, row)
        return tx.done(value)

    def _settle(self, tx: Tx, row: Appointment) -> None:
        marks = _marks(tx, row)
        lists = self._codes.of(tx.actor)
        came = [bool(lists.does("attendance", one.mark.value, "is_present")) for one in marks.values()]
        is_missed = len(marks) == len(_guests(tx, row)) and not any(came)
        if is_missed:
            row.status = AppointmentStatus.NO_SHOW_ALL
        elif row.status is AppointmentStatus.NO_SHOW_ALL:
            row.status = AppointmentStatus.SCHEDULED
            tx.session.flush()
            clashes = clashes_of(tx, self._codes, draft_of(tx, row))
            if clashes:
                raise InvalidError("scheduling.door_taken", "mark", words=clashes[0].words)
        tx.session.flush()


def door_marks(tx: Tx, appointment_id: UUID) -> dict[UUID, DoorMark]:
    """The marks of an hour by party."""
    rows = tx.session.scalars(select(DoorMark).where(DoorMark.appointment_id == appointment_id))
    return {row.party_id: row for row in rows}


def _marks(tx: Tx, row: Appointment) -> dict[UUID, DoorMark]:
    return door_marks(tx, row.id)


def _hour(tx: Tx, appointment_id: UUID) -> Appointment:
    row = tx.get(Appointment, appointment_id)
    if row.case_id is not None:
        visible_case(tx, row.case_id)
    elif not _guests(tx, row):
        raise NotFoundError("errors.not_found")
    return row


def _guests(tx: Tx, row: Appointment) -> tuple[tuple[CaseParty, CaseFile], ...]:
    """Who is booked, of files that the actor may see: a group session names people of several."""
    found = []
    rows = tx.session.scalars(
        select(CaseParty)
        .join(AppointmentParty, AppointmentParty.party_id == CaseParty.id)
        .where(AppointmentParty.appointment_id == row.id, CaseParty.is_removed.is_(False))
        .order_by(CaseParty.case_id, CaseParty.position, CaseParty.id)
    ).all()
    for party in rows:
        try:
            found.append((party, visible_case(tx, party.case_id)))
        except NotFoundError:
            continue
    return tuple(found)


def _is_recorded(tx: Tx, row: Appointment) -> bool:
    recorded = select(Session.id).where(Session.appointment_id == row.id).limit(1)
    return tx.session.scalars(recorded).first() is not None


def _check(tx: Tx, row: Appointment, draft: DoorDraft) -> None:
    if row.status not in _WAITS:
        raise InvalidError("scheduling.not_scheduled", "mark")
    if _is_recorded(tx, row):
        raise InvalidError("scheduling.door_recorded", "mark")
    if row.day > tx.today:
        raise InvalidError("scheduling.door_not_yet", "mark")
    is_before = row.day == tx.today and minute_of_now(tx) < row.start
    if is_before and draft.mark in _AFTER_THE_HOUR:
        raise InvalidError("scheduling.door_before_hour", "mark", hour=clock(row.start))
    if not 0 <= draft.minutes <= row.minutes:
        raise InvalidError("scheduling.door_minutes", "minutes", high=row.minutes)


def _put(tx: Tx, row: Appointment, draft: DoorDraft) -> None:
    known = _marks(tx, row).get(draft.party_id)
    if draft.mark is None:
        if known is not None:
            tx.session.delete(known)
        return
    if known is None:
        known = DoorMark(appointment_id=row.id, party_id=draft.party_id)
        tx.add(known)
    known.mark = draft.mark
    minute = _minute(tx, row, draft.minutes)
    known.arrived = minute if draft.mark is AttendanceMark.LATE else None
    known.left = minute if draft.mark is AttendanceMark.LEFT_EARLY else None
    known.marked_at = tx.now
    known.staff_id = tx.actor.staff_id


def _minute(tx: Tx, row: Appointment, minutes: int) -> int | None:
    """When it was: as typed, or now while the hour lasts; of another day nobody knows any more."""
    if minutes:
        return row.start + minutes
    now = (tx.today - row.day).days * rules.DAY_MINUTES + minute_of_now(tx)
    return now if row.start <= now <= row.start + row.minutes else None


def _door(tx: Tx, codes: Codes, row: Appointment) -> Door:
    marks, limit = _marks(tx, row), number_in(tx, "invitation_attempts")
    lists = codes.of(tx.actor)
    people = []
    for party, case in _guests(tx, row):
        person, mark = tx.get(Person, party.person_id), marks.get(party.id)
        said = mark.mark.value if mark is not None else ""
        people.append(
            DoorPerson(
                party.id,
                person.id,
                case.id,
                name_of(tx, person),
                mark.mark if mark is not None else None,
                mark.arrived if mark is not None else None,
                mark.left if mark is not None else None,
                bool(said and lists.does("attendance", said, "counts_as_failed_attempt")),
                tries_of(tx, codes, case.id).get(party.id, 0),
                limit,
                may_invite(tx, case, party),
            )
        )
    is_open = row.status in _WAITS and row.day <= tx.today and bool(people) and not _is_recorded(tx, row)
    return Door(appointment_rows(tx, codes, [row])[0], tuple(people), is_open)
