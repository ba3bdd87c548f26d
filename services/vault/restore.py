"""Bringing a backup back, with what was there before kept beside it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from services.vault import archive, trust
from services.vault.backup import (
    DATABASE,
    Opener,
    check_mark,
    extract,
    file_key_of,
    keys_of,
)
from services.vault.cipher_file import copy_database, raw_connection, take_alone
from services.vault.errors import VaultError, disk_error
from services.vault.key_file import KeyFile, encode
from services.vault.key_store import KEYS, PREVIOUS, read_key_file, store_lock
from services.vault.manifest import Manifest
from services.vault.opening import SWAPPED
from services.vault.sealing import Purpose
from services.vault.swap import clear_leftovers, commit_swap, next_path
from services.vault.whole_file import drop, write_whole
from services.vault.witness import WITNESS, Witness, encode_witness, read_witness
from services.vault.wrapping import Holder, held_secret

_SCRATCH = "restore-copy.db"
_LOGS = (f"{DATABASE}-wal", f"{DATABASE}-shm")
_OF_OLD_KEYS = (KEYS, PREVIOUS, "drafts.db", "drafts.db-wal", "drafts.db-shm", "attempts.json")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back. `aside` is the folder that holds what was replaced, None when there was nothing.

    `kept_keys`: the folder's present users and passwords go on; otherwise those of the day of the backup hold.
    `witness` is how far chain and numbers had come in this folder: counters must jump past it.
    """

    manifest: Manifest
    aside: Path | None
    kept_keys: bool
    witness: Witness | None


def restore_backup(file: Path, folder: Path, opener: Opener, *, now: datetime) -> Restored:
    """Put the database of a backup into `folder`, empty or not. Nobody may have the folder's files open.

    Where the present key file knows the opener, it stays: whoever was removed since the backup stays removed, and
    drafts stay. Otherwise (a new computer, lost keys) the backup's key file comes with it. The old files move into
    `before-restore-<stamp>`; nothing changes before the backup was checked to its last page, and a crash leaves all
    old or all new. A witness of the same installation stays, for it may be ahead of the backup.
    `VaultError`: "vault.backup_damaged", "vault.backup_not_yours", "vault.busy"; `VaultStorageError`.
    """
    with store_lock:
        manifest = archive.read_manifest(file)
        backup_keys = keys_of(file, manifest)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise disk_error(error, folder) from error
        present = _present_keys(folder)
        clear_leftovers(folder, SWAPPED)
        try:
            keys = _keys_to_use(opener, manifest, present, backup_keys)
            _prepare(file, folder, opener, manifest, keys, backup_keys)
            kept = keys is present
            if not kept:
                write_whole(next_path(folder, KEYS), encode(keys))
            witness = _carried_witness(folder, manifest)
            if witness is not None:
                write_whole(next_path(folder, WITNESS), encode_witness(witness))
            aside = _swap(folder, now, kept_keys=kept)
        finally:
            drop(folder / _SCRATCH)
            clear_leftovers(folder, SWAPPED)
        return Restored(manifest, aside, kept, witness)


def _present_keys(folder: Path) -> KeyFile | None:
    try:
        return read_key_file(folder)
    except VaultError as error:
        if error.key in {"vault.keys_missing", "vault.keys_damaged"}:
            return None
        raise


def _keys_to_use(opener: Opener, manifest: Manifest, present: KeyFile | None, backup_keys: KeyFile) -> KeyFile:
    """The first key file by which the opener has both the database's key and the backup's."""
    for keys in (present, backup_keys):
        if keys is None:
            continue
        try:
            data_key = held_secret(keys, opener, Purpose.DATA)
            trust.check(keys, data_key)
            file_key_of(manifest, opener, keys, backup_keys)
        except VaultError:
            continue
        return keys
    raise VaultError("vault.backup_not_yours")


def _prepare(
    file: Path, folder: Path, opener: Holder, manifest: Manifest, keys: KeyFile, backup_keys: KeyFile
) -> None:
    """Check the backup and lay its database ready under the folder's data key."""
    key = file_key_of(manifest, opener, keys, backup_keys)
    check_mark(manifest, opener, backup_keys)
    data_key = held_secret(keys, opener, Purpose.DATA)
    _require_alone(folder / DATABASE, data_key)
    extract(file, manifest, key, folder / _SCRATCH)
    facts = copy_database(folder / _SCRATCH, key.hex(), next_path(folder, DATABASE), data_key.hex())
    if facts.counts != manifest.counts:
        raise VaultError("vault.backup_damaged")
    drop(folder / _SCRATCH)


def _require_alone(database: Path, data_key: bytes) -> None:
    """`VaultError` ("vault.busy") when the present database is open elsewhere. A broken one is no hindrance."""
    try:
        with raw_connection(database, data_key.hex()) as connection:
            take_alone(connection)
    except VaultError as error:
        if error.key == "vault.busy":
            raise


def _carried_witness(folder: Path, manifest: Manifest) -> Witness | None:
    """How far numbers had come: the folder's own witness if of this installation and ahead, else the backup's."""
    try:
        present = read_witness(folder)
    except VaultError:
        present = None
    taken = manifest.witness
    if present is None or present.installation_id != manifest.installation_id:
        return taken
    if taken is None or present.seq >= taken.seq:
        return present
    return taken


def _swap(folder: Path, now: datetime, *, kept_keys: bool) -> Path | None:
    retire = [*_LOGS, WITNESS] if kept_keys else [*_LOGS, WITNESS, *_OF_OLD_KEYS]
    install = [name for name in SWAPPED if next_path(folder, name).exists()]
    replaced = [name for name in (DATABASE, *retire) if (folder / name).exists()]
    name = _free_name(folder, f"before-restore-{now:%Y%m%dT%H%M%S}") if replaced else None
    if kept_keys and name:
        # the old database opens with the keys of its day: they go with it
        _copy_keys(folder, folder / name)
    commit_swap(folder, install=install, retire=retire, aside=name)
    return folder / name if name else None


def _copy_keys(folder: Path, aside: Path) -> None:
    try:
        aside.mkdir()
        content = (folder / KEYS).read_bytes()
    except OSError as error:
        raise disk_error(error, aside) from error
    write_whole(aside / KEYS, content)


def _free_name(folder: Path, name: str) -> str:
    number, free = 1, name
    while (folder / free).exists():
        number, free = number + 1, f"{name}-{number + 1}"
    return free
