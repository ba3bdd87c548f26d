"""What a second program writes on the same data stands on the pages of the first by itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.processes import processes
from tests.services.opened_unit import HEAD_WORD, opened_unit
from tests.services.second_program import register
from tests.ui.start.scene import Scene, start

PATIENCE = 60


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Iterator[Scene]:
    unit = opened_unit(tmp_path / "data")
    unit.services.backup.confirm_sheet(unit.head)
    unit.services.close()
    made = start(qtbot, unit.folder, unit.clock)
    yield made
    made.end()


def _register_elsewhere(scene: Scene) -> None:
    """A real second process, from its start to its end; the window stays awake meanwhile."""
    process = processes.Process(target=register, args=(scene.program.desk.folder,))
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
