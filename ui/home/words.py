"""When things are due, in words (P-45): «4 days late», «today», «tomorrow»."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from services.clock import local
from services.overview import Readiness
from services.persian.digits import to_persian
from services.persian.jalali import format_time
from services.worklist import Task, TaskKind
from services.worklist.ordering import SINCE
from ui.theme.palette import Tone

_AGO = SINCE | {TaskKind.DANGER, TaskKind.FOLLOW_UP, TaskKind.REFERRAL_OUT, TaskKind.CLAUSE, TaskKind.RESTING}
"""What waits longer is never red: only an hour that an authority set is (P-37)."""

ICONS: dict[TaskKind, str] = {
    TaskKind.CHILD_CLOCK: "timer-outline",
    TaskKind.DANGER: "format-list-checks",
    TaskKind.REPLY: "reply-outline",
    TaskKind.ANSWER: "email-edit-outline",
    TaskKind.NIGHT: "weather-night",
    TaskKind.REVIEW: "eye-check-outline",
    TaskKind.NOTICE: "bell-outline",
    TaskKind.NOTE_OPENED: "shield-key-outline",
    TaskKind.UNRECORDED: "calendar-question",
    TaskKind.SIGNATURES: "draw-pen",
    TaskKind.REGISTRY: "numeric",
    TaskKind.FOLLOW_UP: "phone-outline",
    TaskKind.HANDED: "account-switch-outline",
    TaskKind.LETTER_ORDER: "email-arrow-right-outline",
    TaskKind.CLAUSE: "scale-balance",
    TaskKind.ORIGINAL: "file-check-outline",
    TaskKind.REFERRAL_OUT: "send-outline",
    TaskKind.RESTING: "timer-sand",
}


class Chip(NamedTuple):
    words: str
    tone: Tone


def due_chip(task: Task, now: datetime) -> Chip:
    """When the task is due, or since when it waits."""
    if task.due_at is None:
        return Chip("", "quiet")
    day, today = local(task.due_at).date(), local(now).date()
    if task.kind is TaskKind.CHILD_CLOCK:
        return _clock(task.due_at, now)
    if task.kind in _AGO and (task.kind in SINCE or day <= today):
        return Chip(_ago(task.kind, day, today), "attention" if task.is_overdue else "information")
    if task.is_overdue:
        days = (today - day).days
        late = (
            QCoreApplication.translate("Home", "{count} days late").format(count=to_persian(days))
            if days
            else QCoreApplication.translate("Home", "hour passed")
        )
        return Chip(late, "danger")
    return _ahead(task, day, today)


def left_words(ends_at: datetime, now: datetime) -> str:
    """The hours and minutes that a clock still has."""
    minutes = max(0, int((ends_at - now).total_seconds() // 60))
    return to_persian(f"{minutes // 60:02}:{minutes % 60:02}")


def readiness_chip(readiness: Readiness) -> Chip:
    """What the door must know (P-4, P-45)."""
    return {
        Readiness.READY: Chip(QCoreApplication.translate("Home", "ready"), "accent"),
        Readiness.SEPARATE: Chip(QCoreApplication.translate("Home", "separate for now"), "attention"),
        Readiness.TWO_ROOMS: Chip(QCoreApplication.translate("Home", "two rooms"), "attention"),
        Readiness.ALONE: Chip(QCoreApplication.translate("Home", "alone"), "information"),
        Readiness.REMOTE: Chip(QCoreApplication.translate("Home", "by telephone"), "information"),
        Readiness.OUTSIDE: Chip(QCoreApplication.translate("Home", "outside the unit"), "information"),
        Readiness.NONE: Chip("", "quiet"),
        Readiness.HELD: Chip(QCoreApplication.translate("Home", "held"), "quiet"),
        Readiness.UNRECORDED: Chip(QCoreApplication.translate("Home", "to be recorded"), "attention"),
    }[readiness]


def _clock(ends_at: datetime, now: datetime) -> Chip:
    if ends_at <= now:
        return Chip(QCoreApplication.translate("Home", "time is over"), "danger")
    return Chip(QCoreApplication.translate("Home", "{time} left").format(time=left_words(ends_at, now)), "attention")


def _ahead(task: Task, day: date, today: date) -> Chip:
    days = (day - today).days
    if days > 1:
        return Chip(
            QCoreApplication.translate("Home", "in {count} days").format(count=to_persian(days)), "information"
        )
    if days == 1:
        return Chip(QCoreApplication.translate("Home", "tomorrow"), "information")
    if task.kind is TaskKind.REPLY and task.due_at is not None:
        hour = format_time(local(task.due_at).time())
        return Chip(QCoreApplication.translate("Home", "today until {hour}").format(hour=hour), "attention")
    return Chip(QCoreApplication.translate("Home", "today"), "information")


def _ago(kind: TaskKind, day: date, today: date) -> str:
    days = (today - day).days
    if kind is TaskKind.NIGHT and days <= 1:
        return QCoreApplication.translate("Home", "last night")
    if days <= 0:
        return QCoreApplication.translate("Home", "today")
    if today - day == timedelta(days=1):
        return QCoreApplication.translate("Home", "yesterday")
    return QCoreApplication.translate("Home", "{count} days ago").format(count=to_persian(days))
