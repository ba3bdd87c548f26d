from collections.abc import Iterator
from pathlib import Path

import pytest

from services.people import People
from tests.factories import Precinct, precinct


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def people(unit: Precinct) -> People:
    return People(unit.uow, unit.codes)
