from collections.abc import Iterator
from pathlib import Path

import pytest

from services.documents import Documents, IssuedPaper
from services.documents.blocks import Paper, Proof
from services.documents.composing import compose, from_snapshot
from tests.factories import precinct
from tests.services.documents.proving.signer import Signer
from tests.services.documents.scene import Scene
from tests.services.documents.story import agree, story


class SigningScene:
    """A file whose papers are signed by a key of the test."""

    def __init__(self, scene: Scene, signer: Signer) -> None:
        self.scene, self.signer = scene, signer
        scene.documents = Documents(scene.unit.uow, scene.unit.codes, signer)  # type: ignore[arg-type]

    def composed(self, paper: IssuedPaper) -> tuple[Paper, object, Proof]:
        from models.letter import Document

        with self.scene.unit.uow.read(self.scene.unit.head) as tx:
            found = tx.session.get(Document, paper.id)
            assert found is not None
            made = from_snapshot(found.snapshot)
        assert made.proof is not None
        return compose(made), made.content, made.proof


@pytest.fixture
def signing(tmp_path: Path) -> Iterator[SigningScene]:
    unit = precinct(tmp_path)
    scene = story(unit)
    agree(scene)
    yield SigningScene(scene, Signer())
    unit.close()
