"""Restoring: complete, with the old folder kept, wholly before or wholly after when killed."""

import json
import shutil
import zipfile
from base64 import b64encode
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest

from services.vault.accounts import list_slots, remove_user
from services.vault.backup import unlock_backup, write_backup
from services.vault.errors import VaultError
from services.vault.key_file import canonical
from services.vault.opening import new_recovery_code, open_with_password, restore_data_key
from services.vault.recovery_code import RecoveryCode
from services.vault.restore import restore_backup
from services.vault.rotation import rotate_data_key
from services.vault.sealing import Purpose
from services.vault.witness import Witness, read_witness, write_witness
from tests.services.vault.house import (
    FAST,
    GUEST_PASSWORD,
    HEAD_PASSWORD,
    NOW,
    House,
    add_person,
    build,
    connect,
    fill,
    grant,
    people,
)
from tests.services.vault.sudden import killed_at

EARLY = Witness("ab" * 32, 10, {"book": 5}, uuid4(), NOW)


@pytest.fixture
def file(house: House, tmp_path: Path) -> Path:
    """A backup of 20 people; the folder has gone on to 21 since, and its numbers from 5 to 8."""
    fill(house.folder / "drafts.db", house.head.drafts_key(), 3)
    write_witness(house.folder, replace(EARLY, installation_id=house.head.installation_id))
    target = tmp_path / "one.sazesh-backup"
    write_backup(house.head, target, now=NOW)
    add_person(house.folder / "sazesh.db", house.head.data_key_hex, "later")
    later = Witness("cd" * 32, 20, {"book": 8}, house.head.installation_id, NOW)
    write_witness(house.folder, later)
    return target


def _count(house: House, folder: Path | None = None) -> int:
    head = open_with_password(folder or house.folder, "head", HEAD_PASSWORD, now=NOW)
    return people((folder or house.folder) / "sazesh.db", head.data_key_hex)


@pytest.mark.parametrize("by_sheet", [False, True])
def test_into_the_same_folder(house: House, file: Path, by_sheet: bool) -> None:
    done = restore_backup(file, house.folder, house.code if by_sheet else house.head, now=NOW)
    assert _count(house) == 20
    assert done.kept_keys
    assert done.witness is not None
    assert done.witness.last_serials == {"book": 8}, "numbers must jump past what was given out"
    assert read_witness(house.folder) == done.witness
    assert people(house.folder / "drafts.db", house.head.drafts_key()) == 3, "drafts stay"
    assert done.aside == house.folder / "before-restore-20260927T050000"
    assert _count(house, done.aside) == 21, "what was there before opens with its own keys"


def test_twice_in_a_second_keeps_both(house: House, file: Path) -> None:
    first = restore_backup(file, house.folder, house.head, now=NOW)
    second = restore_backup(file, house.folder, house.head, now=NOW)
    assert first.aside is not None
    assert second.aside is not None
    assert second.aside.name == f"{first.aside.name}-2"
    assert (_count(house, first.aside), _count(house, second.aside)) == (21, 20)


def test_who_was_removed_stays_removed(house: House, file: Path) -> None:
    remove_user(house.folder, "guest")
    restore_backup(file, house.folder, house.head, now=NOW)
    assert [slot.username for slot in list_slots(house.folder)] == ["head"]


def test_after_a_change_of_the_data_key(house: House, file: Path) -> None:
    new = rotate_data_key(house.folder, house.head)
    restore_backup(file, house.folder, new, now=NOW)
    assert people(house.folder / "sazesh.db", new.data_key_hex) == 20


def test_after_a_change_of_the_sheet(house: House, file: Path) -> None:
    code = new_recovery_code(house.folder, house.head)
    assert restore_backup(file, house.folder, code, now=NOW).kept_keys


@pytest.mark.parametrize("by_sheet", [False, True])
def test_on_a_new_computer(house: House, file: Path, tmp_path: Path, by_sheet: bool) -> None:
    folder = tmp_path / "new" / "computer"
    opener = house.code if by_sheet else unlock_backup(file, "head", HEAD_PASSWORD)
    done = restore_backup(file, folder, opener, now=NOW)
    assert (done.kept_keys, done.aside) == (False, None)
    assert done.witness is not None
    assert done.witness.last_serials == {"book": 5}
    assert read_witness(folder) == done.witness
    assert _count(house, folder) == 20
    assert open_with_password(folder, "guest", GUEST_PASSWORD, now=NOW).data_key_hex == house.head.data_key_hex


