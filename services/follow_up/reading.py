"""Follow-ups as rows, inside an open transaction: a fixed number of statements, however many there are."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, select

from models.case import CaseFile, CaseParty
from models.enums import CaseStatus, FollowUpState
from models.follow_up import FollowUp, FollowUpAttempt
from models.person import Person
from services.actor import Actor, Right
from services.cases.holdings import holds
from services.catalogue import say
from services.codes import CodeReader, Codes
from services.follow_up.shapes import FollowUpRow, PastAttempt
from services.people.naming import person_initials, screen_name
from services.persian.amounts import number_words
from services.staff.naming import staff_names
from services.unit_of_work import Tx
from services.visibility import visible_to, worked_on_by

CONCLUDED = (CaseStatus.OUTCOME_RECORDED, CaseStatus.FOLLOW_UP)
"""Where a file is whose people are asked; a closed, reopened or void file asks nobody."""

LIMIT = 300
_IDS: Any = bindparam("ids", expanding=True)
_ASKING: Any = bindparam("asking", expanding=True)
_OF_CASE = (
    select(FollowUp, CaseFile.case_no, Person)
    .join(CaseFile, CaseFile.id == FollowUp.case_id)
    .join(CaseParty, CaseParty.id == FollowUp.party_id)
    .join(Person, Person.id == CaseParty.person_id)
    .where(
        FollowUp.case_id == bindparam("of_case"),
        FollowUp.state != FollowUpState.DROPPED,
        (FollowUp.state != FollowUpState.DUE) | CaseFile.disposition.in_(_ASKING),
    )
    .order_by(FollowUp.due_on, CaseParty.position, FollowUp.id)
)
_TRIES = (
    select(FollowUpAttempt.follow_up_id, FollowUpAttempt.result)
    .where(FollowUpAttempt.follow_up_id.in_(_IDS))
    .order_by(FollowUpAttempt.at, FollowUpAttempt.id)
)
_ATTEMPTS = (
    select(FollowUpAttempt)
    .where(FollowUpAttempt.follow_up_id == bindparam("of_follow_up"))
    .order_by(FollowUpAttempt.at.desc(), FollowUpAttempt.id.desc())
)


def follow_ups_of_case(tx: Tx, codes: Codes, case_id: UUID) -> tuple[FollowUpRow, ...]:
    """The follow-ups of a case by their day, without those that were dropped."""
    if not holds(tx, case_id, FollowUp):
        return ()
    return tx.once(("follow_ups", case_id), lambda: _of_case(tx, codes, case_id))


def due_rows(tx: Tx, codes: Codes, until: Any) -> tuple[FollowUpRow, ...]:
    """What is to be asked up to a day in the files that the actor may see: own files first, then by day."""
    rows = tx.session.execute(_due_for(tx.actor), {"until": until, "asking": asking(tx, codes)}).all()
    return _rows(tx, codes, rows)


def asking(tx: Tx, codes: Codes) -> list[str]:
    """The dispositions after which people are asked: a settlement that was not signed after all asks nobody."""
    dispositions = codes.all(tx.actor, "disposition", with_inactive=True)
    return [code.code for code in dispositions if code.does("follow_up")]


def one_row(tx: Tx, codes: Codes, row: FollowUp) -> FollowUpRow:
    """One follow-up of a case that was already found visible."""
    found = tx.session.execute(_ONE, {"of_follow_up": row.id}).all()
    own = tx.session.scalars(
        select(CaseFile.id).where(CaseFile.id == row.case_id, worked_on_by(tx.actor)).limit(1)
    ).first()
    return _rows(tx, codes, [(*tuple(one), own is not None) for one in found])[0]


def attempts_of(tx: Tx, codes: Codes, follow_up_id: UUID) -> tuple[PastAttempt, ...]:
    """The tries that were logged, the latest first; results for who may read sessions."""
    names, lists = staff_names(tx), codes.of(tx.actor)
    may_read = tx.actor.may(Right.SESSION_READ)
    return tuple(
        PastAttempt(
            row.at,
            lists.label("follow_up_method", row.method),
            lists.label("follow_up_result", row.result) if may_read else "",
            row.answered_by,
            names.get(row.staff_id, ""),
        )
        for row in tx.session.scalars(_ATTEMPTS, {"of_follow_up": follow_up_id})
    )


def is_vain(codes: CodeReader, result: str) -> bool:
    """Whether a result is an honest attempt that reached nobody."""
    reached_nobody = codes.does("follow_up_result", result, "counts_as") == "unreached"
    return reached_nobody and bool(codes.does("follow_up_result", result, "is_attempt"))


_ONE = (
    select(FollowUp, CaseFile.case_no, Person)
    .join(CaseFile, CaseFile.id == FollowUp.case_id)
    .join(CaseParty, CaseParty.id == FollowUp.party_id)
    .join(Person, Person.id == CaseParty.person_id)
    .where(FollowUp.id == bindparam("of_follow_up"))
)


@lru_cache
def _due_for(actor: Actor) -> Select[FollowUp, str, Person, bool]:
    mine = worked_on_by(actor)
    return (
        select(FollowUp, CaseFile.case_no, Person, mine)
        .join(CaseFile, CaseFile.id == FollowUp.case_id)
        .join(CaseParty, CaseParty.id == FollowUp.party_id)
        .join(Person, Person.id == CaseParty.person_id)
        .where(
            and_(FollowUp.unit_id == actor.unit_id, FollowUp.state == FollowUpState.DUE),
            FollowUp.due_on <= bindparam("until"),
            CaseFile.status.in_(CONCLUDED),
            CaseFile.disposition.in_(_ASKING),
            CaseParty.is_removed.is_(False),
            visible_to(actor),
        )
        .order_by(mine.desc(), FollowUp.due_on, FollowUp.id)
        .limit(LIMIT)
    )


def _of_case(tx: Tx, codes: Codes, case_id: UUID) -> tuple[FollowUpRow, ...]:
    found = tx.session.execute(_OF_CASE, {"of_case": case_id, "asking": asking(tx, codes)}).all()
    return _rows(tx, codes, [(*tuple(row), True) for row in found])


def _rows(tx: Tx, codes: Codes, found: Iterable[Sequence[Any]]) -> tuple[FollowUpRow, ...]:
    rows = list(found)
    tries = _tries(tx, codes.of(tx.actor), [row.id for row, *_ in rows]) if rows else {}
    return tuple(_row(tx, codes, row, case_no, person, tries, bool(mine)) for row, case_no, person, mine in rows)


def _tries(tx: Tx, codes: CodeReader, ids: list[UUID]) -> dict[UUID, int]:
    counts: dict[UUID, int] = {}
    for follow_up_id, result in tx.rows(_TRIES, {"ids": ids}):
        counts[follow_up_id] = counts.get(follow_up_id, 0) + is_vain(codes, result)
    return counts


def _row(
    tx: Tx, codes: Codes, row: FollowUp, case_no: str, person: Person, tries: dict[UUID, int], is_mine: bool
) -> FollowUpRow:
    lists = codes.of(tx.actor)
    is_known, may_read = tx.actor.may(Right.IDENTITIES), tx.actor.may(Right.SESSION_READ)
    return FollowUpRow(
        row.id,
        row.version,
        row.case_id,
        case_no,
        row.party_id,
        person.id,
        screen_name(person, tx.today) if is_known else "",
        person_initials(person) if is_known else "",
        label_of(row.months),
        row.months,
        row.due_on,
        row.state,
        say(f"follow_up.state.{row.state.value}"),
        tries.get(row.id, 0),
        lists.label("follow_up_result", row.result) if may_read else "",
        row.words if may_read else "",
        lists.label("follow_up_next", row.next_action),
        row.done_at,
        is_mine,
    )


def label_of(months: int) -> str:
    """What a round is called: by its months, or as one brought forward."""
    return say("follow_up.round", count=number_words(months)) if months else say("follow_up.early")
