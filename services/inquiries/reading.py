"""What stands written for the answer to an inquiry."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile
from models.inquiry import Inquiry
from models.letter import Letter
from services.actor import Right
from services.codes import CodeReader
from services.inquiries.rules import HEADING, MISSION, headings_of
from services.inquiries.shapes import InquiryDetail, InquiryDraft, InquiryPerson, InquiryVisit, MissionOffer
from services.unit_of_work import Tx


def inquiry_of(tx: Tx, letter_id: UUID) -> Inquiry | None:
    """The row of a letter, None where nothing was written yet."""
    return tx.session.scalars(select(Inquiry).where(Inquiry.letter_id == letter_id)).one_or_none()


def detail_of(tx: Tx, lists: CodeReader, letter: Letter, row: Inquiry | None) -> InquiryDetail:
    case = tx.session.get(CaseFile, letter.case_id) if letter.case_id else None
    return InquiryDetail(
        id=row.id if row is not None else None,
        draft=draft_of(row) if row is not None else _proposed(letter),
        letter_number=letter.number,
        case_id=letter.case_id,
        case_no=case.case_no if case is not None else "",
        document_id=row.document_id if row is not None else None,
        missions=_missions(lists),
        may_write=tx.actor.may(Right.DOCUMENT_ISSUE) and (row is None or row.document_id is None),
    )


def draft_of(row: Inquiry) -> InquiryDraft:
    """The stored row in the form in which it was handed in."""
    return InquiryDraft(
        letter_id=row.letter_id,
        mission=row.mission,
        asked_by=row.asked_by,
        people=tuple(InquiryPerson(**one) for one in row.people),
        visits=tuple(_visit(one) for one in row.visits),
        findings=tuple(row.findings.items()),
        opinion=row.opinion,
        is_confidential=row.is_confidential,
        version=row.version,
    )


def _visit(stored: Mapping[str, Any]) -> InquiryVisit:
    day = stored.get("day")
    return InquiryVisit(stored["who"], stored.get("place", ""), date.fromisoformat(day) if day else None)


def _proposed(letter: Letter) -> InquiryDraft:
    return InquiryDraft(
        letter.id, "", letter.correspondent, (), is_confidential=letter.classification == "confidential"
    )


def _missions(lists: CodeReader) -> tuple[MissionOffer, ...]:
    return tuple(
        MissionOffer(
            row.code,
            row.label,
            tuple((code, lists.label(HEADING, code)) for code in headings_of(lists, row.code)),
            bool(row.does("has_photo")),
        )
        for row in lists.codes.all(lists.actor, MISSION)
    )
