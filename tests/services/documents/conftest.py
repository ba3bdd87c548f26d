from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import precinct
from tests.services.documents.scene import Scene, lay


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    unit = precinct(tmp_path)
    yield lay(unit)
    unit.close()
