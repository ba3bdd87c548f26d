"""Files in which nothing moves, and people sent on of whom nothing came back."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, exists, func, or_, select

from models.case import CaseFile
from models.enums import AppointmentStatus, CaseStatus
from models.letter import Document, Letter
from models.note import CaseNote
from models.person import Person
from models.referral_out import ReferralOut
from models.safety import SafetyScreen
from models.work import Appointment, InvitationAttempt, Session
from services.actor import Actor, Right
from services.catalogue import say
from services.clock import instant, local
from services.codes import Codes
from services.people.naming import person_initials
from services.settings.service import number_in
from services.unit_of_work import Tx
from services.worklist.scope import Scope, colleague_of, worked_by
from services.worklist.shapes import Found, Task, TaskKind, Whose

_NOON = time(12)
UNDER_WAY = (CaseStatus.RECEIVED, CaseStatus.TRIAGE, CaseStatus.INTAKE, CaseStatus.ACTIVE, CaseStatus.ON_HOLD)
"""Where a file is whose people still wait for something of the unit."""


def referral_out_tasks(tx: Tx, codes: Codes, scope: Scope) -> Found:
    """People sent to other bodies without an answer after the unit's days (domain.md §2.8.2)."""
    states = codes.all(tx.actor, "referral_out_state", with_inactive=True)
    waits = [one.code for one in states if one.does("is_open") and one.does("stamps") != "answered_on"]
    days = timedelta(days=number_in(tx, "referral_out_days"))
    until = tx.today + timedelta(days=scope.days) - days
    given = {"waits": waits, "until": until, "many": scope.limit}
    rows = tx.rows(_sent(tx.actor, scope.whose), given)
    knows = tx.actor.may(Right.IDENTITIES)
    tasks = []
    for row in rows:
        due = row.sent_on + days
        line = say("worklist.case_line", case_no=row.case_no)
        whom = person_initials(row) if knows else ""
        tasks.append(
            Task(
                TaskKind.REFERRAL_OUT,
                say("worklist.referral_out", target=codes.label(tx.actor, "referral_target", row.target)),
                say("worklist.and").join((line, whom)) if whom else line,
                instant(datetime.combine(due, _NOON)),
                due < tx.today,
                row.id,
                row.case_id,
                colleague=colleague_of(tx, row.responsible_id),
            )
        )
    return Found(tuple(tasks), rows[0].total if rows else 0)


def resting_tasks(tx: Tx, _codes: Codes, scope: Scope) -> Found:
    """Files under way in which nothing happened for longer than the unit's limit and nothing is booked.

    A file on hold rests once its day has come, or if it has none. What counts: a meeting, a try to invite, a talk
    alone, a paper, a letter, a note of the file. The oldest first.
    """
    days = number_in(tx, "resting_days")
    last = tx.today - timedelta(days=days)
    given = {
        "last": last,
        "since": instant(datetime.combine(last, time(23, 59, 59))),
        "many": scope.limit,
        "today": tx.today,
    }
    rows = tx.rows(_resting(tx.actor, scope.whose), given)
    tasks = []
    for row in rows:
        since_day = _since(row)
        tasks.append(
            Task(
                TaskKind.RESTING,
                say("worklist.resting", days=(tx.today - since_day).days),
                say("worklist.case_line", case_no=row.case_no),
                instant(datetime.combine(since_day + timedelta(days=days), _NOON)),
                True,
                row.id,
                row.id,
                colleague=colleague_of(tx, row.responsible_id),
            )
        )
    return Found(tuple(tasks), rows[0].total if rows else 0)


def _since(row: Any) -> date:
    """The last day on which anything happened in the file."""
    instants = (row.tried_at, row.asked_at, row.issued_at, row.written_at)
    days = [row.opened_on, row.met_on, row.noted_on, *(local(one).date() for one in instants if one is not None)]
    last: date = max(day for day in days if day is not None)
    return last


@lru_cache
def _sent(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    waits: Any = bindparam("waits", expanding=True)
    return (
        select(
            ReferralOut.id,
            ReferralOut.case_id,
            ReferralOut.target,
            ReferralOut.sent_on,
            CaseFile.case_no,
            CaseFile.responsible_id,
            Person.given_name,
            Person.family_name,
            func.count().over().label("total"),
        )
        .join(CaseFile, CaseFile.id == ReferralOut.case_id)
        .join(Person, Person.id == ReferralOut.person_id)
        .where(
            ReferralOut.unit_id == actor.unit_id,
            ReferralOut.state.in_(waits),
            ReferralOut.sent_on <= bindparam("until"),
            CaseFile.status != CaseStatus.CLOSED,
            worked_by(actor, whose),
        )
        .order_by(ReferralOut.sent_on, ReferralOut.id)
        .limit(bindparam("many"))
    )


@lru_cache
def _resting(actor: Actor, whose: Whose) -> Select[*tuple[Any, ...]]:
    last: Any = bindparam("last")
    since: Any = bindparam("since")
    today: Any = bindparam("today")
    standing = Appointment.status.in_((AppointmentStatus.SCHEDULED, AppointmentStatus.HELD))
    return (
        select(
            CaseFile.id,
            CaseFile.case_no,
            CaseFile.opened_on,
            CaseFile.responsible_id,
            _latest(Session.day, Session.case_id).label("met_on"),
            _latest(CaseNote.happened_on, CaseNote.case_id).label("noted_on"),
            _latest(InvitationAttempt.at, InvitationAttempt.case_id).label("tried_at"),
            _latest(SafetyScreen.screened_at, SafetyScreen.case_id).label("asked_at"),
            _latest(Document.issued_at, Document.case_id).label("issued_at"),
            _latest(Letter.registered_at, Letter.case_id).label("written_at"),
            func.count().over().label("total"),
        )
        .where(
            CaseFile.unit_id == actor.unit_id,
            CaseFile.status.in_(UNDER_WAY),
            CaseFile.opened_on <= last,
            ~exists().where(Session.case_id == CaseFile.id, Session.day > last),
            ~exists().where(Appointment.case_id == CaseFile.id, Appointment.day > last, standing),
            ~exists().where(Document.case_id == CaseFile.id, Document.issued_at > since),
            ~exists().where(Letter.case_id == CaseFile.id, Letter.registered_at > since),
            ~exists().where(SafetyScreen.case_id == CaseFile.id, SafetyScreen.screened_at > since),
            ~exists().where(InvitationAttempt.case_id == CaseFile.id, InvitationAttempt.at > since),
            ~exists().where(CaseNote.case_id == CaseFile.id, CaseNote.happened_on > last),
            or_(CaseFile.status != CaseStatus.ON_HOLD, func.coalesce(CaseFile.hold_until, today) <= today),
            worked_by(actor, whose),
        )
        .order_by(CaseFile.opened_on, CaseFile.id)
        .limit(bindparam("many"))
    )


def _latest(column: Any, case_id: Any) -> ColumnElement[Any]:
    return select(func.max(column)).where(case_id == CaseFile.id).scalar_subquery()
