"""Persons, how to reach them, who may be the same, and how they are related."""

from models.enums import BirthPrecision, ContactKind, GivenBy
from services.people.service import People
from services.people.shapes import (
    ContactDraft,
    ContactRow,
    Likeness,
    LikenessReason,
    PersonDetail,
    PersonDraft,
    PersonRow,
    RelationRow,
    as_stored,
)

__all__ = [
    "BirthPrecision",
    "ContactDraft",
    "ContactKind",
    "ContactRow",
    "GivenBy",
    "Likeness",
    "LikenessReason",
    "People",
    "PersonDetail",
    "PersonDraft",
    "PersonRow",
    "RelationRow",
    "as_stored",
]
