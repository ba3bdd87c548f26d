"""Answers that lie with an authority and say another result than the file (R-6, P-30)."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from models.case import CaseFile, ReferralIn
from services.actor import Actor
from services.catalogue import say
from services.codes import Codes
from services.unit_of_work import Tx
from services.worklist.replies import body_of
from services.worklist.scope import REPLY_DAYS, Scope, colleague_of, worked_by
from services.worklist.shapes import Found, Task, TaskKind, Whose

_EVER = datetime(1900, 1, 1, tzinfo=UTC)


def answer_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """Until a correcting answer is out, whoever works on the file is reminded, in a closed one too. The result itself
    stands nowhere in the list (P-3)."""
    rows = tx.rows(_rows(tx.actor, scope.whose), {"many": scope.limit})
    late = tx.now - timedelta(days=REPLY_DAYS)
    tasks = tuple(
        Task(
            TaskKind.ANSWER,
            say("worklist.answer", body=body_of(tx, codes, row.body, row.source, row.branch)),
            say("worklist.answer_line", case_no=row.case_no),
            row.outdated_since,
            row.outdated_since < late,
            row.id,
            row.case_id,
            colleague=colleague_of(tx, row.responsible_id),
        )
        for row in rows
    )
    return Found(tasks, rows[0].total if rows else 0)


@lru_cache
def _rows(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    return (
        select(
            ReferralIn.id,
            ReferralIn.case_id,
            ReferralIn.body,
            ReferralIn.source,
            ReferralIn.branch,
            CaseFile.case_no,
            CaseFile.responsible_id,
            ReferralIn.outdated_since,
            func.count().over().label("total"),
        )
        .join(CaseFile, CaseFile.id == ReferralIn.case_id)
        .where(
            ReferralIn.unit_id == actor.unit_id,
            ReferralIn.outdated_since > _EVER,  # so the index is used, which "not empty" does not
            CaseFile.disposition != "",
            worked_by(actor, whose),
        )
        .order_by(ReferralIn.outdated_since, ReferralIn.id)
        .limit(bindparam("many"))
    )
