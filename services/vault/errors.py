"""What can go wrong with keys, backups and the files beside the database. Sentences: `resources/texts/vault.toml`."""

import errno
from pathlib import Path

from services.errors import AppError, StorageError


class VaultError(AppError):
    """A refusal of the vault that the person can act on; `key` begins with `vault.`."""


class WrongPasswordError(VaultError):
    """Name or password is wrong, never told which. `values["seconds"]` is the wait before the next try."""


class WaitError(VaultError):
    """Too many wrong passwords: nothing was tried. `values["seconds"]` remain."""


class PinError(VaultError):
    """The PIN did not open: `vault.pin_wrong` (values: left), or `vault.pin_spent`: the password is asked."""


class VaultStorageError(VaultError, StorageError):
    """The disk or its rights failed: nothing was changed, the old file is whole."""


_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def disk_error(error: OSError, path: Path) -> VaultStorageError:
    """The sentence for a failed write or read: no room, no right, or a disk that fails."""
    if error.errno in _FULL:
        return VaultStorageError("vault.disk_full", name=path.name)
    if error.errno in _DENIED:
        return VaultStorageError("vault.not_writable", name=path.name)
    return VaultStorageError("vault.disk_failed", name=path.name)
