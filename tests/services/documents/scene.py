"""A file with two sides who have much to hide, an appointment and a session, and the papers' service."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from models.enums import AttendanceMark, InviteAnswer
from models.unit import Unit
from services.actor import Actor
from services.cases import CaseDraft, PartyDraft, ReferralDraft, Side
from services.cases.access import parties_of
from services.cases.registering import register_case
from services.documents import Documents, IssuedPaper, PaperKind, PaperRequest
from services.people import ContactDraft, ContactKind, PersonDraft
from services.safety import Safety
from services.scheduling import Scheduling
from services.scheduling.shapes import AppointmentDraft
from services.sessions import Sessions
from services.sessions.shapes import AttendanceDraft, SessionDraft
from tests.factories import UNIT_ID, Precinct

ADDRESS = "قم، خیابان بهاران، کوچه نیلوفر، پلاک ۱۲"
SHELTER = "بلوار آفتاب، بن‌بست یاس، ساختمان سپیدار"
WORD = "شقایق"
PHONE, SECRET_PHONE, HIS_PHONE = "09601111111", "09602222222", "02537777777"
POSTAL, HIS_POSTAL = "3715612345", "3718898765"
HER_CODE = "0002185679"
SUBJECT = "اختلاف بر سر دیوار مشترک"


def her(**values: Any) -> PersonDraft:
    contacts = (
        ContactDraft(ContactKind.MOBILE, PHONE),
        ContactDraft(ContactKind.MOBILE, SECRET_PHONE, is_confidential=True, code_word=WORD),
        ContactDraft(ContactKind.ADDRESS, SHELTER, postal_code=POSTAL, is_confidential=True),
    )
    typed = PersonDraft(
        given_name="مریم",
        family_name="محمدی‌نیا",
        father_name="حسن",
        national_code=HER_CODE,
        sex="female",
        contacts=contacts,
    )
    return replace(typed, **values)


def him(**values: Any) -> PersonDraft:
    contacts = (
        ContactDraft(ContactKind.PHONE, HIS_PHONE),
        ContactDraft(ContactKind.ADDRESS, ADDRESS, postal_code=HIS_POSTAL),
    )
    typed = PersonDraft(given_name="فرهاد", family_name="بهرامی", sex="male", contacts=contacts)
    return replace(typed, **values)


@dataclass
class Scene:
    """`persons` and `parties`: she asked for help, he is the other side. The session was held by both, apart."""

    unit: Precinct
    documents: Documents
    safety: Safety
    case_id: UUID
    persons: tuple[UUID, ...]
    parties: tuple[UUID, ...]
    appointments: tuple[UUID, ...]
    session_id: UUID

    @property
    def worker(self) -> Actor:
        return self.unit.counsellor

    def certificate(self, who: int = 0, form: str = "plain", **values: str) -> PaperRequest:
        typed = {"addressee": "محل کار", "form": form} | values
        return PaperRequest(
            self.case_id,
            PaperKind.ATTENDANCE_CERTIFICATE,
            self.persons[who],
            session_id=self.session_id,
            values=tuple(typed.items()),
        )

    def invitation(self, who: int = 0, **values: str) -> PaperRequest:
        typed = {"channel": "letter_by_officer"} | values
        return PaperRequest(
            self.case_id,
            PaperKind.INVITATION_LETTER,
            self.persons[who],
            appointment_id=self.appointments[who],
            values=tuple(typed.items()),
        )

    def consent(self, who: int = 0, **values: str) -> PaperRequest:
        typed = {"was_read": "yes", "decision": "given"} | values
        return PaperRequest(self.case_id, PaperKind.INFORMED_CONSENT, self.persons[who], values=tuple(typed.items()))

    def issue(self, request: PaperRequest, actor: Actor | None = None) -> IssuedPaper:
        return self.documents.issue(actor or self.worker, request).value

    def content(self, paper: IssuedPaper) -> bytes:
        return self.documents.content(self.worker, paper.id)

    def answer(self, answer: InviteAnswer) -> None:
        self.safety.answer_invitation(self.worker, self.case_id, self.parties[0], answer)

    def rows(self, kind: type[Any]) -> list[Any]:
        from sqlalchemy import select

        with self.unit.uow.read(self.unit.head) as tx:
            return list(tx.session.scalars(select(kind).order_by(kind.id)))


def lay(
    unit: Precinct,
    one: PersonDraft | None = None,
    other: PersonDraft | None = None,
    referral: ReferralDraft | None = None,
    own_words: str = "",
) -> Scene:
    """Register the file; the unit gets a full letterhead."""
    parties = (
        PartyDraft(one or her(), "complainant", Side.A, "neighbour", is_inviting=True),
        PartyDraft(other or him(), "respondent", Side.B),
    )
    draft = CaseDraft(
        "neighbour_dispute",
        parties,
        subject_line=SUBJECT,
        own_words=own_words,
        referral=referral,
        responsible_id=unit.counsellor.staff_id,
    )
    with unit.uow.write(unit.counsellor) as tx:
        case = register_case(tx, unit.codes, draft)
        row = tx.session.get(Unit, UNIT_ID)
        assert row is not None
        row.section, row.address, row.phone = "دایره مشاوره و مددکاری اجتماعی", "قم، میدان نمونه", "02531111111"
        tx.record("case.register", "case", case.id)
        case_id = case.id
    with unit.uow.read(unit.counsellor) as tx:
        rows = parties_of(tx, case_id)
        ids, persons = tuple(row.id for row in rows), tuple(row.person_id for row in rows)
    documents = Documents(unit.uow, unit.codes)
    appointments = tuple(_booked(unit, case_id, party_id, place) for place, party_id in enumerate(ids))
    session = SessionDraft(
        case_id,
        "shuttle",
        date(2026, 11, 21),
        7 * 60,
        8 * 60,
        (AttendanceDraft(ids[0], AttendanceMark.LATE, 7 * 60 + 10), AttendanceDraft(ids[1], AttendanceMark.NO_SHOW)),
    )
    held = Sessions(unit.uow, unit.codes).record(unit.counsellor, session).value
    return Scene(unit, documents, Safety(unit.uow, unit.codes), case_id, persons, ids, appointments, held.id)


def _booked(unit: Precinct, case_id: UUID, party_id: UUID, place: int) -> UUID:
    draft = AppointmentDraft(
        case_id,
        "intake",
        date(2026, 11, 22 + place),
        9 * 60,
        unit.rooms[place],
        (unit.counsellor.staff_id,),
        (party_id,),
    )
    return Scheduling(unit.uow, unit.codes).book(unit.counsellor, draft).value.id


def again(scene: Scene, unit: Precinct) -> Scene:
    """The same scene in a copy of its file."""
    return replace(scene, unit=unit, documents=Documents(unit.uow, unit.codes), safety=Safety(unit.uow, unit.codes))
