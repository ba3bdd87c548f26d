"""A case's head, parties and referrals as one actor may read them."""

from functools import lru_cache
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from models.case import CaseCategory, CaseFile, CaseParty, CaseWorker, ReferralIn
from models.enums import CaseStatus
from models.person import Person
from services.actor import Actor, Right
from services.cases.access import people_of
from services.cases.holdings import holds, is_confidential
from services.cases.rows import arrivals_of, case_rows
from services.cases.shapes import CaseDetail, CaseRef, Hold, PartyRow, ReferralRow, WorkerRow
from services.codes import CodeReader, Codes
from services.people.naming import age_of, birth_year, is_minor, person_initials, screen_name
from services.staff.naming import staff_names
from services.unit_of_work import Tx
from services.visibility import visible_to

_FURTHER = select(CaseCategory.category).where(CaseCategory.case_id == bindparam("of_case")).order_by(CaseCategory.id)
_WORKERS = select(CaseWorker.staff_id).where(CaseWorker.case_id == bindparam("of_case")).order_by(CaseWorker.id)


def case_detail(tx: Tx, codes: Codes, case: CaseFile) -> CaseDetail:
    """The whole head. It does not ask whether the actor may see the case."""
    reader = codes.of(tx.actor)
    knows_detail = tx.actor.may(Right.CATEGORY_DETAIL)
    may_read_safety = tx.actor.may(Right.SAFETY_READ)
    further = tuple(tx.session.scalars(_FURTHER, {"of_case": case.id})) if holds(tx, case.id, CaseCategory) else ()
    return CaseDetail(
        row=case_rows(tx, codes, (case,))[0],
        primary_category=case.primary_category if knows_detail else "",
        further_categories=further if knows_detail else (),
        further_labels=tuple(reader.label("case_category", code) for code in further) if knows_detail else (),
        own_words=case.own_words if knows_detail and tx.actor.may(Right.IDENTITIES) else "",
        has_criminal_aspect=case.has_criminal_aspect,
        joint_policy=case.joint_policy if may_read_safety else None,
        joint_policy_reason=case.joint_policy_reason if may_read_safety else "",
        archive_place=case.archive_place,
        paper_case_no=case.paper_case_no,
        parties=party_rows(tx, reader, case.id),
        referrals=referral_rows(tx, reader, case.id),
        workers=_workers(tx, case.id),
        previous_case=_ref(tx, case.previous_case_id),
        later_cases=_later(tx, case.id),
        disposition_on=case.disposition_on,
        closed_on=case.closed_on,
        created_at=case.created_at,
        created_by_name=staff_names(tx).get(case.created_by_id, ""),
        void_reason=case.void_reason,
        happened_on=case.happened_on,
        class_label=class_label(tx, reader, case.id),
        hold=_hold(reader, case) if case.status is CaseStatus.ON_HOLD else None,
        legal_issues=tuple(case.legal_issues) if knows_detail else (),
        legal_labels=tuple(reader.label("legal_issue", code) for code in case.legal_issues) if knows_detail else (),
    )


def _hold(codes: CodeReader, case: CaseFile) -> Hold:
    return Hold(case.hold_reason, codes.label("hold_reason", case.hold_reason), case.hold_note, case.hold_until)


def class_label(tx: Tx, codes: CodeReader, case_id: UUID) -> str:
    """The unit's word for the class of a file, empty for one that bears no mark (R-16)."""
    return codes.label("classification", "confidential") if is_confidential(tx, case_id) else ""


def party_rows(tx: Tx, codes: CodeReader, case_id: UUID) -> tuple[PartyRow, ...]:
    """The present parties in the order of the file; names are empty without the right to identities."""
    return tuple(_party_row(tx, codes, party, person) for party, person in people_of(tx, case_id))


def referral_rows(tx: Tx, codes: CodeReader, case_id: UUID) -> tuple[ReferralRow, ...]:
    """How the case arrived, first arrival first."""
    return tuple(_referral_row(codes, referral, number) for referral, number in arrivals_of(tx, (case_id,)))


def _party_row(tx: Tx, codes: CodeReader, party: CaseParty, person: Person) -> PartyRow:
    is_known = tx.actor.may(Right.IDENTITIES)
    intimate_relation = not party.relation or bool(codes.does("relation", party.relation, "intimate"))
    return PartyRow(
        id=party.id,
        version=party.version,
        person_id=person.id,
        name=screen_name(person, tx.today) if is_known else "",
        initials=person_initials(person) if is_known else "",
        father_name=person.father_name if is_known else "",
        birth_year=birth_year(person) if is_known else None,
        age=age_of(person, tx.today),
        is_minor=is_minor(person, tx.today),
        sex=person.sex,
        role=party.role,
        role_label=codes.label("party_role", party.role),
        side=party.side,
        relation=party.relation,
        relation_label=codes.label("relation", party.relation),
        is_inviting=party.is_inviting,
        is_intimate=intimate_relation or bool(codes.does("party_role", party.role, "intimate")),
        needs_screen=bool(codes.does("party_role", party.role, "needs_screen")) and not is_minor(person, tx.today),
    )


def _referral_row(codes: CodeReader, referral: ReferralIn, incoming_no: str) -> ReferralRow:
    return ReferralRow(
        id=referral.id,
        version=referral.version,
        source=referral.source,
        source_label=codes.label("referral_source", referral.source),
        body=referral.body,
        branch=referral.branch,
        officer=referral.officer,
        letter_no=referral.letter_no,
        letter_on=referral.letter_on,
        judicial_case_no=referral.judicial_case_no,
        judicial_archive_no=referral.judicial_archive_no,
        notice_no=referral.notice_no,
        complaint_no=referral.complaint_no,
        incident_no=referral.incident_no,
        agency_no=referral.agency_no,
        order_text=referral.order_text,
        ordered_both=referral.ordered_both,
        received_at=referral.received_at,
        is_reply_owed=referral.is_reply_owed,
        due_at=referral.due_at,
        replied_at=referral.replied_at,
        incoming_no=incoming_no,
        letter_id=referral.letter_id,
        is_answer_outdated=referral.outdated_since is not None,
    )


def _workers(tx: Tx, case_id: UUID) -> tuple[WorkerRow, ...]:
    rows = tx.session.scalars(_WORKERS, {"of_case": case_id}) if holds(tx, case_id, CaseWorker) else ()
    return tuple(WorkerRow(staff_id, staff_names(tx).get(staff_id, "")) for staff_id in rows)


def _ref(tx: Tx, case_id: UUID | None) -> CaseRef | None:
    if case_id is None:
        return None
    row = tx.session.execute(
        select(CaseFile.id, CaseFile.case_no).where(CaseFile.id == case_id, visible_to(tx.actor))
    ).first()
    return CaseRef(row.id, row.case_no) if row is not None else None


@lru_cache
def _later_seen_by(actor: Actor) -> Select[UUID, str]:
    return (
        select(CaseFile.id, CaseFile.case_no)
        .where(CaseFile.previous_case_id == bindparam("of_case"), visible_to(actor))
        .order_by(CaseFile.opened_on, CaseFile.id)
    )


def _later(tx: Tx, case_id: UUID) -> tuple[CaseRef, ...]:
    if not holds(tx, case_id, CaseFile):
        return ()
    rows = tx.rows(_later_seen_by(tx.actor), {"of_case": case_id})
    return tuple(CaseRef(key, number) for key, number in rows)
