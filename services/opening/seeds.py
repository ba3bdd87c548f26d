"""Rows that come with the program: code lists and days off; an update adds what is new and changes nothing."""

import hashlib

from sqlalchemy import select

from models.unit import Setting
from resources import shelf
from services.codes.service import seed as seed_codes
from services.unit_of_work import Tx
from services.unit_profile import holidays

_KEY = "seeded"


def fingerprint() -> str:
    """A short hash of all seed files of this program."""
    digest = hashlib.sha256()
    files = [*sorted(shelf.path("codes").glob("*.toml")), shelf.path(*holidays.FILE)]
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:32]


def is_due(tx: Tx) -> bool:
    """Whether this program brings seed files that the unit has not taken in."""
    row = _row(tx)
    return row is None or row.value.get("value") != fingerprint()


def take_in(tx: Tx) -> int:
    """Add what is missing and remember that it was done; returns how many rows came."""
    added = seed_codes(tx) + holidays.seed(tx)
    row = _row(tx)
    if row is None:
        row = Setting(unit_id=tx.actor.unit_id, key=_KEY, value={})
        tx.session.add(row)
    row.value = {"value": fingerprint()}
    return added


def _row(tx: Tx) -> Setting | None:
    query = select(Setting).where(Setting.unit_id == tx.actor.unit_id, Setting.key == _KEY)
    return tx.session.scalars(query).one_or_none()
