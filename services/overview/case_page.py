"""Everything of one case, read in one transaction with a fixed number of queries (≤ 15 ms at 40,000 cases)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select

from models.case import CaseFile
from models.downtime import HandwrittenSheet
from models.enums import DocumentState, LetterDirection, LetterState
from models.letter import Document, Letter
from services.actor import Right
from services.agreements.reading import agreement_in
from services.attachments.reading import attachments_of
from services.cases.detail import case_detail
from services.cases.holdings import holds
from services.clock import local
from services.codes import Codes
from services.follow_up.reading import follow_ups_of_case
from services.outcomes.reading import outcome_row, outcomes_of
from services.overview.next_step import next_step
from services.overview.path import MOST_DOTS, path_of
from services.overview.shapes import CaseHistory, CasePage, PaperRow
from services.referrals_out.reading import referrals_out_of
from services.safety.adults import open_flags
from services.safety.marks import mark_of_flag, marks_of_cases
from services.safety.shapes import Mark
from services.scheduling.rows import rows_of_case
from services.sessions.reading import held_days, open_tasks, sessions_of_case
from services.sessions.shapes import HeldDays, SessionRow, TaskRow
from services.settings.service import number_in
from services.unit_of_work import Tx

RECENT, _TASKS, _ALL = 10, 20, 100_000
"""A page shows so much of what was done; people look for the latest, and the page of a long file stays quick."""


def case_page(tx: Tx, codes: Codes, case: CaseFile) -> CasePage:
    """The page of a case that the actor was already found to see."""
    detail = case_detail(tx, codes, case)
    may_plan = tx.actor.may(Right.APPOINTMENT_READ)
    may_meet = tx.actor.may(Right.SESSION_READ)
    appointments = rows_of_case(tx, codes, case.id, RECENT + 1) if may_plan else ()
    sessions = sessions_of_case(tx, codes, case.id, RECENT + 1) if may_meet else ()
    held = _held(tx, codes, case.id, sessions) if may_meet else HeldDays()
    outcomes = outcomes_of(tx, case.id)
    outcome = outcome_row(tx, codes, case, outcomes[-1]) if outcomes and case.disposition else None
    came = [local(one.received_at).date() for one in detail.referrals]
    may_read = tx.actor.may(Right.DOCUMENT_READ)
    papers = papers_of_case(tx, codes, case.id, RECENT + 1) if may_read else ()
    over = [row for row in appointments if not row.is_scheduled]
    oldest = over[0].id if len(over) > RECENT else None
    follow_ups = follow_ups_of_case(tx, codes, case.id) if may_meet else ()
    return CasePage(
        detail=detail,
        marks=marks_of_cases(tx, codes, [case.id]).get(case.id, ()),
        party_marks=_marks_of_parties(tx, codes, case),
        path=path_of(tx, codes, detail, appointments, held, outcomes, follow_ups),
        appointments=tuple(row for row in appointments if row.id != oldest),
        sessions=sessions[:RECENT],
        outcome=outcome,
        papers=papers[:RECENT],
        tasks=_tasks(tx, case.id, sessions) if may_meet else (),
        has_more=oldest is not None or max(len(sessions), len(papers)) > RECENT,
        attachments=attachments_of(tx, codes, case.id) if may_read else (),
        follow_ups=follow_ups,
        referrals_out=referrals_out_of(tx, codes, case.id) if tx.actor.may(Right.IDENTITIES) else (),
        next=next_step(tx, codes, case, detail, appointments, outcome, has_met=held.count > 0),
        days_since_referral=(tx.today - min([detail.row.opened_on, *came])).days,
        agreement=agreement_in(tx, codes, case.id, on_screen=True) if may_read else None,
    )


def _held(tx: Tx, codes: Codes, case_id: UUID, sessions: Sequence[SessionRow]) -> HeldDays:
    """The sessions to which somebody came; of a long history not all sessions are read for the page."""
    if len(sessions) > RECENT:
        return held_days(tx, codes, case_id, MOST_DOTS)
    days = tuple(row.day for row in reversed(sessions) if any(one.is_present for one in row.attendance))
    return HeldDays(len(days), days[0], days[-MOST_DOTS:]) if days else HeldDays()


_PAPERS = (
    select(
        Document.id,
        Document.title,
        Document.issued_at,
        Document.state,
        Document.awaits_registry,
        Document.registry_no,
        Letter.number,
    )
    .outerjoin(Letter, Letter.id == Document.letter_id)
    .where(Document.case_id == bindparam("of_case"))
    .order_by(Document.issued_at.desc(), Document.id.desc())
    .limit(bindparam("many"))
)
_LETTERS = (
    select(Letter, HandwrittenSheet.entered_at, HandwrittenSheet.happened_on)
    .outerjoin(HandwrittenSheet, HandwrittenSheet.letter_id == Letter.id)
    .where(
        Letter.case_id == bindparam("of_case"),
        Letter.direction != LetterDirection.INCOMING,
        ~exists().where(Document.letter_id == Letter.id),
    )
    .order_by(func.coalesce(HandwrittenSheet.entered_at, Letter.registered_at).desc(), Letter.id.desc())
    .limit(bindparam("many"))
)


def history(tx: Tx, codes: Codes, case: CaseFile) -> CaseHistory:
    """What the page leaves out of a long history, and what it shows."""
    may = tx.actor.may
    return CaseHistory(
        rows_of_case(tx, codes, case.id) if may(Right.APPOINTMENT_READ) else (),
        sessions_of_case(tx, codes, case.id) if may(Right.SESSION_READ) else (),
        papers_of_case(tx, codes, case.id, _ALL) if may(Right.DOCUMENT_READ) else (),
    )


def _tasks(tx: Tx, case_id: UUID, sessions: Sequence[SessionRow]) -> tuple[TaskRow, ...]:
    done = [task for row in sessions for task in row.tasks if task.done_on is not None]
    return (*open_tasks(tx, case_id, _TASKS), *done)


def papers_of_case(tx: Tx, codes: Codes, case_id: UUID, many: int) -> tuple[PaperRow, ...]:
    """The latest `many` papers of a case, latest first: what was issued, and what the book knows of others."""
    found = [*_issued(tx, case_id, many), *_by_hand(tx, codes, case_id, many)]
    found.sort(key=lambda one: one[0], reverse=True)
    return tuple(row for _, row in found[:many])


def _issued(tx: Tx, case_id: UUID, many: int) -> list[tuple[datetime, PaperRow]]:
    if not holds(tx, case_id, Document):
        return []
    return [
        (
            row.issued_at,
            PaperRow(
                row.id,
                row.title,
                "" if row.awaits_registry else row.registry_no or row.number or "",
                local(row.issued_at).date(),
                row.state is DocumentState.VOIDED,
                row.awaits_registry and row.state is DocumentState.ISSUED,
            ),
        )
        for row in tx.rows(_PAPERS, {"of_case": case_id, "many": many})
    ]


def _by_hand(tx: Tx, codes: Codes, case_id: UUID, many: int) -> list[tuple[datetime, PaperRow]]:
    """Sheets of the downtime kit (P-24), and letters that were written elsewhere."""
    if not holds(tx, case_id, Letter):
        return []
    lists = codes.of(tx.actor)
    return [
        (
            entered or letter.registered_at,
            PaperRow(
                letter.id,
                lists.label("letter_kind", letter.kind) or letter.subject,
                letter.number,
                day or local(letter.registered_at).date(),
                letter.state is LetterState.VOIDED,
                is_letter=True,
                is_by_hand=day is not None,
            ),
        )
        for letter, entered, day in tx.session.execute(_LETTERS, {"of_case": case_id, "many": many})
    ]


def _marks_of_parties(tx: Tx, codes: Codes, case: CaseFile) -> tuple[tuple[UUID, tuple[Mark, ...]], ...]:
    hours = number_in(tx, "child_clock_hours")
    by_person: dict[UUID, dict[str, Mark]] = {}
    for flag in open_flags(tx, [case.id]).get(case.id, []):
        mark = mark_of_flag(tx, codes, flag, hours)
        by_person.setdefault(flag.person_id, {}).setdefault(mark.letter, mark)
    return tuple((person_id, tuple(marks.values())) for person_id, marks in by_person.items())
