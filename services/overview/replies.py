"""The answers that authorities wait for (R-6, P-33)."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, case, func, select

from models.case import CaseFile, ReferralIn
from services.catalogue import say
from services.clock import local
from services.codes import Codes
from services.overview.scope import LIMIT, Found, own
from services.overview.shapes import Task, TaskKind
from services.unit_of_work import Tx

SOON = timedelta(days=3)
"""A reply that is due within this time is on the home page."""


@dataclass(frozen=True, slots=True)
class ReplyCounts:
    """How many answers are owed and overdue; `longest` names whoever waits longest, and how long."""

    owed: int
    overdue: int
    longest: str


def reply_counts(tx: Tx, codes: Codes) -> ReplyCounts:
    """Exact counts of the open answers."""
    late = func.coalesce(func.sum(case((ReferralIn.due_at < tx.now, 1), else_=0)), 0)
    owed, overdue = tx.session.execute(
        select(func.count(), late)
        .select_from(ReferralIn)
        .join(CaseFile, CaseFile.id == ReferralIn.case_id)
        .where(_owed(tx, codes))
    ).one()
    return ReplyCounts(owed, overdue, _longest(tx, codes) if overdue else "")


def reply_tasks(tx: Tx, codes: Codes) -> Found:
    """Answers that are overdue or due within three days, the oldest first."""
    rows = tx.session.execute(
        select(ReferralIn, CaseFile.case_no, func.count().over())
        .join(CaseFile, CaseFile.id == ReferralIn.case_id)
        .where(_owed(tx, codes), ReferralIn.due_at < tx.now + SOON)
        .order_by(ReferralIn.due_at, ReferralIn.id)
        .limit(LIMIT)
    ).all()
    tasks = tuple(_task(tx, codes, referral, case_no) for referral, case_no, _ in rows)
    return Found(tasks, rows[0][2] if rows else 0)


def _owed(tx: Tx, codes: Codes) -> ColumnElement[bool]:
    return and_(
        ReferralIn.unit_id == tx.actor.unit_id,
        ReferralIn.is_reply_owed.is_(True),
        ReferralIn.replied_at.is_(None),
        own(tx, codes),
    )


def _longest(tx: Tx, codes: Codes) -> str:
    referral = tx.session.scalars(
        select(ReferralIn)
        .join(CaseFile, CaseFile.id == ReferralIn.case_id)
        .where(_owed(tx, codes), ReferralIn.due_at < tx.now)
        .order_by(ReferralIn.due_at)
        .limit(1)
    ).one()
    assert referral.due_at is not None
    days = (tx.today - local(referral.due_at).date()).days
    body = _body(tx, codes, referral)
    return say("overview.body_days", body=body, days=days) if days else say("overview.body_today", body=body)


def _task(tx: Tx, codes: Codes, referral: ReferralIn, case_no: str) -> Task:
    key = "overview.reply_line" if referral.letter_no else "overview.case_line"
    return Task(
        TaskKind.REPLY,
        say("overview.reply", body=_body(tx, codes, referral)),
        say(key, case_no=case_no, letter_no=referral.letter_no),
        referral.due_at,
        referral.due_at is not None and referral.due_at < tx.now,
        referral.id,
        referral.case_id,
    )


def _body(tx: Tx, codes: Codes, referral: ReferralIn) -> str:
    body = referral.body or codes.label(tx.actor, "referral_source", referral.source)
    return f"{body} {referral.branch}".strip()
