"""The two locks everything here is made of: a key locks bytes (AES-256-GCM), a public key seals them (HPKE)."""

import os
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from services.vault.errors import VaultError

KEY_BYTES = 32
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_VERSION = b"\x01"
_NONCE_BYTES = 12


class Purpose(StrEnum):
    """What a sealed key is for. It is bound into the seal: a key sealed for one purpose opens for no other."""

    DATA = "data"
    DRAFTS = "drafts"
    BACKUP = "backup"
    SIGNING = "signing"
    BACKUP_FILE = "backup-file"
    NOTE = "note"
    NOTE_DRAFT = "note-draft"
    ESCROW = "escrow"


EVERYBODY = frozenset({Purpose.DATA, Purpose.DRAFTS})
GRANTABLE = frozenset({Purpose.BACKUP, Purpose.SIGNING})


def new_key() -> bytes:
    return os.urandom(KEY_BYTES)


def derived_key(root: bytes, name: str) -> bytes:
    """A key for one use, from which neither the root nor another use's key can be found."""
    return HKDF(SHA256(), KEY_BYTES, None, f"sazesh/1/{name}".encode()).derive(root)


def lock_bytes(key: bytes, payload: bytes, context: bytes = b"") -> bytes:
    """Encrypt under a 32-byte key. The same `context` is needed to unlock; it is not stored."""
    nonce = os.urandom(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, payload, context)


def unlock_bytes(key: bytes, locked: bytes, context: bytes = b"") -> bytes:
    """What `lock_bytes` locked. `VaultError` ("vault.not_for_you") for another key, context or changed bytes."""
    if locked[:1] != _VERSION or len(locked) <= _NONCE_BYTES:
        raise VaultError("vault.not_for_you")
    nonce, box = locked[1 : 1 + _NONCE_BYTES], locked[1 + _NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, box, context)
    except InvalidTag:
        raise VaultError("vault.not_for_you") from None


def seal(public_key: bytes, purpose: Purpose, payload: bytes, context: bytes = b"") -> bytes:
    """Seal for whoever holds the private half of an X25519 key. `context` (say, a row's id) must match to open."""
    recipient = X25519PublicKey.from_public_bytes(public_key)
    return _VERSION + _SUITE.encrypt(payload, recipient, info=_info(purpose, context))


def unseal(private_key: X25519PrivateKey, purpose: Purpose, sealed: bytes, context: bytes = b"") -> bytes:
    """What `seal` sealed. `VaultError` ("vault.not_for_you") for another key, purpose, context or changed bytes."""
    if sealed[:1] != _VERSION:
        raise VaultError("vault.not_for_you")
    try:
        return _SUITE.decrypt(sealed[1:], private_key, info=_info(purpose, context))
    except InvalidTag:
        raise VaultError("vault.not_for_you") from None


def _info(purpose: Purpose, context: bytes) -> bytes:
    return f"sazesh/1/{purpose.value}\0".encode() + context
