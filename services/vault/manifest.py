"""The manifest of a backup: what it holds, of which instant, and how to see that it is whole."""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.vault.errors import VaultError
from services.vault.key_file import canonical
from services.vault.witness import Witness, witness_body, witness_from

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """Readable without any key, so it holds figures and no names.

    `counts` are the rows by table, `witness` how far chain and numbers had come. `sealed_key` is the key of this
    backup's database, sealed to the backup key `backup_key_id`; `mac` the mark of the data key `data_key_id`.
    """

    created_at: datetime
    installation_id: UUID
    program_version: str
    schema_revision: str
    counts: tuple[tuple[str, int], ...]
    witness: Witness | None
    database_bytes: int
    database_sha256: str
    keys_sha256: str
    backup_key_id: str
    data_key_id: str
    sealed_key: bytes
    mac: bytes = b""

    @property
    def rows(self) -> int:
        return sum(count for _, count in self.counts)


def manifest_body(manifest: Manifest) -> bytes:
    """What the mark covers."""
    return canonical(_rows(manifest))


def encode_manifest(manifest: Manifest) -> bytes:
    body = {**_rows(manifest), "mac": b64encode(manifest.mac).decode()}
    return json.dumps(body, ensure_ascii=False, indent=1).encode()


def decode_manifest(content: bytes) -> Manifest:
    """`VaultError`: "vault.backup_damaged", or "vault.backup_newer" for a later format."""
    try:
        body = json.loads(content)
        if body["format"] > FORMAT:
            raise VaultError("vault.backup_newer")
        return Manifest(
            created_at=datetime.fromisoformat(body["created_at"]),
            installation_id=UUID(body["installation_id"]),
            program_version=str(body["program_version"]),
            schema_revision=str(body["schema_revision"]),
            counts=tuple((str(table), int(count)) for table, count in body["counts"].items()),
            witness=witness_from(body["witness"]) if body["witness"] else None,
            database_bytes=int(body["database_bytes"]),
            database_sha256=str(body["database_sha256"]),
            keys_sha256=str(body["keys_sha256"]),
            backup_key_id=str(body["backup_key_id"]),
            data_key_id=str(body["data_key_id"]),
            sealed_key=b64decode(body["sealed_key"], validate=True),
            mac=b64decode(body["mac"], validate=True),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise VaultError("vault.backup_damaged") from None


def _rows(manifest: Manifest) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "created_at": manifest.created_at.isoformat(),
        "installation_id": str(manifest.installation_id),
        "program_version": manifest.program_version,
        "schema_revision": manifest.schema_revision,
        "counts": dict(sorted(manifest.counts)),
        "witness": witness_body(manifest.witness) if manifest.witness else None,
        "database_bytes": manifest.database_bytes,
        "database_sha256": manifest.database_sha256,
        "keys_sha256": manifest.keys_sha256,
        "backup_key_id": manifest.backup_key_id,
        "data_key_id": manifest.data_key_id,
        "sealed_key": b64encode(manifest.sealed_key).decode(),
    }
