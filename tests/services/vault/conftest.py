from pathlib import Path

import pytest

from tests.services.vault.house import House, build


@pytest.fixture
def house(tmp_path: Path) -> House:
    return build(tmp_path / "data")
