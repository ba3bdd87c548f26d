"""Backups: whole, checked, for their holders only, and never half a file."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.vault import archive, backup, cipher_file
from services.vault.archive import read_manifest
from services.vault.backup import unlock_backup, verify_backup, write_backup
from services.vault.errors import VaultError, VaultStorageError
from services.vault.manifest import decode_manifest
from services.vault.opening import new_recovery_code
from services.vault.recovery_code import RecoveryCode
from services.vault.witness import Witness, write_witness
from tests.services.vault.house import GUEST_PASSWORD, HEAD_PASSWORD, NOW, House, add_person, connect, opens
from tests.services.vault.sudden import killed_at


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "one.sazesh-backup"


def _remade(file: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """The backup with other entries, as a valid zip."""
    with zipfile.ZipFile(file) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def _manifest(entries: dict[str, bytes], **values: object) -> None:
    entries["manifest.json"] = json.dumps({**json.loads(entries["manifest.json"]), **values}).encode()


def test_it_holds_what_was_there(house: House, target: Path) -> None:
    witness = Witness("ab" * 32, 9, {"book": 4}, house.head.installation_id, NOW)
    write_witness(house.folder, witness)
    manifest = write_backup(house.as_guest(), target, now=NOW, program_version="0.1.0")
    assert read_manifest(target) == manifest
    assert manifest.counts == (("alembic_version", 1), ('odd "name', 0), ("person", 20))
    assert (manifest.rows, manifest.schema_revision, manifest.program_version) == (21, "0007", "0.1.0")
    assert (manifest.created_at, manifest.installation_id) == (NOW, house.head.installation_id)
    assert manifest.witness == witness
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert not (house.folder / "backup-copy.db").exists()


def test_only_head_and_sheet_open_it(house: House, target: Path) -> None:
    guest = house.as_guest()
    write_backup(guest, target, now=NOW)
    for opener in (house.head, house.code, unlock_backup(target, "head", HEAD_PASSWORD)):
        check = verify_backup(target, opener)
        assert (check.manifest.rows, check.broken_links) == (21, 0)
    for stranger in (guest, RecoveryCode.generate(), unlock_backup(target, "guest", GUEST_PASSWORD)):
        with pytest.raises(VaultError, match=r"vault\.backup_not_yours"):
            verify_backup(target, stranger)
    for name, password in (("head", "wrong"), ("nobody", "wrong")):
        with pytest.raises(VaultError, match=r"vault\.backup_password"):
            unlock_backup(target, name, password)


def test_the_data_key_does_not_open_it(house: House, target: Path, tmp_path: Path) -> None:
    write_backup(house.head, target, now=NOW)
    with zipfile.ZipFile(target) as archive:
        archive.extract("sazesh.db", tmp_path)
    assert not opens(tmp_path / "sazesh.db", house.head.data_key_hex)
    assert not opens(tmp_path / "sazesh.db", house.head.key_for(backup.Purpose.BACKUP).hex())


def test_a_new_sheet_opens_an_old_backup_beside_its_folder(house: House, target: Path) -> None:
    write_backup(house.head, target, now=NOW)
    code = new_recovery_code(house.folder, house.head)
    assert verify_backup(target, code, house.folder)
    with pytest.raises(VaultError, match=r"vault\.backup_not_yours"):
        verify_backup(target, code)


def test_no_name_lies_open_in_it(house: House, target: Path) -> None:
    write_backup(house.head, target, now=NOW)
    content = target.read_bytes()
    assert "نام".encode() not in content
    assert b"CREATE TABLE" not in content


def test_people_go_on_working_meanwhile(house: House, target: Path) -> None:
    """A writer between every step: the backup is of one instant and comes to its end."""
    path, key = house.folder / "sazesh.db", house.head.data_key_hex
    with closing(connect(path, key)) as writer:
        writer.execute("BEGIN")
        writer.executemany("INSERT INTO person (name) VALUES (?)", (("x" * 3000,) for _ in range(3000)))
        writer.execute("COMMIT")
        steps = []

        def progress(done: int, total: int) -> None:
            steps.append((done, total))
            writer.execute("INSERT INTO person (name) VALUES ('later')")

        manifest = write_backup(house.head, target, now=NOW, progress=progress)
    assert dict(manifest.counts)["person"] == 3020
    assert len(steps) > 3
    assert steps[-1][0] == steps[-1][1]
    assert verify_backup(target, house.head)


def test_rows_in_the_log_are_in_it(house: House, target: Path) -> None:
    with closing(connect(house.folder / "sazesh.db", house.head.data_key_hex)) as other:
        other.execute("INSERT INTO person (name) VALUES ('late')")
        assert dict(write_backup(house.head, target, now=NOW).counts)["person"] == 21


def test_two_at_once_wait_for_each_other(house: House, target: Path) -> None:
    files = [target.with_name(f"{number}.sazesh-backup") for number in range(4)]
    failed: list[BaseException] = []

    def run(file: Path) -> None:
        try:
            write_backup(house.head, file, now=NOW)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=(file,)) for file in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert all(verify_backup(file, house.head) for file in files)


def test_broken_links_are_counted_not_hidden(house: House, target: Path) -> None:
    with closing(connect(house.folder / "sazesh.db", house.head.data_key_hex)) as other:
        other.execute('INSERT INTO "odd ""name" VALUES (999)')
    write_backup(house.head, target, now=NOW)
    assert verify_backup(target, house.head).broken_links == 1


# --- nothing half ---------------------------------------------------------------------------------------------


def _old(house: House, target: Path) -> bytes:
    write_backup(house.head, target, now=NOW)
    add_person(house.folder / "sazesh.db", house.head.data_key_hex, "new")
    return target.read_bytes()


def _nothing_changed(house: House, target: Path, old: bytes) -> bool:
    left = [path.name for path in target.parent.iterdir()] + [path.name for path in house.folder.glob("backup-copy*")]
    return target.read_bytes() == old and left == [target.name]


def test_cancelling_leaves_the_old_one(house: House, target: Path) -> None:
    old = _old(house, target)
    with pytest.raises(VaultError, match=r"vault\.cancelled"):
        write_backup(house.head, target, now=NOW, cancelled=lambda: True)
    assert _nothing_changed(house, target, old)


def test_a_disk_that_is_full_for_the_copy(house: House, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's real error for a full disk, by a page limit on the copy."""
    old = _old(house, target)
    real = cipher_file._connect

    def small(path: Path, key: str, *, create: bool) -> Any:
        connection = real(path, key, create=create)
        if create:
            connection.execute("PRAGMA max_page_count = 3")
        return connection

    monkeypatch.setattr(cipher_file, "_connect", small)
    with pytest.raises(VaultStorageError, match=r"vault\.disk_full"):
        write_backup(house.head, target, now=NOW)
    assert _nothing_changed(house, target, old)


