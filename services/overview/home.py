"""The day at a glance, by a fixed number of indexed queries whatever the size of the file."""

from collections.abc import Mapping

from services.actor import Right
from services.catalogue import say
from services.codes import Codes
from services.overview.shapes import Home, Readiness
from services.overview.today import rows_of_today
from services.persian.amounts import number_words
from services.unit_of_work import Tx
from services.worklist.gathering import gather
from services.worklist.ordering import band_of, in_order
from services.worklist.replies import reply_counts
from services.worklist.scope import Scope, of_the_day
from services.worklist.shapes import Band, Found, Task, TaskKind

SHOWN = 40


def home(tx: Tx, codes: Codes) -> Home:
    """Today's appointments and everything that waits, as far as the actor may know of it."""
    scope = of_the_day(tx, codes)
    today = rows_of_today(tx, codes)
    replies = reply_counts(tx, codes, scope)
    found = dict(gather(tx, codes, scope))
    left = sum(row.readiness is not Readiness.HELD for row in today)
    rows = in_order((task for part in found.values() for task in part.tasks), tx.today)
    day = _day(tx, scope, len(today), left)
    return Home(
        sentence=_sentence(day, replies.overdue, _rest(tx, found)),
        appointments=today,
        left=left,
        replies_overdue=replies.overdue,
        replies_owed=replies.owed,
        longest_overdue=replies.longest,
        shows_safety=tx.actor.may(Right.SAFETY_READ),
        reviews_due=_count(found, TaskKind.REVIEW),
        clocks=tuple(task.mark for task in _tasks(found, TaskKind.CHILD_CLOCK) if task.mark is not None),
        shows_nights=tx.actor.may(Right.NIGHT_COMPLETE),
        night_count=_count(found, TaskKind.NIGHT),
        task_count=sum(part.count for part in found.values()),
        tasks=tuple(row.task for row in rows[:SHOWN]),
        is_of_unit=scope.is_unit,
    )


_NONE = Found()


def _count(found: Mapping[TaskKind, Found], kind: TaskKind) -> int:
    return found.get(kind, _NONE).count


def _tasks(found: Mapping[TaskKind, Found], kind: TaskKind) -> tuple[Task, ...]:
    return found.get(kind, _NONE).tasks


def _rest(tx: Tx, found: Mapping[TaskKind, Found]) -> int:
    """What else is there to do today, beside answers that are late."""
    others = sum(part.count for kind, part in found.items() if kind is not TaskKind.REPLY)
    replies = (task for task in _tasks(found, TaskKind.REPLY) if not task.is_overdue)
    return others + sum(band_of(task, tx.today) in (Band.FIRST, Band.TODAY) for task in replies)


def _sentence(day: str, overdue: int, rest: int) -> str:
    key = "and_overdue" if overdue else "and_nothing"
    words = {"first": day, "count": number_words(overdue), "rest": number_words(rest)}
    return say(f"overview.{key}_rest" if rest else f"overview.{key}", **words)


def _day(tx: Tx, scope: Scope, total: int, left: int) -> str:
    if not tx.actor.may(Right.APPOINTMENT_READ):
        return say("overview.today")
    if total and not left:
        return say("overview.today_over")
    whose = "unit" if scope.is_unit else "own"
    if not total:
        return say(f"overview.today_none_{whose}")
    key = "left" if left < total else "some"
    return say(f"overview.today_{key}_{whose}", count=number_words(left))
