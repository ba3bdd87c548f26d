"""Days off: seeding them from the data file, and reading them inside a transaction (R-27)."""

from datetime import date

from sqlalchemy import select

from models.base import seed_id
from models.enums import HolidayKind
from models.unit import Holiday
from resources import shelf
from services.unit_of_work import Tx
from services.unit_profile.shapes import HolidayRow

FILE = ("holidays", "holidays.toml")
OWN = "unit"


def seed(tx: Tx) -> int:
    """Add the days that the unit does not have yet; a day that it cancelled or renamed stays as it is."""
    unit_id = tx.actor.unit_id
    known = set(tx.session.scalars(select(Holiday.id).where(Holiday.unit_id == unit_id)))
    held = set(tx.session.execute(select(Holiday.day, Holiday.title).where(Holiday.unit_id == unit_id)))
    added = 0
    for row in shelf.read_toml(*FILE)["day"]:
        key = seed_id(unit_id.hex, "holiday", row["on"].isoformat(), row["title"])
        if key in known or (row["on"], row["title"]) in held:
            continue
        kind = HolidayKind(row["kind"])
        tx.add(Holiday(id=key, day=row["on"], title=row["title"], kind=kind, source=row["source"]))
        added += 1
    return added


def between(tx: Tx, first: date, last: date) -> tuple[HolidayRow, ...]:
    """The days off from `first` to `last`, cancelled ones with them, by date."""
    query = (
        select(Holiday)
        .where(Holiday.unit_id == tx.actor.unit_id, Holiday.day.between(first, last))
        .order_by(Holiday.day, Holiday.title)
    )
    return tuple(row_of(holiday) for holiday in tx.session.scalars(query))


def row_of(holiday: Holiday) -> HolidayRow:
    return HolidayRow(
        id=holiday.id,
        day=holiday.day,
        title=holiday.title,
        kind=holiday.kind.value,
        is_cancelled=holiday.is_cancelled,
        is_own=holiday.source == OWN,
        version=holiday.version,
        start=holiday.start,
        end=holiday.end,
    )
