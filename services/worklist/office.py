"""What waits for the desk and the head: the night's entries, notices, orders in the margins of letters."""

from datetime import datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from models.case import CaseFile, NightEntry, Notice
from models.letter import Letter, LetterAction
from models.note import ProcessNote
from services.actor import Actor, Right
from services.catalogue import say
from services.clock import instant, local
from services.codes import Codes
from services.letters.access import open_to
from services.persian.digits import to_persian
from services.persian.jalali import format_day_month
from services.persian.text import isolate_ltr
from services.unit_of_work import Tx
from services.worklist.scope import Scope, colleague_of, known_to
from services.worklist.shapes import Found, Task, TaskKind


def night_tasks(tx: Tx, scope: Scope) -> Found:
    """What the duty officer wrote down and nobody completed yet, the oldest first (P-26)."""
    rows = tx.session.execute(_NIGHTS, {"of_unit": tx.actor.unit_id, "many": scope.limit}).all()
    return Found(tuple(_night(tx, row) for row, _ in rows), rows[0][1] if rows else 0)


def _night(tx: Tx, row: NightEntry) -> Task:
    """Danger is named to who may read of it (domain.md §2.7)."""
    is_danger = row.is_danger_now and tx.actor.may(Right.SAFETY_READ)
    wall = local(row.happened_at)
    title = say("worklist.night_now" if is_danger else "worklist.night")
    line = say("worklist.night_line", day=format_day_month(wall.date()), hour=f"{wall:%H:%M}")
    return Task(TaskKind.NIGHT, title, line, row.happened_at, is_danger, row.id, row.case_id)


def notice_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """What the head alone is told and has not put away yet (P-6, P-7)."""
    rows = tx.session.execute(_NOTICES, {"of_unit": tx.actor.unit_id, "many": scope.limit}).all()
    tasks = tuple(
        Task(
            TaskKind.NOTICE,
            codes.label(tx.actor, "notice_kind", row.kind.value),
            say("worklist.case_line", case_no=case_no) if case_no else say("worklist.no_case"),
            row.raised_at,
            False,
            row.id,
            row.case_id,
        )
        for row, case_no, _ in rows
    )
    return Found(tasks, rows[0][2] if rows else 0)


def letter_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """What was written for the actor in the margins of letters, the longest due first; by number and kind alone.

    In the unit's list the head sees the colleagues' orders too: who gave a letter away looks after it.
    """
    sees_all = scope.is_unit and tx.actor.may(Right.CASE_ASSIGN)
    given = {"to_actor": tx.actor.staff_id, "of_unit": tx.actor.unit_id, "many": scope.limit}
    rows = tx.rows(_letter_orders(tx.actor, sees_all), given)
    tasks = tuple(
        Task(
            TaskKind.LETTER_ORDER,
            _order_words(tx, row.to_staff_id, row.number),
            codes.label(tx.actor, "letter_kind", row.kind),
            instant(datetime.combine(row.due_on, time(12))) if row.due_on else None,
            row.due_on is not None and row.due_on < tx.today,
            row.letter_id,
            None,
            colleague=colleague_of(tx, row.to_staff_id),
        )
        for row in rows
    )
    return Found(tasks, rows[0].total if rows else 0)


def _order_words(tx: Tx, to: Any, number: str) -> str:
    key = "letter_order" if to == tx.actor.staff_id else "letter_given"
    return say(f"worklist.{key}", number=isolate_ltr(to_persian(number)))


def opened_note_tasks(tx: Tx, scope: Scope) -> Found:
    """The actor's own process notes that two holders opened, until the author put the news away (R-14)."""
    given = {"of_author": tx.actor.staff_id, "many": scope.limit}
    tasks = tuple(
        Task(
            TaskKind.NOTE_OPENED,
            say("worklist.note_opened"),
            say("worklist.case_line", case_no=row.case_no),
            row.emergency_at,
            True,
            row.id,
            row.case_id,
        )
        for row in tx.rows(_opened_notes(tx.actor), given)
    )
    return Found(tasks, len(tasks))


_NIGHTS = (
    select(NightEntry, func.count().over())
    .where(NightEntry.unit_id == bindparam("of_unit"), NightEntry.completed_at.is_(None))
    .order_by(NightEntry.happened_at, NightEntry.id)
    .limit(bindparam("many"))
)
_NOTICES = (
    select(Notice, CaseFile.case_no, func.count().over())
    .outerjoin(CaseFile, CaseFile.id == Notice.case_id)
    .where(Notice.unit_id == bindparam("of_unit"), Notice.seen_at.is_(None))
    .order_by(Notice.raised_at, Notice.id)
    .limit(bindparam("many"))
)


@lru_cache
def _letter_orders(actor: Actor, sees_all: bool) -> Select[*tuple[Any, ...]]:
    whose = LetterAction.unit_id == bindparam("of_unit")
    if not sees_all:
        whose = LetterAction.to_staff_id == bindparam("to_actor")
    first = func.min(LetterAction.due_on)
    return (
        select(
            LetterAction.letter_id,
            LetterAction.to_staff_id,
            first.label("due_on"),
            Letter.number,
            Letter.kind,
            func.count().over().label("total"),
        )
        .join(Letter, Letter.id == LetterAction.letter_id)
        .where(whose, LetterAction.done_at.is_(None), open_to(actor))
        .group_by(LetterAction.letter_id, LetterAction.to_staff_id, Letter.number, Letter.kind)
        .order_by(first.is_(None), first, LetterAction.letter_id)
        .limit(bindparam("many"))
    )


@lru_cache
def _opened_notes(actor: Actor) -> Select[*tuple[Any, ...]]:
    return (
        select(ProcessNote.id, ProcessNote.case_id, ProcessNote.emergency_at, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == ProcessNote.case_id)
        .where(
            ProcessNote.author_id == bindparam("of_author"),
            ProcessNote.emergency_at.is_not(None),
            ProcessNote.emergency_seen_at.is_(None),
            known_to(actor),
        )
        .order_by(ProcessNote.emergency_at)
        .limit(bindparam("many"))
    )
