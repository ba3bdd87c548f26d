"""The attendance certificate in both forms (domain.md §3.3, R-12, P-2).

The neutral form has the precinct's letterhead without the unit, the title of an administrative visit, and neither
subject, other party nor any word for counselling or social work.
"""

from dataclasses import dataclass, replace
from datetime import date, time

from ..blocks import Alignment, Block, Letterhead, Paper, Paragraph, Spacer, Title, Tone
from ..templates import LetterText, fill
from .issue import Identity, Issue, Signer, code, day_words, framed, hour, sign_off
from .neutral import must_hide, neutral_head, neutral_sign_off

LETTER = "attendance_certificate"
NEUTRAL_LETTER = "visit_certificate"


@dataclass(frozen=True, slots=True)
class AttendanceCertificateContent:
    """`addressee` is to whom the client shows it (the employer, a school); `is_neutral` chooses the neutral form."""

    issue: Issue
    client: Identity
    day: date
    from_hour: time
    to_hour: time
    addressee: str
    signer: Signer
    is_neutral: bool = False


def compose(content: AttendanceCertificateContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    """Raises InvalidError ("documents.neutral_word") if a neutral certificate would still say what it must hide.

    Its field is `addressee` where that is what tells.
    """
    issue = replace(content.issue, case_no="")
    head, signed = letterhead, sign_off(content.signer)
    if content.is_neutral:
        head = neutral_head(letterhead)
        signed = neutral_sign_off(content.signer, head)
    body = fill(letter.body, _fields(content))
    blocks: list[Block] = [
        Spacer(8),
        Title(letter.title),
        Spacer(4),
        *(_spoken(block) for block in body),
        Spacer(8),
        signed,
    ]
    if content.is_neutral:
        must_hide(content.addressee, letter, body, signed)
    return framed(letter.title, blocks, head, issue, letter.subject)


def _fields(content: AttendanceCertificateContent) -> dict[str, object]:
    return {
        "name": content.client.full_name,
        "father_name": content.client.father_name,
        "national_code": code(content.client.national_code),
        "day": day_words(content.day),
        "from_hour": hour(content.from_hour),
        "to_hour": hour(content.to_hour),
        "addressee": content.addressee,
    }


def _spoken(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, tone=Tone.BODY, alignment=Alignment.JUSTIFY)
    return block
