"""What letters of referral share: to whom, about whom, the urgency, and the slip on which an answer comes back."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.catalogue import say

from ..blocks import (
    Block,
    Clauses,
    DeliverySlip,
    KeyValues,
    SignatureRow,
    Title,
)
from .issue import Identity, Issue, Signer, code, sign_off
from .parties import box

Items = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outward:
    """`about` are the sent person's particulars with their labels; `name` is the person alone, for the slip."""

    addressee: str
    sender: str
    name: str
    about: Items


def section(key: str, items: Items, columns: int = 1) -> list[Block]:
    """A heading with labels and values under it, nothing where there are none."""
    return [Title(say(key), level=2), KeyValues(items, columns)] if items else []


def told(key: str, texts: Sequence[str]) -> list[Block]:
    """A heading with a line for each text."""
    return [Title(say(key), level=2), Clauses(tuple(texts), numbered=False)] if texts else []


def reply_slip(outward: Outward, issue: Issue) -> DeliverySlip:
    """What the receiving body fills in and sends back; it bears our number and nothing of the reason."""
    words = "documents.reply_slip"
    number = code(issue.number) or say("documents.blank")
    return DeliverySlip(
        say(f"{words}.title"),
        say(f"{words}.intro", number=number, name=outward.name, sender=outward.sender),
        (
            (say(f"{words}.result"),),
            (say(f"{words}.day"), say(f"{words}.number"), say(f"{words}.answerer")),
            (say(f"{words}.signature"),),
        ),
    )


def signed(head: Signer | None, commander: Signer) -> list[Block]:
    """The head's box beside the commander's signature and stamp; one person signs once."""
    if head is None or head.name == commander.name:
        return [sign_off(commander)]
    return [SignatureRow((box(head.post, Identity(head.name)),)), sign_off(commander)]
