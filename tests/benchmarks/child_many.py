"""Hundreds of invitations in one run, in the program's own window; prints what it took as JSON.

`lay FOLDER COUNT` puts the files and their appointments there; that is no part of what is measured.
"""

import json
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from models.case import CaseParty
from models.enums import AppointmentStatus
from models.work import Appointment, AppointmentParty
from services.actor import Actor
from services.cases import CaseDraft, PartyDraft, Side
from services.clock import SystemClock, local
from services.container import Services, open_services
from services.intake import IntakeDraft
from services.people import PersonDraft
from services.vault.opening import open_with_password
from tests.benchmarks.big_folder import COUNSELLOR, PASSWORD
from tests.benchmarks.child_session import Session
from tests.benchmarks.data_figures import username
from tests.benchmarks.figures import memory_mb, sample
from ui.documents.many_sheet import ManySheet
from ui.documents.many_targets import FileTarget
from ui.documents.print_many import PrintMany
from ui.i18n import install_translators
from ui.theme.style import application, apply_theme

_BEAT_MS = 10
_MINUTES = 30
_PATIENCE_MS = 300_000


class Heart(QTimer):
    """Beats as often as the window may; how late each beat comes is how long a key would wait."""

    def __init__(self) -> None:
        super().__init__(interval=_BEAT_MS)
        self.waits: list[float] = []
        self._last = time.perf_counter()
        self.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.waits.append((now - self._last) * 1000 - _BEAT_MS)
        self._last = now


def lay(services: Services, actor: Actor, day: date, count: int) -> None:
    """A file with one party, and its appointment on that day, so many times."""
    kept = []
    letters = "ابپتثجچحخدذرزسشصطعفقکگلمنوهی"
    for number in range(count):
        name = letters[number % 28] + letters[number // 28 % 28] + "ان"
        person = PersonDraft(given_name="نمونه", family_name=name, sex="female")
        party = PartyDraft(person, "complainant", Side.A, "neighbour", is_inviting=True)
        kept.append(services.intake.register(actor, IntakeDraft(CaseDraft("neighbour_dispute", (party,)))).value.id)
    with services.uow.write(actor) as tx:
        for number, case_id in enumerate(kept):
            row = Appointment(
                case_id=case_id,
                type="intake",
                day=day,
                start=8 * 60 + number % 300,
                minutes=_MINUTES,
                status=AppointmentStatus.SCHEDULED,
                created_at=tx.now,
                created_by_id=actor.staff_id,
            )
            tx.add(row)
            tx.session.flush()
            party_id = tx.session.query(CaseParty.id).filter(CaseParty.case_id == case_id).scalar()
            tx.add(AppointmentParty(appointment_id=row.id, party_id=party_id))
        tx.record("appointment.book", "appointment")


def lay_in(folder: Path, count: int) -> None:
    """In the name of the counsellor who prints them."""
    clock = SystemClock()
    unlocked = open_with_password(folder, username(folder, COUNSELLOR), PASSWORD, now=clock.now())
    services = open_services(folder, unlocked, clock)
    try:
        lay(services, services.staff.sign_in(unlocked).value, _day(services), count)
    finally:
        services.close()


def _day(services: Services) -> date:
    return local(services.uow.clock.now()).date() + timedelta(days=365)


def run(session: Session, target: Path) -> dict[str, float]:
    """From the key that begins to the sheet that says what became of them."""
    desk: Any = session.program.desk
    day = _day(desk.services)
    session.main().navigate("appointments")
    session.wait(session.program.lanes.idle)
    page = session.page()
    many = PrintMany(page, page.context)
    sheet = many.invitations(day)
    session.wait(lambda: bool(sheet.chosen_rows()))
    rows = sheet.chosen_rows()
    assert isinstance(sheet, ManySheet)
    values = tuple((name, str(value or "")) for name, value in sheet.asked.values().items())
    sheet.close_sheet()
    heart = Heart()
    heart.start()
    before, began, busy = memory_mb(), time.perf_counter(), time.process_time()
    made = many.run(rows, values, FileTarget(target, "دعوت‌نامه‌ها"))
    # as in the program: the window sleeps until something comes
    waiting = QEventLoop()
    made.finished.connect(lambda _report: waiting.quit())
    QTimer.singleShot(_PATIENCE_MS, waiting, lambda: waiting.exit(1))
    assert waiting.exec() == 0
    taken = time.perf_counter() - began
    heart.stop()
    waits = sample(heart.waits)
    ordered = sorted(heart.waits)
    return {
        "papers": len(rows),
        "seconds": taken,
        "processor": time.process_time() - busy,
        "memory_before": before,
        "longest_wait": waits.largest,
        "wait_p99": ordered[round(len(ordered) * 0.99) - 1],
        "memory": memory_mb("VmHWM"),
        "size": target.stat().st_size,
    }


def main(folder: str) -> int:
    app = application()
    install_translators(app)
    apply_theme(app, "light")
    session = Session(Path(folder))
    session.sign_in(COUNSELLOR)
    with tempfile.TemporaryDirectory() as place:
        figures = run(session, Path(place) / "many.pdf")
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()
    session.program.end()
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "lay":
        lay_in(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(main(sys.argv[1]))
