"""What goes into and comes out of process notes. Texts stand in `NoteDraft` and `NoteText`, and in no repr."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note that is written, or the author's own that `id` and `version` name, changed."""

    case_id: UUID
    text: str = field(repr=False)
    session_id: UUID | None = None
    id: UUID | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A colleague who can open a note, by whom and since when."""

    staff_id: UUID
    name: str
    given_by: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note without its text. `can_open`: with the keys that the actor holds now.

    `shares` are told to who can open it and to its author. `lacks_escrow`: the author's own, not under the present
    escrow yet. `opened_in_emergency`: when two holders opened it, told to the author until put away.
    """

    id: UUID
    version: int
    case_id: UUID
    session_id: UUID | None
    author_id: UUID
    author_name: str
    is_mine: bool
    written_at: datetime
    changed_at: datetime
    can_open: bool
    shares: tuple[ShareRow, ...]
    lacks_escrow: bool
    opened_in_emergency: datetime | None
    opened_by: str


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note that was opened."""

    row: NoteRow
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EscrowRow:
    """An escrow: who holds its two halves; `second_holder` is empty for the sheet in an envelope.

    `is_usable`: the actor's own half opens with the keys of now (a reset password loses it). `waiting`: notes that
    are not under it yet; each comes under it when its author next looks at it.
    """

    made_at: datetime
    first_holder: str
    second_holder: str
    is_sheet: bool
    is_usable: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class EscrowState:
    """What there is, and which colleagues may hold the second half."""

    escrow: EscrowRow | None
    candidates: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class EscrowMade:
    """A new escrow; with a sheet, what is printed on it, seen this once."""

    row: EscrowRow
    groups: tuple[str, ...] = field(default=(), repr=False)
    key_name: str = ""


@dataclass(frozen=True, slots=True)
class EmergencyDraft:
    """Opening a note with two holders: why, and the second holder's password or the code of the sheet."""

    note_id: UUID
    reason: str
    second_proof: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReturnDraft:
    """Giving an author whose keys were lost the own notes back, unread: why, and the second holder's proof."""

    author_id: UUID
    reason: str
    second_proof: str = field(repr=False)
