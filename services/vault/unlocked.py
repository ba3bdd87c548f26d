"""The keys of somebody who signed in, in memory only."""

from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from services.vault.errors import VaultError
from services.vault.key_file import KeyFile, Slot
from services.vault.sealing import Purpose, seal, unseal
from services.vault.wrapping import held_secret


class Unlocked:
    """An open slot. It says nothing about itself and cannot be pickled; `close` forgets the keys.

    `notice` is a catalogue key when the key file had to be mended while opening, else None.
    """

    __slots__ = ("_data_key", "_keys", "_private", "folder", "notice", "public_key", "staff_id", "username")

    def __init__(self, folder: Path, keys: KeyFile, slot: Slot, private: X25519PrivateKey) -> None:
        self.folder = folder
        self.staff_id: UUID = slot.staff_id
        self.username = slot.username
        self.public_key: bytes = slot.public_key
        self.notice = keys.notice
        self._keys = keys
        self._private: X25519PrivateKey | None = private
        self._data_key: bytes | None = held_secret(keys, self, Purpose.DATA)

    # --- the files --------------------------------------------------------------------------------------------

    @property
    def installation_id(self) -> UUID:
        return self._keys.installation_id

    @property
    def data_key_hex(self) -> str:
        """The key of the database, as SQLCipher's raw key wants it: 64 hexadecimal digits."""
        return self.data_key().hex()

    def data_key(self) -> bytes:
        if self._data_key is None:
            raise VaultError("vault.closed")
        return self._data_key

    @property
    def data_key_id(self) -> str:
        """Which data key this is; it changes when the data key is changed."""
        return self._keys.current(Purpose.DATA).key_id

    def drafts_key(self) -> str:
        """The key of `drafts.db`, 64 hexadecimal digits; the same for every user of this folder."""
        return self.key_for(Purpose.DRAFTS).hex()

    # --- what this user may ------------------------------------------------------------------------------------

    @property
    def purposes(self) -> frozenset[Purpose]:
        """The keys wrapped to this user when the slot was opened."""
        return frozenset(wrap.purpose for wrap in self._keys.wraps_for(self.public_key))

    def key_for(self, purpose: Purpose, key_id: str | None = None) -> bytes:
        """A key that is wrapped to this user; `VaultError` ("vault.not_holder") if it is not."""
        return held_secret(self._keys, self, purpose, key_id)

    @property
    def signing_key_id(self) -> str:
        """The id under which `KeyFile.signing_keys` holds the public key that checks `sign`."""
        return self._keys.current(Purpose.SIGNING).key_id

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature (64 bytes) of the unit; `VaultError` ("vault.not_holder") for who may not issue."""
        return Ed25519PrivateKey.from_private_bytes(self.key_for(Purpose.SIGNING)).sign(message)

    # --- sealing to people -------------------------------------------------------------------------------------

    def unwrap(self, purpose: Purpose, sealed: bytes, context: bytes = b"") -> bytes:
        """What was sealed to this user for `purpose` and `context`; `VaultError` ("vault.not_for_you") otherwise."""
        return unseal(self.private_key(), purpose, sealed, context)

    def seal_for(
        self, public_keys: Iterable[bytes], purpose: Purpose, payload: bytes, context: bytes = b""
    ) -> tuple[bytes, ...]:
        """`payload` sealed once for each public key, in their order; include one's own to be able to read it."""
        return tuple(seal(public_key, purpose, payload, context) for public_key in public_keys)

    def private_key(self) -> X25519PrivateKey:
        """For this package only."""
        if self._private is None:
            raise VaultError("vault.closed")
        return self._private

    # --- forgetting --------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Forget the keys; everything but the names then raises `VaultError` ("vault.closed")."""
        self._private = None
        self._data_key = None

    def __repr__(self) -> str:
        return "Unlocked(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("keys stay in the memory of one process")
