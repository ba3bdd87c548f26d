from datetime import timedelta
from uuid import uuid4

import pytest

from services.vault.accounts import (
    add_user,
    change_password,
    keep_only,
    list_slots,
    public_keys,
    remove_ended,
    remove_user,
    rename,
    renew_signing_key,
    reset_password,
    rewrap_purposes,
    set_end,
)
from services.vault.errors import VaultError
from services.vault.key_file import decode
from services.vault.key_store import read_key_file
from services.vault.opening import open_with_password
from services.vault.sealing import EVERYBODY, Purpose
from tests.services.vault.house import FAST, GUEST_PASSWORD, HEAD_PASSWORD, NOW, House, grant, try_wrongly


def test_the_sign_in_page_knows_the_users(house: House) -> None:
    head, guest = list_slots(house.folder)
    assert (head.username, head.staff_id) == ("head", house.head.staff_id)
    assert (guest.username, guest.staff_id, guest.purposes) == ("guest", house.guest_id, EVERYBODY)
    assert public_keys(house.folder, house.head) == {
        head.staff_id: head.public_key,
        guest.staff_id: guest.public_key,
    }


def test_names_and_people_are_single(house: House) -> None:
    for name, person, key in (("Guest", uuid4(), "username_taken"), ("other", house.guest_id, "user_exists")):
        with pytest.raises(VaultError, match=rf"vault\.{key}"):
            add_user(house.folder, house.head, person, name, "word", argon=FAST)


def test_only_a_holder_gives_a_key(house: House) -> None:
    guest = house.as_guest()
    with pytest.raises(VaultError, match=r"vault\.not_holder"):
        add_user(house.folder, guest, uuid4(), "third", "word", {Purpose.SIGNING}, argon=FAST)
    add_user(house.folder, guest, uuid4(), "third", "word", argon=FAST)
    with pytest.raises(ValueError, match="not keys of a user"):
        add_user(house.folder, house.head, uuid4(), "fourth", "word", {Purpose.NOTE}, argon=FAST)


def test_a_reset_opens_the_file_but_no_sealed_note(house: House) -> None:
    sealed = house.head.seal_for([house.as_guest().public_key], Purpose.NOTE, b"note")[0]
    reset_password(house.folder, house.head, house.guest_id, "new word", argon=FAST)
    again = open_with_password(house.folder, "guest", "new word", now=NOW)
    assert again.data_key_hex == house.head.data_key_hex
    with pytest.raises(VaultError, match=r"vault\.not_for_you"):
        again.unwrap(Purpose.NOTE, sealed)
    with pytest.raises(VaultError, match=r"vault\.wrong_password"):
        house.as_guest()
    assert house.folder.joinpath("keys.json").read_bytes() == house.folder.joinpath("keys.json.bak").read_bytes()


def test_a_reset_keeps_what_was_given(house: House) -> None:
    issuer = grant(house, "issuer", [Purpose.SIGNING])
    reset_password(house.folder, house.head, issuer.staff_id, "new word", argon=FAST)
    assert Purpose.SIGNING in open_with_password(house.folder, "issuer", "new word", now=NOW).purposes


def test_a_reset_ends_the_waiting(house: House) -> None:
    try_wrongly(house.folder, "guest", 5)
    reset_password(house.folder, house.head, house.guest_id, "new word", argon=FAST)
    assert open_with_password(house.folder, "guest", "new word", now=NOW)


def test_ones_own_change_keeps_the_notes(house: House) -> None:
    sealed = house.head.seal_for([house.as_guest().public_key], Purpose.NOTE, b"note")[0]
    changed = change_password(house.folder, "guest", GUEST_PASSWORD, "new word", NOW, argon=FAST)
    assert changed.unwrap(Purpose.NOTE, sealed) == b"note"
    assert open_with_password(house.folder, "guest", "new word", now=NOW).unwrap(Purpose.NOTE, sealed) == b"note"
    with pytest.raises(VaultError, match=r"vault\.wrong_password"):
        house.as_guest()


def test_a_wrong_old_password_counts(house: House) -> None:
    for _ in range(4):
        with pytest.raises(VaultError, match=r"vault\.wrong_password"):
            change_password(house.folder, "guest", "wrong", "new", NOW, argon=FAST)
    with pytest.raises(VaultError, match=r"vault\.wait"):
        house.as_guest()


def test_a_new_password_must_be_something(house: House) -> None:
    with pytest.raises(VaultError, match=r"vault\.password_empty"):
        change_password(house.folder, "guest", GUEST_PASSWORD, "", NOW, argon=FAST)
    assert house.as_guest()


def test_a_new_name_keeps_password_and_keys(house: House) -> None:
    rename(house.folder, house.head, house.guest_id, "visitor")
    assert open_with_password(house.folder, "visitor", GUEST_PASSWORD, now=NOW).staff_id == house.guest_id
    changed = change_password(house.folder, "visitor", GUEST_PASSWORD, "new word", NOW, argon=FAST)
    assert changed.username == "visitor"
    with pytest.raises(VaultError, match=r"vault\.username_taken"):
        rename(house.folder, house.head, house.guest_id, "HEAD")
    with pytest.raises(VaultError, match=r"vault\.no_such_user"):
        rename(house.folder, house.head, uuid4(), "nobody")


