"""Replacing several files of the data folder as if in one step.

The new files are written beside the old ones with the ending `.next`. Then one small file, the intent, names them
all: from that moment the swap will happen, and whoever opens the folder after a crash finishes it. Without the
intent the `.next` files are leftovers and go.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from services.vault.errors import VaultError, disk_error
from services.vault.whole_file import drop, flush_folder, move_over, write_whole

INTENT = "swap.json"
NEXT = ".next"
_SCRATCH = (".next", ".next.part", ".next-journal", ".next-wal", ".next-shm")


def next_path(folder: Path, name: str) -> Path:
    """Where the file that will be called `name` is prepared."""
    return folder / f"{name}{NEXT}"


def commit_swap(
    folder: Path, *, install: Iterable[str], retire: Iterable[str] = (), aside: str | None = None
) -> None:
    """Put every prepared file of `install` in its place and take those of `retire` away.

    With `aside`, what is replaced or retired is kept in that folder of the data folder; without, it is gone.
    Nobody may have the files open.
    """
    new = list(install)
    # carried out a second time after a crash, retiring must not take what was just installed
    plan = {"install": new, "retire": [name for name in retire if name not in new], "aside": aside}
    write_whole(folder / INTENT, json.dumps(plan).encode())
    finish_swap(folder)


def finish_swap(folder: Path) -> None:
    """Finish a swap that was decided, or clear away one that was not. Called before anything is opened."""
    intent = folder / INTENT
    try:
        plan = _plan(intent)
        if plan is None:
            return
        _carry_out(folder, plan)
        intent.unlink(missing_ok=True)
        flush_folder(folder)
    except OSError as error:
        raise disk_error(error, intent) from error


def clear_leftovers(folder: Path, names: Iterable[str]) -> None:
    """Remove what an undecided swap of these files left behind; a decided one is left to `finish_swap`."""
    if (folder / INTENT).exists():
        return
    for name in names:
        drop(*(folder / f"{name}{ending}" for ending in _SCRATCH))


def _plan(intent: Path) -> dict[str, Any] | None:
    try:
        plan = json.loads(intent.read_bytes())
        names = [*plan["install"], *plan["retire"], plan["aside"] or INTENT]
        if any(not isinstance(name, str) or Path(name).name != name for name in names):
            raise ValueError
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError):
        # it was written in one step, so this is no torn write: a person must look at it
        raise VaultError("vault.swap_damaged", name=intent.name) from None
    return dict(plan)


def _carry_out(folder: Path, plan: dict[str, Any]) -> None:
    aside = folder / plan["aside"] if plan["aside"] else None
    if aside:
        aside.mkdir(exist_ok=True)
    # an old write-ahead log beside the new database would be played into it: the retired files go first
    for name in plan["retire"]:
        _take_away(folder / name, aside)
    flush_folder(folder)
    for name in plan["install"]:
        prepared = next_path(folder, name)
        if prepared.exists():
            if aside:
                _take_away(folder / name, aside)
            move_over(prepared, folder / name)
    flush_folder(folder)
    if aside:
        flush_folder(aside)


def _take_away(path: Path, aside: Path | None) -> None:
    if not path.exists():
        return
    if aside:
        move_over(path, aside / path.name)
    else:
        path.unlink()
