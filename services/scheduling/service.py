"""The use-cases of scheduling."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import exists, select

from models.enums import AppointmentStatus
from models.person import Person
from models.work import Appointment, AppointmentStaff, InvitationAttempt
from services.actor import Actor, Right
from services.cases.access import case_of_party, visible_case
from services.catalogue import say
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError, refuse
from services.people.naming import full_name
from services.persian.text import display_form
from services.safety.gate import gate, may_invite
from services.scheduling import booking, invitations
from services.scheduling.cancelling import cancel, hold_event, restore
from services.scheduling.displaced import Displaced, displaced
from services.scheduling.facts import booking_facts, colleagues
from services.scheduling.in_field import in_field
from services.scheduling.rows import appointment_rows, rows_of_case
from services.scheduling.shapes import (
    AppointmentDraft,
    AppointmentRow,
    AttemptDraft,
    AttemptRow,
    BookingFacts,
    CallSheet,
    Checked,
    Colleague,
    GateWords,
    InFieldRow,
    Invitee,
    Slot,
)
from services.scheduling.waiting import close_satisfied
from services.typed import REASON, line, too_long
from services.unit_of_work import Tx, UnitOfWork


class Scheduling:
    """Appointments and invitation attempts of one unit. Rooms and days off are `UnitProfile`'s."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    # --- reading ----------------------------------------------------------------------------------------------

    def between(
        self, actor: Actor, first: date, last: date, *, staff_id: UUID | None = None, most: int | None = None
    ) -> tuple[AppointmentRow, ...]:
        """The appointments of the days `first` to `last`, by day and hour: of one colleague if named, and the
        first `most` of them if that is given.

        Appointments of files that the actor may not see appear without number and words: the hour is taken.
        """
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            query = select(Appointment).where(
                Appointment.unit_id == actor.unit_id, Appointment.day >= first, Appointment.day <= last
            )
            if staff_id is not None:
                # not a list of theirs: the few days come first, and not all that somebody ever had
                theirs = select(AppointmentStaff.id).where(
                    AppointmentStaff.appointment_id == Appointment.id, AppointmentStaff.staff_id == staff_id
                )
                query = query.where(exists(theirs))
            ordered = query.order_by(Appointment.day, Appointment.start, Appointment.id).limit(most)
            return appointment_rows(tx, self._codes, tx.session.scalars(ordered).all())

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[AppointmentRow, ...]:
        """All appointments of a case, by day and hour."""
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            visible_case(tx, case_id)
            return rows_of_case(tx, self._codes, case_id)

    def row(self, actor: Actor, appointment_id: UUID) -> AppointmentRow:
        """One appointment as it stands now."""
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            return appointment_rows(tx, self._codes, [tx.get(Appointment, appointment_id)])[0]

    def facts(self, actor: Actor, case_id: UUID | None = None, appointment_id: UUID | None = None) -> BookingFacts:
        """What the form of an appointment is filled from: parties, types, rooms, colleagues, hours.

        Of an appointment without a file, such as a group, its own guests are to choose from.
        """
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            return booking_facts(tx, self._codes, case_id, appointment_id)

    def colleagues(self, actor: Actor) -> tuple[Colleague, ...]:
        """Who sees people, the actor first."""
        with self._uow.read(actor) as tx:
            return colleagues(tx, self._codes)

    def check(self, actor: Actor, draft: AppointmentDraft, slots: int = 3) -> Checked:
        """What stands against a time while it is being chosen; books nothing."""
        with self._uow.read(actor, Right.APPOINTMENT_WRITE) as tx:
            return booking.check(tx, self._codes, draft, slots=slots)

    def free_slots(self, actor: Actor, draft: AppointmentDraft, count: int = 3) -> tuple[Slot, ...]:
        """The next free times for the draft's people, from its day on; none while the gate is shut (P-4)."""
        with self._uow.read(actor, Right.APPOINTMENT_WRITE) as tx:
            return booking.offered_slots(tx, self._codes, draft, count)

    # --- making, moving, cancelling ---------------------------------------------------------------------------

    def book(self, actor: Actor, draft: AppointmentDraft) -> Done[AppointmentRow]:
        """Make an appointment, or move the one that the draft names (`id` and `version`)."""
        refuse(too_long([("note", draft.note), ("place", draft.place)]))
        if draft.override is not None:
            refuse(too_long([("override.reason", draft.override.reason)], REASON))
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = booking.book(tx, self._codes, draft)
            if draft.id is None:
                close_satisfied(tx, [row])
            tx.record("appointment.move" if draft.id else "appointment.book", "appointment", row.id)
            value = appointment_rows(tx, self._codes, [row])[0]
        return tx.done(value)

    def cancel(
        self, actor: Actor, appointment_id: UUID, version: int, *, by_party: bool, reason: str
    ) -> Done[AppointmentRow]:
        """Cancel with a reason; the row stays, and `restore` takes it back."""
        why = line("reason", reason, REASON, needed="safety.reason_needed")
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = self._row(tx, appointment_id, version)
            cancel(tx, row, by_party=by_party, reason=why)
            value = self._changed(tx, row)
        return tx.done(value)

    def restore(self, actor: Actor, appointment_id: UUID, version: int) -> Done[AppointmentRow]:
        """Take a cancelled appointment back, if its time is still free and the gate still open.

        The head's override of another day does not count: a joint session against the gate is booked anew.
        """
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = self._row(tx, appointment_id, version)
            restore(tx, self._codes, row)
            value = self._changed(tx, row)
        return tx.done(value)

    def hold_event(
        self, actor: Actor, appointment_id: UUID, version: int, audience: int | None
    ) -> Done[AppointmentRow]:
        """A talk, workshop or liaison meeting took place, and how many came (T10); it belongs to no file."""
        with self._uow.write(actor, Right.SESSION_WRITE) as tx:
            row = self._row(tx, appointment_id, version)
            hold_event(tx, self._codes, row, audience)
            value = self._changed(tx, row)
        return tx.done(value)

    def gate_words(self, actor: Actor, case_id: UUID) -> GateWords:
        """Which person and which condition keep the gate shut: the second, deliberate key of P-4, logged."""
        with self._uow.read_recorded(actor, Right.SAFETY_READ) as tx:
            case = visible_case(tx, case_id)
            state = gate(tx, self._codes, case)
            named = []
            for condition in state.conditions:
                person = tx.session.get(Person, condition.person_id) if condition.person_id else None
                named.append((full_name(person) if person else "", condition))
            tx.record("gate.read_conditions", "case", case.id)
        words = tuple(say(f"safety.condition.{condition.code}") for _, condition in named)
        return GateWords(tuple(named), words)

    # --- to be moved ------------------------------------------------------------------------------------------

    def displaced(self, actor: Actor) -> tuple[Displaced, ...]:
        """The appointments on which a closure, other hours or an absence was declared afterwards, with free times."""
        with self._uow.read(actor, Right.APPOINTMENT_WRITE) as tx:
            return displaced(tx, self._codes)

    def keep(self, actor: Actor, appointment_id: UUID, version: int) -> Done[AppointmentRow]:
        """It stays where it is, whatever was declared: precincts are open (R-27)."""
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = self._row(tx, appointment_id, version)
            if row.status is not AppointmentStatus.SCHEDULED:
                raise InvalidError("scheduling.not_scheduled")
            row.placed_at = tx.now
            tx.record("appointment.keep", "appointment", row.id)
            tx.changed("appointment", row.id)
            value = self._changed(tx, row)
        return tx.done(value)

    # --- invitations ------------------------------------------------------------------------------------------

    def invitees(self, actor: Actor, case_id: UUID) -> tuple[Invitee, ...]:
        """Every party of a case with its attempts, and whether it may be invited now (P-1)."""
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            return invitations.invitees(tx, self._codes, visible_case(tx, case_id))

    def open_call_sheet(self, actor: Actor, party_id: UUID) -> CallSheet:
        """Whom to call, where and when; the reading is recorded. Refused while P-1 forbids the invitation."""
        with self._uow.read_recorded(actor, Right.APPOINTMENT_WRITE, Right.PERSON_READ) as tx:
            case, party = case_of_party(tx, party_id)
            if not may_invite(tx, case, party):
                raise InvalidError("scheduling.not_to_invite", "party_id")
            tx.record("invitation.open_call_sheet", "party", party.id)
            return invitations.call_sheet(tx, self._codes, case, party)

    def record_attempt(self, actor: Actor, draft: AttemptDraft) -> Done[UUID]:
        """Log one try to reach a party; refused for the other side while P-1 forbids its invitation."""
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            case, _ = case_of_party(tx, draft.party_id)
            row = invitations.store_attempt(tx, self._codes, case, draft)
            tx.record("invitation.record", "invitation", row.id)
            tx.changed("invitation", row.id)
            tx.changed("case", case.id)
        return tx.done(row.id)

    def set_attempt_result(
        self,
        actor: Actor,
        attempt_id: UUID,
        version: int,
        result: str,
        received_by: str = "",
        told_at: datetime | None = None,
    ) -> Done[None]:
        """Write down how a try ended, once it is known; `told_at` is the moment that the slip of delivery tells."""
        with self._uow.write(actor, Right.APPOINTMENT_WRITE) as tx:
            row = tx.get(InvitationAttempt, attempt_id)
            case = visible_case(tx, row.case_id)
            tx.expect(row, version)
            if not result:
                raise InvalidError("errors.required", "result")
            errors = invitations.result_errors(tx, self._codes, result, received_by)
            refuse([*errors, *invitations.slip_errors(tx, row, told_at)])
            row.result = result
            row.result_at = told_at
            row.received_by = display_form(received_by)
            tx.record("invitation.set_result", "invitation", row.id)
            tx.changed("invitation", row.id)
            tx.changed("case", case.id)
        return tx.done(None)

    def attempts(self, actor: Actor, case_id: UUID) -> tuple[AttemptRow, ...]:
        """The tries to reach the parties of a case, latest first."""
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            visible_case(tx, case_id)
            return invitations.attempts_of_case(tx, self._codes, case_id)

    def in_field(self, actor: Actor) -> tuple[InFieldRow, ...]:
        """The tries whose result nobody knows yet, in the open files that the actor may see; the oldest first."""
        with self._uow.read(actor, Right.APPOINTMENT_READ) as tx:
            return in_field(tx, self._codes)

    def _row(self, tx: Tx, appointment_id: UUID, version: int) -> Appointment:
        """The appointment as the person saw it, of a file that the person may see."""
        row = tx.get(Appointment, appointment_id)
        if row.case_id:
            visible_case(tx, row.case_id)
        tx.expect(row, version)
        return row

    def _changed(self, tx: Tx, row: Appointment) -> AppointmentRow:
        tx.session.flush()
        return appointment_rows(tx, self._codes, [row])[0]
