"""What is still missing before a file is closed (R-6, R-8, R-23, P-30, P-31): one function a line of the list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.enums import ClauseState, DocumentState, FollowUpState
from models.letter import Attachment, Document
from models.note import SessionTask
from models.referral_out import ReferralOut
from services.actor import Right
from services.agreements.reading import clauses_of, holding_row
from services.cases.rows import arrivals_of
from services.catalogue import say
from services.closing.shapes import CheckItem
from services.codes import Code, Codes
from services.follow_up.reading import follow_ups_of_case
from services.outcomes.reading import current_outcome, has_gone_out, outcome_row
from services.outcomes.shapes import OutcomeRow
from services.safety.adults import open_danger_of, open_flags
from services.settings.service import number_in
from services.unit_of_work import Tx


@dataclass(frozen=True, slots=True)
class _Missing:
    """What is not done, in words, and where it is done."""

    words: str
    leads_to: str = ""
    subject_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the checks look at; `code` is the line's own entry."""

    tx: Tx
    codes: Codes
    case: CaseFile
    outcome: OutcomeRow
    code: Code


def check_items(tx: Tx, codes: Codes, case: CaseFile, ticked: Iterable[str] = ()) -> tuple[CheckItem, ...]:
    """The lines of the unit's own list, in its order, as they stand for this file; without an outcome none."""
    row = current_outcome(tx, case)
    if row is None:
        return ()
    outcome = outcome_row(tx, codes, case, row)
    done = frozenset(ticked)
    return tuple(
        _item(_Ground(tx, codes, case, outcome, code), done)
        for code in codes.all(tx.actor, "closure_check")
        if _applies(code, outcome)
    )


def _applies(code: Code, outcome: OutcomeRow) -> bool:
    """A line about something that this outcome does not need is left out."""
    asked = str(code.does("check") or "")
    return {"judiciary": outcome.needs_judicial, "condition": outcome.is_conditional}.get(asked, True)


def _item(ground: _Ground, ticked: frozenset[str]) -> CheckItem:
    code = ground.code
    look = _CHECKS.get(str(code.does("check") or ""))
    if look is None:
        return CheckItem(code.code, code.label, True, code.code in ticked, bool(code.does("holds")))
    missing = look(ground)
    if missing is None:
        return CheckItem(code.code, code.label, False, True, bool(code.does("holds")))
    return CheckItem(
        code.code,
        code.label,
        False,
        False,
        bool(code.does("holds")),
        missing.words,
        missing.leads_to,
        missing.subject_id,
    )


def _reply(ground: _Ground) -> _Missing | None:
    """An answer that is owed, or one that says another result than the file."""
    arrivals = [one for one, _ in arrivals_of(ground.tx, (ground.case.id,))]
    owed = [one for one in arrivals if one.is_reply_owed and one.replied_at is None]
    wrong = [one for one in arrivals if one.outdated_since is not None]
    if not owed and not wrong:
        return None
    first = (*owed, *wrong)[0]
    body = f"{first.body or ground.codes.of(ground.tx.actor).label('referral_source', first.source)} {first.branch}"
    key = "reply" if owed else "reply_outdated"
    return _Missing(say(f"closing.missing.{key}", body=body.strip()), "reply", first.id)


def _signatures(ground: _Ground) -> _Missing | None:
    if not ground.outcome.is_awaiting_signatures:
        return None
    has_agreement = holding_row(ground.tx, ground.case) is not None
    key = "signatures" if has_agreement else "agreement"
    return _Missing(say(f"closing.missing.{key}"), key)


def _condition(ground: _Ground) -> _Missing | None:
    """A condition that was broken will not be met: the file is taken up again (P-31)."""
    agreement = holding_row(ground.tx, ground.case)
    clauses = clauses_of(ground.tx, agreement.id) if agreement is not None else []
    if any(one.state is ClauseState.BREACHED for one in clauses):
        return _Missing(say("closing.missing.condition_broken"), "reopen")
    waiting = next((one.id for one in clauses if one.state is not ClauseState.KEPT), None)
    return _Missing(say("closing.missing.condition"), "clause", waiting)


