"""The invitation (domain.md §3.3, R-11): it asks and never summons; its subject is neutral (P-1, P-15)."""

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from services.catalogue import say

from ..blocks import (
    Alignment,
    Block,
    DeliverySlip,
    KeyValues,
    Letterhead,
    Paper,
    Paragraph,
    Spacer,
    Title,
    Tone,
)
from ..templates import LetterText, fill
from .issue import Issue, Signer, code, day_words, framed, greeting, hour, sign_off

LETTER = "invitation_letter"
CLOSING = "invitation_closing"


class Salutation(Enum):
    """How the invited person is addressed."""

    MR = "mr"
    MRS = "mrs"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class InvitationLetterContent:
    """`place` is the unit's own place and room; `phone` the unit's own number. No party's address, no other party."""

    issue: Issue
    invitee: str
    day: date
    hour: time
    place: str
    signer: Signer
    salutation: Salutation = Salutation.NONE
    phone: str = ""


def compose(
    content: InvitationLetterContent,
    letterhead: Letterhead,
    letter: LetterText,
    closing: LetterText,
) -> Paper:
    phone = code(content.phone)
    facts = [
        (say("documents.invitation.day"), day_words(content.day)),
        (say("documents.invitation.hour"), hour(content.hour)),
        (say("documents.invitation.place"), content.place),
    ]
    if phone:
        facts.append((say("documents.invitation.phone"), phone))
    blocks: list[Block] = [
        Title(letter.title),
        Paragraph(_addressed(content), Alignment.START, Tone.STRONG),
        Paragraph(say("documents.invitation.subject", subject=letter.subject), Alignment.START),
        *fill(letter.body, {"greeting": greeting(letterhead)}),
        KeyValues(tuple(facts)),
        Spacer(1),
        *fill(closing.body, {"phone": phone}),
        sign_off(content.signer),
        _slip(content),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)


def _addressed(content: InvitationLetterContent) -> str:
    if content.salutation is Salutation.NONE:
        return content.invitee
    return say(f"documents.invitation.{content.salutation.value}", name=content.invitee)


def _slip(content: InvitationLetterContent) -> DeliverySlip:
    words = "documents.slip"
    number = code(content.issue.number) or say(f"{words}.blank")
    return DeliverySlip(
        say(f"{words}.title"),
        say(f"{words}.intro", number=number, name=content.invitee),
        (
            (say(f"{words}.receiver"), say(f"{words}.relation"), say(f"{words}.date")),
            (say(f"{words}.hour"), say(f"{words}.officer"), say(f"{words}.signature")),
        ),
    )
