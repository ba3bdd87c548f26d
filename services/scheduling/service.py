"""The use-cases of scheduling."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from models.base import new_id
from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, HolidayKind
from models.person import Person
from models.unit import Holiday, Room, Staff
from models.work import Appointment, AppointmentParty, AppointmentStaff, InvitationAttempt
from services.actor import Actor, Right
from services.cases.access import party_of, visible_case
from services.catalogue import say
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError
from services.people.naming import full_name, person_initials
from services.persian.text import display_form
from services.safety.gate import gate, may_invite
from services.safety.marks import marks_of_cases
from services.scheduling import booking
from services.scheduling.shapes import (
    AppointmentDraft,
    AppointmentRow,
    AttemptDraft,
    AttemptRow,
    Checked,
    DayOff,
    GateWords,
    RoomRow,
    Slot,
)
from services.unit_of_work import Tx, UnitOfWork
from services.visibility import visible_to


class Scheduling:
    """Appointments, rooms, days off and invitation attempts of one unit."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def between(
        self, actor: Actor, first: date, last: date, *, staff_id: UUID | None = None
    ) -> tuple[AppointmentRow, ...]:
        """The appointments of the days `first` to `last`, by day and hour; of one colleague if named.

        Appointments of files that the actor may not see appear without number and initials: the hour is taken.
        """
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            query = select(Appointment).where(
                Appointment.unit_id == actor.unit_id, Appointment.day >= first, Appointment.day <= last
            )
            if staff_id is not None:
                mine = select(AppointmentStaff.appointment_id).where(AppointmentStaff.staff_id == staff_id)
                query = query.where(Appointment.id.in_(mine))
            found = tx.session.scalars(query.order_by(Appointment.day, Appointment.start, Appointment.id)).all()
            return appointment_rows(tx, self._codes, found)

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[AppointmentRow, ...]:
        """All appointments of a case, by day and hour."""
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            visible_case(tx, case_id)
            return rows_of_case(tx, self._codes, case_id)

    def check(self, actor: Actor, draft: AppointmentDraft) -> Checked:
        """What stands against a time while it is being chosen; books nothing."""
        with self._uow.read(actor, Right.APPOINTMENT_WRITE) as tx:
            return booking.check(tx, self._codes, draft)

    def free_slots(self, actor: Actor, draft: AppointmentDraft, count: int = 3) -> tuple[Slot, ...]:
        """The next free times for the draft's people, from its day on."""
        with self._uow.read(actor, Right.APPOINTMENT_WRITE) as tx:
            return booking.free_slots(tx, self._codes, draft, count)

    def book(self, actor: Actor, draft: AppointmentDraft) -> Done[AppointmentRow]:
        """Make an appointment, or move the one that the draft names (`id` and `version`)."""
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = booking.book(tx, self._codes, draft)
            tx.record("appointment.move" if draft.id else "appointment.book", "appointment", row.id)
            value = appointment_rows(tx, self._codes, [row])[0]
        return tx.done(value)

    def cancel(self, actor: Actor, appointment_id: UUID, version: int, *, by_party: bool, reason: str) -> Done[None]:
        """Cancel with a reason; the row stays."""
        why = display_form(reason)
        if not why:
            raise InvalidError("safety.reason_needed", "reason")
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = tx.get(Appointment, appointment_id)
            if row.case_id:
                visible_case(tx, row.case_id)
            tx.expect(row, version)
            if row.status is not AppointmentStatus.SCHEDULED:
                raise InvalidError("scheduling.not_scheduled")
            status = AppointmentStatus.CANCELLED_BY_PARTY if by_party else AppointmentStatus.CANCELLED_BY_UNIT
            row.status = status
            row.cancel_reason = why
            tx.record("appointment.cancel", "appointment", row.id, reason=why)
            tx.changed("appointment", row.id)
            if row.case_id:
                tx.changed("case", row.case_id)
        return tx.done(None)

    def gate_words(self, actor: Actor, case_id: UUID) -> GateWords:
        """Which person and which condition keep the gate shut: the second, deliberate key of P-4, logged."""
        with self._uow.write(actor, Right.SAFETY_READ) as tx:
            case = visible_case(tx, case_id)
            state = gate(tx, self._codes, case)
            named = []
            for condition in state.conditions:
                person = tx.session.get(Person, condition.person_id) if condition.person_id else None
                named.append((full_name(person) if person else "", condition))
            tx.record("gate.read_conditions", "case", case.id)
        words = tuple(say(f"safety.condition.{condition.code}") for _, condition in named)
        return GateWords(tuple(named), words)

    def rooms(self, actor: Actor, *, with_inactive: bool = False) -> tuple[RoomRow, ...]:
        with self._uow.read(actor) as tx:
            query = select(Room).where(Room.unit_id == actor.unit_id).order_by(Room.position, Room.name)
            rows = tx.session.scalars(query)
            return tuple(
                RoomRow(row.id, row.version, row.name, row.is_active)
                for row in rows
                if row.is_active or with_inactive
            )

    def save_room(
        self, actor: Actor, name: str, *, room_id: UUID | None = None, version: int = 0, is_active: bool = True
    ) -> Done[UUID]:
        """Add a room, rename it, or take it out of use."""
        clean = display_form(name)
        if not clean:
            raise InvalidError("errors.required", "name")
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            if room_id is None:
                row = Room(id=new_id(), name=clean, position=len(self._room_ids(tx)))
                tx.add(row)
            else:
                row = tx.get(Room, room_id)
                tx.expect(row, version)
                row.name = clean
            row.is_active = is_active
            tx.session.flush()
            tx.record("room.save", "room", row.id)
            tx.changed("room", row.id)
        return tx.done(row.id)

    def days_off(self, actor: Actor, first: date, last: date) -> tuple[DayOff, ...]:
        """The holidays and closures between two days, cancelled ones included, by day."""
        with self._uow.read(actor) as tx:
            rows = tx.session.scalars(
                select(Holiday)
                .where(Holiday.unit_id == actor.unit_id, Holiday.day >= first, Holiday.day <= last)
                .order_by(Holiday.day)
            )
            return tuple(DayOff(row.id, row.version, row.day, row.title, row.kind, row.is_cancelled) for row in rows)

    def add_day_off(self, actor: Actor, day: date, title: str, kind: HolidayKind) -> Done[int]:
        """Add a closure; the value is the number of appointments already made on that day."""
        clean = display_form(title)
        if not clean:
            raise InvalidError("errors.required", "title")
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            row = Holiday(day=day, title=clean, kind=kind, source="unit")
            tx.add(row)
            tx.session.flush()
            tx.record("holiday.add", "holiday", row.id)
            tx.changed("holiday")
            count = len(booking.taken_on(tx, [day]))
        return tx.done(count)

    def cancel_day_off(self, actor: Actor, holiday_id: UUID, version: int, *, is_cancelled: bool) -> Done[None]:
        """Take a day off out of the calendar, or put it back; the row stays (R-27)."""
        with self._uow.write(actor, Right.SETTINGS_MANAGE) as tx:
            row = tx.get(Holiday, holiday_id)
            tx.expect(row, version)
            row.is_cancelled = is_cancelled
            tx.record("holiday.cancel", "holiday", row.id)
            tx.changed("holiday")
        return tx.done(None)

    def record_attempt(self, actor: Actor, draft: AttemptDraft) -> Done[UUID]:
        """Log one try to reach a party; refused for the other side while P-1 forbids its invitation."""
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            party = tx.get(CaseParty, draft.party_id)
            case = visible_case(tx, party.case_id)
            if not may_invite(tx, case, party_of(tx, case, party.id)):
                raise InvalidError("scheduling.not_to_invite", "party_id")
            row = InvitationAttempt(
                case_id=case.id,
                party_id=party.id,
                appointment_id=draft.appointment_id,
                at=draft.at or tx.now,
                channel=draft.channel,
                delivered_by=display_form(draft.delivered_by),
                result=draft.result,
                staff_id=actor.staff_id,
            )
            tx.add(row)
            tx.session.flush()
            tx.record("invitation.record", "invitation", row.id)
            tx.changed("invitation", row.id)
            tx.changed("case", case.id)
        return tx.done(row.id)

    def attempts(self, actor: Actor, case_id: UUID) -> tuple[AttemptRow, ...]:
        """The tries to reach the parties of a case, latest first."""
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            visible_case(tx, case_id)
            return attempts_of_case(tx, self._codes, case_id)

    def _room_ids(self, tx: Tx) -> list[UUID]:
        return list(tx.session.scalars(select(Room.id).where(Room.unit_id == tx.actor.unit_id)))


