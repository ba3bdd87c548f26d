"""A desk with a file of two sides, an appointment and a session; printers are files."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from services.cases import CaseDraft, PartyDraft, Side
from services.documents import PaperKind, PaperRequest
from services.intake import IntakeDraft
from services.people import ContactDraft, ContactKind, PersonDraft
from services.scheduling.shapes import AppointmentDraft
from services.sessions.shapes import AttendanceDraft, AttendanceMark, SessionDraft
from tests.ui.desk import Desk, lay_desk, show
from ui.context import AppContext
from ui.documents import printers
from ui.play.keyboard import Keyboard
from ui.runtime.errors import ErrorPresenter

SHELTER = "بلوار آفتاب، بن‌بست یاس"


@dataclass
class PaperDesk:
    """`out` is where the printer named «چاپگر» leaves its sheets; «گم‌شده» is a printer that does not answer."""

    desk: Desk
    out: Path
    case_id: UUID
    persons: tuple[UUID, ...]
    session_id: UUID
    appointment_id: UUID
    titles: list[str] = field(default_factory=list)
    frames: list[QWidget] = field(default_factory=list)

    @property
    def context(self) -> AppContext:
        context, said = self.desk.context_of(), self.desk.said
        context.errors = ErrorPresenter(said.toasts.append, lambda _path: said.errors.append(Exception()), self.out)
        return context

    def request(self, originals: int = 0) -> PaperRequest:
        values = (("addressee", "محل کار"), ("form", "plain"))
        return PaperRequest(
            self.case_id,
            PaperKind.ATTENDANCE_CERTIFICATE,
            self.persons[0],
            session_id=self.session_id,
            values=values,
            originals=originals,
        )

    def issued(self, originals: int = 0) -> UUID:
        context = self.context
        return context.services.documents.issue(context.actor, self.request(originals)).value.id


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[PaperDesk]:
    desk = lay_desk(tmp_path / "data")
    services, head = desk.services, desk.actors["unit_head"]
    shelter = ContactDraft(ContactKind.ADDRESS, SHELTER, is_confidential=True)
    her = PersonDraft(given_name="مریم", family_name="محمدی", sex="female", contacts=(shelter,))
    him = PersonDraft(given_name="سام", family_name="نمونه‌ای", sex="male")
    parties = (
        PartyDraft(her, "complainant", Side.A, "neighbour", is_inviting=True),
        PartyDraft(him, "respondent", Side.B),
    )
    draft = CaseDraft("neighbour_dispute", parties, responsible_id=head.staff_id)
    case = services.intake.register(head, IntakeDraft(draft)).value
    found = services.cases.get(head, case.id).parties
    room = services.unit.rooms(head)[0].id
    hour = AppointmentDraft(case.id, "intake", date(2026, 11, 22), 540, room, (head.staff_id,), (found[0].id,))
    booked = services.scheduling.book(head, hour).value
    came = (AttendanceDraft(found[0].id, AttendanceMark.ATTENDED),)
    held = services.sessions.record(
        head, SessionDraft(case.id, "individual", date(2026, 11, 21), 450, 500, came)
    ).value
    out = tmp_path / "printed"
    out.mkdir()
    made = PaperDesk(desk, out, case.id, tuple(p.person_id for p in found), held.id, booked.id)
    monkeypatch.setattr(printers, "names", lambda: ("چاپگر", "گم‌شده"))
    monkeypatch.setattr(printers, "open_printer", lambda name, title: _printer(made, name, title))
    yield made
    desk.close()


def _printer(papers: PaperDesk, name: str, title: str) -> QPrinter:
    """A coarse one, quick to fill; how a sheet looks in full resolution is seen by `test_pdf_pages.py`."""
    papers.titles.append(title)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(150)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    folder = papers.out if name == "چاپگر" else papers.out / "nowhere"
    printer.setOutputFileName(str(folder / f"{len(papers.titles)}.pdf"))
    return printer


def framed(papers: PaperDesk, qtbot: QtBot, page: QWidget) -> None:
    """Show the page inside a window, as the program does: sheets belong to the window, not to the page."""
    frame = QWidget()
    QVBoxLayout(frame).addWidget(page)
    papers.frames.append(frame)  # pytest-qt holds it weakly
    qtbot.addWidget(frame)
    show(frame)
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)


def settle(papers: PaperDesk, qtbot: QtBot, page: QWidget) -> None:
    """Wait until nothing is under way in any lane, and what came back is shown."""
    Keyboard(papers.desk.lanes).settle()