def test_backup_and_signing_are_given_and_withdrawn(house: House) -> None:
    rewrap_purposes(house.folder, house.head, house.guest_id, {Purpose.BACKUP, Purpose.SIGNING})
    guest = house.as_guest()
    assert guest.key_for(Purpose.BACKUP) == house.head.key_for(Purpose.BACKUP)
    assert guest.sign(b"x") == house.head.sign(b"x")
    rewrap_purposes(house.folder, house.head, house.guest_id, {Purpose.SIGNING})
    assert house.as_guest().purposes == EVERYBODY | {Purpose.SIGNING}
    with pytest.raises(VaultError, match=r"vault\.last_holder"):
        rewrap_purposes(house.folder, house.head, house.head.staff_id, set())


def test_what_somebody_holds_stays_when_the_giver_lacks_it(house: House) -> None:
    issuer, archivist = grant(house, "issuer", [Purpose.SIGNING]), grant(house, "archivist", [Purpose.BACKUP])
    rewrap_purposes(house.folder, archivist, issuer.staff_id, {Purpose.SIGNING, Purpose.BACKUP})
    assert open_with_password(house.folder, "issuer", GUEST_PASSWORD, now=NOW).sign(b"x") == house.head.sign(b"x")


@pytest.mark.parametrize("by_name", [True, False])
def test_a_removed_user_opens_nothing_and_is_in_no_copy(house: House, by_name: bool) -> None:
    rename(house.folder, house.head, house.head.staff_id, "head")  # now the copy knows the guest too
    assert len(decode((house.folder / "keys.json.bak").read_bytes()).slots) == 2
    remove_user(house.folder, "guest" if by_name else house.guest_id)
    assert len(decode((house.folder / "keys.json.bak").read_bytes()).slots) == 1, "before anybody reads it again"
    with pytest.raises(VaultError, match=r"vault\.wrong_password"):
        house.as_guest()
    (house.folder / "keys.json").unlink()
    with pytest.raises(VaultError, match=r"vault\.wrong_password"):
        house.as_guest()
    remove_user(house.folder, "guest")
    assert house.as_head()


def test_somebody_must_be_left_who_opens_backups(house: House) -> None:
    with pytest.raises(VaultError, match=r"vault\.last_holder"):
        remove_user(house.folder, "head")
    second = grant(house, "second", [Purpose.BACKUP])
    remove_user(house.folder, "head")
    assert [slot.staff_id for slot in list_slots(house.folder)] == [house.guest_id, second.staff_id]


def test_a_reset_by_somebody_without_the_backup_key_leaves_a_holder(house: House) -> None:
    """The new slot could not open backups, and nobody else can."""
    guest = house.as_guest()
    with pytest.raises(VaultError, match=r"vault\.last_holder"):
        reset_password(house.folder, guest, house.head.staff_id, "fresh word", argon=FAST)
    assert house.as_head().purposes >= {Purpose.BACKUP}
    second = grant(house, "second", {Purpose.BACKUP})
    reset_password(house.folder, guest, house.head.staff_id, "fresh word", argon=FAST)
    with pytest.raises(VaultError, match=r"vault\.last_holder"):
        rewrap_purposes(house.folder, guest, second.staff_id, ())
    rewrap_purposes(house.folder, second, house.head.staff_id, {Purpose.BACKUP})
    rewrap_purposes(house.folder, guest, second.staff_id, ())


def test_an_account_ends_on_its_day(house: House) -> None:
    set_end(house.folder, house.head, house.guest_id, NOW + timedelta(days=1))
    assert house.as_guest()
    assert remove_ended(house.folder, NOW) == ()
    later = NOW + timedelta(days=1)
    with pytest.raises(VaultError, match=r"vault\.wrong_password"):
        open_with_password(house.folder, "guest", GUEST_PASSWORD, now=later)
    assert remove_ended(house.folder, later) == (house.guest_id,)
    assert [slot.username for slot in list_slots(house.folder)] == ["head"]
    assert open_with_password(house.folder, "head", HEAD_PASSWORD, now=later)


def test_an_end_can_be_put_off(house: House) -> None:
    set_end(house.folder, house.head, house.guest_id, NOW)
    set_end(house.folder, house.head, house.guest_id, None)
    assert remove_ended(house.folder, NOW) == ()
    assert house.as_guest()


def test_the_last_holder_is_not_removed_by_the_calendar(house: House) -> None:
    set_end(house.folder, house.head, house.head.staff_id, NOW)
    set_end(house.folder, house.head, house.guest_id, NOW)
    assert remove_ended(house.folder, NOW) == (house.guest_id,)
    assert [slot.username for slot in list_slots(house.folder)] == ["head"]


def test_slots_without_an_account_go(house: House) -> None:
    assert keep_only(house.folder, {house.head.staff_id, house.guest_id}) == ()
    assert keep_only(house.folder, {house.head.staff_id}) == (house.guest_id,)
    assert [slot.username for slot in list_slots(house.folder)] == ["head"]
    with pytest.raises(VaultError, match=r"vault\.last_holder"):
        keep_only(house.folder, set())


def test_a_new_signing_key_leaves_old_papers_checkable(house: House) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    old_id, old_signature = house.head.signing_key_id, house.head.sign(b"old")
    grant(house, "issuer", [Purpose.SIGNING])
    new_id = renew_signing_key(house.folder, house.head)
    head, issuer = house.as_head(), open_with_password(house.folder, "issuer", GUEST_PASSWORD, now=NOW)
    assert head.signing_key_id == issuer.signing_key_id == new_id != old_id
    assert head.sign(b"new") == issuer.sign(b"new")
    publics = read_key_file(house.folder).signing_keys()
    Ed25519PublicKey.from_public_bytes(publics[old_id]).verify(old_signature, b"old")
    Ed25519PublicKey.from_public_bytes(publics[new_id]).verify(head.sign(b"new"), b"new")
    assert Purpose.SIGNING not in house.as_guest().purposes
