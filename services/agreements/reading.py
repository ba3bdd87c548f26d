"""Agreements as rows, inside an open transaction, for this service and for outcomes, papers and follow-up."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from models.agreement import Agreement, AgreementClause, AgreementSigner
from models.case import CaseFile, CaseParty
from models.enums import AgreementState
from models.person import Person
from models.work import Outcome
from services.agreements.rules import next_due
from services.agreements.shapes import AgreementDetail, ClauseRow, SignerRow
from services.cases.access import people_of
from services.cases.holdings import holds
from services.codes import Codes
from services.people.naming import full_name, screen_name
from services.staff.naming import staff_names
from services.unit_of_work import Tx

_IDS: Any = bindparam("ids", expanding=True)
_OF_CASE = select(Agreement).where(Agreement.case_id == bindparam("of_case")).order_by(Agreement.cycle, Agreement.id)
_CLAUSES = (
    select(AgreementClause)
    .where(AgreementClause.agreement_id.in_(_IDS))
    .order_by(AgreementClause.agreement_id, AgreementClause.position)
)
_SIGNERS = (
    select(AgreementSigner)
    .where(AgreementSigner.agreement_id.in_(_IDS))
    .order_by(AgreementSigner.agreement_id, AgreementSigner.position)
)
_LAST_CYCLE = select(func.max(Outcome.cycle)).where(Outcome.case_id == bindparam("of_case"))
_PERSONS = select(CaseParty.id, Person).join(Person, Person.id == CaseParty.person_id).where(CaseParty.id.in_(_IDS))

Names = Callable[[Person], str]


def cycle_of(tx: Tx, case: CaseFile) -> int:
    """The round that an agreement belongs to: that of the outcome that holds, or the next one to come."""
    last = tx.once(("last_cycle", case.id), lambda: tx.session.scalar(_LAST_CYCLE, {"of_case": case.id})) or 0
    return last if case.disposition else last + 1


def rows_of_case(tx: Tx, case_id: UUID) -> list[Agreement]:
    """Every agreement of a case, earlier rounds first."""
    return tx.once(("agreements_of", case_id), lambda: _rows_of_case(tx, case_id))


def _rows_of_case(tx: Tx, case_id: UUID) -> list[Agreement]:
    return list(tx.session.scalars(_OF_CASE, {"of_case": case_id})) if holds(tx, case_id, Agreement) else []


def holding_row(tx: Tx, case: CaseFile, cycle: int | None = None) -> Agreement | None:
    """The one that holds in this round: the last that was not voided."""
    rows = [row for row in rows_of_case(tx, case.id) if row.state is not AgreementState.VOIDED]
    if not rows:
        return None
    wanted = cycle_of(tx, case) if cycle is None else cycle
    return next((row for row in reversed(rows) if row.cycle == wanted), None)


def clauses_of(tx: Tx, agreement_id: UUID) -> list[AgreementClause]:
    return list(tx.session.scalars(_CLAUSES, {"ids": [agreement_id]}))


def signers_of(tx: Tx, agreement_id: UUID) -> list[AgreementSigner]:
    return list(tx.session.scalars(_SIGNERS, {"ids": [agreement_id]}))


def agreement_in(tx: Tx, _codes: Codes, case_id: UUID, *, on_screen: bool = False) -> AgreementDetail | None:
    """The agreement that holds in the present round of a case that the actor was already found to see, or None.

    Names are whole, for papers; `on_screen`: initials for minors (P-14).
    """
    case = tx.get(CaseFile, case_id)
    row = holding_row(tx, case)
    return details(tx, case_id, [row], on_screen=on_screen)[0] if row is not None else None


def details(
    tx: Tx, case_id: UUID, rows: Sequence[Agreement], *, on_screen: bool = True
) -> tuple[AgreementDetail, ...]:
    """Agreements of one case with a fixed number of statements."""
    if not rows:
        return ()
    ids = [row.id for row in rows]
    clauses = list(tx.session.scalars(_CLAUSES, {"ids": ids}))
    signers = list(tx.session.scalars(_SIGNERS, {"ids": ids}))
    named = {one for clause in clauses for one in (clause.debtor_id, clause.creditor_id) if one is not None}
    named |= {signer.party_id for signer in signers if signer.party_id is not None}
    persons = persons_of(tx, case_id, named)
    called: Names = (lambda person: screen_name(person, tx.today)) if on_screen else full_name
    return tuple(
        _detail(
            tx,
            row,
            [clause for clause in clauses if clause.agreement_id == row.id],
            [signer for signer in signers if signer.agreement_id == row.id],
            persons,
            called,
        )
        for row in rows
    )


def persons_of(tx: Tx, case_id: UUID, party_ids: Iterable[UUID]) -> dict[UUID, Person]:
    """The persons behind parties, also behind one who was taken off the file since."""
    found = {party.id: person for party, person in people_of(tx, case_id)}
    missing = [party_id for party_id in party_ids if party_id not in found]
    if missing:
        found.update((party_id, person) for party_id, person in tx.session.execute(_PERSONS, {"ids": missing}))
    return found


def _detail(
    tx: Tx,
    row: Agreement,
    clauses: Sequence[AgreementClause],
    signers: Sequence[AgreementSigner],
    persons: dict[UUID, Person],
    called: Names,
) -> AgreementDetail:
    positions = {clause.id: clause.position for clause in clauses}
    return AgreementDetail(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        cycle=row.cycle,
        kind=row.kind,
        state=row.state,
        made_on=row.made_on,
        place=row.place,
        sat_together=row.sat_together,
        subject=row.subject,
        open_points=row.open_points,
        is_conditional=row.is_conditional,
        has_mutual_waiver=row.has_mutual_waiver,
        breach_words=row.breach_words,
        children_words=row.children_words,
        copies=row.copies,
        court_body=row.court_body,
        court_number=row.court_number,
        court_on=row.court_on,
        void_reason=row.void_reason,
        staff_name=staff_names(tx).get(row.staff_id, ""),
        clauses=tuple(_clause_row(clause, positions, persons, called) for clause in clauses),
        signers=tuple(_signer_row(signer, persons, called) for signer in signers),
    )


def _clause_row(
    clause: AgreementClause, positions: dict[UUID, int], persons: dict[UUID, Person], called: Names
) -> ClauseRow:
    creditor = persons.get(clause.creditor_id) if clause.creditor_id is not None else None
    return ClauseRow(
        id=clause.id,
        version=clause.version,
        position=clause.position,
        debtor_id=clause.debtor_id,
        debtor_name=called(persons[clause.debtor_id]),
        creditor_id=clause.creditor_id,
        creditor_name=called(creditor) if creditor is not None else "",
        text=clause.text,
        amount=clause.amount,
        instalments=clause.instalments,
        due_on=clause.due_on,
        next_due_on=next_due(clause.state, clause.due_on, clause.instalments, clause.settled_on),
        place=clause.place,
        depends_on=positions.get(clause.depends_on_id) if clause.depends_on_id is not None else None,
        state=clause.state,
        settled_on=clause.settled_on,
        evidence=clause.evidence,
    )


def _signer_row(signer: AgreementSigner, persons: dict[UUID, Person], called: Names) -> SignerRow:
    person = persons.get(signer.party_id) if signer.party_id is not None else None
    return SignerRow(
        id=signer.id,
        role=signer.role,
        party_id=signer.party_id,
        name=called(person) if person is not None else signer.name,
        father_name=person.father_name if person is not None else signer.father_name,
        national_code=person.national_code if person is not None else signer.national_code,
        state=signer.state,
        seen_on=signer.seen_on,
    )
