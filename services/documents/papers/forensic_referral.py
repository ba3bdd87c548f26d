"""The letter to Legal Medicine (domain.md §3.3, §5.5, R-17): date, number, stamp and the full identity."""

from dataclasses import dataclass

from services.persian.digits import to_persian_text

from ..blocks import Block, Letterhead, Paper, Spacer
from ..templates import LetterText, fill
from .issue import Issue, Signer, framed, greeting, heading, sign_off
from .outward import Outward, reply_slip, section

LETTER = "forensic_referral"


@dataclass(frozen=True, slots=True)
class ForensicReferralContent:
    """`injuries` is what is to be examined, `happened` when it is said to have happened; neither names who did it.

    `identity_note` says how who has no national code was known (P-13). `referral_id` is printed nowhere.
    """

    issue: Issue
    outward: Outward
    injuries: str
    happened: str
    commander: Signer
    complaint_no: str = ""
    identity_note: str = ""
    referral_id: str = ""


def compose(content: ForensicReferralContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    fields: dict[str, object] = {
        "greeting": greeting(letterhead),
        "name": content.outward.name,
        "injuries": to_persian_text(content.injuries),
        "happened": to_persian_text(content.happened),
        "complaint_no": to_persian_text(content.complaint_no),
        "identity_note": to_persian_text(content.identity_note),
    }
    opening, *closing = fill(letter.body, fields)
    blocks: list[Block] = [
        *heading(letterhead, content.outward.sender, content.outward.addressee, letter.subject),
        opening,
        *section("documents.outward.person", content.outward.about, columns=2),
        *closing,
        sign_off(content.commander),
        Spacer(2),
        reply_slip(content.outward, content.issue),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
