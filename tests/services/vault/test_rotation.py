"""The change of the data key: complete, and wholly before or wholly after when killed."""

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from services.vault.accounts import add_user, list_slots, remove_user
from services.vault.backup import verify_backup, write_backup
from services.vault.errors import VaultError
from services.vault.key_file import decode
from services.vault.key_store import read_key_file
from services.vault.opening import check_recovery_code, open_with_password, restore_data_key
from services.vault.rotation import rotate_data_key
from services.vault.sealing import Purpose
from tests.services.vault.house import (
    FAST,
    GUEST_PASSWORD,
    HEAD_PASSWORD,
    NOW,
    House,
    build,
    connect,
    fill,
    grant,
    opens,
    people,
)
from tests.services.vault.sudden import killed_at


def _with_drafts(house: House) -> House:
    fill(house.folder / "drafts.db", house.head.drafts_key(), 3)
    return house


def test_a_former_user_opens_nothing_any_more(house: House) -> None:
    _with_drafts(house)
    leaver = grant(house, "leaver", [Purpose.BACKUP, Purpose.SIGNING])
    old_data, old_drafts = leaver.data_key_hex, leaver.drafts_key()
    remove_user(house.folder, "leaver")
    new = rotate_data_key(house.folder, house.head, renew_signing=True)
    assert not opens(house.folder / "sazesh.db", old_data)
    assert not opens(house.folder / "drafts.db", old_drafts)
    assert people(house.folder / "sazesh.db", new.data_key_hex) == 20
    assert people(house.folder / "drafts.db", new.drafts_key()) == 3
    assert new.sign(b"x") != leaver.sign(b"x")
    assert {path.name for path in house.folder.iterdir()} == {"keys.json", "keys.json.bak", "sazesh.db", "drafts.db"}
    assert "leaver" not in (house.folder / "keys.json.bak").read_text("utf-8")


def test_those_who_stay_notice_nothing(house: House) -> None:
    sealed = house.head.seal_for([house.as_guest().public_key], Purpose.NOTE, b"note")[0]
    new = rotate_data_key(house.folder, house.head)
    guest = house.as_guest()
    assert guest.data_key_hex == house.as_head().data_key_hex == new.data_key_hex
    assert guest.unwrap(Purpose.NOTE, sealed) == b"note"
    assert new.sign(b"x") == house.as_head().sign(b"x")
    check_recovery_code(house.folder, house.code)
    assert restore_data_key(house.folder, house.code, house.guest_id, "guest", "w", argon=FAST).data_key_hex == (
        new.data_key_hex
    )


def test_keys_of_before_are_stale(house: House) -> None:
    before = house.as_guest()
    new = rotate_data_key(house.folder, house.head)
    with pytest.raises(VaultError, match=r"vault\.stale"):
        add_user(house.folder, before, house.guest_id, "x", "y", argon=FAST)
    with pytest.raises(VaultError, match=r"vault\.closed"):
        house.head.data_key()
    assert rotate_data_key(house.folder, new).data_key_hex != new


def test_backups_of_before_open_later_ones_not_for_the_former_holder(house: House, tmp_path: Path) -> None:
    leaver = grant(house, "leaver", [Purpose.BACKUP])
    before, after = tmp_path / "before", tmp_path / "after"
    write_backup(leaver, before, now=NOW)
    remove_user(house.folder, "leaver")
    stolen = shutil.copytree(house.folder, tmp_path / "stolen")
    new = rotate_data_key(house.folder, house.head)
    write_backup(new, after, now=NOW)
    for file in (before, after):
        for opener in (new, house.code):
            assert verify_backup(file, opener).manifest.rows == 21
    assert verify_backup(before, leaver)
    with pytest.raises(VaultError, match=r"vault\.backup_not_yours"):
        verify_backup(after, leaver)
    assert opens(stolen / "sazesh.db", leaver.data_key_hex), "the copy of before can only be locked, not unmade"


