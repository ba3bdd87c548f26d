"""Users of the key file: who can sign in, and which keys are wrapped to them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from services.vault import attempts, trust
from services.vault.argon import STRONG, ArgonCost
from services.vault.errors import VaultError
from services.vault.key_file import KeyFile, Slot, retired
from services.vault.key_store import read_key_file, save, store_lock
from services.vault.opening import new_signing_pair, open_with_password, opened, trusted_keys
from services.vault.sealing import EVERYBODY, GRANTABLE, Purpose
from services.vault.slots import locked_by, new_slot
from services.vault.unlocked import Unlocked
from services.vault.wrapping import held_secrets, wrap_keys


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A user of the key file. `public_key` is what process notes are sealed to."""

    staff_id: UUID
    username: str
    public_key: bytes
    purposes: frozenset[Purpose]
    ends_at: datetime | None


def list_slots(folder: Path) -> tuple[SlotRow, ...]:
    """The users, for the sign-in page; needs no key, so nothing vouches for it. To seal, use `public_keys`."""
    return tuple(_row(slot) for slot in read_key_file(folder).slots)


def public_keys(folder: Path, unlocked: Unlocked) -> dict[UUID, bytes]:
    """The public key of every user, the marks of the key file checked."""
    return {slot.staff_id: slot.public_key for slot in trusted_keys(folder, unlocked).slots}


def add_user(
    folder: Path,
    unlocked_by: Unlocked,
    staff_id: UUID,
    username: str,
    password: str,
    purposes: Collection[Purpose] = frozenset(),
    *,
    argon: ArgonCost = STRONG,
) -> None:
    """A slot for a colleague: database and drafts, and of `purposes` backup and signing.

    `VaultError`: "vault.username_taken", "vault.user_exists", "vault.not_holder" when `unlocked_by` lacks a key
    that is to be given.
    """
    with store_lock:
        keys = trusted_keys(folder, unlocked_by)
        if keys.slot_named(username):
            raise VaultError("vault.username_taken", "username", username=username)
        if keys.slot_of(staff_id):
            raise VaultError("vault.user_exists")
        slot, _ = new_slot(staff_id, username, password, argon)
        slot = _granted(keys, unlocked_by, slot, purposes)
        _store(folder, unlocked_by, keys, (*keys.slots, slot))


def reset_password(
    folder: Path, unlocked_by: Unlocked, staff_id: UUID, password: str, *, argon: ArgonCost = STRONG
) -> None:
    """A new password for a colleague who forgot theirs, given by the head.

    The colleague gets a new key pair: what was sealed to the old one, their process notes above all, does NOT open
    with it; only whom they shared a note with, or the escrow, still reads it. Backup and signing are given again
    where `unlocked_by` holds them, else lost. Failed tries are forgotten.
    """
    with store_lock:
        keys = trusted_keys(folder, unlocked_by)
        old = _slot(keys, staff_id)
        slot, _ = new_slot(staff_id, old.username, password, argon)
        purposes = old.purposes & GRANTABLE & unlocked_by.purposes
        if Purpose.BACKUP in old.purposes and Purpose.BACKUP not in purposes:
            _refuse_last_holder(keys, staff_id)
        slot = replace(_granted(keys, unlocked_by, slot, purposes), ends_at=old.ends_at)
        _store(folder, unlocked_by, keys, _exchanged(keys, slot), forget_previous=True)
        attempts.forget_failures(folder, attempts.bucket(old.username, is_known=True))


def change_password(
    folder: Path, username: str, old: str, new: str, now: datetime, *, argon: ArgonCost = STRONG
) -> Unlocked:
    """Change one's own password; the key pair stays, and with it all that is sealed to it.

    A wrong old password counts like one at the sign-in page.
    """
    with store_lock:
        unlocked = open_with_password(folder, username, old, now=now)
        keys = trusted_keys(folder, unlocked)
        slot = locked_by(_slot(keys, unlocked.staff_id), unlocked.private_key(), new, argon)
        keys = _store(folder, unlocked, keys, _exchanged(keys, slot), forget_previous=True)
        return opened(folder, keys, _slot(keys, slot.staff_id), unlocked.private_key())


def rename(folder: Path, unlocked_by: Unlocked, staff_id: UUID, username: str) -> None:
    """Another username; password and keys stay."""
    with store_lock:
        keys = trusted_keys(folder, unlocked_by)
        slot = _slot(keys, staff_id)
        namesake = keys.slot_named(username)
        if namesake and namesake.staff_id != staff_id:
            raise VaultError("vault.username_taken", "username", username=username)
        if not username.strip():
            raise VaultError("vault.username_empty", "username")
        slot = replace(slot, username=username.strip())
        _store(folder, unlocked_by, keys, _exchanged(keys, slot))


def rewrap_purposes(folder: Path, unlocked_by: Unlocked, staff_id: UUID, purposes: Collection[Purpose]) -> None:
    """Give and withdraw backup and signing, so that the user holds exactly `purposes` beside database and drafts.

    It holds from the user's next sign-in. What was once in somebody's hands can have been copied: after a breach of
    trust use `rotate_data_key`. `VaultError`: "vault.last_holder" for the last one who can open backups.
    """
    with store_lock:
        keys = trusted_keys(folder, unlocked_by)
        slot = _slot(keys, staff_id)
        if Purpose.BACKUP in slot.purposes and Purpose.BACKUP not in purposes:
            _refuse_last_holder(keys, staff_id)
        slot = _granted(keys, unlocked_by, slot, purposes)
        _store(folder, unlocked_by, keys, _exchanged(keys, slot), forget_previous=True)


