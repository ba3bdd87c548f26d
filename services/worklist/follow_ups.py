"""Whom to ask how it went (P-18, P-37)."""

from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from models.case import CaseFile, CaseParty
from models.enums import FollowUpState
from models.follow_up import FollowUp
from models.person import Person
from services.actor import Actor, Right
from services.catalogue import say
from services.clock import instant
from services.codes import Codes
from services.follow_up.reading import CONCLUDED, asking, label_of
from services.people.naming import person_initials
from services.unit_of_work import Tx
from services.worklist.scope import Scope, colleague_of, worked_by
from services.worklist.shapes import Found, Task, TaskKind, Whose


def follow_up_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """The people to be asked by today or as far ahead as asked, the longest due first."""
    given = {"until": tx.today + timedelta(days=scope.days), "asking": asking(tx, codes), "many": scope.limit}
    rows = tx.rows(_rows(tx.actor, scope.whose), given)
    knows = tx.actor.may(Right.IDENTITIES)
    tasks = tuple(
        Task(
            TaskKind.FOLLOW_UP,
            label_of(row.months),
            _line(row.case_no, person_initials(row) if knows else ""),
            instant(datetime.combine(row.due_on, time(12))),
            row.due_on < tx.today,
            row.id,
            row.case_id,
            colleague=colleague_of(tx, row.responsible_id),
        )
        for row in rows
    )
    return Found(tasks, rows[0].total if rows else 0)


def _line(case_no: str, initials: str) -> str:
    line = say("worklist.case_line", case_no=case_no)
    return say("worklist.and").join((line, initials)) if initials else line


@lru_cache
def _rows(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    codes: Any = bindparam("asking", expanding=True)
    return (
        select(
            FollowUp.id,
            FollowUp.case_id,
            FollowUp.months,
            FollowUp.due_on,
            CaseFile.case_no,
            CaseFile.responsible_id,
            Person.given_name,
            Person.family_name,
            func.count().over().label("total"),
        )
        .join(CaseFile, CaseFile.id == FollowUp.case_id)
        .join(CaseParty, CaseParty.id == FollowUp.party_id)
        .join(Person, Person.id == CaseParty.person_id)
        .where(
            FollowUp.unit_id == actor.unit_id,
            FollowUp.state == FollowUpState.DUE,
            FollowUp.due_on <= bindparam("until"),
            CaseFile.status.in_(CONCLUDED),
            CaseFile.disposition.in_(codes),
            CaseParty.is_removed.is_(False),
            worked_by(actor, whose),
        )
        .order_by(FollowUp.due_on, FollowUp.id)
        .limit(bindparam("many"))
    )
