"""Who of a case must be screened, how deeply, and what the rows of safety say about them now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile, CaseParty
from models.enums import ConsentDecision, ScreenState, Side
from models.person import Person
from models.safety import Consent, DangerResponse, RiskFlag, SafetyScreen
from services.cases.access import people_of
from services.cases.holdings import holds
from services.codes import Code, Codes
from services.errors import NotFoundError
from services.people.naming import is_minor
from services.unit_of_work import Tx


@dataclass(frozen=True, slots=True)
class Adult:
    """A party whose own screen and consent the gate asks for.

    That is every adult side of the matter, and a married minor too: nobody else answers for her safety. An unknown
    age counts as adult.
    """

    party: CaseParty
    person: Person
    is_intimate: bool
    is_partner: bool


@dataclass(frozen=True, slots=True)
class Child:
    """A minor of the case who is not screened; a guardian or a judge consents (P-14)."""

    party: CaseParty
    person: Person


def adults_of(tx: Tx, codes: Codes, case: CaseFile) -> tuple[Adult, ...]:
    """Those who need an own screen, in the order of the file."""
    return tuple(adult for adult, _ in _sorted_out(tx, codes, case) if adult is not None)


def children_of(tx: Tx, codes: Codes, case: CaseFile) -> tuple[Child, ...]:
    """The minors who are a side of the matter or are protected in it, in the order of the file."""
    return tuple(child for _, child in _sorted_out(tx, codes, case) if child is not None)


def _sorted_out(tx: Tx, codes: Codes, case: CaseFile) -> list[tuple[Adult | None, Child | None]]:
    return tx.once(("adults", case.id), lambda: _sort_out(tx, codes, case))


def _sort_out(tx: Tx, codes: Codes, case: CaseFile) -> list[tuple[Adult | None, Child | None]]:
    found: list[tuple[Adult | None, Child | None]] = []
    for party, person in people_of(tx, case.id):
        role = codes.get(tx.actor, "party_role", party.role)
        if person.is_deceased or not (role.does("is_party") or role.does("needs_screen")):
            continue
        intimate, partner = _closeness(tx, codes, party, role)
        if _is_screened(tx, person, role, is_partner=partner):
            found.append((Adult(party, person, intimate, partner), None))
        else:
            found.append((None, Child(party, person)))
    return found


def _is_screened(tx: Tx, person: Person, role: Code, *, is_partner: bool) -> bool:
    if is_minor(person, tx.today):
        return is_partner
    # in the role of a child only a known age makes an adult: the role itself says what is not known otherwise
    return bool(role.does("needs_screen")) or person.birth_on is not None


def _closeness(tx: Tx, codes: Codes, party: CaseParty, role: Code) -> tuple[bool, bool]:
    """Whether the full form fits, and whether the questions for couples do (P-20)."""
    named = party.relation or str(role.does("relation") or "")
    if not named:
        # an unnamed relation is treated as intimate: the longer form hurts nobody
        return True, bool(role.does("partner"))
    relation = codes.get(tx.actor, "relation", named)
    intimate = bool(relation.does("intimate") or role.does("intimate"))
    return intimate, bool(relation.does("partner") or role.does("partner"))


def person_in(tx: Tx, case: CaseFile, person_id: UUID) -> Person:
    """A person who is a present party of the case, or `NotFoundError`."""
    row = tx.session.scalars(
        select(Person)
        .join(CaseParty, CaseParty.person_id == Person.id)
        .where(CaseParty.case_id == case.id, CaseParty.person_id == person_id, CaseParty.is_removed.is_(False))
        .limit(1)
    ).first()
    if row is None:
        raise NotFoundError("errors.not_found")
    return row


def latest_consents(tx: Tx, case_id: UUID) -> dict[tuple[UUID, str], Consent]:
    """The decision that holds for each person and kind: the latest one."""
    return tx.once(("latest_consents", case_id), lambda: _latest_consents(tx, case_id))


_CONSENTS = (
    select(Consent)
    .where(Consent.case_id == bindparam("of_case"))
    .order_by(Consent.decided_at, Consent.recorded_at, Consent.id)
)


def _latest_consents(tx: Tx, case_id: UUID) -> dict[tuple[UUID, str], Consent]:
    return {(row.person_id, row.kind): row for row in consents_of(tx, case_id)}


def consents_of(tx: Tx, case_id: UUID) -> tuple[Consent, ...]:
    """All decisions of a case, oldest first."""
    return tx.once(("consents_of", case_id), lambda: _consents(tx, case_id), (Consent,))


def _consents(tx: Tx, case_id: UUID) -> tuple[Consent, ...]:
    return tuple(tx.session.scalars(_CONSENTS, {"of_case": case_id})) if holds(tx, case_id, Consent) else ()


def consent_to(
    tx: Tx, codes: Codes, opens: str, person_id: UUID, consents: dict[tuple[UUID, str], Consent]
) -> Consent | None:
    """The latest decision of a person about what `opens` ("clinical", "joint", "phone" …), given or not."""
    kinds = {
        kind.code for kind in codes.all(tx.actor, "consent_kind", with_inactive=True) if kind.does("opens") == opens
    }
    rows = [row for (owner, kind), row in consents.items() if owner == person_id and kind in kinds]
    return max(rows, key=lambda row: (row.decided_at, row.recorded_at, row.id), default=None)


def clinical_consent(tx: Tx, codes: Codes, case_id: UUID, person_id: UUID) -> Consent | None:
    """The person's consent to counselling, if it holds now (R-22)."""
    consent = consent_to(tx, codes, "clinical", person_id, latest_consents(tx, case_id))
    return consent if consent is not None and consent.decision is ConsentDecision.GIVEN else None


