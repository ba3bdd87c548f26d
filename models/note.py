"""What colleagues write down beside a session: tasks, late notes, and sealed process notes (R-14, P-27)."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import SEALED, UNRECORDED, Base, Owned


class SessionTask(Owned, Base):
    """What somebody agreed to do until the next meeting; without a party it is the unit's own."""

    __tablename__ = "session_task"
    __table_args__ = (
        Index("ix_session_task_session", "session_id", "position"),
        Index("ix_session_task_case", "case_id", "done_on"),
    )
    session_id: Mapped[UUID] = mapped_column(ForeignKey("session.id"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    position: Mapped[int]
    party_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_party.id"), index=True)
    text: Mapped[str] = mapped_column(info=SEALED)
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]


class CaseNote(Owned, Base):
    """A note of the file outside a session; may be quoted (R-14). `is_late`: written into a closed file (P-27)."""

    __tablename__ = "case_note"
    __table_args__ = (Index("ix_case_note_case", "case_id", "happened_on"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("session.id"), index=True)
    happened_on: Mapped[date]
    text: Mapped[str] = mapped_column(info=SEALED)
    is_late: Mapped[bool] = mapped_column(default=False)
    written_at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))


class ProcessNote(Owned, Base):
    """A counsellor's own working note: never printed, exported or searched; only its keys open it (R-14).

    `content` is sealed with the note's own key; `revision` goes into the seal, so that no earlier text can be put
    back for a later one. `emergency_at`: when two holders of the escrow last opened it, which its author is told.
    """

    __tablename__ = "process_note"
    __table_args__ = (
        Index("ix_process_note_case", "case_id", "author_id"),
        Index("ix_process_note_emergency", "author_id", "emergency_at"),
    )
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("session.id"), index=True)
    author_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    written_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    revision: Mapped[int] = mapped_column(default=1)
    emergency_at: Mapped[datetime | None]
    emergency_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    emergency_seen_at: Mapped[datetime | None]
    content: Mapped[bytes] = mapped_column(deferred=True, info=SEALED)


class ProcessNoteKey(Owned, Base):
    """A note's key, sealed to one holder: the author, a colleague it was shared with, or the escrow (no `staff_id`).

    `public_key` is the one it was sealed to: after a reset by the head a colleague has another (design §5).
    """

    __tablename__ = "process_note_key"
    __table_args__ = (UniqueConstraint("note_id", "staff_id", "public_key"),)
    note_id: Mapped[UUID] = mapped_column(ForeignKey("process_note.id"))
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    public_key: Mapped[bytes] = mapped_column(info=UNRECORDED)
    sealed_key: Mapped[bytes] = mapped_column(info=UNRECORDED)
    given_at: Mapped[datetime]
    given_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))


class NoteEscrow(Owned, Base):
    """The unit's escrow of process notes: two halves of one key, each sealed to its holder (design §5).

    `second_holder` names who keeps the second half: a colleague's id, or none for the sheet in an envelope.
    """

    __tablename__ = "note_escrow"
    made_at: Mapped[datetime]
    first_holder_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    second_holder_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    public_key: Mapped[bytes] = mapped_column(info=UNRECORDED)
    first_half: Mapped[bytes] = mapped_column(info=UNRECORDED)
    second_half: Mapped[bytes] = mapped_column(info=UNRECORDED)
    ended_at: Mapped[datetime | None]
