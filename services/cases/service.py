"""The use-cases about case files. Registering a new one is `services.intake`."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select

from models.agreement import Agreement, AgreementClause, AgreementSigner
from models.case import CaseCategory, CaseFile, CaseParty, CaseWorker, Notice
from models.enums import AgreementState, CaseStatus, Confidentiality, DocumentState, InviteAnswer, Side
from models.letter import Document
from models.person import Person
from models.referral_out import ReferralOut
from models.safety import Consent, RiskFlag, SafetyScreen
from models.work import AppointmentParty, Attendance
from services.actor import Actor, Right
from services.cases.access import case_of_party, parties_of, visible_case
from services.cases.conflicts import Watched, watch_parties
from services.cases.detail import case_detail
from services.cases.notices import notice_rows
from services.cases.parties import add_party_row, relate_sides
from services.cases.registering import check_staff
from services.cases.rows import case_rows
from services.cases.rules import clean_edit, clean_party
from services.cases.shapes import CaseDetail, CaseEdit, CaseRow, HoldDraft, NoticeRow, PartyDraft, PartyEdit
from services.cases.status import CONCLUDED, advance
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError
from services.people.access import same_person_ids, visible_person
from services.people.contacts import store_contacts
from services.people.fields import Fields
from services.people.saving import index_person, prepare_person, store_person
from services.unit_of_work import Tx, UnitOfWork
from services.visibility import visible_to

_HELD_BACK = (InviteAnswer.NOT_YET, InviteAnswer.NEVER)


class Cases:
    """The case files of one unit. A file that an actor may not see does not exist for that actor (P-6)."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def get(self, actor: Actor, case_id: UUID) -> CaseDetail:
        """A case with its parties and referrals; the opening is recorded."""
        with self._uow.read_recorded(actor, Right.CASE_READ) as tx:
            case = visible_case(tx, case_id)
            tx.record("case.open", "case", case.id)
            return case_detail(tx, self._codes, case)

    def row(self, actor: Actor, case_id: UUID) -> CaseRow:
        """A case as lists show it. Not recorded."""
        with self._uow.read(actor, Right.CASE_FIND) as tx:
            return case_rows(tx, self._codes, (visible_case(tx, case_id),))[0]

    def earlier_files(self, actor: Actor, person_id: UUID, except_case_id: UUID | None = None) -> tuple[CaseRow, ...]:
        """The person's files that the actor may open, newest first (P-6).

        Of files that are hidden from the actor neither existence nor count shows.
        """
        with self._uow.read(actor, Right.CASE_FIND, Right.IDENTITIES) as tx:
            person = visible_person(tx, person_id)
            ids = same_person_ids(tx, person) if actor.may(Right.CASE_VOID) else (person.id,)
            query = (
                select(CaseFile)
                .where(
                    CaseFile.id.in_(
                        select(CaseParty.case_id).where(CaseParty.person_id.in_(ids), CaseParty.is_removed.is_(False))
                    ),
                    visible_to(actor),
                )
                .order_by(CaseFile.opened_on.desc(), CaseFile.id.desc())
            )
            found = [case for case in tx.session.scalars(query) if case.id != except_case_id]
            return case_rows(tx, self._codes, found)

    def edit(self, actor: Actor, case_id: UUID, version: int, edit: CaseEdit) -> Done[CaseDetail]:
        """Change subject, words, categories, criminal aspect and archive place.

        The joint-session policy does not follow the category: a screen or a worker may have set it since.
        """
        with self._uow.write(actor, Right.CASE_EDIT, Right.CATEGORY_DETAIL) as tx:
            case = self._open_for(tx, case_id, version)
            fields = Fields()
            clean = clean_edit(edit, self._codes.of(actor), fields)
            fields.refuse()
            case.primary_category = clean.primary_category
            case.subject_line = clean.subject_line
            case.own_words = clean.own_words
            case.has_criminal_aspect = clean.has_criminal_aspect
            case.archive_place = clean.archive_place
            case.legal_issues = list(clean.legal_issues)
            _replace_categories(tx, case, clean.further_categories)
            return self._finish(tx, case, "case.edit")

    def add_party(self, actor: Actor, case_id: UUID, version: int, draft: PartyDraft) -> Done[CaseDetail]:
        """Add a new or known person to the case. Errors name fields as `person.national_code`, `role` …"""
        with self._uow.write(actor, Right.CASE_EDIT) as tx:
            case = self._open_for(tx, case_id, version)
            fields, lists = Fields(), self._codes.of(actor)
            clean_party(PartyEdit(draft.role, draft.side, draft.relation, draft.is_inviting), lists, fields)
            prepared = prepare_person(tx, lists, draft.person, fields.under("person"))
            fields.refuse()
            person = store_person(tx, prepared)
            tx.session.flush()
            parties = parties_of(tx, case.id)
            if any((party.person_id, party.role) == (person.id, draft.role) for party in parties):
                raise InvalidError("cases.party_known", "role")
            _refuse_both_sides(parties, person.id, draft.side)
            contacts = store_contacts(tx, person, prepared.draft.contacts, case.id, is_new=prepared.is_new)
            returning = _removed_party(tx, case, person.id, draft.role)
            if returning is None:
                position = max((party.position for party in parties), default=-1) + 1
                party = add_party_row(tx, case, draft, person, position)
            else:
                if returning.side is not draft.side:
                    _refuse_way_round(returning, draft.side, parties)
                party = _take_back(tx, returning, draft)
            watch_parties(tx, case, [Watched(party, person, prepared.is_new)])
            index_person(tx, person, contacts, is_new=prepared.is_new)
            relate_sides(tx, lists, parties_of(tx, case.id))
            return self._finish(tx, case, "party.add")

    def edit_party(self, actor: Actor, party_id: UUID, version: int, edit: PartyEdit) -> Done[CaseDetail]:
        """Change role, side, relation and who invites; `version` is the party's.

        "No objection" to the invitation does not outlive a change of side or of who invites; while "not yet" or
        "never" stands, no change may make it mean nothing (P-1).
        """
        with self._uow.write(actor, Right.CASE_EDIT) as tx:
            case, party = case_of_party(tx, party_id)
            tx.expect(party, version)
            fields, lists = Fields(), self._codes.of(actor)
            clean_party(edit, lists, fields)
            fields.refuse()
            others = [other for other in parties_of(tx, case.id) if other.id != party.id]
            _refuse_both_sides(others, party.person_id, edit.side)
            if (party.side, party.is_inviting) != (edit.side, edit.is_inviting):
                _refuse_way_round(party, edit.side, others)
                party.invite_answer, party.invite_answered_at = InviteAnswer.UNASKED, None
            party.role, party.side, party.relation = edit.role, edit.side, edit.relation
            party.is_inviting = edit.is_inviting
            watch_parties(tx, case, [Watched(party, tx.get(Person, party.person_id))])
            relate_sides(tx, lists, parties_of(tx, case.id))
            return self._finish(tx, case, "party.edit")

    def remove_party(self, actor: Actor, party_id: UUID, version: int, reason: str) -> Done[CaseDetail]:
        """Take off a person who was added by mistake; refused once work with that person is recorded."""
        with self._uow.write(actor, Right.CASE_EDIT) as tx:
            case, party = case_of_party(tx, party_id)
            tx.expect(party, version)
            if len(parties_of(tx, case.id)) < 2:
                raise InvalidError("cases.last_party")
            if _is_in_agreement(tx, party):
                raise InvalidError("cases.party_in_agreement")
            if _has_work(tx, party):
                raise InvalidError("cases.party_has_work")
            party.is_removed = True
            return self._finish(tx, case, "party.remove", _reason(reason))

    def assign(
        self, actor: Actor, case_id: UUID, version: int, responsible_id: UUID, worker_ids: tuple[UUID, ...] = ()
    ) -> Done[CaseDetail]:
        """Name the responsible worker and who shares the work. For the head."""
        with self._uow.write(actor, Right.CASE_ASSIGN) as tx:
            case = self._open_for(tx, case_id, version)
            fields = Fields()
            if responsible_id != case.responsible_id:
                check_staff(tx, self._codes, responsible_id, fields, "responsible_id", holds_cases=True)
            for staff_id in worker_ids:
                check_staff(tx, self._codes, staff_id, fields, "worker_ids")
            fields.refuse()
            case.responsible_id = responsible_id
            _replace_workers(tx, case, worker_ids)
            return self._finish(tx, case, "case.assign")

    def set_confidentiality(
        self, actor: Actor, case_id: UUID, version: int, level: Confidentiality
    ) -> Done[CaseDetail]:
        """Open or close a file to colleagues who do not work on it. For the head."""
        with self._uow.write(actor, Right.CASE_ASSIGN) as tx:
            case = self._open_for(tx, case_id, version)
            case.confidentiality = level
            return self._finish(tx, case, "case.set_confidentiality")

    def link_previous(
        self, actor: Actor, case_id: UUID, version: int, previous_case_id: UUID | None
    ) -> Done[CaseDetail]:
        """Name the earlier file of the same people as history (P-35), or none."""
        with self._uow.write(actor, Right.CASE_EDIT) as tx:
            case = self._open_for(tx, case_id, version)
            if previous_case_id is not None:
                _check_line(tx, case, visible_case(tx, previous_case_id))
            case.previous_case_id = previous_case_id
            return self._finish(tx, case, "case.link_previous")

    def move(self, actor: Actor, case_id: UUID, version: int, status: CaseStatus) -> Done[CaseDetail]:
        """Take a case to triage, intake, work, or hold it, as the status machine allows.

        Conclusions and their undoing belong to `services.outcomes`, voiding to `void`.
        """
        with self._uow.write(actor, Right.CASE_EDIT) as tx:
            case = self._open_for(tx, case_id, version)
            if status in CONCLUDED or case.status in CONCLUDED:
                raise InvalidError("cases.forbidden_move", "status")
            advance(tx, case, status)
            return self._finish(tx, case, "case.move")

    def void(self, actor: Actor, case_id: UUID, version: int, reason: str) -> Done[CaseDetail]:
        """Declare a file void; its number stays used and nothing is deleted. For the head, with a reason."""
        with self._uow.write(actor, Right.CASE_VOID) as tx:
            case = self._open_for(tx, case_id, version)
            case.void_reason = _reason(reason)
            case.status = CaseStatus.VOIDED
            return self._finish(tx, case, "case.void", case.void_reason)

    def notices(self, actor: Actor, *, with_seen: bool = False) -> tuple[NoticeRow, ...]:
        """What the head alone is told in silence, newest first (P-7)."""
        with self._uow.read(actor, Right.CASE_ASSIGN) as tx:
            return notice_rows(tx, with_seen=with_seen)

    def mark_notice_seen(self, actor: Actor, notice_id: UUID, version: int) -> Done[None]:
        """Put a notice away."""
        with self._uow.write(actor, Right.CASE_ASSIGN) as tx:
            notice = tx.get(Notice, notice_id)
            tx.expect(notice, version)
            notice.seen_at, notice.seen_by_id = tx.now, actor.staff_id
            tx.record("case.see_notice", "case", notice.case_id)
            tx.changed("case", notice.case_id)
            return tx.done(None)

    def hold(self, actor: Actor, draft: HoldDraft) -> Done[CaseDetail]:
        """Let a file wait for a paper, a party or an authority (domain.md §2.8.1); of one that waits, change why.

        Until its day it is no file at rest; any work on it ends the hold.
        """
        with self._uow.write(actor, Right.CASE_EDIT) as tx:
            case = self._open_for(tx, draft.case_id, draft.version)
            fields, lists = Fields(), self._codes.of(actor)
            fields.code("reason", lists, "hold_reason", draft.reason, required=True)
            note = fields.line("note", draft.note)
            if lists.does("hold_reason", draft.reason, "needs_note") and not note:
                fields.wrong("note", "cases.reason_needed")
            if draft.until is not None and draft.until < tx.today:
                fields.wrong("until", "cases.hold_in_past")
            fields.refuse()
            advance(tx, case, CaseStatus.ON_HOLD)
            case.hold_reason, case.hold_note, case.hold_until = draft.reason, note, draft.until
            return self._finish(tx, case, "case.hold")

    def _open_for(self, tx: Tx, case_id: UUID, version: int) -> CaseFile:
        case = visible_case(tx, case_id)
        tx.expect(case, version)
        if case.status is CaseStatus.VOIDED:
            raise InvalidError("cases.already_voided")
        return case

    def _finish(self, tx: Tx, case: CaseFile, action: str, reason: str = "") -> Done[CaseDetail]:
        tx.record(action, "case", case.id, reason=reason)
        tx.changed("case", case.id)
        tx.session.flush()
        return tx.done(case_detail(tx, self._codes, case))


