"""The clauses of a file's agreements, as a follow-up asks about them (P-18, P-31)."""

from collections.abc import Mapping
from uuid import UUID

from models.agreement import AgreementClause
from models.case import CaseFile, CaseParty
from models.enums import AgreementState, ClauseState, Side
from models.person import Person
from services.agreements.marking import mark_clause
from services.agreements.reading import clauses_of, holding_row
from services.agreements.shapes import Proof
from services.cases.access import people_of
from services.errors import AppError, InvalidError
from services.follow_up.rules import is_beneficiary, word_key
from services.follow_up.shapes import ClauseAsked, ClauseWord
from services.people.naming import screen_name
from services.persian.text import display_form
from services.typed import REASON
from services.unit_of_work import Tx


def clauses_to_ask(tx: Tx, case: CaseFile, party: CaseParty) -> tuple[ClauseAsked, ...]:
    """The clauses of the signed agreement of this round, as this person is asked about them."""
    agreement = holding_row(tx, case)
    if agreement is None or agreement.state is not AgreementState.SIGNED:
        return ()
    rows = clauses_of(tx, agreement.id)
    kept = {row.id for row in rows if row.state is ClauseState.KEPT}
    people = {one.id: (one, person) for one, person in people_of(tx, case.id)}
    return tuple(_asked(tx, row, party, people, kept) for row in rows)


def word_errors(tx: Tx, case: CaseFile, party: CaseParty, words: tuple[ClauseWord, ...]) -> list[AppError]:
    """An error beside each clause on which this word can't be taken: `clauses.<place>`."""
    asked = {clause.id: clause for clause in clauses_to_ask(tx, case, party)} if words else {}
    errors: list[AppError] = []
    for place, word in enumerate(words):
        clause = asked.get(word.clause_id)
        field = f"clauses.{place}"
        if clause is None:
            errors.append(InvalidError("follow_up.no_such_clause", field))
            continue
        evidence = display_form(word.evidence)
        key = word_key(
            word.state,
            by_receipt=word.by_receipt,
            has_evidence=bool(evidence),
            may_confirm=clause.may_confirm,
            may_own_up=clause.may_own_up,
            binds=clause.binds,
        )
        if key:
            errors.append(InvalidError(key, field))
        elif len(evidence) > REASON:
            errors.append(InvalidError("errors.too_long", field, limit=REASON))
    return errors


def store_words(tx: Tx, case: CaseFile, party: CaseParty, words: tuple[ClauseWord, ...]) -> None:
    """Put down what was said of the clauses."""
    agreement = holding_row(tx, case)
    spoken = [word for word in words if word.state is not ClauseState.OPEN]
    asked = {clause.id: clause for clause in clauses_to_ask(tx, case, party)}
    for word in spoken:
        assert agreement is not None  # `word_errors` found the clause in it
        proof = _proof(word, asked[word.clause_id])
        mark_clause(tx, agreement, word.clause_id, word.state, proof, tx.today, word.evidence)


def _proof(word: ClauseWord, clause: ClauseAsked) -> Proof:
    if word.by_receipt:
        return Proof.RECEIPT
    return Proof.BENEFICIARY if clause.may_confirm else Proof.DEBTOR


def _asked(
    tx: Tx,
    row: AgreementClause,
    party: CaseParty,
    people: Mapping[UUID, tuple[CaseParty, Person]],
    kept: set[UUID],
) -> ClauseAsked:
    def side(party_id: UUID | None) -> Side:
        return people[party_id][0].side if party_id is not None and party_id in people else Side.NONE

    def name(party_id: UUID | None) -> str:
        known = people.get(party_id) if party_id is not None else None
        return screen_name(known[1], tx.today) if known is not None else ""

    return ClauseAsked(
        row.id,
        row.position,
        row.text,
        row.amount,
        row.due_on,
        name(row.debtor_id),
        name(row.creditor_id),
        row.state,
        row.evidence,
        is_beneficiary(
            party.id,
            party.side,
            debtor=row.debtor_id,
            debtor_side=side(row.debtor_id),
            creditor=row.creditor_id,
            creditor_side=side(row.creditor_id),
        ),
        party.id == row.debtor_id,
        row.depends_on_id is None or row.depends_on_id in kept,
    )
