"""The intake form (D01) of one client: own particulars and contacts, referral, subject; no health (P-15)."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from models.case import CaseFile, CaseParty, ReferralIn
from models.enums import ContactKind, GivenBy
from models.person import Contact, Person
from services.cases.access import people_of, visible_case
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.gathered import Gathered
from services.documents.gathering.identity import identity_fields, identity_of, nationality_of
from services.documents.gathering.parties import birth_words, side_of, sides_of
from services.documents.gathering.subject import Subject
from services.documents.papers.intake_form import IntakeFormContent
from services.documents.papers.issue import Issue, code
from services.documents.shapes import PaperRequest
from services.errors import NotFoundError
from services.people.naming import screen_name
from services.persian.digits import to_persian_text
from services.persian.jalali import format_date
from services.staff.naming import staff_names
from services.unit_of_work import Tx

Items = tuple[tuple[str, str], ...]
_CONTACTS = (
    select(Contact)
    .where(
        Contact.person_id == bindparam("of_person"),
        Contact.is_current.is_(True),
        Contact.given_by.in_((GivenBy.SELF, GivenBy.STAFF)),
        or_(Contact.case_id.is_(None), Contact.case_id == bindparam("of_case")),
    )
    .order_by(Contact.kind, Contact.given_at, Contact.id)
)
_REFERRAL = (
    select(ReferralIn).where(ReferralIn.case_id == bindparam("of_case")).order_by(ReferralIn.received_at).limit(1)
)


def gather_intake(tx: Tx, codes: CodeReader, subject: Subject, request: PaperRequest, issue: Issue) -> Gathered:
    """The client's own words are those of the one who told the matter; nobody else's sheet holds them."""
    party, person, case = subject.party, subject.person, subject.case
    assert party is not None and person is not None  # noqa: PT018 - one subject
    side = side_of(codes, party, person, request)
    contacts = own_contacts(tx, person.id, case.id)
    told = case.own_words if _told(tx, case, party) else ""
    others = tuple(
        (one.party.part, screen_name(one.person, tx.today))
        for one in sides_of(tx, codes, case, request)
        if one.person.id != person.id
    )
    content = IntakeFormContent(
        issue=issue,
        client=side.party,
        counsellor=staff_names(tx).get(case.responsible_id, "") or tx.actor.name,
        referral=_referral(tx, codes, case),
        about=(
            (say("documents.intake.role"), side.party.part),
            *identity_items(codes, person, request, hides_work=any(one.is_confidential for one in contacts)),
            (say("documents.intake.relation"), codes.label("relation", party.relation)),
        ),
        contacts=contact_items(contacts),
        subject=case.subject_line,
        others=others,
        own_words=told,
    )
    free = [(say("documents.part.own_words"), told), (say("documents.part.subject"), case.subject_line)]
    return Gathered(
        content, tuple(identity_fields(codes, person)), free=tuple((part, text) for part, text in free if text)
    )


def _told(tx: Tx, case: CaseFile, party: CaseParty) -> bool:
    """Whether the words in the file are this party's: the only one who came with the matter."""
    inviting = [one.id for one, _ in people_of(tx, case.id) if one.is_inviting]
    return inviting == [party.id]


def own_contacts(tx: Tx, person_id: UUID, case_id: UUID | None = None) -> list[Contact]:
    """The ways to reach a person that the person, or the unit, told; what others told is not the person's (P-9)."""
    return list(tx.session.scalars(_CONTACTS, {"of_person": person_id, "of_case": case_id}))


def contact_items(contacts: Iterable[Contact]) -> Items:
    """Label and value. A confidential one leaves no trace (P-8): not even that there is one; nor does a code word."""
    return tuple(_contact_item(contact) for contact in contacts if not contact.is_confidential)


def protected_items(contacts: Iterable[Contact]) -> Items:
    """Label and value of those alone that no other paper tells; code words are told by none (P-2)."""
    return tuple(_contact_item(contact) for contact in contacts if contact.is_confidential)


def _contact_item(contact: Contact) -> tuple[str, str]:
    parts = [to_persian_text(contact.value) if contact.kind is ContactKind.ADDRESS else code(contact.value)]
    if contact.postal_code:
        parts.append(f"{say('documents.intake.postal_code')} {code(contact.postal_code)}")
    if contact.safe_hours:
        parts.append(f"{say('documents.intake.safe_hours')} {to_persian_text(contact.safe_hours)}")
    return say(f"documents.contact.{contact.kind.value}"), say("documents.list_comma").join(parts)


def identity_items(codes: CodeReader, person: Person, request: PaperRequest, *, hides_work: bool) -> Items:
    """A person's particulars with their labels. Where one lives protected, the workplace is not written either."""
    identity = identity_of(person, request)
    job = codes.label("occupation_status", person.occupation_status)
    if person.occupation_title and not hides_work:
        job = person.occupation_title
    words = "documents.intake"
    items = [
        (say(f"{words}.name"), identity.full_name),
        (say(f"{words}.father_name"), identity.father_name),
        (say(f"{words}.code"), code(identity.national_code)),
        (say(f"{words}.birth"), birth_words(person)),
        (say(f"{words}.sex"), codes.label("sex", person.sex)),
        (say(f"{words}.marital"), codes.label("marital_status", person.marital_status)),
        (say(f"{words}.education"), codes.label("education", person.education)),
        (say(f"{words}.job"), job),
    ]
    nationality = nationality_of(codes, person)
    further = ((say(f"{words}.other_id"), code(person.other_id_no)), (say(f"{words}.nationality"), nationality))
    items[3:3] = [(label, value) for label, value in further if value]
    return tuple(items)


def _referral(tx: Tx, codes: CodeReader, case: CaseFile) -> Items:
    words = "documents.intake"
    items = [(say(f"{words}.opened"), format_date(case.opened_on))]
    row = tx.session.scalars(_REFERRAL, {"of_case": case.id}).first()
    if row is not None:
        items += [
            (say(f"{words}.source"), codes.label("referral_source", row.source)),
            (say(f"{words}.body"), f"{row.body} {row.branch}".strip()),
            (say(f"{words}.number"), code(row.letter_no)),
            (say(f"{words}.day"), format_date(row.letter_on or local(row.received_at).date())),
            (say(f"{words}.officer"), row.officer),
            (say(f"{words}.deadline"), format_date(local(row.due_at).date()) if row.due_at else ""),
        ]
    earlier = _earlier(tx, case)
    if earlier:
        items.append((say(f"{words}.earlier"), code(earlier)))
    return tuple((label, value) for label, value in items if value)


def _earlier(tx: Tx, case: CaseFile) -> str:
    """The number of the file before this one, if the actor may know of it (P-6)."""
    if case.previous_case_id is None:
        return ""
    try:
        return visible_case(tx, case.previous_case_id).case_no
    except NotFoundError:
        return ""
