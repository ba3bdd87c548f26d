from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.scheduling.office import Office, lay_office
from ui.play.keyboard import Keyboard


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = lay_office(tmp_path)
    yield made
    made.desk.close()


@pytest.fixture
def keyboard(office: Office) -> Keyboard:
    return Keyboard(office.desk.lanes)
