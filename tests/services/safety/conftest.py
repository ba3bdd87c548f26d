from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import Precinct, precinct
from tests.services.safety.matter import Matter, couple_matter


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def couple(unit: Precinct) -> Matter:
    """A wife who asked for help (side a, inviting) and her husband (side b)."""
    return couple_matter(unit)
