"""Making keys and signing in."""

import copy
import json
import pickle
import time
from base64 import b64encode
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from services.vault import attempts
from services.vault.accounts import add_user, list_slots
from services.vault.argon import STRONG, ArgonCost
from services.vault.errors import VaultError, WaitError, WrongPasswordError
from services.vault.key_store import read_key_file
from services.vault.opening import (
    check_recovery_code,
    create_vault,
    new_recovery_code,
    open_with_password,
    restore_data_key,
)
from services.vault.recovery_code import RecoveryCode
from services.vault.sealing import EVERYBODY, Purpose
from tests.services.vault.house import FAST, GUEST_PASSWORD, HEAD_PASSWORD, NOW, House, try_wrongly


def _refused(folder: Path, name: str, password: str, seconds_later: float = 0) -> WrongPasswordError:
    with pytest.raises(WrongPasswordError) as caught:
        open_with_password(folder, name, password, now=NOW + timedelta(seconds=seconds_later))
    return caught.value


def test_the_first_user_holds_everything(house: House) -> None:
    again = house.as_head()
    assert again.purposes == {Purpose.DATA, Purpose.DRAFTS, Purpose.BACKUP, Purpose.SIGNING}
    assert again.data_key_hex == house.head.data_key_hex
    assert len(bytes.fromhex(again.data_key_hex)) == len(bytes.fromhex(again.drafts_key())) == 32
    assert again.data_key_hex != again.drafts_key()
    assert (again.staff_id, again.notice) == (house.head.staff_id, None)


def test_a_colleague_holds_the_files_only(house: House) -> None:
    guest = house.as_guest()
    assert guest.purposes == EVERYBODY
    assert guest.data_key_hex == house.head.data_key_hex
    assert guest.drafts_key() == house.head.drafts_key()
    with pytest.raises(VaultError, match=r"vault\.not_holder"):
        guest.sign(b"paper")
    with pytest.raises(VaultError, match=r"vault\.not_holder"):
        guest.key_for(Purpose.BACKUP)


def test_what_the_unit_signs_can_be_checked_without_signing_in(house: House) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    signature = house.head.sign(b"paper")
    public = read_key_file(house.folder).signing_keys()[house.head.signing_key_id]
    Ed25519PublicKey.from_public_bytes(public).verify(signature, b"paper")


def test_no_secret_lies_open_in_the_folder(house: House) -> None:
    head = house.head
    secrets = [
        head.data_key_hex,
        head.drafts_key(),
        *(head.key_for(p).hex() for p in (Purpose.BACKUP, Purpose.SIGNING)),
    ]
    secrets += [head.private_key().private_bytes_raw().hex(), *house.code.groups]
    encoded = [b64encode(bytes.fromhex(s)).decode() for s in secrets[:5]]
    texts = [path.read_text("utf-8") for path in house.folder.glob("*.json*")]
    assert texts
    assert not [s for s in (*secrets, *encoded) for text in texts if s in text]


@pytest.mark.parametrize("typed", ["كوه بلند 12", "کوه بلند ١٢", "کوه بلند 12"])
def test_the_layout_of_letters_and_digits_does_not_matter(house: House, typed: str) -> None:
    """P-41."""
    assert open_with_password(house.folder, "head", typed, now=NOW).staff_id == house.head.staff_id


@pytest.mark.parametrize("typed", ["HEAD", " head "])
def test_case_and_spaces_of_the_name_do_not_matter(house: House, typed: str) -> None:
    assert open_with_password(house.folder, typed, HEAD_PASSWORD, now=NOW).username == "head"


def test_a_persian_name_is_one_name_on_every_layout(house: House) -> None:
    add_user(house.folder, house.head, uuid4(), "علی ۱", "گذرواژه", argon=FAST)
    assert open_with_password(house.folder, "علي ١", "گذرواژه", now=NOW).username == "علی ۱"


