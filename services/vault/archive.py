"""The one file of a backup: a zip without compression (encrypted pages do not shrink) of three known entries."""

import errno
import hashlib
import os
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from services.vault.errors import VaultError, disk_error
from services.vault.manifest import Manifest, decode_manifest, encode_manifest

MANIFEST = "manifest.json"
KEYS = "keys.json"
DATABASE = "sazesh.db"
_CHUNK = 2**20
_SMALL = 8 * 2**20
_STAMP = (1980, 1, 1, 0, 0, 0)


def write_archive(target: Path, database: Path, keys: bytes, manifest: Callable[[str, str], Manifest]) -> Manifest:
    """Write all entries to `target` and bring them to the disk; `manifest` is made from the hashes of the others."""
    with target.open("xb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            keys_hash = _add_bytes(archive, KEYS, keys)
            made = manifest(_add_file(archive, DATABASE, database), keys_hash)
            _add_bytes(archive, MANIFEST, encode_manifest(made))
        file.flush()
        os.fsync(file.fileno())
    return made


def read_manifest(file: Path) -> Manifest:
    """The manifest; needs no key.

    `VaultError`: "vault.backup_missing", "vault.backup_damaged", "vault.backup_newer".
    """
    with _open(file) as archive:
        return decode_manifest(_small(archive, MANIFEST))


def read_keys(file: Path, manifest: Manifest) -> bytes:
    """The key file of the backup, as hashed in the manifest."""
    with _open(file) as archive:
        content = _small(archive, KEYS)
    if hashlib.sha256(content).hexdigest() != manifest.keys_sha256:
        raise VaultError("vault.backup_damaged")
    return content


def read_database(file: Path, manifest: Manifest, target: Path | None = None) -> None:
    """Read the database to its end and compare its hash; with `target`, write it there."""
    digest = hashlib.sha256()
    with _open(file) as archive, archive.open(_entry(archive, DATABASE)) as source:
        if target is None:
            _pump(source, digest.update)
        else:
            try:
                with target.open("wb") as copy:
                    _pump(source, digest.update, copy.write)
            except OSError as error:
                raise disk_error(error, target) from error
    if digest.hexdigest() != manifest.database_sha256:
        raise VaultError("vault.backup_damaged")


def _pump(source: IO[bytes], *takers: Callable[[bytes], object]) -> None:
    while chunk := source.read(_CHUNK):
        for take in takers:
            take(chunk)


@contextmanager
def _open(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except FileNotFoundError:
        raise VaultError("vault.backup_missing", name=file.name) from None
    except (zipfile.BadZipFile, EOFError, ValueError, RuntimeError, struct.error):
        raise VaultError("vault.backup_damaged") from None  # RuntimeError: versions and flags that no program writes
    except OSError as error:
        if error.errno == errno.EINVAL:  # an entry that begins before the file does
            raise VaultError("vault.backup_damaged") from None
        raise disk_error(error, file) from error


def _entry(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise VaultError("vault.backup_damaged") from None
    # what the program writes is neither compressed nor zip-encrypted; anything else could unpack to any size
    if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1:
        raise VaultError("vault.backup_damaged")
    return info


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    info = _entry(archive, name)
    if info.file_size > _SMALL:
        raise VaultError("vault.backup_damaged")
    return archive.read(info)


def _add_bytes(archive: zipfile.ZipFile, name: str, content: bytes) -> str:
    archive.writestr(zipfile.ZipInfo(name, _STAMP), content)
    return hashlib.sha256(content).hexdigest()


def _add_file(archive: zipfile.ZipFile, name: str, source: Path) -> str:
    digest = hashlib.sha256()
    info = zipfile.ZipInfo(name, _STAMP)
    info.file_size = source.stat().st_size
    with source.open("rb") as file, archive.open(info, "w") as entry:
        _pump(file, digest.update, entry.write)
    return digest.hexdigest()