def _reason(typed: str) -> str:
    fields = Fields()
    reason = fields.line("reason", typed)
    if not reason and not fields.errors:
        fields.wrong("reason", "cases.reason_needed")
    fields.refuse()
    return reason


def _refuse_both_sides(parties: Sequence[CaseParty], person_id: UUID, side: Side) -> None:
    """Nobody is a side of a matter against themselves: their telephone, hour and answer would belong to both."""
    taken = {party.side for party in parties if party.person_id == person_id} - {Side.NONE}
    if side is not Side.NONE and taken and side not in taken:
        raise InvalidError("cases.on_other_side", "side")


def _replace_categories(tx: Tx, case: CaseFile, categories: tuple[str, ...]) -> None:
    rows = {
        row.category: row for row in tx.session.scalars(select(CaseCategory).where(CaseCategory.case_id == case.id))
    }
    for category, row in rows.items():
        if category not in categories:
            tx.session.delete(row)
    for category in categories:
        if category not in rows:
            tx.add(CaseCategory(case_id=case.id, category=category))


def _replace_workers(tx: Tx, case: CaseFile, worker_ids: tuple[UUID, ...]) -> None:
    rows = {row.staff_id: row for row in tx.session.scalars(select(CaseWorker).where(CaseWorker.case_id == case.id))}
    for staff_id, row in rows.items():
        if staff_id not in worker_ids:
            tx.session.delete(row)
    for staff_id in dict.fromkeys(worker_ids):
        if staff_id not in rows:
            tx.add(CaseWorker(case_id=case.id, staff_id=staff_id))


