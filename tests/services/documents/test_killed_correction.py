"""A process killed while it corrects a settlement: number, bytes, copies and the void of the old one, or nothing."""

import hashlib
import os
import signal
import time
from dataclasses import replace
from multiprocessing.synchronize import Event
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.enums import DocumentState, LetterState
from models.letter import Document, Letter, RecipientCopy
from services.documents import Documents, PaperKind, PaperRequest
from tests.factories import Precinct, open_precinct, precinct
from tests.processes import processes
from tests.services.documents.scene import Scene
from tests.services.documents.story import agree, settlement, story

COPIES = 4


def _correct(path: Path, case_id: UUID, document_id: UUID, started: Event) -> None:
    unit = open_precinct(path)
    documents = Documents(unit.uow, unit.codes)
    values = (("was_read_all", "yes"), ("breach", "شورا"), ("void_reason", "سهو"))
    request = PaperRequest(case_id, PaperKind.SETTLEMENT_RECORD, None, values=values)
    while True:
        corrected = replace(request, replaces_id=document_id)
        document_id = documents.issue(unit.counsellor, corrected).value.id
        started.set()


def _holding(unit: Precinct) -> UUID:
    """Checks that all is whole, and gives the one paper that is not void."""
    with Session(unit.engine) as session:
        serials = session.scalars(select(Letter.serial).order_by(Letter.serial)).all()
        letters = {row.id: row.state for row in session.scalars(select(Letter))}
        papers = session.scalars(select(Document).order_by(Document.issued_at, Document.id)).all()
        copies = session.execute(select(RecipientCopy.document_id, RecipientCopy.content, RecipientCopy.sha256)).all()
        assert serials == list(range(1, len(serials) + 1))
        assert len(papers) == len(serials)
        for paper in papers:
            is_void = paper.state is DocumentState.VOIDED
            assert paper.letter_id is not None
            assert letters[paper.letter_id] is (LetterState.VOIDED if is_void else LetterState.REGISTERED)
            assert hashlib.sha256(paper.content).digest() == paper.sha256
            assert sum(row.document_id == paper.id for row in copies) == COPIES
        assert all(row.content is None or hashlib.sha256(row.content).digest() == row.sha256 for row in copies)
        replaced = {paper.replaces_id for paper in papers if paper.replaces_id}
        assert replaced == {paper.id for paper in papers if paper.state is DocumentState.VOIDED}
        [holding] = [paper.id for paper in papers if paper.state is DocumentState.ISSUED]
        return holding


def _killed(scene: Scene, wait: float) -> None:
    started = processes.Event()
    about = (scene.unit.path, scene.case_id, _holding(scene.unit), started)
    process = processes.Process(target=_correct, args=about)
    process.start()
    assert started.wait(60)
    time.sleep(wait)
    assert process.pid is not None
    os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    process.join(30)


def test_a_killed_correction_is_whole_or_nothing(tmp_path: Path) -> None:
    scene = story(precinct(tmp_path))
    agree(scene)
    scene.issue(settlement(scene))
    for wait in (0.0, 0.021, 0.043, 0.067):
        _killed(scene, wait)
        _holding(scene.unit)
    request = replace(settlement(scene, void_reason="سهو"), replaces_id=_holding(scene.unit))
    assert scene.issue(request).number
    scene.unit.close()
