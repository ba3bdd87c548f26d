"""What the pages of handing over are opened with."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class GiveArgument:
    """Whose work is to be given; None: the actor's own."""

    staff_id: UUID | None = None
