"""Writing, opening and sharing process notes, and the escrow that opens them in an emergency (R-14, design.md §5)."""

import base64
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy import bindparam, select

from models.base import new_id
from models.case import CaseFile
from models.enums import CaseStatus
from models.note import ProcessNote, ProcessNoteKey
from models.unit import Staff as StaffModel
from models.work import Session
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.changes import Done
from services.drafts import Drafts
from services.errors import InvalidError, NotAllowedError, NotFoundError
from services.notes import boxes, escrow, holders
from services.notes.reading import note_rows, notes_of
from services.notes.shapes import (
    EmergencyDraft,
    EscrowMade,
    EscrowState,
    NoteDraft,
    NoteRow,
    NoteText,
    ReturnDraft,
)
from services.staff import Staff
from services.staff.rights import rights_of
from services.staff.rules import has_ended
from services.typed import REASON, line, lines
from services.unit_of_work import Tx, UnitOfWork
from services.vault.accounts import public_keys
from services.vault.errors import VaultError
from services.vault.escrow import OpenEscrow, new_escrow
from services.vault.recovery_code import RecoveryCode
from services.vault.sealing import Purpose, seal
from services.vault.unlocked import Unlocked
from services.visibility import visible_to

LIMIT = 50_000
_MINE = select(ProcessNote).where(ProcessNote.author_id == bindparam("of_author"))


