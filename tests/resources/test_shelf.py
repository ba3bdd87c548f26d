"""The reader of the shelf."""

import pickle
from dataclasses import FrozenInstanceError

import pytest

from resources import shelf


def test_lists_are_sorted_and_leave_out_what_is_no_list() -> None:
    names = shelf.code_lists()
    assert list(names) == sorted(names)
    assert "case_category" in names
    assert not {"safety_screen", "safety_plan", "danger_steps"} & set(names)


def test_rows_come_by_position() -> None:
    positions = [row.position for row in shelf.code_list("disposition")]
    assert positions == sorted(positions)


def test_a_row_is_read_only_and_can_be_pickled() -> None:
    row = shelf.code_list("referral_source")[0]
    assert pickle.loads(pickle.dumps(row)) == row
    assert {row: 1}[row] == 1
    with pytest.raises(FrozenInstanceError):
        row.label = ""  # type: ignore[misc]
    with pytest.raises(TypeError):
        row.behaviour["reply_owed"] = "no"  # type: ignore[index]


def test_lists_in_a_row_become_tuples() -> None:
    row = next(row for row in shelf.code_list("disposition") if row.code == "settled_full")
    assert row.behaviour["documents"] == ("D08",)


@pytest.mark.parametrize("name", ["no_such_list", "safety_screen", "../holidays/holidays"])
def test_an_unknown_list_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        shelf.code_list(name)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.toml"):
        shelf.read_toml("codes", "nothing.toml")


def test_a_file_is_parsed_once() -> None:
    assert shelf.read_toml("holidays", "holidays.toml") is shelf.read_toml("holidays", "holidays.toml")
    assert shelf.path("codes").is_dir()
