"""Cancelling an appointment and taking it back, inside an open transaction."""

from models.enums import AppointmentStatus
from models.work import Appointment
from services.codes import Codes
from services.errors import InvalidError
from services.scheduling import booking
from services.unit_of_work import Tx

CANCELLED = (AppointmentStatus.CANCELLED_BY_UNIT, AppointmentStatus.CANCELLED_BY_PARTY)


def cancel(tx: Tx, row: Appointment, *, by_party: bool, reason: str) -> None:
    """The row stays, with who could not come and why."""
    if row.status is not AppointmentStatus.SCHEDULED:
        raise InvalidError("scheduling.not_scheduled")
    status = AppointmentStatus.CANCELLED_BY_PARTY if by_party else AppointmentStatus.CANCELLED_BY_UNIT
    row.status = status
    row.cancel_reason = reason
    tx.record("appointment.cancel", "appointment", row.id, reason=reason)
    _tell(tx, row)


def restore(tx: Tx, codes: Codes, row: Appointment) -> None:
    """Back to its hour, if that is still free, its people are there and the gate is still open."""
    if row.status not in CANCELLED:
        raise InvalidError("scheduling.not_cancelled")
    row.status = AppointmentStatus.SCHEDULED
    row.cancel_reason = ""
    tx.session.flush()
    booking.book(tx, codes, booking.draft_of(tx, row), is_new_again=True)
    tx.record("appointment.restore", "appointment", row.id)
    _tell(tx, row)


def _tell(tx: Tx, row: Appointment) -> None:
    tx.changed("appointment", row.id)
    if row.case_id:
        tx.changed("case", row.case_id)
