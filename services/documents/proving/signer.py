"""Who signs a paper."""

from typing import Protocol


class PaperSigner(Protocol):
    """The unit's signing key in the hands of somebody who may issue (`services.vault.unlocked.Unlocked`)."""

    @property
    def signing_key_id(self) -> str:
        """Sixteen hexadecimal digits."""
        ...

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature."""
        ...
