"""Where a data folder is at home: a copied one can only be read until the head says that it moved."""

import hashlib
import platform
from pathlib import Path

from sqlalchemy import select

from models.unit import Setting
from services.actor import Actor
from services.unit_of_work import Tx, UnitOfWork

_KEY = "home"


def host_mark(folder: Path) -> str:
    """A mark of this computer and place. It notices a copy; it is no lock against somebody who forges it."""
    place = f"{platform.node()}\x1f{folder.resolve()}"
    return hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def is_copied(uow: UnitOfWork, actor: Actor, folder: Path) -> bool:
    """Whether the file was last at home somewhere else. The mark lies inside the encrypted file."""
    with uow.read(actor) as tx:
        row = _row(tx)
        return row is not None and row.value.get("value") != host_mark(folder)


def settle(tx: Tx, folder: Path) -> None:
    """Let the file be at home in this folder."""
    row = _row(tx)
    if row is None:
        row = Setting(unit_id=tx.actor.unit_id, key=_KEY, value={})
        tx.session.add(row)
    row.value = {"value": host_mark(folder)}


def _row(tx: Tx) -> Setting | None:
    query = select(Setting).where(Setting.unit_id == tx.actor.unit_id, Setting.key == _KEY)
    return tx.session.scalars(query).one_or_none()
