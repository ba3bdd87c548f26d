"""Storing an agreement inside an open transaction: checked first, all errors together (R-13, P-30, P-31)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.agreement import Agreement, AgreementClause, AgreementSigner
from models.base import new_id
from models.case import CaseFile
from models.enums import AgreementState, CaseStatus, ClauseState, SignatureState, SignerRole
from services.agreements import rules
from services.agreements.papers import issued_papers, said_by, said_in, void_papers
from services.agreements.reading import clauses_of, cycle_of, holding_row, signers_of
from services.agreements.shapes import AgreementDraft, ClauseDraft
from services.cases.access import people_of
from services.cases.rows import arrivals_of
from services.catalogue import say
from services.codes import Codes
from services.errors import InvalidError, NotFoundError
from services.people.fields import Fields
from services.people.naming import full_name, is_minor
from services.unit_of_work import Tx

_OVER = (CaseStatus.FOLLOW_UP, CaseStatus.CLOSED)
_GUARDS = "parent_child"


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft that can be stored as it is. `outdates_paper`: a paper that was issued says something else."""

    draft: AgreementDraft
    row: Agreement | None
    outdates_paper: bool = False


def check_agreement(tx: Tx, codes: Codes, case: CaseFile, draft: AgreementDraft, fields: Fields) -> Checked:
    """Read what was typed; every error goes to `fields`. `StaleError` where the stored one changed meanwhile."""
    expect_open(case)
    clean, row = rules.clean_agreement(draft, ground_of(tx, codes, case), fields), _stored(tx, case, draft)
    return Checked(clean, row, row is not None and _outdates_paper(tx, clean, row))


def store_agreement(
    tx: Tx, case: CaseFile, checked: Checked, *, cycle: int | None = None, seen_on: date | None = None
) -> Agreement:
    """Write a checked agreement with its clauses and signers; papers that say something else become void.

    `seen_on`: all signatures were seen on that day already; the caller tells the outcome.
    """
    draft, row = checked.draft, checked.row
    if row is None:
        row = Agreement(id=new_id(), case_id=case.id, cycle=cycle or cycle_of(tx, case))
        tx.add(row)
    row.state = AgreementState.SIGNED if seen_on is not None else AgreementState.AWAITING
    row.kind = draft.kind
    row.made_on = draft.made_on
    row.place = draft.place
    row.sat_together = draft.sat_together
    row.subject = draft.subject
    row.open_points = draft.open_points
    row.is_conditional = draft.is_conditional
    row.has_mutual_waiver = draft.has_mutual_waiver
    row.breach_words = draft.breach_words
    row.children_words = draft.children_words
    row.copies = draft.copies
    row.staff_id = tx.actor.staff_id
    row.recorded_at = tx.now  # so that a change of clauses alone counts the version, too
    tx.session.flush()
    _store_clauses(tx, row.id, draft.clauses, is_new=checked.row is None)
    _store_signers(tx, row.id, draft, seen_on, is_new=checked.row is None)
    if checked.outdates_paper:
        void_papers(tx, row.id, say("agreements.text_changed"))
    tx.changed("agreement", row.id)
    return row


def _outdates_paper(tx: Tx, draft: AgreementDraft, row: Agreement) -> bool:
    if not issued_papers(tx, row.id):
        return False
    return said_in(draft) != said_by(row, clauses_of(tx, row.id), signers_of(tx, row.id))


def expect_open(case: CaseFile) -> None:
    """Refuse a file whose work is over: it is taken up again first."""
    if case.status is CaseStatus.VOIDED:
        raise InvalidError("cases.already_voided")
    if case.status in _OVER:
        raise InvalidError("agreements.concluded")