def attempts_of_case(tx: Tx, codes: Codes, case_id: UUID) -> tuple[AttemptRow, ...]:
    """The tries of a case inside an open transaction, latest first."""
    rows = tx.session.execute(
        select(InvitationAttempt, Person)
        .join(CaseParty, CaseParty.id == InvitationAttempt.party_id)
        .join(Person, Person.id == CaseParty.person_id)
        .where(InvitationAttempt.case_id == case_id)
        .order_by(InvitationAttempt.at.desc())
    )
    return tuple(
        AttemptRow(
            row.id,
            row.party_id,
            full_name(person) if tx.actor.may(Right.IDENTITIES) else person_initials(person),
            row.at,
            codes.label(tx.actor, "invitation_channel", row.channel),
            codes.label(tx.actor, "invitation_result", row.result),
            row.delivered_by,
        )
        for row, person in rows
    )


def rows_of_case(tx: Tx, codes: Codes, case_id: UUID) -> tuple[AppointmentRow, ...]:
    """All appointments of a case inside an open transaction."""
    found = tx.session.scalars(
        select(Appointment).where(Appointment.case_id == case_id).order_by(Appointment.day, Appointment.start)
    ).all()
    return appointment_rows(tx, codes, found)


def appointment_rows(tx: Tx, codes: Codes, found: Sequence[Appointment]) -> tuple[AppointmentRow, ...]:
    """Rows for appointments with a fixed number of queries, however many there are."""
    ids = [row.id for row in found]
    case_ids = {row.case_id for row in found if row.case_id}
    seen = select(CaseFile.id, CaseFile.case_no).where(CaseFile.id.in_(case_ids), visible_to(tx.actor))
    case_nos: dict[UUID, str] = {row.id: row.case_no for row in tx.session.execute(seen)}
    staff: dict[UUID, list[tuple[UUID, str]]] = {}
    for appointment_id, staff_id, name in tx.session.execute(
        select(AppointmentStaff.appointment_id, Staff.id, Staff.full_name)
        .join(Staff, Staff.id == AppointmentStaff.staff_id)
        .where(AppointmentStaff.appointment_id.in_(ids))
        .order_by(Staff.full_name)
    ):
        staff.setdefault(appointment_id, []).append((staff_id, name))
    parties: dict[UUID, list[tuple[UUID, Person]]] = {}
    for appointment_id, party_id, person in tx.session.execute(
        select(AppointmentParty.appointment_id, CaseParty.id, Person)
        .join(CaseParty, CaseParty.id == AppointmentParty.party_id)
        .join(Person, Person.id == CaseParty.person_id)
        .where(AppointmentParty.appointment_id.in_(ids))
        .order_by(CaseParty.position)
    ):
        parties.setdefault(appointment_id, []).append((party_id, person))
    rooms = {room.id: room.name for room in tx.session.scalars(select(Room).where(Room.unit_id == tx.actor.unit_id))}
    marks = marks_of_cases(tx, codes, case_nos)

    def row_of(row: Appointment) -> AppointmentRow:
        is_seen = row.case_id is None or row.case_id in case_nos
        people = parties.get(row.id, []) if is_seen else []
        return AppointmentRow(
            row.id,
            row.version,
            row.case_id if is_seen else None,
            case_nos.get(row.case_id, "") if row.case_id else "",
            " / ".join(person_initials(person) for _, person in people),
            row.type,
            codes.label(tx.actor, "session_type", row.type),
            row.is_joint,
            row.day,
            row.start,
            row.minutes,
            row.room_id,
            rooms.get(row.room_id, "") if row.room_id else "",
            tuple(name for _, name in staff.get(row.id, [])),
            tuple(staff_id for staff_id, _ in staff.get(row.id, [])),
            tuple(party_id for party_id, _ in people),
            row.status,
            marks.get(row.case_id, ()) if row.case_id and is_seen else (),
            row.note if is_seen else "",
        )

    return tuple(row_of(row) for row in found)
