"""Letters as rows of the books, masked where this actor may see number and date alone (P-16, P-6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from sqlalchemy import func, select

from models.case import CaseFile
from models.enums import LetterState
from models.letter import Attachment, Letter
from services.actor import Right
from services.clock import instant, local
from services.codes import CodeReader
from services.letters.assigning import Assigned, assigned
from services.letters.linking import references
from services.letters.numbers import NORMAL_BOOK
from services.letters.shapes import LetterRow
from services.staff.naming import staff_names
from services.unit_of_work import Tx
from services.visibility import visible_to


def letter_rows(tx: Tx, codes: CodeReader, letters: Sequence[Letter]) -> tuple[LetterRow, ...]:
    """The rows of these letters, in their order; not many hundreds at once."""
    case_nos = _visible_cases(tx, {letter.case_id for letter in letters if letter.case_id is not None})
    ids = [letter.id for letter in letters if not _is_masked(tx, letter, case_nos)]
    around = _Around(
        case_nos, staff_names(tx), references(tx, codes, ids), assigned(tx, ids), _scans(tx, ids), frozenset(ids)
    )
    return tuple(_row(codes, letter, around) for letter in letters)


@dataclass(frozen=True, slots=True)
class _Around:
    """What rows say beside their own columns, read for all of them at once. `open`: those that are not masked."""

    case_nos: dict[UUID, str]
    staff: Mapping[UUID, str]
    references: dict[UUID, str]
    assigned: dict[UUID, Assigned]
    scans: dict[UUID, int]
    open: frozenset[UUID]


_NOBODY = Assigned("", is_late=False)


def _scans(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, int]:
    rows = tx.session.execute(
        select(Attachment.letter_id, func.count())
        .where(Attachment.letter_id.in_(ids), Attachment.void_reason == "")
        .group_by(Attachment.letter_id)
    )
    return {letter_id: count for letter_id, count in rows if letter_id is not None}


def _visible_cases(tx: Tx, ids: set[UUID]) -> dict[UUID, str]:
    rows = tx.session.execute(select(CaseFile.id, CaseFile.case_no).where(CaseFile.id.in_(ids), visible_to(tx.actor)))
    return {row.id: row.case_no for row in rows}


def _is_masked(tx: Tx, letter: Letter, case_nos: dict[UUID, str]) -> bool:
    if letter.case_id is not None and letter.case_id not in case_nos:
        return True
    may_read_texts = tx.actor.may(Right.DOCUMENT_READ) or letter.registered_by_id == tx.actor.staff_id
    return letter.book != NORMAL_BOOK and not may_read_texts


def _day_of(moment: datetime) -> datetime:
    return instant(datetime.combine(local(moment).date(), time()))


def _row(codes: CodeReader, letter: Letter, around: _Around) -> LetterRow:
    return _open_row(codes, letter, around) if letter.id in around.open else _masked_row(letter)


def _masked_row(letter: Letter) -> LetterRow:
    return LetterRow(
        id=letter.id,
        version=1,
        book=letter.book,
        year=letter.year,
        serial=letter.serial,
        number=letter.number,
        direction=None,
        kind="",
        kind_label="",
        state=LetterState.REGISTERED,
        registered_at=_day_of(letter.registered_at),
        registered_by_name="",
        case_id=None,
        case_no="",
        correspondent="",
        subject="",
        their_number="",
        their_date=None,
        classification="",
        urgency="",
        urgency_label="",
        enclosures="",
        void_reason="",
        is_masked=True,
        repeat=letter.repeat,
    )


def _open_row(codes: CodeReader, letter: Letter, around: _Around) -> LetterRow:
    due = around.assigned.get(letter.id, _NOBODY)
    return LetterRow(
        id=letter.id,
        version=letter.version,
        book=letter.book,
        year=letter.year,
        serial=letter.serial,
        number=letter.number,
        direction=letter.direction,
        kind=letter.kind,
        kind_label=codes.label("letter_kind", letter.kind),
        state=letter.state,
        registered_at=letter.registered_at,
        registered_by_name=around.staff.get(letter.registered_by_id, ""),
        case_id=letter.case_id,
        case_no=around.case_nos[letter.case_id] if letter.case_id is not None else "",
        correspondent=letter.correspondent,
        subject=letter.subject,
        their_number=letter.their_number,
        their_date=letter.their_date,
        classification=letter.classification,
        urgency=letter.urgency,
        urgency_label=codes.label("urgency", letter.urgency),
        enclosures=letter.enclosures,
        void_reason=letter.void_reason,
        is_masked=False,
        classification_label=codes.label("classification", letter.classification),
        summary=letter.summary,
        channel=letter.channel,
        channel_label=codes.label("letter_channel", letter.channel),
        receipt=letter.receipt,
        refers=around.references.get(letter.id, ""),
        assigned_to=due.names,
        is_late=due.is_late,
        scans=around.scans.get(letter.id, 0),
        repeat=letter.repeat,
        backdated_reason=letter.backdated_reason,
        entered_at=letter.entered_at,
    )
