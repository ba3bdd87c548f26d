"""Real processes on one file: numbers without a gap, and after a kill both number and bytes or neither (R-10)."""

import hashlib
import multiprocessing
import os
import signal
import time
from multiprocessing.synchronize import Event
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models.letter import Document, Letter
from models.unit import Counter
from services import audit
from services.documents import Documents, PaperKind, PaperRequest
from services.errors import StorageError
from tests.factories import INSTALLATION_ID, UNIT_ID, Precinct, open_precinct, precinct
from tests.processes import processes
from tests.services.documents.scene import Scene, lay

EACH = 6


def _issue(path: Path, case_id: UUID, person_id: UUID, session_id: UUID, times: int, started: Event) -> None:
    unit = open_precinct(path)
    values = (("addressee", "محل کار"), ("form", "plain"))
    request = PaperRequest(case_id, PaperKind.ATTENDANCE_CERTIFICATE, person_id, session_id=session_id, values=values)
    documents = Documents(unit.uow, unit.codes)
    issued = 0
    while issued < times:
        try:
            documents.issue(unit.counsellor, request)
        except StorageError as error:
            if error.key != "errors.busy":
                raise  # else the other one wrote for seconds, on a slow machine: again, as people do
            continue
        issued += 1
        started.set()
    unit.close()


def _start(scene: Scene, times: int) -> tuple[multiprocessing.process.BaseProcess, Event]:
    started = processes.Event()
    about = (scene.unit.path, scene.case_id, scene.persons[0], scene.session_id)
    process = processes.Process(target=_issue, args=(*about, times, started))
    process.start()
    return process, started


def _check_whole(unit: Precinct) -> int:
    """Each number from one on once, each with its paper, each paper with its bytes; returns how many."""
    with Session(unit.engine) as session:
        serials = session.scalars(select(Letter.serial).order_by(Letter.serial)).all()
        letters = set(session.scalars(select(Letter.id)))
        papers = session.execute(select(Document.letter_id, Document.content, Document.sha256)).all()
        counters = dict(session.execute(select(Counter.book, Counter.last)).all())  # type: ignore[arg-type]
        verdict = audit.verify(session, UNIT_ID, INSTALLATION_ID)
    assert serials == list(range(1, len(serials) + 1))
    assert {row.letter_id for row in papers} == letters
    assert len(papers) == len(letters)
    assert all(hashlib.sha256(row.content).digest() == row.sha256 for row in papers)
    assert counters.get("normal", 0) == len(serials)
    assert verdict.broken_at is None
    return len(serials)


def test_two_processes_draw_gap_free_numbers(tmp_path: Path) -> None:
    scene = lay(precinct(tmp_path))
    started = [_start(scene, EACH) for _ in range(2)]
    for process, _ in started:
        process.join(120)
        assert process.exitcode == 0
    assert _check_whole(scene.unit) == 2 * EACH
    scene.unit.close()


def test_a_kill_leaves_number_and_bytes_or_neither(tmp_path: Path) -> None:
    scene = lay(precinct(tmp_path))
    for wait in (0.0, 0.013, 0.029, 0.041, 0.057):
        process, started = _start(scene, 10_000)
        assert started.wait(60)
        time.sleep(wait)
        assert process.pid is not None
        os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        process.join(30)
        _check_whole(scene.unit)
    before = _check_whole(scene.unit)
    assert scene.issue(scene.certificate()).number == f"1112/4/{before + 1}"
    scene.unit.close()


def test_a_full_disk_says_so_and_loses_no_number(tmp_path: Path) -> None:
    scene = lay(precinct(tmp_path))
    scene.issue(scene.certificate())
    with scene.unit.engine.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        free = connection.execute(text("PRAGMA freelist_count")).scalar_one()
    _limit(scene, pages - free + 2)
    with pytest.raises(StorageError, match=r"errors\.disk_full"):
        _issue_many(scene)
    _limit(scene, 1_000_000)
    before = _check_whole(scene.unit)
    assert scene.issue(scene.certificate()).number == f"1112/4/{before + 1}"
    scene.unit.close()


def _issue_many(scene: Scene) -> None:
    for _ in range(200):
        scene.issue(scene.certificate())


def _limit(scene: Scene, pages: int) -> None:
    """A real full disk: SQLite may not use more pages than that, on any connection that is open."""
    scene.unit.engine.dispose()
    from sqlalchemy import event

    def limit(connection: object, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

    event.listen(scene.unit.engine, "connect", limit)
