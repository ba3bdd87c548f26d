"""Password slots: a user's private key behind a password."""

import os
from dataclasses import replace
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from services.vault.argon import STRONG, ArgonCost, folded_name, password_bytes, stretch
from services.vault.errors import VaultError
from services.vault.key_file import FORMAT, KeyFile, PasswordLock, Slot, canonical
from services.vault.sealing import KEY_BYTES, lock_bytes, unlock_bytes

_SALT_BYTES = 16


def new_slot(staff_id: UUID, username: str, password: str, cost: ArgonCost = STRONG) -> tuple[Slot, X25519PrivateKey]:
    """A slot with a new key pair and nothing wrapped to it yet."""
    private = X25519PrivateKey.generate()
    slot = Slot(
        staff_id=staff_id,
        username=username.strip(),
        public_key=private.public_key().public_bytes_raw(),
        lock=PasswordLock(username, cost, b"", b""),
        wraps=(),
    )
    return locked_by(slot, private, password, cost), private


def locked_by(slot: Slot, private: X25519PrivateKey, password: str, cost: ArgonCost = STRONG) -> Slot:
    """The slot with its private key behind another password. Names and passwords must not be empty."""
    if not folded_name(slot.username):
        raise VaultError("vault.username_empty")
    if not password_bytes(password):
        raise VaultError("vault.password_empty")
    salt = os.urandom(_SALT_BYTES)
    key = stretch(password_bytes(password), salt, cost)
    box = lock_bytes(key, private.private_bytes_raw(), _bound(slot.staff_id, slot.username))
    return replace(slot, lock=PasswordLock(slot.username, cost, salt, box))


def open_slot(slot: Slot, password: str) -> X25519PrivateKey | None:
    """The private key; None for a wrong password or a slot that was changed."""
    key = stretch(password_bytes(password), slot.lock.salt, slot.lock.cost)
    try:
        secret = unlock_bytes(key, slot.lock.box, _bound(slot.staff_id, slot.lock.name))
    except VaultError:
        return None
    return X25519PrivateKey.from_private_bytes(secret)


def decoy(keys: KeyFile) -> Slot:
    """A slot that no password opens, as slow as the slowest real one: an unknown name takes as long as a known."""
    costs = [slot.lock.cost for slot in keys.slots] or [STRONG]
    cost = max(costs, key=lambda each: each.memory_kib * each.passes)
    nobody = UUID(int=0)
    box = lock_bytes(os.urandom(KEY_BYTES), bytes(KEY_BYTES), b"")
    return Slot(nobody, "", b"", PasswordLock("", cost, os.urandom(_SALT_BYTES), box), ())


def _bound(staff_id: UUID, name: str) -> bytes:
    return canonical({"format": FORMAT, "staff_id": str(staff_id), "username": name})
