"""Referrals to other bodies as rows, inside an open transaction."""

from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.enums import ConsentDecision
from models.person import Person
from models.referral_out import ReferralOut
from models.safety import Consent
from services.actor import Right
from services.cases.access import people_of
from services.cases.holdings import holds
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader, Codes
from services.people.naming import is_minor, person_initials, screen_name
from services.persian.jalali import format_date
from services.referrals_out.shapes import (
    ReferralGround,
    ReferralOutPerson,
    ReferralOutRow,
    ReferralOutSheet,
)
from services.staff.naming import staff_names
from services.unit_of_work import Tx

_OF_CASE = (
    select(ReferralOut, Person, Consent)
    .join(Person, Person.id == ReferralOut.person_id)
    .outerjoin(Consent, Consent.id == ReferralOut.consent_id)
    .where(ReferralOut.case_id == bindparam("of_case"))
    .order_by(ReferralOut.created_at.desc(), ReferralOut.id.desc())
)
_RELEASES = (
    select(Consent)
    .where(Consent.case_id == bindparam("of_case"), Consent.body != "")
    .order_by(Consent.decided_at, Consent.recorded_at, Consent.id)
)


def referrals_out_of(tx: Tx, codes: Codes, case_id: UUID) -> tuple[ReferralOutRow, ...]:
    """Where the people of a case were sent, latest first. It does not ask whether the actor may see the case."""
    if not holds(tx, case_id, ReferralOut):
        return ()
    rows = tx.session.execute(_OF_CASE, {"of_case": case_id})
    return tuple(row_of(tx, codes, referral, person, consent) for referral, person, consent in rows)


def row_of(tx: Tx, codes: Codes, row: ReferralOut, person: Person, consent: Consent | None) -> ReferralOutRow:
    """One referral as this actor may read it."""
    lists = codes.of(tx.actor)
    may_read = tx.actor.may(Right.SESSION_READ)
    is_open = bool(lists.does("referral_out_state", row.state, "is_open"))
    since = row.sent_on if is_open else None
    return ReferralOutRow(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        person_id=row.person_id,
        person_name=screen_name(person, tx.today) if tx.actor.may(Right.IDENTITIES) else person_initials(person),
        target=row.target,
        target_label=lists.label("referral_target", row.target),
        body=row.body,
        urgency_label=lists.label("urgency", row.urgency),
        ground=ReferralGround.CONSENT if consent is not None else ReferralGround.LEGAL_BASIS,
        ground_words=_ground_words(row, consent),
        reason=row.reason if may_read else "",
        asked=row.asked if may_read else "",
        state=row.state,
        state_label=lists.label("referral_out_state", row.state),
        state_reason=row.state_reason if may_read else "",
        is_open=is_open,
        sent_on=row.sent_on,
        received_on=row.received_on,
        answered_on=row.answered_on,
        answer_number=row.answer_number,
        answer=row.answer if may_read else "",
        closed_on=row.closed_on,
        days_open=(tx.today - since).days if since is not None else None,
        staff_name=staff_names(tx).get(row.staff_id, ""),
        next_states=tuple((code, lists.label("referral_out_state", code)) for code in next_states(tx, codes, row)),
        paper=str(lists.does("referral_target", row.target, "document") or ""),
        document_id=row.document_id,
    )


def next_states(tx: Tx, codes: Codes, row: ReferralOut) -> tuple[str, ...]:
    """Forward on the way, or any end; nothing from an end."""
    lists = codes.of(tx.actor)
    if not lists.does("referral_out_state", row.state, "is_open"):
        return ()
    here = int(lists.does("referral_out_state", row.state, "step") or 0)
    return tuple(
        code.code
        for code in codes.all(tx.actor, "referral_out_state")
        if not code.does("step") or int(code.does("step")) > here
    )


def standing_releases(tx: Tx, case_id: UUID) -> dict[tuple[UUID, str], Consent]:
    """The consent to give information that holds now, by person and body; refused and withdrawn ones are none."""
    latest = {(row.person_id, row.body): row for row in tx.session.scalars(_RELEASES, {"of_case": case_id})}
    return {key: row for key, row in latest.items() if row.decision is ConsentDecision.GIVEN}


def sheet_of(tx: Tx, codes: Codes, case: CaseFile) -> ReferralOutSheet:
    """What the form starts from."""
    standing = standing_releases(tx, case.id)
    people = tuple(
        ReferralOutPerson(
            person.id,
            screen_name(person, tx.today),
            is_minor(person, tx.today),
            person.can_read,
            tuple(body for owner, body in standing if owner == person.id),
        )
        for person in {person.id: person for _, person in people_of(tx, case.id)}.values()
    )
    return ReferralOutSheet(
        case.id, people, *(_offered(tx, codes, name) for name in ("referral_target", "urgency", "legal_basis"))
    )


def _offered(tx: Tx, codes: Codes, name: str) -> tuple[tuple[str, str], ...]:
    return tuple((code.code, code.label) for code in codes.all(tx.actor, name))


def _ground_words(row: ReferralOut, consent: Consent | None) -> str:
    if consent is None:
        return row.legal_basis
    return say("referrals_out.with_consent", on=format_date(local(consent.decided_at).date()))


def basis_words(lists: CodeReader, code: str, words: str) -> str:
    """The legal basis as it is kept and printed: its label, and number and date of an order."""
    return " ".join(part for part in (lists.label("legal_basis", code), words) if part)
