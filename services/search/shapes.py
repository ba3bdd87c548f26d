"""What the search box and the lists get. Everything is plain frozen data."""

from dataclasses import dataclass
from uuid import UUID

from models.enums import CaseStatus
from services.finding import Tier


@dataclass(frozen=True, slots=True)
class Hit:
    """A person, a case or a letter that fits a text. `noun` is "person", "case" or "letter".

    `title`, `quiet` and `chip` are words that this actor may read: a minor by initials (P-14), nobody's name without
    the right to identities, the subject by its group for a clerk (P-15).
    """

    noun: str
    id: UUID
    tier: Tier
    title: str
    quiet: str
    chip: str = ""


@dataclass(frozen=True, slots=True)
class PersonListRow:
    """A person in the list, sorted by family then given name (R-21). Of a minor initials and year alone (P-14).

    `code` is masked but for its last digits; `case_no` is the newest file that the actor may know of.
    """

    id: UUID
    name: str
    father_name: str
    birth_year: int | None
    code: str
    case_id: UUID | None
    case_no: str
    is_minor: bool


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases to list; the default lists all. `group` is a code of `case_category_group`.

    `is_mine`: the actor is responsible or shares the work. `is_open`: True while under way, False when closed or
    void, None both.
    """

    is_mine: bool = False
    is_open: bool | None = None
    status: CaseStatus | None = None
    group: str = ""
    responsible_id: UUID | None = None
