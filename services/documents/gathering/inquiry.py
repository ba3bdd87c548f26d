"""The answer to an inquiry (D21): what stands written for it, and what a letter needs besides."""

from dataclasses import replace
from typing import Any

from models.inquiry import Inquiry
from models.letter import Document, Letter
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered, asked, dots, read_day
from services.documents.gathering.signing import commanding
from services.documents.gathering.subject import Subject
from services.documents.papers.issue import Identity, Issue
from services.documents.papers.local_inquiry_report import LocalInquiryReportContent, Step
from services.documents.papers.outward import Outward
from services.documents.papers.parties import Party
from services.documents.shapes import FieldKind, MissingField, PaperRequest
from services.documents.unit_facts import sender_of, signer_of
from services.inquiries.reading import draft_of
from services.inquiries.rules import HEADING, MISSION, headings_of
from services.inquiries.shapes import InquiryVisit
from services.letters.linking import link
from services.letters.shapes import LinkDraft
from services.persian.jalali import format_date
from services.unit_of_work import Tx

DOCUMENT = "D21"
ORIGINALS = 2
"""One for who asked, one for the shelf."""
_IN_ANSWER_TO = "refers_to"


def gather_inquiry(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """The text is what was written beforehand; asked are only the particulars of the letter."""
    row = subject.inquiry
    assert row is not None
    letter = tx.get(Letter, row.letter_id)
    held = draft_of(row)
    commander, signer_fields = commanding(tx, codes, request)
    enclosures = request.value("enclosures")
    findings = _findings(codes, row)
    content = LocalInquiryReportContent(
        issue=replace(issue, is_confidential=row.is_confidential, attachment=enclosures),
        outward=Outward(dots(request.value("to_whom") or held.asked_by), sender_of(tx), "", ()),
        mission=codes.label(MISSION, row.mission),
        people=tuple(Party(one.part, Identity(one.name, one.father_name, one.national_code)) for one in held.people),
        steps=tuple(_step(one) for one in held.visits),
        findings=findings,
        opinion=held.opinion,
        has_photo=bool(codes.does(MISSION, row.mission, "has_photo")),
        officer=signer_of(tx, codes, row.officer_id),
        commander=commander,
        inquiry_id=row.id.hex,
        **_in_answer_to(letter, request),
    )
    missing = [
        asked("to_whom", required=True, proposal=held.asked_by),
        *_letter_fields(letter),
        asked("enclosures"),
        *signer_fields,
    ]
    return Gathered(
        content,
        tuple(missing),
        DOCUMENT,
        content.outward.addressee,
        originals=ORIGINALS,
        free=(*findings, *_spoken(held.opinion)),
        enclosures=enclosures,
        gaps=tuple(label for label, text in _by_heading(codes, row) if not text),
    )


def link_inquiry(tx: Tx, lists: CodeReader, row: Inquiry, document: Document) -> None:
    """The inquiry is answered by this paper, whose letter is in answer to theirs."""
    row.document_id, row.answered_at = document.id, tx.now
    tx.changed("inquiry", row.id)
    letter = tx.session.get(Letter, document.letter_id) if document.letter_id else None
    if letter is not None:
        link(tx, lists, letter, (LinkDraft(_IN_ANSWER_TO, row.letter_id),))
        tx.changed("letter", letter.id)


def _in_answer_to(letter: Letter, request: PaperRequest) -> dict[str, Any]:
    day = letter.their_date or read_day(request.value("their_date"))
    return {
        "their_number": letter.their_number or request.value("their_number"),
        "their_date": format_date(day) if day else "",
        "entered_as": letter.number,
    }


def _letter_fields(letter: Letter) -> list[MissingField]:
    found = []
    if not letter.their_number:
        found.append(asked("their_number"))
    if letter.their_date is None:
        found.append(asked("their_date", FieldKind.DATE))
    return found


def _step(one: InquiryVisit) -> Step:
    return Step(one.who, one.place, format_date(one.day) if one.day else "")


def _findings(codes: CodeReader, row: Inquiry) -> tuple[tuple[str, str], ...]:
    return tuple((label, text) for label, text in _by_heading(codes, row) if text)


def _by_heading(codes: CodeReader, row: Inquiry) -> list[tuple[str, str]]:
    """Every heading of the mission, also those of which nothing was found."""
    texts = row.findings
    return [(codes.label(HEADING, code), str(texts.get(code, ""))) for code in headings_of(codes, row.mission)]


def _spoken(opinion: str) -> tuple[tuple[str, str], ...]:
    return ((say("documents.inquiry.opinion"), opinion),) if opinion else ()