class Notes:
    """Process notes of one open folder. Texts open with the keys of whoever is signed in, and with no others."""

    def __init__(self, uow: UnitOfWork, staff: Staff, drafts: Drafts, folder: Path) -> None:
        self._uow = uow
        self._staff = staff
        self._drafts = drafts
        self._folder = folder
        self._seals: dict[UUID, bytes] = {}

    # --- one's own ------------------------------------------------------------------------------------------------

    def write(self, actor: Actor, draft: NoteDraft) -> Done[NoteRow]:
        """Write a note, or change one's own; who could open it still can. It comes under the escrow, if there is one.

        `InvalidError` "notes.own_alone" for another's note, "notes.keys_lost" where one's keys are other ones now.
        """
        keys = self._keys(actor)
        with self._uow.write(actor, Right.PROCESS_NOTE) as tx:
            case = _open_case(tx, draft.case_id)
            text = lines("text", draft.text, LIMIT, needed="errors.required")
            sealed: list[ProcessNoteKey] = []
            if draft.id is None:
                note, key = self._new(tx, case, draft), boxes.new_key()
            else:
                note = self._own(tx, case, draft)
                sealed = holders.keys_of_notes(tx, [note.id]).get(note.id, [])
                key = holders.opened_key(note, sealed, keys, actor.staff_id)
                note.revision += 1
            note.changed_at = tx.now
            note.content = boxes.lock_text(key, note.id, note.revision, text)
            tx.session.flush()
            if draft.id is None:
                holders.give(tx, note.id, key, keys.public_key, actor.staff_id)
            holders.put_under_escrow(tx, note.id, key, sealed)
            tx.record("note.write" if draft.id is None else "note.change", "note", note.id)
            value = self._told(tx, note, keys)
        return tx.done(value)

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[NoteRow, ...]:
        """Whose notes there are in a case and of which day, latest first; no text."""
        with self._uow.read(actor, Right.PROCESS_NOTE) as tx:
            visible_case(tx, case_id)
            return notes_of(tx, case_id, self._public_key(actor))

    def open(self, actor: Actor, note_id: UUID) -> NoteText:
        """The text, to its author or whom it was shared with. The access is committed before it is returned."""
        keys = self._keys(actor)
        with self._uow.read_recorded(actor, Right.PROCESS_NOTE) as tx:
            note = self._note(tx, note_id)
            sealed = holders.keys_of_notes(tx, [note.id]).get(note.id, [])
            key = holders.opened_key(note, sealed, keys, actor.staff_id)
            text = boxes.unlock_text(key, note.id, note.revision, note.content)
            tx.record("note.open", "note", note.id)
            return NoteText(note_rows(tx, [note], keys.public_key)[0], text)

    def cover(self, actor: Actor) -> Done[int]:
        """Bring the own notes that are not under the present escrow under it; how many that were."""
        keys = self._keys(actor)
        with self._uow.write(actor, Right.PROCESS_NOTE) as tx:
            notes = tx.session.scalars(_MINE, {"of_author": actor.staff_id}).all()
            sealed = holders.keys_of_notes(tx, [note.id for note in notes])
            count = 0
            for note in notes:
                rows = sealed.get(note.id, [])
                if any(row.staff_id == actor.staff_id and row.public_key == keys.public_key for row in rows):
                    key = holders.opened_key(note, rows, keys, actor.staff_id)
                    count += holders.put_under_escrow(tx, note.id, key, rows)
            tx.record("note.cover", "note")
            tx.changed("note")
        return tx.done(count)

    def put_away(self, actor: Actor, note_id: UUID) -> Done[None]:
        """The author knows that two holders opened the note."""
        with self._uow.write(actor, Right.PROCESS_NOTE) as tx:
            note = self._note(tx, note_id)
            if note.author_id != actor.staff_id:
                raise InvalidError("notes.own_alone")
            note.emergency_seen_at = tx.now
            tx.record("note.put_away", "note", note.id)
            tx.changed("note", note.id)
        return tx.done(None)

    # --- sharing --------------------------------------------------------------------------------------------------

    def receivers(self, actor: Actor, note_id: UUID) -> tuple[tuple[UUID, str], ...]:
        """The colleagues with whom a note can be shared: they may see the case, and write such notes themselves."""
        with self._uow.read(actor, Right.PROCESS_NOTE) as tx:
            note = self._note(tx, note_id)
            colleagues = tx.session.scalars(select(StaffModel).where(StaffModel.unit_id == actor.unit_id)).all()
            fit = [one for one in colleagues if one.id != actor.staff_id and _may_receive(tx, note, one)]
        return tuple(sorted(((one.id, one.full_name) for one in fit), key=lambda one: one[1]))

    def share(self, actor: Actor, note_id: UUID, staff_id: UUID) -> Done[NoteRow]:
        """Let a colleague open a note that the actor can open; also its author, whose keys were lost."""
        keys = self._keys(actor)
        with self._uow.write(actor, Right.PROCESS_NOTE) as tx:
            note = self._note(tx, note_id)
            sealed = holders.keys_of_notes(tx, [note.id]).get(note.id, [])
            key = holders.opened_key(note, sealed, keys, actor.staff_id)
            if not _may_receive(tx, note, tx.get(StaffModel, staff_id)):
                raise InvalidError("notes.may_not_receive", "staff_id")
            public_key = self._key_of(keys, staff_id)
            if not any(row.staff_id == staff_id and row.public_key == public_key for row in sealed):
                holders.give(tx, note.id, key, public_key, staff_id)
            tx.record("note.share", "note", note.id)
            value = self._told(tx, note, keys)
        return tx.done(value)

    def take_back(self, actor: Actor, note_id: UUID, staff_id: UUID) -> Done[NoteRow]:
        """Let a colleague open the own note no longer: it gets another key. What was read stays read."""
        keys = self._keys(actor)
        with self._uow.write(actor, Right.PROCESS_NOTE) as tx:
            note = self._note(tx, note_id)
            if note.author_id != actor.staff_id or staff_id == actor.staff_id:
                raise InvalidError("notes.own_alone")
            sealed = holders.keys_of_notes(tx, [note.id]).get(note.id, [])
            key = holders.opened_key(note, sealed, keys, actor.staff_id)
            text = boxes.unlock_text(key, note.id, note.revision, note.content)
            key = boxes.new_key()
            note.revision += 1
            note.content = boxes.lock_text(key, note.id, note.revision, text)
            for row in sealed:
                if row.staff_id == staff_id:
                    tx.session.delete(row)
                else:
                    row.sealed_key = boxes.seal_key(row.public_key, note.id, key)
            tx.record("note.take_back", "note", note.id)
            value = self._told(tx, note, keys)
        return tx.done(value)

    # --- two holders ----------------------------------------------------------------------------------------------

    def escrow(self, actor: Actor, note_id: UUID | None = None) -> EscrowState:
        """The present escrow, or the one that opens a note (a former one may), and who may hold a second half."""
        keys = self._keys(actor)
        with self._uow.read(actor, Right.NOTE_ESCROW) as tx:
            if note_id is None:
                row = holders.present_escrow(tx)
            else:
                row = escrow.escrow_over(tx, self._note(tx, note_id))
            found = escrow.escrow_row(tx, row, keys) if row is not None else None
            return EscrowState(found, escrow.second_holders(tx))

    def make_escrow(self, actor: Actor, second_holder_id: UUID | None) -> Done[EscrowMade]:
        """A new escrow of the head and a colleague, or of the head and a sheet (None) that is printed now.

        New notes come under it at once, those that stand when their authors next look at them. The former one opens
        only what is under it alone.
        """
        keys = self._keys(actor)
        with self._uow.write(actor, Right.NOTE_ESCROW) as tx:
            sheet = RecoveryCode.generate() if second_holder_id is None else None
            if second_holder_id is None or sheet is not None:
                public_key = sheet.public_key if sheet is not None else b""
            elif second_holder_id in dict(escrow.second_holders(tx)):
                public_key = self._key_of(keys, second_holder_id)
            else:
                raise InvalidError("notes.no_second_holder", "second_holder_id")
            row = escrow.replace_escrow(tx, new_escrow(keys.public_key, public_key), second_holder_id)
            tx.record("note_escrow.make", "note_escrow", row.id)
            tx.changed("note_escrow", row.id)
            tx.changed("note")
            groups = sheet.groups if sheet is not None else ()
            name = public_key.hex()[:6].upper() if sheet is not None else ""
            value = EscrowMade(escrow.escrow_row(tx, row, keys), groups, name)
        return tx.done(value)

    def open_in_emergency(self, actor: Actor, draft: EmergencyDraft) -> Done[NoteText]:
        """A note's text with both holders of the escrow together, for a reason. Its author is told."""
        keys = self._keys(actor)
        reason = line("reason", draft.reason, REASON, needed="errors.required")
        with self._uow.read(actor, Right.NOTE_ESCROW, Right.PROCESS_NOTE) as tx:
            note = self._note(tx, draft.note_id)
            row = escrow.escrow_over(tx, note)
            if row is None:
                raise InvalidError("notes.no_escrow")
            kept = escrow.kept(tx, row)
        opened = escrow.opened_escrow(kept, keys, draft.second_proof, self._folder, self._uow.clock.now())
        with self._uow.write(actor, Right.NOTE_ESCROW, Right.PROCESS_NOTE) as tx:
            note = self._note(tx, draft.note_id)
            sealed = holders.keys_of_notes(tx, [note.id]).get(note.id, [])
            key = holders.opened_key(note, sealed, opened, None)
            text = boxes.unlock_text(key, note.id, note.revision, note.content)
            note.emergency_at, note.emergency_by_id, note.emergency_seen_at = tx.now, actor.staff_id, None
            tx.record("note.open_emergency", "note", note.id, reason=reason)
            tx.changed("note", note.id)
            tx.session.flush()
            value = NoteText(note_rows(tx, [note], keys.public_key)[0], text)
        return tx.done(value)

    def give_back(self, actor: Actor, draft: ReturnDraft) -> Done[int]:
        """Give an author whose password was reset the own notes back, with both holders; nobody reads them.

        How many notes opened. Those that were never under an escrow stay closed until somebody shares them.
        """
        keys = self._keys(actor)
        reason = line("reason", draft.reason, REASON, needed="errors.required")
        with self._uow.read(actor, Right.NOTE_ESCROW) as tx:
            row = holders.present_escrow(tx)
            if row is None:
                raise InvalidError("notes.no_escrow")
            kept = escrow.kept(tx, row)
        opened = escrow.opened_escrow(kept, keys, draft.second_proof, self._folder, self._uow.clock.now())
        with self._uow.write(actor, Right.NOTE_ESCROW) as tx:
            author = tx.get(StaffModel, draft.author_id)
            count = _given_back(tx, author.id, self._key_of(keys, author.id), opened)
            tx.record("note.give_back", "staff", author.id, reason=reason)
            tx.changed("note")
        return tx.done(count)

    # --- what is being typed ----------------------------------------------------------------------------------------

    def keep_draft(self, actor: Actor, form: str, subject: str, text: str) -> None:
        """Keep what is being typed, sealed to the actor: whoever reads the drafts' file reads none of it.

        Sealing asks for no secret, so that what was typed is kept also while the seat is being locked.
        """
        public_key = self._seals.get(actor.session_id) or self._keys(actor).public_key
        self._seals[actor.session_id] = public_key
        sealed = seal(public_key, Purpose.NOTE_DRAFT, text.encode(), _place(actor, form, subject))
        self._drafts.save(actor, form, subject, {"sealed": base64.b85encode(sealed).decode()})

    def draft(self, actor: Actor, form: str, subject: str) -> str | None:
        """What was typed and not stored; None where there is nothing, or nothing that these keys open."""
        found = self._drafts.load(actor, form, subject)
        if found is None:
            return None
        try:
            sealed = base64.b85decode(str(found.get("sealed", "")))
            return self._keys(actor).unwrap(Purpose.NOTE_DRAFT, sealed, _place(actor, form, subject)).decode()
        except (VaultError, ValueError):
            return None

    def discard_draft(self, actor: Actor, form: str, subject: str) -> None:
        """The note was stored, or thrown away."""
        self._drafts.discard(actor, form, subject)

    # --- private ----------------------------------------------------------------------------------------------------

    def _keys(self, actor: Actor) -> Unlocked:
        """The keys of this very person; another's, that stand under the same session by mistake, open nothing."""
        keys = self._staff.keys_of(actor)
        if keys.staff_id != actor.staff_id:
            raise NotAllowedError("errors.not_allowed")
        return keys

    def _public_key(self, actor: Actor) -> bytes:
        try:
            return self._keys(actor).public_key
        except NotAllowedError:
            return b""

    def _key_of(self, keys: Unlocked, staff_id: UUID) -> bytes:
        public_key = public_keys(self._folder, keys).get(staff_id)
        if public_key is None:
            raise InvalidError("notes.no_keys", "staff_id")
        return public_key

    def _note(self, tx: Tx, note_id: UUID) -> ProcessNote:
        note = tx.get(ProcessNote, note_id)
        visible_case(tx, note.case_id)
        return note

    def _new(self, tx: Tx, case: CaseFile, draft: NoteDraft) -> ProcessNote:
        if draft.session_id is not None and tx.get(Session, draft.session_id).case_id != case.id:
            raise NotFoundError("errors.not_found")
        note = ProcessNote(
            id=new_id(),
            case_id=case.id,
            session_id=draft.session_id,
            author_id=tx.actor.staff_id,
            written_at=tx.now,
            revision=1,
        )
        tx.add(note)
        return note

    def _own(self, tx: Tx, case: CaseFile, draft: NoteDraft) -> ProcessNote:
        assert draft.id is not None
        note = self._note(tx, draft.id)
        if note.case_id != case.id:
            raise NotFoundError("errors.not_found")
        if note.author_id != tx.actor.staff_id:
            raise InvalidError("notes.own_alone")
        tx.expect(note, draft.version or 0)
        return note

    def _told(self, tx: Tx, note: ProcessNote, keys: Unlocked) -> NoteRow:
        tx.changed("note", note.id)
        tx.session.flush()
        return note_rows(tx, [note], keys.public_key)[0]


