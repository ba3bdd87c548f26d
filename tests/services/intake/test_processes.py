"""Real processes on one file: no number twice, none lost, no half case after a kill (R-10)."""

import multiprocessing
import os
import signal
import time
from multiprocessing.synchronize import Event
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.case import CaseFile, CaseParty, ReferralIn
from models.letter import Letter
from models.person import Person
from models.search import SearchText
from models.unit import AuditEvent, Counter
from services import audit
from services.cases import ReferralDraft
from services.intake import Intake, IntakeDraft
from tests.factories import INSTALLATION_ID, UNIT_ID, Precinct, open_precinct, precinct
from tests.processes import processes
from tests.services.drafts_of import couple

EACH = 12


def _register(path: Path, times: int, started: Event) -> None:
    unit = open_precinct(path)
    intake = Intake(unit.uow, unit.codes)
    draft = IntakeDraft(couple(referral=ReferralDraft("court", letter_no="1/2")))
    intake.register(unit.counsellor, draft)
    started.set()
    for _ in range(times - 1):
        intake.register(unit.counsellor, draft)
    unit.close()


def _start(path: Path, times: int) -> tuple[multiprocessing.process.BaseProcess, Event]:
    started = processes.Event()
    process = processes.Process(target=_register, args=(path, times, started))
    process.start()
    return process, started


def _check_whole(unit: Precinct) -> int:
    """Every number from one on is there once; every case has all its rows; the chain holds. Returns the cases."""
    with Session(unit.engine) as session:
        cases = session.scalars(select(CaseFile.case_no).order_by(CaseFile.case_no)).all()
        serials = session.scalars(select(Letter.serial).order_by(Letter.serial)).all()
        counters = dict(session.execute(select(Counter.book, Counter.last)).all())  # type: ignore[arg-type]
        rows = [
            session.scalar(select(func.count()).select_from(kind))
            for kind in (CaseParty, Person, ReferralIn, SearchText)
        ]
        registered = session.scalar(
            select(func.count()).select_from(AuditEvent).where(AuditEvent.action == "case.register")
        )
        verdict = audit.verify(session, UNIT_ID, INSTALLATION_ID)
    count = len(cases)
    assert cases == [f"1112-1405-{number:04}" for number in range(1, count + 1)]
    assert serials == list(range(1, count + 1))
    assert counters == {"cases": count, "normal": count}
    assert rows == [2 * count, 2 * count, count, 4 * count]
    assert registered == count
    assert verdict.broken_at is None
    return count


def test_two_processes_draw_gap_free_numbers(tmp_path: Path) -> None:
    precinct(tmp_path).close()
    started = [_start(tmp_path / "sazesh.db", EACH) for _ in range(2)]
    for process, _ in started:
        process.join(120)
        assert process.exitcode == 0
    unit = open_precinct(tmp_path / "sazesh.db")
    assert _check_whole(unit) == 2 * EACH
    unit.close()


def test_a_killed_process_leaves_neither_half_a_case_nor_a_gap(tmp_path: Path) -> None:
    precinct(tmp_path).close()
    for wait in (0.03, 0.07, 0.13):
        process, started = _start(tmp_path / "sazesh.db", 10_000)
        assert started.wait(60)
        time.sleep(wait)
        assert process.pid is not None
        os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        process.join(30)
    unit = open_precinct(tmp_path / "sazesh.db")
    before = _check_whole(unit)
    Intake(unit.uow, unit.codes).register(
        unit.counsellor, IntakeDraft(couple(referral=ReferralDraft("court", letter_no="1/2")))
    )
    assert _check_whole(unit) == before + 1
    unit.close()
