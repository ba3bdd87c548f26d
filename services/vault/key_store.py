"""The key file on the disk: read, replaced in one step, with the previous good version beside it."""

from dataclasses import replace
from pathlib import Path
from threading import RLock

from services.vault.errors import VaultError, disk_error
from services.vault.key_file import KeyFile, decode, encode
from services.vault.swap import finish_swap
from services.vault.whole_file import write_whole

KEYS = "keys.json"
PREVIOUS = "keys.json.bak"
MAX_BYTES = 8 * 2**20

# whoever reads, changes and writes the key file holds this: an edit must not be lost between two threads
store_lock = RLock()


def read_key_file(folder: Path) -> KeyFile:
    """The present state. A swap of files that a power cut interrupted is finished or undone first.

    When the file is torn or missing, the previous good version stands in and `notice` says so.
    `VaultError`: "vault.keys_missing", "vault.keys_damaged", "vault.keys_newer".
    """
    with store_lock:
        finish_swap(folder)
        try:
            present = _read(folder / KEYS)
        except VaultError as error:
            if error.key not in {"vault.keys_missing", "vault.keys_damaged"}:
                raise
            return _stand_in(folder, error)
        _forget_stale(folder, present)
        return present


def save(folder: Path, keys: KeyFile, *, forget_previous: bool = False) -> KeyFile:
    """Store the next state and return it.

    `forget_previous` when an old slot or password must not open anything any more: the copy beside it is then
    of the new state too.
    """
    with store_lock:
        generation = keys.generation + 1
        oldest = generation if forget_previous else keys.oldest_valid
        stored = replace(keys, generation=generation, oldest_valid=oldest, notice=None)
        if not forget_previous:
            _keep_previous(folder)
        write_whole(folder / KEYS, encode(stored))
        if forget_previous:
            write_whole(folder / PREVIOUS, encode(stored))
        return stored


def _read(path: Path) -> KeyFile:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES)
    except FileNotFoundError:
        raise VaultError("vault.keys_missing") from None
    except OSError as error:
        raise disk_error(error, path) from error
    return decode(content)


def _stand_in(folder: Path, error: VaultError) -> KeyFile:
    try:
        previous = _read(folder / PREVIOUS)
    except VaultError:
        raise error from None
    return replace(previous, notice="vault.keys_from_previous")


def _keep_previous(folder: Path) -> None:
    try:
        present = _read(folder / KEYS)
    except VaultError:
        return  # a torn file must not replace the good copy
    write_whole(folder / PREVIOUS, encode(present))


def _forget_stale(folder: Path, present: KeyFile) -> None:
    """A power cut between the two writes of `forget_previous` left the old copy: bring it up to date."""
    try:
        previous = _read(folder / PREVIOUS)
    except VaultError:
        return
    if previous.generation < present.oldest_valid:
        try:
            write_whole(folder / PREVIOUS, encode(present))
        except VaultError:
            return  # a folder that can only be read changes nothing
