"""Whose work is asked for, how far ahead, and how many rows of each kind."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, select, true

from models.case import CaseFile
from models.enums import CaseStatus
from models.work import Appointment, AppointmentStaff
from services.actor import Actor, Right
from services.codes import Codes
from services.staff.naming import staff_names
from services.unit_of_work import Tx
from services.visibility import visible_to, worked_on_by
from services.worklist.shapes import Whose

LIMIT = 40
REPLY_DAYS = 3
"""A reply that is due within so many days is on the home page."""


@dataclass(frozen=True, slots=True)
class Scope:
    """`days`: how far ahead to look for what falls due; 0 is today. `limit`: rows of one kind."""

    whose: Whose
    days: int = 0
    limit: int = LIMIT

    @property
    def is_unit(self) -> bool:
        return self.whose is Whose.UNIT


def sees_whole_unit(tx: Tx, codes: Codes) -> bool:
    """Whether the day is the unit's: for the head, and for roles that hold no cases of their own."""
    if tx.actor.may(Right.CASE_ASSIGN):
        return True
    return not codes.of(tx.actor).does("staff_role", tx.actor.role, "holds_cases")


def of_the_day(tx: Tx, codes: Codes) -> Scope:
    """What the home page asks for."""
    return Scope(Whose.UNIT if sees_whole_unit(tx, codes) else Whose.MINE)


def known_to(actor: Actor) -> ColumnElement[bool]:
    """Cases that the actor may know of; a voided file waits for nothing, for the head neither."""
    return and_(visible_to(actor), CaseFile.status != CaseStatus.VOIDED)


def worked_by(actor: Actor, whose: Whose) -> ColumnElement[bool]:
    """Of these, the ones whose work is asked for."""
    return and_(known_to(actor), true() if whose is Whose.UNIT else worked_on_by(actor))


def is_booked_for(actor: Actor) -> ColumnElement[bool]:
    """Appointments that the actor is booked for."""
    # not by IN: the file would be read by all that the actor was ever booked for
    return exists(
        select(AppointmentStaff.id).where(
            AppointmentStaff.appointment_id == Appointment.id, AppointmentStaff.staff_id == actor.staff_id
        )
    )


def colleague_of(tx: Tx, staff_id: UUID) -> str:
    """Whose work it is, "" for the actor's own."""
    return "" if staff_id == tx.actor.staff_id else staff_names(tx).get(staff_id, "")
