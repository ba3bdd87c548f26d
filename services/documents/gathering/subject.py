"""Whom and what a paper is about, found in the file, and whether it may be made now."""

from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import bindparam, select

from models.case import CaseFile, CaseParty, ReferralIn
from models.enums import AgreementKind, AgreementState, AppointmentStatus
from models.inquiry import Inquiry
from models.person import Person
from models.referral_out import ReferralOut
from models.work import Appointment, AppointmentParty, Attendance, Session
from services.actor import Right
from services.agreements.reading import agreement_in, cycle_of, details, rows_of_case
from services.agreements.shapes import AgreementDetail
from services.cases.access import people_of, visible_case
from services.clock import local
from services.codes import CodeReader
from services.documents.shapes import SENT_ON, UNFILED, PaperKind, PaperRequest
from services.errors import InvalidError, NotFoundError
from services.follow_up.who import came_to_unit, may_ask
from services.letters.access import readable_letter
from services.people.naming import is_minor
from services.referrals_out.reading import standing_releases
from services.safety.gate import may_invite
from services.unit_of_work import Tx


@dataclass(slots=True)
class Subject:
    """The rows that a paper is about; those that its kind does not need are None. `filed` is None for a paper of
    `UNFILED` that belongs to no file."""

    filed: CaseFile | None
    party: CaseParty | None = None
    person: Person | None = None
    appointment: Appointment | None = None
    session: Session | None = None
    attendance: Attendance | None = None
    agreement: AgreementDetail | None = None
    referral: ReferralIn | None = None
    sent_on: ReferralOut | None = None
    inquiry: Inquiry | None = None

    @property
    def case(self) -> CaseFile:
        """The file of a paper that is made from one."""
        assert self.filed is not None
        return self.filed


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
    PaperKind.REPORTER_SHEET,
)
"""Papers about the whole matter, not about one of its people."""
DEEDS = {
    PaperKind.UNDERTAKING: AgreementKind.UNDERTAKING,
    PaperKind.COMPLAINT_WAIVER: AgreementKind.WAIVER,
}
"""Deeds of one side, and the agreement that each stands on where the file has one."""
SIGNED_HERE = (*DEEDS, PaperKind.INFORMATION_RELEASE_CONSENT, PaperKind.DOCUMENT_RECEIPT)
"""Sheets that are laid before somebody, with the number of the file on them."""
_WITHOUT_PARTY = (PaperKind.CHILD_AT_RISK_REPORT, PaperKind.SESSION_MINUTES)
"""Papers that may be about somebody who is no party, or about all."""
NEEDS: dict[PaperKind, tuple[Right, ...]] = {
    PaperKind.COMPLETION_CERTIFICATE: (Right.SESSION_READ,),
    PaperKind.SESSION_MINUTES: (Right.SESSION_READ,),
    PaperKind.CHILD_AT_RISK_REPORT: (Right.SAFETY_READ,),
    PaperKind.REPORTER_SHEET: (Right.SAFETY_READ,),
    PaperKind.INFORMATION_RELEASE_CONSENT: (Right.CONSENT_WRITE,),
    PaperKind.MONTHLY_STATISTICS: (Right.STATISTICS,),
} | dict.fromkeys(SENT_ON.values(), (Right.REFERRAL_WRITE, Right.SESSION_READ))
"""What an actor must be allowed besides issuing papers: each of them says what only such a colleague may read."""

OF_REFERRAL = (
    PaperKind.REFERRAL_REPLY,
    PaperKind.INTERNAL_REFERRAL_SLIP,
    PaperKind.SOCIAL_WORK_REPORT,
    PaperKind.DEADLINE_EXTENSION,
)
"""Papers about one referral of the file."""


def subject_of(tx: Tx, codes: CodeReader, request: PaperRequest) -> Subject:
    """The rows of a request. `NotFoundError` for what is not in the file; `InvalidError` for what may not be now."""
    tx.actor.require(*NEEDS.get(request.kind, ()))
    if request.kind in UNFILED:
        return _unfiled(tx, request)
    return _of_case(tx, codes, _case(tx, request), request)


