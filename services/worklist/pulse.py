"""What the frame of every page shows: running clocks, and in one sentence each what is about to be due."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from models.case import CaseFile, ReferralIn
from models.enums import AppointmentStatus
from models.work import Appointment
from services.actor import Actor, Right
from services.catalogue import say
from services.clock import instant, local
from services.codes import Codes
from services.persian.jalali import format_time
from services.safety.shapes import Mark
from services.unit_of_work import Tx
from services.worklist.replies import body_of
from services.worklist.risks import clock_tasks, running_clocks
from services.worklist.scope import Scope, is_booked_for, worked_by
from services.worklist.shapes import Pulse, Reminder, ReminderKind, Task, Whose

REPLY_AHEAD = timedelta(hours=1)
APPOINTMENT_AHEAD = timedelta(minutes=10)
CLOCK_AHEAD = timedelta(hours=1)
_MOST = 20
_MINE = Scope(Whose.MINE, limit=_MOST)


def pulse(tx: Tx, codes: Codes) -> Pulse:
    """Reminders are of the own work, clocks of every file that the actor may see (R-8); the nearest first."""
    reminders: list[Reminder] = []
    clocks: tuple[Mark, ...] = ()
    if tx.actor.may(Right.SAFETY_READ):
        clocks = running_clocks(tx, codes, _MOST)
        ahead = tx.now + CLOCK_AHEAD
        if any(mark.clock_ends_at is not None and tx.now < mark.clock_ends_at <= ahead for mark in clocks):
            reminders += [_clock(task) for task in clock_tasks(tx, codes, _MINE).tasks if _is_near(task, tx.now)]
    if tx.actor.may(Right.CASE_FIND):
        reminders += _replies(tx, codes)
    if tx.actor.may(Right.APPOINTMENT_READ):
        reminders += _appointments(tx, codes)
    return Pulse(clocks, tuple(sorted(reminders, key=lambda one: (one.at, one.subject_id))))


def _is_near(task: Task, now: datetime) -> bool:
    return task.due_at is not None and now < task.due_at <= now + CLOCK_AHEAD


def _clock(task: Task) -> Reminder:
    """By its letter: what it is about, no reminder says (P-3)."""
    assert task.due_at is not None
    words = say("worklist.remind.clock", what=task.title, hour=format_time(local(task.due_at).time()))
    return Reminder(ReminderKind.CLOCK, task.subject_id, task.due_at, words, task.case_id)


def _replies(tx: Tx, codes: Codes) -> list[Reminder]:
    given = {"now": tx.now, "until": tx.now + REPLY_AHEAD}
    return [
        Reminder(
            ReminderKind.REPLY,
            row.id,
            row.due_at,
            say(
                "worklist.remind.reply",
                body=body_of(tx, codes, row.body, row.source, row.branch),
                hour=format_time(local(row.due_at).time()),
                case_no=row.case_no,
            ),
            row.case_id,
        )
        for row in tx.rows(_near_replies(tx.actor), given)
    ]


def _appointments(tx: Tx, codes: Codes) -> list[Reminder]:
    """Booked hours are wall-clock time: those of today that begin within ten minutes."""
    wall = local(tx.now)
    minute = wall.hour * 60 + wall.minute
    given = {"today": tx.today, "first": minute, "last": minute + int(APPOINTMENT_AHEAD.total_seconds() // 60)}
    return [
        Reminder(
            ReminderKind.APPOINTMENT,
            row.id,
            instant(datetime.combine(tx.today, datetime.min.time()) + timedelta(minutes=row.start)),
            say(
                "worklist.remind.appointment",
                kind=codes.label(tx.actor, "session_type", row.type),
                hour=f"{row.start // 60:02}:{row.start % 60:02}",
                case_no=row.case_no,
            ),
            row.case_id,
        )
        for row in tx.rows(_near_appointments(tx.actor), given)
    ]


@lru_cache
def _near_replies(actor: Actor) -> Select[*tuple[Any, ...]]:
    return (
        select(
            ReferralIn.id,
            ReferralIn.case_id,
            ReferralIn.body,
            ReferralIn.source,
            ReferralIn.branch,
            ReferralIn.due_at,
            CaseFile.case_no,
        )
        .join(CaseFile, CaseFile.id == ReferralIn.case_id)
        .where(
            ReferralIn.unit_id == actor.unit_id,
            ReferralIn.is_reply_owed.is_(True),
            ReferralIn.replied_at.is_(None),
            ReferralIn.due_at > bindparam("now"),
            ReferralIn.due_at <= bindparam("until"),
            worked_by(actor, Whose.MINE),
        )
        .order_by(ReferralIn.due_at, ReferralIn.id)
        .limit(_MOST)
    )


@lru_cache
def _near_appointments(actor: Actor) -> Select[*tuple[Any, ...]]:
    return (
        select(Appointment.id, Appointment.case_id, Appointment.type, Appointment.start, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == Appointment.case_id)
        .where(
            Appointment.unit_id == actor.unit_id,
            Appointment.day == bindparam("today"),
            Appointment.start >= bindparam("first"),
            Appointment.start <= bindparam("last"),
            Appointment.status == AppointmentStatus.SCHEDULED,
            worked_by(actor, Whose.UNIT),
            is_booked_for(actor),
        )
        .order_by(Appointment.start, Appointment.id)
        .limit(_MOST)
    )
