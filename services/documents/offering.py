"""Which papers of a case can be made now, for whom, and about which appointment or session."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile, CaseParty, ReferralIn
from models.enums import AgreementKind, DocumentState
from models.letter import Document
from models.person import Person
from models.work import Appointment, AppointmentParty, Attendance, Session
from services.actor import Right
from services.agreements.reading import agreement_in
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering import non_settlement
from services.documents.gathering.absence import attempts_of
from services.documents.gathering.subject import invitation_stop, is_ahead
from services.documents.offered import OfferedSide, in_groups, moment, of_each, title_of
from services.documents.offering_deeds import completions, deeds_of_one
from services.documents.offering_inquiries import answers_to_inquiries
from services.documents.offering_sent_on import child_reports, letters_sent_on, minutes, sheets_of_each
from services.documents.shapes import PaperKind, PaperOffer
from services.follow_up.who import came_to_unit
from services.people.naming import screen_name
from services.persian.jalali import format_long
from services.unit_of_work import Tx


def offers(tx: Tx, codes: CodeReader, case: CaseFile) -> tuple[PaperOffer, ...]:
    """By kind, in the order of the file; what can't be made now says so in the same words whoever it is about."""
    sides = _sides(tx, codes, case)
    issued = _issued(tx, case.id)
    found = [
        *of_each(PaperKind.INTAKE_FORM, sides),
        *of_each(PaperKind.INFORMED_CONSENT, sides),
        *_invitations(tx, case, sides),
        *_certificates(tx, codes, case, sides),
        *_deeds(tx, codes, case),
        *_absences(tx, codes, sides),
        *_replies(tx, codes, case),
        *_own_data(tx, codes, case, sides),
        *completions(tx, codes, case, sides),
        *deeds_of_one(tx, codes, case, sides),
        *child_reports(tx, case, sides),
        *sheets_of_each(tx, codes, case, sides),
        *minutes(tx, codes, case, sides),
    ]
    found.append(PaperOffer(PaperKind.SAFETY_CARD, title_of(PaperKind.SAFETY_CARD), None, "", is_numbered=False))
    found += _to_authorities(tx, codes, case)
    found += _of_the_file(tx, codes, case, sides)
    known = [_with_issued(offer, issued) for offer in found]
    return in_groups((*known, *letters_sent_on(tx, codes, case, sides)))


