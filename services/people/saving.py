"""Storing a person: checked first, all errors together; then the row, the contacts and the search keys."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import bindparam, select

from models.base import new_id
from models.enums import ContactKind, NoticeKind
from models.person import Contact, Person
from services.actor import Right
from services.codes import Codes
from services.errors import DuplicateError, NotAllowedError, StaleError
from services.people.access import visible_person
from services.people.contacts import store_contacts
from services.people.fields import Fields, Lists
from services.people.naming import screen_name
from services.people.notices import close_files_of, tell_head
from services.people.rules import clean_contacts, clean_person
from services.people.shapes import PersonDraft
from services.persian.collation import sort_key
from services.unit_of_work import Tx
from services.visibility import person_visible_to

_COPIED = (
    "given_name", "family_name", "father_name", "is_name_unknown", "id_kind", "id_reason", "national_code",
    "other_id_no", "is_card_seen", "nationality", "birth_on", "birth_precision", "sex", "marital_status",
    "education", "occupation_status", "occupation_title", "language", "needs_interpreter", "can_read",
    "is_staff_relative",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Prepared:
    """A checked draft. `known` is the stored person it is about; `twin_of_id` a hidden bearer of the same code."""

    draft: PersonDraft
    known: Person | None
    twin_of_id: UUID | None

    @property
    def is_new(self) -> bool:
        return self.known is None

    @property
    def is_as_stored(self) -> bool:
        return self.known is not None and self.draft.version is None


def save_person(tx: Tx, codes: Codes, draft: PersonDraft, case_id: UUID | None = None) -> Person:
    """Store a new or known person with the contacts, given in the file `case_id`, and make it findable.

    `InvalidError` or `InvalidDraft` for what was typed wrongly, `DuplicateError` ("people.code_taken", with the
    person's id) for a national code that a person whom the actor may know already bears.
    """
    fields = Fields()
    prepared = prepare_person(tx, codes.of(tx.actor), draft, fields)
    fields.refuse()
    is_new_twin = prepared.twin_of_id is not None and (
        prepared.known is None or prepared.known.twin_of_id != prepared.twin_of_id
    )
    person = store_person(tx, prepared)
    tx.session.flush()
    contacts = store_contacts(tx, person, prepared.draft.contacts, case_id, is_new=prepared.is_new)
    index_person(tx, person, contacts, is_new=prepared.is_new)
    if is_new_twin:
        tell_head(tx, NoticeKind.SAME_CODE, person.id, case_id)
    return person


def prepare_person(tx: Tx, lists: Lists, draft: PersonDraft, fields: Fields) -> Prepared:
    """Check a draft without writing; errors go to `fields`. A stale or unknown person is raised at once."""
    known = visible_person(tx, draft.id) if draft.id is not None else None
    if known is not None and draft.version is None:
        return Prepared(replace(draft, contacts=clean_contacts(draft.contacts, lists, fields)), known, None)
    if known is not None and draft.version is not None:
        if known.id != draft.id:
            raise StaleError("errors.stale")  # it was joined into another record meanwhile
        tx.expect(known, draft.version)
    clean = clean_person(draft, tx.today, lists, fields)
    return Prepared(clean, known, _hidden_bearer(tx, clean.national_code, known, fields))


def store_person(tx: Tx, prepared: Prepared) -> Person:
    """Write the person's own row; contacts and search keys follow, when all persons of a form are stored.

    Who may register but not edit persons (a clerk) gets `NotAllowedError` for changing a known one.
    """
    if prepared.known is not None:
        person = prepared.known
        was_relative = person.is_staff_relative
        if not prepared.is_as_stored and _write(tx, person, prepared):
            if not tx.actor.may(Right.PERSON_EDIT):
                raise NotAllowedError("people.edit_not_allowed")
            tx.record("person.edit", "person", person.id)
            tx.changed("person", person.id)
            if person.is_staff_relative and not was_relative:
                close_files_of(tx, person.id)
        return person
    person = Person(id=new_id(), created_at=tx.now, is_deceased=False)
    _write(tx, person, prepared)
    tx.add(person)
    tx.record("person.add", "person", person.id)
    tx.changed("person", person.id)
    return person


def index_person(tx: Tx, person: Person, contacts: Iterable[Contact], *, is_new: bool = False) -> None:
    """Make the person findable by names, father's name, codes and phones; never by a confidential contact (P-8)."""
    phones = [
        contact.value
        for contact in contacts
        if contact.kind is not ContactKind.ADDRESS and not contact.is_confidential
    ]
    names = (f"{person.given_name} {person.family_name}", person.father_name)
    numbers = (person.national_code, person.other_id_no, *phones)
    tx.index("person", person.id, names=names, numbers=numbers, is_new=is_new)


def _write(tx: Tx, person: Person, prepared: Prepared) -> bool:
    """Copy the draft over; whether that changed a stored row."""
    draft = prepared.draft
    for name in _COPIED:
        value = getattr(draft, name)
        if getattr(person, name) != value:
            setattr(person, name, value)
    key = sort_key(person.family_name, person.given_name)
    if person.full_sort != key:
        person.full_sort = key
    if person.twin_of_id != prepared.twin_of_id:
        person.twin_of_id = prepared.twin_of_id
    return tx.session.is_modified(person)


_BEARERS = select(Person).where(
    Person.unit_id == bindparam("of_unit"),
    Person.national_code == bindparam("of_code"),
    Person.merged_into_id.is_(None),
)


def _hidden_bearer(tx: Tx, code: str, known: Person | None, fields: Fields) -> UUID | None:
    """Who else bears the code, if the actor may not know of that person.

    A bearer whom the actor may know is an error beside the field: that person must be taken. A hidden one must
    neither be taken silently (that would open the hidden person) nor be named (that would tell of the hidden file,
    P-6): the new row becomes a twin, and the head is told.
    """
    if not code:
        return None
    bearers = tx.session.scalars(_BEARERS, {"of_unit": tx.actor.unit_id, "of_code": code}).all()
    others = [person for person in bearers if known is None or person.id != known.id]
    if known is not None and known.national_code == code:
        return known.twin_of_id
    if not others:
        return None
    ids = [person.id for person in others]
    visible = tx.session.scalars(select(Person).where(Person.id.in_(ids), person_visible_to(tx.actor))).first()
    if visible is None:
        return others[0].twin_of_id or others[0].id
    fields.errors.append(
        DuplicateError(
            "people.code_taken",
            fields.name("national_code"),
            name=screen_name(visible, tx.today),
            person_id=visible.id,
        )
    )
    return None
