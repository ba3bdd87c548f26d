"""Writing the stored search keys of subjects (R-20); finding is `services.search`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from models.engine import add_trigrams, drop_trigrams
from models.search import EXACT, PHONETIC, SearchTerm, SearchText
from services.persian.digits import only_digits, to_ascii
from services.persian.text import phonetic_tokens, search_key, search_tokens


@dataclass(frozen=True, slots=True)
class Findable:
    """What one subject can be found by. `is_new` spares looking for what it was found by before.

    `names` are found by any spelling, by each word and joined; `numbers` with or without their separators.
    """

    noun: str
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    is_new: bool = False


def reindex(
    session: Session, noun: str, subject_id: UUID, names: Iterable[str] = (), numbers: Iterable[str] = ()
) -> None:
    """Replace what one subject can be found by."""
    write(session, {subject_id: Findable(noun, tuple(names), tuple(numbers))})


def write(session: Session, subjects: Mapping[UUID, Findable]) -> None:
    """Replace what these subjects can be found by, in a few statements however many they are."""
    terms: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    for subject_id, findable in subjects.items():
        if not findable.is_new:
            forget(session, subject_id)
        words, text = _keys(findable)
        of_subject = {"noun": findable.noun, "subject_id": subject_id}
        terms += [of_subject | {"kind": kind, "term": term} for kind, term in words]
        if text:
            texts.append(of_subject | {"text": text})
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


def _keys(findable: Findable) -> tuple[list[tuple[str, str]], str]:
    """The terms by kind, and all of them in one text."""
    exact: set[str] = set()
    phonetic: set[str] = set()
    joined: list[str] = []
    for name in findable.names:
        key = search_key(name)
        if not key:
            continue
        joined.append(key)
        exact.update(search_tokens(name))
        exact.add(key)
        phonetic.update(phonetic_tokens(name))
    for number in findable.numbers:
        key = search_key(to_ascii(number))
        if key:
            joined.append(key)
            exact.add(key)
            tail = only_digits(number).lstrip("0")
            exact.update({tail} if tail else ())
    terms = [(EXACT, term) for term in sorted(exact)] + [(PHONETIC, term) for term in sorted(phonetic)]
    return terms, " ".join(joined)
