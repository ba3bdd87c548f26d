"""A file with two sides, for tests of scheduling."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.enums import Answer, ConsentDecision, Side
from services.cases.registering import register_case
from services.cases.shapes import CaseDraft, PartyDraft
from services.people.shapes import PersonDraft
from services.safety import Safety
from services.safety.shapes import AnswerDraft, ConsentDraft, ScreenDraft
from services.scheduling import Scheduling
from services.scheduling.shapes import AppointmentDraft
from tests.factories import Precinct

SUNDAY = date(2026, 11, 22)  # 1 Azar 1405, a working day
NINE = 9 * 60


@dataclass
class Dispute:
    """Two neighbours in one file, and the services that act on it."""

    precinct: Precinct
    safety: Safety
    scheduling: Scheduling
    case_id: UUID
    parties: tuple[UUID, ...]
    persons: tuple[UUID, ...]

    def draft(self, **given: object) -> AppointmentDraft:
        """An interview of the first side on Sunday at nine, or what is given instead."""
        fields: dict[str, object] = {
            "case_id": self.case_id,
            "type": "intake",
            "day": SUNDAY,
            "start": NINE,
            "room_id": self.precinct.rooms[0],
            "staff_ids": (self.precinct.counsellor.staff_id,),
            "party_ids": self.parties[:1],
        }
        return AppointmentDraft(**(fields | given))  # type: ignore[arg-type]

    def joint(self, **given: object) -> AppointmentDraft:
        return self.draft(type="joint_mediation", party_ids=self.parties, **given)

    def consent(
        self, side: int, kind: str = "counselling", decision: ConsentDecision = ConsentDecision.GIVEN
    ) -> None:
        draft = ConsentDraft(self.case_id, self.persons[side], kind, decision, was_read_aloud=True)
        self.safety.record_consents(self.precinct.counsellor, (draft,))

    def screen(self, side: int, *, yes: tuple[str, ...] = ()) -> None:
        """Ask the full form of one side; every question but those in `yes` is answered "no"."""
        form = self.safety.form(self.precinct.counsellor, self.case_id, self.persons[side], is_full=True)
        asked = [question.code for section in form.sections for question in section.questions]
        answers = tuple(AnswerDraft(code, Answer.YES if code in yes else Answer.NO) for code in asked)
        draft = ScreenDraft(self.case_id, self.persons[side], is_full=True, was_alone=True, answers=answers)
        self.safety.record_screen(self.precinct.counsellor, draft)

    def open_gate(self) -> None:
        """Consent, a clear screen, and consent to a joint session, of both sides."""
        for side in (0, 1):
            self.consent(side)
            self.screen(side)
            self.consent(side, "joint_session")


def dispute(precinct: Precinct, number: int = 1) -> Dispute:
    """Register a file between two neighbours."""
    parties = (
        PartyDraft(
            PersonDraft(given_name="رها", family_name=f"آزمونی{'ا' * number}"), "applicant", Side.A, "neighbour"
        ),
        PartyDraft(
            PersonDraft(given_name="سام", family_name=f"نمونه{'ا' * number}"), "respondent", Side.B, "neighbour"
        ),
    )
    draft = CaseDraft("neighbour_dispute", parties, responsible_id=precinct.counsellor.staff_id)
    with precinct.uow.write(precinct.counsellor) as tx:
        case = register_case(tx, precinct.codes, draft)
        tx.record("case.register", "case", case.id)
        case_id = case.id
    from services.cases.access import parties_of

    with precinct.uow.read(precinct.counsellor) as tx:
        rows = parties_of(tx, case_id)
    safety, scheduling = Safety(precinct.uow, precinct.codes), Scheduling(precinct.uow, precinct.codes)
    ids, persons = tuple(row.id for row in rows), tuple(row.person_id for row in rows)
    return Dispute(precinct, safety, scheduling, case_id, ids, persons)
