"""Persons, how to reach them, who may be the same, and how they are related."""

from models.enums import BirthPrecision, ContactKind, GivenBy
from services.people.service import People
from services.people.shapes import (
    MERGE_FIELDS,
    Comparison,
    ContactDraft,
    ContactRow,
    Likeness,
    LikenessReason,
    MergeDraft,
    PersonDetail,
    PersonDraft,
    PersonRow,
    RelationRow,
    as_stored,
)

__all__ = [
    "MERGE_FIELDS",
    "BirthPrecision",
    "Comparison",
    "ContactDraft",
    "ContactKind",
    "ContactRow",
    "GivenBy",
    "Likeness",
    "LikenessReason",
    "MergeDraft",
    "People",
    "PersonDetail",
    "PersonDraft",
    "PersonRow",
    "RelationRow",
    "as_stored",
]
