"""The letter to the welfare organisation or the social emergency (domain.md §3.3): confidential, with a reply slip.

A confidential address or phone is not in it (P-8); the ground is the person's consent or the law that asks for none.
"""

from dataclasses import dataclass

from services.persian.digits import to_persian_text

from ..blocks import Block, Letterhead, Paper, Spacer
from ..templates import LetterText, fill
from .issue import Issue, Signer, framed, greeting, heading
from .outward import Items, Outward, reply_slip, section, signed, told

LETTER = "welfare_referral"
CLOSING = "welfare_referral_closing"


@dataclass(frozen=True, slots=True)
class WelfareReferralContent:
    """`contacts` are the person's own open ones with the hours to call, empty where the unit is the only way.

    `legal_basis` is empty where the person consented, on `consented_on`. `referral_id` is printed nowhere.
    """

    issue: Issue
    outward: Outward
    contacts: Items
    reason: str
    asked: str
    done: tuple[str, ...]
    commander: Signer
    head: Signer | None = None
    consented_on: str = ""
    legal_basis: str = ""
    has_hours: bool = False
    referral_id: str = ""


def compose(
    content: WelfareReferralContent,
    letterhead: Letterhead,
    letter: LetterText,
    closing: LetterText,
) -> Paper:
    fields: dict[str, object] = {
        "greeting": greeting(letterhead),
        "name": content.outward.name,
        "reason": to_persian_text(content.reason),
        "asked": to_persian_text(content.asked),
        "consented_on": content.consented_on,
        "legal_basis": to_persian_text(content.legal_basis),
        "has_contact": bool(content.contacts),
        "has_hours": content.has_hours,
    }
    blocks: list[Block] = [
        *heading(letterhead, content.outward.sender, content.outward.addressee, letter.subject),
        *fill(letter.body, fields),
        *section("documents.outward.person", content.outward.about, columns=2),
        *section("documents.outward.contact", content.contacts),
        *told("documents.outward.done", content.done),
        *fill(closing.body, fields),
        *signed(content.head, content.commander),
        Spacer(2),
        reply_slip(content.outward, content.issue),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
