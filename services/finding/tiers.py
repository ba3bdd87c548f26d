"""Looking for a text tier after tier, until there is enough.

Every tier reads an ordinary index, or the trigrams in row order, from its first match on and stops at the limit; a
whole hit list is never ranked.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from typing import Any
from uuid import UUID

from models.engine import fragment_values
from services.actor import Right
from services.finding.statements import (
    END,
    NOUNS,
    PERSON,
    SCANNED,
    begins,
    by_fragments,
    by_own_fragments,
    by_sounds,
    by_start,
    by_terms,
)
from services.persian.errors import PersianValueError
from services.persian.keyboard import older_layout, other_layout
from services.persian.phones import normalise_phone
from services.persian.text import other_spelling, phonetic_tokens, search_key, search_tokens
from services.unit_of_work import Tx

LONGEST = 80
"""A name or number is no longer; what is pasted beyond it is not looked for."""

_TRIGRAM = 3
_MOST_WORDS = 3
_NUMERALS = re.compile("[0-9]+")
_FEW_DIGITS = range(4, 6)
"""A number that is found needs no fragments of others beside it, but for the last digits of a telephone."""

_LONGER = 15
"""So many longer numbers of each noun follow a short one: who means one of them types on."""


class Tier(IntEnum):
    """How sure a hit is. `SIMILAR` only sounds alike."""

    EXACT = 0
    PREFIX = 1
    WORDS = 2
    FRAGMENT = 3
    SIMILAR = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A subject and the surest way in which it fits."""

    noun: str
    id: UUID
    tier: Tier


def find(tx: Tx, text: str, limit: int, nouns: Sequence[str] = NOUNS) -> list[Found]:
    """Up to `limit` subjects that the actor may know of, the surest first; within a tier the nouns take turns.

    The text is also tried as the same keys would have written it on the other keyboard layout, of which Windows has
    two (P-41), and with the name of God spelt as the other registrar does.
    """
    typed = text[:LONGEST]
    search = _Search(tx, tuple(nouns), limit)
    search.look_for(typed)
    for other in filter(None, (other_layout(typed), older_layout(typed))):
        if not search.found or search.is_begun(other):
            search.try_too(other)
    if spelt := other_spelling(typed):
        search.try_too(spelt)
    return search.in_turn()


