"""What became of a clause (P-18, P-31), inside an open transaction."""

from datetime import date
from uuid import UUID

from models.agreement import Agreement, AgreementClause
from models.enums import AgreementState, ClauseState
from services.agreements.reading import clauses_of
from services.agreements.shapes import Proof
from services.catalogue import say
from services.errors import InvalidError
from services.typed import REASON, line
from services.unit_of_work import Tx

_KEPT = (ClauseState.KEPT, ClauseState.PARTLY_KEPT)


def mark_clause(
    tx: Tx, agreement: Agreement, clause_id: UUID, state: ClauseState, proof: Proof, on: date, evidence: str
) -> AgreementClause:
    """Mark a clause of a signed agreement as kept, kept in part or breached on a day.

    What its debtor says alone marks nothing as kept (P-18); a clause whose condition is not met can't be breached
    (P-31). `evidence` are a few words: which receipt, what was said.
    """
    row = next((one for one in clauses_of(tx, agreement.id) if one.id == clause_id), None)
    if row is None or state is ClauseState.OPEN:
        raise InvalidError("agreements.wrong_mark", "state")
    if agreement.state is not AgreementState.SIGNED:
        raise InvalidError("agreements.not_signed_yet")
    if state in _KEPT and proof is Proof.DEBTOR:
        raise InvalidError("agreements.debtors_word", "proof")
    if on > tx.today:
        raise InvalidError("errors.future_date", "on")
    if on < agreement.made_on:
        raise InvalidError("agreements.settled_before_made", "on")
    if state is ClauseState.BREACHED:
        _expect_binding(tx, row)
    words = line("evidence", evidence, REASON)
    row.state, row.settled_on = state, on
    row.evidence = ": ".join(part for part in (say(f"agreements.proof.{proof.value}"), words) if part)
    _tell(tx, agreement, row)
    return row


def unmark_clause(tx: Tx, agreement: Agreement, clause_id: UUID) -> AgreementClause:
    """Take a mark back: nothing is known of the clause again."""
    row = next((one for one in clauses_of(tx, agreement.id) if one.id == clause_id), None)
    if row is None or row.state is ClauseState.OPEN:
        raise InvalidError("agreements.wrong_mark", "state")
    row.state, row.settled_on, row.evidence = ClauseState.OPEN, None, ""
    _tell(tx, agreement, row)
    return row


def _tell(tx: Tx, agreement: Agreement, row: AgreementClause) -> None:
    tx.changed("clause", row.id)
    tx.changed("agreement", agreement.id)
    tx.changed("case", agreement.case_id)


def _expect_binding(tx: Tx, row: AgreementClause) -> None:
    if row.depends_on_id is None:
        return
    before = tx.get(AgreementClause, row.depends_on_id)
    if before.state is not ClauseState.KEPT:
        raise InvalidError("agreements.not_binding_yet", "state", number=before.position)
