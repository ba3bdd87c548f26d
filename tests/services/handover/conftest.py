from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import precinct
from tests.services.work import Work


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    made = precinct(tmp_path)
    yield Work(made)
    made.close()
