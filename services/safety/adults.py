"""Who of a case must be screened, how deeply, and what the rows of safety say about them now."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased

from models.case import CaseFile, CaseParty
from models.enums import ScreenState
from models.person import Person
from models.safety import Consent, RiskFlag, SafetyScreen
from services.codes import Codes
from services.persian.jalali import age_on
from services.unit_of_work import Tx

ADULT = 18


@dataclass(frozen=True, slots=True)
class Adult:
    """An adult party whose own screen and consent the gate asks for. An unknown age counts as adult."""

    party: CaseParty
    person: Person
    is_intimate: bool
    is_partner: bool


def adults_of(tx: Tx, codes: Codes, case: CaseFile) -> tuple[Adult, ...]:
    """The adults in roles that need a screen, in the order of the file."""
    rows = tx.session.execute(
        select(CaseParty, Person)
        .join(Person, Person.id == CaseParty.person_id)
        .where(CaseParty.case_id == case.id, CaseParty.is_removed.is_(False))
        .order_by(CaseParty.position, CaseParty.id)
    ).all()
    adults = []
    for party, person in rows:
        role = codes.get(tx.actor, "party_role", party.role)
        if role.does("needs_screen") and not person.is_deceased and not is_child(tx, person):
            intimate, partner = _closeness(tx, codes, party)
            is_intimate = intimate or bool(role.does("intimate"))
            adults.append(Adult(party, person, is_intimate, partner or bool(role.does("partner"))))
    return tuple(adults)


def is_child(tx: Tx, person: Person) -> bool:
    """Under 18 full solar years today; without a birth date nobody is called a child."""
    return person.birth_on is not None and age_on(person.birth_on, tx.today) < ADULT


def _closeness(tx: Tx, codes: Codes, party: CaseParty) -> tuple[bool, bool]:
    # an unnamed relation is treated as intimate: the longer form hurts nobody (P-20)
    if not party.relation:
        return True, False
    relation = codes.get(tx.actor, "relation", party.relation)
    return bool(relation.does("intimate")), bool(relation.does("partner"))


def latest_consents(tx: Tx, case_id: UUID) -> dict[tuple[UUID, str], Consent]:
    """The decision that holds for each person and kind: the latest one."""
    rows = tx.session.scalars(select(Consent).where(Consent.case_id == case_id).order_by(Consent.decided_at))
    return {(row.person_id, row.kind): row for row in rows}


def latest_screens(tx: Tx, case_id: UUID) -> dict[UUID, SafetyScreen]:
    """Each person's latest complete screen in the case."""
    rows = tx.session.scalars(
        select(SafetyScreen)
        .where(SafetyScreen.case_id == case_id, SafetyScreen.state == ScreenState.COMPLETE)
        .order_by(SafetyScreen.screened_at)
    )
    return {row.person_id: row for row in rows}


def open_flags(tx: Tx, case_ids: Iterable[UUID]) -> dict[UUID, list[RiskFlag]]:
    """The open flags of each case, oldest first."""
    found: dict[UUID, list[RiskFlag]] = {}
    query = (
        select(RiskFlag)
        .where(RiskFlag.case_id.in_(tuple(case_ids)), RiskFlag.closed_at.is_(None))
        .order_by(RiskFlag.raised_at)
    )
    for flag in tx.session.scalars(query):
        found.setdefault(flag.case_id, []).append(flag)
    return found


def other_side(tx: Tx, case_id: UUID, person_id: UUID) -> tuple[UUID, ...]:
    """The persons on the side opposite to `person_id` in the case."""
    mine, theirs = aliased(CaseParty), aliased(CaseParty)
    query = (
        select(theirs.person_id)
        .join(mine, mine.case_id == theirs.case_id)
        .where(
            mine.case_id == case_id,
            mine.person_id == person_id,
            theirs.side != mine.side,
            theirs.side != "none",
            theirs.is_removed.is_(False),
        )
    )
    return tuple(tx.session.scalars(query).unique())
