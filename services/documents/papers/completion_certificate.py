"""The certificate of a finished course (domain.md §3.3, R-12, P-2): how many meetings, from which day to which.

It holds no opinion and no diagnosis. The neutral form says visits to the station and nothing of the unit.
"""

from dataclasses import dataclass, replace
from datetime import date

from services.catalogue import say
from services.persian.digits import to_persian, to_persian_text

from ..blocks import Alignment, Block, Letterhead, Paper, Paragraph, SignatureRow, Spacer, Title, Tone
from ..templates import LetterText, fill
from .issue import Identity, Issue, Signer, code, day_words, framed, sign_off
from .neutral import must_hide, neutral_head, neutral_sign_off
from .parties import box

LETTER = "completion_certificate"
NEUTRAL_LETTER = "visits_certificate"


@dataclass(frozen=True, slots=True)
class CompletionCertificateContent:
    """`planned` meetings were set, `attended` were held with the client; `service` says what they were."""

    issue: Issue
    client: Identity
    planned: int
    attended: int
    first_day: date
    last_day: date
    service: str
    addressee: str
    counsellor: str
    signer: Signer
    is_neutral: bool = False


def compose(content: CompletionCertificateContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    """Raises InvalidError as the certificate of attendance does, if a neutral one would tell what it must hide."""
    issue = replace(content.issue, case_no="")
    body = [_spoken(block) for block in fill(letter.body, _fields(content))]
    blocks: list[Block] = [Spacer(8), Title(letter.title), Spacer(4), *body, Spacer(8)]
    if not content.is_neutral:
        blocks.append(SignatureRow((box(say("documents.signs.counsellor"), Identity(content.counsellor)),)))
        blocks.append(sign_off(content.signer))
        return framed(letter.title, blocks, letterhead, issue, letter.subject)
    head = neutral_head(letterhead)
    signed = neutral_sign_off(content.signer, head)
    must_hide(content.addressee, letter, body, signed)
    return framed(letter.title, [*blocks, signed], head, issue, letter.subject)


def _fields(content: CompletionCertificateContent) -> dict[str, object]:
    return {
        "name": content.client.full_name,
        "father_name": content.client.father_name,
        "national_code": code(content.client.national_code),
        "planned": to_persian(content.planned),
        "attended": to_persian(content.attended),
        "first_day": day_words(content.first_day),
        "last_day": day_words(content.last_day),
        "one_day": content.first_day == content.last_day,
        "service": to_persian_text(content.service),
        "addressee": content.addressee,
    }


def _spoken(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, tone=Tone.BODY, alignment=Alignment.JUSTIFY)
    return block
