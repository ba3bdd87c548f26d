"""The closing sheet (D19): for the file alone, signed by the head; reasons of safety stand on no paper (P-4, R-7)."""

from dataclasses import replace

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.follow_up import Closure
from models.work import Appointment, GateOverride
from services.cases.holdings import is_confidential
from services.catalogue import say
from services.clock import local
from services.closing.checks import check_items
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked, dots
from services.documents.gathering.parties import fields_of, sides_of
from services.documents.gathering.signing import signing
from services.documents.gathering.subject import Subject
from services.documents.papers.closure_summary import ClosureSummaryContent
from services.documents.papers.issue import Issue
from services.documents.shapes import PaperRequest
from services.errors import InvalidError
from services.follow_up.reading import follow_ups_of_case
from services.outcomes.reading import current_outcome, outcome_row
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.scheduling.clock_words import clock
from services.sessions.reading import sessions_of_case
from services.unit_of_work import Tx

_CLOSURE = select(Closure).where(Closure.case_id == bindparam("of_case")).order_by(Closure.cycle.desc()).limit(1)
_OVERRIDES = (
    select(GateOverride.at, GateOverride.measures, Appointment.day)
    .join(Appointment, Appointment.id == GateOverride.appointment_id)
    .where(GateOverride.case_id == bindparam("of_case"))
    .order_by(Appointment.day, GateOverride.at)
)


def gather_closure(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    case = subject.case
    closure = _closure(tx, case)
    sides = sides_of(tx, codes, case, request)
    signer, signer_fields = signing(tx, codes, request)
    rows = tx.rows(_OVERRIDES, {"of_case": case.id})
    decisions = tuple(
        say("documents.closure.decision", day=format_date(row.day), measures=row.measures) for row in rows
    )
    content = ClosureSummaryContent(
        issue=replace(issue, is_confidential=is_confidential(tx, case.id)),
        parties=tuple(side.party for side in sides),
        days=_days(case, closure),
        meetings=_meetings(tx, codes, case),
        outcome=_outcome(tx, codes, case),
        follow_ups=_follow_ups(tx, codes, case),
        checks=_checks(tx, codes, case, closure),
        signer=signer,
        decisions=decisions,
        reviewer=dots(request.value("reviewer")),
    )
    missing = (asked("reviewer", required=True, proposal=signer.name), *fields_of(codes, sides), *signer_fields)
    measures = tuple((say("documents.closure.decisions"), row.measures) for row in rows if row.measures)
    return Gathered(content, missing, free=measures, people=tuple(side.asked for side in sides))


def _closure(tx: Tx, case: CaseFile) -> Closure | None:
    """How the file was closed, if it is closed now."""
    return tx.session.scalars(_CLOSURE, {"of_case": case.id}).first() if case.closed_on else None


def _days(case: CaseFile, closure: Closure | None) -> tuple[tuple[str, str], ...]:
    words = "documents.closure"
    return (
        (say(f"{words}.opened"), format_date(case.opened_on)),
        (say(f"{words}.closed"), format_date(local(closure.closed_at).date()) if closure else ""),
    )


def _meetings(tx: Tx, codes: CodeReader, case: CaseFile) -> tuple[tuple[str, ...], ...]:
    comma = say("documents.list_comma")
    return tuple(
        (
            row.type_label,
            format_date(row.day),
            say("documents.closure.from_to", start=_hour(row.start), end=_hour(row.end)),
            comma.join(one.name for one in row.attendance if one.is_present),
        )
        for row in reversed(sessions_of_case(tx, codes.codes, case.id))
    )


def _hour(minutes: int) -> str:
    return to_persian(clock(minutes))


def _outcome(tx: Tx, codes: CodeReader, case: CaseFile) -> tuple[tuple[str, str], ...]:
    """In the words for papers (P-5)."""
    row = current_outcome(tx, case)
    if row is None:
        raise InvalidError("documents.outcome_first")
    known, words = outcome_row(tx, codes.codes, case, row), "documents.closure"
    seen = format_date(known.signatures_seen_on) if known.signatures_seen_on else ""
    facts = [(say(f"{words}.result"), known.paper_label), (say(f"{words}.decided"), format_date(known.decided_on))]
    return (*facts, (say(f"{words}.signatures"), seen)) if seen or known.is_awaiting_signatures else tuple(facts)


def _follow_ups(tx: Tx, codes: CodeReader, case: CaseFile) -> tuple[tuple[str, ...], ...]:
    """When and whether; what was answered is not said here (P-18)."""
    return tuple(
        (row.label, row.name, format_date(row.due_on), row.state_label)
        for row in follow_ups_of_case(tx, codes.codes, case.id)
    )


def _checks(tx: Tx, codes: CodeReader, case: CaseFile, closure: Closure | None) -> tuple[tuple[str, bool], ...]:
    """As they were answered when the file was closed; before that as they stand now."""
    if closure is not None:
        return tuple((codes.label("closure_check", name), bool(done)) for name, done in closure.checks.items())
    return tuple((item.label, item.is_done) for item in check_items(tx, codes.codes, case))
