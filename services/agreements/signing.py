"""Signatures that were seen, and those that were refused (P-30), inside an open transaction."""

from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from models.agreement import Agreement, AgreementSigner
from models.base import new_id
from models.case import CaseFile
from models.enums import AgreementState, CaseStatus, SignatureState, SignerRole
from models.work import Outcome
from services.agreements.papers import void_papers
from services.agreements.reading import persons_of, signers_of
from services.agreements.rules import clean_witnesses
from services.agreements.saving import ground_of
from services.agreements.shapes import WitnessDraft
from services.cases.answers import weigh_answers
from services.cases.status import advance
from services.catalogue import say
from services.codes import Codes
from services.errors import InvalidError, NotFoundError
from services.people.fields import Fields
from services.people.naming import full_name
from services.unit_of_work import Tx

_OUTCOME = select(Outcome).where(Outcome.case_id == bindparam("of_case"), Outcome.cycle == bindparam("of_cycle"))


def outcome_of(tx: Tx, row: Agreement) -> Outcome | None:
    """The outcome that an agreement belongs to; None while there is none."""
    return tx.session.scalars(_OUTCOME, {"of_case": row.case_id, "of_cycle": row.cycle}).one_or_none()


def see_in(tx: Tx, row: Agreement, seen_on: date, signer_ids: tuple[UUID, ...] = ()) -> None:
    """Record the signatures of these signers, of all without any; with the last party's it counts (P-30).

    Witnesses sign beside the sides: the agreement does not wait for them.
    """
    if row.state is not AgreementState.AWAITING:
        raise InvalidError(_CLOSED[row.state])
    if seen_on > tx.today:
        raise InvalidError("errors.future_date", "seen_on")
    if seen_on < row.made_on:
        raise InvalidError("agreements.seen_before_made", "seen_on")
    signers = signers_of(tx, row.id)
    if not {one.id for one in signers}.issuperset(signer_ids):
        raise NotFoundError("errors.not_found")
    for one in signers:
        if (not signer_ids or one.id in signer_ids) and one.state is not SignatureState.SEEN:
            one.state, one.seen_on = SignatureState.SEEN, seen_on
    row.recorded_at = tx.now
    tx.changed("agreement", row.id)
    sides = [one for one in signers if one.role is SignerRole.PARTY]
    if all(one.state is SignatureState.SEEN for one in sides):
        row.state = AgreementState.SIGNED
        _tell_outcome(tx, row, max((one.seen_on for one in sides if one.seen_on is not None), default=seen_on))


_CLOSED = {
    AgreementState.SIGNED: "agreements.signed_already",
    AgreementState.VOIDED: "agreements.voided_already",
}


def void_in(tx: Tx, row: Agreement, reason: str) -> None:
    """The agreement holds no longer, nor do its papers; whatever it made count does not count any more."""
    if row.state is AgreementState.VOIDED:
        raise InvalidError("agreements.voided_already")
    row.state, row.void_reason, row.recorded_at = AgreementState.VOIDED, reason, tx.now
    tx.changed("agreement", row.id)
    void_papers(tx, row.id, say("agreements.paper_void"))
    _tell_outcome(tx, row, None)


def refuse_in(
    tx: Tx, codes: Codes, case: CaseFile, row: Agreement, party_id: UUID, witnesses: tuple[WitnessDraft, ...]
) -> Outcome:
    """A party would not sign: the agreement and its papers are void, and the file ended without settlement, with the
    refusal and its two witnesses kept for the record of it."""
    if row.state is not AgreementState.AWAITING:
        raise InvalidError(_CLOSED[row.state])
    signer = _unsigned(tx, row, party_id)
    fields = Fields()
    clean = clean_witnesses(witnesses, ground_of(tx, codes, case), fields)
    fields.refuse()
    name = full_name(persons_of(tx, case.id, (party_id,))[party_id])
    signer.state = SignatureState.REFUSED
    row.state, row.recorded_at = AgreementState.VOIDED, tx.now
    row.void_reason = say("agreements.refused", name=name)
    void_papers(tx, row.id, say("agreements.paper_void"))
    outcome = outcome_of(tx, row)
    if outcome is None:
        outcome = Outcome(id=new_id(), case_id=case.id, cycle=row.cycle, decided_on=tx.today)
        tx.add(outcome)
    outcome.disposition = codes.of(tx.actor).first("disposition", "counts_as", "not_settled")
    outcome.signatures_seen_on = None
    outcome.refused_by = [*(outcome.refused_by or []), _refusal(tx, party_id, name, clean)]
    outcome.staff_id, outcome.recorded_at = tx.actor.staff_id, tx.now
    case.disposition = outcome.disposition
    case.disposition_on = outcome.decided_on
    if case.status is not CaseStatus.FOLLOW_UP:
        advance(tx, case, CaseStatus.OUTCOME_RECORDED)
    tx.session.flush()
    weigh_answers(tx, case)
    tx.changed("agreement", row.id)
    tx.changed("outcome", outcome.id)
    return outcome


def _refusal(tx: Tx, party_id: UUID, name: str, witnesses: tuple[WitnessDraft, ...]) -> dict[str, object]:
    return {
        "party_id": party_id.hex,
        "name": name,
        "on": tx.today.isoformat(),
        "witnesses": [[one.name, one.father_name, one.national_code] for one in witnesses],
    }


def _unsigned(tx: Tx, row: Agreement, party_id: UUID) -> AgreementSigner:
    signer = next((one for one in signers_of(tx, row.id) if one.party_id == party_id), None)
    if signer is None:
        raise InvalidError("agreements.unknown_signer", "party_id")
    if signer.state is SignatureState.SEEN:
        name = full_name(persons_of(tx, row.case_id, (party_id,))[party_id])
        raise InvalidError("agreements.has_signed", "party_id", name=name)
    return signer


def _tell_outcome(tx: Tx, row: Agreement, seen_on: date | None) -> None:
    outcome = outcome_of(tx, row)
    if outcome is not None and outcome.signatures_seen_on != seen_on:
        outcome.signatures_seen_on = seen_on
        tx.session.flush()
        weigh_answers(tx, tx.get(CaseFile, row.case_id))
        tx.changed("outcome", outcome.id)
