"""The first start, all of it or nothing of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from services import data_folder
from services.clock import SetClock
from services.data_folder import FolderState
from services.errors import InvalidDraft, InvalidError, StorageError
from services.opening import Colleague, set_up
from services.staff import StaffDraft
from services.unit_profile import UnitDraft
from services.vault.argon import LIGHT
from services.vault.opening import open_with_password, restore_data_key
from tests.services.opened_unit import DRAFT, HEAD_WORD, MORNING, fresh_unit


def test_a_unit_stands_after_the_first_start(tmp_path: Path) -> None:
    unit = fresh_unit(tmp_path / "data")
    services, head = unit.services, unit.head
    row = services.unit.get(head)
    assert row.draft.code == "1112"
    assert row.case_no_example == "1112-1405-0037"
    assert row.letter_no_example == "1112/4/37"
    assert [room.name for room in services.unit.rooms(head)] == ["اتاق ۱", "اتاق ۲"]
    assert [(book.book, book.last) for book in services.unit.books(head)] == [
        ("cases", 36),
        ("normal", 120),
        ("confidential", 0),
    ]
    assert len(services.unit.holidays(head, 1405)) == 25
    assert len(services.staff.list(head)) == 3
    assert services.codes.label(head, "province", "qom") == "قم"
    services.close()
    assert data_folder.inspect(tmp_path / "data") is FolderState.READY


def test_the_database_is_encrypted_from_its_first_byte(tmp_path: Path) -> None:
    unit = fresh_unit(tmp_path / "data")
    unit.services.close()
    for file in (tmp_path / "data").glob("*.db*"):
        content = file.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        assert "کلانتری".encode() not in content


def test_the_recovery_code_opens_for_a_head_without_a_password(tmp_path: Path) -> None:
    unit = fresh_unit(tmp_path / "data")
    code, head = unit.made.recovery, unit.head
    unlocked = restore_data_key(
        unit.folder, code, head.staff_id, unit.made.unlocked.username, "another 123", argon=LIGHT
    )
    assert unlocked.data_key_hex == unit.made.unlocked.data_key_hex
    unit.services.close()


def test_every_fault_is_named_by_its_field(tmp_path: Path) -> None:
    bad = replace(
        DRAFT,
        unit=UnitDraft(code="۱۱/۲", name="", section="د", province="qom", county="قم"),
        head=StaffDraft("", "unit_head"),
        head_password="abc",
        colleagues=(Colleague(StaffDraft("رضا", "conscript"), "first word 7"),),
        last_numbers={"cases": 10_000_000},
    )
    with pytest.raises(InvalidDraft) as caught:
        set_up(tmp_path / "data", bad, SetClock(MORNING), LIGHT)
    assert [error.field for error in caught.value.errors] == [
        "unit.name",
        "unit.code",
        "head.full_name",
        "head.password",
        "colleagues.0.service_end_on",
        "last_numbers.cases",
    ]
    assert not (tmp_path / "data").exists()


def test_a_failure_leaves_the_folder_as_empty_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data"

    def breaks(*_args: object) -> int:
        raise StorageError("errors.disk_full")

    monkeypatch.setattr("services.opening.seeds.take_in", breaks)
    with pytest.raises(StorageError):
        set_up(folder, DRAFT, SetClock(MORNING), LIGHT)
    assert list(folder.iterdir()) == []
    assert data_folder.inspect(folder) is FolderState.EMPTY


def test_a_power_cut_in_the_middle_is_cleared_away(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    unit = fresh_unit(folder)
    unit.services.close()
    (folder / data_folder.SETTING_UP).touch()
    assert data_folder.inspect(folder) is FolderState.READY, "somebody was signed in: only the mark came back"
    assert not (folder / data_folder.SETTING_UP).exists()
    (folder / data_folder.SETTING_UP).touch()
    (folder / data_folder.DRAFTS).unlink()
    (folder / "holiday.jpg").touch()
    assert data_folder.inspect(folder) is FolderState.EMPTY
    assert [path.name for path in folder.iterdir() if path.name.startswith("holiday")] == ["holiday.jpg"]


def test_a_folder_with_data_is_not_touched(tmp_path: Path) -> None:
    unit = fresh_unit(tmp_path / "data")
    unit.services.close()
    with pytest.raises(StorageError) as caught:
        set_up(tmp_path / "data", DRAFT, SetClock(MORNING), LIGHT)
    assert caught.value.key == "opening.not_empty"
    name = unit.made.unlocked.username
    assert open_with_password(tmp_path / "data", name, HEAD_WORD, now=MORNING).staff_id == unit.head.staff_id


def test_a_book_that_does_not_exist_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such book"):
        set_up(tmp_path / "data", replace(DRAFT, last_numbers={"poems": 1}), SetClock(MORNING), LIGHT)


def test_the_head_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(InvalidError) as caught:
        set_up(tmp_path / "data", replace(DRAFT, head=StaffDraft("م", "clerk")), SetClock(MORNING), LIGHT)
    assert caught.value.field == "head.role"
