"""What an opening mends: a migration, an older file put back, a copied folder, new seed rows."""

import shutil
import sqlite3
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from models.base import new_id
from models.case import CaseFile
from models.engine import open_file
from models.enums import CaseStatus, LetterState
from models.letter import Letter
from models.migrations import HEAD
from models.unit import AuditEvent, LookupValue, Room
from services import audit
from services.container import Services, open_services
from services.errors import NotAllowedError, StorageError
from services.intake import IntakeDraft
from services.opening import confirm_moved
from services.opening.catch_up import gaps
from services.people import PersonDraft
from services.staff.service import program_actor
from services.vault.argon import LIGHT
from services.vault.witness import read_witness
from tests.services.drafts_of import couple
from tests.services.opened_unit import COUNSELLOR, COUNSELLOR_WORD, HEAD_WORD, OpenedUnit, opened_unit


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[OpenedUnit]:
    made = opened_unit(tmp_path / "data")
    yield made
    made.services.close()


def _session(unit: OpenedUnit) -> Session:
    return Session(open_file(unit.folder / "sazesh.db", unit.made.unlocked.data_key_hex))


def _draw(unit: OpenedUnit, book: str, times: int) -> None:
    for _ in range(times):
        with unit.services.uow.write(unit.head) as tx:
            tx.draw(book)
            tx.record("case.register", "case")


def test_what_was_mended_or_done_without_is_told(unit: OpenedUnit) -> None:
    assert unit.services.opened.notices == ()
    unit.services.close()
    (unit.folder / "witness.json").write_bytes(b"{")
    (unit.folder / "keys.json").write_bytes(b"{")
    unit.reopen_anew()
    assert unit.services.opened.notices == ("vault.keys_from_previous", "vault.witness_damaged")
    unit.reopen_anew()
    assert unit.services.opened.notices == (), "once"


def test_the_witness_follows_each_commit(unit: OpenedUnit) -> None:
    _draw(unit, "cases", 2)
    seen = read_witness(unit.folder)
    assert seen is not None
    assert seen.last_serials["cases/1405"] == 38
    assert seen.seq == unit.services.audit_trail.verify(unit.head).links


def test_an_ordinary_opening_writes_nothing(unit: OpenedUnit) -> None:
    links = unit.services.audit_trail.verify(unit.head).links
    unit.reopen()
    assert unit.services.opened.restored is None
    assert unit.services.audit_trail.verify(unit.head).links == links + 1  # the head signed in


def test_a_restored_older_file_gives_no_number_twice(unit: OpenedUnit) -> None:
    unit.services.close()
    older = unit.folder.parent / "older.db"
    shutil.copyfile(unit.folder / "sazesh.db", older)
    unit.reopen()
    _draw(unit, "cases", 3)
    _draw(unit, "normal", 2)
    unit.services.close()
    shutil.copyfile(older, unit.folder / "sazesh.db")
    unit.reopen()
    assert unit.services.opened.restored == 5
    with _session(unit) as session:
        voided = list(session.scalars(select(CaseFile).order_by(CaseFile.case_no)))
        letters = list(session.scalars(select(Letter).order_by(Letter.serial)))
        actions = list(session.scalars(select(AuditEvent.action)))
    assert [case.case_no for case in voided] == ["1112-1405-0037", "1112-1405-0038", "1112-1405-0039"]
    assert {case.status for case in voided} == {CaseStatus.VOIDED}
    assert {case.void_reason for case in voided} == {"بازیابی"}
    assert [(letter.number, letter.state) for letter in letters] == [
        ("1112/4/121", LetterState.VOIDED),
        ("1112/4/122", LetterState.VOIDED),
    ]
    assert actions.count("unit.restore") == 1
    with unit.services.uow.write(unit.head) as tx:
        assert tx.draw("cases") == 40
        tx.record("case.register", "case")
    assert unit.services.audit_trail.verify(unit.head).broken_at is None


def test_a_lost_or_damaged_witness_hinders_nobody(unit: OpenedUnit) -> None:
    unit.services.close()
    (unit.folder / "witness.json").write_text("{")
    unit.reopen()
    assert unit.services.opened.restored is None
    unit.services.close()
    (unit.folder / "witness.json").unlink()
    unit.reopen()
    assert unit.services.opened.restored is None


