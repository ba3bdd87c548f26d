"""How the unit's papers look, inside an open transaction: words of the head, emblem and font."""

from dataclasses import dataclass, fields, replace
from threading import Lock
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from models.paper_look import PaperFile
from models.unit import Setting
from services.documents.blocks import NO_LOOK, Look, Paper
from services.errors import StorageError
from services.unit_of_work import Tx

KEY = "paper_look"
_REMEMBERED = 6


@dataclass(frozen=True, slots=True)
class StoredLook:
    """What the unit chose; files by their hash. Empty words are the program's own, an empty hash is no file."""

    opening: str = ""
    motto: str = ""
    greeting: str = ""
    to_first: bool = False
    emblem: str = ""
    font: str = ""
    bold: str = ""
    font_name: str = ""


_STORED = select(Setting.value, Setting.version).where(Setting.unit_id == bindparam("of_unit"), Setting.key == KEY)
_FILE = select(PaperFile.content).where(
    PaperFile.unit_id == bindparam("of_unit"), PaperFile.sha256 == bindparam("of_hash")
)
_files: dict[tuple[UUID, str], bytes] = {}
_lock = Lock()


def stored_look(tx: Tx) -> tuple[StoredLook, int]:
    """What is stored, and its version, 0 where nothing was ever chosen; one statement a transaction."""
    return tx.steady(KEY, lambda: _read(tx), (Setting,))


def look_of(tx: Tx) -> Look:
    """The files that papers are drawn with now."""
    stored, _version = stored_look(tx)
    if not (stored.emblem or stored.font):
        return NO_LOOK
    return Look(*(file_of(tx, sha256) if sha256 else b"" for sha256 in (stored.emblem, stored.font, stored.bold)))


def with_look(tx: Tx, paper: Paper) -> Paper:
    """A sheet that is not composed from a `Composition`, as the unit's other papers look; one without a letterhead
    shows nothing of the unit (P-2)."""
    return paper if paper.letterhead is None else replace(paper, look=look_of(tx))


def file_of(tx: Tx, sha256: str) -> bytes:
    """A stored emblem or font; its bytes never change, so they are remembered after the first paper."""
    key = (tx.actor.unit_id, sha256)
    with _lock:
        held = _files.get(key)
    if held is not None:
        return held
    content = tx.session.scalar(_FILE, {"of_unit": key[0], "of_hash": sha256})
    if content is None:
        raise StorageError("documents.file_gone")
    with _lock:
        while len(_files) >= _REMEMBERED:
            _files.pop(next(iter(_files)))
        _files[key] = content
    return content


def _read(tx: Tx) -> tuple[StoredLook, int]:
    found = tx.rows(_STORED, {"of_unit": tx.actor.unit_id})
    if not found:
        return StoredLook(), 0
    row = found[0]
    known = {field.name for field in fields(StoredLook)}
    values: dict[str, Any] = {name: value for name, value in row.value.items() if name in known}
    return StoredLook(**values), row.version
