from pathlib import Path
from uuid import uuid4

import pytest

from services.vault.errors import VaultError
from services.vault.witness import WITNESS, Witness, read_witness, write_witness
from tests.services.vault.house import NOW
from tests.services.vault.sudden import killed_at

FIRST = Witness("ab" * 32, 41, {"عادی/1405": 17, "محرمانه/1405": 3}, uuid4(), NOW)
SECOND = Witness("cd" * 32, 42, {"عادی/1405": 18, "محرمانه/1405": 3}, FIRST.installation_id, NOW)


@pytest.mark.parametrize("flush", [True, False])
def test_it_is_read_as_written(tmp_path: Path, flush: bool) -> None:
    assert read_witness(tmp_path) is None
    write_witness(tmp_path, FIRST, flush=flush)
    assert read_witness(tmp_path) == FIRST
    write_witness(tmp_path, SECOND, flush=flush)
    assert read_witness(tmp_path) == SECOND


@pytest.mark.parametrize("change", [b"", b"{}", b"[]", b"null", b"\xff", b'{"a":' * 20_000])
def test_a_damaged_one_is_told(tmp_path: Path, change: bytes) -> None:
    (tmp_path / WITNESS).write_bytes(change)
    with pytest.raises(VaultError, match=r"vault\.witness_damaged"):
        read_witness(tmp_path)


def test_a_changed_number_is_noticed(tmp_path: Path) -> None:
    write_witness(tmp_path, FIRST)
    path = tmp_path / WITNESS
    path.write_text(path.read_text("utf-8").replace("17", "16"), "utf-8")
    with pytest.raises(VaultError, match=r"vault\.witness_damaged"):
        read_witness(tmp_path)


def test_killed_while_writing_leaves_the_one_or_the_other(tmp_path: Path) -> None:
    limit = 0
    while True:
        limit += 1
        write_witness(tmp_path, FIRST)
        killed = killed_at(limit, lambda: write_witness(tmp_path, SECOND))
        assert read_witness(tmp_path) in (FIRST, SECOND)
        if not killed:
            break
    assert read_witness(tmp_path) == SECOND
