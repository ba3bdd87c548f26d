"""How a person is reached: each contact keeps who gave it, when and in which file (P-9)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import or_, select

from models.case import CaseFile, CaseParty
from models.enums import GivenBy
from models.person import Contact, Person
from services.actor import Actor, Right
from services.codes import CodeReader
from services.errors import InvalidError, StaleError
from services.people.access import visible_person
from services.people.naming import screen_name
from services.people.shapes import ContactDraft, ContactRow
from services.unit_of_work import Tx
from services.visibility import person_visible_to, visible_to

_PER_FILE = ("postal_code", "owner", "is_safe", "safe_hours", "code_word", "is_confidential", "do_not_call")


def store_contacts(
    tx: Tx,
    person: Person,
    drafts: Iterable[ContactDraft],
    case_id: UUID | None = None,
    party_ids: Sequence[UUID] = (),
    *,
    is_new: bool = False,
) -> list[Contact]:
    """Store checked drafts and return the contacts that hold now.

    `party_ids` are the persons of the same form, for contacts given by one of them; `is_new`: the person was made in
    this transaction. A contact changes only in the hands of its giver: from anybody else it is a new row. Safety,
    hours and code word belong to a file: told differently in another file, they become that file's own row.
    """
    stored = [] if is_new else _current(tx, person)
    for draft in drafts:
        giver = _giver(tx, draft, person, party_ids)
        row = _named(draft, stored)
        if row is not None and not _may_touch(tx.actor, row):
            continue
        if draft.is_removed:
            if row is not None:
                row.is_current = False
            continue
        if row is not None and (row.given_by, row.given_by_person_id) == giver and row.value != draft.value:
            row.is_current = False
        _keep(tx, person, draft, giver, case_id, stored)
    return [row for row in stored if row.is_current]


def contact_rows(tx: Tx, codes: CodeReader, person_id: UUID, case_id: UUID | None) -> tuple[ContactRow, ...]:
    """The person's contacts as this actor may read them, those of `case_id` before the same ones of other files.

    Contacts given in files that are hidden from the actor are left out, and in a file those that somebody told in
    another one who is no party here: files never show each other's people (P-7). Confidential ones are masked.
    """
    givers = {
        giver.id: screen_name(giver, tx.today)
        for giver in tx.session.scalars(
            select(Person)
            .join(Contact, Contact.given_by_person_id == Person.id)
            .where(Contact.person_id == person_id, person_visible_to(tx.actor))
        )
    }
    # a join, for a subquery would list every file that the actor sees
    found = tx.session.scalars(
        select(Contact)
        .outerjoin(CaseFile, CaseFile.id == Contact.case_id)
        .where(
            Contact.person_id == person_id,
            Contact.is_current.is_(True),
            or_(Contact.case_id.is_(None), visible_to(tx.actor)),
        )
        .order_by(Contact.given_at, Contact.id)
    ).all()
    chosen: dict[tuple[str, str, str, UUID | None], Contact] = {}
    for contact in _told_here(tx, found, case_id):
        key = (contact.kind, contact.value, contact.given_by, contact.given_by_person_id)
        if key not in chosen or chosen[key].case_id != case_id:
            chosen[key] = contact
    return tuple(_row(tx.actor, codes, contact, givers) for contact in chosen.values())


def _told_here(tx: Tx, found: Sequence[Contact], case_id: UUID | None) -> list[Contact]:
    """Without what a stranger to this file told in another one."""
    if case_id is None or all(contact.given_by is not GivenBy.PERSON for contact in found):
        return list(found)
    parties = select(CaseParty.person_id).where(CaseParty.case_id == case_id, CaseParty.is_removed.is_(False))
    here = set(tx.session.scalars(parties))
    return [
        contact
        for contact in found
        if contact.given_by is not GivenBy.PERSON
        or contact.case_id in (None, case_id)
        or contact.given_by_person_id in here
    ]


def _current(tx: Tx, person: Person) -> list[Contact]:
    tx.session.flush()
    return list(
        tx.session.scalars(select(Contact).where(Contact.person_id == person.id, Contact.is_current.is_(True)))
    )


def _named(draft: ContactDraft, stored: list[Contact]) -> Contact | None:
    if draft.id is None:
        return None
    row = next((row for row in stored if row.id == draft.id), None)
    if row is None:
        raise StaleError("errors.stale")
    return row


def _may_touch(actor: Actor, row: Contact) -> bool:
    return actor.may(Right.CONFIDENTIAL_CONTACT) or not row.is_confidential


def _giver(tx: Tx, draft: ContactDraft, person: Person, party_ids: Sequence[UUID]) -> tuple[GivenBy, UUID | None]:
    if draft.given_by is not GivenBy.PERSON or draft.is_removed:
        return draft.given_by, None
    if draft.given_by_party is not None:
        if not 0 <= draft.given_by_party < len(party_ids):
            raise InvalidError("people.giver_needed", "contacts")
        giver_id = party_ids[draft.given_by_party]
    else:
        assert draft.given_by_person_id is not None
        giver_id = draft.given_by_person_id
        if giver_id not in party_ids and giver_id != person.id:
            visible_person(tx, giver_id)
    return (GivenBy.SELF, None) if giver_id == person.id else (GivenBy.PERSON, giver_id)


def _keep(
    tx: Tx,
    person: Person,
    draft: ContactDraft,
    giver: tuple[GivenBy, UUID | None],
    case_id: UUID | None,
    stored: list[Contact],
) -> None:
    """Change the giver's own row of this file, or add one; the same words from the same giver need no second row."""
    same = [
        row
        for row in stored
        if row.is_current
        and (row.kind, row.value) == (draft.kind, draft.value)
        and (row.given_by, row.given_by_person_id) == giver
    ]
    told = _told(tx.actor, draft, same)
    if any(all(getattr(row, name) == value for name, value in told.items()) for row in same):
        return
    own = next((row for row in same if case_id is None or row.case_id in (None, case_id)), None)
    if own is not None:
        for name, value in told.items():
            setattr(own, name, value)
    else:
        row = Contact(
            person_id=person.id,
            case_id=case_id,
            kind=draft.kind,
            value=draft.value,
            given_by=giver[0],
            given_by_person_id=giver[1],
            given_at=tx.now,
            is_current=True,
            **told,
        )
        tx.add(row)
        stored.append(row)
    tx.changed("person", person.id)


