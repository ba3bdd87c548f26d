"""A hit by a number tells that the person bears it: only numbers that the actor may read make one (P-7).

The search rows hold every telephone of a person, those told in hidden files too: what they find is looked at again.
"""

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, or_, select

from models.case import CaseFile
from models.person import Contact, Person
from services.actor import Actor, Right
from services.persian.errors import PersianValueError
from services.persian.phones import normalise_phone
from services.persian.text import search_key, search_tokens
from services.unit_of_work import Tx
from services.visibility import visible_to

_IDS: Any = bindparam("ids", expanding=True)
_CODES = select(Person.id, Person.national_code, Person.other_id_no).where(Person.id.in_(_IDS))


@lru_cache
def _told_to(actor: Actor) -> Select[UUID, str]:
    """Built once an actor. A join, for a subquery would list every file that the actor sees."""
    return (
        select(Contact.person_id, Contact.value)
        .outerjoin(CaseFile, CaseFile.id == Contact.case_id)
        .where(
            Contact.person_id.in_(_IDS),
            Contact.is_current.is_(True),
            Contact.is_confidential.is_(False),
            or_(Contact.case_id.is_(None), visible_to(actor)),
        )
    )


def without_hidden_numbers(tx: Tx, text: str, person_ids: Sequence[UUID]) -> list[UUID]:
    """Those of the persons whom the text may find; all of them where it holds no number, or for the head."""
    words = search_tokens(text)
    numerals = [word for word in words if any(char.isdigit() for char in word)]
    if not numerals or not person_ids or tx.actor.may(Right.CASE_VOID):
        return list(person_ids)
    sought = ["".join(words)] if len(numerals) == len(words) else numerals
    codes = _codes(tx, person_ids)
    others = [key for key in person_ids if not _bears_all(codes.get(key, []), sought)]
    told = _telephones(tx, others)
    hidden = {key for key in others if not _bears_all(codes.get(key, []) + told.get(key, []), sought)}
    return [key for key in person_ids if key not in hidden]


def _bears_all(numbers: list[str], sought: Sequence[str]) -> bool:
    return all(_bears(numbers, number) for number in sought)


def _bears(numbers: list[str], sought: str) -> bool:
    forms = [sought, sought.lstrip("0") or sought]
    with suppress(PersianValueError):
        forms.append(search_key(normalise_phone(sought)))
    return any(form in number for form in forms for number in numbers)


def _codes(tx: Tx, person_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    rows = tx.rows(_CODES, {"ids": person_ids})
    return {key: ["".join(search_tokens(number)) for number in numbers if number] for key, *numbers in rows}


def _telephones(tx: Tx, person_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    if person_ids:
        for key, value in tx.rows(_told_to(tx.actor), {"ids": person_ids}):
            found.setdefault(key, []).append("".join(search_tokens(value)))
    return found
