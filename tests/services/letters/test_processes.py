"""Letters entered by hand in several processes, one of which is killed: every number once, none left out (R-10)."""

import multiprocessing
import os
import signal
import time
from multiprocessing.synchronize import Event
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.letter import Letter
from models.unit import Counter
from services import audit
from services.letters import LetterDirection, LetterDraft, Letters
from tests.factories import INSTALLATION_ID, UNIT_ID, Precinct, open_precinct, precinct
from tests.processes import processes

EACH = 20
_WAYS = (
    LetterDraft(LetterDirection.INCOMING, "incoming_other", subject="وارده"),
    LetterDraft(LetterDirection.OUTGOING, "outgoing_other", subject="صادره"),
    LetterDraft(LetterDirection.INCOMING, "incoming_other", subject="محرمانه", classification="confidential"),
)


def _enter(path: Path, times: int, started: Event) -> None:
    unit = open_precinct(path)
    letters = Letters(unit.uow, unit.codes)
    for turn in range(times):
        letters.register(unit.clerk, _WAYS[turn % len(_WAYS)])
        started.set()
    unit.close()


def _start(unit: Precinct, times: int) -> tuple[multiprocessing.process.BaseProcess, Event]:
    started = processes.Event()
    process = processes.Process(target=_enter, args=(unit.path, times, started))
    process.start()
    return process, started


def _check(unit: Precinct) -> dict[str, int]:
    """Each book counts from one without a gap to what its counter says; returns how many letters each holds."""
    with Session(unit.engine) as session:
        rows = session.execute(select(Letter.book, Letter.serial, Letter.number).order_by(Letter.serial)).all()
        counters: dict[str, int] = dict(session.execute(select(Counter.book, Counter.last)).all())  # type: ignore[arg-type]
        verdict = audit.verify(session, UNIT_ID, INSTALLATION_ID)
    serials: dict[str, list[int]] = {}
    for book, serial, _ in rows:
        serials.setdefault(book, []).append(serial)
    for book, found in serials.items():
        assert found == list(range(1, len(found) + 1))
        assert counters[book] == len(found)
    assert len({number for *_, number in rows}) == len(rows)
    assert verdict.broken_at is None
    return {book: len(found) for book, found in serials.items()}


def test_three_processes_and_a_killed_one_leave_no_gap(tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    steady = [_start(unit, EACH) for _ in range(2)]
    for wait in (0.0, 0.019, 0.043):
        process, started = _start(unit, 10_000)
        assert started.wait(120)
        time.sleep(wait)
        assert process.pid is not None
        os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        process.join(30)
    for process, _ in steady:
        process.join(120)
        assert process.exitcode == 0
    held = _check(unit)
    assert sum(held.values()) >= 2 * EACH
    row = Letters(unit.uow, unit.codes).register(unit.clerk, _WAYS[0]).value
    assert row.serial == held["normal"] + 1
    unit.close()
