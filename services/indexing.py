"""Writing the stored search keys of a subject (R-20); finding is `services.search`."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from models.engine import add_trigrams, drop_trigrams
from models.search import EXACT, PHONETIC, SearchTerm, SearchText
from services.persian.digits import only_digits, to_ascii
from services.persian.text import phonetic_tokens, search_key, search_tokens


def reindex(
    session: Session, noun: str, subject_id: UUID, names: Iterable[str] = (), numbers: Iterable[str] = ()
) -> None:
    """Replace what the subject can be found by.

    `names` are found by any spelling, by each word and joined; `numbers` with or without their separators.
    """
    exact: set[str] = set()
    phonetic: set[str] = set()
    joined: list[str] = []
    for name in names:
        key = search_key(name)
        if not key:
            continue
        joined.append(key)
        exact.update(search_tokens(name))
        exact.add(key)
        phonetic.update(phonetic_tokens(name))
    for number in numbers:
        key = search_key(to_ascii(number))
        if key:
            joined.append(key)
            exact.add(key)
            tail = only_digits(number).lstrip("0")
            exact.update({tail} if tail else ())
    forget(session, subject_id)
    if not joined:
        return
    rows = [(EXACT, term) for term in sorted(exact)] + [(PHONETIC, term) for term in sorted(phonetic)]
    session.execute(
        insert(SearchTerm),
        [{"noun": noun, "subject_id": subject_id, "kind": kind, "term": term} for kind, term in rows],
    )
    text = " ".join(joined)
    row = session.execute(
        insert(SearchText).values(noun=noun, subject_id=subject_id, text=text).returning(SearchText.row)
    ).scalar_one()
    add_trigrams(session.connection(), row, text)


def forget(session: Session, subject_id: UUID) -> None:
    """Let the subject be found no more."""
    drop_trigrams(session.connection(), subject_id)
    session.execute(delete(SearchTerm).where(SearchTerm.subject_id == subject_id))
    session.execute(delete(SearchText).where(SearchText.subject_id == subject_id))
