"""Notes of a file outside its sessions, inside an open transaction (P-27)."""

from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.enums import CaseStatus
from models.note import CaseNote
from services.errors import InvalidError
from services.persian.jalali import format_date
from services.sessions.shapes import CaseNoteDraft, CaseNoteRow
from services.staff.naming import staff_names
from services.typed import lines
from services.unit_of_work import Tx

LIMIT = 20_000
_OF_CASE = (
    select(CaseNote)
    .where(CaseNote.case_id == bindparam("of_case"))
    .order_by(CaseNote.happened_on.desc(), CaseNote.written_at.desc(), CaseNote.id.desc())
)


def add(tx: Tx, case: CaseFile, draft: CaseNoteDraft) -> CaseNote:
    """Store a note; the case's status stays what it is."""
    if case.status is CaseStatus.VOIDED:
        raise InvalidError("cases.already_voided")
    text = lines("text", draft.text, LIMIT, needed="errors.required")
    if draft.happened_on > tx.today:
        raise InvalidError("sessions.note_not_yet", "happened_on")
    if draft.happened_on < case.first_day and not case.is_from_paper:
        raise InvalidError("sessions.before_case", "happened_on", opened=format_date(case.first_day))
    row = CaseNote(
        case_id=case.id,
        session_id=draft.session_id,
        happened_on=draft.happened_on,
        text=text,
        is_late=case.status is CaseStatus.CLOSED,
        written_at=tx.now,
        staff_id=tx.actor.staff_id,
    )
    tx.add(row)
    tx.session.flush()
    return row


def notes_of(tx: Tx, case_id: UUID) -> tuple[CaseNoteRow, ...]:
    return tuple(note_row(tx, row) for row in tx.session.scalars(_OF_CASE, {"of_case": case_id}))


def note_row(tx: Tx, row: CaseNote) -> CaseNoteRow:
    name = staff_names(tx).get(row.staff_id, "")
    return CaseNoteRow(
        row.id, row.case_id, row.session_id, row.happened_on, row.text, row.is_late, row.written_at, name
    )
