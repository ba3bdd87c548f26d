"""What is done before the sign-in page stands: no key is open yet."""

from datetime import datetime
from pathlib import Path

from services import data_folder
from services.data_folder import FrontSheet
from services.errors import AppError


def tidy(folder: Path, now: datetime) -> FrontSheet:
    """Finish an interrupted restore, remove the key slots of ended accounts, and give the sign-in page's sheet.

    The last recorded time is a floor for the clock, so that a clock set back reopens no account (design.md §5).
    """
    from services.vault.accounts import list_slots, remove_ended
    from services.vault.errors import VaultError
    from services.vault.witness import read_witness

    try:
        seen = read_witness(folder)
    except VaultError:
        seen = None
    floor = max(now, seen.written_at) if seen is not None else now
    try:
        remove_ended(folder, floor)
    except AppError as error:
        if error.key in {"vault.keys_missing", "vault.keys_damaged", "vault.keys_newer", "vault.swap_damaged"}:
            raise
    held = {slot.staff_id for slot in list_slots(folder)}
    sheet = data_folder.read_front(folder)
    return data_folder.only(sheet, held)
