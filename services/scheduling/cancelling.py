"""What becomes of an appointment besides a session: cancelled, taken back, held without a file; in a transaction."""

from models.enums import AppointmentStatus
from models.work import Appointment
from services.codes import Codes
from services.errors import InvalidError
from services.scheduling import booking
from services.scheduling.free_times import minute_of_now
from services.scheduling.shapes import AUDIENCE, BEYOND_FILES, MOST_PEOPLE
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


def hold_event(tx: Tx, codes: Codes, row: Appointment, audience: int | None) -> None:
    """What is no work on a file was held, before so many people; colleagues among themselves are not counted."""
    who = codes.of(tx.actor).does("session_type", row.type, "who")
    if row.case_id is not None or who not in BEYOND_FILES:
        raise InvalidError("scheduling.no_event")
    if row.status is not AppointmentStatus.SCHEDULED:
        raise InvalidError("scheduling.not_scheduled")
    if (row.day, row.start) > (tx.today, minute_of_now(tx)):
        raise InvalidError("scheduling.not_begun")
    if audience is not None and not 0 <= audience <= MOST_PEOPLE:
        raise InvalidError("errors.out_of_bounds", "audience", low=0, high=MOST_PEOPLE)
    if who == AUDIENCE and audience is None:
        raise InvalidError("errors.required", "audience")
    row.status, row.audience = AppointmentStatus.HELD, audience if who == AUDIENCE else None
    tx.record("appointment.hold_event", "appointment", row.id)
    _tell(tx, row)


def _tell(tx: Tx, row: Appointment) -> None:
    tx.changed("appointment", row.id)
    if row.case_id:
        tx.changed("case", row.case_id)
