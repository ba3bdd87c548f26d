"""Telling the head in silence (P-6, P-7): whoever typed learns nothing of it."""

from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty, Notice
from models.enums import CaseStatus, Confidentiality, NoticeKind
from services.unit_of_work import Tx


def tell_head(
    tx: Tx,
    kind: NoticeKind,
    person_id: UUID,
    case_id: UUID | None = None,
    other_case_id: UUID | None = None,
) -> None:
    """Leave a notice for the head, once for each matter."""
    known = tx.session.scalars(
        select(Notice.id)
        .where(
            Notice.unit_id == tx.actor.unit_id,
            Notice.kind == kind,
            Notice.person_id == person_id,
            Notice.case_id == case_id,
            Notice.other_case_id == other_case_id,
        )
        .limit(1)
    ).first()
    if known is None:
        tx.add(Notice(kind=kind, person_id=person_id, case_id=case_id, other_case_id=other_case_id, raised_at=tx.now))
        tx.changed("case", case_id)


def close_files_of(tx: Tx, person_id: UUID) -> None:
    """Hide every file of somebody who turned out to be staff or a relative from all but head and workers (P-7)."""
    cases = tx.session.scalars(
        select(CaseFile)
        .join(CaseParty, CaseParty.case_id == CaseFile.id)
        .where(
            CaseParty.person_id == person_id,
            CaseParty.is_removed.is_(False),
            CaseFile.status != CaseStatus.VOIDED,
            CaseFile.confidentiality != Confidentiality.STAFF_RELATIVE,
        )
    ).unique()
    for case in cases.all():
        case.confidentiality = Confidentiality.STAFF_RELATIVE
        tell_head(tx, NoticeKind.STAFF_RELATIVE, person_id, case.id)
