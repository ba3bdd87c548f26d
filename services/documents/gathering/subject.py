"""Whom and what a paper is about, found in the file, and whether it may be made now."""

from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select

from models.case import CaseFile, CaseParty, ReferralIn
from models.enums import AgreementKind, AgreementState, AppointmentStatus
from models.person import Person
from models.work import Appointment, AppointmentParty, Attendance, Session
from services.agreements.reading import agreement_in
from services.agreements.shapes import AgreementDetail
from services.cases.access import visible_case
from services.clock import local
from services.codes import CodeReader
from services.documents.shapes import PaperKind, PaperRequest
from services.errors import InvalidError, NotFoundError
from services.follow_up.who import came_to_unit
from services.people.naming import is_minor
from services.safety.gate import may_invite
from services.unit_of_work import Tx


@dataclass(slots=True)
class Subject:
    """The rows that a paper is about; those that its kind does not need are None."""

    case: CaseFile
    party: CaseParty | None = None
    person: Person | None = None
    appointment: Appointment | None = None
    session: Session | None = None
    attendance: Attendance | None = None
    agreement: AgreementDetail | None = None
    referral: ReferralIn | None = None


_OF_CASE = (
    PaperKind.SAFETY_CARD,
    PaperKind.SETTLEMENT_RECORD,
    PaperKind.NON_SETTLEMENT_RECORD,
    PaperKind.REFERRAL_REPLY,
    PaperKind.INTERNAL_REFERRAL_SLIP,
    PaperKind.SOCIAL_WORK_REPORT,
    PaperKind.DEADLINE_EXTENSION,
    PaperKind.CLOSURE_SUMMARY,
    PaperKind.FREE_LETTER,
    PaperKind.FILE_LABEL,
)
"""Papers about the whole matter, not about one of its people."""

OF_REFERRAL = (
    PaperKind.REFERRAL_REPLY,
    PaperKind.INTERNAL_REFERRAL_SLIP,
    PaperKind.SOCIAL_WORK_REPORT,
    PaperKind.DEADLINE_EXTENSION,
)
"""Papers about one referral of the file."""


def subject_of(tx: Tx, codes: CodeReader, request: PaperRequest) -> Subject:
    """The rows of a request. `NotFoundError` for what is not in the file; `InvalidError` for what may not be now."""
    case = visible_case(tx, request.case_id)
    subject = Subject(case)
    if request.kind is PaperKind.SETTLEMENT_RECORD:
        subject.agreement = _agreement(tx, codes, request)
    if request.kind in OF_REFERRAL:
        subject.referral = _referral(tx, case, request)
    if request.kind in _OF_CASE:
        return subject
    subject.party, subject.person = _party(tx, case, request)
    if request.kind is PaperKind.OWN_DATA and subject.party.id not in came_to_unit(tx, codes.codes, case):
        raise InvalidError("documents.own_data_not_come")
    if request.kind is PaperKind.INVITATION_LETTER:
        subject.appointment = _appointment(tx, subject.party, request)
        reason = invitation_stop(tx, case, subject.party, subject.person)
        if reason:
            raise InvalidError(reason)
    if request.kind is PaperKind.ATTENDANCE_CERTIFICATE:
        subject.session, subject.attendance = _attended(tx, codes, subject.party, request)
    return subject


def invitation_stop(tx: Tx, case: CaseFile, party: CaseParty, person: Person) -> str:
    """The key of the sentence for a party whom no letter may invite now, "" for one who may be (P-1).

    One sentence for whatever stands against it (P-4). A child is invited through the guardian.
    """
    if is_minor(person, tx.today):
        return "documents.invite_guardian"
    return "" if may_invite(tx, case, party) else "documents.not_now"


def is_ahead(tx: Tx, appointment: Appointment) -> bool:
    """Whether an appointment stands and its hour has not come."""
    hour = time(*divmod(appointment.start, 60))
    return appointment.status is AppointmentStatus.SCHEDULED and datetime.combine(appointment.day, hour) > local(
        tx.now
    )


def _agreement(tx: Tx, codes: CodeReader, request: PaperRequest) -> AgreementDetail:
    """The settlement that holds. One that was void meanwhile is no longer printed."""
    held = agreement_in(tx, codes.codes, request.case_id)
    if held is None or held.kind is not AgreementKind.SETTLEMENT or held.state is AgreementState.VOIDED:
        raise InvalidError("documents.settlement_first")
    if request.agreement_id is not None and request.agreement_id != held.id and request.replaces_id is None:
        raise InvalidError("documents.agreement_void")
    return held


def _referral(tx: Tx, case: CaseFile, request: PaperRequest) -> ReferralIn:
    if request.referral_id is None:
        raise NotFoundError("errors.not_found")
    found = tx.get(ReferralIn, request.referral_id)
    if found.case_id != case.id:
        raise NotFoundError("errors.not_found")
    return found


def _party(tx: Tx, case: CaseFile, request: PaperRequest) -> tuple[CaseParty, Person]:
    found = tx.session.execute(
        select(CaseParty, Person)
        .join(Person, Person.id == CaseParty.person_id)
        .where(
            CaseParty.case_id == case.id, CaseParty.person_id == request.person_id, CaseParty.is_removed.is_(False)
        )
        .order_by(CaseParty.position)
        .limit(1)
    ).first()
    if found is None:
        raise NotFoundError("errors.not_found")
    return found[0], found[1]


def _appointment(tx: Tx, party: CaseParty, request: PaperRequest) -> Appointment:
    found = tx.session.scalars(
        select(Appointment)
        .join(AppointmentParty, AppointmentParty.appointment_id == Appointment.id)
        .where(
            Appointment.id == request.appointment_id,
            Appointment.case_id == party.case_id,
            AppointmentParty.party_id == party.id,
        )
    ).one_or_none()
    if found is None:
        raise NotFoundError("errors.not_found")
    if not is_ahead(tx, found):
        raise InvalidError("documents.appointment_over")
    return found


def _attended(tx: Tx, codes: CodeReader, party: CaseParty, request: PaperRequest) -> tuple[Session, Attendance]:
    found = tx.session.execute(
        select(Session, Attendance)
        .join(Attendance, Attendance.session_id == Session.id)
        .where(Session.id == request.session_id, Session.case_id == party.case_id, Attendance.party_id == party.id)
    ).first()
    if found is None:
        raise NotFoundError("errors.not_found")
    if not codes.does("attendance", found[1].mark.value, "is_present"):
        raise InvalidError("documents.was_absent")
    return found[0], found[1]
