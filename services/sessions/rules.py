"""What a session's draft may say, without a database: pure functions."""

from collections.abc import Iterable

from models.enums import AttendanceMark, Side
from services.errors import InvalidError
from services.sessions.shapes import AttendanceDraft, SessionDraft

DAY = 24 * 60
RECORD_LIMIT = 100_000
NAMED = ("one_party", "both_sides")
_CAME_LATER = (AttendanceMark.LATE, AttendanceMark.LEFT_EARLY)


def hour_errors(draft: SessionDraft) -> list[InvalidError]:
    """The session's own hours, and each person's hours inside them."""
    if not 0 <= draft.start < draft.end <= DAY:
        return [InvalidError("sessions.hours", "end")]
    errors = []
    for place, one in enumerate(draft.attendance):
        if one.arrived is not None and not draft.start <= one.arrived <= draft.end:
            errors.append(InvalidError("sessions.outside", f"attendance.{place}.arrived"))
        elif one.left is not None and not (one.arrived or draft.start) <= one.left <= draft.end:
            errors.append(InvalidError("sessions.outside", f"attendance.{place}.left"))
    return errors


def tidy(attendance: Iterable[AttendanceDraft]) -> tuple[AttendanceDraft, ...]:
    """Hours belong to who came late or left early; with another mark they say nothing and are dropped."""
    return tuple(
        AttendanceDraft(
            one.party_id,
            one.mark,
            one.arrived if one.mark in _CAME_LATER else None,
            one.left if one.mark in _CAME_LATER else None,
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
