"""What a write says it changed: the only refresh signal that a screen listens to (design.md §3 rule 3)."""

from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

T_co = TypeVar("T_co", covariant=True)

ANYTHING = "*"
"""The noun of a change that may have touched rows of any noun."""


@dataclass(frozen=True, slots=True)
class Change:
    """Rows of `noun` ("case", "appointment" …) changed; `id` is None when more than one may have."""

    noun: str
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Done(Generic[T_co]):
    """The result of every writing use-case: its value, and what the committed transaction changed."""

    value: T_co
    changes: frozenset[Change]