def test_a_stick_that_is_full(house: House, target: Path) -> None:
    """The copy fits, the archive, a little larger, does not: the system's own refusal, in a child process."""
    old = _old(house, target)
    limit = read_manifest(target).database_bytes + 600
    child = os.fork()
    if child == 0:
        code = 1
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            write_backup(house.head, target, now=NOW)
        except VaultStorageError as error:
            code = 42 if error.key == "vault.disk_full" else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 42
    assert _nothing_changed(house, target, old)


def test_too_little_room_is_known_beforehand(house: House, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage(NamedTuple):
        free: int

    old = _old(house, target)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1000))
    with pytest.raises(VaultStorageError, match=r"vault\.disk_full"):
        write_backup(house.head, target, now=NOW)
    assert _nothing_changed(house, target, old)


def test_a_folder_that_refuses(house: House, target: Path) -> None:
    """As another user in a child process: root may write anywhere."""
    script = textwrap.dedent(
        """
        import os, sys
        from pathlib import Path
        from services.vault.backup import write_backup
        from services.vault.errors import VaultStorageError
        from services.vault.opening import open_with_password
        from services.vault.witness import Witness, write_witness
        from tests.services.vault.house import HEAD_PASSWORD, NOW
        folder, target = map(Path, sys.argv[1:])
        head = open_with_password(folder, "head", HEAD_PASSWORD, now=NOW)
        folder.chmod(0o500); target.parent.chmod(0o500)
        if os.geteuid() == 0:
            os.seteuid(65534)
        def refused(deed):
            try:
                deed()
            except VaultStorageError as error:
                return error.key
        print(refused(lambda: write_backup(head, target, now=NOW)))
        print(refused(lambda: write_witness(folder, Witness("", 0, {}, head.installation_id, NOW))))
        """
    )
    files = {path: path.read_bytes() for path in house.folder.iterdir()}
    done = subprocess.run(
        [sys.executable, "-c", script, str(house.folder), str(target)], capture_output=True, text=True, check=False
    )
    for folder in (house.folder, target.parent):
        folder.chmod(0o700)
    assert done.stdout.split() == ["vault.not_writable", "vault.not_writable"], done.stderr
    assert {path: path.read_bytes() for path in house.folder.iterdir()} == files
    assert not list(target.parent.iterdir())