def _open_case(tx: Tx, case_id: UUID) -> CaseFile:
    case = visible_case(tx, case_id)
    if case.status is CaseStatus.VOIDED:
        raise InvalidError("cases.already_voided")
    return case


def _may_receive(tx: Tx, note: ProcessNote, staff: StaffModel) -> bool:
    """Whether a colleague works here, writes such notes too, and may see the case."""
    rights = rights_of(staff.role)
    if has_ended(staff.is_active, staff.service_end_on, tx.today) or Right.PROCESS_NOTE not in rights:
        return False
    other = replace(tx.actor, staff_id=staff.id, role=staff.role, rights=rights)
    query = select(CaseFile.id).where(CaseFile.id == note.case_id, visible_to(other))
    return tx.session.scalars(query).first() is not None


def _given_back(tx: Tx, author_id: UUID, public_key: bytes, opened: OpenEscrow) -> int:
    notes = tx.session.scalars(_MINE, {"of_author": author_id}).all()
    sealed = holders.keys_of_notes(tx, [note.id for note in notes])
    count = 0
    for note in notes:
        rows = sealed.get(note.id, [])
        is_under = any(row.staff_id is None and row.public_key == opened.public_key for row in rows)
        has_own = any(row.staff_id == author_id and row.public_key == public_key for row in rows)
        if is_under and not has_own:
            holders.give(tx, note.id, holders.opened_key(note, rows, opened, None), public_key, author_id)
            count += 1
    return count


def _place(actor: Actor, form: str, subject: str) -> bytes:
    return f"{actor.staff_id.hex}\0{form}\0{subject}".encode()