class _Search:
    def __init__(self, tx: Tx, nouns: tuple[str, ...], limit: int) -> None:
        self._tx = tx
        self._nouns = nouns
        self._limit = limit
        self._connection = tx.session.connection()
        self.found: dict[tuple[str, UUID], Tier] = {}

    def look_for(self, text: str, *, only_sure: bool = False) -> None:
        """`only_sure` stops after what begins with the text."""
        words = search_tokens(text)
        joined = "".join(words)
        if not joined:
            return
        self._terms(_same_as(text, joined), joined)
        is_number = any(char.isdigit() for char in joined)
        if only_sure or (is_number and self.found and len(joined) not in _FEW_DIGITS):
            return
        if len(words) > 1:
            self._words(words, is_number=is_number)
        if len(joined) >= _TRIGRAM:
            self._fragments((joined,), Tier.FRAGMENT)
        if PERSON in self._nouns and len(joined) >= _TRIGRAM and not is_number:
            self._similar(phonetic_tokens(text))

    def is_begun(self, text: str) -> bool:
        """Whether any term begins with the text, whoever may see it."""
        joined = search_key(text)
        return bool(joined) and bool(self._run(begins(self._nouns), {"low": joined, "high": joined + END}))

    def try_too(self, text: str) -> None:
        """Add what another reading of the text finds; only what surely fits where there is something already."""
        other = _Search(self._tx, self._nouns, self._limit)
        other.look_for(text, only_sure=bool(self.found))
        for key, tier in other.found.items():
            self.found.setdefault(key, tier)

    def in_turn(self) -> list[Found]:
        """The best `limit`: of equally sure ones, one of each noun after the other."""
        places: dict[tuple[str, Tier], int] = {}
        turns: list[tuple[Tier, int, int, Found]] = []
        for (noun, key), tier in self.found.items():
            place = places[noun, tier] = places.get((noun, tier), 0) + 1
            turns.append((tier, place, self._nouns.index(noun), Found(noun, key, tier)))
        turns.sort(key=lambda turn: turn[:3])
        return [found for *_, found in turns[: self._limit]]

    def _is_enough(self) -> bool:
        return len(self.found) >= self._limit

    def _take(self, rows: Iterable[Any], tier: Tier) -> None:
        for noun, key, is_whole in rows:
            self.found.setdefault((noun, key), Tier.EXACT if is_whole else tier)

    def _run(self, statement: Any, values: Mapping[str, Any]) -> Sequence[Any]:
        return self._tx.rows(statement, values)

    def _terms(self, terms: list[str], start: str) -> None:
        values: dict[str, Any] = {f"whole_{place}": term for place, term in enumerate(terms)}
        is_short_number = len(start) < _FEW_DIGITS.start and _NUMERALS.fullmatch(start) is not None
        more = min(_LONGER, self._limit) if is_short_number else self._limit
        values |= {"low": start, "high": start + END, "many": self._limit, "more": more}
        self._take(self._run(by_terms(self._tx.actor, self._nouns, len(terms)), values), Tier.PREFIX)

    def _words(self, words: tuple[str, ...], *, is_number: bool) -> None:
        """All words in whatever order: first as one name turned round, then anywhere."""
        for place in range(1, 1 if is_number else min(len(words), _MOST_WORDS)):
            self._starts("".join((*words[place:], *words[:place])))
        long = tuple(word for word in words if len(word) >= _TRIGRAM)
        if long:
            self._fragments(long, Tier.WORDS, tuple(word for word in words if len(word) < _TRIGRAM))

    def _starts(self, start: str) -> None:
        if not self._is_enough():
            values = {"low": start, "high": start + END, "more": self._limit}
            self._take(self._run(by_start(self._tx.actor, self._nouns), values), Tier.WORDS)

    def _fragments(self, parts: tuple[str, ...], tier: Tier, short: tuple[str, ...] = ()) -> None:
        if self._is_enough():
            return
        actor, dialect = self._tx.actor, self._connection.dialect.name
        if not actor.may(Right.CASE_READ_ALL):
            patterns = {f"part_{place}": f"%{part}%" for place, part in enumerate(parts)}
            rows = self._run(by_own_fragments(actor, self._nouns, len(parts)), patterns)
            self._take(_holding(rows, short), tier)
        many = SCANNED if short else self._limit + len(self.found)
        values = fragment_values(dialect, parts, SCANNED) | {"many": many}
        rows = self._run(by_fragments(actor, self._nouns, dialect), values)
        self._take(_holding(rows, short), tier)

    def _similar(self, sounds: tuple[str, ...]) -> None:
        """Persons each of whose typed words sounds like a word of a name; the longest sound leads."""
        if not self._is_enough():
            sounds = tuple(sorted(set(sounds), key=len, reverse=True))[:_MOST_WORDS]
            values = {f"sound_{place}": sound for place, sound in enumerate(sounds)}
            rows = self._run(by_sounds(self._tx.actor, len(sounds)), values | {"more": self._limit})
            self._take(rows, Tier.SIMILAR)


def _holding(rows: Iterable[Any], short: tuple[str, ...]) -> Iterable[tuple[str, UUID, int]]:
    """The rows that also hold the words too short for trigrams."""
    return ((noun, key, 0) for noun, key, text in rows if all(word in text for word in short))


def _same_as(text: str, joined: str) -> list[str]:
    """The terms that mean the same as the text: a number without the zeros in front, a telephone as stored."""
    terms = {joined: None}
    if _NUMERALS.fullmatch(joined):
        terms[joined.lstrip("0") or joined] = None
        with suppress(PersianValueError):
            terms[search_key(normalise_phone(text))] = None
    return list(terms)
