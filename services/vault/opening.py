"""Making a data folder's keys and opening them: by password, or by the recovery sheet."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from services.vault import attempts, trust
from services.vault.argon import STRONG, ArgonCost
from services.vault.errors import VaultError, VaultStorageError, WrongPasswordError
from services.vault.key_file import KeyFile, KeyRecord, Recovery, Slot
from services.vault.key_store import KEYS, PREVIOUS, read_key_file, save, store_lock
from services.vault.recovery_code import RecoveryCode
from services.vault.sealing import EVERYBODY, Purpose, new_key
from services.vault.slots import decoy, new_slot, open_slot
from services.vault.swap import clear_leftovers
from services.vault.unlocked import Unlocked
from services.vault.whole_file import move_over
from services.vault.wrapping import held_secret, held_secrets, new_key_id, wrap_keys

SWAPPED = ("sazesh.db", "drafts.db", KEYS, PREVIOUS, "witness.json")
ON_SHEET = (Purpose.DATA, Purpose.DRAFTS, Purpose.BACKUP)


def create_vault(
    folder: Path, owner_staff_id: UUID, username: str, password: str, *, argon: ArgonCost = STRONG
) -> tuple[Unlocked, RecoveryCode]:
    """All keys of a new folder, open to its first user, who holds every purpose.

    The recovery code is nowhere stored: print it now. If the program dies before that, sign in and call
    `new_recovery_code`. `VaultError` ("vault.exists") where a key file or a database lies.
    """
    with store_lock:
        if any((folder / name).exists() for name in (KEYS, PREVIOUS, "sazesh.db")):
            raise VaultError("vault.exists")
        folder.mkdir(parents=True, exist_ok=True)
        code = RecoveryCode.generate()
        records, secrets = _new_keys()
        keys = KeyFile(
            installation_id=uuid4(),
            generation=0,
            oldest_valid=0,
            keys=records,
            recovery=Recovery(code.public_key, ()),
            slots=(),
        )
        slot, private = new_slot(owner_staff_id, username, password, argon)
        slot = replace(slot, wraps=wrap_keys(keys, secrets, slot.public_key))
        on_sheet = {key.key_id: secrets[key.key_id] for key in records if key.purpose in ON_SHEET}
        recovery = Recovery(code.public_key, wrap_keys(keys, on_sheet, code.public_key))
        data_key = secrets[keys.current(Purpose.DATA).key_id]
        keys = save(
            folder, trust.mark(replace(keys, recovery=recovery, slots=(slot,)), data_key), forget_previous=True
        )
        return Unlocked(folder, keys, keys.slots[0], private), code


def open_with_password(folder: Path, username: str, password: str, *, now: datetime) -> Unlocked:
    """Sign in. Takes as long for an unknown name as for a known one, and says the same.

    `WrongPasswordError` ("vault.wrong_password", values: seconds until the next try), `WaitError` ("vault.wait")
    when it is too early, `VaultError` for a key file that is missing, damaged, newer or altered.
    """
    with store_lock:
        keys = read_key_file(folder)
        slot = keys.slot_named(username)
        known = slot is not None and not slot.has_ended(now)
        place = attempts.bucket(username, is_known=known)
        attempts.check_wait(folder, place, now)
        private = open_slot(slot if slot is not None and known else decoy(keys), password)
        if slot is None or private is None:
            seconds = attempts.count_failure(folder, place, now)
            raise WrongPasswordError("vault.wrong_password", "password", seconds=seconds)
        unlocked = opened(folder, keys, slot, private)
        attempts.forget_failures(folder, place)
        clear_leftovers(folder, SWAPPED)
        if keys.notice:
            _mend(folder, keys)
        return unlocked


def opened(folder: Path, keys: KeyFile, slot: Slot, private: X25519PrivateKey) -> Unlocked:
    """The open slot, once the marks show that nobody changed it. For this package only."""
    unlocked = Unlocked(folder, keys, slot, private)
    trust.check(keys, unlocked.data_key(), only=slot.staff_id)
    return unlocked


def trusted_keys(folder: Path, unlocked: Unlocked) -> KeyFile:
    """The present key file, every mark checked. `VaultError`: "vault.stale" when the data key was changed since
    `unlocked` was opened, "vault.keys_altered" when a slot was slipped in."""
    keys = read_key_file(folder)
    if keys.current(Purpose.DATA).key_id != unlocked.data_key_id:
        raise VaultError("vault.stale")
    trust.check(keys, unlocked.data_key())
    return keys


def new_recovery_code(folder: Path, unlocked: Unlocked) -> RecoveryCode:
    """A new sheet; the former one opens nothing any more but backups written before. Needs the backup key.

    The copy beside the key file is renewed too, so the old sheet does not open that one either.
    """
    with store_lock:
        keys = trusted_keys(folder, unlocked)
        secrets = held_secrets(keys, unlocked, ON_SHEET)
        code = RecoveryCode.generate()
        recovery = Recovery(code.public_key, wrap_keys(keys, secrets, code.public_key))
        save(folder, trust.mark(replace(keys, recovery=recovery), unlocked.data_key()), forget_previous=True)
        return code


def check_recovery_code(folder: Path, code: RecoveryCode) -> None:
    """That this sheet belongs to this folder; `VaultError` ("vault.recovery_wrong") if not."""
    if read_key_file(folder).recovery.public_key != code.public_key:
        raise VaultError("vault.recovery_wrong")


def restore_data_key(
    folder: Path, code: RecoveryCode, staff_id: UUID, username: str, password: str, *, argon: ArgonCost = STRONG
) -> Unlocked:
    """A new slot for a head by the recovery sheet, when nobody remembers a password.

    It opens the database, the drafts and the backups. It opens no process note that was sealed to somebody, and
    it cannot sign papers: another holder grants that, or `renew_signing_key` makes a new key. A slot of the same
    person or name is replaced. `VaultError`: "vault.recovery_wrong" for the sheet of another folder.
    """
    with store_lock:
        keys = read_key_file(folder)
        if keys.recovery.public_key != code.public_key:
            raise VaultError("vault.recovery_wrong")
        data_key = held_secret(keys, code, Purpose.DATA)
        trust.check(keys, data_key)
        slot, private = new_slot(staff_id, username, password, argon)
        slot = replace(slot, wraps=wrap_keys(keys, held_secrets(keys, code, ON_SHEET), slot.public_key))
        same_name = keys.slot_named(username)
        others = tuple(each for each in keys.slots if each.staff_id != staff_id and each != same_name)
        keys = save(folder, trust.mark(replace(keys, slots=(*others, slot)), data_key), forget_previous=True)
        attempts.forget_failures(folder, attempts.bucket(username, is_known=True))
        return opened(folder, keys, keys.slots[-1], private)


def new_backup_pair() -> tuple[KeyRecord, bytes]:
    """A backup key: anybody can write to its public half, only its holders open what was written."""
    private = X25519PrivateKey.generate()
    record = KeyRecord(Purpose.BACKUP, new_key_id(), private.public_key().public_bytes_raw())
    return record, private.private_bytes_raw()


def new_signing_pair() -> tuple[KeyRecord, bytes]:
    """The Ed25519 key that signs the unit's papers."""
    private = Ed25519PrivateKey.generate()
    record = KeyRecord(Purpose.SIGNING, new_key_id(), private.public_key().public_bytes_raw())
    return record, private.private_bytes_raw()


def _new_keys() -> tuple[tuple[KeyRecord, ...], dict[str, bytes]]:
    made = [(KeyRecord(purpose, new_key_id()), new_key()) for purpose in sorted(EVERYBODY)]
    made += [new_backup_pair(), new_signing_pair()]
    return tuple(record for record, _ in made), {record.key_id: secret for record, secret in made}


def _mend(folder: Path, keys: KeyFile) -> None:
    """The previous version opened: make it the present one. A folder that can only be read stays as it is."""
    torn = folder / KEYS
    try:
        if torn.exists():
            move_over(torn, folder / "keys.json.damaged")
        save(folder, keys)
    except (OSError, VaultStorageError):
        return
