"""A session as it is written down: who came when, what was agreed until the next one, who else was there."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from models.enums import AttendanceMark
from services.demo.play import Matter
from services.notes.shapes import NoteDraft
from services.scheduling.shapes import AppointmentRow
from services.sessions.shapes import AttendanceDraft, CaseNoteDraft, SessionDraft, SessionRow, TaskDraft

_TASKS = (2, 0, 1, 0, 0, 1, 0, 0)
_MARKS = (AttendanceMark.ATTENDED,) * 5 + (AttendanceMark.LATE,) + (AttendanceMark.ATTENDED,) * 5
_LEFT = (AttendanceMark.LEFT_EARLY,)
_INTERPRETED = (False,) * 6 + (True,) + (False,) * 13
_ACCOMPANIED = (False,) * 3 + (True,) + (False,) * 2
_STOPPED = (False,) * 6 + (True,) + (False,) * 14
_SEALED = (False,) * 2 + (True,) + (False,) * 4
_NOTED = (False,) * 4 + (True,) + (False,) * 3


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a session has beside its record."""

    tasks: tuple[TaskDraft, ...] = ()
    interpreter: str = ""
    others: str = ""
    stop: str = ""


def hold(matter: Matter, booked: AppointmentRow, *, is_missed: bool) -> SessionRow:
    """Record the session of a booked hour, with a sealed note of one's own now and then (P-44)."""
    drawn = _Drawn() if is_missed else _draw(matter, booked)
    first, second = matter.dispute.first_name, matter.dispute.second_name
    record = "" if is_missed else matter.stock.record(booked.type, first, second or first)
    draft = SessionDraft(
        matter.case_id,
        booked.type,
        booked.day,
        booked.start,
        booked.start + booked.minutes - matter.stock.number(0, 10),
        tuple(_mark(matter, booked, party_id, is_missed=is_missed) for party_id in booked.party_ids),
        appointment_id=booked.id,
        room_id=booked.room_id,
        second_room_id=booked.second_room_id,
        case_record=record,
        tasks=drawn.tasks or None,
        interpreter_name=drawn.interpreter,
        others_present=drawn.others,
        is_stopped=bool(drawn.stop),
        stop_reason=drawn.stop,
    )
    row = matter.services.sessions.record(matter.worker, draft).value
    if not is_missed and matter.stock.turn("sealed", _SEALED):
        text = matter.stock.turn("process_note", matter.stock.meetings["process_notes"])
        matter.services.notes.write(matter.worker, NoteDraft(matter.case_id, text, row.id))
    if not is_missed and matter.stock.turn("noted", _NOTED):
        write_note(matter, row, matter.stock.turn("case_note", matter.stock.meetings["notes"]))
    return row


def write_note(matter: Matter, row: SessionRow, text: str) -> None:
    """A note of the file outside its sessions, into a closed one a late note (P-27)."""
    matter.services.sessions.add_note(matter.worker, CaseNoteDraft(matter.case_id, text, row.day))


def tick_off(matter: Matter, *, all_done: bool) -> None:
    """What was to be done in the file was done, or all but the first of it."""
    waiting = matter.services.sessions.open_tasks(matter.worker, matter.case_id)
    for task in waiting if all_done else waiting[1:]:
        matter.services.sessions.set_task_done(matter.worker, task.id, task.version, is_done=True)


def _draw(matter: Matter, booked: AppointmentRow) -> _Drawn:
    stock = matter.stock
    is_met = len(booked.party_ids) > 1
    words = stock.meetings
    tasks = [_task(matter, booked, stock.turn("task", words["task"])) for _ in range(stock.turn("tasks", _TASKS))]
    interpreter = ""
    if stock.turn("interpreted", _INTERPRETED):
        name = f"{stock.given_name('female')} {stock.family_name()}"
        interpreter = stock.listed((name, stock.turn("language", words["languages"])))
    accompanied = stock.turn("accompanied", _ACCOMPANIED)
    stopped = is_met and stock.turn("stopped", _STOPPED)
    return _Drawn(
        tuple(tasks),
        interpreter,
        stock.turn("others", words["others"]) if accompanied else "",
        stock.turn("stop", words["stops"]) if stopped else "",
    )


def _task(matter: Matter, booked: AppointmentRow, drawn: dict[str, Any]) -> TaskDraft:
    owner = {"first": matter.sides[0].id, "second": matter.sides[-1].id}.get(drawn["by"])
    due_on = booked.day + timedelta(days=drawn["days"]) if drawn["days"] else None
    return TaskDraft(drawn["text"], owner, due_on)


def _mark(matter: Matter, booked: AppointmentRow, party_id: object, *, is_missed: bool) -> AttendanceDraft:
    """A mark; who was late or left has an hour of its own."""
    party = next(one for one in matter.sides if one.id == party_id)
    if is_missed:
        return AttendanceDraft(party.id, AttendanceMark.NO_SHOW)
    mark = matter.stock.turn("mark", _MARKS + _LEFT)
    if mark is AttendanceMark.LATE:
        return AttendanceDraft(party.id, mark, arrived=booked.start + 12)
    if mark is AttendanceMark.LEFT_EARLY:
        return AttendanceDraft(party.id, mark, left=booked.start + booked.minutes - 18)
    return AttendanceDraft(party.id, mark)
