"""What is done before the sign-in page stands: no key is open yet."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from services import data_folder
from services.data_folder import Account, FrontSheet
from services.errors import AppError, ClockError

if TYPE_CHECKING:
    from services.vault.accounts import SlotRow
    from services.vault.witness import Witness

_LONGEST_REST = timedelta(days=92)
"""A unit that rested longer is asked whether the clock is right."""


def expect_time(folder: Path, now: datetime) -> None:
    """`ClockError` ("opening.clock_ahead") when the clock stands months after the last thing that was recorded.

    What is once recorded at a wrong day of the future holds up every later record until that day, and closes
    accounts. In practice mode, which may rest for years, nobody is asked.
    """
    from services.clock import local
    from services.persian.jalali import format_date

    seen = _witness(folder)
    if seen is None or now - seen.written_at <= _LONGEST_REST or data_folder.read_front(folder).is_practice:
        return
    today, last = (format_date(local(each).date()) for each in (now, seen.written_at))
    raise ClockError("opening.clock_ahead", today=today, last=last)


def tidy(folder: Path, now: datetime) -> FrontSheet:
    """Finish an interrupted restore, remove the key slots of ended accounts, and give the sign-in page's sheet.

    The last recorded time is a floor for the clock, so that a clock set back reopens no account (design.md §5).
    Where the front sheet was lost, the names in the key file stand in: it is written anew after signing in.
    """
    from services.vault.accounts import list_slots, remove_ended
    from services.vault.backup import drop_scratch

    drop_scratch(folder)
    seen = _witness(folder)
    floor = max(now, seen.written_at) if seen is not None else now
    try:
        remove_ended(folder, floor)
    except AppError as error:
        if error.key in {"vault.keys_missing", "vault.keys_damaged", "vault.keys_newer", "vault.swap_damaged"}:
            raise
    slots = list_slots(folder)
    sheet = data_folder.read_front(folder)
    if not sheet.accounts:
        return replace(sheet, accounts=tuple(_tile(slot) for slot in slots))
    return data_folder.only(sheet, {slot.staff_id for slot in slots})


def _witness(folder: Path) -> "Witness | None":
    from services.vault.errors import VaultError
    from services.vault.witness import read_witness

    try:
        return read_witness(folder)
    except VaultError:
        return None


def _tile(slot: "SlotRow") -> Account:
    return Account(slot.staff_id, slot.username, slot.username, role="")
