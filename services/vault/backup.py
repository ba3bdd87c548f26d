"""Backups: one file with the whole database under its own key, which only the head and the recovery sheet open."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from services.vault import archive, trust
from services.vault.cipher_file import Cancelled, DatabaseFacts, Progress, check_database, copy_database
from services.vault.errors import VaultError, VaultStorageError, disk_error
from services.vault.key_file import KeyFile, decode, encode, wrap_context
from services.vault.key_store import read_key_file
from services.vault.manifest import Manifest, manifest_body
from services.vault.opening import opened, trusted_keys
from services.vault.recovery_code import RecoveryCode
from services.vault.sealing import Purpose, new_key, seal, unseal
from services.vault.slots import decoy, open_slot
from services.vault.unlocked import Unlocked
from services.vault.whole_file import drop, flush_folder, move_over
from services.vault.witness import Witness, read_witness
from services.vault.wrapping import Holder, held_secret

SUFFIX = ".sazesh-backup"
DATABASE = "sazesh.db"
_COPY = "backup-copy.db"
_MARGIN = 2**20
_one_at_a_time = Lock()

Opener = Unlocked | RecoveryCode


@dataclass(frozen=True, slots=True)
class BackupCheck:
    """A backup that was opened and read to its last page. `broken_links` were already in the file it was made of."""

    manifest: Manifest
    broken_links: int


def write_backup(
    unlocked: Unlocked,
    target: Path,
    *,
    now: datetime,
    program_version: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Manifest:
    """Back the data folder up into `target` (its folder must exist) while people go on working.

    Anybody who is signed in can write one; only holders of the backup key open it. It is read back before it takes
    its name: either a whole file stands there or nothing, and a former file of that name stays until then.
    `progress` gets pages done and in all. `VaultStorageError`: "vault.disk_full", "vault.not_writable";
    `VaultError`: "vault.cancelled", "vault.database_damaged", "vault.busy".
    """
    keys = trusted_keys(unlocked.folder, unlocked)
    with _one_at_a_time:
        copy = unlocked.folder / _COPY
        part = target.with_name(f"{target.name}.part")
        try:
            file_key = new_key()
            _require_room(unlocked.folder / DATABASE, unlocked.folder)
            facts = copy_database(
                unlocked.folder / DATABASE,
                unlocked.data_key_hex,
                copy,
                file_key.hex(),
                progress=progress,
                cancelled=cancelled,
            )
            _require_room(copy, target.parent)
            draft = _draft(unlocked, keys, file_key, facts, now, program_version)
            return _write(target, part, copy, keys, draft, unlocked)
        finally:
            drop(copy, part)


def drop_scratch(folder: Path) -> None:
    """What a backup left that was killed; as large as the database. Nobody may be at work in the folder."""
    drop(folder / _COPY, folder / f"{_COPY}-journal")


def verify_backup(file: Path, opener: Opener, folder: Path | None = None) -> BackupCheck:
    """Open a backup in a scratch place and read all of it: hashes, every page, every table counted.

    `folder` is the data folder whose key file is asked too when a sheet younger than the backup is the opener.
    `VaultError`: "vault.backup_damaged", "vault.backup_not_yours" for who lacks the backup key.
    """
    manifest = archive.read_manifest(file)
    backup_keys = keys_of(file, manifest)
    key = file_key_of(manifest, opener, *_known_keys(opener, backup_keys, folder))
    with TemporaryDirectory(prefix="sazesh-", ignore_cleanup_errors=True) as scratch:
        facts = extract(file, manifest, key, Path(scratch) / DATABASE)
    check_mark(manifest, opener, backup_keys)
    return BackupCheck(manifest, facts.broken_links)


def unlock_backup(file: Path, username: str, password: str) -> Unlocked:
    """Open a user's slot in the key file that lies in a backup: for restoring on a new computer.

    The password is the one of the day of the backup. `VaultError`: "vault.backup_password".
    """
    keys = keys_of(file, archive.read_manifest(file))
    slot = keys.slot_named(username)
    private = open_slot(slot or decoy(keys), password)
    if slot is None or private is None:
        raise VaultError("vault.backup_password", "password")
    return opened(file.parent, keys, slot, private)


def keys_of(file: Path, manifest: Manifest) -> KeyFile:
    """The key file of the day of the backup."""
    try:
        return decode(archive.read_keys(file, manifest))
    except VaultError as error:
        if error.key == "vault.keys_damaged":
            raise VaultError("vault.backup_damaged") from None
        raise


def file_key_of(manifest: Manifest, holder: Holder, *candidates: KeyFile) -> bytes:
    """The key of the backup's database, by whichever key file has the backup key for `holder`."""
    for keys in candidates:
        try:
            private = held_secret(keys, holder, Purpose.BACKUP, manifest.backup_key_id)
        except VaultError:
            continue
        return _unsealed(manifest, private)
    raise VaultError("vault.backup_not_yours")


