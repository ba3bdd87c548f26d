"""A drafts file that was damaged, or whose disk is full, keeps nobody from working and loses no readable draft."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
import sqlcipher3

from models.base import new_id
from models.engine import connect_file
from services.actor import Actor
from services.clock import SetClock
from services.drafts import Drafts
from services.drafts import service as drafts_service
from services.errors import StorageError
from services.staff.service import program_actor
from tests.services.opened_unit import MORNING

KEY = "ab" * 32
PAGE = 4096
MANY = 60


@pytest.fixture
def who() -> Actor:
    return program_actor(new_id(), UUID(int=7))


@pytest.fixture
def path(tmp_path: Path, who: Actor) -> Path:
    """A file of sixty drafts over some thirty pages."""
    file = tmp_path / "drafts.db"
    drafts = Drafts(file, KEY, SetClock(MORNING))
    for number in range(MANY):
        drafts.save(who, "intake", f"{number:03}", {"words": f"{number} " * 600})
    drafts.close()
    return file


def _opened(path: Path) -> Drafts:
    return Drafts(path, KEY, SetClock(MORNING))


def _spoil(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[page * PAGE + 100] ^= 1
    path.write_bytes(content)


def test_a_damaged_page_takes_only_its_own_drafts(path: Path, who: Actor) -> None:
    _spoil(
        path, path.stat().st_size // PAGE // 2
    )  # text that runs over more than a page: read as zeros, without an error
    drafts = _opened(path)
    left = {row.subject for row in drafts.of(who)}
    assert MANY // 2 < len(left) < MANY
    assert all(drafts.load(who, "intake", subject) for subject in left)
    drafts.save(who, "intake", "new", {"words": "goes on"})
    drafts.close()
    assert [file.name for file in path.parent.iterdir() if "unreadable" in file.name], "what was there is kept aside"


@pytest.mark.parametrize("content", [b"", b"\0" * 8192, os.urandom(9000), b"no database at all"])
def test_a_file_of_anything_else_is_set_aside(path: Path, who: Actor, content: bytes) -> None:
    path.write_bytes(content)
    drafts = _opened(path)
    assert drafts.of(who) == ()
    drafts.save(who, "intake", "", {"words": "goes on"})
    assert drafts.load(who, "intake") == {"words": "goes on"}
    drafts.close()


def test_damage_that_comes_while_somebody_types(path: Path, who: Actor) -> None:
    drafts = _opened(path)
    _spoil(path, 0)
    other = sqlcipher3.connect(str(path))  # somebody else's writing makes the cached pages void
    other.close()
    drafts.save(who, "intake", "new", {"words": "goes on"})
    assert drafts.load(who, "intake", "new") == {"words": "goes on"}
    drafts.close()


def test_a_file_that_was_taken_away_takes_nothing_with_it(path: Path, who: Actor) -> None:
    drafts = _opened(path)
    for file in path.parent.glob("drafts.db*"):
        file.rename(file.with_name(f"elsewhere{file.suffix}"))
    drafts.save(who, "intake", "new", {"words": "goes on"})
    drafts.close()
    assert _opened(path).load(who, "intake", "new") == {"words": "goes on"}


def test_a_full_disk_is_told_when_typing_and_nothing_is_set_aside(
    path: Path, who: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_args: object, **_named: object) -> object:
        raise sqlcipher3.OperationalError("database or disk is full")

    monkeypatch.setattr(drafts_service, "connect_file", refuses)
    drafts = _opened(path)
    with pytest.raises(StorageError) as caught:
        drafts.save(who, "intake", "", {"words": "more"})
    assert caught.value.key == "errors.disk_full"
    monkeypatch.setattr(drafts_service, "connect_file", connect_file)
    assert len(drafts.of(who)) == MANY, "there is room again"
    drafts.close()
    assert not [file for file in path.parent.iterdir() if "unreadable" in file.name]


def test_drafts_are_their_writer_s_alone(tmp_path: Path, who: Actor) -> None:
    other, drafts = replace(who, staff_id=new_id()), Drafts(tmp_path / "own.db", KEY, SetClock(MORNING))
    drafts.save(who, "intake", "1", {"words": "of one"})
    drafts.save(other, "intake", "1", {"words": "of another"})
    assert [(row.form, row.subject) for row in drafts.of(who)] == [("intake", "1")]
    assert drafts.load(who, "intake", "1") == {"words": "of one"}
    drafts.discard(other, "intake", "1")
    assert drafts.load(who, "intake", "1") == {"words": "of one"}
    assert drafts.of(other) == ()
    drafts.close()


def test_small_sheets_left_long_ago_are_forgotten_and_nothing_else(tmp_path: Path, who: Actor) -> None:
    drafts = Drafts(tmp_path / "own.db", KEY, SetClock(MORNING))
    for form in ("sheet:NoteSheet", "sheets", "intake"):
        drafts.save(who, form, "1", {"words": form})
    drafts.keep_recent("sheet", MORNING)
    assert len(drafts.of(who)) == 3
    drafts.keep_recent("sheet", MORNING + timedelta(days=1))
    assert {row.form for row in drafts.of(who)} == {"sheets", "intake"}
    drafts.close()