def test_gaps_look_only_ahead() -> None:
    assert gaps({"a/1405": 5}, {"a/1405": 3, "b/1405": 2}) == {"b/1405": (0, 2)}


def test_a_copied_folder_is_read_only_until_the_head_says_moved(unit: OpenedUnit, tmp_path: Path) -> None:
    unit.services.close()
    copy = tmp_path / "elsewhere"
    shutil.copytree(unit.folder, copy)
    services = open_services(copy, unit.made.unlocked, unit.clock, LIGHT)
    assert services.opened.is_copied
    head = services.staff.sign_in(unit.made.unlocked).value
    assert services.unit.get(head).draft.code == "1112"
    with pytest.raises(StorageError) as caught:
        services.unit.add_room(head, "اتاق ۹")
    assert caught.value.key == "opening.copied"
    counsellor = services.staff.sign_in(unit.unlock_in(copy, COUNSELLOR, COUNSELLOR_WORD)).value
    with pytest.raises(NotAllowedError):
        confirm_moved(services.uow, copy, counsellor)
    confirm_moved(services.uow, copy, head)
    services.unit.add_room(head, "اتاق ۹")
    services.close()
    again = open_services(copy, unit.made.unlocked, unit.clock, LIGHT)
    assert not again.opened.is_copied
    again.close()
    unit.services = open_services(unit.folder, unit.made.unlocked, unit.clock, LIGHT)


def test_a_copied_folder_is_read_and_every_reading_is_recorded_in_it(unit: OpenedUnit, tmp_path: Path) -> None:
    person = unit.services.people.save(unit.head, PersonDraft(given_name="زهرا", family_name="کریمی")).value.id
    case = unit.services.intake.register(unit.head, IntakeDraft(couple())).value
    unit.services.close()
    copy = tmp_path / "elsewhere"
    shutil.copytree(unit.folder, copy)
    told = read_witness(copy)
    services = open_services(copy, unit.made.unlocked, unit.clock, LIGHT)
    head = services.staff.sign_in(unit.made.unlocked).value
    assert services.people.get(head, person).name == "زهرا کریمی"
    assert services.overview.case_page(head, case.id)
    services.search.rested(head, "زهرا")
    for change in (
        lambda: services.people.save(head, PersonDraft(given_name="مریم", family_name="نوری")),
        lambda: services.intake.register(head, IntakeDraft(couple())),
        lambda: services.staff.change_password(head, HEAD_WORD, "گذرواژه تازه ۱۲۳۴"),
        lambda: services.backup.new_sheet(head),
    ):
        with pytest.raises(StorageError) as caught:
            change()
        assert caught.value.key == "opening.copied"
    services.staff.sign_out(head)
    assert read_witness(copy) == told  # what it knows of the other place must last until the head says moved
    assert actions(services)[-5:] == ["staff.sign_in", "person.open", "case.open", "search.rest", "staff.sign_out"]
    head = services.staff.sign_in(unit.made.unlocked).value
    assert confirm_moved(services.uow, copy, head).value is None  # a chain grown by readings has lost nothing
    assert services.intake.register(head, IntakeDraft(couple())).value.case_no.endswith("0038")
    with services.uow.read(head) as tx:
        assert audit.verify(tx.session, head.unit_id, services.uow.installation_id).broken_at is None
    services.close()
    unit.services = open_services(unit.folder, unit.made.unlocked, unit.clock, LIGHT)


