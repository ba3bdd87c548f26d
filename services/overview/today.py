"""Today's appointments, each with the one thing that the door must know of it."""

from datetime import timedelta

from sqlalchemy import or_, select

from models.case import CaseFile
from models.enums import AppointmentStatus
from models.work import Appointment
from services.actor import Right
from services.codes import Codes
from services.overview.shapes import Readiness, TodayRow
from services.safety.gate import gate
from services.scheduling.free_times import minute_of_now
from services.scheduling.rows import appointment_rows
from services.scheduling.rules import DAY_MINUTES, is_over
from services.scheduling.shapes import AppointmentRow
from services.unit_of_work import Tx
from services.worklist.scope import is_booked_for, known_to, sees_whole_unit

LIMIT = 100
_BY_KIND = (
    ("needs_two_rooms", Readiness.TWO_ROOMS),
    ("is_remote", Readiness.REMOTE),
    ("is_outside", Readiness.OUTSIDE),
)
_OF_THE_DAY = (AppointmentStatus.SCHEDULED, AppointmentStatus.HELD)


def rows_of_today(tx: Tx, codes: Codes) -> tuple[TodayRow, ...]:
    """What is booked for today or was held today, by hour; of files that the actor may not see, nothing."""
    if not tx.actor.may(Right.APPOINTMENT_READ):
        return ()
    query = (
        select(Appointment)
        .outerjoin(CaseFile, CaseFile.id == Appointment.case_id)
        .where(
            Appointment.unit_id == tx.actor.unit_id,
            Appointment.day.in_((tx.today - timedelta(days=1), tx.today)),
            # of the evening before what is still under way
            or_(
                Appointment.day == tx.today, Appointment.start + Appointment.minutes > DAY_MINUTES + minute_of_now(tx)
            ),
            Appointment.status.in_(_OF_THE_DAY),
            or_(Appointment.case_id.is_(None), known_to(tx.actor)),
        )
        .order_by(Appointment.day, Appointment.start, Appointment.id)
        .limit(LIMIT)
    )
    if not sees_whole_unit(tx, codes):
        query = query.where(is_booked_for(tx.actor))
    rows = appointment_rows(tx, codes, tx.session.scalars(query).all())
    return tuple(TodayRow(row, _readiness(tx, codes, row)) for row in rows)


def _readiness(tx: Tx, codes: Codes, row: AppointmentRow) -> Readiness:
    if row.status is AppointmentStatus.HELD:
        return Readiness.HELD
    if is_over(row.day, row.end, tx.today, minute_of_now(tx)):
        return Readiness.UNRECORDED
    kind = codes.get(tx.actor, "session_type", row.type)
    if kind.does("is_joint"):
        case = tx.session.get(CaseFile, row.case_id) if row.case_id else None
        return Readiness.READY if case is None or gate(tx, codes, case).is_open else Readiness.SEPARATE
    return next((readiness for column, readiness in _BY_KIND if kind.does(column)), _by_people(str(kind.does("who"))))


def _by_people(who: str) -> Readiness:
    return Readiness.ALONE if who == "one_party" else Readiness.NONE
