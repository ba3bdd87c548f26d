"""Attempts to reach the parties of a case, and what a caller must see first (P-1, P-9, P-18)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, or_, select

from models.case import CaseFile, CaseParty
from models.enums import ContactKind, DocumentState, Side
from models.letter import Document, Letter
from models.person import Contact, Person
from models.work import InvitationAttempt
from services.actor import Right
from services.cases.access import parties_of, party_of
from services.catalogue import say
from services.codes import Codes
from services.errors import InvalidError, refuse
from services.people.contacts import contact_rows
from services.people.naming import person_initials, screen_name
from services.people.shapes import ContactRow
from services.persian.text import display_form
from services.safety.adults import open_flags
from services.safety.gate import may_invite
from services.scheduling.rows import rows_of_case
from services.scheduling.shapes import AttemptDraft, AttemptRow, CallLine, CallSheet, InvitationPaper, Invitee
from services.scheduling.tried import tries_of
from services.settings.service import number_in
from services.typed import too_long
from services.unit_of_work import Tx

_TELEPHONES = (ContactKind.MOBILE, ContactKind.PHONE)
_PAPER = "invitation_letter"
_DONE: Any = bindparam("done", expanding=True)
_OUTSIDE = exists().where(
    InvitationAttempt.document_id == Document.id,
    or_(InvitationAttempt.result == "", InvitationAttempt.result.in_(_DONE)),
)
_PAPERS = (
    select(Document.id, Document.issued_at, Document.registry_no, Document.awaits_registry, Letter.number)
    .outerjoin(Letter, Letter.id == Document.letter_id)
    .where(
        Document.kind == _PAPER,
        Document.state == DocumentState.ISSUED,
        Document.case_id == bindparam("of_case"),
        Document.person_id == bindparam("of_person"),
        ~_OUTSIDE,
    )
    .order_by(Document.issued_at.desc(), Document.id.desc())
    .limit(10)
)
_IDS: Any = bindparam("ids", expanding=True)
_NUMBERS = (
    select(Document.id, Document.registry_no, Letter.number)
    .outerjoin(Letter, Letter.id == Document.letter_id)
    .where(Document.id.in_(_IDS))
)


_KINDS: Any = bindparam("kinds", expanding=True)
_NUMBERS_OF = select(Contact.value).where(
    Contact.person_id.in_(_IDS), Contact.kind.in_(_KINDS), Contact.is_current.is_(True)
)


def store_attempt(tx: Tx, codes: Codes, case: CaseFile, draft: AttemptDraft) -> InvitationAttempt:
    """Log one try; refused in neutral words while P-1 forbids the invitation."""
    party = party_of(tx, case, draft.party_id)
    if not may_invite(tx, case, party):
        raise InvalidError("scheduling.not_to_invite", "party_id")
    refuse(_errors(tx, codes, case, draft))
    row = InvitationAttempt(
        case_id=case.id,
        party_id=party.id,
        appointment_id=draft.appointment_id,
        at=draft.at or tx.now,
        channel=draft.channel,
        delivered_by=display_form(draft.delivered_by),
        received_by=display_form(draft.received_by),
        result=draft.result,
        document_id=draft.document_id,
        staff_id=tx.actor.staff_id,
    )
    tx.add(row)
    tx.session.flush()
    return row


def _errors(tx: Tx, codes: Codes, case: CaseFile, draft: AttemptDraft) -> list[InvalidError]:
    lists, errors = codes.of(tx.actor), []
    if not lists.knows("invitation_channel", draft.channel):
        errors.append(InvalidError("errors.required", "channel"))
    elif lists.does("invitation_channel", draft.channel, "needs_deliverer") and not display_form(draft.delivered_by):
        errors.append(InvalidError("scheduling.deliverer", "delivered_by"))
    errors.extend(too_long([("delivered_by", draft.delivered_by)]))
    errors.extend(result_errors(tx, codes, draft.result, draft.received_by))
    if draft.at is not None and draft.at > tx.now:
        errors.append(InvalidError("scheduling.attempt_in_future", "at"))
    if draft.appointment_id is not None:
        meetings = {row.id: row for row in rows_of_case(tx, codes, case.id)}
        if draft.party_id not in getattr(meetings.get(draft.appointment_id), "party_ids", ()):
            errors.append(InvalidError("scheduling.other_meeting", "appointment_id"))
    if draft.document_id is not None:
        person_id = party_of(tx, case, draft.party_id).person_id
        if draft.document_id not in {one.id for one in papers_to_carry(tx, codes, case.id, person_id)}:
            errors.append(InvalidError("scheduling.other_paper", "document_id"))
    return errors


def papers_to_carry(tx: Tx, codes: Codes, case_id: UUID, person_id: UUID) -> tuple[InvitationPaper, ...]:
    """The invitations on paper that came back undelivered and can be carried once more, latest first.

    Issuing a paper is its first try; while that is open, or once somebody took it, it is not carried again.
    """
    results = codes.all(tx.actor, "invitation_result", with_inactive=True)
    done = [one.code for one in results if one.does("reached") or one.does("needs_receiver")]
    rows = tx.rows(_PAPERS, {"of_case": case_id, "of_person": person_id, "done": done})
    return tuple(
        InvitationPaper(row.id, "" if row.awaits_registry else row.registry_no or row.number or "", row.issued_at)
        for row in rows
    )


def result_errors(tx: Tx, codes: Codes, result: str, received_by: str) -> list[InvalidError]:
    """What stands against a result; none at all is fine until it is known."""
    lists = codes.of(tx.actor)
    if result and not lists.knows("invitation_result", result):
        return [InvalidError("errors.required", "result")]
    if lists.does("invitation_result", result, "needs_receiver") and not display_form(received_by):
        return [InvalidError("scheduling.receiver", "received_by")]
    return too_long([("received_by", received_by)])


def slip_errors(tx: Tx, row: InvitationAttempt, told_at: datetime | None) -> list[InvalidError]:
    """What stands against the moment of delivery that a slip tells."""
    if told_at is None:
        return []
    if told_at > tx.now:
        return [InvalidError("scheduling.attempt_in_future", "told_at")]
    return [InvalidError("scheduling.before_attempt", "told_at")] if told_at < row.at else []


def attempts_of_case(tx: Tx, codes: Codes, case_id: UUID) -> tuple[AttemptRow, ...]:
    """The tries of a case, latest first."""
    rows = tx.session.execute(
        select(InvitationAttempt, Person)
        .join(CaseParty, CaseParty.id == InvitationAttempt.party_id)
        .join(Person, Person.id == CaseParty.person_id)
        .where(InvitationAttempt.case_id == case_id)
        .order_by(InvitationAttempt.at.desc(), InvitationAttempt.id.desc())
    )
    return attempt_rows(tx, codes, [(attempt, person) for attempt, person in rows])


def attempt_rows(tx: Tx, codes: Codes, found: Sequence[tuple[InvitationAttempt, Person]]) -> tuple[AttemptRow, ...]:
    """These tries as rows, in their order."""
    ids = [attempt.document_id for attempt, _ in found if attempt.document_id is not None]
    papers = tx.rows(_NUMBERS, {"ids": ids}) if ids else ()
    numbers = {row.id: row.registry_no or row.number or "" for row in papers}
    return tuple(_row(tx, codes, attempt, person, numbers) for attempt, person in found)


def _row(tx: Tx, codes: Codes, attempt: InvitationAttempt, person: Person, numbers: dict[UUID, str]) -> AttemptRow:
    lists = codes.of(tx.actor)
    return AttemptRow(
        attempt.id,
        attempt.party_id,
        name_of(tx, person),
        attempt.at,
        lists.label("invitation_channel", attempt.channel),
        lists.label("invitation_result", attempt.result),
        attempt.delivered_by,
        attempt.version,
        attempt.result,
        attempt.received_by,
        bool(lists.does("invitation_result", attempt.result, "counts_as_attempt")),
        bool(lists.does("invitation_result", attempt.result, "reached")),
        attempt.document_id,
        numbers.get(attempt.document_id, "") if attempt.document_id is not None else "",
        attempt.result_at,
    )


def invitees(tx: Tx, codes: Codes, case: CaseFile) -> tuple[Invitee, ...]:
    """Every party of the matter with the state of the invitation, in the order of the file."""
    attempts, tries = attempts_of_case(tx, codes, case.id), tries_of(tx, codes, case.id)
    meetings = [
        row for row in rows_of_case(tx, codes, case.id) if row.is_scheduled and (row.day, row.start) >= (tx.today, 0)
    ]
    found = []
    for party in parties_of(tx, case.id):
        person = tx.get(Person, party.person_id)
        if person.is_deceased or not codes.of(tx.actor).does("party_role", party.role, "is_party"):
            continue
        own = tuple(row for row in attempts if row.party_id == party.id)
        found.append(
            Invitee(
                party.id,
                person.id,
                name_of(tx, person),
                codes.of(tx.actor).label("party_role", party.role),
                "" if may_invite(tx, case, party) else say("scheduling.not_to_invite"),
                tries.get(party.id, 0),
                number_in(tx, "invitation_attempts"),
                own,
                next((row for row in meetings if party.id in row.party_ids), None),
            )
        )
    return tuple(found)


def call_sheet(tx: Tx, codes: Codes, case: CaseFile, party: CaseParty) -> CallSheet:
    """The telephones of one party as they hold in this file, the safest first.

    A number that somebody of the other side has too is not called before it was said to be safe: who answers it?
    """
    person = tx.get(Person, party.person_id)
    lists = codes.of(tx.actor)
    rows = [row for row in contact_rows(tx, lists, person.id, case.id) if row.kind in _TELEPHONES]
    facing = numbers_facing(tx, case.id, party)

    def line(row: ContactRow) -> CallLine:
        is_shared = row.is_safe is None and row.value in facing
        is_unsafe = row.is_safe is False or bool(lists.does("contact_owner", row.owner, "is_unsafe")) or is_shared
        is_open = not row.do_not_call and not row.is_masked and not is_unsafe
        return CallLine(
            row.value if is_open else "",
            say("scheduling.shared_line") if is_shared else row.owner_label,
            row.given_by_name,
            row.safe_hours,
            row.code_word if is_open else "",
            row.is_safe,
            is_open,
        )

    lines = sorted((line(row) for row in rows), key=lambda one: (not one.is_open, one.is_safe is not True))
    papers = papers_to_carry(tx, codes, case.id, person.id)
    return CallSheet(party.id, name_of(tx, person), tuple(lines), bool(open_flags(tx, [case.id])), papers)


def numbers_facing(tx: Tx, case_id: UUID, party: CaseParty) -> frozenset[str]:
    """Every telephone of those who stand against this party in the file, whoever told it."""
    against = {one.person_id for one in parties_of(tx, case_id) if one.side not in (party.side, Side.NONE)} - {
        party.person_id
    }
    if party.side is Side.NONE or not against:
        return frozenset()
    return frozenset(tx.session.scalars(_NUMBERS_OF, {"ids": list(against), "kinds": list(_TELEPHONES)}))


def name_of(tx: Tx, person: Person) -> str:
    """As lists call a person: initials for a minor, and for who may not know names."""
    return screen_name(person, tx.today) if tx.actor.may(Right.IDENTITIES) else person_initials(person)