def _own_data(tx: Tx, codes: CodeReader, case: CaseFile, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    """Only for who came: the paper bears this file's number (P-1)."""
    came = came_to_unit(tx, codes.codes, case)
    for offer, side in zip(of_each(PaperKind.OWN_DATA, sides), sides, strict=True):
        yield offer if side.party.id in came else replace(offer, reason=say("documents.own_data_not_come"))


def _sides(tx: Tx, codes: CodeReader, case: CaseFile) -> list[OfferedSide]:
    rows = tx.session.execute(
        select(CaseParty, Person)
        .join(Person, Person.id == CaseParty.person_id)
        .where(CaseParty.case_id == case.id, CaseParty.is_removed.is_(False), Person.is_deceased.is_(False))
        .order_by(CaseParty.position, CaseParty.id)
    )
    seen: dict[UUID, OfferedSide] = {}
    for party, person in rows:
        if codes.does("party_role", party.role, "is_party"):
            seen.setdefault(person.id, OfferedSide(party, person, screen_name(person, tx.today)))
    return list(seen.values())


def _deeds(tx: Tx, codes: CodeReader, case: CaseFile) -> Iterator[PaperOffer]:
    """The records of how it ended: for the one an agreement must stand, for the other an outcome that has it."""
    settled, failed = PaperKind.SETTLEMENT_RECORD, PaperKind.NON_SETTLEMENT_RECORD
    agreement = agreement_in(tx, codes.codes, case.id)
    if agreement is None or agreement.kind is not AgreementKind.SETTLEMENT:
        yield PaperOffer(settled, title_of(settled), None, "", reason=say("documents.settlement_first"))
    else:
        day = format_long(agreement.made_on)
        yield PaperOffer(settled, title_of(settled), None, "", line=day, agreement_id=agreement.id)
    yield PaperOffer(failed, title_of(failed), None, "", reason=_without(codes, case, non_settlement.DOCUMENT))


def _without(codes: CodeReader, case: CaseFile, document: str) -> str:
    """Why the outcome of the case has no such paper, "" where it has."""
    if not case.disposition:
        return say("documents.outcome_first")
    papers = codes.does("disposition", case.disposition, "documents") or ()
    return "" if document in papers else say("documents.other_outcome")


def _absences(tx: Tx, codes: CodeReader, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    kind = PaperKind.ABSENCE_NOTE
    for side in sides:
        is_tried = bool(attempts_of(tx, codes, side.party))
        reason = "" if is_tried else say("documents.no_attempt_yet")
        yield PaperOffer(kind, title_of(kind), side.person.id, side.name, reason=reason)


def _replies(tx: Tx, codes: CodeReader, case: CaseFile) -> Iterator[PaperOffer]:
    """An answer to each referral that came from somebody, and the slip of one that came from within the station."""
    rows = list(tx.session.scalars(_REFERRALS, {"of_case": case.id}))
    reply, slip = PaperKind.REFERRAL_REPLY, PaperKind.INTERNAL_REFERRAL_SLIP
    answered = [row for row in rows if codes.does("referral_source", row.source, "reply_form") not in (False, "none")]
    if not answered:
        yield PaperOffer(reply, title_of(reply), None, "", reason=say("documents.referral_first"))
    for row in answered:
        reason = "" if case.disposition else say("documents.outcome_first")
        if row.is_reply_owed and row.replied_at is not None and row.outdated_since is None:
            reason = say("documents.answered_already")
        line = f"{row.body or codes.label('referral_source', row.source)} {row.branch}".strip()
        yield PaperOffer(reply, title_of(reply), None, "", line=line, reason=reason, referral_id=row.id)
    for row in rows:
        if codes.does("referral_source", row.source, "origin") == "station":
            line = codes.label("referral_source", row.source)
            yield PaperOffer(slip, title_of(slip), None, "", line=line, referral_id=row.id)


def _of_the_file(tx: Tx, codes: CodeReader, case: CaseFile, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    """A letter of any kind, the sheets of the end and of calling back, and what is put into an envelope or on the
    cover."""
    letter, closure, form = PaperKind.FREE_LETTER, PaperKind.CLOSURE_SUMMARY, PaperKind.FOLLOW_UP_FORM
    label = PaperKind.FILE_LABEL
    yield PaperOffer(letter, title_of(letter), None, "")
    came = came_to_unit(tx, codes.codes, case)
    if tx.actor.may(Right.SESSION_READ):
        reason = "" if case.disposition else say("documents.outcome_first")
        yield PaperOffer(closure, title_of(closure), None, "", reason=reason, is_numbered=False)
        yield from of_each(form, [side for side in sides if side.party.id in came])
    if tx.actor.may(Right.CONFIDENTIAL_CONTACT):
        yield from of_each(PaperKind.ADDRESS_SHEET, sides)
    yield PaperOffer(label, title_of(label), None, "", is_numbered=False)
    yield from answers_to_inquiries(tx, codes, case)


def _to_authorities(tx: Tx, codes: CodeReader, case: CaseFile) -> Iterator[PaperOffer]:
    """A report to each judicial authority that referred the file; more time from whoever still waits (P-33)."""
    rows = list(tx.session.scalars(_REFERRALS, {"of_case": case.id}))
    report, extension = PaperKind.SOCIAL_WORK_REPORT, PaperKind.DEADLINE_EXTENSION
    asking = [row for row in rows if codes.does("referral_source", row.source, "needs_deadline")]
    for kind in (report, extension):
        if not asking:
            yield PaperOffer(kind, title_of(kind), None, "", reason=say("documents.referral_first"))
    for row in asking:
        line = f"{row.body or codes.label('referral_source', row.source)} {row.branch}".strip()
        is_judicial = codes.does("referral_source", row.source, "origin") == "judicial"
        if is_judicial and tx.actor.may(Right.SESSION_READ):
            yield PaperOffer(report, title_of(report), None, "", line=line, referral_id=row.id)
        waits = row.is_reply_owed and row.replied_at is None
        reason = "" if waits else say("documents.answered_already")
        yield PaperOffer(extension, title_of(extension), None, "", line=line, reason=reason, referral_id=row.id)


_REFERRALS = (
    select(ReferralIn)
    .where(ReferralIn.case_id == bindparam("of_case"))
    .order_by(ReferralIn.received_at, ReferralIn.id)
)


def _invitations(tx: Tx, case: CaseFile, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    kind, by_party = PaperKind.INVITATION_LETTER, _appointments(tx, case.id)
    for side in sides:
        stop = invitation_stop(tx, case, side.party, side.person)
        ahead = [one for one in by_party.get(side.party.id, []) if is_ahead(tx, one)]
        if stop or not ahead:
            reason = say(stop or "documents.appointment_first")
            yield PaperOffer(kind, title_of(kind), side.person.id, side.name, reason=reason)
            continue
        for one in ahead:
            line = moment(one.day, one.start)
            yield PaperOffer(kind, title_of(kind), side.person.id, side.name, appointment_id=one.id, line=line)


def _certificates(tx: Tx, codes: CodeReader, case: CaseFile, sides: list[OfferedSide]) -> Iterator[PaperOffer]:
    kind = PaperKind.ATTENDANCE_CERTIFICATE
    if not tx.actor.may(Right.SESSION_READ):
        return
    by_party = _attended(tx, codes, case.id)
    for side in sides:
        held = by_party.get(side.party.id, [])
        if not held:
            reason = say("documents.attendance_first")
            yield PaperOffer(kind, title_of(kind), side.person.id, side.name, reason=reason)
        for one in held:
            line = moment(one.day, one.start)
            yield PaperOffer(kind, title_of(kind), side.person.id, side.name, session_id=one.id, line=line)


def _appointments(tx: Tx, case_id: UUID) -> dict[UUID, list[Appointment]]:
    rows = tx.session.execute(
        select(AppointmentParty.party_id, Appointment)
        .join(Appointment, Appointment.id == AppointmentParty.appointment_id)
        .where(Appointment.case_id == case_id)
        .order_by(Appointment.day, Appointment.start)
    )
    found: dict[UUID, list[Appointment]] = {}
    for party_id, appointment in rows:
        found.setdefault(party_id, []).append(appointment)
    return found


def _attended(tx: Tx, codes: CodeReader, case_id: UUID) -> dict[UUID, list[Session]]:
    rows = tx.session.execute(
        select(Attendance.party_id, Attendance.mark, Session)
        .join(Session, Session.id == Attendance.session_id)
        .where(Session.case_id == case_id)
        .order_by(Session.day.desc(), Session.start.desc())
    )
    found: dict[UUID, list[Session]] = {}
    for party_id, mark, session in rows:
        if codes.does("attendance", mark.value, "is_present"):
            found.setdefault(party_id, []).append(session)
    return found


_Key = tuple[str, UUID | None, UUID | None, UUID | None, UUID | None]


def _issued(tx: Tx, case_id: UUID) -> dict[_Key, UUID]:
    rows = tx.session.execute(
        select(
            Document.id,
            Document.kind,
            Document.person_id,
            Document.appointment_id,
            Document.session_id,
            Document.agreement_id,
        )
        .where(Document.case_id == case_id, Document.state == DocumentState.ISSUED)
        .order_by(Document.issued_at)
    )
    return {(row.kind, row.person_id, row.appointment_id, row.session_id, row.agreement_id): row.id for row in rows}


def _with_issued(offer: PaperOffer, issued: dict[_Key, UUID]) -> PaperOffer:
    key = (offer.kind.value, offer.person_id, offer.appointment_id, offer.session_id, offer.agreement_id)
    if key not in issued:
        return offer
    is_whole = offer.agreement_id is not None and not offer.reason
    return replace(offer, issued_id=issued[key], reason=say("documents.issued_already") if is_whole else offer.reason)
