from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import open_precinct, precinct
from tests.services.documents.scene import Scene, again, lay


@pytest.fixture(scope="session")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The scene as it was laid once; its file is closed and only copied."""
    made = lay(precinct(tmp_path_factory.mktemp("scene")))
    made.unit.close()
    return made


@pytest.fixture
def scene(laid: Scene, tmp_path: Path) -> Iterator[Scene]:
    path = tmp_path / laid.unit.path.name
    path.write_bytes(laid.unit.path.read_bytes())
    unit = open_precinct(path)
    yield again(laid, unit)
    unit.close()