def _of_case(tx: Tx, codes: CodeReader, case: CaseFile, request: PaperRequest) -> Subject:
    subject = Subject(case)
    if request.kind is PaperKind.SETTLEMENT_RECORD:
        subject.agreement = _agreement(tx, codes, request)
    if request.kind in OF_REFERRAL:
        subject.referral = _referral(tx, case, request)
    if request.kind is PaperKind.SESSION_MINUTES:
        subject.session = _session_of(tx, codes, case, request)
    if request.kind in _OF_CASE or (request.kind in _WITHOUT_PARTY and request.person_id is None):
        return subject
    subject.party, subject.person = _party(tx, case, request)
    if request.kind in SIGNED_HERE and is_withheld(tx, codes, case, subject.party):
        raise InvalidError("documents.not_for_now")
    if request.kind is PaperKind.OWN_DATA and subject.party.id not in came_to_unit(tx, codes.codes, case):
        raise InvalidError("documents.own_data_not_come")
    if request.kind is PaperKind.INVITATION_LETTER:
        subject.appointment = _appointment(tx, subject.party, request)
        reason = invitation_stop(tx, case, subject.party, subject.person)
        if reason:
            raise InvalidError(reason)
    if request.kind is PaperKind.ATTENDANCE_CERTIFICATE:
        subject.session, subject.attendance = _attended(tx, codes, subject.party, request)
    if request.kind in SENT_ON.values():
        subject.sent_on = _sent_on(tx, codes, case, request)
    if request.kind in DEEDS:
        subject.agreement = _own_deed(tx, subject.party, case, request)
    return subject


def _case(tx: Tx, request: PaperRequest) -> CaseFile:
    if request.case_id is None:
        raise NotFoundError("errors.not_found")
    return visible_case(tx, request.case_id)


def _unfiled(tx: Tx, request: PaperRequest) -> Subject:
    """What stands written for an answer, with the file of its letter, if any. Figures need no row."""
    if request.kind is PaperKind.MONTHLY_STATISTICS:
        return Subject(None)
    if request.inquiry_id is None:
        raise NotFoundError("errors.not_found")
    inquiry = tx.get(Inquiry, request.inquiry_id)
    letter = readable_letter(tx, inquiry.letter_id)
    case = visible_case(tx, letter.case_id) if letter.case_id is not None else None
    return Subject(case, inquiry=inquiry)


def invitation_stop(tx: Tx, case: CaseFile, party: CaseParty, person: Person) -> str:
    """The key of the sentence for a party whom no letter may invite now, "" for one who may be (P-1).

    One sentence for whatever stands against it (P-4). A child is invited through the guardian.
    """
    if is_minor(person, tx.today):
        return "documents.invite_guardian"
    return "" if may_invite(tx, case, party) else "documents.not_now"


def is_withheld(tx: Tx, codes: CodeReader, case: CaseFile, party: CaseParty) -> bool:
    """Whether no sheet may be laid before a party: who never came, and may not learn that the file exists (P-1)."""
    came = came_to_unit(tx, codes.codes, case)
    return party.id not in came and not may_ask(tx, codes.codes, case, party)


def is_ahead(tx: Tx, appointment: Appointment) -> bool:
    """Whether an appointment stands and its hour has not come."""
    hour = time(*divmod(appointment.start, 60))
    return appointment.status is AppointmentStatus.SCHEDULED and datetime.combine(appointment.day, hour) > local(
        tx.now
    )


def _agreement(tx: Tx, codes: CodeReader, request: PaperRequest) -> AgreementDetail:
    """The settlement that holds. One that was void meanwhile is no longer printed."""
    held = agreement_in(tx, codes.codes, _case(tx, request).id)
    if held is None or held.kind is not AgreementKind.SETTLEMENT or held.state is AgreementState.VOIDED:
        raise InvalidError("documents.settlement_first")
    if request.agreement_id is not None and request.agreement_id != held.id and request.replaces_id is None:
        raise InvalidError("documents.agreement_void")
    return held