def set_end(folder: Path, unlocked_by: Unlocked, staff_id: UUID, ends_at: datetime | None) -> None:
    """When an account ends: from then on its password opens nothing, and `remove_ended` removes the slot."""
    with store_lock:
        keys = trusted_keys(folder, unlocked_by)
        slot = replace(_slot(keys, staff_id), ends_at=ends_at)
        _store(folder, unlocked_by, keys, _exchanged(keys, slot))


def remove_user(folder: Path, who: UUID | str) -> None:
    """Remove a slot by staff id or username; needs no key. Nothing happens where there is none.

    The removed slot is gone from the copy beside the key file too. `VaultError`: "vault.last_holder" for the last
    one who can open backups, so also for the last user.
    """
    with store_lock:
        keys = read_key_file(folder)
        slot = keys.slot_of(who) if isinstance(who, UUID) else keys.slot_named(who)
        if slot is not None:
            _refuse_last_holder(keys, slot.staff_id)
            _keep(folder, keys, lambda each: each != slot)


def remove_ended(folder: Path, now: datetime) -> tuple[UUID, ...]:
    """Remove the slots whose end has come, before the sign-in page; the staff ids that went.

    Give as `now` the later of the clock and the last recorded time, so that a clock set back does not help. The last
    one who can open backups stays in the file (but can sign in no more: the recovery sheet helps).
    """
    with store_lock:
        keys = read_key_file(folder)
        ended = {slot.staff_id for slot in keys.slots if slot.has_ended(now)}
        if not any(Purpose.BACKUP in slot.purposes for slot in keys.slots if slot.staff_id not in ended):
            ended -= {slot.staff_id for slot in keys.slots if Purpose.BACKUP in slot.purposes}
        if ended:
            _keep(folder, keys, lambda slot: slot.staff_id not in ended)
        return tuple(sorted(ended))


def keep_only(folder: Path, staff_ids: Collection[UUID]) -> tuple[UUID, ...]:
    """Remove slots of people whom the database does not know (an account whose storing failed half-way); who went."""
    with store_lock:
        keys = read_key_file(folder)
        strangers = {slot.staff_id for slot in keys.slots} - set(staff_ids)
        if strangers:
            _refuse_last_holder(keys, *strangers)
            _keep(folder, keys, lambda slot: slot.staff_id not in strangers)
        return tuple(sorted(strangers))


def renew_signing_key(
    folder: Path, unlocked_by: Unlocked, also: Collection[UUID] = (), *, ends_on: date | None = None
) -> str:
    """A new key for signing papers, given to `unlocked_by`, to `also` and to all who held the former one; its id.

    The former public key stays in the key file: old papers are still checked, later ones than of `ends_on` are not
    to be trusted. It holds from the next sign-in.
    """
    with store_lock:
        keys = trusted_keys(folder, unlocked_by)
        record, secret = new_signing_pair()
        keys = replace(keys, keys=(*retired(keys.keys, ends_on), record))
        issuers = {slot.staff_id for slot in keys.slots if Purpose.SIGNING in slot.purposes}
        issuers |= {unlocked_by.staff_id, *also}
        slots = tuple(
            replace(
                slot,
                wraps=tuple(wrap for wrap in slot.wraps if wrap.purpose is not Purpose.SIGNING)
                + (wrap_keys(keys, {record.key_id: secret}, slot.public_key) if slot.staff_id in issuers else ()),
            )
            for slot in keys.slots
        )
        _store(folder, unlocked_by, keys, slots, forget_previous=True)
        return record.key_id


def _granted(keys: KeyFile, granter: Unlocked, slot: Slot, purposes: Collection[Purpose]) -> Slot:
    wanted = EVERYBODY | set(purposes)
    if not wanted <= EVERYBODY | GRANTABLE:
        raise ValueError(f"not keys of a user: {sorted(wanted - EVERYBODY - GRANTABLE)}")
    kept = tuple(wrap for wrap in slot.wraps if wrap.purpose in wanted)
    missing = sorted(wanted - {wrap.purpose for wrap in kept})
    return replace(slot, wraps=kept + wrap_keys(keys, held_secrets(keys, granter, missing), slot.public_key))


def _store(
    folder: Path, unlocked: Unlocked, keys: KeyFile, slots: tuple[Slot, ...], *, forget_previous: bool = False
) -> KeyFile:
    marked = trust.mark(replace(keys, slots=slots), unlocked.data_key())
    return save(folder, marked, forget_previous=forget_previous)


def _keep(folder: Path, keys: KeyFile, stays: Callable[[Slot], bool]) -> None:
    save(folder, replace(keys, slots=tuple(slot for slot in keys.slots if stays(slot))), forget_previous=True)


def _exchanged(keys: KeyFile, slot: Slot) -> tuple[Slot, ...]:
    return tuple(slot if each.staff_id == slot.staff_id else each for each in keys.slots)


def _slot(keys: KeyFile, staff_id: UUID) -> Slot:
    slot = keys.slot_of(staff_id)
    if slot is None:
        raise VaultError("vault.no_such_user")
    return slot


def _refuse_last_holder(keys: KeyFile, *leaving: UUID) -> None:
    staying = [slot for slot in keys.slots if slot.staff_id not in leaving]
    if not any(Purpose.BACKUP in slot.purposes for slot in staying):
        raise VaultError("vault.last_holder")


def _row(slot: Slot) -> SlotRow:
    return SlotRow(slot.staff_id, slot.username, slot.public_key, slot.purposes, slot.ends_at)
