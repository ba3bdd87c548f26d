"""The first start: an empty folder becomes a unit, all of it or nothing of it."""

from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from models.base import new_id
from models.engine import open_file
from models.migrations.run import migrate
from models.unit import Staff, Unit
from services import data_folder, numbering
from services.clock import Clock, local
from services.data_folder import DATABASE, SETTING_UP, FolderState, clear_unfinished
from services.errors import InvalidError, StorageError, refuse
from services.opening import host, seeds, witnessing
from services.opening.shapes import SetupDraft
from services.persian.jalali import to_jalali
from services.staff import front_sheet
from services.staff.rules import HEAD, password_errors, username_for
from services.staff.rules import errors_of as staff_errors
from services.staff.service import add_key, add_staff, program_actor
from services.unit_of_work import Tx, UnitOfWork, database_errors
from services.unit_profile.rules import CASE_NO_FORMAT, last_number_errors, tidy
from services.unit_profile.rules import errors_of as unit_errors
from services.unit_profile.service import BOOKS, add_rooms, fill_unit
from services.vault.argon import STRONG, ArgonCost
from services.vault.errors import disk_error
from services.vault.opening import create_vault
from services.vault.recovery_code import RecoveryCode
from services.vault.unlocked import Unlocked
from services.vault.whole_file import flush_folder


@dataclass(frozen=True, slots=True)
class SetUp:
    """What a first start gives: the head's open keys, and the code of the recovery sheet, seen this once."""

    unlocked: Unlocked
    recovery: RecoveryCode


def set_up(
    folder: Path, draft: SetupDraft, clock: Clock, argon: ArgonCost = STRONG, *, goes_on: bool = False
) -> SetUp:
    """Make the key file, the encrypted file and everything the first day needs.

    `InvalidDraft` names fields as `unit.code`, `head.full_name`, `head.password`, `rooms.0`,
    `colleagues.1.password`, `last_numbers.cases`. When anything fails, the folder is as empty as before.
    With `goes_on` the caller fills the unit before anybody may use it and calls `finish` then; a start that comes
    upon it earlier clears it.
    """
    refuse(errors_of(draft, clock))
    if data_folder.inspect(folder) is not FolderState.EMPTY:
        raise StorageError("opening.not_empty")

    try:
        (folder / SETTING_UP).touch()
        made = _make(folder, draft, clock, argon)
        if not goes_on:
            finish(folder)
    except OSError as error:
        clear_unfinished(folder)
        raise disk_error(error, folder) from error
    except BaseException:
        clear_unfinished(folder)
        raise
    return made


def finish(folder: Path) -> None:
    """The unit is whole: from now on it is in use."""
    (folder / SETTING_UP).unlink()
    flush_folder(folder)


def errors_of(draft: SetupDraft, clock: Clock) -> list[InvalidError]:
    """Everything in the draft that must be mended, by the field names of `set_up`; the guide asks step by step."""
    today = local(clock.now()).date()
    found = _under("unit", unit_errors(tidy(draft.unit)))
    found += _under("head", staff_errors(draft.head, today) + password_errors(draft.head_password))
    if draft.head.role != HEAD:
        found.append(InvalidError("staff.last_head", "head.role"))
    for place, colleague in enumerate(draft.colleagues):
        errors = staff_errors(colleague.draft, today) + password_errors(colleague.password)
        found += _under(f"colleagues.{place}", errors)
    for book, last in draft.last_numbers.items():
        if book not in BOOKS:
            raise ValueError(f"no such book: {book}")
        found += last_number_errors(last, f"last_numbers.{book}")
    return found


def _under(prefix: str, errors: list[InvalidError]) -> list[InvalidError]:
    return [InvalidError(error.key, f"{prefix}.{error.field}", **error.values) for error in errors]


def _make(folder: Path, draft: SetupDraft, clock: Clock, argon: ArgonCost) -> SetUp:
    head_id, unit_id = new_id(), new_id()
    name = username_for(draft.head, set().__contains__)
    unlocked, recovery = create_vault(folder, head_id, name, draft.head_password, argon=argon)
    engine = open_file(folder / DATABASE, unlocked.data_key_hex)
    installation_id = unlocked.installation_id
    uow = UnitOfWork(engine, clock, installation_id, witnessing.writer(folder, installation_id))
    try:
        with database_errors():
            migrate(engine)
        with uow.write(program_actor(unit_id, head_id)) as tx:
            _add_unit(tx, draft, installation_id)
            add_staff(tx, replace(draft.head, username=name), head_id)
            accounts = [(add_staff(tx, each.draft), each.password) for each in draft.colleagues]
            for staff, password in accounts:
                add_key(folder, unlocked, staff, password, argon)
            add_rooms(tx, draft.rooms)
            _start_books(tx, draft)
            seeds.take_in(tx)
            host.settle(tx, folder)
            tx.record("unit.set_up", "unit", unit_id)
            front_sheet.write_from(tx, folder, _passwords(draft, name, accounts))
        witnessing.flush(folder)
    finally:
        uow.close()
    return SetUp(unlocked, recovery)


def _add_unit(tx: Tx, draft: SetupDraft, installation_id: UUID) -> None:
    unit = Unit(
        id=tx.actor.unit_id,
        case_no_format=CASE_NO_FORMAT,
        is_practice=draft.is_practice,
        installation_id=installation_id,
        created_at=tx.now,
    )
    fill_unit(unit, tidy(draft.unit))
    tx.session.add(unit)
    tx.session.flush()


def _start_books(tx: Tx, draft: SetupDraft) -> None:
    year = to_jalali(tx.today)[0]
    for book, last in draft.last_numbers.items():
        if last:
            numbering.start_after(tx.session, tx.actor.unit_id, book, year, last)


def _passwords(draft: SetupDraft, head_name: str, accounts: list[tuple[Staff, str]]) -> tuple[tuple[str, str], ...]:
    """In practice mode the sign-in page names the passwords of its made-up people."""
    if not draft.is_practice:
        return ()
    return ((head_name, draft.head_password), *((staff.username, password) for staff, password in accounts))
