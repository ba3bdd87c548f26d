"""The answer to an inquiry, or report of a local inquiry (domain.md §1.6, §3.3): whom it concerns, how it was looked
into, what was found by heading, and the opinion; for the certificate of a photograph, its box under the stamp."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import Block, Letterhead, Paper, Paragraph, PhotoBox, Spacer, Table, Title
from ..templates import LetterText, fill
from .issue import Issue, Signer, code, framed, greeting, heading
from .outward import Outward, signed
from .parties import Party, names

LETTER = "local_inquiry_report"
CLOSING = "local_inquiry_report_closing"


@dataclass(frozen=True, slots=True)
class Step:
    """Who was asked or what was seen, where and when."""

    who: str
    place: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class LocalInquiryReportContent:
    """`findings` are headings with their texts. `their_number` is on the letter that asked; without one it is named
    by `entered_as`, its number in our book. `inquiry_id` names the row behind it and is printed nowhere."""

    issue: Issue
    outward: Outward
    mission: str
    people: tuple[Party, ...]
    steps: tuple[Step, ...]
    findings: tuple[tuple[str, str], ...]
    opinion: str
    officer: Signer
    commander: Signer
    has_photo: bool = False
    their_number: str = ""
    their_date: str = ""
    entered_as: str = ""
    inquiry_id: str = ""


def compose(
    content: LocalInquiryReportContent,
    letterhead: Letterhead,
    letter: LetterText,
    closing: LetterText,
) -> Paper:
    fields: dict[str, object] = {
        "greeting": greeting(letterhead),
        "their_number": code(content.their_number),
        "their_date": content.their_date,
        "entered_as": code(content.entered_as),
        "mission": content.mission,
        "people": names(content.people),
        "has_photo": content.has_photo,
        "has_findings": bool(content.findings or content.steps),
    }
    blocks: list[Block] = [
        *heading(letterhead, content.outward.sender, content.outward.addressee, content.mission),
        *fill(letter.body, fields),
        _people(content),
        *_photo(content),
        *_method(content),
        *_findings(content),
    ]
    if content.opinion:
        blocks += [Title(say("documents.inquiry.opinion"), level=2), *_paragraphs(content.opinion)]
    blocks += [*fill(closing.body, fields), *signed(content.officer, content.commander)]
    return framed(letter.title, blocks, letterhead, content.issue, content.mission)


def _people(content: LocalInquiryReportContent) -> Table:
    head = tuple(say(f"documents.party.{name}") for name in ("part", "name", "father_name", "code"))
    rows = tuple(
        (one.part, one.identity.full_name, one.identity.father_name, code(one.identity.national_code))
        for one in content.people
    )
    return Table(head, rows, weights=(1.2, 2.1, 1.3, 1.5), strong_column=1)


def _photo(content: LocalInquiryReportContent) -> list[Block]:
    if not content.has_photo:
        return []
    return [Spacer(3), PhotoBox(say("documents.inquiry.photo"), say("documents.inquiry.stamp_across"))]


def _method(content: LocalInquiryReportContent) -> list[Block]:
    if not content.steps:
        return []
    head = tuple(say(f"documents.inquiry.{name}") for name in ("who", "place", "day"))
    rows = tuple((to_persian_text(one.who), to_persian_text(one.place), one.day) for one in content.steps)
    return [Title(say("documents.inquiry.method"), level=2), Table(head, rows, weights=(2.0, 2.0, 1.0))]


def _findings(content: LocalInquiryReportContent) -> list[Block]:
    found: list[Block] = []
    for label, text in content.findings:
        found += [Title(label, level=2), *_paragraphs(text)]
    return found


def _paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(to_persian_text(line)) for line in text.splitlines() if line.strip()]
