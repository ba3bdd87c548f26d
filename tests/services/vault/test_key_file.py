"""The key file on the disk: torn, missing, tampered with, killed in the middle."""

import json
import os
import random
import signal
import subprocess
import sys
import textwrap
from base64 import b64encode
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.vault.accounts import add_user, list_slots, remove_user, rename
from services.vault.errors import VaultError
from services.vault.key_file import canonical, decode, encode
from services.vault.key_store import read_key_file
from services.vault.opening import open_with_password, restore_data_key
from tests.services.vault.house import FAST, HEAD_PASSWORD, NOW, House
from tests.services.vault.sudden import killed_at


def _edit(path: Path, change: object) -> None:
    """Change the file as somebody would who knows its format: the checksum is made right again."""
    import hashlib

    content = json.loads(path.read_text("utf-8"))
    change(content["body"])  # type: ignore[operator]
    content["sha256"] = hashlib.sha256(canonical(content["body"])).hexdigest()
    path.write_text(json.dumps(content), "utf-8")


def test_it_is_read_as_it_was_written(house: House) -> None:
    keys = read_key_file(house.folder)
    assert decode(encode(keys)) == keys


@pytest.mark.parametrize("keep", [0, 1, 100, 1000, -1])
def test_a_torn_file_falls_back_and_says_so(house: House, keep: int) -> None:
    path = house.folder / "keys.json"
    path.write_bytes(path.read_bytes()[:keep])
    unlocked = house.as_head()
    assert unlocked.notice == "vault.keys_from_previous"
    assert house.as_head().notice is None, "it was mended"
    assert (house.folder / "keys.json.damaged").exists()


def test_zeros_after_a_power_cut_fall_back(house: House) -> None:
    path = house.folder / "keys.json"
    path.write_bytes(bytes(path.stat().st_size))
    assert house.as_head().notice == "vault.keys_from_previous"


def test_a_missing_file_is_told_in_words(house: House) -> None:
    (house.folder / "keys.json").unlink()
    assert house.as_head().notice == "vault.keys_from_previous"
    for name in ("keys.json", "keys.json.bak"):
        (house.folder / name).unlink()
    with pytest.raises(VaultError, match=r"vault\.keys_missing"):
        house.as_head()
    (house.folder / "keys.json").write_text("{}")
    with pytest.raises(VaultError, match=r"vault\.keys_damaged"):
        list_slots(house.folder)


def test_a_newer_file_is_refused_and_left_alone(house: House) -> None:
    path = house.folder / "keys.json"
    _edit(path, lambda body: body.update(format=99))
    before = path.read_bytes()
    with pytest.raises(VaultError, match=r"vault\.keys_newer"):
        house.as_head()
    assert path.read_bytes() == before


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    with pytest.raises(VaultError, match=r"vault\.keys_damaged"):
        decode(content)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["sha256", "body", "format", "slots", "keys", "recovery"]), inner)
        ),
        max_leaves=12,
    )
)
def test_no_json_breaks_the_reader(content: object) -> None:
    with pytest.raises(VaultError):
        decode(json.dumps(content).encode())


@pytest.mark.parametrize("cost", [[2**30, 3, 4], [64, 10**9, 1], [64, 1, 0], [1, 1, 1]])
def test_a_file_cannot_ask_for_all_the_memory(house: House, cost: list[int]) -> None:
    for name in ("keys.json", "keys.json.bak"):
        _edit(house.folder / name, lambda body: body["slots"][0]["lock"].update(argon2id=cost))
    with pytest.raises(VaultError, match=r"vault\.keys_damaged"):
        house.as_head()


def test_a_foreign_public_key_is_noticed(house: House) -> None:
    """Otherwise the next change of keys would hand them to whoever slipped it in."""
    foreign = b64encode(bytes(range(32))).decode()
    _edit(house.folder / "keys.json", lambda body: body["slots"][1].update(public_key=foreign))
    with pytest.raises(VaultError, match=r"vault\.keys_altered") as caught:
        add_user(house.folder, house.head, uuid4(), "third", "word", argon=FAST)
    assert caught.value.values == {"names": "guest"}
    with pytest.raises(VaultError, match=r"vault\.keys_altered"):
        restore_data_key(house.folder, house.code, uuid4(), "new", "word", argon=FAST)


