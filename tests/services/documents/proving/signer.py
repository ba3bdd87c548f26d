"""A signing key in plain hands, and the proofs of made-up papers."""

from datetime import date
from functools import cached_property
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from services.actor import Actor
from services.documents.blocks import Letterhead, NumberBlock, Paper, Paragraph, SignOff, Title
from services.documents.proving.known_keys import KnownKey

UNIT_ID = UUID(int=12)
DOCUMENT_ID = UUID(int=77)


class Signer:
    """Stands where the opened key file does: signs, and is the same for everybody."""

    def __init__(self, seed: int = 1, key_id: str = "a1b2c3d4e5f60718") -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
        self.signing_key_id = key_id

    def sign(self, message: bytes) -> bytes:
        return self._private.sign(message)

    def signer(self, _actor: Actor) -> "Signer":
        return self

    def publish(self, _actor: Actor) -> None:
        """Nobody looks into a folder here."""

    @cached_property
    def known(self) -> KnownKey:
        return self.until(None)

    def until(self, last_day: date | None) -> KnownKey:
        """The key, replaced so that it signs nothing later."""
        public = self._private.public_key().public_bytes_raw()
        return KnownKey(self.signing_key_id, public, "کلانتری ۱۲", UNIT_ID, last_day)


def paper(*sentences: str, number: str = "۱۱۱۲/۴/۳۷", title: str = "گواهی") -> Paper:
    """A letter with these sentences."""
    return Paper(
        title=title,
        blocks=(Title(title), *(Paragraph(each) for each in sentences), SignOff(("مهناز کاوه", "رئیس دایره"))),
        letterhead=Letterhead(("فرماندهی انتظامی", "کلانتری ۱۲"), "دایره مشاوره"),
        number_block=NumberBlock((("شماره", number), ("تاریخ", "۱۴۰۵/۰۸/۳۰"), ("پیوست", ""))),
        opening="بسمه تعالی",
    )
