"""What lies in a data folder, and what can be said about it before anybody has signed in.

Reading needs the standard library alone: the sign-in page stands while the database code is still loading.
"""

import json
import os
from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID

DATABASE = "sazesh.db"
DRAFTS = "drafts.db"
KEYS = "keys.json"
PREVIOUS_KEYS = "keys.json.bak"
FRONT = "front.json"
BACKUPS = "backups"
SETTING_UP = "setting-up"
"""Lies in the folder while a first start, or the made-up year, is at work: what lies beside it was never in use."""

_SWAP = "swap.json"


_OF_SET_UP = (DATABASE, DRAFTS, KEYS, FRONT, "witness.json", "attempts.json")


class FolderState(StrEnum):
    """What a start finds. Each but EMPTY and READY is a window with words and a way out."""

    EMPTY = "empty"
    READY = "ready"
    NO_KEYS = "no_keys"
    NO_DATABASE = "no_database"
    NOT_WRITABLE = "not_writable"
    NO_FOLDER = "no_folder"


@dataclass(frozen=True, slots=True)
class Account:
    """A tile of the sign-in page: a colleague who can sign in, and the unit's own word for the role."""

    staff_id: UUID
    username: str
    full_name: str
    role: str
    role_words: str = ""
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class FrontSheet:
    """What stands on the sign-in page: the unit's name and its colleagues. It lies unencrypted in the folder.

    `practice_passwords` is filled in practice mode only, whose data are made up (P-44).
    """

    unit_name: str
    section: str
    accounts: tuple[Account, ...]
    is_practice: bool = False
    practice_passwords: tuple[tuple[str, str], ...] = ()


def make(folder: Path) -> None:
    """The folder, for its owner alone where it is new; on Windows the folder above says who may look."""
    folder.mkdir(0o777 if os.name == "nt" else 0o700, parents=True, exist_ok=True)


def inspect(folder: Path) -> FolderState:
    """What a start finds in `folder`; makes the folder when it is missing."""
    try:
        make(folder)
    except PermissionError:
        return FolderState.NOT_WRITABLE
    except OSError:
        return FolderState.NO_FOLDER
    if not _is_writable(folder):
        return FolderState.NOT_WRITABLE
    _finish(folder)
    has_keys = any((folder / name).is_file() for name in (KEYS, PREVIOUS_KEYS))
    has_database = (folder / DATABASE).is_file()
    if has_keys and has_database:
        return FolderState.READY
    if has_database:
        return FolderState.NO_KEYS
    return FolderState.NO_DATABASE if has_keys else FolderState.EMPTY


def clear_unfinished(folder: Path) -> None:
    """Take away what a first start left that did not come to its end; nothing of it was ever in use."""
    for path in _of_set_up(folder):
        path.unlink(missing_ok=True)
    (folder / SETTING_UP).unlink(missing_ok=True)


def _clear_or_keep(folder: Path) -> None:
    """The mark of a first start, found later. Where somebody signed in since, only the mark came back, as a disk may
    bring it back after a power cut: the mark goes."""
    if read_front(folder).is_practice or not (folder / DRAFTS).exists():
        clear_unfinished(folder)
    else:
        (folder / SETTING_UP).unlink()


def _of_set_up(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.is_file() and path.name.startswith(_OF_SET_UP)]


def _finish(folder: Path) -> None:
    """A power cut in the middle of a first start or of a restore: back to the beginning, or on to the end."""
    if (folder / SETTING_UP).exists():
        _clear_or_keep(folder)
    if (folder / _SWAP).exists():
        from services.vault.swap import finish_swap

        finish_swap(folder)


def read_front(folder: Path) -> FrontSheet:
    """The front sheet; an empty one when it is missing or damaged: it is written anew after signing in."""
    try:
        content = json.loads((folder / FRONT).read_text("utf-8"))
        return _sheet(content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return FrontSheet("", "", ())


def write_front(folder: Path, sheet: FrontSheet) -> None:
    """Replace the front sheet in one step."""
    from services.vault.whole_file import write_whole

    write_whole(folder / FRONT, json.dumps(asdict(sheet), ensure_ascii=False, indent=1, default=str).encode())


def only(sheet: FrontSheet, staff_ids: Collection[UUID]) -> FrontSheet:
    """The sheet without the tiles of people who have no key."""
    return replace(sheet, accounts=tuple(a for a in sheet.accounts if a.staff_id in staff_ids))


def _sheet(content: dict[str, Any]) -> FrontSheet:
    accounts = tuple(
        Account(
            staff_id=UUID(row["staff_id"]),
            username=str(row["username"]),
            full_name=str(row["full_name"]),
            role=str(row["role"]),
            role_words=str(row.get("role_words", "")),
            ends_on=date.fromisoformat(row["ends_on"]) if row["ends_on"] else None,
        )
        for row in content["accounts"]
    )
    passwords = tuple((str(name), str(word)) for name, word in content.get("practice_passwords", ()))
    return FrontSheet(
        unit_name=str(content["unit_name"]),
        section=str(content["section"]),
        accounts=accounts,
        is_practice=bool(content.get("is_practice", False)),
        practice_passwords=passwords,
    )


def _is_writable(folder: Path) -> bool:
    """Whether a file can really be made there: permission bits alone lie on Windows and for root."""
    probe = folder / ".writable"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        return False
    return True
