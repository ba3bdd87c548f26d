"""The request for more time (P-33): to whom referred the matter, on which order, how many days, a neutral reason."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.amounts import number_words
from services.persian.digits import to_persian, to_persian_text

from ..blocks import Block, Letterhead, Paper
from ..templates import LetterText, fill
from .answering import answering_fields
from .issue import Issue, Signer, code, framed, heading, sign_off
from .parties import Party

LETTER = "deadline_extension"


@dataclass(frozen=True, slots=True)
class DeadlineExtensionContent:
    """`days` 0: not chosen yet. `due` is the end of the time given, in words. `earlier_*` are those of our own
    earlier request about the same referral. `referral_id` is printed nowhere."""

    issue: Issue
    addressee: str
    sender: str
    parties: tuple[Party, ...]
    days: int
    reason: str
    signer: Signer
    their_number: str = ""
    their_date: str = ""
    referred_on: str = ""
    judicial_no: str = ""
    due: str = ""
    earlier_number: str = ""
    earlier_date: str = ""
    referral_id: str = ""


def compose(content: DeadlineExtensionContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    fields = answering_fields(content, letterhead) | {
        "judicial_no": code(content.judicial_no),
        "due": content.due,
        "days": to_persian(str(content.days)) if content.days else say("documents.blank"),
        "days_words": number_words(content.days) if content.days else "",
        "reason": to_persian_text(content.reason),
        "earlier_number": code(content.earlier_number),
        "earlier_date": content.earlier_date,
    }
    blocks: list[Block] = [
        *heading(letterhead, content.sender, content.addressee, letter.subject),
        *fill(letter.body, fields),
        sign_off(content.signer),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
