"""Who did not come, how often each was invited, and when, for the authority that waits (domain.md §2.8.2, P-18)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.work import Attendance, InvitationAttempt, Session
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.done import day_list, told_attempts
from services.documents.gathering.parties import Side
from services.persian.digits import to_persian
from services.scheduling.tried import missed_at_the_door
from services.unit_of_work import Tx

_MARKS = (
    select(Attendance.party_id, Attendance.mark, Session.day)
    .join(Session, Session.id == Attendance.session_id)
    .where(Session.case_id == bindparam("of_case"))
)


@dataclass(frozen=True, slots=True)
class Absent:
    """A side that was tried and never met the unit: the days of the invitations, and of hours that were missed."""

    side: Side
    invited: tuple[date, ...]
    missed: tuple[date, ...]


def ended_by_absence(codes: CodeReader, case: CaseFile) -> bool:
    """Whether the file ended because somebody did not come."""
    return bool(case.disposition) and codes.does("disposition", case.disposition, "counts_as") == "no_show"


def absent_of(tx: Tx, codes: CodeReader, case: CaseFile, sides: Iterable[Side]) -> list[Absent]:
    """In the order of the file. Whoever was never tried is not called absent (P-1), nor is whoever came once."""
    attempts = told_attempts(tx, codes, case.id)
    marks = [(row[0], row[1].value, row[2]) for row in tx.rows(_MARKS, {"of_case": case.id})]
    came = {party_id for party_id, mark, _ in marks if codes.does("attendance", mark, "is_present")}
    found = [_absent(tx, codes, side, attempts, marks) for side in sides if side.row.id not in came]
    return [one for one in found if one.invited or one.missed]


def _absent(
    tx: Tx,
    codes: CodeReader,
    side: Side,
    attempts: Sequence[InvitationAttempt],
    marks: Sequence[tuple[UUID, str, date]],
) -> Absent:
    seen = [(mark, day) for party_id, mark, day in marks if party_id == side.row.id]
    seen += [(mark.value, day) for mark, day in missed_at_the_door(tx, side.row.id)]
    return Absent(
        side,
        tuple(local(one.at).date() for one in attempts if one.party_id == side.row.id),
        tuple(day for mark, day in seen if codes.does("attendance", mark, "counts_as_failed_attempt")),
    )


def absent_lines(absent: Iterable[Absent]) -> list[str]:
    """A line for each of them."""
    lines = []
    for one in absent:
        parts = [
            say(f"documents.done.{key}", count=to_persian(str(len(days))), days=day_list(days))
            for key, days in (("tried", one.invited), ("missed", one.missed))
            if days
        ]
        what = say("documents.list_and").join(parts)
        lines.append(say("documents.done.absent", name=one.side.party.identity.full_name, what=what))
    return lines


def absent_names(absent: Iterable[Absent]) -> str:
    return say("documents.list_and").join(one.side.party.identity.full_name for one in absent)
