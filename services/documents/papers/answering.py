"""What letters about somebody else's order say of it: its number and day, or when the matter was referred; whom."""

from typing import Protocol

from ..blocks import Letterhead
from .issue import code, greeting
from .parties import Party, names


class Answering(Protocol):
    """The content of such a letter."""

    @property
    def their_number(self) -> str: ...

    @property
    def their_date(self) -> str: ...

    @property
    def referred_on(self) -> str:
        """Said where no letter came."""
        ...

    @property
    def parties(self) -> tuple[Party, ...]: ...


def answering_fields(content: Answering, letterhead: Letterhead) -> dict[str, object]:
    """The places of a letter text for it, the greeting among them."""
    return {
        "greeting": greeting(letterhead),
        "their_number": code(content.their_number),
        "their_date": content.their_date,
        "referred_on": content.referred_on,
        "parties": names(content.parties),
    }
