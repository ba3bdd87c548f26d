"""What a session's draft may say, without a database: pure functions."""

from collections.abc import Iterable

from models.enums import AttendanceMark, Side
from services.errors import InvalidError
from services.persian.text import display_form
from services.sessions.shapes import AttendanceDraft, SessionDraft
from services.typed import REASON, too_long

DAY = 24 * 60
LONGEST_NIGHT = 8 * 60
"""What crosses midnight is shorter than this; an hour that lies further before the beginning is mistyped."""
RECORD_LIMIT = 100_000
NAMED = ("one_party", "both_sides")
_CAME_LATER = (AttendanceMark.LATE, AttendanceMark.LEFT_EARLY)
_CAME = (AttendanceMark.ATTENDED, *_CAME_LATER)
TASK_LIMIT = 30


def hour_errors(draft: SessionDraft) -> list[InvalidError]:
    """The session's own hours, and each person's hours inside them."""
    latest = max(DAY, draft.start + LONGEST_NIGHT)
    if not 0 <= draft.start < DAY or not draft.start < draft.end <= latest:
        return [InvalidError("sessions.hours", "end")]
    errors = []
    for place, one in enumerate(draft.attendance):
        if one.arrived is not None and not draft.start <= one.arrived <= draft.end:
            errors.append(InvalidError("sessions.outside", f"attendance.{place}.arrived"))
        elif one.left is not None and not (one.arrived or draft.start) <= one.left <= draft.end:
            errors.append(InvalidError("sessions.outside", f"attendance.{place}.left"))
    return errors


def tidy(attendance: Iterable[AttendanceDraft], *, has_two_rooms: bool) -> tuple[AttendanceDraft, ...]:
    """Hours belong to who came late or left early, and to everybody who came where each side has its own.

    With another mark they say nothing and are dropped.
    """
    timed = _CAME if has_two_rooms else _CAME_LATER
    return tuple(
        AttendanceDraft(
            one.party_id,
            one.mark,
            one.arrived if one.mark in timed else None,
            one.left if one.mark in timed else None,
        )
        for one in attendance
    )


def people_errors(draft: SessionDraft, *, who: str) -> list[InvalidError]:
    """Somebody is named where the type asks for people, and nobody twice."""
    errors = []
    if not draft.attendance and who in NAMED:
        errors.append(InvalidError("sessions.who_came", "attendance"))
    if len({one.party_id for one in draft.attendance}) < len(draft.attendance):
        errors.append(InvalidError("sessions.twice", "attendance"))
    return errors


def side_errors(present: Iterable[Side], *, who: str, is_joint: bool) -> list[InvalidError]:
    """Two sides in one room is a joint session, and is recorded as what it was (R-7)."""
    if not is_joint and who == "one_party" and {Side.A, Side.B} <= set(present):
        return [InvalidError("sessions.one_side_only", "attendance")]
    return []


def meeting_errors(draft: SessionDraft, present: Iterable[tuple[Side, AttendanceDraft]]) -> list[InvalidError]:
    """Where the two sides never sit together, each has a room or hours of its own (domain.md §2.6, R-29)."""
    if draft.room_id is not None and draft.room_id == draft.second_room_id:
        return [InvalidError("sessions.same_room", "second_room_id")]
    if draft.room_id is not None and draft.second_room_id is not None:
        return []
    hours: dict[Side, list[tuple[int, int]]] = {}
    for side, one in present:
        came = draft.start if one.arrived is None else one.arrived
        went = draft.end if one.left is None else one.left
        hours.setdefault(side, []).append((came, went))
    meet = any(
        came < gone and arrived < went
        for came, went in hours.get(Side.A, [])
        for arrived, gone in hours.get(Side.B, [])
    )
    return [InvalidError("sessions.never_meet", "second_room_id")] if meet else []


def text_errors(draft: SessionDraft) -> list[InvalidError]:
    """Texts that are too long, tasks without words or of a day before the session."""
    errors = too_long([("case_record", draft.case_record)], RECORD_LIMIT)
    errors += too_long([("interpreter_name", draft.interpreter_name)])
    errors += too_long([("others_present", draft.others_present), ("stop_reason", draft.stop_reason)], REASON)
    if draft.tasks is not None and len(draft.tasks) > TASK_LIMIT:
        errors.append(InvalidError("sessions.many_tasks", "tasks", limit=TASK_LIMIT))
    for place, task in enumerate(draft.tasks or ()):
        if not display_form(task.text):
            errors.append(InvalidError("sessions.empty_task", f"tasks.{place}.text"))
        errors += too_long([(f"tasks.{place}.text", task.text)], REASON)
        if task.due_on is not None and task.due_on < draft.day:
            errors.append(InvalidError("sessions.task_before", f"tasks.{place}.due_on"))
    return errors
