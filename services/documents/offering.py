"""Which papers of a case can be made now, for whom, and about which appointment or session."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import DocumentState
from models.letter import Document
from models.person import Person
from models.work import Appointment, AppointmentParty, Attendance, Session
from services.actor import Right
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.subject import invitation_stop, is_ahead
from services.documents.shapes import PaperKind, PaperOffer
from services.people.naming import screen_name
from services.persian.digits import to_persian
from services.persian.jalali import format_long
from services.unit_of_work import Tx


@dataclass(frozen=True, slots=True)
class _Side:
    party: CaseParty
    person: Person
    name: str


def offers(tx: Tx, codes: CodeReader, case: CaseFile) -> tuple[PaperOffer, ...]:
    """By kind, in the order of the file; what can't be made now says so in the same words whoever it is about."""
    sides = _sides(tx, codes, case)
    issued = _issued(tx, case.id)
    found = [*_consents(sides), *_invitations(tx, case, sides), *_certificates(tx, codes, case, sides)]
    found.append(PaperOffer(PaperKind.SAFETY_CARD, title_of(PaperKind.SAFETY_CARD), None, ""))
    return tuple(_with_issued(offer, issued) for offer in found)


def title_of(kind: PaperKind) -> str:
    """The kind of paper in words."""
    return say(f"documents.kind.{kind.value}")


def _sides(tx: Tx, codes: CodeReader, case: CaseFile) -> list[_Side]:
    rows = tx.session.execute(
        select(CaseParty, Person)
        .join(Person, Person.id == CaseParty.person_id)
        .where(CaseParty.case_id == case.id, CaseParty.is_removed.is_(False), Person.is_deceased.is_(False))
        .order_by(CaseParty.position, CaseParty.id)
    )
    seen: dict[UUID, _Side] = {}
    for party, person in rows:
        if codes.does("party_role", party.role, "is_party"):
            seen.setdefault(person.id, _Side(party, person, screen_name(person, tx.today)))
    return list(seen.values())


def _consents(sides: list[_Side]) -> Iterator[PaperOffer]:
    for side in sides:
        yield PaperOffer(PaperKind.INFORMED_CONSENT, title_of(PaperKind.INFORMED_CONSENT), side.person.id, side.name)


def _invitations(tx: Tx, case: CaseFile, sides: list[_Side]) -> Iterator[PaperOffer]:
    kind, by_party = PaperKind.INVITATION_LETTER, _appointments(tx, case.id)
    for side in sides:
        stop = invitation_stop(tx, case, side.party, side.person)
        ahead = [one for one in by_party.get(side.party.id, []) if is_ahead(tx, one)]
        if stop or not ahead:
            reason = say(stop or "documents.appointment_first")
            yield PaperOffer(kind, title_of(kind), side.person.id, side.name, reason=reason)
            continue
        for one in ahead:
            line = _moment(one.day, one.start)
            yield PaperOffer(kind, title_of(kind), side.person.id, side.name, appointment_id=one.id, line=line)


def _certificates(tx: Tx, codes: CodeReader, case: CaseFile, sides: list[_Side]) -> Iterator[PaperOffer]:
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
            line = _moment(one.day, one.start)
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


_Key = tuple[str, UUID | None, UUID | None, UUID | None]


def _issued(tx: Tx, case_id: UUID) -> dict[_Key, UUID]:
    rows = tx.session.execute(
        select(Document.id, Document.kind, Document.person_id, Document.appointment_id, Document.session_id)
        .where(Document.case_id == case_id, Document.state == DocumentState.ISSUED)
        .order_by(Document.issued_at)
    )
    return {(row.kind, row.person_id, row.appointment_id, row.session_id): row.id for row in rows}


def _with_issued(offer: PaperOffer, issued: dict[_Key, UUID]) -> PaperOffer:
    key = (offer.kind.value, offer.person_id, offer.appointment_id, offer.session_id)
    return replace(offer, issued_id=issued[key]) if key in issued else offer


def _moment(day: date, start: int) -> str:
    hour, minute = divmod(start, 60)
    return say("documents.moment", day=format_long(day), hour=to_persian(f"{hour}:{minute:02}"))
