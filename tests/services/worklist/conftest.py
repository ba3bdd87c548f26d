from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import precinct
from tests.services.worklist.due import Due


@pytest.fixture
def due(tmp_path: Path) -> Iterator[Due]:
    made = precinct(tmp_path)
    yield Due(made)
    made.close()
