"""What a colleague has open, by file: the work that somebody else would have to do (P-3: numbers and initials)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, exists, func, or_, select

from models.case import CaseFile, CaseWorker
from models.enums import CaseStatus, Confidentiality, FollowUpState
from models.follow_up import FollowUp
from models.letter import Letter, LetterAction
from models.note import ProcessNote, ProcessNoteKey, SessionTask
from models.unit import Staff
from models.work import Appointment
from services.actor import Right
from services.cases.rows import case_initials
from services.catalogue import say
from services.codes import Codes
from services.handover.conflicts import refusals
from services.handover.period import Period, away_in, hours_of
from services.handover.shapes import Receiver, Work, WorkItem
from services.letters.access import open_to
from services.persian.collation import sort_key
from services.safety.marks import marks_of_cases
from services.scheduling.rows import appointment_rows
from services.scheduling.shapes import AppointmentRow
from services.staff.rules import has_ended
from services.unit_of_work import Tx
from services.visibility import visible_to

OPEN = tuple(status for status in CaseStatus if status not in (CaseStatus.CLOSED, CaseStatus.VOIDED))
_IDS: Any = bindparam("ids", expanding=True)


def work_of(tx: Tx, codes: Codes, staff: Staff, period: Period) -> Work:
    """The open files of a colleague that the actor may see, the hours in the period, and the orders of letters."""
    receivers = receivers_for(tx, codes, staff, period)
    hours = _by_file(hours_of(tx, staff.id, period))
    letters = letters_by_file(tx, staff.id)
    cases = open_files(tx, staff.id)
    known = {case.id for case in cases}
    cases += _others(tx, {key for key in (*hours, *letters) if key is not None} - known)
    refused = refusals(tx, cases, [tx.get(Staff, one.id) for one in receivers])
    facts = _Facts(tx, codes, staff, cases, hours, letters)
    items = [facts.item(case, refused.get(case.id, frozenset())) for case in cases]
    if hours.get(None) or letters.get(None):
        items.append(facts.loose())
    return Work(staff.id, staff.full_name, tuple(items), receivers)


def open_files(tx: Tx, staff_id: UUID) -> list[CaseFile]:
    """The files that a colleague is responsible for or shares, of those that the actor may see, by number."""
    shares = exists(select(CaseWorker.id).where(CaseWorker.case_id == CaseFile.id, CaseWorker.staff_id == staff_id))
    query = select(CaseFile).where(
        visible_to(tx.actor), CaseFile.status.in_(OPEN), or_(CaseFile.responsible_id == staff_id, shares)
    )
    return list(tx.session.scalars(query.order_by(CaseFile.opened_on, CaseFile.id)))


def letters_by_file(tx: Tx, staff_id: UUID) -> dict[UUID | None, list[LetterAction]]:
    """The open orders of letters that the colleague was given, by the file of the letter."""
    rows = tx.session.execute(
        select(LetterAction, Letter.case_id)
        .join(Letter, Letter.id == LetterAction.letter_id)
        .where(
            LetterAction.unit_id == tx.actor.unit_id,
            LetterAction.to_staff_id == staff_id,
            LetterAction.done_at.is_(None),
            open_to(tx.actor),
        )
        .order_by(LetterAction.given_at, LetterAction.id)
    )
    found: dict[UUID | None, list[LetterAction]] = {}
    for action, case_id in rows:
        found.setdefault(case_id, []).append(action)
    return found


def receivers_for(tx: Tx, codes: Codes, giver: Staff, period: Period) -> tuple[Receiver, ...]:
    """Who holds cases and is there for these days, by name."""
    holding = {role.code for role in codes.all(tx.actor, "staff_role") if role.does("holds_cases")}
    away = away_in(tx, period)
    rows = tx.session.scalars(select(Staff).where(Staff.unit_id == tx.actor.unit_id, Staff.role.in_(holding)))
    found = [
        Receiver(one.id, one.full_name, one.title or codes.label(tx.actor, "staff_role", one.role), one.id in away)
        for one in rows
        if one.id != giver.id and not has_ended(one.is_active, one.service_end_on, period.last or tx.today)
    ]
    return tuple(sorted(found, key=lambda one: sort_key(one.name)))


def _by_file(rows: Sequence[Appointment]) -> dict[UUID | None, list[Appointment]]:
    found: dict[UUID | None, list[Appointment]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


def _others(tx: Tx, ids: set[UUID]) -> list[CaseFile]:
    """Files of others in which the colleague has an hour or an order."""
    if not ids:
        return []
    query = select(CaseFile).where(CaseFile.id.in_(ids), visible_to(tx.actor))
    return list(tx.session.scalars(query.order_by(CaseFile.opened_on, CaseFile.id)))


class _Facts:
    """What is counted for all files at once."""

    def __init__(
        self,
        tx: Tx,
        codes: Codes,
        staff: Staff,
        cases: Sequence[CaseFile],
        hours: dict[UUID | None, list[Appointment]],
        letters: dict[UUID | None, list[LetterAction]],
    ) -> None:
        ids = [case.id for case in cases]
        self._tx, self._codes, self._staff, self._letters = tx, codes, staff, letters
        self._initials = case_initials(tx, codes, ids) if ids else {}
        self._marks = marks_of_cases(tx, codes, ids)
        self._tasks = _counted(tx, _TASKS, ids)
        self._follow_ups = _counted(tx, _FOLLOW_UPS, ids)
        is_author = staff.id == tx.actor.staff_id and tx.actor.may(Right.PROCESS_NOTE)
        self._notes = _counted(tx, _NOTES, ids, staff.id) if is_author else {}
        booked = [row for of_one in hours.values() for row in of_one]
        self._hours: dict[UUID | None, list[AppointmentRow]] = {}
        for stored, row in zip(booked, appointment_rows(tx, codes, booked), strict=True):
            self._hours.setdefault(stored.case_id, []).append(row)

    def item(self, case: CaseFile, refused: frozenset[UUID]) -> WorkItem:
        needs_head = case.confidentiality is Confidentiality.STAFF_RELATIVE and not self._tx.actor.may(
            Right.CASE_ASSIGN
        )
        return WorkItem(
            case.id,
            case.case_no,
            self._initials.get(case.id, ""),
            self._marks.get(case.id, ()),
            self._codes.label(self._tx.actor, "case_status", case.status.value),
            case.responsible_id == self._staff.id,
            tuple(self._hours.get(case.id, ())),
            len(self._letters.get(case.id, ())),
            self._tasks.get(case.id, 0),
            self._follow_ups.get(case.id, 0),
            self._notes.get(case.id, 0),
            tuple(sorted(refused)),
            say("handover.by_the_head" if needs_head else "handover.other_colleague"),
            needs_head,
        )

    def loose(self) -> WorkItem:
        hours, letters = tuple(self._hours.get(None, ())), len(self._letters.get(None, ()))
        words = say("handover.without_file")
        return WorkItem(
            None, "", words, (), "", is_responsible=True, appointments=hours, letters=letters, tasks=0,
            follow_ups=0, notes=0, refused=(), words="", needs_head=False,
        )  # fmt: skip


def _counted(tx: Tx, query: Select[UUID, int], ids: Sequence[UUID], staff_id: UUID | None = None) -> dict[UUID, int]:
    if not ids:
        return {}
    values: dict[str, Any] = {"ids": ids} if staff_id is None else {"ids": ids, "author": staff_id}
    return {row[0]: row[1] for row in tx.session.execute(query, values)}


_TASKS = (
    select(SessionTask.case_id, func.count())
    .where(SessionTask.case_id.in_(_IDS), SessionTask.party_id.is_(None), SessionTask.done_on.is_(None))
    .group_by(SessionTask.case_id)
)
_FOLLOW_UPS = (
    select(FollowUp.case_id, func.count())
    .where(FollowUp.case_id.in_(_IDS), FollowUp.state == FollowUpState.DUE)
    .group_by(FollowUp.case_id)
)
_SHARED = exists().where(
    ProcessNoteKey.note_id == ProcessNote.id,
    ProcessNoteKey.staff_id.is_not(None),
    ProcessNoteKey.staff_id != ProcessNote.author_id,
)
_NOTES = (
    select(ProcessNote.case_id, func.count())
    .where(ProcessNote.case_id.in_(_IDS), ProcessNote.author_id == bindparam("author"), ~_SHARED)
    .group_by(ProcessNote.case_id)
)
