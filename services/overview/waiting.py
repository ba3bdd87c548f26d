"""What else waits: the night's entries, the head's notices, unrecorded hours, unseen signatures."""

from datetime import datetime, time, timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import aliased

from models.case import CaseFile, NightEntry, Notice
from models.enums import AppointmentStatus, DocumentState
from models.letter import Document, Letter, LetterAction
from models.note import ProcessNote
from models.work import Appointment, Outcome
from services.actor import Right
from services.catalogue import say
from services.clock import instant, local
from services.codes import Codes
from services.letters.access import open_to
from services.overview.scope import LIMIT, Found, is_mine, known, own
from services.overview.shapes import Task, TaskKind
from services.persian.digits import to_persian
from services.persian.jalali import format_date, format_day_month
from services.persian.text import isolate_ltr
from services.settings.service import number_in
from services.unit_of_work import Tx


def night_tasks(tx: Tx) -> Found:
    """What the duty officer wrote down and nobody completed yet, the oldest first (P-26)."""
    rows = tx.session.execute(
        select(NightEntry, func.count().over())
        .where(NightEntry.unit_id == tx.actor.unit_id, NightEntry.completed_at.is_(None))
        .order_by(NightEntry.happened_at, NightEntry.id)
        .limit(LIMIT)
    ).all()
    return Found(tuple(_night(tx, row) for row, _ in rows), rows[0][1] if rows else 0)


def _night(tx: Tx, row: NightEntry) -> Task:
    """Danger is named to who may read of it (domain.md §2.7)."""
    is_danger = row.is_danger_now and tx.actor.may(Right.SAFETY_READ)
    wall = local(row.happened_at)
    title = say("overview.night_now" if is_danger else "overview.night")
    line = say("overview.night_line", day=format_day_month(wall.date()), hour=f"{wall:%H:%M}")
    return Task(TaskKind.NIGHT, title, line, row.happened_at, is_danger, row.id, row.case_id)


