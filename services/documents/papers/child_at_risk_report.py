"""The urgent report of a child at risk (domain.md §3.3, §5.4, R-8, P-10): what was seen and heard, and when.

Who reported is on no such paper (P-16): there is no place for it here.
"""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import Block, Letterhead, Paper
from ..templates import LetterText, fill
from .issue import Issue, Signer, framed, greeting, heading
from .outward import Outward, section, signed, told

LETTER = "child_at_risk_report"
CLOSING = "child_at_risk_report_closing"


@dataclass(frozen=True, slots=True)
class ChildAtRiskReportContent:
    """`seen` and `heard` are lines, of which the heard ones are printed in quotation marks; `actions` name hours.

    `known` is when the unit learned of it, `issued` the hour of the report: both stand on it (P-10). `grounds`: the
    dangerous situations of the children's law that stand behind it, in the unit's words.
    """

    issue: Issue
    outward: Outward
    known: str
    issued: str
    suspect: str
    seen: tuple[str, ...]
    heard: tuple[str, ...]
    whereabouts: str
    injuries: str
    actions: tuple[str, ...]
    commander: Signer
    head: Signer | None = None
    grounds: tuple[str, ...] = ()


def compose(
    content: ChildAtRiskReportContent,
    letterhead: Letterhead,
    letter: LetterText,
    closing: LetterText,
) -> Paper:
    words = "documents.child"
    fields: dict[str, object] = {
        "greeting": greeting(letterhead),
        "name": content.outward.name,
        "known": content.known,
        "issued": content.issued,
    }
    facts = (
        *((say(f"{words}.grounds"), ground) for ground in content.grounds),
        (say(f"{words}.suspect"), to_persian_text(content.suspect)),
        (say(f"{words}.whereabouts"), to_persian_text(content.whereabouts)),
        (say(f"{words}.injuries"), to_persian_text(content.injuries)),
    )
    blocks: list[Block] = [
        *heading(letterhead, content.outward.sender, content.outward.addressee, letter.subject),
        *fill(letter.body, fields),
        *section(f"{words}.child", content.outward.about, columns=2),
        *told(f"{words}.seen", tuple(map(to_persian_text, content.seen))),
        *told(f"{words}.heard", tuple(say(f"{words}.quoted", words=to_persian_text(line)) for line in content.heard)),
        *section(f"{words}.facts", facts),
        *told(f"{words}.actions", tuple(map(to_persian_text, content.actions))),
        *fill(closing.body, fields),
        *signed(content.head, content.commander),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
