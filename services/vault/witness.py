"""The witness: the head of the audit chain and the last number of every book, beside the keys (design.md §5).

After a restore it tells how far the numbers had come, so that none is given twice.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from services.vault.errors import VaultError, disk_error
from services.vault.whole_file import write_whole

WITNESS = "witness.json"


@dataclass(frozen=True, slots=True)
class Witness:
    """`chain_head` in hexadecimal with its `seq`; `last_serials` by book; the instant is aware, in UTC."""

    chain_head: str
    seq: int
    last_serials: dict[str, int]
    installation_id: UUID
    written_at: datetime


def read_witness(folder: Path) -> Witness | None:
    """The witness; None where there is none. `VaultError` ("vault.witness_damaged"): numbers are checked on paper."""
    path = folder / WITNESS
    try:
        content = json.loads(path.read_bytes())
        body = content["body"]
        if content["sha256"] != _digest(body):
            raise VaultError("vault.witness_damaged")
        return witness_from(body)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise disk_error(error, path) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise VaultError("vault.witness_damaged") from None


def write_witness(folder: Path, witness: Witness, *, flush: bool = True) -> None:
    """Replace the witness in one step. Without `flush` it costs no wait for the disk; a power cut may then bring
    back the one before, so flush at the end of the day and on closing."""
    write_whole(folder / WITNESS, encode_witness(witness), flush=flush)


def encode_witness(witness: Witness) -> bytes:
    """The bytes of the file, with a checksum."""
    body = witness_body(witness)
    return json.dumps({"sha256": _digest(body), "body": body}, ensure_ascii=False, indent=1).encode()


def witness_body(witness: Witness) -> dict[str, Any]:
    """The witness as plain JSON data, as it also stands in the manifest of a backup."""
    return {
        "chain_head": witness.chain_head,
        "seq": witness.seq,
        "last_serials": dict(sorted(witness.last_serials.items())),
        "installation_id": str(witness.installation_id),
        "written_at": witness.written_at.isoformat(),
    }


def witness_from(body: Mapping[str, Any]) -> Witness:
    """What `witness_body` made; ValueError, KeyError or TypeError for anything else."""
    return Witness(
        chain_head=str(body["chain_head"]),
        seq=int(body["seq"]),
        last_serials={str(book): int(number) for book, number in body["last_serials"].items()},
        installation_id=UUID(body["installation_id"]),
        written_at=datetime.fromisoformat(body["written_at"]),
    )


def _digest(body: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
