"""The order of the list: what hurts first stands first. One rule, for the list and for the home page.

1. By band (`Band`): what can hurt somebody or has been asked for twice; what is late; today; this week up to Friday;
   later. A reply counts from the last day on which it can be signed (P-33).
2. In a band by kind, in the order of `TaskKind`.
3. Of one kind by its moment, the earliest first; what has none comes last; at last by key, so that it never wavers.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from services.clock import local
from services.persian.jalali import weekday_index
from services.worklist.shapes import Band, Task, TaskKind, WorkRow
from services.worklist.signing import FRIDAY

SINCE = frozenset(
    {
        TaskKind.ANSWER,
        TaskKind.NIGHT,
        TaskKind.NOTICE,
        TaskKind.NOTE_OPENED,
        TaskKind.UNRECORDED,
        TaskKind.SIGNATURES,
        TaskKind.REGISTRY,
        TaskKind.ORIGINAL,
        TaskKind.HANDED,
    }
)
"""Kinds whose moment is since when they wait: there is something to do today, whenever it began."""

_FIRST = frozenset({TaskKind.CHILD_CLOCK, TaskKind.DANGER})
_KINDS = {kind: place for place, kind in enumerate(TaskKind)}
_BANDS = {band: place for place, band in enumerate(Band)}
_LAST = datetime.max.replace(tzinfo=UTC)


def band_of(task: Task, today: date) -> Band:
    """The group of a task on that day."""
    if task.kind in _FIRST or task.is_reminded:
        return Band.FIRST
    if task.is_overdue:
        return Band.LATE
    if task.due_at is None:
        return Band.LATER
    day = task.sign_by or local(task.due_at).date()
    if task.kind in SINCE or day <= today:
        return Band.TODAY
    return Band.WEEK if day <= end_of_week(today) else Band.LATER


def end_of_week(today: date) -> date:
    """The Friday of the week that began on Saturday."""
    return today + timedelta(days=FRIDAY - weekday_index(today))


def in_order(tasks: Iterable[Task], today: date) -> tuple[WorkRow, ...]:
    """The tasks with their bands, what hurts most first."""
    return tuple(sorted((WorkRow(task, band_of(task, today)) for task in tasks), key=_place))


def _place(row: WorkRow) -> tuple[int, int, datetime, UUID]:
    task = row.task
    return _BANDS[row.band], _KINDS[task.kind], task.due_at or _LAST, task.subject_id