def unrecorded_tasks(tx: Tx, codes: Codes) -> Found:
    """The actor's own appointments of past days of which nobody said what became of them (P-27)."""
    rows = tx.session.execute(
        select(Appointment, CaseFile.case_no, func.count().over())
        .join(CaseFile, CaseFile.id == Appointment.case_id)
        .where(
            Appointment.unit_id == tx.actor.unit_id,
            Appointment.status == AppointmentStatus.SCHEDULED,
            Appointment.day < tx.today,
            is_mine(tx),
            known(tx),
        )
        .order_by(Appointment.day, Appointment.start, Appointment.id)
        .limit(LIMIT)
    ).all()
    tasks = []
    for row, case_no, _ in rows:
        at = instant(datetime.combine(row.day, time(row.start // 60, row.start % 60)))
        title = say("overview.unrecorded", kind=codes.label(tx.actor, "session_type", row.type))
        line = say("overview.unrecorded_line", case_no=case_no, day=format_date(row.day))
        tasks.append(Task(TaskKind.UNRECORDED, title, line, at, True, row.id, row.case_id))
    return Found(tuple(tasks), rows[0][2] if rows else 0)


def signature_tasks(tx: Tx, codes: Codes) -> Found:
    """Settlements of which not all signatures were seen: until then they do not count (P-30)."""
    dispositions = codes.all(tx.actor, "disposition", with_inactive=True)
    signed = [code.code for code in dispositions if code.does("needs_signatures")]
    later = aliased(Outcome)
    rows = tx.session.execute(
        select(Outcome, CaseFile.case_no, func.count().over())
        .join(CaseFile, CaseFile.id == Outcome.case_id)
        .where(
            Outcome.unit_id == tx.actor.unit_id,
            Outcome.disposition.in_(signed),
            Outcome.signatures_seen_on.is_(None),
            # a reopened case waits for nothing of its earlier end
            CaseFile.disposition != "",
            ~select(later.id).where(later.case_id == Outcome.case_id, later.cycle > Outcome.cycle).exists(),
            own(tx, codes),
        )
        .order_by(Outcome.decided_on, Outcome.id)
        .limit(LIMIT)
    ).all()
    tasks = tuple(
        Task(
            TaskKind.SIGNATURES,
            say("overview.signatures"),
            say("overview.case_line", case_no=case_no),
            instant(datetime.combine(row.decided_on, time(12))),
            row.decided_on < tx.today,
            row.id,
            row.case_id,
        )
        for row, case_no, _ in rows
    )
    return Found(tasks, rows[0][2] if rows else 0)


def registry_tasks(tx: Tx, codes: Codes) -> Found:
    """Papers that went out with dots for the number which the precinct's registry gives (P-21)."""
    late = tx.now - timedelta(days=number_in(tx, "registry_days"))
    rows = tx.session.execute(
        select(
            Document.id, Document.case_id, Document.title, Document.issued_at, CaseFile.case_no, func.count().over()
        )
        .join(CaseFile, CaseFile.id == Document.case_id)
        .where(
            Document.unit_id == tx.actor.unit_id,
            Document.awaits_registry.is_(True),
            Document.state == DocumentState.ISSUED,
            own(tx, codes),
        )
        .order_by(Document.issued_at, Document.id)
        .limit(LIMIT)
    ).all()
    tasks = tuple(
        Task(
            TaskKind.REGISTRY,
            say("overview.registry", title=title),
            say("overview.case_line", case_no=case_no),
            issued_at,
            issued_at < late,
            key,
            case_id,
        )
        for key, case_id, title, issued_at, case_no, _ in rows
    )
    return Found(tasks, rows[0][5] if rows else 0)


def notice_tasks(tx: Tx, codes: Codes) -> Found:
    """What the head alone is told and has not put away yet (P-6, P-7)."""
    rows = tx.session.execute(
        select(Notice, CaseFile.case_no, func.count().over())
        .outerjoin(CaseFile, CaseFile.id == Notice.case_id)
        .where(Notice.unit_id == tx.actor.unit_id, Notice.seen_at.is_(None))
        .order_by(Notice.raised_at, Notice.id)
        .limit(LIMIT)
    ).all()
    tasks = tuple(
        Task(
            TaskKind.NOTICE,
            codes.label(tx.actor, "notice_kind", row.kind.value),
            say("overview.case_line", case_no=case_no) if case_no else say("overview.no_case"),
            row.raised_at,
            False,
            row.id,
            row.case_id,
        )
        for row, case_no, _ in rows
    )
    return Found(tasks, rows[0][2] if rows else 0)


def letter_tasks(tx: Tx, codes: Codes) -> Found:
    """What was written for the actor in the margins of letters, the longest due first; by number and kind alone."""
    query = _LETTER_ORDERS.where(open_to(tx.actor))
    rows = tx.session.execute(query, {"to_actor": tx.actor.staff_id, "limit": LIMIT}).all()
    tasks = tuple(
        Task(
            TaskKind.LETTER_ORDER,
            say("overview.letter_order", number=isolate_ltr(to_persian(row.number))),
            codes.label(tx.actor, "letter_kind", row.kind),
            instant(datetime.combine(row.due_on, time(12))) if row.due_on else None,
            row.due_on is not None and row.due_on < tx.today,
            row.letter_id,
            None,
        )
        for row in rows
    )
    return Found(tasks, rows[0].total if rows else 0)


_LETTER_ORDERS = (
    select(
        LetterAction.letter_id,
        func.min(LetterAction.due_on).label("due_on"),
        Letter.number,
        Letter.kind,
        func.count().over().label("total"),
    )
    .join(Letter, Letter.id == LetterAction.letter_id)
    .where(LetterAction.to_staff_id == bindparam("to_actor"), LetterAction.done_at.is_(None))
    .group_by(LetterAction.letter_id, Letter.number, Letter.kind)
    .order_by(func.min(LetterAction.due_on).is_(None), func.min(LetterAction.due_on), LetterAction.letter_id)
    .limit(bindparam("limit"))
)


def opened_note_tasks(tx: Tx) -> Found:
    """The actor's own process notes that two holders opened, until the author put the news away (R-14)."""
    query = _OPENED_NOTES.where(known(tx))
    rows = tx.session.execute(query, {"of_author": tx.actor.staff_id, "limit": LIMIT}).all()
    tasks = tuple(
        Task(
            TaskKind.NOTE_OPENED,
            say("overview.note_opened"),
            say("overview.case_line", case_no=row.case_no),
            row.emergency_at,
            True,
            row.id,
            row.case_id,
        )
        for row in rows
    )
    return Found(tasks, len(tasks))


_OPENED_NOTES = (
    select(ProcessNote.id, ProcessNote.case_id, ProcessNote.emergency_at, CaseFile.case_no)
    .join(CaseFile, CaseFile.id == ProcessNote.case_id)
    .where(
        ProcessNote.author_id == bindparam("of_author"),
        ProcessNote.emergency_at.is_not(None),
        ProcessNote.emergency_seen_at.is_(None),
    )
    .order_by(ProcessNote.emergency_at)
    .limit(bindparam("limit"))
)
