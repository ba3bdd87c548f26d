"""The use-cases of attachments."""

import hashlib
from uuid import UUID

from models.case import CaseFile
from models.enums import CaseStatus, DocumentState
from models.letter import Attachment, Document, Letter
from services.actor import Actor, Right
from services.attachments.reading import MOST_BYTES, attachments_of, may_open, row_of, scans_of, sheet_of
from services.attachments.rules import media_type_of
from services.attachments.shapes import (
    AttachmentDraft,
    AttachmentRow,
    AttachmentSheet,
    LetterScanDraft,
    OpenedAttachment,
)
from services.cases.access import visible_case
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError, NotAllowedError, NotFoundError, StorageError
from services.letters.access import readable_letter
from services.people.fields import Fields
from services.typed import REASON, line
from services.unit_of_work import Tx, UnitOfWork

_MEGABYTE = 1024 * 1024
_NORMAL = "normal"


class Attachments:
    """Attachments of one unit's cases and letters. Their bytes never change; a wrong one is declared void."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def sheet(self, actor: Actor, case_id: UUID) -> AttachmentSheet:
        """What the form of a new attachment starts from."""
        with self._uow.read(actor, Right.DOCUMENT_ISSUE) as tx:
            visible_case(tx, case_id)
            return sheet_of(tx, self._codes, case_id)

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[AttachmentRow, ...]:
        """The attachments of a case, latest first, void ones too."""
        with self._uow.read(actor, Right.DOCUMENT_READ) as tx:
            visible_case(tx, case_id)
            return attachments_of(tx, self._codes, case_id)

    def attach(self, actor: Actor, draft: AttachmentDraft) -> Done[AttachmentRow]:
        """Keep a file inside the encrypted one. `InvalidError` beside "content" for what is none of PDF, JPEG and
        PNG, empty, or too large."""
        with self._uow.write(actor, Right.DOCUMENT_ISSUE) as tx:
            case = visible_case(tx, draft.case_id)
            row = self._checked(tx, case, draft)
            tx.add(row)
            tx.session.flush()
            tx.record("attachment.add", "attachment", row.id)
            self._tell(tx, row)
            value = row_of(tx, self._codes, row)
        return tx.done(value)

    def of_letter(self, actor: Actor, letter_id: UUID) -> tuple[AttachmentRow, ...]:
        """The scans of a letter whose words the actor may read, latest first, void ones too."""
        with self._uow.read(actor, Right.LETTER_READ) as tx:
            return scans_of(tx, self._codes, readable_letter(tx, letter_id).id)

    def letter_kinds(self, actor: Actor) -> tuple[tuple[str, str], ...]:
        """What a scan of a letter may be, as code and words."""
        return tuple((code.code, code.label) for code in self._codes.all(actor, "attachment_kind"))

    def attach_to_letter(self, actor: Actor, draft: LetterScanDraft) -> Done[AttachmentRow]:
        """Keep the scan of a letter, which is also its file's if it has one; errors as `attach`."""
        with self._uow.write(actor, Right.LETTER_REGISTER) as tx:
            letter = readable_letter(tx, draft.letter_id)
            row = self._scan(tx, draft)
            row.case_id, row.letter_id = letter.case_id, letter.id
            tx.add(row)
            tx.session.flush()
            tx.record("attachment.add", "attachment", row.id)
            self._tell(tx, row)
            value = row_of(tx, self._codes, row)
        return tx.done(value)

    def open(self, actor: Actor, attachment_id: UUID) -> OpenedAttachment:
        """An attachment with its bytes; the opening is recorded. `StorageError` if the bytes were altered."""
        with self._uow.write(actor, *_to_read(actor)) as tx:
            row = self._visible(tx, attachment_id)
            if not may_open(tx, row):
                raise NotFoundError("errors.not_found")
            tx.record("attachment.open", "attachment", row.id)
            if hashlib.sha256(row.content).digest() != row.sha256:
                raise StorageError("attachments.damaged")
            return OpenedAttachment(row_of(tx, self._codes, row), row.content)

    def void(self, actor: Actor, attachment_id: UUID, version: int, reason: str) -> Done[AttachmentRow]:
        """Declare a wrong attachment void; whoever added it may, and the head. Nothing is deleted."""
        why = line("reason", reason, REASON, needed="attachments.reason_needed")
        with self._uow.write(actor, *_to_read(actor)) as tx:
            row = self._visible(tx, attachment_id)
            tx.expect(row, version)
            if not row_of(tx, self._codes, row).may_void:
                raise NotAllowedError("errors.not_allowed")
            row.void_reason = why
            tx.session.flush()
            tx.record("attachment.void", "attachment", row.id, reason=why)
            self._tell(tx, row)
            value = row_of(tx, self._codes, row)
        return tx.done(value)

    def name_place(self, actor: Actor, document_id: UUID, version: int, place: str) -> Done[None]:
        """Say where the signed sheet of an issued paper lies, for who has no scanner (P-38)."""
        where = line("place", place, needed="attachments.place_needed")
        with self._uow.write(actor, Right.DOCUMENT_ISSUE) as tx:
            document = self._paper(tx, document_id)
            tx.expect(document, version)
            document.signed_sheet_place = where
            tx.session.flush()
            tx.record("document.file_original", "document", document.id)
            tx.changed("document", document.id)
            if document.case_id is not None:
                tx.changed("case", document.case_id)
        return tx.done(None)

    def _checked(self, tx: Tx, case: CaseFile, draft: AttachmentDraft) -> Attachment:
        if case.status is CaseStatus.VOIDED:
            raise InvalidError("cases.already_voided")
        row = self._scan(tx, draft)
        if draft.document_id is not None and self._paper(tx, draft.document_id).case_id != case.id:
            raise NotFoundError("errors.not_found")
        if draft.letter_id is not None and tx.get(Letter, draft.letter_id).case_id != case.id:
            raise NotFoundError("errors.not_found")
        row.case_id, row.document_id, row.letter_id = case.id, draft.document_id, draft.letter_id
        return row

    def _scan(self, tx: Tx, draft: AttachmentDraft | LetterScanDraft) -> Attachment:
        """The checked bytes, belonging to nothing yet."""
        lists, fields = self._codes.of(tx.actor), Fields()
        fields.code("kind", lists, "attachment_kind", draft.kind, required=True)
        title = fields.line("title", draft.title) or lists.label("attachment_kind", draft.kind)
        media_type = media_type_of(draft.content)
        if not media_type:
            fields.wrong("content", "attachments.wrong_type" if draft.content else "attachments.file_needed")
        elif len(draft.content) > MOST_BYTES:
            fields.wrong("content", "attachments.too_large", most=MOST_BYTES // _MEGABYTE)
        fields.refuse()
        return Attachment(
            kind=draft.kind,
            title=title,
            media_type=media_type,
            pages=max(1, draft.pages),
            size=len(draft.content),
            classification=str(lists.does("attachment_kind", draft.kind, "classification") or _NORMAL),
            added_at=tx.now,
            staff_id=tx.actor.staff_id,
            content=draft.content,
            sha256=hashlib.sha256(draft.content).digest(),
        )

    def _paper(self, tx: Tx, document_id: UUID) -> Document:
        document = tx.get(Document, document_id)
        if document.case_id is not None:
            visible_case(tx, document.case_id)
        if document.state is DocumentState.VOIDED:
            raise InvalidError("documents.is_void")
        return document

    def _visible(self, tx: Tx, attachment_id: UUID) -> Attachment:
        row = tx.get(Attachment, attachment_id)
        if row.case_id is not None:
            visible_case(tx, row.case_id)
        if row.letter_id is not None:
            readable_letter(tx, row.letter_id)
        return row

    def _tell(self, tx: Tx, row: Attachment) -> None:
        tx.changed("attachment", row.id)
        if row.case_id is not None:
            tx.changed("case", row.case_id)
        if row.letter_id is not None:
            tx.changed("letter", row.letter_id)


def _to_read(actor: Actor) -> tuple[Right, ...]:
    """Whoever may not read papers may still read the scans of letters that they kept themselves."""
    return (Right.DOCUMENT_READ,) if actor.may(Right.DOCUMENT_READ) else (Right.LETTER_REGISTER,)
