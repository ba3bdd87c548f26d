"""The indicator books, and the papers that were issued."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import UNRECORDED, Base, Choice, Owned
from models.enums import DocumentState, LetterDirection, LetterState, PrintKind


class Letter(Owned, Base):
    """A row of an indicator book (domain.md §2.9). A spoiled letter is kept as void; its number stays used (R-10).

    `repeat` counts the rows that were entered later behind a number of an earlier day («37/1»), 0 for the row of the
    number itself. Of such a row `registered_at` is on that earlier day and `entered_at` the moment of entering.
    """

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("unit_id", "book", "year", "serial", "repeat"),
        Index("ix_letter_registered", "unit_id", "registered_at", "id", "book", "direction", "year"),
        # all that a search of the books looks at: the wide rows stay unread
        Index(
            "ix_letter_words",
            "unit_id", "registered_at", "id", "words", "case_id", "book", "registered_by_id", "year", "direction",
            "kind",
        ),
    )  # fmt: skip
    book: Mapped[str]
    year: Mapped[int]
    serial: Mapped[int]
    number: Mapped[str]
    kind: Mapped[str] = mapped_column(default="")
    direction: Mapped[LetterDirection] = mapped_column(Choice(LetterDirection))
    state: Mapped[LetterState] = mapped_column(Choice(LetterState))
    registered_at: Mapped[datetime]
    registered_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"), index=True)
    correspondent: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    their_number: Mapped[str] = mapped_column(default="")
    their_date: Mapped[date | None]
    classification: Mapped[str] = mapped_column(default="normal")
    urgency: Mapped[str] = mapped_column(default="normal")
    enclosures: Mapped[str] = mapped_column(default="")
    void_reason: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    channel: Mapped[str] = mapped_column(default="")
    receipt: Mapped[str] = mapped_column(default="")
    repeat: Mapped[int] = mapped_column(default=0)
    backdated_reason: Mapped[str] = mapped_column(default="")
    entered_at: Mapped[datetime | None]
    words: Mapped[str] = mapped_column(default="", info=UNRECORDED)
    """What the search of the books looks through: texts and numbers as search keys (R-20), short enough to index."""


class LetterLink(Owned, Base):
    """A letter that answers or follows an earlier one of the books; `kind` is a code of `letter_link`."""

    __tablename__ = "letter_link"
    __table_args__ = (UniqueConstraint("letter_id", "earlier_id"),)
    letter_id: Mapped[UUID] = mapped_column(ForeignKey("letter.id"))
    earlier_id: Mapped[UUID] = mapped_column(ForeignKey("letter.id"), index=True)
    kind: Mapped[str]


class LetterAction(Owned, Base):
    """What was written in a letter's margin: who is to do what until when, and what became of it."""

    __tablename__ = "letter_action"
    __table_args__ = (
        Index("ix_letter_action_open", "to_staff_id", "done_at", "due_on"),
        Index("ix_letter_action_unit", "unit_id", "done_at", "due_on"),
    )
    letter_id: Mapped[UUID] = mapped_column(ForeignKey("letter.id"), index=True)
    order_text: Mapped[str]
    from_staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    to_staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    given_at: Mapped[datetime]
    due_on: Mapped[date | None]
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    done_word: Mapped[str] = mapped_column(default="")


class Document(Owned, Base):
    """An issued paper: bytes, hash and the snapshot it was composed from. None of them ever changes.

    `replaces_id`: the spoiled paper that this one corrects. `awaits_registry`: the number comes from the precinct's
    registry and is typed later (P-21). `signed_sheet_place`: where the signed original lies, if it is not scanned
    (P-38). `check_code`: the short code in its foot, "" on a paper without proof.
    """

    __tablename__ = "document"
    __table_args__ = (
        Index("ix_document_case", "case_id", "issued_at"),
        Index("ix_document_check_code", "unit_id", "check_code"),
        Index("ix_document_registry", "unit_id", "awaits_registry", "issued_at"),
        # what stands behind the bytes of a paper is read past all of them, so it is asked of the index
        Index("ix_document_signing", "case_id", "state", "signed_sheet_place", "kind", "agreement_id"),
    )
    kind: Mapped[str]
    title: Mapped[str]
    state: Mapped[DocumentState] = mapped_column(Choice(DocumentState))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    appointment_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment.id"), index=True)
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("session.id"), index=True)
    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter.id"), index=True)
    template_version: Mapped[str]
    issued_at: Mapped[datetime]
    issued_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    agreement_id: Mapped[UUID | None] = mapped_column(ForeignKey("agreement.id"), index=True)
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"), index=True)
    awaits_registry: Mapped[bool] = mapped_column(default=False)
    registry_no: Mapped[str] = mapped_column(default="")
    registry_on: Mapped[date | None]
    signed_sheet_place: Mapped[str] = mapped_column(default="")
    check_code: Mapped[str] = mapped_column(default="")
    voided_at: Mapped[datetime | None]
    originals: Mapped[int] = mapped_column(default=1)
    pages: Mapped[int] = mapped_column(default=1)
    void_reason: Mapped[str] = mapped_column(default="")
    snapshot: Mapped[dict[str, Any]] = mapped_column(deferred=True, info=UNRECORDED)
    content: Mapped[bytes] = mapped_column(deferred=True, info=UNRECORDED)
    sha256: Mapped[bytes]


class RecipientCopy(Owned, Base):
    """One original of a paper whose recipients do not read the same (P-17): number `position` goes to `recipient`.

    `content` is None where the recipient gets the document's own bytes, which are the full paper. `person_id` is the
    side whose copy it is. Bytes never change.
    """

    __tablename__ = "recipient_copy"
    __table_args__ = (UniqueConstraint("document_id", "position"),)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("document.id"))
    position: Mapped[int]
    recipient: Mapped[str]
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    pages: Mapped[int] = mapped_column(default=1)
    content: Mapped[bytes | None] = mapped_column(deferred=True, info=UNRECORDED)
    sha256: Mapped[bytes]


class Attachment(Owned, Base):
    """A scan or file that belongs to a case, to a letter, or to both, kept inside the encrypted file; its bytes never
    change."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_case", "case_id", "added_at"),)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_file.id"))
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("document.id"), index=True)
    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter.id"), index=True)
    kind: Mapped[str]
    title: Mapped[str]
    media_type: Mapped[str]
    pages: Mapped[int] = mapped_column(default=1)
    size: Mapped[int]
    classification: Mapped[str] = mapped_column(default="normal")
    added_at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    void_reason: Mapped[str] = mapped_column(default="")
    content: Mapped[bytes] = mapped_column(deferred=True, info=UNRECORDED)
    sha256: Mapped[bytes]


class PrintLog(Owned, Base):
    """Each run that left for the printer or a file: originals first, later ones are copies (P-23).

    `numbers` are the originals in it («2 of 4»); the same numbers in a row of spoilt sheets make them due again.
    """

    __tablename__ = "print_log"
    document_id: Mapped[UUID] = mapped_column(ForeignKey("document.id"), index=True)
    at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[PrintKind] = mapped_column(Choice(PrintKind))
    count: Mapped[int]
    numbers: Mapped[list[Any]]
    target: Mapped[str]
