"""Changing the data key, when somebody left under suspicion."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from services.vault import trust
from services.vault.cipher_file import copy_alone
from services.vault.errors import VaultError
from services.vault.key_file import KeyFile, KeyRecord, Recovery, Slot, Wrap, encode, retired
from services.vault.key_store import KEYS, PREVIOUS, store_lock
from services.vault.opening import SWAPPED, new_backup_pair, new_signing_pair, opened, trusted_keys
from services.vault.sealing import EVERYBODY, Purpose, new_key
from services.vault.swap import clear_leftovers, commit_swap, next_path
from services.vault.unlocked import Unlocked
from services.vault.whole_file import write_whole
from services.vault.wrapping import new_key_id, wrap_keys

_FILES = (("sazesh.db", Purpose.DATA), ("drafts.db", Purpose.DRAFTS))


def rotate_data_key(
    folder: Path, unlocked: Unlocked, *, renew_signing: bool = False, ends_on: date | None = None
) -> Unlocked:
    """New data, drafts and backup keys for the users who are left and the sheet; the files are encrypted anew.

    Remove the user first. Nobody may have the files open (`VaultError` "vault.busy"). Passwords, key pairs, process
    notes and the sheet stay good; a PIN too. Older backups still open for their holders, later ones not for a former
    holder. With `renew_signing` papers are signed by a new key from now on; `ends_on` is the former one's last day.
    Killed at any moment, the folder is wholly before or wholly after the change at its next opening. Returns the
    keys to go on with; `unlocked` is closed.
    """
    with store_lock:
        keys = trusted_keys(folder, unlocked)
        clear_leftovers(folder, SWAPPED)
        fresh, secrets = _renewed(keys, renew_signing=renew_signing, ends_on=ends_on)
        try:
            _prepare(folder, unlocked, fresh, secrets)
        except BaseException:
            clear_leftovers(folder, SWAPPED)
            raise
        install = [name for name in SWAPPED if next_path(folder, name).exists()]
        commit_swap(
            folder, install=install, retire=[f"{name}{end}" for name, _ in _FILES for end in ("-wal", "-shm")]
        )
        slot = fresh.slot_of(unlocked.staff_id)
        if slot is None:
            raise VaultError("vault.no_such_user")
        renewed = opened(folder, fresh, slot, unlocked.private_key())
        unlocked.close()
        return renewed


def _prepare(folder: Path, unlocked: Unlocked, fresh: KeyFile, secrets: dict[str, bytes]) -> None:
    for name, purpose in _FILES:
        if (folder / name).exists():
            new = secrets[fresh.current(purpose).key_id]
            copy_alone(folder / name, unlocked.key_for(purpose).hex(), next_path(folder, name), new.hex())
    for name in (KEYS, PREVIOUS):
        write_whole(next_path(folder, name), encode(fresh))


def _renewed(keys: KeyFile, *, renew_signing: bool, ends_on: date | None) -> tuple[KeyFile, dict[str, bytes]]:
    """The next state of the key file and the new keys by id."""
    made: list[tuple[KeyRecord, bytes]] = [
        (KeyRecord(purpose, new_key_id()), new_key()) for purpose in sorted(EVERYBODY)
    ]
    made.append(new_backup_pair())
    if renew_signing:
        made.append(new_signing_pair())
    held = retired(keys.keys, ends_on) if renew_signing else keys.keys
    former = tuple(key for key in held if key.purpose not in EVERYBODY)
    generation = keys.generation + 1
    fresh = replace(
        keys,
        keys=(*former, *(record for record, _ in made)),
        generation=generation,
        oldest_valid=generation,
        notice=None,
    )
    secrets = {record.key_id: secret for record, secret in made}
    recovery = replace(keys.recovery, wraps=_carried(fresh, secrets, keys.recovery))
    slots = tuple(replace(slot, wraps=_carried(fresh, secrets, slot)) for slot in keys.slots)
    data_key = secrets[fresh.current(Purpose.DATA).key_id]
    return trust.mark(replace(fresh, recovery=recovery, slots=slots), data_key), secrets


def _carried(fresh: KeyFile, secrets: dict[str, bytes], entry: Slot | Recovery) -> tuple[Wrap, ...]:
    """What an entry keeps of the former keys, and the new keys of the purposes it has."""
    purposes = {wrap.purpose for wrap in entry.wraps}
    renewed = {record.purpose for record in fresh.keys if record.key_id in secrets}
    kept = tuple(wrap for wrap in entry.wraps if wrap.purpose not in renewed or wrap.purpose is Purpose.BACKUP)
    given = {
        record.key_id: secrets[record.key_id]
        for record in fresh.keys
        if record.key_id in secrets and record.purpose in purposes
    }
    return kept + wrap_keys(fresh, given, entry.public_key)
