"""The key file as plain data: who can open the folder, and the keys sealed to each. No secret stands in it open."""

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from services.vault.argon import ArgonCost, folded_name
from services.vault.errors import VaultError
from services.vault.sealing import Purpose

FORMAT = 1


@dataclass(frozen=True, slots=True)
class PasswordLock:
    """A private key locked by a password. `name` is the username at that time; it is bound into the lock."""

    name: str
    cost: ArgonCost
    salt: bytes
    box: bytes


@dataclass(frozen=True, slots=True)
class Wrap:
    """A key sealed to one public key."""

    purpose: Purpose
    key_id: str
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Slot:
    """A user's place in the key file. `mac` proves that somebody with the data key wrote it."""

    staff_id: UUID
    username: str
    public_key: bytes
    lock: PasswordLock
    wraps: tuple[Wrap, ...]
    ends_at: datetime | None = None
    mac: bytes = b""

    @property
    def purposes(self) -> frozenset[Purpose]:
        return frozenset(wrap.purpose for wrap in self.wraps)

    def has_ended(self, now: datetime) -> bool:
        return self.ends_at is not None and self.ends_at <= now


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """A key that the wraps hold; the last of a purpose is the present one. `public` for backup and signing keys.

    `ends_on`: the last day of which a paper may be signed by a key that was replaced; None while it signs, and for
    keys that were replaced before such days were kept.
    """

    purpose: Purpose
    key_id: str
    public: bytes = b""
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Recovery:
    """The public half of the recovery sheet and what is sealed to it."""

    public_key: bytes
    wraps: tuple[Wrap, ...]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """One state of the key file. `notice` is a catalogue key when the previous good version had to stand in."""

    installation_id: UUID
    generation: int
    oldest_valid: int
    keys: tuple[KeyRecord, ...]
    recovery: Recovery
    slots: tuple[Slot, ...]
    mac: bytes = b""
    notice: str | None = None

    def current(self, purpose: Purpose) -> KeyRecord:
        """The key in use for a purpose."""
        return [key for key in self.keys if key.purpose is purpose][-1]

    def slot_named(self, username: str) -> Slot | None:
        wanted = folded_name(username)
        return next((slot for slot in self.slots if folded_name(slot.username) == wanted), None)

    def slot_of(self, staff_id: UUID) -> Slot | None:
        return next((slot for slot in self.slots if slot.staff_id == staff_id), None)

    def wraps_for(self, public_key: bytes) -> tuple[Wrap, ...]:
        """What is sealed to a public key, a user's or the sheet's; nothing for a stranger."""
        if self.recovery.public_key == public_key:
            return self.recovery.wraps
        return next((slot.wraps for slot in self.slots if slot.public_key == public_key), ())

    def signing_keys(self) -> dict[str, bytes]:
        """Every Ed25519 public key that ever signed papers here, by key id, to check them with."""
        return {key.key_id: key.public for key in self.keys if key.purpose is Purpose.SIGNING}


def retired(keys: Iterable[KeyRecord], ends_on: date | None) -> tuple[KeyRecord, ...]:
    """The records, those that signed until now with their last day; an earlier last day stays."""
    return tuple(
        replace(key, ends_on=ends_on) if key.purpose is Purpose.SIGNING and key.ends_on is None else key
        for key in keys
    )


def wrap_context(installation_id: UUID, key_id: str) -> bytes:
    """Binds a sealed key to its installation and id."""
    return f"{installation_id}/{key_id}".encode()


def encode(keys: KeyFile) -> bytes:
    """The file's bytes, with a checksum against a damaged disk."""
    body = {
        "format": FORMAT,
        **header_body(keys),
        "generation": keys.generation,
        "oldest_valid": keys.oldest_valid,
        "slots": [{**slot_body(slot), "mac": _text(slot.mac)} for slot in keys.slots],
        "mac": _text(keys.mac),
    }
    return json.dumps({"sha256": _digest(body), "body": body}, ensure_ascii=False, indent=1).encode()


