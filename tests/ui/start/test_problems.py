"""What is in the way at a start: a calm page with words and buttons, never a traceback."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot
from sqlalchemy import select, text
from sqlalchemy.orm import Session
from sqlcipher3.dbapi2 import DatabaseError

from models.engine import connect_file, open_file
from models.unit import AuditEvent
from services import data_folder
from services.errors import InvalidError
from services.persian.text import search_key
from tests.services.opened_unit import (
    COUNSELLOR,
    COUNSELLOR_WORD,
    HEAD,
    HEAD_WORD,
    OpenedUnit,
    opened_unit,
)
from tests.ui.start.scene import Scene, start
from ui.setup.guide import Guide
from ui.start.problem_kinds import ProblemKind
from ui.start.problems import problem_page
from ui.start.restore_page import RestorePage
from ui.start.single_instance import SingleInstance


@pytest.fixture
def unit(tmp_path: Path) -> OpenedUnit:
    made = opened_unit(tmp_path / "data")
    made.services.backup.confirm_sheet(made.head)
    made.services.close()
    return made


@pytest.fixture
def scenes(qtbot: QtBot) -> Iterator[list[Scene]]:
    begun: list[Scene] = []
    yield begun
    for scene in begun:
        scene.end()


def _start(scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit, folder: Path | None = None) -> Scene:
    scenes.append(start(qtbot, folder or unit.folder, unit.clock))
    return scenes[-1]


def _sign_in(scene: Scene, word: str = HEAD_WORD) -> None:
    scene.idle()
    scene.type(word)
    scene.enter()


def _enter_without_pin(scene: Scene, word: str = HEAD_WORD) -> None:
    page = scene.sign_in_page()
    _sign_in(scene, word)
    scene.until(lambda: page.panel._stack.currentWidget() is page.panel._new_pin)
    page.panel.pin_declined.emit()


def test_a_missing_key_file(scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit) -> None:
    for name in (data_folder.KEYS, data_folder.PREVIOUS_KEYS):
        (unit.folder / name).rename(unit.folder.parent / name)
    scene = _start(scenes, qtbot, unit)
    assert "فایل کلید" in scene.problem().sentence()
    scene.problem().chosen.emit("again")
    assert "فایل کلید" in scene.problem().sentence()
    for name in (data_folder.KEYS, data_folder.PREVIOUS_KEYS):
        (unit.folder.parent / name).rename(unit.folder / name)
    scene.problem().chosen.emit("again")
    _enter_without_pin(scene)
    scene.until(scene.is_in)


def test_a_lost_key_file_has_its_good_copy_and_other_files_are_not_needed(
    scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not the front sheet, whose names stand in the key file too, nor a file for drafts, nor the witness."""
    (unit.folder / data_folder.KEYS).write_bytes(b"torn")
    (unit.folder / data_folder.FRONT).write_bytes(b'{"a":' * 20_000)
    (unit.folder / data_folder.DRAFTS).unlink()
    (unit.folder / data_folder.DRAFTS).mkdir()
    (unit.folder / "witness.json").write_bytes(b"torn")
    scene = _start(scenes, qtbot, unit)
    scene.idle()
    page = scene.sign_in_page()
    said: list[str] = []
    monkeypatch.setattr("ui.widgets.ask.ask", lambda _parent, _title, sentence, _actions: said.append(sentence))
    names = [account.username for account in page._front.accounts]
    assert names == [search_key(HEAD), search_key(COUNSELLOR), search_key("رضا نوری")]
    _enter_without_pin(scene)
    scene.until(scene.is_in)
    assert [account.full_name for account in data_folder.read_front(unit.folder).accounts][:2] == [HEAD, COUNSELLOR]
    scene.idle()
    assert len(said) == 2, "of keys and witness it is told"
    assert "نسخه پیشین" in said[0]
    assert "witness.json" in said[1]
    assert not (unit.folder / "reports").exists()


def test_a_day_far_ahead_is_asked_about_before_anything_is_recorded(
    scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit
) -> None:
    kept = [(unit.folder / name).read_bytes() for name in (data_folder.DATABASE, data_folder.KEYS)]
    unit.clock.advance(timedelta(days=4_000))
    scene = _start(scenes, qtbot, unit)
    scene.until(lambda: scene.window.currentWidget() is not scene.program._sign_in)
    assert "۱۴۰۵/۰۸/۳۰" in scene.problem().sentence()
    unit.clock.advance(timedelta(days=-3_999))
    scene.problem().chosen.emit("again")
    scene.idle()
    assert len(scene.sign_in_page()._front.accounts) == 3, "no account was closed"
    assert kept == [(unit.folder / name).read_bytes() for name in (data_folder.DATABASE, data_folder.KEYS)]
    unit.clock.advance(timedelta(days=100))
    scene.program.begin()
    scene.until(lambda: scene.window.currentWidget() is not scene.program._sign_in)
    scene.problem().chosen.emit("trust")
    _enter_without_pin(scene)
    scene.until(scene.is_in)


