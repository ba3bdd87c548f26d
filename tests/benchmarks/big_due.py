"""What falls due in the big file: agreements, clauses and signed sheets, calls, other bodies, letters given."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from models.agreement import Agreement, AgreementClause
from models.enums import AgreementKind, AgreementState, ClauseState, DocumentState, FollowUpState
from models.follow_up import FollowUp
from models.letter import Attachment, Document, LetterAction
from models.referral_out import ReferralOut
from models.safety import DangerResponse
from services.clock import instant
from tests.benchmarks.big_cases import is_open
from tests.benchmarks.big_rows import Loader, Plan

_SETTLED = (0, 1, 2)
_SCANNED_AFTER = 20


def load_due(load: Loader, plan: Plan) -> None:
    """After the cases and their letters: every case keeps what was agreed, asked and sent on in it."""
    load.rows(Agreement, _agreements(plan))
    load.rows(AgreementClause, _clauses(plan))
    load.rows(Document, _records(plan))
    load.rows(Attachment, _scans(plan))
    load.rows(FollowUp, _calls(plan))
    load.rows(ReferralOut, _sent_on(plan))
    load.rows(LetterAction, _given(plan))
    load.rows(DangerResponse, _dangers(plan))


def _ended(plan: Plan) -> Iterator[tuple[int, date]]:
    """Each settled case and its last day."""
    for case in range(plan.size.cases):
        if not is_open(plan, case) and case % 6 in _SETTLED:
            yield case, min(plan.opened_on(case) + timedelta(days=5 + case % 40), plan.today)


def _owned(plan: Plan, noun: str, case: int) -> dict[str, Any]:
    return {"id": plan.key(noun, case), "unit_id": plan.unit_id, "case_id": plan.key("case", case)}


def _worker(plan: Plan, case: int) -> Any:
    return plan.workers[case % len(plan.workers)]


def _at(day: date) -> datetime:
    return instant(datetime.combine(day, time(12)))


def _agreements(plan: Plan) -> Iterator[dict[str, Any]]:
    for case, day in _ended(plan):
        yield _owned(plan, "agreement", case) | {
            "cycle": 1,
            "kind": AgreementKind.SETTLEMENT,
            "state": AgreementState.SIGNED,
            "made_on": day,
            "recorded_at": _at(day),
            "staff_id": _worker(plan, case),
        }


def _clauses(plan: Plan) -> Iterator[dict[str, Any]]:
    """Of one in four nothing was ever heard."""
    for case, day in _ended(plan):
        first, second, *_ = plan.people_of_case(case)
        yield {
            "id": plan.key("clause", case),
            "unit_id": plan.unit_id,
            "agreement_id": plan.key("agreement", case),
            "position": 1,
            "debtor_id": plan.key("party", second),
            "creditor_id": plan.key("party", first),
            "text": "هزینه خانه را می‌پردازد",
            "due_on": day + timedelta(days=30),
            "state": ClauseState.OPEN if case % 4 == 1 else ClauseState.KEPT,
        }


def _records(plan: Plan) -> Iterator[dict[str, Any]]:
    for case, day in _ended(plan):
        yield _owned(plan, "record", case) | {
            "kind": "settlement_record",
            "title": "صورت‌جلسه سازش",
            "state": DocumentState.ISSUED,
            "agreement_id": plan.key("agreement", case),
            "template_version": "1",
            "issued_at": _at(day),
            "issued_by_id": _worker(plan, case),
            "snapshot": {},
            "content": b"%PDF-" + bytes(1_200),
            "sha256": bytes(32),
        }


def _scans(plan: Plan) -> Iterator[dict[str, Any]]:
    for case, day in _ended(plan):
        if (plan.today - day).days > _SCANNED_AFTER:
            yield _owned(plan, "scan", case) | {
                "document_id": plan.key("record", case),
                "kind": "signed_settlement",
                "title": "صورت‌جلسه سازش",
                "media_type": "application/pdf",
                "size": 1_205,
                "added_at": _at(day),
                "staff_id": _worker(plan, case),
                "content": b"%PDF-" + bytes(1_200),
                "sha256": bytes(32),
            }


def _calls(plan: Plan) -> Iterator[dict[str, Any]]:
    """One after a month; of the last quarter one in three is still to be asked."""
    for case, day in _ended(plan):
        waits = (plan.today - day).days < 90 and case % 3 == 0
        yield _owned(plan, "follow_up", case) | {
            "party_id": plan.key("party", plan.people_of_case(case)[0]),
            "months": 1,
            "due_on": day + timedelta(days=30),
            "state": FollowUpState.DUE if waits else FollowUpState.DONE,
            "done_at": None if waits else _at(day + timedelta(days=31)),
        }


def _sent_on(plan: Plan) -> Iterator[dict[str, Any]]:
    for case in range(0, plan.size.cases, 7):
        day, waits = plan.opened_on(case), is_open(plan, case)
        yield _owned(plan, "referral_out", case) | {
            "person_id": plan.key("person", plan.people_of_case(case)[0]),
            "target": "health_centre",
            "reason": "درمان",
            "state": "sent" if waits else "closed",
            "sent_on": day,
            "closed_on": None if waits else day + timedelta(days=20),
            "created_at": _at(day),
            "staff_id": _worker(plan, case),
        }


def _given(plan: Plan) -> Iterator[dict[str, Any]]:
    """Every tenth letter that came was given to a colleague."""
    for case in range(0, plan.size.cases, 10):
        day = plan.opened_on(case)
        waits = (plan.today - day).days < 15
        yield {
            "id": plan.key("letter_action", case),
            "unit_id": plan.unit_id,
            "letter_id": plan.key("letter", 2 * case),
            "order_text": "بررسی شود",
            "from_staff_id": plan.head,
            "to_staff_id": _worker(plan, case),
            "given_at": _at(day),
            "due_on": day + timedelta(days=7),
            "done_at": None if waits else _at(day + timedelta(days=5)),
        }


def _dangers(plan: Plan) -> Iterator[dict[str, Any]]:
    for case in range(0, plan.size.cases, 20):
        day = plan.opened_on(case)
        yield _owned(plan, "danger", case) | {
            "person_id": plan.key("person", plan.people_of_case(case)[0]),
            "known_at": _at(day),
            "recorded_at": _at(day),
            "staff_id": _worker(plan, case),
            "no_consent_reason": "فوریت",
            "steps": {},
            "completed_at": None if case % 40 == 0 and (plan.today - day).days < 20 else _at(day),
        }