def test_an_open_file_hinders_it(house: House) -> None:
    before = (house.folder / "keys.json").read_bytes()
    with closing(connect(house.folder / "sazesh.db", house.head.data_key_hex)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM person").fetchone()
        with pytest.raises(VaultError, match=r"vault\.busy"):
            rotate_data_key(house.folder, house.head)
    assert (house.folder / "keys.json").read_bytes() == before
    assert not list(house.folder.glob("*.next*"))
    assert rotate_data_key(house.folder, house.head)


def test_what_stands_in_the_log_comes_along(house: House, tmp_path: Path) -> None:
    """Killed with committed rows in the write-ahead log only."""
    path, key = house.folder / "sazesh.db", house.head.data_key_hex

    def write_and_stay() -> None:
        connection = connect(path, key)
        connection.execute("INSERT INTO person (name) VALUES ('late')")
        (tmp_path / "never").unlink()

    assert killed_at(1, write_and_stay)
    assert path.with_name("sazesh.db-wal").stat().st_size > 0
    new = rotate_data_key(house.folder, house.head)
    assert people(path, new.data_key_hex) == 21
    assert not path.with_name("sazesh.db-wal").exists() or path.with_name("sazesh.db-wal").stat().st_size == 0


def test_a_damaged_file_stays_as_it_is(house: House) -> None:
    path = house.folder / "sazesh.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(VaultError, match=r"vault\.database_damaged"):
        rotate_data_key(house.folder, house.head)
    assert path.read_bytes()[4096:] == content[4096:]
    assert house.as_head().data_key_hex == house.head.data_key_hex


def test_a_vault_without_a_database_can_change_its_key(house: House) -> None:
    (house.folder / "sazesh.db").unlink()
    assert rotate_data_key(house.folder, house.head).data_key_hex == house.as_head().data_key_hex


def test_killed_at_any_step_it_is_wholly_before_or_after(tmp_path: Path) -> None:
    outcomes = []
    limit, killed = 0, True
    original = _with_drafts(build(tmp_path / "original"))
    old = original.head.data_key_hex
    while killed:
        limit += 1
        folder = shutil.copytree(original.folder, tmp_path / f"try {limit}")
        head = open_with_password(folder, "head", HEAD_PASSWORD, now=NOW)
        killed = killed_at(limit, lambda folder=folder, head=head: rotate_data_key(folder, head))
        again = open_with_password(folder, "head", HEAD_PASSWORD, now=NOW + timedelta(days=1))
        guest = open_with_password(folder, "guest", GUEST_PASSWORD, now=NOW)
        outcomes.append(again.data_key_hex != old)
        assert guest.data_key_hex == again.data_key_hex
        assert again.notice is None
        assert people(folder / "sazesh.db", again.data_key_hex) == 20
        assert people(folder / "drafts.db", again.drafts_key()) == 3
        assert not list(folder.glob("*.next*"))
        assert not (folder / "swap.json").exists()
        if outcomes[-1]:
            assert decode((folder / "keys.json.bak").read_bytes()) == read_key_file(folder)
        again.close()
    assert outcomes == sorted(outcomes), "once decided it is decided"
    assert outcomes.count(False) > 3
    assert outcomes.count(True) > 6


def test_killed_again_while_finishing(tmp_path: Path) -> None:
    original = _with_drafts(build(tmp_path / "original"))
    head = original.as_head()
    for first in range(8, 20):
        folder = shutil.copytree(original.folder, tmp_path / f"try {first}")
        head = open_with_password(folder, "head", HEAD_PASSWORD, now=NOW)
        killed_at(first, lambda folder=folder, head=head: rotate_data_key(folder, head))
        second = 0
        while True:
            second += 1
            if not killed_at(second, lambda folder=folder: list_slots(folder)):
                break
        again = open_with_password(folder, "head", HEAD_PASSWORD, now=NOW)
        assert people(folder / "sazesh.db", again.data_key_hex) == 20
        assert people(folder / "drafts.db", again.drafts_key()) == 3


def test_a_damaged_intent_is_told(house: House) -> None:
    (house.folder / "swap.json").write_text("{")
    with pytest.raises(VaultError, match=r"vault\.swap_damaged"):
        house.as_head()


@pytest.mark.parametrize("plan", ['{"install": 3}', '{"install": ["../x"], "retire": [], "aside": null}', "[]"])
def test_an_intent_of_something_else_is_not_carried_out(house: House, plan: str) -> None:
    (house.folder / "swap.json").write_text(plan)
    with pytest.raises(VaultError, match=r"vault\.swap_damaged"):
        house.as_head()
