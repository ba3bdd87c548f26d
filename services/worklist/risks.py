"""Reviews, children's clocks and open danger pages, as neutral marks (P-3, P-10, P-11)."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, not_, select

from models.case import CaseFile
from models.safety import RiskFlag
from services.actor import Actor
from services.catalogue import say
from services.clock import instant
from services.codes import Codes
from services.safety.danger import open_dangers
from services.safety.marks import mark_of_flag
from services.safety.shapes import Mark
from services.settings.service import number_in
from services.unit_of_work import Tx
from services.worklist.scope import Scope, colleague_of, known_to, worked_by
from services.worklist.shapes import Found, Task, TaskKind, Whose

_DAY_END = time(23, 59)
_KINDS: Any = bindparam("with_clock", expanding=True)


def clock_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """Every clock that runs in a file that the actor may see, whosever the file is; the first to end comes first."""
    rows = _running(tx, codes, scope.limit)
    hours = number_in(tx, "child_clock_hours")
    tasks = []
    for flag, case_no, responsible_id, _ in rows:
        mark = mark_of_flag(tx, codes, flag, hours)
        title, line = say("worklist.clock", letter=mark.letter), say("worklist.case_line", case_no=case_no)
        is_late = mark.clock_ends_at is not None and mark.clock_ends_at < tx.now
        tasks.append(
            Task(
                TaskKind.CHILD_CLOCK,
                title,
                line,
                mark.clock_ends_at,
                is_late,
                flag.id,
                flag.case_id,
                mark,
                colleague=colleague_of(tx, responsible_id),
            )
        )
    return Found(tuple(tasks), rows[0][-1] if rows else 0)


def running_clocks(tx: Tx, codes: Codes, limit: int) -> tuple[Mark, ...]:
    """The marks of `clock_tasks` alone, for the frame of every page (R-8)."""
    hours = number_in(tx, "child_clock_hours")
    return tuple(mark_of_flag(tx, codes, flag, hours) for flag, *_ in _running(tx, codes, limit))


def _running(tx: Tx, codes: Codes, limit: int) -> Sequence[Any]:
    return tx.session.execute(_clocks(tx.actor), {"with_clock": _with_clock(tx, codes), "many": limit}).all()


def review_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """Marks that are to be looked at again by today or as far ahead as asked, but those whose clock runs."""
    given = {
        "with_clock": _with_clock(tx, codes),
        "until": tx.today + timedelta(days=scope.days),
        "many": scope.limit,
    }
    rows = tx.session.execute(_reviews(tx.actor, scope.whose), given).all()
    hours = number_in(tx, "child_clock_hours")
    tasks = []
    for flag, case_no, responsible_id, _ in rows:
        mark = mark_of_flag(tx, codes, flag, hours)
        due = instant(datetime.combine(flag.review_on, _DAY_END))
        tasks.append(
            Task(
                TaskKind.REVIEW,
                say("worklist.review"),
                say("worklist.review_line", case_no=case_no, letter=mark.letter),
                due,
                due < tx.now,
                flag.id,
                flag.case_id,
                mark,
                colleague=colleague_of(tx, responsible_id),
            )
        )
    return Found(tuple(tasks), rows[0][-1] if rows else 0)


def danger_tasks(tx: Tx) -> Found:
    """Danger pages that are not completed: they stay on top until they are (P-11)."""
    tasks = tuple(
        Task(
            TaskKind.DANGER,
            say("worklist.danger"),
            say("worklist.case_line", case_no=danger.case_no),
            danger.known_at,
            True,
            danger.person_id,
            danger.case_id,
        )
        for danger in open_dangers(tx)
    )
    return Found(tasks, len(tasks))


@lru_cache
def _clocks(actor: Actor) -> Select[*tuple[Any, ...]]:
    return (
        select(RiskFlag, CaseFile.case_no, CaseFile.responsible_id, func.count().over())
        .join(CaseFile, CaseFile.id == RiskFlag.case_id)
        .where(_open(actor), _runs(), known_to(actor))
        .order_by(RiskFlag.known_at, RiskFlag.id)
        .limit(bindparam("many"))
    )


@lru_cache
def _reviews(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    return (
        select(RiskFlag, CaseFile.case_no, CaseFile.responsible_id, func.count().over())
        .join(CaseFile, CaseFile.id == RiskFlag.case_id)
        .where(_open(actor), RiskFlag.review_on <= bindparam("until"), not_(_runs()), worked_by(actor, whose))
        .order_by(RiskFlag.review_on, RiskFlag.id)
        .limit(bindparam("many"))
    )


def _open(actor: Actor) -> ColumnElement[bool]:
    return and_(RiskFlag.unit_id == actor.unit_id, RiskFlag.closed_at.is_(None))


def _runs() -> ColumnElement[bool]:
    return and_(RiskFlag.kind.in_(_KINDS), RiskFlag.reported_at.is_(None))


def _with_clock(tx: Tx, codes: Codes) -> list[str]:
    kinds = codes.all(tx.actor, "risk_flag_kind", with_inactive=True)
    return [kind.code for kind in kinds if kind.does("child_clock")]
