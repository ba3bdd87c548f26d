"""What an outcome may say, and the agreement that it rests on (R-9, P-30, P-31), inside an open transaction."""

from dataclasses import dataclass, replace
from datetime import date

from models.agreement import Agreement
from models.case import CaseFile
from models.enums import AgreementKind, AgreementState, CaseStatus
from services.agreements.reading import holding_row
from services.agreements.saving import Checked, check_agreement, store_agreement
from services.agreements.signing import outcome_of, see_in, void_in
from services.catalogue import say
from services.codes import Code, Codes
from services.errors import InvalidError
from services.outcomes.attempts import attempts_missing
from services.outcomes.shapes import OutcomeDraft
from services.people.fields import Fields
from services.persian.jalali import format_date
from services.persian.text import display_multiline
from services.unit_of_work import Tx

SUMMARY_LIMIT = 2_000
NEEDS_WORDS = ("needs_body", "needs_case", "needs_reason")
_CONCLUDED = (CaseStatus.FOLLOW_UP, CaseStatus.CLOSED, CaseStatus.VOIDED)
_KINDS = {
    "settled": AgreementKind.SETTLEMENT,
    "settled_partial": AgreementKind.SETTLEMENT,
    "waived": AgreementKind.WAIVER,
}
_PARTIAL = "settled_partial"


@dataclass(frozen=True, slots=True)
class CheckedOutcome:
    """An outcome that can be stored. `agreement` is to be stored with it; `ended` is the stored one that holds no
    longer, `kept` the one that does. `seen_on`: the day from which it counts."""

    seen_on: date | None
    agreement: Checked | None = None
    kept: Agreement | None = None
    ended: Agreement | None = None


def agreement_kind_of(code: Code) -> AgreementKind | None:
    """The kind of agreement that a disposition rests on, None for none."""
    return _KINDS.get(str(code.does("counts_as")))


def is_partial(code: Code) -> bool:
    """Whether a part of the matter stays open, which must be written down."""
    return bool(code.does("counts_as") == _PARTIAL)


def check_outcome(tx: Tx, codes: Codes, case: CaseFile, draft: OutcomeDraft) -> CheckedOutcome:
    """Read what was typed; all errors together, in the order of the form."""
    if case.status in _CONCLUDED:
        raise InvalidError("outcomes.concluded")
    code = _chosen(tx, codes, case, draft.disposition)
    fields = Fields()
    missing = attempts_missing(tx, codes, case.id) if code.does("needs_attempts") else 0
    if missing:
        fields.wrong("disposition", "outcomes.attempts_missing", missing=missing)
    _check_day(tx, case, draft.decided_on, fields)
    summary = fields.lines("summary", draft.summary, SUMMARY_LIMIT)
    needs_words = any(code.does(need) for need in NEEDS_WORDS)
    if needs_words and not summary and not display_multiline(draft.summary):
        fields.wrong("summary", "outcomes.words_needed")
    seen_on = _seen_on(tx, code, draft, fields)
    checked = _with_agreement(tx, codes, case, draft, code, seen_on, fields)
    fields.refuse()
    return checked


def settle_agreement(tx: Tx, case: CaseFile, checked: CheckedOutcome, cycle: int) -> None:
    """Store, sign or end the agreement of an outcome whose own row is filled."""
    if checked.ended is not None:
        void_in(tx, checked.ended, say("agreements.outcome_changed"))
    if checked.agreement is not None:
        store_agreement(tx, case, checked.agreement, cycle=cycle, seen_on=checked.seen_on)
    elif checked.kept is not None and checked.kept.state is AgreementState.AWAITING and checked.seen_on is not None:
        see_in(tx, checked.kept, checked.seen_on)


def _chosen(tx: Tx, codes: Codes, case: CaseFile, disposition: str) -> Code:
    code = codes.find(tx.actor, "disposition", disposition)
    is_kept = disposition == case.disposition
    if code is None or code.does("is_automatic") or not (code.is_active or is_kept):
        raise InvalidError("errors.required", "disposition")
    return code


def _check_day(tx: Tx, case: CaseFile, decided_on: date, fields: Fields) -> None:
    fields.not_after("decided_on", decided_on, tx.today)
    if decided_on < case.opened_on and not case.is_from_paper:
        fields.wrong("decided_on", "outcomes.before_case", opened=format_date(case.opened_on))


def _seen_on(tx: Tx, code: Code, draft: OutcomeDraft, fields: Fields) -> date | None:
    """The day on which signatures were seen, kept only where they count."""
    seen = draft.signatures_seen_on if code.does("needs_signatures") else None
    fields.not_after("signatures_seen_on", seen, tx.today)
    if seen is not None and seen <= tx.today and seen < draft.decided_on:
        fields.wrong("signatures_seen_on", "outcomes.seen_before_decided")
    return seen


def _with_agreement(
    tx: Tx, codes: Codes, case: CaseFile, draft: OutcomeDraft, code: Code, seen_on: date | None, fields: Fields
) -> CheckedOutcome:
    kind, holding = agreement_kind_of(code), _holding(tx, case)
    if kind is None:
        if holding is not None and holding.state is AgreementState.SIGNED:
            raise InvalidError("outcomes.agreement_signed", "disposition")
        return CheckedOutcome(seen_on, ended=holding)
    inner = fields.under("agreement")
    if draft.agreement is None:
        return CheckedOutcome(_first_seen(tx, seen_on, holding), kept=_kept(holding, kind, code, fields))
    if is_partial(code) and not draft.agreement.open_points.strip():
        inner.wrong("open_points", "agreements.open_points_needed")
    if seen_on is not None and draft.decided_on <= seen_on < draft.agreement.made_on:
        fields.wrong("signatures_seen_on", "agreements.seen_before_made")
    given = replace(draft.agreement, case_id=case.id, kind=kind)
    checked = check_agreement(tx, codes, case, given, inner)
    if seen_on is not None and checked.outdates_paper:
        fields.wrong("signatures_seen_on", "agreements.paper_first")
    return CheckedOutcome(seen_on, agreement=checked)


def _kept(holding: Agreement | None, kind: AgreementKind, code: Code, fields: Fields) -> Agreement | None:
    """The stored agreement on which the outcome may rest as it is."""
    if holding is None or holding.kind is not kind:
        fields.wrong("agreement", "outcomes.agreement_needed")
        return None
    if is_partial(code) and not holding.open_points:
        fields.wrong("agreement.open_points", "agreements.open_points_needed")
    return holding


def _first_seen(tx: Tx, seen_on: date | None, holding: Agreement | None) -> date | None:
    """What was seen once stays seen when the words of an outcome are corrected."""
    if holding is None or holding.state is not AgreementState.SIGNED:
        return seen_on
    known = outcome_of(tx, holding)
    return (known.signatures_seen_on if known is not None else None) or seen_on


def _holding(tx: Tx, case: CaseFile) -> Agreement | None:
    """The agreement of this round on which an outcome rests; an undertaking stands by itself."""
    row = holding_row(tx, case)
    return row if row is not None and row.kind in _KINDS.values() else None