def ground_of(tx: Tx, codes: Codes, case: CaseFile) -> rules.Ground:
    """The case as the rules see it."""
    reader = codes.of(tx.actor)
    parties = tuple(
        rules.Signatory(
            party_id=party.id,
            name=full_name(person),
            father_name=person.father_name,
            national_code=person.national_code,
            side=party.side,
            signs=str(reader.does("party_role", party.role, "signs") or ""),
            is_guardian=reader.does("party_role", party.role, "group") == _GUARDS,
            is_minor=is_minor(person, tx.today),
            can_read=person.can_read,
        )
        for party, person in people_of(tx, case.id)
    )
    waits = any(referral.is_reply_owed for referral, _ in arrivals_of(tx, (case.id,)))
    return rules.Ground(tx.today, None if case.is_from_paper else case.first_day, parties, waits)


def _stored(tx: Tx, case: CaseFile, draft: AgreementDraft) -> Agreement | None:
    """The row that is corrected, None for a new one. One agreement holds at a time."""
    holding = holding_row(tx, case)
    if draft.id is None:
        if holding is not None:
            raise InvalidError("agreements.exists_already")
        return None
    row = tx.get(Agreement, draft.id)
    if row.case_id != case.id:
        raise NotFoundError("errors.not_found")
    tx.expect(row, draft.version or 0)
    expect_awaiting(tx, row)
    return row


def expect_awaiting(tx: Tx, row: Agreement) -> None:
    """Refuse what was signed, in part or by all, or voided."""
    if row.state is AgreementState.VOIDED:
        raise InvalidError("agreements.voided_already")
    signed = row.state is AgreementState.SIGNED
    if signed or any(one.state is SignatureState.SEEN for one in signers_of(tx, row.id)):
        raise InvalidError("agreements.signed_already")


def _store_clauses(tx: Tx, agreement_id: UUID, clauses: tuple[ClauseDraft, ...], *, is_new: bool) -> None:
    known = {} if is_new else {one.id: one for one in clauses_of(tx, agreement_id)}
    kept = {one.id for one in clauses if one.id is not None}
    if not is_new:
        _make_room(tx, known)  # a clause can't go while another one, that goes too, depends on it
    for gone in [one for one in known.values() if one.id not in kept]:
        del known[gone.id]
        tx.session.delete(gone)
    rows: list[AgreementClause] = []
    for place, draft in enumerate(clauses):
        row = known.get(draft.id) if draft.id is not None else None
        if row is None:
            row = AgreementClause(id=new_id(), agreement_id=agreement_id, state=ClauseState.OPEN)
            tx.add(row)
        row.position = place + 1
        rows.append(_filled(row, draft))
    if not is_new:
        tx.session.flush()  # a flush writes changed rows before new ones, which they may depend on
    for row, draft in zip(rows, clauses, strict=True):
        row.depends_on_id = rows[draft.depends_on - 1].id if draft.depends_on is not None else None


def _make_room(tx: Tx, known: dict[UUID, AgreementClause]) -> None:
    """Numbers are unique at every moment: stored clauses step aside before they take their new ones."""
    for row in known.values():
        row.depends_on_id = None
        row.position = -row.position
    tx.session.flush()


def _filled(row: AgreementClause, draft: ClauseDraft) -> AgreementClause:
    if draft.debtor_id is None:
        raise AssertionError("a checked clause has a debtor")
    row.debtor_id = draft.debtor_id
    row.creditor_id = draft.creditor_id
    row.text = draft.text
    row.amount = draft.amount
    row.instalments = draft.instalments
    row.due_on = draft.due_on
    row.place = draft.place
    return row


def _store_signers(tx: Tx, agreement_id: UUID, draft: AgreementDraft, seen_on: date | None, *, is_new: bool) -> None:
    if not is_new:
        for gone in signers_of(tx, agreement_id):
            tx.session.delete(gone)
        tx.session.flush()
    rows = [AgreementSigner(role=SignerRole.PARTY, party_id=party_id) for party_id in draft.signer_ids]
    rows += [
        AgreementSigner(
            role=SignerRole.WITNESS,
            name=one.name,
            father_name=one.father_name,
            national_code=one.national_code,
        )
        for one in draft.witnesses
    ]
    for position, row in enumerate(rows, 1):
        row.id, row.agreement_id, row.position = new_id(), agreement_id, position
        row.state = SignatureState.SEEN if seen_on is not None else SignatureState.AWAITED
        row.seen_on = seen_on
        tx.add(row)
