from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.desk import Desk, lay_desk
from ui.play.keyboard import Keyboard


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = lay_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk.lanes)
