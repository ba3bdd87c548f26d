from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.notes.desk import NotesDesk, lay_notes_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[NotesDesk]:
    made = lay_notes_desk(tmp_path)
    yield made
    made.unit.services.close()
