"""The answer to a referral (domain.md §3.3): in answer to what, who, what was done and when, and the result."""

from dataclasses import dataclass

from services.persian.digits import to_persian_text

from ..blocks import Block, Clauses, Letterhead, Paper
from ..templates import LetterText, fill
from .answering import answering_fields
from .issue import Issue, Signer, code, framed, heading, sign_off
from .parties import Party

LETTER = "referral_reply"
CLOSING = "referral_reply_closing"


@dataclass(frozen=True, slots=True)
class ReferralReplyContent:
    """`their_number` and `their_date` are those of the letter that is answered; where there was none, `referred_on`.

    `judicial_no` is the authority's own case number. `result` is one sentence and says no more than the unit's
    papers may (P-5). `referral_id` names the referral in the file and is printed nowhere.
    """

    issue: Issue
    addressee: str
    sender: str
    parties: tuple[Party, ...]
    done: tuple[str, ...]
    result: str
    signer: Signer
    their_number: str = ""
    their_date: str = ""
    referred_on: str = ""
    judicial_no: str = ""
    no_joint: bool = False
    referral_id: str = ""


def compose(
    content: ReferralReplyContent,
    letterhead: Letterhead,
    letter: LetterText,
    closing: LetterText,
) -> Paper:
    fields = answering_fields(content, letterhead) | {
        "has_done": bool(content.done),
        "judicial_no": code(content.judicial_no),
        "result": to_persian_text(content.result),
        "no_joint": content.no_joint,
    }
    blocks: list[Block] = [
        *heading(letterhead, content.sender, content.addressee, letter.subject),
        *fill(letter.body, fields),
    ]
    if content.done:
        blocks.append(Clauses(content.done, numbered=False))
    blocks += [*fill(closing.body, fields), sign_off(content.signer)]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