def _removed_party(tx: Tx, case: CaseFile, person_id: UUID, role: str) -> CaseParty | None:
    return tx.session.scalars(
        select(CaseParty).where(
            CaseParty.case_id == case.id,
            CaseParty.person_id == person_id,
            CaseParty.role == role,
            CaseParty.is_removed.is_(True),
        )
    ).first()


def _refuse_way_round(party: CaseParty, side: Side, others: Sequence[CaseParty]) -> None:
    """Whoever keeps the other side from being invited goes on inviting, and nobody changes over to that side: the
    answer would hold nothing back any more (P-1). One sentence for both, which tells nobody's answer (P-4)."""
    changes_over = side is not party.side and side is not Side.NONE
    if party.invite_answer in _HELD_BACK or (
        changes_over and any(one.invite_answer in _HELD_BACK for one in others if one.side is side)
    ):
        raise InvalidError("cases.sides_stay", "side")


def _take_back(tx: Tx, party: CaseParty, draft: PartyDraft) -> CaseParty:
    party.is_removed = False
    party.side, party.relation, party.is_inviting = draft.side, draft.relation, draft.is_inviting
    party.invite_answer, party.invite_answered_at = InviteAnswer.UNASKED, None
    tx.changed("party", party.id)
    return party


def _has_work(tx: Tx, party: CaseParty) -> bool:
    of_party = (AppointmentParty, Attendance)
    of_person = (Consent, SafetyScreen, RiskFlag, ReferralOut)
    return (
        party.invite_answer is not InviteAnswer.UNASKED
        or any(
            tx.session.scalars(select(kind.id).where(kind.party_id == party.id).limit(1)).first() is not None
            for kind in of_party
        )
        or any(
            tx.session.scalars(
                select(kind.id).where(kind.case_id == party.case_id, kind.person_id == party.person_id).limit(1)
            ).first()
            is not None
            for kind in of_person
        )
        or _has_paper(tx, party)
    )


