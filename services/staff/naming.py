"""How colleagues are called on screens and papers."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import bindparam, select

from models.unit import Staff
from services.unit_of_work import Tx

_NAMES = select(Staff.id, Staff.full_name).where(Staff.unit_id == bindparam("of_unit"))


def staff_names(tx: Tx) -> Mapping[UUID, str]:
    """The names of the unit's colleagues, ended accounts too: old files keep their words."""
    return tx.steady("staff_names", lambda: _read(tx), (Staff,))


def _read(tx: Tx) -> dict[UUID, str]:
    rows = tx.rows(_NAMES, {"of_unit": tx.actor.unit_id})
    return {staff_id: name for staff_id, name in rows}  # noqa: C416 - rows are no pairs to the type checker