def deed_in(tx: Tx, party: CaseParty, case: CaseFile, kind: AgreementKind) -> AgreementDetail | None:
    """The undertaking of this round in which the party promises something, or the waiver that it gives.

    Whoever only owes the condition of a waiver signs it, too, and waives nothing.
    """
    cycle = cycle_of(tx, case)
    rows = [row for row in rows_of_case(tx, case.id) if row.kind is kind and row.cycle == cycle]
    held = [row for row in rows if row.state is not AgreementState.VOIDED]
    for found in details(tx, case.id, held[-1:], on_screen=False):
        owing = {clause.debtor_id for clause in found.clauses}
        signing = {one.party_id for one in found.signers if one.party_id is not None}
        if party.id in (owing if kind is AgreementKind.UNDERTAKING else signing - owing or signing):
            return found
    return None


def _own_deed(tx: Tx, party: CaseParty, case: CaseFile, request: PaperRequest) -> AgreementDetail | None:
    """The agreement behind a deed, None for one that is typed. One that is void is no longer printed."""
    held = deed_in(tx, party, case, DEEDS[request.kind])
    named = request.agreement_id
    if named is not None and (held is None or (named != held.id and request.replaces_id is None)):
        raise InvalidError("documents.agreement_void")
    return held


def why_not_sent(tx: Tx, codes: CodeReader, row: ReferralOut) -> str:
    """The key of the sentence for a referral that no letter may go out for now, "" for one that may.

    It waits for no answer any more, or the consent that it rests on does not stand; the words do not say which.
    """
    is_open = bool(codes.does("referral_out_state", row.state, "is_open"))
    stands = bool(row.legal_basis)
    if row.consent_id is not None:
        stands = (row.person_id, row.target) in standing_releases(tx, row.case_id)
    return "" if is_open and stands else "documents.referral_over"


def _sent_on(tx: Tx, codes: CodeReader, case: CaseFile, request: PaperRequest) -> ReferralOut:
    if request.referral_id is None:
        raise NotFoundError("errors.not_found")
    row = tx.get(ReferralOut, request.referral_id)
    document = codes.does("referral_target", row.target, "document")
    if (row.case_id, row.person_id) != (case.id, request.person_id) or SENT_ON.get(str(document)) is not request.kind:
        raise NotFoundError("errors.not_found")
    reason = why_not_sent(tx, codes, row)
    if reason:
        raise InvalidError(reason)
    return row


def _session_of(tx: Tx, codes: CodeReader, case: CaseFile, request: PaperRequest) -> Session:
    """A session of the file. One that the sides did not sit in together has minutes for each of them alone."""
    if request.session_id is None:
        raise NotFoundError("errors.not_found")
    row = tx.get(Session, request.session_id)
    if row.case_id != case.id:
        raise NotFoundError("errors.not_found")
    if bool(codes.does("session_type", row.type, "is_joint")) is not (request.person_id is None):
        raise NotFoundError("errors.not_found")
    return row


def _referral(tx: Tx, case: CaseFile, request: PaperRequest) -> ReferralIn:
    if request.referral_id is None:
        raise NotFoundError("errors.not_found")
    found = tx.get(ReferralIn, request.referral_id)
    if found.case_id != case.id:
        raise NotFoundError("errors.not_found")
    return found


def _party(tx: Tx, case: CaseFile, request: PaperRequest) -> tuple[CaseParty, Person]:
    for party, person in people_of(tx, case.id):
        if person.id == request.person_id:
            return party, person
    raise NotFoundError("errors.not_found")


_APPOINTMENT = (
    select(Appointment)
    .join(AppointmentParty, AppointmentParty.appointment_id == Appointment.id)
    .where(
        Appointment.id == bindparam("of_appointment"),
        Appointment.case_id == bindparam("of_case"),
        AppointmentParty.party_id == bindparam("of_party"),
    )
)


def _appointment(tx: Tx, party: CaseParty, request: PaperRequest) -> Appointment:
    wanted = {"of_appointment": request.appointment_id, "of_case": party.case_id, "of_party": party.id}
    found = tx.session.scalars(_APPOINTMENT, wanted).one_or_none()
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
