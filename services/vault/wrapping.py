"""Wrapping the program's keys to people's public keys: one mechanism for every key and every holder."""

import os
from collections.abc import Iterable, Mapping
from typing import Protocol

from services.vault.errors import VaultError
from services.vault.key_file import KeyFile, KeyRecord, Wrap, wrap_context
from services.vault.sealing import Purpose, seal


class Holder(Protocol):
    """Somebody with a private key: a user who signed in, or the recovery sheet."""

    @property
    def public_key(self) -> bytes:
        """The X25519 public half."""
        ...

    def unwrap(self, purpose: Purpose, sealed: bytes, context: bytes = b"") -> bytes:
        """Open what was sealed to it."""
        ...


def new_key_id() -> str:
    return os.urandom(8).hex()


def wrap_keys(keys: KeyFile, secrets: Mapping[str, bytes], public_key: bytes) -> tuple[Wrap, ...]:
    """Seal `secrets` (by key id, in the file's order) to one public key."""
    return tuple(
        _wrap(keys, record, secrets[record.key_id], public_key) for record in keys.keys if record.key_id in secrets
    )


def held_secrets(keys: KeyFile, holder: Holder, purposes: Iterable[Purpose]) -> dict[str, bytes]:
    """The keys of these purposes that the holder can open, by key id; former backup keys too.

    `VaultError` ("vault.not_holder") when the holder lacks the present key of one of them.
    """
    secrets: dict[str, bytes] = {}
    for purpose in purposes:
        if not any(_is_for(wrap, keys.current(purpose)) for wrap in keys.wraps_for(holder.public_key)):
            raise VaultError("vault.not_holder")
        for wrap in keys.wraps_for(holder.public_key):
            if wrap.purpose is purpose:
                secrets[wrap.key_id] = _open(keys, holder, wrap)
    return secrets


def held_secret(keys: KeyFile, holder: Holder, purpose: Purpose, key_id: str | None = None) -> bytes:
    """One key, the present one unless `key_id` names another. `VaultError` ("vault.not_holder") without it."""
    wanted = key_id or keys.current(purpose).key_id
    for wrap in keys.wraps_for(holder.public_key):
        if wrap.purpose is purpose and wrap.key_id == wanted:
            return _open(keys, holder, wrap)
    raise VaultError("vault.not_holder")


def _wrap(keys: KeyFile, record: KeyRecord, secret: bytes, public_key: bytes) -> Wrap:
    context = wrap_context(keys.installation_id, record.key_id)
    return Wrap(record.purpose, record.key_id, seal(public_key, record.purpose, secret, context))


def _open(keys: KeyFile, holder: Holder, wrap: Wrap) -> bytes:
    try:
        return holder.unwrap(wrap.purpose, wrap.sealed, wrap_context(keys.installation_id, wrap.key_id))
    except VaultError as error:
        if error.key != "vault.not_for_you":
            raise
        # the private key is right, so the sealed key was changed
        raise VaultError("vault.keys_altered", names="-") from None


def _is_for(wrap: Wrap, record: KeyRecord) -> bool:
    return wrap.purpose is record.purpose and wrap.key_id == record.key_id
