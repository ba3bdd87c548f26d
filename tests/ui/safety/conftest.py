from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk, lay_desk
from tests.ui.safety.scenes import Scene


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    made = lay_desk(tmp_path)
    yield made
    qapp.processEvents()
    made.close()


@pytest.fixture
def scene(desk: Desk) -> Scene:
    return Scene(desk)