@pytest.mark.parametrize("place", ["recovery", "keys"])
def test_a_foreign_sheet_or_backup_key_is_noticed(house: House, place: str) -> None:
    foreign = b64encode(bytes(range(32))).decode()

    def change(body: dict[str, list[list[str]]]) -> None:
        if place == "recovery":
            body["recovery"]["public_key"] = foreign  # type: ignore[call-overload]
        else:
            next(row for row in body["keys"] if row[0] == "backup")[2] = foreign

    _edit(house.folder / "keys.json", change)
    with pytest.raises(VaultError, match=r"vault\.keys_altered"):
        house.as_head()


def test_a_slot_under_another_name_is_noticed(house: House) -> None:
    def change(body: dict[str, list[dict[str, str]]]) -> None:
        head, guest = body["slots"]
        head["username"], guest["username"] = guest["username"], head["username"]

    _edit(house.folder / "keys.json", change)
    with pytest.raises(VaultError, match=r"vault\.keys_altered"):
        open_with_password(house.folder, "guest", HEAD_PASSWORD, now=NOW)


def test_a_lock_moved_to_another_person_opens_nothing(house: House) -> None:
    def change(body: dict[str, list[dict[str, object]]]) -> None:
        body["slots"][1]["lock"] = body["slots"][0]["lock"]

    _edit(house.folder / "keys.json", change)
    with pytest.raises(VaultError, match=r"vault\.wrong_password"):
        open_with_password(house.folder, "guest", HEAD_PASSWORD, now=NOW)


# --- killed ---------------------------------------------------------------------------------------------------


def test_killed_at_any_step_of_adding_and_removing(house: House) -> None:
    limit, killed = 0, True
    while killed:
        limit += 1

        def deed(number: int = limit) -> None:
            add_user(house.folder, house.head, uuid4(), f"user {number}", "word", argon=FAST)
            remove_user(house.folder, f"user {number}")

        killed = killed_at(limit, deed)
        names = [slot.username for slot in list_slots(house.folder)]
        assert names[:2] == ["head", "guest"]
        assert house.as_head().notice is None
        for name in names[2:]:
            remove_user(house.folder, name)
    assert limit > 8


def test_a_removed_slot_is_gone_from_the_copy_though_killed_between(house: House) -> None:
    """The kill falls between the file and its copy; the next reading brings the copy up to date."""
    limit, killed = 0, True
    while killed:
        limit += 1
        if "guest" not in {slot.username for slot in list_slots(house.folder)}:
            add_user(house.folder, house.head, uuid4(), "guest", "word", argon=FAST)
        rename(house.folder, house.head, house.head.staff_id, "head")  # now the copy knows the guest too
        killed = killed_at(limit, lambda: remove_user(house.folder, "guest"))
        present = {slot.username for slot in list_slots(house.folder)}
        copy = {slot.username for slot in decode((house.folder / "keys.json.bak").read_bytes()).slots}
        assert "guest" in present or "guest" not in copy


def test_killed_from_outside_at_random_moments(house: House, tmp_path: Path) -> None:
    script = textwrap.dedent(
        f"""
        import sys
        from pathlib import Path
        from uuid import uuid4
        from services.vault.accounts import add_user, remove_user
        from services.vault.argon import ArgonCost
        from services.vault.opening import open_with_password
        from tests.services.vault.house import HEAD_PASSWORD, NOW
        folder = Path(sys.argv[1])
        head = open_with_password(folder, "head", HEAD_PASSWORD, now=NOW)
        print("ready", flush=True)
        while True:
            add_user(folder, head, uuid4(), "third", "word", argon=ArgonCost{(64, 1, 1)!r})
            remove_user(folder, "third")
        """
    )
    chance = random.Random(7)
    for _ in range(6):
        with subprocess.Popen([sys.executable, "-c", script, str(house.folder)], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            try:
                child.wait(chance.uniform(0.01, 0.12))
            except subprocess.TimeoutExpired:
                os.kill(child.pid, signal.SIGKILL)
        assert child.returncode == -signal.SIGKILL
        assert house.as_head().notice is None
        remove_user(house.folder, "third")
