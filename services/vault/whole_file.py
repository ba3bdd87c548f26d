"""Writing a file so that after a power cut the old or the new one is there, never a part."""

import os
import time
from pathlib import Path

from services.vault.errors import disk_error

_TRIES = 6
_PRIVATE = 0o600


def write_whole(path: Path, content: bytes, *, flush: bool = True) -> None:
    """Replace `path` in one step. Without `flush` a power cut (not a crash) may bring back the previous content.

    `VaultStorageError` when the disk is full or the folder refuses; the old file then stands unchanged.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        _write(part, content, flush=flush)
        move_over(part, path)
        if flush:
            flush_folder(path.parent)
    except OSError as error:
        drop(part)
        raise disk_error(error, path) from error


def move_over(source: Path, target: Path) -> None:
    """Put `source` in the place of `target`. On Windows a scanner may hold a file for a moment: try again."""
    for attempt in range(_TRIES):
        try:
            source.replace(target)
        except PermissionError:
            if os.name != "nt" or attempt == _TRIES - 1:
                raise
            time.sleep(0.02 * 2**attempt)
        else:
            return


def flush_file(path: Path) -> None:
    """Bring a file that others wrote to the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def drop(*paths: Path) -> None:
    """Remove what was half-made; a file that cannot be removed now is overwritten the next time."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            continue


def _write(path: Path, content: bytes, *, flush: bool) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), _PRIVATE)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        if flush:
            os.fsync(file.fileno())