def latest_screens(tx: Tx, case_id: UUID) -> dict[UUID, SafetyScreen]:
    """Each person's latest complete screen in the case."""
    return tx.once(("latest_screens", case_id), lambda: _latest_screens(tx, case_id))


_SCREENS = (
    select(SafetyScreen)
    .where(SafetyScreen.case_id == bindparam("of_case"), SafetyScreen.state == ScreenState.COMPLETE)
    .order_by(SafetyScreen.screened_at, SafetyScreen.id)
)


def _latest_screens(tx: Tx, case_id: UUID) -> dict[UUID, SafetyScreen]:
    rows = tx.session.scalars(_SCREENS, {"of_case": case_id}) if holds(tx, case_id, SafetyScreen) else ()
    return {row.person_id: row for row in rows}


def open_flags(tx: Tx, case_ids: Iterable[UUID]) -> dict[UUID, list[RiskFlag]]:
    """The open flags of each case, oldest first."""
    ids = tuple(case_ids)
    return tx.once(("open_flags", ids), lambda: _open_flags(tx, ids))


_IDS: Any = bindparam("ids", expanding=True)
_FLAGS = (
    select(RiskFlag)
    .where(RiskFlag.case_id.in_(_IDS), RiskFlag.closed_at.is_(None))
    .order_by(RiskFlag.raised_at, RiskFlag.id)
)


def _open_flags(tx: Tx, ids: tuple[UUID, ...]) -> dict[UUID, list[RiskFlag]]:
    found: dict[UUID, list[RiskFlag]] = {}
    if len(ids) == 1 and not holds(tx, ids[0], RiskFlag):
        return found
    for flag in tx.session.scalars(_FLAGS, {"ids": ids}):
        found.setdefault(flag.case_id, []).append(flag)
    return found


def open_danger_of(tx: Tx, case_id: UUID) -> dict[UUID, DangerResponse]:
    """The danger page that is not completed, by person."""
    return tx.once(("open_danger_of", case_id), lambda: _open_danger_of(tx, case_id))


_DANGER = (
    select(DangerResponse)
    .where(DangerResponse.case_id == bindparam("of_case"), DangerResponse.completed_at.is_(None))
    .order_by(DangerResponse.recorded_at)
)


def _open_danger_of(tx: Tx, case_id: UUID) -> dict[UUID, DangerResponse]:
    rows = tx.session.scalars(_DANGER, {"of_case": case_id}) if holds(tx, case_id, DangerResponse) else ()
    return {row.person_id: row for row in rows}


def spoken_of(tx: Tx, codes: Codes, case: CaseFile, person_id: UUID) -> UUID | None:
    """Whom a person's answers are about: the partner on the other side, or the only adult there.

    None where several stand there: a statement is put on nobody by chance.
    """
    adults = adults_of(tx, codes, case)
    sides = {adult.party.side for adult in adults if adult.person.id == person_id} - {Side.NONE}
    facing = [a for a in adults if a.party.side is not Side.NONE and a.party.side not in sides]
    if not sides:
        return None
    partners = [adult for adult in facing if adult.is_partner]
    ids = {adult.person.id for adult in (partners or facing)}
    return ids.pop() if len(ids) == 1 else None


def others_in_matter(tx: Tx, codes: Codes, case: CaseFile, person_id: UUID) -> tuple[Person, ...]:
    """Everybody of the matter who does not stand on this person's own side."""
    rows = tx.session.execute(
        select(CaseParty, Person)
        .join(Person, Person.id == CaseParty.person_id)
        .where(CaseParty.case_id == case.id, CaseParty.is_removed.is_(False))
    ).all()
    sides = {party.side for party, person in rows if person.id == person_id} - {Side.NONE}
    return tuple(
        person
        for party, person in rows
        if person.id != person_id
        and party.side not in sides
        and codes.get(tx.actor, "party_role", party.role).does("is_party")
    )
