"""How a note is closed: its text under a key of its own, that key sealed to each who may open it."""

from uuid import UUID

from services.errors import InvalidError
from services.vault.errors import VaultError
from services.vault.sealing import Purpose, lock_bytes, new_key, seal, unlock_bytes
from services.vault.wrapping import Holder


def lock_text(key: bytes, note_id: UUID, revision: int, text: str) -> bytes:
    """The text, bound to its note and revision: it opens in no other place, and no earlier one in its place."""
    return lock_bytes(key, text.encode(), _place(note_id, revision))


def unlock_text(key: bytes, note_id: UUID, revision: int, locked: bytes) -> str:
    """`InvalidError` ("notes.altered") for bytes that were changed outside the program."""
    try:
        return unlock_bytes(key, locked, _place(note_id, revision)).decode()
    except VaultError:
        raise InvalidError("notes.altered") from None


def seal_key(public_key: bytes, note_id: UUID, key: bytes) -> bytes:
    return seal(public_key, Purpose.NOTE, key, note_id.bytes)


def open_key(holder: Holder, note_id: UUID, sealed: bytes) -> bytes:
    """`VaultError` ("vault.not_for_you") for another's."""
    return holder.unwrap(Purpose.NOTE, sealed, note_id.bytes)


def _place(note_id: UUID, revision: int) -> bytes:
    return note_id.bytes + revision.to_bytes(8, "big")


__all__ = ["lock_text", "new_key", "open_key", "seal_key", "unlock_text"]
