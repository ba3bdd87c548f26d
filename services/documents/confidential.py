"""What no paper may say: confidential addresses and phones, the other side's contacts, code words (P-2, P-8).

Everything is compared as search keys, so that another spelling, other digits or missing spaces hide nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from models.case import CaseParty
from models.enums import ContactKind
from models.person import Contact, Person
from services.documents.blocks import Paper
from services.errors import AppError, InvalidError
from services.people.naming import full_name
from services.persian.digits import only_digits
from services.persian.text import search_key, search_tokens
from services.unit_of_work import Tx

_OPEN_RUN, _OPEN_LENGTH = 3, 10
_HIDDEN_RUN, _HIDDEN_LENGTH = 2, 8
_ONE_WORD = 6
_SHORTEST = 4
_MOBILE_DIGITS, _LANDLINE_DIGITS = 10, 8
_IN_PAPER = 8


@dataclass(frozen=True, slots=True)
class Secrets:
    """Addresses and `words` (code words, names) as search tokens, `numbers` as digits without prefix.

    Of a `hidden` address two words beside each other tell enough, of another one it takes three.
    """

    hidden: tuple[tuple[str, ...], ...] = ()
    addresses: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()

    def in_typed(self, text: str) -> bool:
        """Whether a typed text tells one of them, or a recognisable piece of an address."""
        key, tokens = search_key(text), search_tokens(text)
        return (
            any(number in key for number in self.numbers)
            or any(_has_run(tokens, word) for word in self.words)
            or any(_tells_address(key, address, _HIDDEN_RUN, _HIDDEN_LENGTH) for address in self.hidden)
            or any(_tells_address(key, address, _OPEN_RUN, _OPEN_LENGTH) for address in self.addresses)
        )

    def in_paper(self, text: str) -> bool:
        """Whether a string of the finished paper holds a whole address or number; its fixed words may be anything."""
        key = search_key(text)
        wholes = ("".join(address) for address in (*self.hidden, *self.addresses))
        return any(number in key for number in self.numbers) or any(
            len(whole) >= _IN_PAPER and whole in key for whole in wholes
        )


_IN_CASE = select(CaseParty.person_id).where(CaseParty.case_id == bindparam("of_case"))
_CONTACTS = select(Contact).where(Contact.person_id.in_(_IN_CASE))
_PEOPLE = select(Person).where(Person.id.in_(_IN_CASE))


def secrets_of(
    tx: Tx, case_id: UUID, person_id: UUID | None, *, hides_others: bool, tells_own: bool = False
) -> Secrets:
    """What a paper for `person_id` may not say. Own contacts that are not confidential may stand on it, also where
    another party has the same one and did not call it confidential.

    All parties count, also those taken off the file, and their contacts of every file and time. `hides_others`:
    the names of the other parties neither (R-12). `tells_own`: the paper is the one that tells the person's own
    confidential contacts, to one authority (P-8); code words are told by none.
    """
    hidden: list[tuple[str, ...]] = []
    addresses: list[tuple[str, ...]] = []
    numbers: list[str] = []
    words: list[tuple[str, ...]] = []
    contacts = list(tx.session.scalars(_CONTACTS, {"of_case": case_id}))
    own_rows = [contact for contact in contacts if contact.person_id == person_id]
    own = {one for contact in own_rows for one in _open_keys(contact)}
    told = {contact.value for contact in own_rows} if tells_own else set()
    for contact in contacts:
        if contact.code_word:
            words.append(search_tokens(contact.code_word))
        if own.intersection(_open_keys(contact)) or contact.value in told:
            continue
        if contact.kind is ContactKind.ADDRESS:
            (hidden if contact.is_confidential else addresses).append(search_tokens(contact.value))
        else:
            numbers.append(_bare(contact.value))
        numbers.append(only_digits(contact.postal_code))
    if hides_others:
        people = tx.session.scalars(_PEOPLE, {"of_case": case_id})
        others = [one for one in people if one.id != person_id and one.given_name and one.family_name]
        words += [search_tokens(full_name(other)) for other in others]
    return Secrets(
        tuple(dict.fromkeys(filter(None, hidden))),
        tuple(dict.fromkeys(filter(None, addresses))),
        tuple(dict.fromkeys(number for number in numbers if len(number) >= _LANDLINE_DIGITS)),
        tuple(dict.fromkeys(filter(None, words))),
    )


def protected_of(tx: Tx, case_id: UUID | None, national_codes: Iterable[str]) -> Secrets:
    """What an answer to an inquiry may not say: the confidential contacts and code words of the file's people and of
    whoever the unit knows by these codes. Open addresses are what such an answer is asked for."""
    in_case = select(CaseParty.person_id).where(CaseParty.case_id == case_id)
    known = select(Person.id).where(
        Person.unit_id == tx.actor.unit_id, Person.national_code.in_([code for code in national_codes if code])
    )
    about = select(Contact).where(or_(Contact.person_id.in_(in_case), Contact.person_id.in_(known)))
    addresses: list[tuple[str, ...]] = []
    numbers: list[str] = []
    words: list[tuple[str, ...]] = []
    for contact in tx.session.scalars(about):
        if contact.code_word:
            words.append(search_tokens(contact.code_word))
        if not contact.is_confidential:
            continue
        if contact.kind is ContactKind.ADDRESS:
            addresses.append(search_tokens(contact.value))
        else:
            numbers.append(_bare(contact.value))
        numbers.append(only_digits(contact.postal_code))
    return Secrets(
        tuple(dict.fromkeys(filter(None, addresses))),
        (),
        tuple(dict.fromkeys(number for number in numbers if len(number) >= _LANDLINE_DIGITS)),
        tuple(dict.fromkeys(filter(None, words))),
    )


def errors_in(
    secrets: Secrets, typed: Mapping[str, str], quoted: Iterable[tuple[str, str]], paper: Paper
) -> list[AppError]:
    """One error for each field of `typed` and each part of the file that is `quoted` (what it is called, and its
    text) which tells something, or one for the paper itself; never what it tells."""
    found: list[AppError] = [
        InvalidError("documents.confidential_text", name) for name, text in typed.items() if secrets.in_typed(text)
    ]
    found += [
        InvalidError("documents.confidential_part", None, part=part)
        for part, text in quoted
        if secrets.in_typed(text)
    ]
    if not found and any(secrets.in_paper(text) for text in _strings(paper)):
        found.append(InvalidError("documents.confidential_paper"))
    return found


def _open_keys(contact: Contact) -> tuple[str, ...]:
    """By which two contacts are the same; nothing of a confidential one."""
    if contact.is_confidential:
        return ()
    is_address = contact.kind is ContactKind.ADDRESS
    key = search_key(contact.value) if is_address else _bare(contact.value)
    return (key,) if key else ()


def _bare(phone: str) -> str:
    """The digits that stay the same however the number is written."""
    digits = only_digits(phone)
    return digits[-_MOBILE_DIGITS:] if digits.startswith("09") else digits[-_LANDLINE_DIGITS:]


def _tells_address(key: str, address: tuple[str, ...], count: int, length: int) -> bool:
    whole = "".join(address)
    least = _SHORTEST if len(address) > 1 else _ONE_WORD
    if len(whole) >= least and whole in key:
        return True
    runs = ("".join(address[at : at + count]) for at in range(len(address) - count + 1))
    return any(len(run) >= length and run in key for run in runs)


def _has_run(tokens: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    length = len(wanted)
    return any(tokens[at : at + length] == wanted for at in range(len(tokens) - length + 1))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _strings(getattr(value, each.name))