def test_an_unknown_name_and_a_wrong_password_are_told_alike(house: House) -> None:
    known, unknown = _refused(house.folder, "head", "wrong"), _refused(house.folder, "nobody", "wrong")
    assert (type(known), known.key, known.field, known.values) == (
        type(unknown),
        unknown.key,
        unknown.field,
        unknown.values,
    )


def test_an_unknown_name_takes_as_long_as_a_known_one(tmp_path: Path) -> None:
    slow = ArgonCost(memory_kib=32 * 1024, passes=3, lanes=1)
    create_vault(tmp_path, uuid4(), "head", HEAD_PASSWORD, argon=slow)
    spent = {}
    for name in ("head", "nobody"):
        for attempt in range(3):
            start = time.perf_counter()
            _refused(tmp_path, name, "wrong", attempt)
            spent.setdefault(name, []).append(time.perf_counter() - start)
    assert min(spent["nobody"]) > 0.5 * min(spent["head"])


def test_the_usual_cost_is_strong(tmp_path: Path) -> None:
    assert (STRONG.memory_kib, STRONG.passes) == (64 * 1024, 3)
    create_vault(tmp_path, uuid4(), "head", HEAD_PASSWORD)
    [slot] = json.loads((tmp_path / "keys.json").read_text("utf-8"))["body"]["slots"]
    assert slot["lock"]["argon2id"] == [65536, 3, 4]


def test_every_wrong_password_makes_the_next_try_later(house: House) -> None:
    at, waits = 0.0, []
    for _ in range(9):
        waits.append(_refused(house.folder, "head", "wrong", at).values["seconds"])
        at += waits[-1]
    assert waits == [0, 0, 0, 5, 15, 60, 300, 300, 300]


def test_waiting_is_measured_and_even_the_right_password_waits(house: House) -> None:
    for _ in range(4):
        _refused(house.folder, "head", "wrong")
    with pytest.raises(WaitError) as caught:
        open_with_password(house.folder, "head", HEAD_PASSWORD, now=NOW + timedelta(seconds=1.5))
    assert (caught.value.key, caught.value.values) == ("vault.wait", {"seconds": 4})
    assert open_with_password(house.folder, "head", HEAD_PASSWORD, now=NOW + timedelta(seconds=5))
    assert _refused(house.folder, "head", "wrong").values == {"seconds": 0}, "the right password begins anew"


def test_others_do_not_wait(house: House) -> None:
    for _ in range(4):
        _refused(house.folder, "head", "wrong")
    assert house.as_guest()


def test_a_clock_set_back_does_not_shorten_the_wait(house: House) -> None:
    for _ in range(4):
        _refused(house.folder, "head", "wrong")
    back = NOW - timedelta(days=400)
    for moment in (back, back + timedelta(seconds=4)):
        with pytest.raises(WaitError):
            open_with_password(house.folder, "head", HEAD_PASSWORD, now=moment)
    assert open_with_password(house.folder, "head", HEAD_PASSWORD, now=back + timedelta(seconds=5))


def test_many_unknown_names_wait_too_and_do_not_fill_the_file(house: House) -> None:
    for number in range(200):
        try_wrongly(house.folder, f"stranger {number}", 1)
    assert len(json.loads((house.folder / attempts.ATTEMPTS).read_text())) <= 16


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"x": 5}', b'{"x": ["a", "b"]}', b"\xff\xfe"])
def test_a_damaged_count_hinders_nobody(house: House, content: bytes) -> None:
    (house.folder / attempts.ATTEMPTS).write_bytes(content)
    assert house.as_head()


def test_a_vault_is_not_made_over_another(house: House) -> None:
    with pytest.raises(VaultError, match=r"vault\.exists"):
        create_vault(house.folder, uuid4(), "x", "y", argon=FAST)


@pytest.mark.parametrize(
    ("name", "password", "key"), [(" ", "word", "username_empty"), ("name", "", "password_empty")]
)
def test_empty_names_and_passwords_are_refused(tmp_path: Path, name: str, password: str, key: str) -> None:
    with pytest.raises(VaultError, match=rf"vault\.{key}"):
        create_vault(tmp_path, uuid4(), name, password, argon=FAST)
    assert not (tmp_path / "keys.json").exists()


