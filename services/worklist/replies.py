"""The answers that authorities wait for (R-6, P-33)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, exists, func, or_, select

from models.case import CaseFile, ReferralIn
from models.enums import LetterDirection, LetterState
from models.letter import Letter, LetterLink
from models.prepared import Answer
from services.actor import Actor
from services.catalogue import say
from services.clock import local
from services.codes import Codes
from services.persian.jalali import format_day_month, weekday_name
from services.unit_of_work import Tx
from services.worklist.scope import REPLY_DAYS, Scope, colleague_of, worked_by
from services.worklist.shapes import Found, Task, TaskKind, Whose
from services.worklist.signing import days_without_signatory, last_signing_day

_WARN_DAYS = 21
"""So far ahead a day without a signatory is warned of."""


@dataclass(frozen=True, slots=True)
class ReplyCounts:
    """How many answers are owed and overdue; `longest` names whoever waits longest, and how long."""

    owed: int
    overdue: int
    longest: str


def reply_counts(tx: Tx, codes: Codes, scope: Scope) -> ReplyCounts:
    """Exact counts of the open answers."""
    ((owed, overdue),) = tx.rows(_counts(tx.actor, scope.whose), {"now": tx.now})
    return ReplyCounts(owed, overdue, _longest(tx, codes, scope) if overdue else "")


def reply_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """Answers that are overdue, due within three days or as far ahead as asked, or asked for again (P-33).

    Asked for again: a later letter of the authority refers to the one that is not answered, or is of a kind that
    asks where the answer stays. Those come first.
    """
    reminding = [
        one.code for one in codes.all(tx.actor, "letter_kind", with_inactive=True) if one.does("raises_urgency")
    ]
    given = {
        "until": tx.now + timedelta(days=max(REPLY_DAYS, scope.days)),
        "undated": scope.days > 0,
        "reminding": reminding,
        "many": scope.limit,
    }
    rows = tx.rows(_rows(tx.actor, scope.whose), given)
    off = _off(tx, rows)
    return Found(tuple(_task(tx, codes, row, off) for row in rows), rows[0].total if rows else 0)


def _off(tx: Tx, rows: Sequence[Answer[*tuple[Any, ...]]]) -> Collection[date]:
    """The days before the hours that are near on which nobody signs."""
    last = tx.today + timedelta(days=_WARN_DAYS)
    ahead = [row.due_at for row in rows if row.due_at is not None and row.due_at >= tx.now]
    return days_without_signatory(tx, tx.today, last) if any(local(due).date() <= last for due in ahead) else ()


def _owed(actor: Actor, whose: Whose) -> ColumnElement[bool]:
    return and_(
        ReferralIn.unit_id == actor.unit_id,
        ReferralIn.is_reply_owed.is_(True),
        ReferralIn.replied_at.is_(None),
        worked_by(actor, whose),
    )


@lru_cache
def _counts(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    late = func.coalesce(func.sum(case((ReferralIn.due_at < bindparam("now"), 1), else_=0)), 0)
    return (
        select(func.count(), late)
        .select_from(ReferralIn)
        .join(CaseFile, CaseFile.id == ReferralIn.case_id)
        .where(_owed(actor, whose))
    )


@lru_cache
def _longest_of(actor: Actor, whose: Whose) -> Select[ReferralIn]:
    return (
        select(ReferralIn)
        .join(CaseFile, CaseFile.id == ReferralIn.case_id)
        .where(_owed(actor, whose), ReferralIn.due_at < bindparam("now"))
        .order_by(ReferralIn.due_at)
        .limit(1)
    )


@lru_cache
def _rows(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    reminded = _reminded()
    is_reminded = reminded.label("is_reminded")
    due = or_(
        ReferralIn.due_at < bindparam("until"), and_(bindparam("undated"), ReferralIn.due_at.is_(None)), reminded
    )
    return (
        select(
            ReferralIn.id,
            ReferralIn.case_id,
            ReferralIn.body,
            ReferralIn.source,
            ReferralIn.branch,
            ReferralIn.letter_no,
            ReferralIn.due_at,
            ReferralIn.extension_count,
            CaseFile.case_no,
            CaseFile.responsible_id,
            is_reminded,
            func.count().over().label("total"),
        )
        .join(CaseFile, CaseFile.id == ReferralIn.case_id)
        .where(_owed(actor, whose), due)
        .order_by(is_reminded.desc(), ReferralIn.due_at.is_(None), ReferralIn.due_at, ReferralIn.id)
        .limit(bindparam("many"))
    )


def _reminded() -> ColumnElement[bool]:
    """A later letter of the authority about the same answer; a spoilt row of the book asks nothing."""
    later = and_(
        Letter.direction == LetterDirection.INCOMING,
        Letter.state != LetterState.VOIDED,
        Letter.registered_at > ReferralIn.received_at,
        or_(ReferralIn.letter_id.is_(None), Letter.id != ReferralIn.letter_id),
    )
    kinds: Any = bindparam("reminding", expanding=True)
    of_kind = exists(select(Letter.id).where(Letter.case_id == ReferralIn.case_id, later, Letter.kind.in_(kinds)))
    linked = exists(
        select(LetterLink.id)
        .join(Letter, Letter.id == LetterLink.letter_id)
        .where(LetterLink.earlier_id == ReferralIn.letter_id, later)
    )
    return or_(of_kind, linked)


def _longest(tx: Tx, codes: Codes, scope: Scope) -> str:
    referral = tx.session.scalars(_longest_of(tx.actor, scope.whose), {"now": tx.now}).one()
    assert referral.due_at is not None
    days = (tx.today - local(referral.due_at).date()).days
    body = body_of(tx, codes, referral.body, referral.source, referral.branch)
    return say("worklist.body_days", body=body, days=days) if days else say("worklist.body_today", body=body)


def _task(tx: Tx, codes: Codes, row: Answer[*tuple[Any, ...]], off: Collection[date]) -> Task:
    due: datetime | None = row.due_at
    is_late = due is not None and due < tx.now
    sign_by = _sign_by(tx, due, off) if due is not None and not is_late else None
    return Task(
        TaskKind.REPLY,
        say("worklist.reply", body=body_of(tx, codes, row.body, row.source, row.branch)),
        _line(row, sign_by),
        due,
        is_late,
        row.id,
        row.case_id,
        is_reminded=bool(row.is_reminded),
        sign_by=sign_by,
        colleague=colleague_of(tx, row.responsible_id),
    )


def _sign_by(tx: Tx, due: datetime, off: Collection[date]) -> date | None:
    day = local(due).date()
    last = max(last_signing_day(day, off), tx.today)
    return last if last < day else None


def _line(row: Answer[*tuple[Any, ...]], sign_by: date | None) -> str:
    parts = [say("worklist.case_line", case_no=row.case_no)]
    if row.is_reminded:
        parts.append(say("worklist.reminded"))
    if sign_by is not None:
        day = f"{weekday_name(sign_by)} {format_day_month(sign_by)}"
        parts.append(say("worklist.sign_by", day=day))
    if row.extension_count:
        parts.append(say("worklist.extended", count=row.extension_count))
    if row.letter_no:
        parts.append(say("worklist.in_answer", letter_no=row.letter_no))
    return say("worklist.and").join(parts)


def body_of(tx: Tx, codes: Codes, body: str, source: str, branch: str) -> str:
    """Who waits: the body that was written down, or the kind of it, and its branch."""
    return f"{body or codes.label(tx.actor, 'referral_source', source)} {branch}".strip()
