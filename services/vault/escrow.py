"""The escrow of process notes: a key that two people open together and neither alone (R-14)."""

import os
from dataclasses import dataclass
from typing import NoReturn

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from services.vault.errors import VaultError
from services.vault.sealing import KEY_BYTES, Purpose, seal, unseal
from services.vault.wrapping import Holder


@dataclass(frozen=True, slots=True)
class Escrow:
    """What is stored of an escrow: its public key, to which notes are sealed, and each holder's sealed half."""

    public_key: bytes
    first_half: bytes
    second_half: bytes


class OpenEscrow:
    """The escrow's private key while two holders are present; opens notes until it is thrown away."""

    __slots__ = ("_private", "public_key")

    def __init__(self, private: X25519PrivateKey) -> None:
        self._private = private
        self.public_key: bytes = private.public_key().public_bytes_raw()

    def unwrap(self, purpose: Purpose, sealed: bytes, context: bytes = b"") -> bytes:
        """What was sealed to the escrow; `VaultError` ("vault.not_for_you") otherwise."""
        return unseal(self._private, purpose, sealed, context)

    def __repr__(self) -> str:
        return "OpenEscrow(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("keys stay in the memory of one process")


def new_escrow(first_public_key: bytes, second_public_key: bytes) -> Escrow:
    """An escrow of two holders: head and commander, or one of them and a sheet (`RecoveryCode.public_key`)."""
    if first_public_key == second_public_key:
        raise ValueError("one person cannot hold both halves")
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    first = os.urandom(KEY_BYTES)
    second = _xor(first, private.private_bytes_raw())
    return Escrow(
        public,
        seal(first_public_key, Purpose.ESCROW, first, b"first" + public),
        seal(second_public_key, Purpose.ESCROW, second, b"second" + public),
    )


def open_escrow(escrow: Escrow, first: Holder, second: Holder) -> OpenEscrow:
    """Both holders, each signed in or with the sheet, in the order of making; `VaultError` ("vault.not_for_you")."""
    half = first.unwrap(Purpose.ESCROW, escrow.first_half, b"first" + escrow.public_key)
    other = second.unwrap(Purpose.ESCROW, escrow.second_half, b"second" + escrow.public_key)
    opened = OpenEscrow(X25519PrivateKey.from_private_bytes(_xor(half, other)))
    if opened.public_key != escrow.public_key:
        raise VaultError("vault.not_for_you")
    return opened


def holds_first_half(escrow: Escrow, holder: Holder) -> bool:
    """Whether the first half still opens to this holder; after a new key pair it does not."""
    try:
        holder.unwrap(Purpose.ESCROW, escrow.first_half, b"first" + escrow.public_key)
    except VaultError:
        return False
    return True


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))