def test_on_a_new_computer_when_nobody_remembers(house: House, file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    code = RecoveryCode.parse(house.code.text.lower())
    restore_backup(file, folder, code, now=NOW)
    head = restore_data_key(folder, code, house.head.staff_id, "head", "fresh", argon=FAST)
    assert people(folder / "sazesh.db", head.data_key_hex) == 20
    assert write_backup(head, tmp_path / "two", now=NOW).rows == 21


def test_when_the_key_file_is_lost(house: House, file: Path) -> None:
    for name in ("keys.json", "keys.json.bak"):
        (house.folder / name).unlink()
    done = restore_backup(file, house.folder, unlock_backup(file, "head", HEAD_PASSWORD), now=NOW)
    assert not done.kept_keys
    assert _count(house) == 20
    assert done.witness is not None
    assert done.witness.last_serials == {"book": 8}, "the same installation: its numbers had come further"
    assert done.aside is not None
    assert {path.name for path in done.aside.iterdir()} == {"sazesh.db", "drafts.db", "witness.json"}


def test_when_the_database_is_destroyed(house: House, file: Path) -> None:
    (house.folder / "sazesh.db").write_bytes(bytes(9000))
    done = restore_backup(file, house.folder, house.head, now=NOW)
    assert _count(house) == 20
    assert done.aside is not None
    assert (done.aside / "sazesh.db").read_bytes() == bytes(9000)


def test_when_the_witness_is_damaged(house: House, file: Path) -> None:
    (house.folder / "witness.json").write_bytes(b"{")
    done = restore_backup(file, house.folder, house.head, now=NOW)
    assert done.witness is not None
    assert read_witness(house.folder) == done.witness
    assert done.witness.last_serials == {"book": 5}


def test_a_backup_without_a_witness_keeps_the_present_one(house: House, tmp_path: Path) -> None:
    target = tmp_path / "bare.sazesh-backup"
    write_backup(house.head, target, now=NOW)
    later = Witness("cd" * 32, 20, {"book": 8}, house.head.installation_id, NOW)
    write_witness(house.folder, later)
    assert restore_backup(target, house.folder, house.head, now=NOW).witness == later
    assert read_witness(house.folder) == later


def test_a_key_file_that_somebody_altered_is_not_kept(house: House, file: Path) -> None:
    """A slot that was slipped in would otherwise be handed the keys with the next change."""
    altered = json.loads((house.folder / "keys.json").read_text("utf-8"))
    altered["body"]["slots"][1]["public_key"] = b64encode(bytes(range(32))).decode()
    altered["sha256"] = sha256(canonical(altered["body"])).hexdigest()
    (house.folder / "keys.json").write_text(json.dumps(altered), "utf-8")
    assert not restore_backup(file, house.folder, house.code, now=NOW).kept_keys
    assert _count(house) == 20
    assert open_with_password(house.folder, "guest", GUEST_PASSWORD, now=NOW)


def test_figures_that_somebody_changed_bring_nothing_back(house: House, file: Path) -> None:
    """Who lowers the numbers of the witness could have them given twice."""
    with zipfile.ZipFile(file) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(entries["manifest.json"])
    manifest["witness"]["last_serials"] = {"book": 1}
    entries["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    for opener in (house.head, house.code):
        with pytest.raises(VaultError, match=r"vault\.backup_damaged"):
            restore_backup(file, house.folder, opener, now=NOW)
    assert _count(house) == 21


def test_over_another_unit(house: House, file: Path, tmp_path: Path) -> None:
    other = build(tmp_path / "other", rows=2)
    write_witness(other.folder, Witness("ee" * 32, 99, {"book": 99}, other.head.installation_id, NOW))
    with pytest.raises(VaultError, match=r"vault\.backup_not_yours"):
        restore_backup(file, other.folder, other.head, now=NOW)
    assert _count(other) == 2
    done = restore_backup(file, other.folder, house.code, now=NOW)
    assert _count(house, other.folder) == 20
    assert done.aside is not None
    assert _count(other, done.aside) == 2
    assert read_witness(other.folder) == done.witness
    assert done.witness is not None
    assert done.witness.last_serials == {"book": 5}


def test_an_open_database_hinders_it(house: House, file: Path) -> None:
    with closing(connect(house.folder / "sazesh.db", house.head.data_key_hex)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM person").fetchone()
        with pytest.raises(VaultError, match=r"vault\.busy"):
            restore_backup(file, house.folder, house.head, now=NOW)
    assert _count(house) == 21
    assert not list(house.folder.glob("before-restore-*"))


def test_a_damaged_backup_changes_nothing(house: House, file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    names = sorted(path.name for path in house.folder.iterdir())
    with pytest.raises(VaultError, match=r"vault\.backup_damaged"):
        restore_backup(file, house.folder, house.head, now=NOW)
    assert sorted(path.name for path in house.folder.iterdir()) == names
    assert _count(house) == 21


def test_a_colleague_cannot(house: House, file: Path) -> None:
    with pytest.raises(VaultError, match=r"vault\.backup_not_yours"):
        restore_backup(file, house.folder, house.as_guest(), now=NOW)
    grant(house, "archivist", [Purpose.BACKUP])
    archivist = open_with_password(house.folder, "archivist", GUEST_PASSWORD, now=NOW)
    assert restore_backup(file, house.folder, archivist, now=NOW).kept_keys


@pytest.mark.parametrize("lost_keys", [False, True])
def test_killed_at_any_step_it_is_wholly_before_or_after(
    house: House, file: Path, tmp_path: Path, lost_keys: bool
) -> None:
    outcomes = []
    limit, killed = 0, True
    if lost_keys:
        # the keys of another unit lie there: the backup's must come with its database
        original = build(tmp_path / "other", rows=5)
        fill(original.folder / "drafts.db", original.head.drafts_key(), 3)
    else:
        original = house
    before = _count(original)
    while killed:
        limit += 1
        folder = shutil.copytree(original.folder, tmp_path / f"try {limit}")
        killed = killed_at(limit, lambda folder=folder: restore_backup(file, folder, house.code, now=NOW))
        found = _count(house, folder)
        outcomes.append(found == 20)
        assert found in {before, 20}
        assert not list(folder.glob("*.next*"))
        assert not (folder / "swap.json").exists()
        head = open_with_password(folder, "head", HEAD_PASSWORD, now=NOW + timedelta(hours=1))
        if found == 20:
            [aside] = folder.glob("before-restore-*")
            assert _count(house, aside) == before
            witness = read_witness(folder)
            assert witness is not None
            assert witness.installation_id == house.head.installation_id
        if (folder / "drafts.db").exists():
            assert people(folder / "drafts.db", head.drafts_key()) == 3
    assert outcomes == sorted(outcomes)
    assert outcomes.count(True) > 4
