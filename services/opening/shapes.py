"""What the first-start guide hands over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.staff.shapes import StaffDraft
from services.unit_profile.shapes import UnitDraft


@dataclass(frozen=True, slots=True)
class Colleague:
    """A further account of the first day, with its first password."""

    draft: StaffDraft
    password: str


@dataclass(frozen=True, slots=True)
class SetupDraft:
    """Everything a new unit is made of. `last_numbers` by book: the last ones used on paper this year (P-22)."""

    unit: UnitDraft
    head: StaffDraft
    head_password: str
    rooms: tuple[str, ...] = ()
    colleagues: tuple[Colleague, ...] = ()
    last_numbers: Mapping[str, int] = field(default_factory=dict)
    is_practice: bool = False
