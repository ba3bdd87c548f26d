"""Writing the stored search keys of subjects (R-20); reading them is `services.finding`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from models.engine import add_trigrams, drop_trigrams
from models.search import EXACT, PHONETIC, SearchTerm, SearchText
from services.persian.digits import only_digits
from services.persian.text import in_persian_letters, phonetic_tokens, search_key, search_tokens


@dataclass(frozen=True, slots=True)
class Findable:
    """What one subject can be found by. `is_new` spares looking for what it was found by before."""

    noun: str
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Keys:
    """What one subject is found by: words and numbers, sounds, and one text for fragments of them."""

    exact: tuple[str, ...]
    phonetic: tuple[str, ...]
    text: str


def keys_of(names: Iterable[str] = (), numbers: Iterable[str] = ()) -> Keys:
    """The keys of these names and numbers.

    The first name is the subject's own; further ones (the father's) are found as fragments alone, so that who bears
    a name comes before the children of who does. A name is found by any spelling, by each word and joined; a number
    with or without its separators or its zeros in front, and one that has parts also by the last of them and the
    last two: `1112-1405-0037` by 37 and 1405/37.
    """
    exact: set[str] = set()
    phonetic: set[str] = set()
    joined: dict[str, None] = {}
    for place, name in _spelt(names):
        words = search_tokens(name)
        if words:
            joined["".join(words)] = None
        if words and place == 0:
            exact.update(words)
            exact.add("".join(words))
            phonetic.update(phonetic_tokens(name))
    for number in numbers:
        key = search_key(number)
        if key:
            joined[key] = None
            exact.update((key, only_digits(key).lstrip("0")), _tails(number))
    exact.discard("")
    return Keys(tuple(sorted(exact)), tuple(sorted(phonetic)), " ".join(joined))


def _spelt(names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Every name with its place, one with letters of a neighbouring language also in Persian ones."""
    for place, name in enumerate(names):
        yield place, name
        if (plain := in_persian_letters(name)) != name:
            yield place, plain


def _tails(number: str) -> set[str]:
    parts = search_tokens(number)
    if len(parts) < 2:
        return set()
    last, bare = parts[-1], parts[-1].lstrip("0")
    return {last, bare, parts[-2] + last, parts[-2] + bare}


def write(session: Session, subjects: Mapping[UUID, Findable]) -> None:
    """Replace what these subjects can be found by, in a few statements however many they are."""
    terms: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    for subject_id, findable in subjects.items():
        if not findable.is_new:
            forget(session, subject_id)
        keys = keys_of(findable.names, findable.numbers)
        of_subject = {"noun": findable.noun, "subject_id": subject_id}
        terms += [of_subject | {"kind": EXACT, "term": term} for term in keys.exact]
        terms += [of_subject | {"kind": PHONETIC, "term": term} for term in keys.phonetic]
        if keys.text:
            texts.append(of_subject | {"text": keys.text})
    if not texts:
        return
    connection = session.connection()
    connection.execute(insert(SearchTerm), terms)
    stored = connection.execute(insert(SearchText).returning(SearchText.row, SearchText.text), texts)
    add_trigrams(connection, [(row, text) for row, text in stored])


def forget(session: Session, subject_id: UUID) -> None:
    """Let the subject be found no more."""
    drop_trigrams(session.connection(), subject_id)
    session.execute(delete(SearchTerm).where(SearchTerm.subject_id == subject_id))
    session.execute(delete(SearchText).where(SearchText.subject_id == subject_id))