def test_damaged_keys_are_told_before_the_password(scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit) -> None:
    for name in (data_folder.KEYS, data_folder.PREVIOUS_KEYS):
        (unit.folder / name).write_bytes(b"torn")
    scene = _start(scenes, qtbot, unit)
    scene.until(lambda: scene.window.currentWidget() is not scene.program._sign_in)
    assert "فایل کلید" in scene.problem().sentence()


def test_a_newer_file(scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit) -> None:
    with Session(open_file(unit.folder / "sazesh.db", unit.made.unlocked.data_key_hex)) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        session.commit()
    scene = _start(scenes, qtbot, unit)
    _sign_in(scene)
    scene.until(lambda: scene.window.currentWidget() is not scene.program._sign_in)
    assert "نسخه تازه‌تری" in scene.problem().sentence()


def test_a_corrupt_file(scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit) -> None:
    path = unit.folder / "sazesh.db"
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
    scene = _start(scenes, qtbot, unit)
    _sign_in(scene)
    scene.until(lambda: scene.window.currentWidget() is not scene.program._sign_in)
    assert "پشتیبان را بازیابی کنید" in scene.problem().sentence()


def test_a_page_in_the_middle_is_corrupt(scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit, tmp_path: Path) -> None:
    """Wherever it is noticed, it is said in words, and a backup can be brought back from there."""
    unit.reopen()
    file = tmp_path / "a.sazesh-backup"
    unit.services.backup.write(unit.head, file)
    unit.services.close()
    path = unit.folder / "sazesh.db"
    good = path.read_bytes()
    pages = range(1, len(good) // 4096)
    path.write_bytes(good[:4096] + b"".join(good[at * 4096 : at * 4096 + 4090] + b"damage" for at in pages))
    scene = _start(scenes, qtbot, unit)
    _sign_in(scene)
    scene.until(lambda: scene.window.currentWidget() is not scene.program._sign_in)
    assert "پشتیبان را بازیابی کنید" in scene.problem().sentence()
    scene.problem().chosen.emit("restore")
    scene.until(lambda: isinstance(scene.shown(), RestorePage))
    assert scene.program.desk.services is None
    page = scene.shown()
    assert isinstance(page, RestorePage)
    page.set_file(file)
    page._by_password.set_values({"username": unit.made.unlocked.username, "password": HEAD_WORD})
    page._main.click()
    scene.until(lambda: scene.window.currentWidget() is scene.program._sign_in)
    _enter_without_pin(scene)
    scene.until(scene.is_in)
    assert not (unit.folder / "reports").exists()


def test_a_folder_that_cannot_be_written(
    scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(data_folder, "_is_writable", lambda _folder: False)
        scene = _start(scenes, qtbot, unit)
        assert "ثبت نمی‌شود" in scene.problem().sentence()
    scene.problem().chosen.emit("again")
    assert scene.sign_in_page()


def test_another_folder(
    scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    scene = _start(scenes, qtbot, unit, tmp_path / "file" / "under")
    assert "وصل نیست" in scene.problem().sentence()
    monkeypatch.setattr("ui.widgets.file_dialog.ask_for_folder", lambda *_args: tmp_path / "data")
    scene.problem().chosen.emit("folder")
    assert scene.sign_in_page()


def test_a_copied_folder_asks_the_head(scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(unit.folder, copy)
    scene = _start(scenes, qtbot, unit, copy)
    _enter_without_pin(scene)
    scene.until(lambda: scene.window.currentWidget() is not scene.program._sign_in)
    assert "نسخه دیگر نباید به کار رود" in scene.problem().sentence()
    scene.problem().chosen.emit("moved")
    scene.until(scene.is_in)
    assert not scene.program.desk.services.uow.refuses_writes


def test_a_copied_folder_is_only_looked_at_by_others(
    scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(unit.folder, copy)
    scene = _start(scenes, qtbot, unit, copy)
    scene.idle()
    page = scene.sign_in_page()
    page.choose(next(a.staff_id for a in page._front.accounts if a.full_name == COUNSELLOR))
    _enter_without_pin(scene, COUNSELLOR_WORD)
    scene.until(lambda: scene.window.currentWidget() is not scene.program._sign_in)
    assert "مسئول واحد باید وارد شود" in scene.problem().sentence()
    scene.problem().chosen.emit("look")
    scene.until(scene.is_in)
    assert scene.program.desk.services.uow.refuses_writes


def test_restoring_from_an_empty_folder(
    scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit.reopen()
    file = tmp_path / "a.sazesh-backup"
    unit.services.backup.write(unit.head, file)
    unit.services.close()
    scene = _start(scenes, qtbot, unit, tmp_path / "new")
    guide = scene.shown()
    assert isinstance(guide, Guide)
    guide.restore_wanted.emit()
    page = scene.shown()
    assert isinstance(page, RestorePage)
    page._main.click()
    assert page._notice.text() == "نخست فایل پشتیبان را برگزینید."
    monkeypatch.setattr("ui.widgets.file_dialog.ask_for_existing_file", lambda *_args: file)
    page._choose.click()
    page._by_password.set_values({"username": unit.made.unlocked.username, "password": "not this one"})
    page._main.click()
    scene.until(lambda: bool(page._by_password.field("password").error()))
    page._how.set_value("sheet")
    page._by_sheet.set_values({"code": unit.made.recovery.text})
    page._main.click()
    scene.until(lambda: scene.window.currentWidget() is scene.program._sign_in)


def test_restoring_over_an_open_session(scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit, tmp_path: Path) -> None:
    scene = _start(scenes, qtbot, unit)
    _enter_without_pin(scene)
    scene.until(scene.is_in)
    desk = scene.program.desk
    file = tmp_path / "a.sazesh-backup"
    desk.services.backup.write(desk.actor, file)
    desk.services.unit.add_room(desk.actor, "اتاق پس از پشتیبان")
    scene.program.restore_over(file)
    scene.until(lambda: scene.window.currentWidget() is scene.program._sign_in)
    _enter_without_pin(scene)
    scene.until(scene.is_in)
    rooms = [room.name for room in scene.program.desk.services.unit.rooms(scene.program.desk.actor)]
    assert rooms == ["اتاق ۱", "اتاق ۲"]


def test_new_keys_for_an_open_session(scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit) -> None:
    scene = _start(scenes, qtbot, unit)
    _enter_without_pin(scene)
    scene.until(scene.is_in)
    desk = scene.program.desk
    old = desk.services.staff.keys_of(desk.actor).data_key_hex
    with pytest.raises(InvalidError):
        desk.services.backup.announce_new_keys(desk.actor, " ")
    desk.services.backup.announce_new_keys(desk.actor, "رفتن با سوءظن")
    scene.program.renew_keys()
    scene.until(lambda: scene.window.currentWidget() is scene.program._sign_in)
    _enter_without_pin(scene)
    scene.until(scene.is_in)
    desk = scene.program.desk
    assert desk.services.staff.keys_of(desk.actor).data_key_hex != old
    with pytest.raises(DatabaseError):
        connect_file(unit.folder / "sazesh.db", old)
    with desk.services.uow.read(desk.actor) as tx:
        assert tx.session.scalar(select(AuditEvent.id).where(AuditEvent.action == "unit.new_keys"))


@pytest.mark.parametrize("kind", list(ProblemKind))
def test_every_problem_has_words_and_a_way_out(kind: ProblemKind, qtbot: QtBot, tmp_path: Path) -> None:
    page = problem_page(kind, tmp_path, "جمله")
    qtbot.addWidget(page)
    assert page.sentence()
    assert page.accessibleName()
    assert page._buttons or kind in {ProblemKind.RESTORING, ProblemKind.NEW_KEYS, ProblemKind.MAKING_DEMO}


def test_a_second_start_brings_the_first_window_forward(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "داده‌ها"
    folder.mkdir()
    first = SingleInstance(folder)
    assert not first.call_other()
    assert first.claim()
    first.listen()
    called: list[bool] = []
    first.called.connect(lambda: called.append(True))
    # the second start is another process, as in life
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "app = QCoreApplication([]); from ui.start.single_instance import SingleInstance;"
        "sys.exit(0 if SingleInstance(Path(sys.argv[1])).call_other() else 3)"
    )
    process = QProcess()
    process.start(sys.executable, ["-c", code, str(folder)])
    qtbot.waitUntil(lambda: process.state() == QProcess.ProcessState.NotRunning, timeout=20_000)
    assert process.exitCode() == 0
    assert called == [True]
    second = SingleInstance(folder)
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_trying_again_and_another_folder_ask_for_the_lock(
    scenes: list[Scene], qtbot: QtBot, unit: OpenedUnit, tmp_path: Path
) -> None:
    first, mine = SingleInstance(unit.folder), SingleInstance(tmp_path)
    assert first.claim()
    assert mine.claim()
    scene = _start(scenes, qtbot, unit)
    scene.program.claim = mine.claim_at
    scene.program.begin()
    assert "باز" in scene.problem().sentence()
    scene.problem().chosen.emit("again")
    assert scene.problem()
    first.release()
    scene.problem().chosen.emit("again")
    assert scene.sign_in_page()
    assert not SingleInstance(unit.folder).claim()
    assert SingleInstance(tmp_path).claim(), "the former folder is free"
    mine.release()


def test_the_lock_of_a_dead_process_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "app = QCoreApplication([]); from ui.start.single_instance import SingleInstance;"
        "alone = SingleInstance(Path(sys.argv[1])); assert alone.claim(); os._exit(9)"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert ended.returncode == 9
    assert (tmp_path / "running.lock").exists()
    alone = SingleInstance(tmp_path)
    assert alone.claim()
    alone.release()