def test_killed_at_any_step_the_old_one_or_the_new_one_stands(house: House, target: Path) -> None:
    old = _old(house, target)
    limit = 0
    while True:
        limit += 1
        target.write_bytes(old)
        killed = killed_at(limit, lambda: write_backup(house.head, target, now=NOW))
        people_in_it = dict(verify_backup(target, house.head).manifest.counts)["person"]
        assert people_in_it in {20, 21}
        if not killed:
            break
    assert people_in_it == 21
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("entry", ["sazesh.db", "keys.json"])
def test_what_the_stick_did_not_keep_is_noticed_at_once(
    house: House, target: Path, monkeypatch: pytest.MonkeyPatch, entry: str
) -> None:
    """A worn stick takes every byte and gives others back: the former backup stays."""
    write_backup(house.head, target, now=NOW)
    former, write = target.read_bytes(), archive.write_archive

    def worn(part: Path, *rest: Any) -> Any:
        manifest = write(part, *rest)
        with zipfile.ZipFile(part) as written:
            at = written.getinfo(entry).header_offset + 200
        content = bytearray(part.read_bytes())
        content[at] ^= 1
        part.write_bytes(content)
        return manifest

    monkeypatch.setattr(archive, "write_archive", worn)
    with pytest.raises(VaultError, match=r"vault\.backup_damaged"):
        write_backup(house.head, target, now=NOW)
    assert target.read_bytes() == former
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_damaged_file_makes_no_backup(house: House, target: Path) -> None:
    path = house.folder / "sazesh.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(VaultError, match=r"vault\.database_damaged"):
        write_backup(house.head, target, now=NOW)
    assert not list(target.parent.iterdir())


def test_a_missing_database_is_told(house: House, target: Path) -> None:
    (house.folder / "sazesh.db").unlink()
    with pytest.raises(VaultError, match=r"vault\.database_missing"):
        write_backup(house.head, target, now=NOW)


# --- what comes back from a stick -----------------------------------------------------------------------------


def test_a_missing_or_foreign_file(house: House, target: Path) -> None:
    with pytest.raises(VaultError, match=r"vault\.backup_missing"):
        read_manifest(target)
    for content in (b"", b"PK", b"some text", bytes(4000)):
        target.write_bytes(content)
        with pytest.raises(VaultError, match=r"vault\.backup_damaged"):
            verify_backup(target, house.head)


def test_any_changed_or_missing_byte_is_found(house: House, target: Path) -> None:
    write_backup(house.head, target, now=NOW)
    whole = target.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 60)):
        changed = bytearray(whole)
        changed[place] ^= 0x10
        target.write_bytes(changed)
        try:
            assert verify_backup(target, house.head).manifest.rows == 21
        except VaultError as error:
            assert error.key in {"vault.backup_damaged", "vault.backup_not_yours"}  # noqa: PT017
        else:
            assert place > len(whole) - 1000 or changed[place - 200 : place] == whole[place - 200 : place]
    for size in (0, 100, len(whole) // 2, len(whole) - 1):
        target.write_bytes(whole[:size])
        with pytest.raises(VaultError, match=r"vault\.backup_damaged"):
            verify_backup(target, house.head)


@pytest.mark.parametrize(
    "change",
    [
        lambda entries: entries.pop("manifest.json"),
        lambda entries: entries.pop("keys.json"),
        lambda entries: entries.pop("sazesh.db"),
        lambda entries: entries.update({"sazesh.db": entries["sazesh.db"][:-4096]}),
        lambda entries: entries.update({"keys.json": entries["keys.json"] + b" "}),
        lambda entries: _manifest(entries, counts={"person": 5}),
        lambda entries: _manifest(entries, schema_revision="0001"),
        lambda entries: _manifest(entries, created_at="2020-01-01T00:00:00+00:00"),
        lambda entries: _manifest(entries, witness=None),
        lambda entries: _manifest(entries, sealed_key=""),
        lambda entries: _manifest(entries, mac=""),
    ],
)
def test_a_changed_entry_is_found(house: House, target: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    write_witness(house.folder, Witness("ab", 1, {}, house.head.installation_id, NOW))
    write_backup(house.head, target, now=NOW)
    _remade(target, change)
    for opener in (house.head, house.code):
        with pytest.raises(VaultError, match=r"vault\.backup_damaged"):
            verify_backup(target, opener)


def test_a_newer_one_is_refused_in_words(house: House, target: Path) -> None:
    write_backup(house.head, target, now=NOW)
    _remade(target, lambda entries: _manifest(entries, format=2))
    with pytest.raises(VaultError, match=r"vault\.backup_newer"):
        read_manifest(target)


def test_an_archive_of_no_known_kind_is_damaged(house: House, target: Path) -> None:
    write_backup(house.head, target, now=NOW)
    content = bytearray(target.read_bytes())
    content[content.rfind(b"PK\x01\x02") + 6] = 202
    target.write_bytes(content)
    with pytest.raises(VaultError, match=r"vault\.backup_damaged"):
        verify_backup(target, house.head)


def test_a_packed_entry_is_not_unpacked(house: House, target: Path) -> None:
    write_backup(house.head, target, now=NOW)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b" " * 2**24)
    with pytest.raises(VaultError, match=r"vault\.backup_damaged"):
        read_manifest(target)


@given(
    st.dictionaries(st.sampled_from(["format", "counts", "witness", "created_at", "mac"]), st.none() | st.integers())
)
def test_no_manifest_breaks_the_reader(body: dict[str, object]) -> None:
    with pytest.raises(VaultError):
        decode_manifest(json.dumps(body).encode())