def test_keys_stay_in_one_process_and_say_nothing(house: House) -> None:
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            attempt(house.head)
    assert house.head.data_key_hex not in repr(house.head)
    assert repr(house.head) == "Unlocked(…)"


def test_closed_keys_open_nothing(house: House) -> None:
    unlocked = house.as_head()
    unlocked.close()
    for attempt in (lambda: unlocked.data_key_hex, unlocked.drafts_key, lambda: unlocked.sign(b"")):
        with pytest.raises(VaultError, match=r"vault\.closed"):
            attempt()


def test_a_text_is_sealed_for_several_people(house: House) -> None:
    guest = house.as_guest()
    recipients = [slot.public_key for slot in list_slots(house.folder)]
    for_head, for_guest = house.head.seal_for(recipients, Purpose.NOTE, b"note key", b"row")
    assert (
        house.head.unwrap(Purpose.NOTE, for_head, b"row")
        == guest.unwrap(Purpose.NOTE, for_guest, b"row")
        == b"note key"
    )
    with pytest.raises(VaultError, match=r"vault\.not_for_you"):
        guest.unwrap(Purpose.NOTE, for_head, b"row")


# --- the recovery sheet ---------------------------------------------------------------------------------------


def test_the_sheet_lets_a_new_head_in(house: House) -> None:
    mine = house.head.seal_for([house.head.public_key], Purpose.NOTE, b"private")[0]
    new = restore_data_key(
        house.folder, RecoveryCode.parse(house.code.text), uuid4(), "new", "fresh word", argon=FAST
    )
    assert new.data_key_hex == house.head.data_key_hex
    assert new.purposes == EVERYBODY | {Purpose.BACKUP}
    with pytest.raises(VaultError, match=r"vault\.not_for_you"):
        new.unwrap(Purpose.NOTE, mine)
    assert open_with_password(house.folder, "new", "fresh word", now=NOW).staff_id == new.staff_id
    assert house.as_guest(), "those who remember their password still get in"


def test_the_sheet_gives_the_same_person_a_new_slot(house: House) -> None:
    try_wrongly(house.folder, "head", 6)
    restore_data_key(house.folder, house.code, house.head.staff_id, "head", "fresh word", argon=FAST)
    assert open_with_password(house.folder, "head", "fresh word", now=NOW)
    assert [slot.username for slot in list_slots(house.folder)] == ["guest", "head"]
    restore_data_key(house.folder, house.code, house.head.staff_id, "other", "fresh word", argon=FAST)
    assert [slot.username for slot in list_slots(house.folder)] == ["guest", "other"], "one person, one slot"
    restore_data_key(house.folder, house.code, uuid4(), "Guest", "fresh word", argon=FAST)
    assert [slot.username for slot in list_slots(house.folder)] == ["other", "Guest"], "one name, one slot"


def test_the_sheet_of_another_unit_opens_nothing(house: House) -> None:
    with pytest.raises(VaultError, match=r"vault\.recovery_wrong"):
        restore_data_key(house.folder, RecoveryCode.generate(), uuid4(), "new", "word", argon=FAST)


def test_a_new_sheet_ends_the_old_one(house: House) -> None:
    code = new_recovery_code(house.folder, house.head)
    check_recovery_code(house.folder, code)
    with pytest.raises(VaultError, match=r"vault\.recovery_wrong"):
        check_recovery_code(house.folder, house.code)
    (house.folder / "keys.json").unlink()
    with pytest.raises(VaultError, match=r"vault\.recovery_wrong"):
        check_recovery_code(house.folder, house.code)
    with pytest.raises(VaultError, match=r"vault\.not_holder"):
        new_recovery_code(house.folder, house.as_guest())


def test_guest_password_is_not_the_heads(house: House) -> None:
    _refused(house.folder, "head", GUEST_PASSWORD)