def extract(file: Path, manifest: Manifest, key: bytes, target: Path) -> DatabaseFacts:
    """Write the backup's database to `target`, still under the backup's own key, and check it by the manifest."""
    archive.read_database(file, manifest, target)
    try:
        facts = check_database(target, key.hex())
    except VaultStorageError:
        raise
    except VaultError:
        raise VaultError("vault.backup_damaged") from None
    if facts.counts != manifest.counts or facts.schema_revision != manifest.schema_revision:
        raise VaultError("vault.backup_damaged")
    return facts


def check_mark(manifest: Manifest, holder: Holder, backup_keys: KeyFile) -> None:
    """That the figures of the manifest are those of whoever had the data key; unknowable for a later head."""
    try:
        data_key = held_secret(backup_keys, holder, Purpose.DATA, manifest.data_key_id)
    except VaultError:
        return
    if trust.bytes_mac(data_key, "manifest", manifest_body(manifest)) != manifest.mac:
        raise VaultError("vault.backup_damaged")


def _known_keys(opener: Opener, backup_keys: KeyFile, folder: Path | None) -> tuple[KeyFile, ...]:
    """Where the opener's keys may be found: the present key file, then that of the backup."""
    present = opener.folder if isinstance(opener, Unlocked) else folder
    if present is None:
        return (backup_keys,)
    try:
        return (read_key_file(present), backup_keys)
    except VaultError:
        return (backup_keys,)


def _draft(
    unlocked: Unlocked, keys: KeyFile, file_key: bytes, facts: DatabaseFacts, now: datetime, version: str
) -> Manifest:
    backup_key = keys.current(Purpose.BACKUP)
    context = wrap_context(keys.installation_id, backup_key.key_id)
    return Manifest(
        created_at=now,
        installation_id=keys.installation_id,
        program_version=version,
        schema_revision=facts.schema_revision,
        counts=facts.counts,
        witness=_witness(unlocked.folder),
        database_bytes=(unlocked.folder / _COPY).stat().st_size,
        database_sha256="",
        keys_sha256="",
        backup_key_id=backup_key.key_id,
        data_key_id=unlocked.data_key_id,
        sealed_key=seal(backup_key.public, Purpose.BACKUP_FILE, file_key, context),
    )


def _write(target: Path, part: Path, copy: Path, keys: KeyFile, draft: Manifest, unlocked: Unlocked) -> Manifest:
    def finished(database_hash: str, keys_hash: str) -> Manifest:
        manifest = replace(draft, database_sha256=database_hash, keys_sha256=keys_hash)
        return replace(manifest, mac=trust.bytes_mac(unlocked.data_key(), "manifest", manifest_body(manifest)))

    with _as_disk_error(target):
        part.unlink(missing_ok=True)
        manifest = archive.write_archive(part, copy, encode(keys), finished)
        archive.read_keys(part, archive.read_manifest(part))
        archive.read_database(part, manifest)
        move_over(part, target)
        flush_folder(target.parent)
    return manifest


def _unsealed(manifest: Manifest, private: bytes) -> bytes:
    context = wrap_context(manifest.installation_id, manifest.backup_key_id)
    try:
        return unseal(X25519PrivateKey.from_private_bytes(private), Purpose.BACKUP_FILE, manifest.sealed_key, context)
    except VaultError:
        raise VaultError("vault.backup_damaged") from None


def _witness(folder: Path) -> Witness | None:
    try:
        return read_witness(folder)
    except VaultError:
        return None  # a backup without it is better than none


def _require_room(source: Path, folder: Path) -> None:
    try:
        needed, free = source.stat().st_size + _MARGIN, shutil.disk_usage(folder).free
    except OSError:
        return  # the writing itself will say what is wrong
    if free < needed:
        raise VaultStorageError("vault.disk_full", name=folder.name)


@contextmanager
def _as_disk_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise disk_error(error, path) from error