def decode(content: bytes) -> KeyFile:
    """The state that `encode` wrote. `VaultError`: "vault.keys_damaged", or "vault.keys_newer" for a later format."""
    try:
        outer = json.loads(content)
        body = outer["body"]
        if body["format"] > FORMAT:
            raise VaultError("vault.keys_newer")
        if outer["sha256"] != _digest(body):
            raise VaultError("vault.keys_damaged")
        return _key_file(body)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise VaultError("vault.keys_damaged") from None


def header_body(keys: KeyFile) -> dict[str, Any]:
    """Everything of the header that its MAC covers. Files without last days look as they always did."""
    ended = {key.key_id: key.ends_on.isoformat() for key in keys.keys if key.ends_on is not None}
    return ({"ended": ended} if ended else {}) | {
        "installation_id": str(keys.installation_id),
        "keys": [[key.purpose.value, key.key_id, _text(key.public)] for key in keys.keys],
        "recovery": {"public_key": _text(keys.recovery.public_key), "wraps": _wrap_rows(keys.recovery.wraps)},
    }


def slot_body(slot: Slot) -> dict[str, Any]:
    """Everything of a slot that its MAC covers."""
    cost = slot.lock.cost
    return {
        "staff_id": str(slot.staff_id),
        "username": slot.username,
        "public_key": _text(slot.public_key),
        "lock": {
            "name": slot.lock.name,
            "argon2id": [cost.memory_kib, cost.passes, cost.lanes],
            "salt": _text(slot.lock.salt),
            "box": _text(slot.lock.box),
        },
        "wraps": _wrap_rows(slot.wraps),
        "ends_at": slot.ends_at.isoformat() if slot.ends_at else None,
    }


def canonical(body: Mapping[str, Any]) -> bytes:
    """Equal data, equal bytes."""
    return json.dumps(body, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def _digest(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(canonical(body)).hexdigest()


def _key_file(body: Mapping[str, Any]) -> KeyFile:
    recovery = Recovery(_bytes(body["recovery"]["public_key"]), _wraps(body["recovery"]["wraps"]))
    ended = {str(name): date.fromisoformat(day) for name, day in body.get("ended", {}).items()}
    keys = tuple(
        KeyRecord(Purpose(purpose), str(name), _bytes(public), ended.get(name))
        for purpose, name, public in body["keys"]
    )
    return KeyFile(
        installation_id=UUID(body["installation_id"]),
        generation=int(body["generation"]),
        oldest_valid=int(body["oldest_valid"]),
        keys=keys,
        recovery=recovery,
        slots=tuple(_slot(row) for row in body["slots"]),
        mac=_bytes(body["mac"]),
    )


def _slot(row: Mapping[str, Any]) -> Slot:
    lock = row["lock"]
    cost = ArgonCost(*(int(number) for number in lock["argon2id"]))
    if not cost.is_bearable():
        raise VaultError("vault.keys_damaged")
    return Slot(
        staff_id=UUID(row["staff_id"]),
        username=str(row["username"]),
        public_key=_bytes(row["public_key"]),
        lock=PasswordLock(str(lock["name"]), cost, _bytes(lock["salt"]), _bytes(lock["box"])),
        wraps=_wraps(row["wraps"]),
        ends_at=datetime.fromisoformat(row["ends_at"]) if row["ends_at"] else None,
        mac=_bytes(row["mac"]),
    )


def _wrap_rows(wraps: tuple[Wrap, ...]) -> list[list[str]]:
    return [[wrap.purpose.value, wrap.key_id, _text(wrap.sealed)] for wrap in wraps]


def _wraps(rows: list[list[str]]) -> tuple[Wrap, ...]:
    return tuple(Wrap(Purpose(purpose), str(key_id), _bytes(sealed)) for purpose, key_id, sealed in rows)


def _text(value: bytes) -> str:
    return b64encode(value).decode()


def _bytes(value: str) -> bytes:
    return b64decode(value, validate=True)
