"""Whose work the home page shows: the own cases of who works on cases, the unit's for the head and the desk."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, select

from models.case import CaseFile
from models.enums import CaseStatus
from models.work import Appointment, AppointmentStaff
from services.actor import Right
from services.codes import Codes
from services.overview.shapes import Task
from services.unit_of_work import Tx
from services.visibility import visible_to, worked_on_by

LIMIT = 40


@dataclass(frozen=True, slots=True)
class Found:
    """Tasks of one kind: the first ones, and how many there are in all."""

    tasks: tuple[Task, ...] = ()
    count: int = 0


def sees_whole_unit(tx: Tx, codes: Codes) -> bool:
    """Whether the day is the unit's: for the head, and for roles that hold no cases of their own."""
    if tx.actor.may(Right.CASE_ASSIGN):
        return True
    return not codes.of(tx.actor).does("staff_role", tx.actor.role, "holds_cases")


def known(tx: Tx) -> ColumnElement[bool]:
    """Cases that the actor may know of; a voided file waits for nothing, for the head neither."""
    return and_(visible_to(tx.actor), CaseFile.status != CaseStatus.VOIDED)


def own(tx: Tx, codes: Codes) -> ColumnElement[bool]:
    """Of these, the ones whose work is the actor's."""
    return known(tx) if sees_whole_unit(tx, codes) else and_(known(tx), worked_on_by(tx.actor))


def is_mine(tx: Tx) -> ColumnElement[bool]:
    """Appointments that the actor is booked for."""
    # not by IN: the file would be read by all that the actor was ever booked for
    return exists(
        select(AppointmentStaff.id).where(
            AppointmentStaff.appointment_id == Appointment.id, AppointmentStaff.staff_id == tx.actor.staff_id
        )
    )
