"""The signed list of papers that a unit made void: short codes and days, nobody's name.

Where the unit's own book is not open, the list says which genuine papers hold no longer, up to the day it was made.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from services.errors import InvalidError
from services.vault.whole_file import write_whole

from .known_keys import MOST_BYTES, KnownKey
from .signer import PaperSigner

LISTS = "void-papers"
LIST_FORMAT = "sazesh-void-1"
_SIGNED = b"sazesh void papers 1\0"


@dataclass(frozen=True, slots=True)
class Revocation:
    """A paper, by its short code, and the day on which it was made void."""

    code: str
    on: date


@dataclass(frozen=True, slots=True)
class RevocationList:
    unit_id: UUID
    made_on: date
    rows: tuple[Revocation, ...]


def signed_list(made: RevocationList, signer: PaperSigner) -> bytes:
    """The file of a list. Equal lists and keys give equal bytes."""
    body = _body(made)
    signature = signer.sign(_message(body))
    outer = {"format": LIST_FORMAT, "body": body, "key": signer.signing_key_id, "signature": _text(signature)}
    return json.dumps(outer, ensure_ascii=True, sort_keys=True).encode()


def read_list(content: bytes, keys: Iterable[KnownKey]) -> RevocationList:
    """A list whose signature is right and whose key is the unit's own.

    `InvalidError`: "documents.proof_errors.no_list", "…unknown_list" for a unit whose keys are not known,
    "…altered_list".
    """
    try:
        outer = json.loads(content)
        if outer["format"] != LIST_FORMAT or len(content) > MOST_BYTES:
            raise InvalidError("documents.proof_errors.no_list")
        made = _list(outer["body"])
        key_id, signature = str(outer["key"]), b64decode(outer["signature"], validate=True)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InvalidError("documents.proof_errors.no_list") from None
    key = next((one for one in keys if one.key_id == key_id and one.unit_id == made.unit_id), None)
    if key is None:
        raise InvalidError("documents.proof_errors.unknown_list")
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, _message(outer["body"]))
    except InvalidSignature:
        raise InvalidError("documents.proof_errors.altered_list") from None
    return made


def keep_list(folder: Path, content: bytes, keys: Iterable[KnownKey]) -> RevocationList:
    """Put a list among the known ones, in place of the unit's earlier one.

    `InvalidError` as `read_list`, and "documents.proof_errors.older_list" where a later one is there.
    """
    known = tuple(keys)
    made = read_list(content, known)
    place = folder / LISTS / f"{made.unit_id.hex}.json"
    held = _held(place, known)
    if held is not None and held.made_on > made.made_on:
        raise InvalidError("documents.proof_errors.older_list")
    place.parent.mkdir(exist_ok=True)
    write_whole(place, content)
    return made


def known_lists(folder: Path, keys: Iterable[KnownKey]) -> tuple[RevocationList, ...]:
    """The lists in the folder; one that does not prove itself is left out."""
    known = tuple(keys)
    found = (_held(place, known) for place in sorted((folder / LISTS).glob("*.json")))
    return tuple(one for one in found if one is not None)


def _held(place: Path, keys: tuple[KnownKey, ...]) -> RevocationList | None:
    try:
        return read_list(place.read_bytes(), keys)
    except (OSError, InvalidError):
        return None


def _body(made: RevocationList) -> dict[str, Any]:
    rows = sorted((row.code, row.on.isoformat()) for row in made.rows)
    return {"unit": str(made.unit_id), "on": made.made_on.isoformat(), "void": [list(row) for row in rows]}


def _list(body: dict[str, Any]) -> RevocationList:
    rows = tuple(Revocation(str(code), date.fromisoformat(on)) for code, on in body["void"])
    return RevocationList(UUID(body["unit"]), date.fromisoformat(body["on"]), rows)


def _message(body: dict[str, Any]) -> bytes:
    return _SIGNED + json.dumps(body, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def _text(value: bytes) -> str:
    return b64encode(value).decode()
