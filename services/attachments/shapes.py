"""What goes into and comes out of attachments."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AttachmentDraft:
    """A file that is to be kept. `kind` is a code of `attachment_kind`, `title` empty: as the kind is called.

    `document_id` names the issued paper whose signed sheet it is. `pages`: counted by whoever could open it.
    """

    case_id: UUID
    kind: str
    content: bytes
    title: str = ""
    pages: int = 1
    document_id: UUID | None = None
    letter_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LetterScanDraft:
    """A scan of a letter of the books, as `AttachmentDraft`."""

    letter_id: UUID
    kind: str
    content: bytes
    title: str = ""
    pages: int = 1


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """An attachment on the page of its case or letter. `size` counts bytes.

    `may_open`: whether this actor may read it; of a scan that is not for the actor the title is that of its kind.
    """

    id: UUID
    version: int
    case_id: UUID | None
    kind: str
    kind_label: str
    title: str
    media_type: str
    pages: int
    size: int
    document_id: UUID | None
    added_at: datetime
    staff_name: str
    is_void: bool
    void_reason: str
    may_void: bool
    letter_id: UUID | None = None
    may_open: bool = True


@dataclass(frozen=True, slots=True)
class OpenedAttachment:
    """An attachment with its bytes."""

    row: AttachmentRow
    content: bytes


@dataclass(frozen=True, slots=True)
class PaperToSign:
    """An issued paper of the case whose signed sheet may be filed. `place`: where it lies, if it is not scanned."""

    id: UUID
    version: int
    title: str
    number: str
    has_scan: bool
    place: str


@dataclass(frozen=True, slots=True)
class AttachmentSheet:
    """What the form starts from: the kinds as code and words, and the papers that people signed."""

    case_id: UUID
    kinds: tuple[tuple[str, str], ...]
    papers: tuple[PaperToSign, ...]
    most_bytes: int
