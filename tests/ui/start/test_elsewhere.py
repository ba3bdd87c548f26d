"""What a second program writes on the same data stands on the pages of the first by itself."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from services.clock import SetClock
from services.container import open_services
from services.intake import IntakeDraft
from services.persian.text import search_key
from services.vault.argon import LIGHT
from services.vault.opening import open_with_password
from tests.services.drafts_of import couple
from tests.services.opened_unit import HEAD, HEAD_WORD, MORNING, opened_unit
from tests.ui.start.scene import Scene, start

SPAWN = multiprocessing.get_context("spawn")
PATIENCE = 60


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    unit = opened_unit(tmp_path / "data")
    unit.services.close()
    made = start(qtbot, unit.folder, unit.clock)
    yield made
    made.end()


def _register(folder: Path) -> None:
    """Another colleague's program: opens the folder, signs in, registers a file."""
    clock = SetClock(MORNING)
    unlocked = open_with_password(folder, search_key(HEAD), HEAD_WORD, now=clock.now())
    services = open_services(folder, unlocked, clock, LIGHT)
    actor = services.staff.sign_in(unlocked).value
    services.intake.register(actor, IntakeDraft(couple()))
    services.close()


def _register_elsewhere(scene: Scene) -> None:
    """A real second process, from its start to its end; the window stays awake meanwhile."""
    process = SPAWN.Process(target=_register, args=(scene.program.desk.folder,))
    process.start()
    scene.qtbot.waitUntil(lambda: not process.is_alive(), timeout=PATIENCE * 1_000)
    assert process.exitcode == 0


def _sign_in(scene: Scene) -> Any:
    page = scene.sign_in_page()
    scene.type(HEAD_WORD)
    scene.enter()
    scene.until(lambda: page.panel._stack.currentWidget() is page.panel._new_pin)
    page.panel.pin_declined.emit()
    scene.until(scene.is_in)
    scene.idle()
    frame = scene.program._frame
    assert frame is not None
    return frame.main


def test_a_file_of_another_process_comes_into_the_list_by_itself(scene: Scene) -> None:
    main = _sign_in(scene)
    main.navigate("cases")
    scene.idle()
    assert main.page().model.rowCount() == 0
    _register_elsewhere(scene)
    scene.until(lambda: main.page().model.rowCount() == 1)


def test_nobody_is_asked_behind_the_lock(scene: Scene) -> None:
    _sign_in(scene)
    scene.program.lock()
    scene.until(lambda: not scene.is_in())
    frame = scene.program._frame
    assert frame is not None
    feed = frame._elsewhere
    scene.idle()
    before = feed._known
    _register_elsewhere(scene)
    feed.look()
    QApplication.processEvents()
    scene.idle()
    assert feed._known == before
