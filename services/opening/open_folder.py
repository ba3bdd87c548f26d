"""Opening a data folder with a key: what has to be mended, in what order."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from models.engine import open_file, refresh_statistics, standing
from models.migrations import HEAD
from models.migrations.run import BrokenReferencesError, NewerFileError, migrate, revision_of
from models.unit import Staff, Unit
from services.actor import Actor, Right
from services.backup import write_automatic
from services.changes import Done
from services.clock import Clock
from services.data_folder import DATABASE, DRAFTS
from services.drafts import Drafts
from services.errors import StorageError
from services.opening import host, seeds, witnessing
from services.opening.catch_up import catch_up
from services.staff import front_sheet
from services.staff.service import program_actor
from services.unit_of_work import Tx, UnitOfWork, database_errors
from services.vault.accounts import keep_only
from services.vault.errors import VaultError
from services.vault.unlocked import Unlocked
from services.vault.witness import read_witness

COPIED = "opening.copied"
_LEAST_ROOM = 1 << 16
_SMALL_SHEETS, _SHEETS_KEPT = "sheet", timedelta(days=30)
"""Texts of sheets that were left without being stored stand there again for so long (`ui.runtime.kept_sheet`)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open folder, and what the start did to it.

    `migrated_from`: the revision of an older program, "" for none. `restored`: how many void rows keep the
    numbers of an older file that was put back, None when it was not. `is_copied`: the folder stands elsewhere
    than at home: until `confirm_moved` it can be read, each reading is recorded in its own chain, and nothing else
    is written. `notices`: keys of sentences about files beside the database that had to be mended or done without.
    """

    uow: UnitOfWork
    drafts: Drafts
    unit_id: UUID
    is_practice: bool
    migrated_from: str
    restored: int | None
    is_copied: bool
    notices: tuple[str, ...] = ()


def open_folder(folder: Path, unlocked: Unlocked, clock: Clock) -> Opened:
    """Open, migrate, look where it stands, compare with the witness, take in new seeds.

    `StorageError`: "errors.newer_file", "errors.wrong_key", "errors.corrupt", "opening.migration_failed" …
    """
    notices = _notices(folder, unlocked)
    engine = open_file(folder / DATABASE, unlocked.data_key_hex)
    try:
        with _room_told(folder), database_errors():
            migrated_from = _bring_up(engine, folder, unlocked, clock)
            unit = _only_unit(engine)
        uow = UnitOfWork(engine, clock, unit.installation_id, witnessing.writer(folder, unit.installation_id))
        uow.stands = standing(folder / DATABASE)
        actor = program_actor(unit.id, unlocked.staff_id)
        is_copied = host.is_copied(uow, actor, folder)
        if is_copied:
            uow.refuses_writes = COPIED
            restored = None
        else:
            restored = _mend(uow, folder, actor, migrated_from)
            with database_errors():
                refresh_statistics(engine)
        drafts = Drafts(folder / DRAFTS, unlocked.drafts_key(), clock)
        if not is_copied:
            _drop_drafts(uow, actor, drafts)
    except BaseException:
        engine.dispose()
        raise
    return Opened(uow, drafts, unit.id, unit.is_practice, migrated_from, restored, is_copied, notices)


@contextmanager
def _room_told(folder: Path) -> Iterator[None]:
    """Where a full disk has no room for the file beside the database, SQLite only speaks of an i/o error."""
    try:
        yield
    except StorageError as error:
        if error.key == "errors.storage" and shutil.disk_usage(folder).free < _LEAST_ROOM:
            raise StorageError("errors.disk_full") from None
        raise


def _notices(folder: Path, unlocked: Unlocked) -> tuple[str, ...]:
    found = [unlocked.notice] if unlocked.notice else []
    try:
        read_witness(folder)
    except VaultError as error:
        if error.key == "vault.witness_damaged":
            found.append(error.key)
    return tuple(found)


def confirm_moved(uow: UnitOfWork, folder: Path, actor: Actor) -> Done[int | None]:
    """The head says that this folder is now at home here: writing opens, and this is recorded.

    Returns what `Opened.restored` says: the older file may have been a copy of an earlier day.
    """
    actor.require(Right.BACKUP)
    with uow.read(actor) as tx:  # before the first commit here tells the witness, and what it knew is gone
        lost = witnessing.what_is_lost(tx, folder, uow.installation_id)
    restored = None
    uow.refuses_writes = ""
    try:
        with uow.write(actor, Right.BACKUP) as tx:
            host.settle(tx, folder)
            tx.record("unit.moved", "unit", actor.unit_id)
            if lost is not None:
                restored = _restore(tx, lost)
            tx.changed("unit", actor.unit_id)
    except BaseException:
        uow.refuses_writes = COPIED
        raise
    _mend(uow, folder, actor, "")
    return Done(restored, tx.done(None).changes)


def _restore(tx: Tx, lost: witnessing.Lost) -> int:
    """Jump past what the witness saw; how many void rows that took."""
    filled = catch_up(tx, lost.serials)
    tx.record("unit.restore", "unit", tx.actor.unit_id, reason=lost.words())
    return filled


def _bring_up(engine: Engine, folder: Path, unlocked: Unlocked, clock: Clock) -> str:
    """Migrate an older file after an automatic backup; the revision it had, "" when it was up to date."""
    with engine.connect() as connection:
        before = revision_of(connection)
    if before == HEAD:
        return ""
    if before is None:
        raise StorageError("opening.no_unit")
    if before > HEAD:
        raise StorageError("errors.newer_file")
    write_automatic(folder, unlocked, clock.now())
    try:
        migrate(engine)
    except NewerFileError:
        raise StorageError("errors.newer_file") from None
    except BrokenReferencesError as error:
        raise StorageError("opening.migration_failed") from error
    return before


def _only_unit(engine: Engine) -> Unit:
    with Session(engine, expire_on_commit=False) as session:
        unit = session.scalars(select(Unit)).first()
    if unit is None:
        raise StorageError("opening.no_unit")
    return unit


def _mend(uow: UnitOfWork, folder: Path, actor: Actor, migrated_from: str) -> int | None:
    """Everything that a start may have to write, in one transaction; nothing is written on an ordinary day."""
    with uow.read(actor) as tx:
        seeds_due = seeds.is_due(tx)
        lost = witnessing.what_is_lost(tx, folder, uow.installation_id)
        with suppress(VaultError):  # only the tiles of the sign-in page: the names in the key file stand in
            front_sheet.write_from(tx, folder)
        _drop_strangers(tx, folder)
    if not (seeds_due or lost or migrated_from):
        return None
    restored = None
    with uow.write(actor) as tx:
        if migrated_from:
            tx.record("unit.migrate", "unit", actor.unit_id, reason=f"{migrated_from} {HEAD}")
        if lost is not None:
            restored = _restore(tx, lost)
        if seeds_due:
            seeds.take_in(tx)
            tx.record("unit.seed", "unit", actor.unit_id)
    return restored


def _drop_drafts(uow: UnitOfWork, actor: Actor, drafts: Drafts) -> None:
    """What an ended colleague left half-written is nobody's; it may hold answers of a talk."""
    query = select(Staff.id).where(Staff.unit_id == actor.unit_id, Staff.is_active.is_(True))
    with uow.read(actor) as tx:
        going = tuple(tx.session.scalars(query))
    with suppress(StorageError):  # a full disk must not keep anybody from working
        drafts.keep_only(going)
        drafts.keep_recent(_SMALL_SHEETS, uow.clock.now() - _SHEETS_KEPT)


def _drop_strangers(tx: Tx, folder: Path) -> None:
    """Take away the slots of accounts that ended, or whose storing failed half-way."""
    query = select(Staff.id).where(Staff.unit_id == tx.actor.unit_id, Staff.is_active.is_(True))
    with suppress(VaultError):  # the last holder of the backups stays: the recovery sheet must not be the only way
        keep_only(folder, set(tx.session.scalars(query)))
