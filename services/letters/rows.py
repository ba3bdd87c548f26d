"""Letters as rows of the books, masked where this actor may see number and date alone (P-16, P-6)."""

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select

from models.case import CaseFile
from models.enums import LetterState
from models.letter import Letter
from models.unit import Staff
from services.actor import Actor, Right
from services.clock import instant, local
from services.codes import CodeReader
from services.letters.numbers import NORMAL_BOOK
from services.letters.shapes import LetterRow
from services.unit_of_work import Tx
from services.visibility import visible_to


def letter_rows(tx: Tx, codes: CodeReader, letters: Sequence[Letter]) -> tuple[LetterRow, ...]:
    """The rows of these letters, in their order."""
    case_nos = _visible_cases(tx, {letter.case_id for letter in letters if letter.case_id is not None})
    staff = _staff_names(tx, {letter.registered_by_id for letter in letters})
    return tuple(_row(tx, codes, letter, case_nos, staff) for letter in letters)


def _visible_cases(tx: Tx, ids: set[UUID]) -> dict[UUID, str]:
    rows = tx.session.execute(select(CaseFile.id, CaseFile.case_no).where(CaseFile.id.in_(ids), visible_to(tx.actor)))
    return {row.id: row.case_no for row in rows}


def _staff_names(tx: Tx, ids: set[UUID]) -> dict[UUID, str]:
    rows = tx.session.execute(select(Staff.id, Staff.full_name).where(Staff.id.in_(ids)))
    return {row.id: row.full_name for row in rows}


def _is_masked(tx: Tx, letter: Letter, case_nos: dict[UUID, str]) -> bool:
    if letter.case_id is not None and letter.case_id not in case_nos:
        return True
    may_read_texts = tx.actor.may(Right.DOCUMENT_READ) or letter.registered_by_id == tx.actor.staff_id
    return letter.book != NORMAL_BOOK and not may_read_texts


def open_to(actor: Actor) -> ColumnElement[bool]:
    """The condition on `Letter` under which its row is not masked, as `_is_masked` has it."""
    seen = exists(select(CaseFile.id).where(CaseFile.id == Letter.case_id, visible_to(actor)))
    of_seen_case = or_(Letter.case_id.is_(None), seen)
    if actor.may(Right.DOCUMENT_READ):
        return of_seen_case
    return and_(of_seen_case, or_(Letter.book == NORMAL_BOOK, Letter.registered_by_id == actor.staff_id))


def _day_of(moment: datetime) -> datetime:
    return instant(datetime.combine(local(moment).date(), time()))


def _row(tx: Tx, codes: CodeReader, letter: Letter, case_nos: dict[UUID, str], staff: dict[UUID, str]) -> LetterRow:
    is_masked = _is_masked(tx, letter, case_nos)
    return LetterRow(
        id=letter.id,
        version=1 if is_masked else letter.version,
        book=letter.book,
        year=letter.year,
        serial=letter.serial,
        number=letter.number,
        direction=None if is_masked else letter.direction,
        kind="" if is_masked else letter.kind,
        kind_label="" if is_masked else codes.label("letter_kind", letter.kind),
        state=LetterState.REGISTERED if is_masked else letter.state,
        registered_at=_day_of(letter.registered_at) if is_masked else letter.registered_at,
        registered_by_name="" if is_masked else staff.get(letter.registered_by_id, ""),
        case_id=None if is_masked else letter.case_id,
        case_no="" if is_masked or letter.case_id is None else case_nos[letter.case_id],
        correspondent="" if is_masked else letter.correspondent,
        subject="" if is_masked else letter.subject,
        their_number="" if is_masked else letter.their_number,
        their_date=None if is_masked else letter.their_date,
        classification="" if is_masked else letter.classification,
        urgency="" if is_masked else letter.urgency,
        urgency_label="" if is_masked else codes.label("urgency", letter.urgency),
        enclosures="" if is_masked else letter.enclosures,
        void_reason="" if is_masked else letter.void_reason,
        is_masked=is_masked,
    )
