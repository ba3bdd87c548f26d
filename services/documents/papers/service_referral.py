"""The letter of referral for a service (domain.md §3.3): who, which service, the least of a reason, a reply slip."""

from dataclasses import dataclass

from services.persian.digits import to_persian_text

from ..blocks import Block, Letterhead, Paper, Spacer
from ..templates import LetterText, fill
from .issue import Issue, Signer, framed, greeting, heading, sign_off
from .outward import Outward, reply_slip, section

LETTER = "service_referral"


@dataclass(frozen=True, slots=True)
class ServiceReferralContent:
    """`reason` may be empty: then the letter names the service alone. `referral_id` is printed nowhere."""

    issue: Issue
    outward: Outward
    service: str
    reason: str
    signer: Signer
    referral_id: str = ""


def compose(content: ServiceReferralContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    fields: dict[str, object] = {
        "greeting": greeting(letterhead),
        "name": content.outward.name,
        "service": to_persian_text(content.service),
        "reason": to_persian_text(content.reason),
    }
    blocks: list[Block] = [
        *heading(letterhead, content.outward.sender, content.outward.addressee, letter.subject),
        *fill(letter.body, fields),
        *section("documents.outward.person", content.outward.about, columns=2),
        sign_off(content.signer),
        Spacer(2),
        reply_slip(content.outward, content.issue),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
