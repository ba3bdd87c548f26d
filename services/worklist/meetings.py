"""Past hours of which nobody said what became of them (P-27)."""

from datetime import datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from models.case import CaseFile
from models.enums import AppointmentStatus
from models.work import Appointment
from services.actor import Actor
from services.catalogue import say
from services.clock import instant
from services.codes import Codes
from services.persian.jalali import format_date
from services.scheduling.free_times import minute_of_now
from services.scheduling.rules import is_over
from services.unit_of_work import Tx
from services.worklist.scope import Scope, colleague_of, is_booked_for, known_to
from services.worklist.shapes import Found, Task, TaskKind, Whose


def unrecorded_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """Appointments of past days without a record: those that the actor was booked for, or the unit's."""
    given = {"today": tx.today, "many": scope.limit}
    stored = tx.rows(_rows(tx.actor, scope.whose), given)
    # what crossed midnight may be under way still
    rows = [row for row in stored if is_over(row.day, row.start + row.minutes, tx.today, minute_of_now(tx))]
    tasks = tuple(
        Task(
            TaskKind.UNRECORDED,
            say("worklist.unrecorded", kind=codes.label(tx.actor, "session_type", row.type)),
            say("worklist.unrecorded_line", case_no=row.case_no, day=format_date(row.day)),
            instant(datetime.combine(row.day, time(row.start // 60, row.start % 60))),
            True,
            row.id,
            row.case_id,
            colleague=colleague_of(tx, row.responsible_id),
        )
        for row in rows
    )
    return Found(tasks, stored[0].total - (len(stored) - len(rows)) if stored else 0)


@lru_cache
def _rows(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    query = (
        select(
            Appointment.id,
            Appointment.case_id,
            Appointment.type,
            Appointment.day,
            Appointment.start,
            Appointment.minutes,
            CaseFile.case_no,
            CaseFile.responsible_id,
            func.count().over().label("total"),
        )
        .join(CaseFile, CaseFile.id == Appointment.case_id)
        .where(
            Appointment.unit_id == actor.unit_id,
            Appointment.status == AppointmentStatus.SCHEDULED,
            Appointment.day < bindparam("today"),
            known_to(actor),
        )
        .order_by(Appointment.day, Appointment.start, Appointment.id)
        .limit(bindparam("many"))
    )
    return query if whose is Whose.UNIT else query.where(is_booked_for(actor))
