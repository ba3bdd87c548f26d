"""A unit with files and appointments on a real encrypted file, and a window whose toasts can be undone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QMainWindow, QWidget

from services.actor import Actor
from services.cases import PartyDraft, Side
from services.cases.shapes import CaseDraft, CaseRow
from services.intake import IntakeDraft
from services.people import ContactDraft, ContactKind, PersonDraft
from services.safety.shapes import Answer, AnswerDraft, ConsentDecision, ConsentDraft, ScreenDraft
from services.scheduling.shapes import AppointmentDraft, AppointmentRow
from tests.ui.desk import Desk, lay_desk
from ui.context import AppContext
from ui.runtime.errors import ErrorPresenter

SUNDAY = date(2026, 11, 22)  # 1 Azar 1405
NINE = 9 * 60


@dataclass
class Heard:
    """What the pages told the frame."""

    toasts: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None
    went: list[tuple[str, Any]] = field(default_factory=list)
    reports: int = 0

    def show(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.toasts.append(text)
        self.undo = undo

    def navigate(self, page_key: str, argument: Any = None) -> None:
        self.went.append((page_key, argument))

    def report(self, _path: Path | None) -> None:
        self.reports += 1


@dataclass
class Office:
    """Two rooms, a head, a counsellor and a clerk."""

    desk: Desk
    heard: Heard
    folder: Path

    def actor(self, role: str = "counsellor") -> Actor:
        return self.desk.actors[role]

    def context(self, role: str = "counsellor") -> AppContext:
        errors = ErrorPresenter(self.heard.show, self.heard.report, self.folder / "reports")
        return AppContext(
            self.desk.services,
            self.actor(role),
            self.desk.lanes,
            self.desk.bus,
            errors,
            self.heard,
            self.heard.navigate,
        )

    def rooms(self) -> list[UUID]:
        return [room.id for room in self.desk.services.unit.rooms(self.actor())]

    def file(self, number: int = 1, *, inviting: bool = False) -> CaseRow:
        """Two neighbours in one file of the counsellor."""
        contact = ContactDraft(ContactKind.MOBILE, f"0960000{number:04}", is_safe=True, safe_hours="۹ تا ۱۱")
        first = PersonDraft(given_name="رها", family_name=f"آزمونی{'ا' * number}", contacts=(contact,))
        second = PersonDraft(given_name="سام", family_name=f"نمونه{'ا' * number}")
        parties = (
            PartyDraft(first, "applicant", Side.A, "neighbour", is_inviting=inviting),
            PartyDraft(second, "respondent", Side.B, "neighbour"),
        )
        draft = CaseDraft("neighbour_dispute", parties, responsible_id=self.actor().staff_id)
        return self.desk.services.intake.register(self.actor(), IntakeDraft(draft)).value

    def parties(self, case_id: UUID) -> tuple[UUID, ...]:
        return tuple(one.party_id for one in self.desk.services.scheduling.facts(self.actor(), case_id).participants)

    def book(self, case_id: UUID | None, side: int | None = 0, **given: Any) -> AppointmentRow:
        """An interview of one side on Sunday at nine, or what is given instead."""
        parties = self.parties(case_id) if case_id else ()
        fields: dict[str, Any] = {
            "case_id": case_id,
            "type": "intake",
            "day": SUNDAY,
            "start": NINE,
            "room_id": self.rooms()[0],
            "staff_ids": (self.actor().staff_id,),
            "party_ids": parties if side is None else parties[side : side + 1],
        }
        return self.desk.services.scheduling.book(self.actor("unit_head"), AppointmentDraft(**(fields | given))).value

    def open_gate(self, case_id: UUID) -> None:
        """Consent, a clear screen, and consent to a joint session, of both sides."""
        safety, actor = self.desk.services.safety, self.actor()
        for party in self.desk.services.cases.get(actor, case_id).parties:
            person = party.person_id

            def agree(kind: str, person: UUID = person) -> None:
                draft = ConsentDraft(case_id, person, kind, ConsentDecision.GIVEN, was_read_aloud=True)
                safety.record_consents(actor, (draft,))

            agree("counselling")
            form = safety.form(actor, case_id, person, is_full=True)
            asked = [question for section in form.sections for question in section.questions]
            answers = tuple(AnswerDraft(question.code, Answer.NO) for question in asked)
            safety.record_screen(actor, ScreenDraft(case_id, person, is_full=True, was_alone=True, answers=answers))
            agree("joint_session")


def lay_office(folder: Path) -> Office:
    return Office(lay_desk(folder), Heard(), folder)


def window_around(page: QWidget, width: int = 1170, height: int = 711) -> QMainWindow:
    """A window in sight with the page in it, so that sheets lie over it."""
    window = QMainWindow()
    window.setCentralWidget(page)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    return window
