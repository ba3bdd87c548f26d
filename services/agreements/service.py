"""The use-cases about agreements (domain.md §4.1, R-13, P-18, P-30, P-31)."""

from datetime import date
from uuid import UUID

from models.agreement import Agreement, AgreementClause
from models.case import CaseFile
from models.enums import AgreementState, CaseStatus, ClauseState
from services.actor import Actor, Right
from services.agreements.marking import mark_clause, unmark_clause
from services.agreements.papers import titles_of_papers
from services.agreements.reading import details, rows_of_case
from services.agreements.saving import check_agreement, store_agreement
from services.agreements.shapes import AgreementDetail, AgreementDraft, Proof, WitnessDraft
from services.agreements.signing import refuse_in, see_in, void_in
from services.cases.access import visible_case
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError
from services.people.fields import Fields
from services.typed import LINE, REASON, line
from services.unit_of_work import Tx, UnitOfWork


class Agreements:
    """Agreements of one unit's cases. What they say is for who may read the papers of a file."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def save(self, actor: Actor, draft: AgreementDraft) -> Done[AgreementDetail]:
        """Store an agreement, or correct the one that `draft.id` names before any signature on it was seen.

        One agreement holds at a time; it is bound to the outcome of the present round, recorded before or after.
        Errors of a clause name `clauses.<place>.debtor_id` …, of a witness `witnesses.<place>.name`.
        """
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            fields = Fields()
            checked = check_agreement(tx, self._codes, case, draft, fields)
            fields.refuse()
            row = store_agreement(tx, case, checked)
            value = self._finish(tx, case, row, "agreement.correct" if draft.id else "agreement.save")
        return tx.done(value)

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[AgreementDetail, ...]:
        """Every agreement of a file, voided ones and those of earlier rounds too, the latest first."""
        with self._uow.read(actor, Right.DOCUMENT_READ) as tx:
            visible_case(tx, case_id)
            return details(tx, case_id, list(reversed(rows_of_case(tx, case_id))))

    def get(self, actor: Actor, agreement_id: UUID) -> AgreementDetail:
        """One agreement."""
        with self._uow.read(actor, Right.DOCUMENT_READ) as tx:
            row, case = self._row(tx, agreement_id)
            return details(tx, case.id, [row])[0]

    def printed(self, actor: Actor, agreement_id: UUID) -> tuple[str, ...]:
        """What its papers that stand are called, with their numbers: they become void when its words change."""
        with self._uow.read(actor, Right.DOCUMENT_READ) as tx:
            row, _ = self._row(tx, agreement_id)
            return titles_of_papers(tx, row.id)

    def see_signatures(
        self,
        actor: Actor,
        agreement_id: UUID,
        version: int,
        seen_on: date | None = None,
        signer_ids: tuple[UUID, ...] = (),
    ) -> Done[AgreementDetail]:
        """Record on which day the signatures of these signers were seen: of all, today, unless said otherwise.

        With the last party's signature the agreement counts, and so does its outcome (P-30).
        """
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            row, case = self._row(tx, agreement_id, version)
            see_in(tx, row, seen_on or tx.today, signer_ids)
            value = self._finish(tx, case, row, "agreement.see_signatures")
        return tx.done(value)

    def refuse(
        self, actor: Actor, agreement_id: UUID, version: int, party_id: UUID, witnesses: tuple[WitnessDraft, ...]
    ) -> Done[AgreementDetail]:
        """A party would not sign, and two witnesses say so (P-30).

        The agreement is void with that reason, and the file ended without settlement.
        """
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            row, case = self._row(tx, agreement_id, version)
            refuse_in(tx, self._codes, case, row, party_id, witnesses)
            value = self._finish(tx, case, row, "agreement.refuse", reason=row.void_reason)
        return tx.done(value)

    def settle_clause(
        self,
        actor: Actor,
        clause_id: UUID,
        version: int,
        state: ClauseState = ClauseState.KEPT,
        on: date | None = None,
        evidence: str = "",
        proof: Proof = Proof.BENEFICIARY,
    ) -> Done[AgreementDetail]:
        """A clause was kept, or kept in part, on a day (today unless said otherwise), as its beneficiary or a receipt
        says (P-18). Of instalments, "in part" means: up to that day."""
        return self._mark(actor, clause_id, version, state, on, evidence, proof)

    def breach_clause(
        self,
        actor: Actor,
        clause_id: UUID,
        version: int,
        on: date | None = None,
        evidence: str = "",
        proof: Proof = Proof.BENEFICIARY,
    ) -> Done[AgreementDetail]:
        """A clause was broken; what follows (a call, a session, a letter) is chosen by people (P-31)."""
        return self._mark(actor, clause_id, version, ClauseState.BREACHED, on, evidence, proof)

    def unmark_clause(self, actor: Actor, clause_id: UUID, version: int) -> Done[AgreementDetail]:
        """Take back a mark that was set by mistake."""
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            row, case, _ = self._clause(tx, clause_id, version)
            unmark_clause(tx, row, clause_id)
            value = self._finish(tx, case, row, "agreement.unmark_clause", clause_id)
        return tx.done(value)

    def confirm_by_court(
        self, actor: Actor, agreement_id: UUID, version: int, body: str, number: str, on: date
    ) -> Done[AgreementDetail]:
        """A court or council confirmed the private deed (R-13)."""
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            row, case = self._row(tx, agreement_id, version)
            if row.state is not AgreementState.SIGNED:
                raise InvalidError("agreements.not_signed_yet")
            fields = Fields()
            fields.not_after("on", on, tx.today)
            if on < row.made_on:
                fields.wrong("on", "agreements.court_before_made")
            number = fields.number("number", number)
            if not body.strip():
                fields.wrong("body", "agreements.court_body_needed")
            body = fields.line("body", body, LINE)
            fields.refuse()
            row.court_body, row.court_number, row.court_on = body, number, on
            value = self._finish(tx, case, row, "agreement.confirm_by_court")
        return tx.done(value)

    def void(self, actor: Actor, agreement_id: UUID, version: int, reason: str) -> Done[AgreementDetail]:
        """Take an agreement back, also a signed one; its outcome waits for another. Refused once the work is over."""
        why = line("reason", reason, REASON, needed="agreements.reason_needed")
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            row, case = self._row(tx, agreement_id, version)
            if case.status is CaseStatus.CLOSED:
                raise InvalidError("agreements.concluded")
            void_in(tx, row, why)
            value = self._finish(tx, case, row, "agreement.void", reason=why)
        return tx.done(value)

    def _mark(
        self,
        actor: Actor,
        clause_id: UUID,
        version: int,
        state: ClauseState,
        on: date | None,
        evidence: str,
        proof: Proof,
    ) -> Done[AgreementDetail]:
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            row, case, _ = self._clause(tx, clause_id, version)
            mark_clause(tx, row, clause_id, state, proof, on or tx.today, evidence)
            action = "agreement.breach_clause" if state is ClauseState.BREACHED else "agreement.settle_clause"
            value = self._finish(tx, case, row, action, clause_id)
        return tx.done(value)

    def _row(self, tx: Tx, agreement_id: UUID, version: int | None = None) -> tuple[Agreement, CaseFile]:
        """The agreement and its case, which the actor must see."""
        row = tx.get(Agreement, agreement_id)
        case = visible_case(tx, row.case_id)
        if version is not None:
            tx.expect(row, version)
            if case.status is CaseStatus.VOIDED:
                raise InvalidError("cases.already_voided")
        return row, case

    def _clause(self, tx: Tx, clause_id: UUID, version: int) -> tuple[Agreement, CaseFile, AgreementClause]:
        clause = tx.get(AgreementClause, clause_id)
        row = tx.get(Agreement, clause.agreement_id)
        case = visible_case(tx, row.case_id)
        tx.expect(clause, version)
        if case.status is CaseStatus.VOIDED:
            raise InvalidError("cases.already_voided")
        return row, case, clause

    def _finish(
        self, tx: Tx, case: CaseFile, row: Agreement, action: str, clause_id: UUID | None = None, reason: str = ""
    ) -> AgreementDetail:
        tx.session.flush()
        if clause_id is None:
            tx.record(action, "agreement", row.id, reason=reason)
        else:
            tx.record(action, "clause", clause_id)
        tx.changed("case", case.id)
        return details(tx, case.id, [row])[0]
