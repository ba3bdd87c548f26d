"""What a start finds in a folder, before anybody signed in."""

import os
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from services import data_folder
from services.data_folder import Account, FolderState, FrontSheet
from services.version import VERSION
from tests.architecture.tree import read


def test_states(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert data_folder.inspect(folder) is FolderState.EMPTY
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0  # the front sheet and the lock name people
    (folder / data_folder.DATABASE).touch()
    assert data_folder.inspect(folder) is FolderState.NO_KEYS
    (folder / data_folder.PREVIOUS_KEYS).touch()
    assert data_folder.inspect(folder) is FolderState.READY
    (folder / data_folder.DATABASE).unlink()
    assert data_folder.inspect(folder) is FolderState.NO_DATABASE


def test_no_folder_and_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    assert data_folder.inspect(tmp_path / "file" / "under") is FolderState.NO_FOLDER

    def refuses(*_args: object, **_named: object) -> int:
        raise PermissionError

    monkeypatch.setattr(Path, "write_bytes", refuses)
    assert data_folder.inspect(tmp_path) is FolderState.NOT_WRITABLE
    monkeypatch.setattr(Path, "mkdir", refuses)
    assert data_folder.inspect(tmp_path / "new") is FolderState.NOT_WRITABLE


def test_the_front_sheet_comes_back(tmp_path: Path) -> None:
    people = (
        Account(uuid4(), "مریم", "مریم رضایی", "unit_head"),
        Account(uuid4(), "رضا", "رضا نوری", "conscript", "سرباز وظیفه", date(2026, 12, 1)),
    )
    sheet = FrontSheet("کلانتری ۱۲", "دایره", people, is_practice=True, practice_passwords=(("مریم", "۱۲"),))
    data_folder.write_front(tmp_path, sheet)
    assert data_folder.read_front(tmp_path) == sheet
    assert data_folder.only(sheet, {people[0].staff_id}).accounts == people[:1]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"accounts": 3}', '{"accounts": [{"staff_id": "x"}]}', '{"a":' * 20_000]
)
def test_a_damaged_front_sheet_is_an_empty_one(tmp_path: Path, content: str) -> None:
    (tmp_path / data_folder.FRONT).write_text(content, "utf-8")
    assert data_folder.read_front(tmp_path) == FrontSheet("", "", ())


def test_the_version_is_that_of_the_project() -> None:
    assert f'version = "{VERSION}"' in read(Path("pyproject.toml"))
