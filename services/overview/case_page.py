"""Everything of one case, read in one transaction with a fixed number of queries (≤ 15 ms at 40,000 cases)."""

from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.enums import DocumentState
from models.letter import Document, Letter
from services.actor import Right
from services.agreements.reading import agreement_in
from services.attachments.reading import attachments_of
from services.cases.detail import case_detail
from services.clock import local
from services.codes import Codes
from services.follow_up.reading import follow_ups_of_case
from services.outcomes.reading import outcome_row, outcomes_of
from services.overview.next_step import next_step
from services.overview.path import path_of
from services.overview.shapes import CasePage, PaperRow
from services.referrals_out.reading import referrals_out_of
from services.safety.adults import open_flags
from services.safety.marks import mark_of_flag, marks_of_cases
from services.safety.shapes import Mark
from services.scheduling.rows import rows_of_case
from services.sessions.reading import sessions_of_case
from services.settings.service import number_in
from services.unit_of_work import Tx


def case_page(tx: Tx, codes: Codes, case: CaseFile) -> CasePage:
    """The page of a case that the actor was already found to see."""
    detail = case_detail(tx, codes, case)
    may_plan = tx.actor.may(Right.APPOINTMENT_READ)
    appointments = rows_of_case(tx, codes, case.id) if may_plan else ()
    sessions = sessions_of_case(tx, codes, case.id) if tx.actor.may(Right.SESSION_READ) else ()
    outcomes = outcomes_of(tx, case.id)
    outcome = outcome_row(tx, codes, case, outcomes[-1]) if outcomes and case.disposition else None
    came = [local(one.received_at).date() for one in detail.referrals]
    may_read = tx.actor.may(Right.DOCUMENT_READ)
    return CasePage(
        detail=detail,
        marks=marks_of_cases(tx, codes, [case.id]).get(case.id, ()),
        party_marks=_marks_of_parties(tx, codes, case),
        path=path_of(tx, codes, detail, appointments, sessions, outcomes),
        appointments=appointments,
        sessions=sessions,
        outcome=outcome,
        papers=papers_of_case(tx, case.id) if may_read else (),
        attachments=attachments_of(tx, codes, case.id) if tx.actor.may(Right.DOCUMENT_READ) else (),
        follow_ups=follow_ups_of_case(tx, codes, case.id) if tx.actor.may(Right.SESSION_READ) else (),
        referrals_out=referrals_out_of(tx, codes, case.id) if tx.actor.may(Right.IDENTITIES) else (),
        next=next_step(tx, codes, case, detail, appointments, sessions, outcome),
        days_since_referral=(tx.today - min([detail.row.opened_on, *came])).days,
        agreement=agreement_in(tx, codes, case.id, on_screen=True) if may_read else None,
    )


_PAPERS = (
    select(Document.id, Document.title, Document.issued_at, Document.state, Letter.number)
    .outerjoin(Letter, Letter.id == Document.letter_id)
    .where(Document.case_id == bindparam("of_case"))
    .order_by(Document.issued_at.desc(), Document.id.desc())
)


def papers_of_case(tx: Tx, case_id: UUID) -> tuple[PaperRow, ...]:
    """The issued papers of a case, latest first."""
    rows = tx.session.execute(_PAPERS, {"of_case": case_id})
    return tuple(
        PaperRow(row.id, row.title, row.number or "", row.issued_at, row.state is DocumentState.VOIDED)
        for row in rows
    )


def _marks_of_parties(tx: Tx, codes: Codes, case: CaseFile) -> tuple[tuple[UUID, tuple[Mark, ...]], ...]:
    hours = number_in(tx, "child_clock_hours")
    by_person: dict[UUID, dict[str, Mark]] = {}
    for flag in open_flags(tx, [case.id]).get(case.id, []):
        mark = mark_of_flag(tx, codes, flag, hours)
        by_person.setdefault(flag.person_id, {}).setdefault(mark.letter, mark)
    return tuple((person_id, tuple(marks.values())) for person_id, marks in by_person.items())