def test_an_older_file_in_a_copied_folder_is_known_after_it_was_read(unit: OpenedUnit, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    unit.services.intake.register(unit.head, IntakeDraft(couple()))
    unit.services.close()
    shutil.copytree(unit.folder, copy)
    unit.reopen()
    unit.services.intake.register(unit.head, IntakeDraft(couple()))
    unit.services.close()
    shutil.copyfile(unit.folder / "witness.json", copy / "witness.json")
    services = open_services(copy, unit.made.unlocked, unit.clock, LIGHT)
    head = services.staff.sign_in(unit.made.unlocked).value
    for _ in range(20):
        services.search.rested(head, "زهرا")
    assert confirm_moved(services.uow, copy, head).value == 1
    assert services.intake.register(head, IntakeDraft(couple())).value.case_no.endswith("0039")
    services.close()
    unit.services = open_services(unit.folder, unit.made.unlocked, unit.clock, LIGHT)


def test_a_recorded_reading_changes_nothing(unit: OpenedUnit) -> None:
    def read() -> None:
        with unit.services.uow.read_recorded(unit.head) as tx:
            tx.add(Room(name="اتاق ۹", position=9))
            tx.record("person.open", "person")

    with pytest.raises(AssertionError):
        read()
    assert "اتاق ۹" not in {room.name for room in unit.services.unit.rooms(unit.head)}


def actions(services: Services) -> list[str]:
    actor = program_actor(services.unit_id, new_id())
    with services.uow.read(actor) as tx:
        return list(tx.session.scalars(select(AuditEvent.action).order_by(AuditEvent.seq)))


def test_a_newer_file_is_refused_and_left_alone(unit: OpenedUnit) -> None:
    unit.services.close()
    with _session(unit) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        session.commit()
    with pytest.raises(StorageError) as caught:
        open_services(unit.folder, unit.made.unlocked, unit.clock, LIGHT)
    assert caught.value.key == "errors.newer_file"
    with _session(unit) as session:
        assert session.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
        session.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": HEAD})
        session.commit()
    unit.reopen()


def test_a_corrupt_file_is_told(unit: OpenedUnit) -> None:
    unit.services.close()
    path = unit.folder / "sazesh.db"
    good = path.read_bytes()
    path.write_bytes(b"\0" * 4096 + good[4096:])
    with pytest.raises(StorageError) as caught:
        open_services(unit.folder, unit.made.unlocked, unit.clock, LIGHT)
    assert caught.value.key in {"errors.wrong_key", "errors.corrupt"}
    path.write_bytes(good)
    unit.reopen()


def test_an_update_adds_rows_and_keeps_the_units_words(unit: OpenedUnit) -> None:
    codes = unit.services.codes
    codes.rename(unit.head, "province", "qom", "قم و دلیجان")
    with unit.services.uow.write(unit.head) as tx:
        lost = tx.session.scalars(select(LookupValue).where(LookupValue.code == "ardabil")).one()
        tx.session.delete(lost)
        tx.session.execute(text("UPDATE setting SET value = '{}' WHERE key = 'seeded'"))
        tx.record("code.test", "code")
    unit.reopen()
    assert unit.services.codes.label(unit.head, "province", "ardabil") == "اردبیل"
    assert unit.services.codes.label(unit.head, "province", "qom") == "قم و دلیجان"


def test_nothing_is_written_to_a_file_that_is_gone(unit: OpenedUnit) -> None:
    """A disk that was pulled out, a folder that somebody moved: what is stored there would be lost."""
    away = unit.folder.with_name("away")
    unit.folder.rename(away)
    with pytest.raises(StorageError) as caught:
        unit.services.intake.register(unit.head, IntakeDraft(couple()))
    assert caught.value.key == "errors.file_gone"
    with pytest.raises(StorageError):
        unit.services.drafts.save(unit.head, "intake", "", {"words": "typed"})
    away.rename(unit.folder)
    assert unit.services.intake.register(unit.head, IntakeDraft(couple())).value.case_no.endswith("0037")


def test_a_full_disk_is_told_at_the_start(unit: OpenedUnit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without room for the index beside the database SQLite says "disk I/O error"; with room it is one."""

    def fails(*_args: object) -> str:
        raise OperationalError("begin", (), sqlite3.OperationalError("disk I/O error"))

    monkeypatch.setattr(import_module("services.opening.open_folder"), "_bring_up", fails)
    for free, told in ((0, "errors.disk_full"), (1 << 30, "errors.storage")):
        monkeypatch.setattr(shutil, "disk_usage", lambda _folder, free=free: SimpleNamespace(free=free))
        with pytest.raises(StorageError) as caught:
            unit.reopen()
        assert caught.value.key == told
