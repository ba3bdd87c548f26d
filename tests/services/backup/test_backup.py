"""Backups by a button, and coming back by one: numbers are never given twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.backup import restore, unlock, unlock_by_sheet, write_automatic
from services.container import open_services
from services.errors import NotAllowedError
from services.vault.argon import LIGHT
from services.vault.errors import VaultError
from tests.services.opened_unit import COUNSELLOR, COUNSELLOR_WORD, HEAD_WORD, OpenedUnit, opened_unit


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[OpenedUnit]:
    made = opened_unit(tmp_path / "data")
    yield made
    made.services.close()


def test_a_backup_is_written_read_back_and_remembered(unit: OpenedUnit, tmp_path: Path) -> None:
    backup, head = unit.services.backup, unit.head
    assert backup.last(head) is None
    assert backup.suggested_name(head) == "sazesh-14050830-090000.sazesh-backup"
    seen: list[tuple[int, int]] = []
    row = backup.write(head, tmp_path / "a.sazesh-backup", lambda done, total: seen.append((done, total))).value
    assert row.rows > 300
    assert seen
    assert backup.last(head) == row
    assert backup.verify(head, row.path) == row


def test_the_settings_are_read_as_before_after_a_backup(unit: OpenedUnit, tmp_path: Path) -> None:
    """What a backup remembers lies beside the settings, in a shape of its own."""
    before = unit.services.settings.all(unit.head)
    unit.services.backup.write(unit.head, tmp_path / "a.sazesh-backup")
    unit.services.backup.confirm_sheet(unit.head)
    assert unit.services.settings.all(unit.head) == before
    assert unit.services.settings.number(unit.head, "apart_minutes") == 30


def test_a_stopped_backup_leaves_nothing(unit: OpenedUnit, tmp_path: Path) -> None:
    with pytest.raises(VaultError) as caught:
        unit.services.backup.write(unit.head, tmp_path / "a.sazesh-backup", None, lambda: True)
    assert caught.value.key == "vault.cancelled"
    assert not (tmp_path / "a.sazesh-backup").exists()
    assert unit.services.backup.last(unit.head) is None


def test_only_who_may(unit: OpenedUnit, tmp_path: Path) -> None:
    actor = unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    for ask in (
        lambda: unit.services.backup.write(actor, tmp_path / "a"),
        lambda: unit.services.backup.last(actor),
        lambda: unit.services.backup.verify(actor, tmp_path / "a"),
        lambda: unit.services.backup.new_sheet(actor),
        lambda: unit.services.backup.announce_new_keys(actor, "x"),
        lambda: unit.services.backup.sheet_was_used(actor),
        lambda: unit.services.backup.suggested_name(actor),
    ):
        with pytest.raises(NotAllowedError):
            ask()
    assert not (tmp_path / "a").exists()


def test_restoring_over_the_present_data(unit: OpenedUnit, tmp_path: Path) -> None:
    file = tmp_path / "a.sazesh-backup"
    unit.services.backup.write(unit.head, file)
    unit.services.unit.add_room(unit.head, "اتاق پس از پشتیبان")
    with unit.services.uow.write(unit.head) as tx:
        assert tx.draw("cases") == 37
        tx.record("case.register", "case")
    unit.services.close()
    aside = restore(file, unit.folder, unit.made.unlocked, unit.clock.now())
    assert aside is not None
    assert (aside / "sazesh.db").exists()
    unit.reopen()
    assert unit.services.opened.restored == 1
    assert "اتاق پس از پشتیبان" not in [room.name for room in unit.services.unit.rooms(unit.head)]
    with unit.services.uow.write(unit.head) as tx:
        assert tx.draw("cases") == 38
        tx.record("case.register", "case")


def test_restoring_on_another_computer(unit: OpenedUnit, tmp_path: Path) -> None:
    file, other = tmp_path / "a.sazesh-backup", tmp_path / "other"
    unit.services.backup.write(unit.head, file)
    with pytest.raises(VaultError):
        unlock(file, unit.made.unlocked.username, "not this one")
    restore(file, other, unlock(file, unit.made.unlocked.username, HEAD_WORD), unit.clock.now())
    services = open_services(other, unit.made.unlocked, unit.clock, LIGHT)
    assert services.opened.is_copied
    services.close()


def test_restoring_by_the_recovery_sheet(unit: OpenedUnit, tmp_path: Path) -> None:
    file, other = tmp_path / "a.sazesh-backup", tmp_path / "other"
    unit.services.backup.write(unit.head, file)
    code = unlock_by_sheet(unit.made.recovery.text.lower())
    restore(file, other, code, unit.clock.now())
    assert (other / "sazesh.db").exists()
    with pytest.raises(VaultError) as caught:
        unlock_by_sheet("ABC")
    assert caught.value.key == "vault.recovery_length"


def test_the_sheet_is_proved_and_can_be_made_anew(unit: OpenedUnit) -> None:
    backup, head = unit.services.backup, unit.head
    assert not backup.is_sheet_confirmed(head)
    backup.confirm_sheet(head)
    assert backup.is_sheet_confirmed(head)
    code = backup.new_sheet(head).value
    assert code.groups != unit.made.recovery.groups
    assert not backup.is_sheet_confirmed(head)


def test_a_used_sheet_asks_for_another(unit: OpenedUnit) -> None:
    backup, head = unit.services.backup, unit.head
    backup.confirm_sheet(head)
    unit.services.uow.refuses_writes = "opening.copied"  # a copied folder takes nothing, and opens all the same
    assert not backup.sheet_was_used(head).changes
    assert backup.is_sheet_confirmed(head)
    unit.services.uow.refuses_writes = ""
    backup.sheet_was_used(head)
    assert not backup.is_sheet_confirmed(head)


def test_automatic_backups_keep_the_last_five(unit: OpenedUnit) -> None:
    from datetime import timedelta

    for _ in range(7):
        unit.clock.advance(timedelta(minutes=1))
        write_automatic(unit.folder, unit.made.unlocked, unit.clock.now())
    assert len(list((unit.folder / "backups").iterdir())) == 5
