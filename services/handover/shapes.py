"""What goes into and comes out of handing over a colleague's work. Case numbers and initials only (P-3)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from models.enums import HandoverKind, HandoverState
from services.safety.shapes import Mark
from services.scheduling.shapes import AppointmentRow


@dataclass(frozen=True, slots=True)
class Receiver:
    """A colleague who holds cases. `is_away`: has handed over work of their own for these days."""

    id: UUID
    name: str
    title: str
    is_away: bool


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One open file of a colleague, or (`case_id` None) the hours and letters that belong to no file.

    `appointments`: those of the days in question. `letters`: orders assigned to the colleague. `tasks` and
    `follow_ups` are the file's own and go with it. `notes`: the colleague's own process notes that are shared with
    nobody, told to their author alone; they stay sealed (R-14). `refused`: the receivers to whom it can't be given;
    `words` is the neutral sentence for that, and `needs_head` that the head alone gives it (P-7).
    """

    case_id: UUID | None
    case_no: str
    initials: str
    marks: tuple[Mark, ...]
    status_label: str
    is_responsible: bool
    appointments: tuple[AppointmentRow, ...]
    letters: int
    tasks: int
    follow_ups: int
    notes: int
    refused: tuple[UUID, ...]
    words: str
    needs_head: bool


@dataclass(frozen=True, slots=True)
class Work:
    """All that a colleague has open, by file, and who can take it."""

    staff_id: UUID
    name: str
    items: tuple[WorkItem, ...]
    receivers: tuple[Receiver, ...]


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """One item and who takes it; `case_id` None for what belongs to no file. An empty note: the one for all."""

    case_id: UUID | None
    to_id: UUID
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandoverDraft:
    """`staff_id` gives. An absence lasts from `first_on` to `last_on`; of who leaves, `first_on` is the last day."""

    staff_id: UUID
    kind: HandoverKind
    first_on: date
    last_on: date | None
    items: tuple[ItemDraft, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """What was given in one file. `case_id` is None without a file; a file that the actor may not see is left out.

    `note` is for head, giver and receiver. `letters` and `appointments` went along. `seen_at`: when the receiver
    first opened it, None while that has not happened.
    """

    id: UUID
    case_id: UUID | None
    case_no: str
    initials: str
    to_id: UUID
    to_name: str
    note: str
    appointments: int
    letters: int
    returned_at: datetime | None
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """One handing over. `to_move`: appointments that stayed with the giver, because the receiver has no time.

    `may_undo`: within a day, by head or giver. `may_return`: an absence that was not yet taken back.
    """

    id: UUID
    version: int
    from_id: UUID
    from_name: str
    by_name: str
    at: datetime
    kind: HandoverKind
    state: HandoverState
    first_on: date
    last_on: date | None
    note: str
    items: tuple[ItemRow, ...]
    to_move: tuple[AppointmentRow, ...]
    may_undo: bool
    may_return: bool
    is_from_me: bool
    is_to_me: bool

    @property
    def unseen_by(self) -> tuple[str, ...]:
        """The receivers who have not opened it yet."""
        waiting = (item.to_name for item in self.items if item.seen_at is None and item.returned_at is None)
        return tuple(dict.fromkeys(waiting)) if self.state is HandoverState.OPEN else ()

    @property
    def receivers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item.to_name for item in self.items))


@dataclass(frozen=True, slots=True)
class Given:
    """What came of it: how many files went, what stayed with the giver and is to be moved.

    `kept`: of an undoing or returning, the files that somebody else had taken over meanwhile and that stay there.
    """

    handover_id: UUID
    version: int
    count: int
    to_move: tuple[AppointmentRow, ...]
    kept: int = 0


@dataclass(frozen=True, slots=True)
class PassedOn:
    """In the history of one file: who gave it to whom, until when, and the note for whoever may read it."""

    at: datetime
    from_name: str
    to_name: str
    by_name: str
    kind: HandoverKind
    first_on: date
    last_on: date | None
    note: str
    is_undone: bool
    returned_at: datetime | None
