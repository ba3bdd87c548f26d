"""Reviews, children's clocks and open danger pages, as neutral marks (P-3, P-10, P-11)."""

from datetime import datetime, time

from sqlalchemy import ColumnElement, and_, func, not_, select

from models.case import CaseFile
from models.safety import RiskFlag
from services.catalogue import say
from services.clock import instant
from services.codes import Codes
from services.overview.scope import LIMIT, Found, known, own
from services.overview.shapes import Task, TaskKind
from services.safety.danger import open_dangers
from services.safety.marks import mark_of_flag
from services.settings.service import number_in
from services.unit_of_work import Tx

_DAY_END = time(23, 59)


def clock_tasks(tx: Tx, codes: Codes) -> Found:
    """Every clock that runs in a file that the actor may see, whosever the file is; the first to end comes first."""
    hours = number_in(tx, "child_clock_hours")
    rows = tx.session.execute(
        select(RiskFlag, CaseFile.case_no, func.count().over())
        .join(CaseFile, CaseFile.id == RiskFlag.case_id)
        .where(_open(tx), _has_clock(tx, codes), known(tx))
        .order_by(RiskFlag.known_at, RiskFlag.id)
        .limit(LIMIT)
    ).all()
    tasks = []
    for flag, case_no, _ in rows:
        mark = mark_of_flag(tx, codes, flag, hours)
        title, line = say("overview.clock", letter=mark.letter), say("overview.case_line", case_no=case_no)
        is_late = mark.clock_ends_at is not None and mark.clock_ends_at < tx.now
        tasks.append(
            Task(TaskKind.CHILD_CLOCK, title, line, mark.clock_ends_at, is_late, flag.id, flag.case_id, mark)
        )
    return Found(tuple(tasks), rows[0][2] if rows else 0)


def review_tasks(tx: Tx, codes: Codes) -> Found:
    """Marks that are to be looked at again by today, but those whose clock runs."""
    hours = number_in(tx, "child_clock_hours")
    rows = tx.session.execute(
        select(RiskFlag, CaseFile.case_no, func.count().over())
        .join(CaseFile, CaseFile.id == RiskFlag.case_id)
        .where(_open(tx), RiskFlag.review_on <= tx.today, not_(_has_clock(tx, codes)), own(tx, codes))
        .order_by(RiskFlag.review_on, RiskFlag.id)
        .limit(LIMIT)
    ).all()
    tasks = []
    for flag, case_no, _ in rows:
        mark = mark_of_flag(tx, codes, flag, hours)
        due = instant(datetime.combine(flag.review_on or tx.today, _DAY_END))
        line = say("overview.review_line", case_no=case_no, letter=mark.letter)
        title = say("overview.review")
        tasks.append(Task(TaskKind.REVIEW, title, line, due, due < tx.now, flag.id, flag.case_id, mark))
    return Found(tuple(tasks), rows[0][2] if rows else 0)


def danger_tasks(tx: Tx) -> Found:
    """Danger pages that are not completed: they stay on top until they are (P-11)."""
    tasks = tuple(
        Task(
            TaskKind.DANGER,
            say("overview.danger"),
            say("overview.case_line", case_no=danger.case_no),
            danger.known_at,
            True,
            danger.person_id,
            danger.case_id,
        )
        for danger in open_dangers(tx)
    )
    return Found(tasks, len(tasks))


def _open(tx: Tx) -> ColumnElement[bool]:
    return and_(RiskFlag.unit_id == tx.actor.unit_id, RiskFlag.closed_at.is_(None))


def _has_clock(tx: Tx, codes: Codes) -> ColumnElement[bool]:
    kinds = codes.all(tx.actor, "risk_flag_kind", with_inactive=True)
    with_clock = [kind.code for kind in kinds if kind.does("child_clock")]
    return and_(RiskFlag.kind.in_(with_clock), RiskFlag.reported_at.is_(None))
