"""What a report may quote of a file (R-14): the case records of its sessions and its notes, never a process note."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from models.note import CaseNote
from models.work import Session
from services.actor import Right
from services.unit_of_work import Tx

_RECORDS = (
    select(Session.day, Session.type, Session.case_record)
    .where(Session.case_id == bindparam("of_case"), Session.case_record != "")
    .order_by(Session.day, Session.start, Session.id)
)
_NOTES = (
    select(CaseNote.happened_on, CaseNote.text)
    .where(CaseNote.case_id == bindparam("of_case"))
    .order_by(CaseNote.happened_on, CaseNote.written_at, CaseNote.id)
)


@dataclass(frozen=True, slots=True)
class Quote:
    """`type` is a code of `session_type`, "" for a note outside a session."""

    day: date
    type: str
    text: str


def quotes_of(tx: Tx, case_id: UUID) -> tuple[Quote, ...]:
    """What was written down of a case, by day; nothing for actors who may not read sessions."""
    if not tx.actor.may(Right.SESSION_READ):
        return ()
    records = tx.rows(_RECORDS, {"of_case": case_id})
    notes = tx.rows(_NOTES, {"of_case": case_id})
    found = [*(Quote(*row) for row in records), *(Quote(day, "", text) for day, text in notes)]
    return tuple(sorted(found, key=lambda one: one.day))
