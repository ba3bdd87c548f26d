"""Registering a case inside an open transaction: everything is checked first, then everything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from models.base import new_id
from models.case import CaseCategory, CaseFile, CaseParty, CaseWorker, ReferralIn
from models.enums import CaseStatus, Confidentiality
from models.person import Person
from models.unit import Staff
from services.cases.access import visible_case
from services.cases.conflicts import Watched, watch_parties
from services.cases.finding import index_new_case
from services.cases.numbers import check_paper_number, new_case_no
from services.cases.parties import add_party_row, relate_sides
from services.cases.rules import clean_case, proposed_confidentiality, proposed_policy
from services.cases.shapes import CaseDraft, ReferralDraft
from services.codes import Codes
from services.errors import InvalidError, NotFoundError
from services.people.contacts import store_contacts
from services.people.fields import Fields
from services.people.saving import Prepared, index_person, prepare_person, store_person
from services.staff.rules import HEAD
from services.unit_of_work import Tx


@dataclass(frozen=True, slots=True)
class PreparedCase:
    """A checked draft with its checked persons, ready to be written."""

    draft: CaseDraft
    persons: tuple[Prepared, ...]
    responsible_id: UUID


@dataclass(frozen=True, slots=True)
class StoredCase:
    """What was written: the case, and its parties in the order of the draft with their persons."""

    case: CaseFile
    parties: tuple[CaseParty, ...]
    persons: tuple[Person, ...]


def register_case(tx: Tx, codes: Codes, draft: CaseDraft) -> CaseFile:
    """Store a new case with parties, contacts, categories and referral; found by search at once.

    Errors of all fields come together, under paths such as `parties.0.person.national_code`. It draws the case
    number, but no incoming letter number: that is `intake`'s.
    """
    fields = Fields()
    prepared = prepare_case(tx, codes, draft, fields)
    fields.refuse()
    case = store_case(tx, codes, prepared).case
    index_new_case(tx, case, store_referral(tx, case, prepared.draft.referral))
    return case


def prepare_case(tx: Tx, codes: Codes, draft: CaseDraft, fields: Fields) -> PreparedCase:
    """Check a draft without writing; errors go to `fields`."""
    lists = codes.of(tx.actor)
    clean = clean_case(draft, tx.now, tx.today, lists, fields)
    persons = tuple(
        prepare_person(tx, lists, party.person, fields.under("parties", place, "person"))
        for place, party in enumerate(clean.parties)
    )
    _check_doubles(persons, fields)
    _check_givers(persons, fields)
    check_paper_number(tx, clean.paper_case_no, fields)
    if clean.previous_case_id is not None:
        visible_case(tx, clean.previous_case_id)
    responsible_id = clean.responsible_id or _default_responsible(tx, codes, clean, persons)
    check_staff(tx, codes, responsible_id, fields, "responsible_id", holds_cases=True)
    for staff_id in clean.worker_ids:
        check_staff(tx, codes, staff_id, fields, "worker_ids")
    return PreparedCase(clean, persons, responsible_id)


def store_case(tx: Tx, codes: Codes, prepared: PreparedCase) -> StoredCase:
    """Write a checked case; nothing can be refused any more but by the database.

    The caller stores the referral and makes the case findable (`index_new_case`) when all its numbers are known.
    """
    draft, lists = prepared.draft, codes.of(tx.actor)
    case = _case_row(tx, codes, prepared)
    tx.add(case)
    tx.record("case.register", "case", case.id)
    persons = _store_persons(tx, case, prepared.persons)
    parties = tuple(
        add_party_row(tx, case, party, person, place)
        for place, (person, party) in enumerate(zip(persons, draft.parties, strict=True))
    )
    are_new = [person.is_new for person in prepared.persons]
    watch_parties(tx, case, list(map(Watched, parties, persons, are_new)))
    for category in draft.further_categories:
        tx.add(CaseCategory(case_id=case.id, category=category))
    for staff_id in dict.fromkeys(draft.worker_ids):
        tx.add(CaseWorker(case_id=case.id, staff_id=staff_id))
    relate_sides(tx, lists, parties, {person.id for person, is_new in zip(persons, are_new, strict=True) if is_new})
    tx.changed("case", case.id)
    return StoredCase(case, parties, tuple(persons))


def _store_persons(tx: Tx, case: CaseFile, prepared: Sequence[Prepared]) -> list[Person]:
    persons = [store_person(tx, person) for person in prepared]
    tx.session.flush()  # nothing tells the session that all that follows points to these rows
    ids = [person.id for person in persons]
    for person, checked in zip(persons, prepared, strict=True):
        contacts = store_contacts(tx, person, checked.draft.contacts, case.id, ids, is_new=checked.is_new)
        index_person(tx, person, contacts, is_new=checked.is_new)
    return persons


def store_referral(
    tx: Tx, case: CaseFile, draft: ReferralDraft | None, letter_id: UUID | None = None
) -> ReferralIn | None:
    """Write a checked referral; `letter_id` is its number in our own book."""
    if draft is None:
        return None
    referral = ReferralIn(
        id=new_id(),
        case_id=case.id,
        letter_id=letter_id,
        source=draft.source,
        body=draft.body,
        branch=draft.branch,
        officer=draft.officer,
        letter_no=draft.letter_no,
        letter_on=draft.letter_on,
        judicial_case_no=draft.judicial_case_no,
        judicial_archive_no=draft.judicial_archive_no,
        notice_no=draft.notice_no,
        complaint_no=draft.complaint_no,
        incident_no=draft.incident_no,
        agency_no=draft.agency_no,
        order_text=draft.order_text,
        ordered_both=draft.ordered_both,
        heard_from=draft.heard_from,
        received_at=draft.received_at or tx.now,
        is_reply_owed=bool(draft.is_reply_owed),
        due_at=draft.due_at,
        extension_count=0,
    )
    tx.add(referral)
    return referral


def check_staff(
    tx: Tx, codes: Codes, staff_id: UUID, fields: Fields, field_name: str, *, holds_cases: bool = False
) -> None:
    """Note an error unless it is a colleague at work, in a role that holds cases where that is asked."""
    if staff_id == tx.actor.staff_id and codes.of(tx.actor).does("staff_role", tx.actor.role, "holds_cases"):
        return
    staff = tx.session.get(Staff, staff_id)
    if staff is None or staff.unit_id != tx.actor.unit_id:
        raise NotFoundError("errors.not_found", fields.name(field_name))
    has_left = staff.service_end_on is not None and staff.service_end_on < tx.today
    if not staff.is_active or has_left:
        fields.wrong(field_name, "cases.staff_left")
    elif holds_cases and not codes.of(tx.actor).does("staff_role", staff.role, "holds_cases"):
        fields.wrong(field_name, "cases.role_holds_no_cases")


def _case_row(tx: Tx, codes: Codes, prepared: PreparedCase) -> CaseFile:
    draft, lists = prepared.draft, codes.of(tx.actor)
    confidentiality = draft.confidentiality or proposed_confidentiality(draft.primary_category, lists)
    return CaseFile(
        id=new_id(),
        case_no=draft.paper_case_no or new_case_no(tx),
        opened_on=draft.opened_on or tx.today,
        primary_category=draft.primary_category,
        subject_line=draft.subject_line,
        own_words=draft.own_words,
        has_criminal_aspect=draft.has_criminal_aspect,
        status=CaseStatus.RECEIVED,
        disposition="",
        responsible_id=prepared.responsible_id,
        confidentiality=confidentiality,
        joint_policy=proposed_policy((draft.primary_category, *draft.further_categories), lists),
        previous_case_id=draft.previous_case_id,
        paper_case_no=draft.paper_case_no,
        is_from_paper=bool(draft.paper_case_no),
        archive_place=draft.archive_place,
        created_at=tx.now,
        created_by_id=tx.actor.staff_id,
    )


def _default_responsible(tx: Tx, codes: Codes, draft: CaseDraft, persons: Sequence[Prepared]) -> UUID:
    """Who registers, if that role holds cases; otherwise, and for files of staff relatives, the head (P-7)."""
    lists = codes.of(tx.actor)
    proposed = draft.confidentiality
    if proposed is None and draft.primary_category:
        proposed = proposed_confidentiality(draft.primary_category, lists)
    is_delicate = proposed is Confidentiality.STAFF_RELATIVE or any(_is_staff_relative(one) for one in persons)
    if lists.does("staff_role", tx.actor.role, "holds_cases") and not is_delicate:
        return tx.actor.staff_id
    head = tx.session.scalars(
        select(Staff.id)
        .where(Staff.unit_id == tx.actor.unit_id, Staff.role == HEAD, Staff.is_active.is_(True))
        .order_by(Staff.id)
        .limit(1)
    ).first()
    if head is None:
        raise InvalidError("cases.no_head", "responsible_id")
    return head


def _is_staff_relative(prepared: Prepared) -> bool:
    known = prepared.known
    return prepared.draft.is_staff_relative or (known is not None and known.is_staff_relative)


def _check_doubles(persons: Sequence[Prepared], fields: Fields) -> None:
    codes: set[str] = set()
    known: set[UUID] = set()
    for place, person in enumerate(persons):
        under = fields.under("parties", place, "person")
        if person.known is not None:
            if person.known.id in known:
                under.wrong("id", "people.twice")
                continue
            known.add(person.known.id)
        code = person.known.national_code if person.is_as_stored and person.known else person.draft.national_code
        if code and code in codes:
            under.wrong("national_code", "people.code_twice")
        codes.add(code)


def _check_givers(persons: Sequence[Prepared], fields: Fields) -> None:
    for place, person in enumerate(persons):
        for number, contact in enumerate(person.draft.contacts):
            giver = contact.given_by_party
            if giver is not None and not 0 <= giver < len(persons):
                fields.under("parties", place, "person", "contacts", number).wrong("given_by", "people.giver_needed")
