"""Which papers a run of many can hold, inside an open transaction: a few queries, however many papers."""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, DocumentState, PrintKind
from models.letter import Document, Letter, PrintLog
from models.person import Person
from models.work import Appointment, AppointmentParty
from services.actor import Actor, Right
from services.catalogue import say
from services.codes import CodeReader
from services.documents.gathering.gathered import asked
from services.documents.gathering.invitation import channel_field
from services.documents.gathering.signing import signing
from services.documents.gathering.subject import invitation_stop, is_ahead
from services.documents.held_back import is_held_back
from services.documents.offered import title_of
from services.documents.printing import due_originals
from services.documents.run_shapes import RunOffer, RunRow, RunStep
from services.documents.shapes import MissingField, PaperKind, PaperRequest
from services.people.naming import person_initials, screen_name
from services.persian.jalali import format_time
from services.safety.adults import open_flags
from services.safety.gate import may_invite
from services.unit_of_work import Tx
from services.visibility import visible_to

_MOST = 2_000
_AT_ONCE = 500
_Runs = list[tuple[PrintKind, list[int]]]
_Issued = dict[tuple[UUID, UUID], tuple[UUID, bool]]
"""By appointment and person: the invitation, and whether its original is due."""


def invitations_of(tx: Tx, codes: CodeReader, day: date) -> RunOffer:
    """The invitations to the appointments of a day, those that can't be made with the neutral reason alone."""
    found = [row for row in tx.session.execute(_invited(tx.actor), {"of_day": day}) if is_ahead(tx, row.Appointment)]
    found = [row for row in found if codes.does("party_role", row.CaseParty.role, "is_party")]
    issued = _issued(tx, [row.Appointment.id for row in found])
    flagged = open_flags(tx, list({row.CaseFile.id for row in found}))
    rows = [_invitation(tx, row, issued, bool(flagged.get(row.CaseFile.id))) for row in found]
    is_asked = any(row.is_ready and row.step is RunStep.ISSUE for row in rows)
    return RunOffer(tuple(rows), _asked(tx, codes, rows) if is_asked else ())


def unprinted_of(tx: Tx, days: int) -> RunOffer:
    """The issued papers of the last days of which an original is due, in the order of their issue."""
    since = tx.now - timedelta(days=days)
    found = tx.session.execute(_recent(tx.actor), {"since": since}).all()
    logs = _logs(tx, [row.id for row in found])
    rows = [_printable(tx, row) for row in found if due_originals(row.originals, logs.get(row.id, []))]
    return RunOffer(tuple(rows))


_STANDING = (
    select(Document.id)
    .where(
        Document.appointment_id == bindparam("of_appointment"),
        Document.person_id == bindparam("of_person"),
        Document.kind == bindparam("of_kind"),
        Document.state == DocumentState.ISSUED,
    )
    .limit(1)
)


def standing_invitation(tx: Tx, request: PaperRequest) -> UUID | None:
    """The invitation that somebody has issued already for this person and appointment."""
    wanted = {"of_appointment": request.appointment_id, "of_person": request.person_id, "of_kind": request.kind.value}
    return tx.session.scalars(_STANDING, wanted).first()


@lru_cache
def _invited(actor: Actor) -> Select[Appointment, CaseParty, Person, CaseFile]:
    return (
        select(Appointment, CaseParty, Person, CaseFile)
        .join(AppointmentParty, AppointmentParty.appointment_id == Appointment.id)
        .join(CaseParty, CaseParty.id == AppointmentParty.party_id)
        .join(Person, Person.id == CaseParty.person_id)
        .join(CaseFile, CaseFile.id == Appointment.case_id)
        .where(
            Appointment.unit_id == actor.unit_id,
            Appointment.day == bindparam("of_day"),
            Appointment.status == AppointmentStatus.SCHEDULED,
            CaseParty.is_removed.is_(False),
            Person.is_deceased.is_(False),
            visible_to(actor),
        )
        .order_by(Appointment.start, Appointment.id, CaseParty.position, CaseParty.id)
    )


