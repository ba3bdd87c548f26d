"""Agreements that wait: for signatures, and for what a clause said would be done by now (P-18, P-30, P-31)."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from models.agreement import Agreement, AgreementClause
from models.case import CaseFile
from models.enums import AgreementState, ClauseState
from models.work import Outcome
from services.actor import Actor
from services.agreements.rules import next_due
from services.catalogue import say
from services.clock import instant
from services.codes import Codes
from services.follow_up.reading import CONCLUDED
from services.unit_of_work import Tx
from services.worklist.scope import Scope, colleague_of, worked_by
from services.worklist.shapes import Found, Task, TaskKind, Whose

_NOON = time(12)


def signature_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """Settlements of which not all signatures were seen: until then they do not count (P-30)."""
    dispositions = codes.all(tx.actor, "disposition", with_inactive=True)
    given = {"signed": [code.code for code in dispositions if code.does("needs_signatures")], "many": scope.limit}
    rows = tx.rows(_unsigned(tx.actor, scope.whose), given)
    tasks = tuple(
        Task(
            TaskKind.SIGNATURES,
            say("worklist.signatures"),
            say("worklist.case_line", case_no=row.case_no),
            instant(datetime.combine(row.decided_on, _NOON)),
            row.decided_on < tx.today,
            row.id,
            row.case_id,
            colleague=colleague_of(tx, row.responsible_id),
        )
        for row in rows
    )
    return Found(tasks, rows[0].total if rows else 0)


def clause_tasks(tx: Tx, _codes: Codes, scope: Scope) -> Found:
    """Clauses of signed agreements that fell due, or will as far ahead as asked, of which nothing is known.

    A clause that depends on another binds when that one is kept; of instalments the next one counts (P-31). What a
    closed file still promises is nobody's task any more.
    """
    until = tx.today + timedelta(days=scope.days)
    rows = tx.rows(_due(tx.actor, scope.whose), {"until": until, "many": scope.limit})
    found = [(row, next_due(row.state, row.due_on, row.instalments, row.settled_on)) for row in rows]
    due = [(row, day) for row, day in found if day is not None and day <= until]
    tasks = tuple(_clause(tx, row, day) for row, day in due)
    return Found(tasks, max(len(due), rows[0].total - (len(found) - len(due))) if rows else 0)


def _clause(tx: Tx, row: Any, day: date) -> Task:
    return Task(
        TaskKind.CLAUSE,
        say("worklist.clause", position=row.position),
        say("worklist.case_line", case_no=row.case_no),
        instant(datetime.combine(day, _NOON)),
        day < tx.today,
        row.id,
        row.case_id,
        colleague=colleague_of(tx, row.responsible_id),
    )


def _holds() -> ColumnElement[bool]:
    """A reopened case waits for nothing of its earlier end."""
    return CaseFile.disposition != ""


@lru_cache
def _unsigned(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    later = aliased(Outcome)
    signed: Any = bindparam("signed", expanding=True)
    return (
        select(
            Outcome.id,
            Outcome.case_id,
            Outcome.decided_on,
            CaseFile.case_no,
            CaseFile.responsible_id,
            func.count().over().label("total"),
        )
        .join(CaseFile, CaseFile.id == Outcome.case_id)
        .where(
            Outcome.unit_id == actor.unit_id,
            Outcome.disposition.in_(signed),
            Outcome.signatures_seen_on.is_(None),
            _holds(),
            ~select(later.id).where(later.case_id == Outcome.case_id, later.cycle > Outcome.cycle).exists(),
            worked_by(actor, whose),
        )
        .order_by(Outcome.decided_on, Outcome.id)
        .limit(bindparam("many"))
    )


@lru_cache
def _due(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    condition, later = aliased(AgreementClause), aliased(Outcome)
    return (
        select(
            AgreementClause.id,
            AgreementClause.position,
            AgreementClause.state,
            AgreementClause.due_on,
            AgreementClause.instalments,
            AgreementClause.settled_on,
            Agreement.case_id,
            CaseFile.case_no,
            CaseFile.responsible_id,
            func.count().over().label("total"),
        )
        .join(Agreement, Agreement.id == AgreementClause.agreement_id)
        .join(CaseFile, CaseFile.id == Agreement.case_id)
        .outerjoin(condition, condition.id == AgreementClause.depends_on_id)
        .where(
            AgreementClause.unit_id == actor.unit_id,
            AgreementClause.state.in_((ClauseState.OPEN, ClauseState.PARTLY_KEPT)),
            AgreementClause.due_on <= bindparam("until"),
            or_(condition.id.is_(None), condition.state == ClauseState.KEPT),
            Agreement.state == AgreementState.SIGNED,
            CaseFile.status.in_(CONCLUDED),
            _holds(),
            ~select(later.id).where(later.case_id == CaseFile.id, later.cycle > Agreement.cycle).exists(),
            worked_by(actor, whose),
        )
        .order_by(AgreementClause.due_on, AgreementClause.id)
        .limit(bindparam("many"))
    )
