"""A hit by a number tells that the person bears it: only numbers that the actor may read make one (P-7).

The search rows hold every telephone of a person, those told in hidden files too: what they find is looked at again.
"""

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from sqlalchemy import or_, select

from models.case import CaseFile
from models.person import Contact, Person
from services.actor import Right
from services.persian.errors import PersianValueError
from services.persian.phones import normalise_phone
from services.persian.text import search_tokens
from services.unit_of_work import Tx
from services.visibility import visible_to


def without_hidden_numbers(tx: Tx, text: str, person_ids: Sequence[UUID]) -> list[UUID]:
    """Those of the persons whom the text may find; all of them where it holds no number, or for the head."""
    words = search_tokens(text)
    numerals = [word for word in words if any(char.isdigit() for char in word)]
    if not numerals or not person_ids or tx.actor.may(Right.CASE_VOID):
        return list(person_ids)
    sought = ["".join(words)] if len(numerals) == len(words) else numerals
    read = _numbers(tx, person_ids)
    return [key for key in person_ids if all(_bears(read.get(key, []), number) for number in sought)]


def _bears(numbers: list[str], sought: str) -> bool:
    forms = [sought, sought.lstrip("0") or sought]
    with suppress(PersianValueError):
        forms.append(normalise_phone(sought))
    return any(form in number for form in forms for number in numbers)


def _numbers(tx: Tx, person_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    rows = tx.session.execute(
        select(Person.id, Person.national_code, Person.other_id_no).where(Person.id.in_(person_ids))
    )
    for key, *numbers in rows:
        found[key] = ["".join(search_tokens(number)) for number in numbers if number]
    seen = select(CaseFile.id).where(visible_to(tx.actor))
    told = tx.session.execute(
        select(Contact.person_id, Contact.value).where(
            Contact.person_id.in_(person_ids),
            Contact.is_current.is_(True),
            Contact.is_confidential.is_(False),
            or_(Contact.case_id.is_(None), Contact.case_id.in_(seen)),
        )
    )
    for key, value in told:
        found.setdefault(key, []).append("".join(search_tokens(value)))
    return found