def _has_paper(tx: Tx, party: CaseParty) -> bool:
    """Whether a paper about the person stands, which names the file as the person's."""
    papers = select(Document.id).where(
        Document.case_id == party.case_id,
        Document.person_id == party.person_id,
        Document.state == DocumentState.ISSUED,
    )
    return tx.session.scalars(papers.limit(1)).first() is not None


def _is_in_agreement(tx: Tx, party: CaseParty) -> bool:
    """Whether an agreement that was not voided names the party, signed or to be signed."""
    holds = Agreement.state != AgreementState.VOIDED
    named = or_(AgreementClause.debtor_id == party.id, AgreementClause.creditor_id == party.id)
    clauses = select(AgreementClause.id).join(Agreement, Agreement.id == AgreementClause.agreement_id)
    signers = select(AgreementSigner.id).join(Agreement, Agreement.id == AgreementSigner.agreement_id)
    asked = (clauses.where(holds, named), signers.where(holds, AgreementSigner.party_id == party.id))
    return any(tx.session.scalars(one.limit(1)).first() is not None for one in asked)


def _check_line(tx: Tx, case: CaseFile, previous: CaseFile) -> None:
    """Refuse a line of earlier files that comes back to the case itself."""
    if previous.id == case.id:
        raise InvalidError("cases.same_case", "previous_case_id")
    seen: set[UUID] = set()
    earlier: CaseFile | None = previous
    while earlier is not None and earlier.id not in seen:
        if earlier.previous_case_id == case.id:
            raise InvalidError("cases.circle", "previous_case_id")
        seen.add(earlier.id)
        earlier = tx.session.get(CaseFile, earlier.previous_case_id) if earlier.previous_case_id else None
