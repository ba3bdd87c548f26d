"""What a client who asks is given of the own data (domain.md §5.1): what the person told the unit, and no more.

Nothing about or from the other side, no note, mark or screen, no refused consent (P-5), no confidential address and
no code word (P-2, P-8); and no file of which the person may not know, because the other side came alone (P-1).
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import BirthPrecision, ConsentDecision, ContactKind, DocumentState, GivenBy
from models.letter import Document, Letter
from models.person import Contact, Person
from models.safety import Consent
from services.clock import local
from services.codes import CodeReader, Codes
from services.follow_up.who import came_to_unit
from services.people.naming import full_name
from services.unit_of_work import Tx
from services.visibility import visible_to

_NEVER_NAMED = ("safety_card",)
"""Papers that nobody may learn of from another paper (P-2)."""


@dataclass(frozen=True, slots=True)
class OwnContact:
    kind: ContactKind
    value: str
    postal_code: str
    given_on: date


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file in which the person took part. `ending` are the neutral words on papers, "" while it is open."""

    case_no: str
    opened_on: date
    role_label: str
    status_label: str
    ending: str
    ended_on: date | None
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
    """The gathered data, as a paper freezes them. Labels are the unit's own words; "" for what is not known."""

    person_id: UUID
    gathered_on: date
    name: str
    father_name: str
    id_kind_label: str
    national_code: str
    other_id_no: str
    birth_on: date | None
    birth_precision: BirthPrecision | None
    sex_label: str
    marital_status_label: str
    education_label: str
    occupation_label: str
    contacts: tuple[OwnContact, ...]
    files: tuple[OwnFile, ...]
    consents: tuple[OwnConsent, ...]
    papers: tuple[OwnPaper, ...]


def own_data(tx: Tx, codes: Codes, person: Person) -> OwnData:
    """Gather the data of a person whom the actor was already found to know, from files that the actor may see."""
    lists = codes.of(tx.actor)
    shared = _shared_files(tx, codes, person)
    ids = [case.id for case, _ in shared]
    return OwnData(
        person.id,
        tx.today,
        full_name(person),
        person.father_name,
        lists.label("id_kind", person.id_kind),
        person.national_code,
        person.other_id_no,
        person.birth_on,
        person.birth_precision,
        lists.label("sex", person.sex),
        lists.label("marital_status", person.marital_status),
        lists.label("education", person.education),
        " ".join(filter(None, (lists.label("occupation_status", person.occupation_status), person.occupation_title))),
        _contacts(tx, person, ids),
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


def _contacts(tx: Tx, person: Person, case_ids: list[UUID]) -> tuple[OwnContact, ...]:
    rows = tx.session.scalars(
        select(Contact)
        .where(
            Contact.person_id == person.id,
            Contact.is_current.is_(True),
            Contact.is_confidential.is_(False),
            Contact.given_by == GivenBy.SELF,
            Contact.case_id.is_(None) | Contact.case_id.in_(case_ids),
        )
        .order_by(Contact.given_at, Contact.id)
    )
    return tuple(OwnContact(row.kind, row.value, row.postal_code, local(row.given_at).date()) for row in rows)


def _file(lists: CodeReader, case: CaseFile, party: CaseParty) -> OwnFile:
    neutral = str(lists.does("disposition", case.disposition, "paper_label") or "") if case.disposition else ""
    return OwnFile(
        case.case_no,
        case.opened_on,
        lists.label("party_role", party.role),
        lists.label("case_status", case.status),
        neutral or lists.label("disposition", case.disposition),
        case.closed_on or case.disposition_on,
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
