"""The intake form (domain.md §3.3): one client's own sheet; identity, referral and subject, nothing of health (P-15).

It is signed by the client, so it holds nothing of the other side but name and role.
"""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import Block, KeyValues, Letterhead, Paper, Paragraph, SignatureRow, Title
from ..templates import LetterText, fill
from .issue import Identity, Issue, framed
from .parties import Party, box

LETTER = "intake_form"


@dataclass(frozen=True, slots=True)
class IntakeFormContent:
    """`referral`, `about` and `contacts` are labels with values as they are printed; an empty value is a line to
    write on. `others` are roles and names alone, `own_words` the client's own."""

    issue: Issue
    client: Party
    counsellor: str
    referral: tuple[tuple[str, str], ...]
    about: tuple[tuple[str, str], ...]
    contacts: tuple[tuple[str, str], ...]
    subject: str
    others: tuple[tuple[str, str], ...] = ()
    own_words: str = ""


def compose(content: IntakeFormContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    words = "documents.intake"
    blocks: list[Block] = [Title(letter.title), *_section(f"{words}.referral", content.referral)]
    blocks += _section(f"{words}.client", content.about)
    blocks += _section(f"{words}.contacts", content.contacts, columns=1)
    matter = ((say(f"{words}.subject"), to_persian_text(content.subject)), *content.others)
    blocks += _section(f"{words}.matter", matter, columns=1)
    if content.own_words:
        blocks.append(Paragraph(say(f"{words}.own_words", words=content.own_words)))
    blocks += fill(letter.body, {})
    client = box(say("documents.signs.client"), content.client.identity)
    blocks.append(SignatureRow((client, box(say("documents.signs.counsellor"), Identity(content.counsellor)))))
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)


def _section(key: str, items: tuple[tuple[str, str], ...], columns: int = 2) -> list[Block]:
    return [Title(say(key), level=2), KeyValues(items, columns)] if items else []
