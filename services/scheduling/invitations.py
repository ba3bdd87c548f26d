"""Attempts to reach the parties of a case, and what a caller must see first (P-1, P-9, P-18)."""

from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import ContactKind
from models.person import Person
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
from services.scheduling.shapes import AttemptDraft, AttemptRow, CallLine, CallSheet, Invitee
from services.settings.service import number_in
from services.typed import too_long
from services.unit_of_work import Tx

_TELEPHONES = (ContactKind.MOBILE, ContactKind.PHONE)


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
    return errors


def result_errors(tx: Tx, codes: Codes, result: str, received_by: str) -> list[InvalidError]:
    """What stands against a result; none at all is fine until it is known."""
    lists = codes.of(tx.actor)
    if result and not lists.knows("invitation_result", result):
        return [InvalidError("errors.required", "result")]
    if lists.does("invitation_result", result, "needs_receiver") and not display_form(received_by):
        return [InvalidError("scheduling.receiver", "received_by")]
    return too_long([("received_by", received_by)])


def attempts_of_case(tx: Tx, codes: Codes, case_id: UUID) -> tuple[AttemptRow, ...]:
    """The tries of a case, latest first."""
    rows = tx.session.execute(
        select(InvitationAttempt, Person)
        .join(CaseParty, CaseParty.id == InvitationAttempt.party_id)
        .join(Person, Person.id == CaseParty.person_id)
        .where(InvitationAttempt.case_id == case_id)
        .order_by(InvitationAttempt.at.desc(), InvitationAttempt.id.desc())
    )
    return tuple(_row(tx, codes, attempt, person) for attempt, person in rows)


def _row(tx: Tx, codes: Codes, attempt: InvitationAttempt, person: Person) -> AttemptRow:
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
    )


def invitees(tx: Tx, codes: Codes, case: CaseFile) -> tuple[Invitee, ...]:
    """Every party of the matter with the state of the invitation, in the order of the file."""
    attempts = attempts_of_case(tx, codes, case.id)
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
                sum(row.counts for row in own),
                number_in(tx, "invitation_attempts"),
                own,
                next((row for row in meetings if party.id in row.party_ids), None),
            )
        )
    return tuple(found)


def call_sheet(tx: Tx, codes: Codes, case: CaseFile, party: CaseParty) -> CallSheet:
    """The telephones of one party as they hold in this file, the safest first."""
    person = tx.get(Person, party.person_id)
    lists = codes.of(tx.actor)
    rows = [row for row in contact_rows(tx, lists, person.id, case.id) if row.kind in _TELEPHONES]

    def line(row: ContactRow) -> CallLine:
        is_unsafe = row.is_safe is False or bool(lists.does("contact_owner", row.owner, "is_unsafe"))
        is_open = not row.do_not_call and not row.is_masked and not is_unsafe
        return CallLine(
            row.value if is_open else "",
            row.owner_label,
            row.given_by_name,
            row.safe_hours,
            row.code_word if is_open else "",
            row.is_safe,
            is_open,
        )

    lines = sorted((line(row) for row in rows), key=lambda one: (not one.is_open, one.is_safe is not True))
    return CallSheet(party.id, name_of(tx, person), tuple(lines), bool(open_flags(tx, [case.id])))


def name_of(tx: Tx, person: Person) -> str:
    """As lists call a person: initials for a minor, and for who may not know names."""
    return screen_name(person, tx.today) if tx.actor.may(Right.IDENTITIES) else person_initials(person)
