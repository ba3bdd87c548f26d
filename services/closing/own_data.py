"""The files, consents and papers of a client who asks for the own data (domain.md §5.1).

Nothing about or from the other side, no refused consent (P-5), and no file of which the person may not know, because
the other side came alone (P-1). Particulars and contacts are gathered with the paper.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import ConsentDecision, DocumentState
from models.letter import Document, Letter
from models.person import Person
from models.safety import Consent
from services.clock import local
from services.codes import CodeReader, Codes
from services.follow_up.who import came_to_unit
from services.unit_of_work import Tx
from services.visibility import visible_to

_NEVER_NAMED = ("safety_card",)
"""Papers that nobody may learn of from another paper (P-2)."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file in which the person took part."""

    case_no: str
    opened_on: date
    role_label: str
    status_label: str
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class OwnConsent:
    label: str
    given_on: date


@dataclass(frozen=True, slots=True)
class OwnPaper:
    title: str
    number: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class OwnData:
    """What the files hold of a person, labels in the unit's own words."""

    files: tuple[OwnFile, ...]
    consents: tuple[OwnConsent, ...]
    papers: tuple[OwnPaper, ...]


def own_data(tx: Tx, codes: Codes, person: Person) -> OwnData:
    """Gather it from the files that the actor may see, for a person whom the actor was already found to know."""
    lists = codes.of(tx.actor)
    shared = _shared_files(tx, codes, person)
    ids = [case.id for case, _ in shared]
    return OwnData(
        tuple(_file(lists, case, party) for case, party in shared),
        _consents(tx, lists, person, ids),
        _papers(tx, person, ids),
    )


def _shared_files(tx: Tx, codes: Codes, person: Person) -> list[tuple[CaseFile, CaseParty]]:
    rows = tx.session.execute(
        select(CaseFile, CaseParty)
        .join(CaseParty, CaseParty.case_id == CaseFile.id)
        .where(CaseParty.person_id == person.id, CaseParty.is_removed.is_(False), visible_to(tx.actor))
        .order_by(CaseFile.opened_on, CaseFile.id, CaseParty.position)
    ).all()
    seen: dict[UUID, tuple[CaseFile, CaseParty]] = {}
    for case, party in rows:
        if case.id not in seen and party.id in came_to_unit(tx, codes, case):
            seen[case.id] = (case, party)
    return list(seen.values())


def _file(lists: CodeReader, case: CaseFile, party: CaseParty) -> OwnFile:
    return OwnFile(
        case.case_no,
        case.opened_on,
        lists.label("party_role", party.role),
        lists.label("case_status", case.status),
        case.closed_on,
    )


def _consents(tx: Tx, lists: CodeReader, person: Person, case_ids: list[UUID]) -> tuple[OwnConsent, ...]:
    """What the person agrees to now; a refusal stands on no paper (P-5)."""
    rows = tx.session.scalars(
        select(Consent)
        .where(Consent.person_id == person.id, Consent.case_id.in_(case_ids))
        .order_by(Consent.decided_at, Consent.recorded_at, Consent.id)
    )
    latest = {(row.case_id, row.kind, row.body): row for row in rows}
    return tuple(
        OwnConsent(lists.label("consent_kind", row.kind), local(row.decided_at).date())
        for row in latest.values()
        if row.decision is ConsentDecision.GIVEN
    )


def _papers(tx: Tx, person: Person, case_ids: list[UUID]) -> tuple[OwnPaper, ...]:
    rows = tx.session.execute(
        select(Document.title, Document.issued_at, Letter.number)
        .outerjoin(Letter, Letter.id == Document.letter_id)
        .where(
            Document.person_id == person.id,
            Document.case_id.in_(case_ids),
            Document.state == DocumentState.ISSUED,
            Document.kind.not_in(_NEVER_NAMED),
        )
        .order_by(Document.issued_at, Document.id)
    )
    return tuple(OwnPaper(title, number or "", local(at).date()) for title, at, number in rows)
