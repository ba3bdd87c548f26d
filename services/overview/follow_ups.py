"""Whom to call back today (P-18, P-37)."""

from datetime import datetime, time

from sqlalchemy import func, select

from models.case import CaseFile
from models.enums import FollowUpState
from models.follow_up import FollowUp
from services.catalogue import say
from services.clock import instant
from services.codes import Codes
from services.follow_up.reading import CONCLUDED, asking, label_of
from services.overview.scope import LIMIT, Found, own
from services.overview.shapes import Task, TaskKind
from services.unit_of_work import Tx


def follow_up_tasks(tx: Tx, codes: Codes) -> Found:
    """The people to be asked by today in the actor's own work, the longest due first."""
    rows = tx.session.execute(
        select(FollowUp, CaseFile.case_no, func.count().over())
        .join(CaseFile, CaseFile.id == FollowUp.case_id)
        .where(
            FollowUp.unit_id == tx.actor.unit_id,
            FollowUp.state == FollowUpState.DUE,
            FollowUp.due_on <= tx.today,
            CaseFile.status.in_(CONCLUDED),
            CaseFile.disposition.in_(asking(tx, codes)),
            own(tx, codes),
        )
        .order_by(FollowUp.due_on, FollowUp.id)
        .limit(LIMIT)
    ).all()
    tasks = tuple(
        Task(
            TaskKind.FOLLOW_UP,
            label_of(row.months),
            say("overview.case_line", case_no=case_no),
            instant(datetime.combine(row.due_on, time(12))),
            row.due_on < tx.today,
            row.id,
            row.case_id,
        )
        for row, case_no, _ in rows
    )
    return Found(tasks, rows[0][2] if rows else 0)