def _judiciary(ground: _Ground) -> _Missing | None:
    if has_gone_out(ground.tx, ground.case.id):
        return None
    return _Missing(say("closing.missing.judiciary"), "paper")


_UNSCANNED = (
    select(Document.id, Document.title, Document.kind, Document.agreement_id)
    .where(
        Document.case_id == bindparam("of_case"),
        Document.state == DocumentState.ISSUED,
        Document.signed_sheet_place == "",
        ~select(Attachment.id).where(Attachment.document_id == Document.id, Attachment.void_reason == "").exists(),
    )
    .order_by(Document.issued_at, Document.id)
)


def _original(ground: _Ground) -> _Missing | None:
    """The signed sheet is scanned, or its place is named (P-38)."""
    signed = set(ground.code.does("kinds") or ())
    rows = ground.tx.rows(_UNSCANNED, {"of_case": ground.case.id})
    found = [row for row in rows if row.agreement_id is not None or row.kind in signed]
    if not found:
        return None
    return _Missing(say("closing.missing.original", title=found[0].title, count=len(found)), "original", found[0].id)


def _risk(ground: _Ground) -> _Missing | None:
    """A danger page that is open, a clock that runs, a mark whose day has come (R-8); in neutral words (P-3)."""
    tx, case = ground.tx, ground.case
    lists = ground.codes.of(tx.actor)
    waits = bool(open_danger_of(tx, case.id))
    for flag in open_flags(tx, [case.id]).get(case.id, []):
        runs = lists.does("risk_flag_kind", flag.kind, "child_clock") and flag.reported_at is None
        is_due = flag.review_on is not None and flag.review_on <= tx.today
        waits = waits or bool(runs) or is_due
    if not waits:
        return None
    return _Missing(say("closing.missing.risk"), "risk" if tx.actor.may(Right.SAFETY_READ) else "")


def _follow_ups(ground: _Ground) -> _Missing | None:
    rows = follow_ups_of_case(ground.tx, ground.codes, ground.case.id)
    due = [row for row in rows if row.state is FollowUpState.DUE]
    if not due:
        return None
    is_drawn = number_in(ground.tx, "follow_up_percent") < 100
    key = "closing.missing.follow_ups_drawn" if is_drawn else "closing.missing.follow_ups"
    return _Missing(say(key, count=len(due)), "follow_up", due[0].id)


_TASKS = select(SessionTask.id).where(SessionTask.case_id == bindparam("of_case"), SessionTask.done_on.is_(None))
_REFERRALS = select(ReferralOut.id, ReferralOut.state).where(ReferralOut.case_id == bindparam("of_case"))


def _tasks(ground: _Ground) -> _Missing | None:
    found = ground.tx.session.scalars(_TASKS, {"of_case": ground.case.id}).all()
    return _Missing(say("closing.missing.tasks", count=len(found)), "session") if found else None


def _referrals_out(ground: _Ground) -> _Missing | None:
    lists = ground.codes.of(ground.tx.actor)
    rows = ground.tx.rows(_REFERRALS, {"of_case": ground.case.id})
    waiting = [key for key, state in rows if lists.does("referral_out_state", state, "is_open")]
    if not waiting:
        return None
    return _Missing(say("closing.missing.referrals_out", count=len(waiting)), "referral_out", waiting[0])


_CHECKS: dict[str, Callable[[_Ground], _Missing | None]] = {
    "reply": _reply,
    "signatures": _signatures,
    "condition": _condition,
    "judiciary": _judiciary,
    "original": _original,
    "risk": _risk,
    "follow_ups": _follow_ups,
    "tasks": _tasks,
    "referrals_out": _referrals_out,
}