def _told(actor: Actor, draft: ContactDraft, same: list[Contact]) -> dict[str, str | bool | None]:
    told: dict[str, str | bool | None] = {name: getattr(draft, name) for name in _PER_FILE}
    if not actor.may(Right.CONFIDENTIAL_CONTACT) and not draft.code_word and same:
        told["code_word"] = same[-1].code_word  # it was masked: leaving it empty says nothing
    return told


def _row(actor: Actor, codes: CodeReader, contact: Contact, givers: dict[UUID, str]) -> ContactRow:
    may_read = actor.may(Right.CONFIDENTIAL_CONTACT)
    is_masked = contact.is_confidential and not may_read
    return ContactRow(
        id=contact.id,
        kind=contact.kind,
        value="" if is_masked else contact.value,
        postal_code="" if is_masked else contact.postal_code,
        owner=contact.owner,
        owner_label=codes.label("contact_owner", contact.owner),
        is_safe=contact.is_safe,
        safe_hours="" if is_masked else contact.safe_hours,
        code_word=contact.code_word if may_read else "",
        is_confidential=contact.is_confidential,
        is_masked=is_masked,
        do_not_call=contact.do_not_call,
        given_by=contact.given_by,
        given_by_person_id=contact.given_by_person_id if contact.given_by_person_id in givers else None,
        given_by_name=givers.get(contact.given_by_person_id, "") if contact.given_by_person_id else "",
        given_at=contact.given_at,
        case_id=contact.case_id,
    )
