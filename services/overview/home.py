"""The day at a glance, by a fixed number of indexed queries whatever the size of the file."""

from datetime import UTC, datetime

from services.actor import Right
from services.catalogue import say
from services.codes import Codes
from services.overview.follow_ups import follow_up_tasks
from services.overview.replies import reply_counts, reply_tasks
from services.overview.risks import clock_tasks, danger_tasks, review_tasks
from services.overview.scope import Found, sees_whole_unit
from services.overview.shapes import Home, Readiness, Task, TaskKind
from services.overview.today import rows_of_today
from services.overview.waiting import (
    letter_tasks,
    night_tasks,
    notice_tasks,
    opened_note_tasks,
    registry_tasks,
    signature_tasks,
    unrecorded_tasks,
)
from services.persian.amounts import number_words
from services.unit_of_work import Tx

SHOWN = 40
_ORDER = list(TaskKind)
_LAST = datetime.max.replace(tzinfo=UTC)


def home(tx: Tx, codes: Codes) -> Home:
    """Today's appointments and everything that waits, as far as the actor may know of it."""
    today = rows_of_today(tx, codes)
    replies = reply_counts(tx, codes)
    nights = night_tasks(tx) if tx.actor.may(Right.NIGHT_COMPLETE) else Found()
    clocks, reviews, dangers = Found(), Found(), Found()
    shows_safety = tx.actor.may(Right.SAFETY_READ)
    if shows_safety:
        clocks, reviews, dangers = clock_tasks(tx, codes), review_tasks(tx, codes), danger_tasks(tx)
    found = [clocks, dangers, reply_tasks(tx, codes), nights, reviews]
    if tx.actor.may(Right.CASE_ASSIGN):
        found.append(notice_tasks(tx, codes))
    if tx.actor.may(Right.PROCESS_NOTE):
        found.append(opened_note_tasks(tx))
    if tx.actor.may(Right.SESSION_WRITE):
        found.append(unrecorded_tasks(tx, codes))
    if tx.actor.may(Right.DOCUMENT_ISSUE):
        found.append(registry_tasks(tx, codes))
    if tx.actor.may(Right.LETTER_READ):
        found.append(letter_tasks(tx, codes))
    if tx.actor.may(Right.OUTCOME_WRITE):
        found.append(signature_tasks(tx, codes))
        found.append(follow_up_tasks(tx, codes))
    tasks = sorted((task for part in found for task in part.tasks), key=_place)
    left = sum(row.readiness is not Readiness.HELD for row in today)
    return Home(
        sentence=_sentence(tx, codes, len(today), left, replies.overdue),
        appointments=today,
        left=left,
        replies_overdue=replies.overdue,
        replies_owed=replies.owed,
        longest_overdue=replies.longest,
        shows_safety=shows_safety,
        reviews_due=reviews.count,
        clocks=tuple(task.mark for task in clocks.tasks if task.mark is not None),
        shows_nights=tx.actor.may(Right.NIGHT_COMPLETE),
        night_count=nights.count,
        task_count=sum(part.count for part in found),
        tasks=tuple(tasks[:SHOWN]),
    )


def _place(task: Task) -> tuple[int, datetime]:
    return _ORDER.index(task.kind), task.due_at or _LAST


def _sentence(tx: Tx, codes: Codes, total: int, left: int, overdue: int) -> str:
    first = _day(tx, codes, total, left)
    if overdue:
        return say("overview.and_overdue", first=first, count=number_words(overdue))
    return say("overview.and_nothing", first=first)


def _day(tx: Tx, codes: Codes, total: int, left: int) -> str:
    if not tx.actor.may(Right.APPOINTMENT_READ):
        return say("overview.today")
    if total and not left:
        return say("overview.today_over")
    whose = "unit" if sees_whole_unit(tx, codes) else "own"
    if not total:
        return say(f"overview.today_none_{whose}")
    key = "left" if left < total else "some"
    return say(f"overview.today_{key}_{whose}", count=number_words(left))