def _invitation(tx: Tx, row: Any, issued: _Issued, is_flagged: bool) -> RunRow:
    kind, person, appointment = PaperKind.INVITATION_LETTER, row.Person, row.Appointment
    line = say("documents.at_hour", hour=format_time(time(*divmod(appointment.start, 60))))
    name = screen_name(person, tx.today) if tx.actor.may(Right.IDENTITIES) else person_initials(person)
    held = issued.get((appointment.id, person.id))
    if held is not None:
        step = RunStep.ORIGINAL if held[1] else RunStep.COPY
        stop = "" if may_invite(tx, row.CaseFile, row.CaseParty) else say("documents.not_out_now")
        return RunRow(title_of(kind), name, row.CaseFile.case_no, line, step, document_id=held[0], reason=stop)
    request = PaperRequest(row.CaseFile.id, kind, person.id, appointment.id)
    stop = invitation_stop(tx, row.CaseFile, row.CaseParty, person)
    if not stop and (is_flagged or not (person.given_name or person.family_name)):
        # somebody has to decide or to type something; the words do not say which
        stop = "documents.one_by_one"
    return RunRow(
        title_of(kind), name, row.CaseFile.case_no, line, RunStep.ISSUE, request, reason=say(stop) if stop else ""
    )


def _issued(tx: Tx, appointments: Sequence[UUID]) -> _Issued:
    """The latest that stand."""
    found: dict[tuple[UUID, UUID], tuple[UUID, int]] = {}
    for part in _parts(appointments):
        for row in tx.rows(_INVITATIONS, {"ids": part}):
            found[row.appointment_id, row.person_id] = (row.id, row.originals)
    logs = _logs(tx, [document_id for document_id, _ in found.values()])
    return {
        key: (document_id, bool(due_originals(originals, logs.get(document_id, []))))
        for key, (document_id, originals) in found.items()
    }


def _asked(tx: Tx, codes: CodeReader, rows: Iterable[RunRow]) -> tuple[MissingField, ...]:
    """What every one of these invitations asks, asked once."""
    request = next(row.request for row in rows if row.request is not None)
    return (channel_field(codes, is_flagged=False), asked("delivered_by"), *signing(tx, codes, request)[1])


@lru_cache
def _recent(actor: Actor) -> Select[UUID, str, str, int, str, UUID | None, str, str, Person]:
    return (
        select(
            Document.id,
            Document.kind,
            Document.title,
            Document.originals,
            Document.registry_no,
            Document.appointment_id,
            CaseFile.case_no,
            Letter.number.label("letter_no"),
            Person,
        )
        .join(CaseFile, CaseFile.id == Document.case_id)
        .outerjoin(Letter, Letter.id == Document.letter_id)
        .outerjoin(Person, Person.id == Document.person_id)
        .where(
            Document.unit_id == actor.unit_id,
            Document.state == DocumentState.ISSUED,
            Document.issued_at >= bindparam("since"),
            visible_to(actor),
        )
        .order_by(Document.issued_at, Document.id)
        .limit(_MOST)
    )


def _printable(tx: Tx, row: Any) -> RunRow:
    name = ""
    if row.Person is not None:
        may = tx.actor.may(Right.IDENTITIES)
        name = screen_name(row.Person, tx.today) if may else person_initials(row.Person)
    number = row.registry_no or row.letter_no or ""
    person_id = row.Person.id if row.Person is not None else None
    is_held = is_held_back(tx, row.kind, person_id, row.appointment_id)
    stop = say("documents.not_out_now") if is_held else ""
    return RunRow(row.title, name, row.case_no, "", RunStep.ORIGINAL, document_id=row.id, number=number, reason=stop)


def _logs(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, _Runs]:
    """The runs of these papers, earliest first."""
    found: dict[UUID, _Runs] = {}
    for part in _parts(ids):
        for row in tx.rows(_PRINTS, {"ids": part}):
            found.setdefault(row.document_id, []).append((row.kind, row.numbers))
    return found


def _parts(ids: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


_IDS: Any = bindparam("ids", expanding=True)
_PRINTS = (
    select(PrintLog.document_id, PrintLog.kind, PrintLog.numbers)
    .where(PrintLog.document_id.in_(_IDS))
    .order_by(PrintLog.at, PrintLog.id)
)
_INVITATIONS = (
    select(Document.id, Document.appointment_id, Document.person_id, Document.originals)
    .where(
        Document.appointment_id.in_(_IDS),
        Document.kind == PaperKind.INVITATION_LETTER.value,
        Document.state == DocumentState.ISSUED,
    )
    .order_by(Document.issued_at)
)
