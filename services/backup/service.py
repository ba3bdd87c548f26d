"""Writing, checking and bringing back backups. What they are made of is `services/vault`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from models.unit import Setting
from services.actor import Actor, Right
from services.changes import Done
from services.clock import local
from services.data_folder import BACKUPS
from services.persian.jalali import to_jalali
from services.staff import Staff
from services.typed import REASON, line
from services.unit_of_work import Tx, UnitOfWork
from services.vault import backup as vault_backup
from services.vault.errors import disk_error
from services.vault.manifest import Manifest
from services.vault.opening import new_recovery_code
from services.vault.recovery_code import RecoveryCode
from services.vault.restore import restore_backup
from services.vault.rotation import rotate_data_key
from services.vault.unlocked import Unlocked
from services.version import VERSION

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_KEY = "last_backup"
_SHEET = "sheet_confirmed"
_KEPT = 5


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup that was read back to its last page: where, of which instant, and how much it holds."""

    path: Path
    at: datetime
    rows: int
    size: int


@dataclass(frozen=True, slots=True)
class SheetCode:
    """What is printed on a recovery sheet: the groups of its code, and a short name that tells sheets apart."""

    groups: tuple[str, ...]
    key_name: str


class Backup:
    """Backups of one open data folder; only a holder of the backup key can check or bring one back."""

    def __init__(self, uow: UnitOfWork, staff: Staff, folder: Path) -> None:
        self._uow = uow
        self._staff = staff
        self._folder = folder

    def suggested_name(self, actor: Actor) -> str:
        """A file name that sorts by day, in digits that every system can write."""
        actor.require(Right.BACKUP)
        return _name(self._uow.clock.now())

    def write(
        self,
        actor: Actor,
        target: Path,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Done[BackupRow]:
        """Write a backup while people go on working, and read it back to its last page.

        `VaultError` ("vault.cancelled"), `VaultStorageError` ("vault.disk_full", "vault.not_writable"): then no
        file is left, and a former one of that name still stands.
        """
        actor.require(Right.BACKUP)
        keys = self._staff.keys_of(actor)
        now = self._uow.clock.now()
        manifest = vault_backup.write_backup(
            keys, target, now=now, program_version=VERSION, progress=progress, cancelled=cancelled
        )
        row = _row(target, manifest)
        with self._uow.write(actor, Right.BACKUP) as tx:
            _store(tx, _KEY, {"path": str(row.path), "at": row.at.isoformat(), "rows": row.rows, "size": row.size})
            tx.record("unit.backup", "unit", actor.unit_id, reason=target.name)
            tx.changed("unit", actor.unit_id)
        return tx.done(row)

    def last(self, actor: Actor) -> BackupRow | None:
        """The last backup that was written by a button; its file may have been moved since."""
        actor.require(Right.BACKUP)
        with self._uow.read(actor) as tx:
            found = _setting(tx, _KEY)
        if found is None:
            return None
        value = found.value
        at = datetime.fromisoformat(value["at"])
        return BackupRow(Path(value["path"]), at, int(value["rows"]), int(value["size"]))

    def verify(self, actor: Actor, file: Path) -> BackupRow:
        """Open a backup in a scratch place and read all of it; `VaultError` says what is wrong with it."""
        actor.require(Right.BACKUP)
        return _row(file, vault_backup.verify_backup(file, self._staff.keys_of(actor)).manifest)

    def new_sheet(self, actor: Actor) -> Done[SheetCode]:
        """A new recovery sheet; the former one opens nothing but older backups. Print it, then `confirm_sheet`."""
        keys = self._staff.keys_of(actor)
        with self._uow.write(actor, Right.BACKUP) as tx:
            code = sheet_code(new_recovery_code(self._folder, keys))
            _store(tx, _SHEET, {"value": False})
            tx.record("unit.new_sheet", "unit", actor.unit_id)
            tx.changed("unit", actor.unit_id)
        return tx.done(code)

    def announce_new_keys(self, actor: Actor, reason: str) -> Done[None]:
        """Record why the data get new keys, while they are still open: `renew_keys` needs them closed."""
        clean = line("reason", reason, REASON, needed="errors.required")
        with self._uow.write(actor, Right.BACKUP, Right.STAFF_MANAGE) as tx:
            tx.record("unit.new_keys", "unit", actor.unit_id, reason=clean)
        return tx.done(None)

    def confirm_sheet(self, actor: Actor) -> Done[None]:
        """The head typed a part of the sheet back: it lies on paper in the safe."""
        with self._uow.write(actor, Right.BACKUP) as tx:
            _store(tx, _SHEET, {"value": True})
            tx.record("unit.confirm_sheet", "unit", actor.unit_id)
            tx.changed("unit", actor.unit_id)
        return tx.done(None)

    def sheet_was_used(self, actor: Actor) -> Done[None]:
        """Somebody came in by the recovery sheet: it stands in the log, and a new sheet is asked for.

        In a copied folder, which takes nothing yet, it stands in that folder's own chain alone.
        """
        if self._uow.refuses_writes:
            with self._uow.read_recorded(actor, Right.BACKUP) as tx:
                tx.record("sheet.open", "unit", actor.unit_id)
                return tx.done(None)
        with self._uow.write(actor, Right.BACKUP) as tx:
            _store(tx, _SHEET, {"value": False})
            tx.record("sheet.open", "unit", actor.unit_id)
            tx.changed("unit", actor.unit_id)
        return tx.done(None)

    def is_sheet_confirmed(self, actor: Actor) -> bool:
        """Whether anybody has proved that a recovery sheet was printed."""
        with self._uow.read(actor) as tx:
            found = _setting(tx, _SHEET)
            return found is not None and bool(found.value["value"])


def sheet_code(code: RecoveryCode) -> SheetCode:
    """The printable part of a code that was just made; it is seen this once."""
    return SheetCode(code.groups, code.public_key.hex()[:6].upper())


def write_automatic(folder: Path, unlocked: Unlocked, now: datetime) -> BackupRow:
    """The backup before a migration, inside the data folder; the last five are kept."""
    place = folder / BACKUPS
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise disk_error(error, place) from error
    target = place / _name(now)
    manifest = vault_backup.write_backup(unlocked, target, now=now, program_version=VERSION)
    for old in sorted(place.glob(f"*{vault_backup.SUFFIX}"))[:-_KEPT]:
        old.unlink(missing_ok=True)
    return _row(target, manifest)


def unlock(file: Path, username: str, password: str) -> Unlocked:
    """The keys in a backup by a name and the password of its day. `VaultError` ("vault.backup_password")."""
    return vault_backup.unlock_backup(file, username, password)


def unlock_by_sheet(code: str) -> RecoveryCode:
    """What the recovery sheet opens. `VaultError` says which group is typed wrong."""
    return RecoveryCode.parse(code)


def restore(file: Path, folder: Path, opener: Unlocked | RecoveryCode, now: datetime) -> Path | None:
    """Bring a backup back into `folder`, whose files nobody may have open; the folder of what was replaced.

    The next opening compares with the witness: numbers given since the backup are never given again.
    `VaultError`: "vault.backup_damaged", "vault.backup_not_yours", "vault.busy".
    """
    return restore_backup(file, folder, opener, now=now).aside


def renew_keys(folder: Path, keys: Unlocked) -> None:
    """Encrypt the data anew for those who still have an account; nobody may have the files open.

    What somebody copied who left opens no file and no backup of later on. `VaultError`: "vault.busy".
    """
    rotate_data_key(folder, keys).close()


def _row(path: Path, manifest: Manifest) -> BackupRow:
    try:
        size = path.stat().st_size
    except OSError as error:  # the stick was pulled out a moment ago
        raise disk_error(error, path) from error
    return BackupRow(path, manifest.created_at, manifest.rows, size)


def _store(tx: Tx, key: str, value: dict[str, Any]) -> None:
    found = _setting(tx, key)
    if found is None:
        found = Setting(unit_id=tx.actor.unit_id, key=key, value={})
        tx.session.add(found)
    found.value = value


def _setting(tx: Tx, key: str) -> Setting | None:
    query = select(Setting).where(Setting.unit_id == tx.actor.unit_id, Setting.key == key)
    return tx.session.scalars(query).one_or_none()


def _name(now: datetime) -> str:
    wall = local(now)
    year, month, day = to_jalali(wall.date())
    return f"sazesh-{year}{month:02}{day:02}-{wall:%H%M%S}{vault_backup.SUFFIX}"
