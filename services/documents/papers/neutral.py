"""Certificates that must not tell what somebody came for (R-12, P-2): the precinct's letterhead and post without the
unit, and no word for counselling or social work in anything that is printed."""

from collections.abc import Iterable
from dataclasses import replace

from services.catalogue import say
from services.errors import InvalidError

from ..blocks import Block, Letterhead, Paragraph, SignOff, Title
from ..templates import LetterText
from .issue import Signer, sign_off


def neutral_head(letterhead: Letterhead) -> Letterhead:
    """The letterhead without the unit's line and without any line that tells."""
    lines = tuple(line for line in letterhead.lines if not _tells(line))
    return replace(letterhead.without_unit(), lines=lines)


def neutral_sign_off(signer: Signer, head: Letterhead) -> SignOff:
    """The signature with a post that tells nothing; where there is none, the station's name."""
    post = signer.neutral_post
    if not post or _tells(post):
        post = head.lines[-1] if head.lines else ""
    return sign_off(replace(signer, post=post))


def must_hide(addressee: str, letter: LetterText, body: Iterable[Block], signed: SignOff) -> None:
    """Raise InvalidError where it would still be told: of the field `addressee` if that is what tells."""
    if _tells(addressee):
        raise InvalidError("documents.neutral_word_typed", "addressee")
    texts = [letter.title, letter.subject, *signed.lines]
    texts += [block.text for block in body if isinstance(block, Paragraph | Title)]
    if any(_tells(text) for text in texts):
        raise InvalidError("documents.neutral_word")


def _tells(text: str) -> bool:
    return any(word in text for word in say("documents.neutral_hides").split())
