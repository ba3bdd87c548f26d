"""The public keys that papers are checked with: the own unit's, and those of others whose key card was taken in.

They lie unencrypted in the data folder, because checking needs no signing in: public keys are no secret, and whoever
can write in the folder is held off by the lock of the computer, not by this.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from services.data_folder import read_front
from services.errors import InvalidError
from services.vault.errors import VaultError
from services.vault.key_store import read_key_file
from services.vault.sealing import Purpose
from services.vault.whole_file import write_whole

KNOWN_KEYS = "known-keys.json"
CARD_FORMAT = "sazesh-keys-1"
_PUBLIC_BYTES = 32
_KEY_ID_LENGTH = 16
_MOST_KEYS = 500
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class KnownKey:
    """`unit` is the unit's name as its card says it; `unit_id` is the same on all cards and lists of a unit.

    `ends_on`: the last day of which papers may be signed by it, where the unit replaced it.
    """

    key_id: str
    public: bytes
    unit: str
    unit_id: UUID
    ends_on: date | None = None


def known_keys(folder: Path) -> tuple[KnownKey, ...]:
    """The own unit's keys, the present one last of them, then the others'. None where the folder is empty."""
    own = own_keys(folder)
    mine = {key.key_id for key in own}
    return own + tuple(key for key in _taken_in(folder) if key.key_id not in mine)


def own_keys(folder: Path) -> tuple[KnownKey, ...]:
    """All keys that ever signed papers here; the last signs now."""
    try:
        keys = read_key_file(folder)
    except VaultError:
        return ()
    unit = read_front(folder).unit_name
    signing = (key for key in keys.keys if key.purpose is Purpose.SIGNING)
    return tuple(KnownKey(key.key_id, key.public, unit, keys.installation_id, key.ends_on) for key in signing)


def key_card(keys: tuple[KnownKey, ...]) -> bytes:
    """The file by which others learn a unit's keys."""
    return json.dumps({"format": CARD_FORMAT, "keys": [_plain(key) for key in keys]}, ensure_ascii=False).encode()


def read_key_card(content: bytes) -> tuple[KnownKey, ...]:
    """The keys of a card. `InvalidError` "documents.proof_errors.no_card" for any other file."""
    try:
        card = json.loads(content)
        if len(content) > MOST_BYTES or card["format"] != CARD_FORMAT or not 0 < len(card["keys"]) <= _MOST_KEYS:
            raise InvalidError("documents.proof_errors.no_card")
        return tuple(_key(row) for row in card["keys"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InvalidError("documents.proof_errors.no_card") from None


def take_in(folder: Path, content: bytes) -> tuple[KnownKey, ...]:
    """Keep the keys of a card; they are given back.

    `InvalidError` "documents.proof_errors.other_key" where a known id comes with another key: somebody deceives.
    """
    new = read_key_card(content)
    held = {key.key_id: key for key in known_keys(folder)}
    for key in new:
        if key.key_id in held and held[key.key_id].public != key.public:
            raise InvalidError("documents.proof_errors.other_key", unit=held[key.key_id].unit)
    kept = {key.key_id: key for key in _taken_in(folder)}
    for key in new:
        kept[key.key_id] = _ended(key, kept.get(key.key_id))
    write_whole(folder / KNOWN_KEYS, key_card(tuple(kept.values())))
    return new


def _ended(key: KnownKey, known: KnownKey | None) -> KnownKey:
    """An older card does not bring back to life what a later one ended; of two last days the earlier holds."""
    days = [one.ends_on for one in (key, known) if one is not None and one.ends_on is not None]
    return replace(key, ends_on=min(days, default=None))


def _taken_in(folder: Path) -> tuple[KnownKey, ...]:
    try:
        return read_key_card((folder / KNOWN_KEYS).read_bytes())
    except (OSError, InvalidError):
        return ()


def _plain(key: KnownKey) -> dict[str, str]:
    return {
        "id": key.key_id,
        "public": b64encode(key.public).decode(),
        "unit": key.unit,
        "unit_id": str(key.unit_id),
    } | ({"ends_on": key.ends_on.isoformat()} if key.ends_on else {})


def _key(row: dict[str, str]) -> KnownKey:
    ends_on = date.fromisoformat(row["ends_on"]) if "ends_on" in row else None
    public = b64decode(row["public"], validate=True)
    key = KnownKey(str(row["id"]), public, str(row["unit"]), UUID(row["unit_id"]), ends_on)
    if len(key.public) != _PUBLIC_BYTES or len(key.key_id) != _KEY_ID_LENGTH:
        raise InvalidError("documents.proof_errors.no_card")
    bytes.fromhex(key.key_id)
    return key
