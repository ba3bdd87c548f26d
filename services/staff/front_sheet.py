"""Writing the front sheet of the sign-in page from the accounts of an open transaction."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from models.unit import LookupValue
from models.unit import Staff as StaffModel
from services import data_folder
from services.data_folder import Account, FrontSheet
from services.persian.collation import sort_key
from services.staff.rights import ROLE_RIGHTS
from services.staff.rules import has_ended
from services.unit_of_work import Tx, unit_row


def write_from(tx: Tx, folder: Path, practice_passwords: tuple[tuple[str, str], ...] | None = None) -> FrontSheet:
    """Bring the front sheet up to the accounts; the made-up passwords of practice mode stay unless given anew."""
    unit = unit_row(tx)
    rows = tx.session.scalars(select(StaffModel).where(StaffModel.unit_id == unit.id)).all()
    going = [staff for staff in rows if not has_ended(staff.is_active, staff.service_end_on, tx.today)]
    order = list(ROLE_RIGHTS)
    query = select(LookupValue.code, LookupValue.label).where(
        LookupValue.unit_id == unit.id, LookupValue.list == "staff_role"
    )
    words = {code: label for code, label in tx.session.execute(query)}  # noqa: C416 - rows are no pairs
    going.sort(key=lambda staff: (order.index(staff.role), sort_key(staff.full_name)))
    old = data_folder.read_front(folder)
    sheet = replace(
        old,
        unit_name=unit.name,
        section=unit.section,
        accounts=tuple(
            Account(s.id, s.username, s.full_name, s.role, words.get(s.role, ""), s.service_end_on) for s in going
        ),
        is_practice=unit.is_practice,
        practice_passwords=old.practice_passwords if practice_passwords is None else practice_passwords,
    )
    if sheet != old:
        data_folder.write_front(folder, sheet)
    return sheet
