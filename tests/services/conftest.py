from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.ground import Ground, lay


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    made = lay(tmp_path)
    yield made
    made.uow.close()
