from collections.abc import Iterator
from pathlib import Path

import pytest

from services.intake import Intake
from tests.factories import Precinct, precinct


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def intake(unit: Precinct) -> Intake:
    return Intake(unit.uow, unit.codes)
