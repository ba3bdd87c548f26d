"""What the next shift must know: dangers, clocks, who is expected, promised calls, papers at the commander (P-34)."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import aliased

from models.case import CaseFile, NightEntry
from models.enums import AppointmentStatus, CaseStatus, DocumentState, FlagLevel, FollowUpState
from models.follow_up import FollowUp
from models.letter import Attachment, Document, Letter, LetterAction
from models.safety import RiskFlag
from models.unit import Staff
from models.work import Appointment
from services.actor import Right
from services.catalogue import say
from services.clock import instant
from services.codes import Codes
from services.handover.shift_shapes import ShiftLine, ShiftLists, ShiftSection
from services.letters.access import open_to
from services.persian.digits import to_persian
from services.safety.danger import open_dangers
from services.safety.marks import mark_of_flag
from services.scheduling.free_times import minute_of_now
from services.scheduling.rows import appointment_rows
from services.scheduling.rules import is_over
from services.settings.service import number_in
from services.staff.rights import rights_of
from services.unit_of_work import Tx
from services.visibility import visible_to

AHEAD = timedelta(days=1)
"""Whoever is expected until the end of the next day."""
_BACK = timedelta(days=14)
_MOST = 60


def lists_now(tx: Tx, codes: Codes) -> ShiftLists:
    """The lists of this moment for the files that the actor may see."""
    parts = (_dangers(tx, codes), _clocks(tx, codes), _expected(tx, codes), _calls(tx), _papers(tx, codes))
    return ShiftLists(tuple(line for part in parts for line in part))


def plain(lists: ShiftLists) -> dict[str, Any]:
    """The lists as they are stored."""
    return {
        "lines": [
            {
                "section": line.section.value,
                "case": line.case_id.hex if line.case_id is not None else "",
                "case_no": line.case_no,
                "words": line.words,
                "at": line.at.isoformat() if line.at is not None else "",
                "letter": line.letter,
                "is_late": line.is_late,
                "is_whole_day": line.is_whole_day,
            }
            for line in lists.lines
        ]
    }


def from_plain(content: dict[str, Any]) -> ShiftLists:
    """Stored lists as they were."""
    return ShiftLists(
        tuple(
            ShiftLine(
                ShiftSection(one["section"]),
                UUID(hex=one["case"]) if one["case"] else None,
                one["case_no"],
                one["words"],
                datetime.fromisoformat(one["at"]) if one["at"] else None,
                one["letter"],
                bool(one["is_late"]),
                bool(one["is_whole_day"]),
            )
            for one in content["lines"]
        ),
    )


def _flags(tx: Tx) -> Any:
    return tx.session.execute(
        select(RiskFlag, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == RiskFlag.case_id)
        .where(
            RiskFlag.unit_id == tx.actor.unit_id,
            RiskFlag.closed_at.is_(None),
            CaseFile.status.not_in((CaseStatus.CLOSED, CaseStatus.VOIDED)),
            visible_to(tx.actor),
        )
        .order_by(RiskFlag.known_at, RiskFlag.id)
    )


def _dangers(tx: Tx, codes: Codes) -> Iterator[ShiftLine]:
    """Night entries with a danger that nobody completed (P-26), pages of an imminent danger that are not completed,
    then marks of an imminent level."""
    yield from _nights(tx)
    told = set()
    for one in open_dangers(tx):
        told.add(one.case_id)
        yield ShiftLine(ShiftSection.DANGERS, one.case_id, one.case_no, say("handover.danger"), one.known_at)
    hours = number_in(tx, "child_clock_hours")
    for flag, case_no in _flags(tx):
        mark = mark_of_flag(tx, codes, flag, hours)
        if flag.level is FlagLevel.IMMINENT and flag.case_id not in told and mark.clock_ends_at is None:
            told.add(flag.case_id)
            words = say("handover.imminent")
            yield ShiftLine(ShiftSection.DANGERS, flag.case_id, case_no, words, flag.known_at, mark.letter)


def _nights(tx: Tx) -> Iterator[ShiftLine]:
    nights = tx.session.scalars(
        select(NightEntry)
        .where(
            NightEntry.unit_id == tx.actor.unit_id,
            NightEntry.completed_at.is_(None),
            NightEntry.is_danger_now.is_(True),
        )
        .order_by(NightEntry.happened_at, NightEntry.id)
        .limit(_MOST)
    )
    for night in nights:
        yield ShiftLine(ShiftSection.DANGERS, None, "", say("handover.night"), night.happened_at)


def _clocks(tx: Tx, codes: Codes) -> Iterator[ShiftLine]:
    hours = number_in(tx, "child_clock_hours")
    for flag, case_no in _flags(tx):
        mark = mark_of_flag(tx, codes, flag, hours)
        if mark.clock_ends_at is not None:
            late = mark.clock_ends_at < tx.now
            words = say("handover.clock_over" if late else "handover.clock")
            yield ShiftLine(
                ShiftSection.CLOCKS, flag.case_id, case_no, words, mark.clock_ends_at, mark.letter, is_late=late
            )


def _expected(tx: Tx, codes: Codes) -> Iterator[ShiftLine]:
    """Who is still to come today and tomorrow: hour, kind and room."""
    found = tx.session.scalars(
        select(Appointment)
        .where(
            Appointment.unit_id == tx.actor.unit_id,
            Appointment.status == AppointmentStatus.SCHEDULED,
            Appointment.day >= tx.today,
            Appointment.day <= tx.today + AHEAD,
        )
        .order_by(Appointment.day, Appointment.start, Appointment.id)
        .limit(_MOST)
    ).all()
    for row in appointment_rows(tx, codes, found):
        is_past = is_over(row.day, row.end, tx.today, minute_of_now(tx))
        if row.is_hidden or is_past:
            continue
        at = instant(datetime.combine(row.day, time(row.start // 60, row.start % 60)))
        words = " · ".join(part for part in (row.type_label, to_persian(row.room_name)) if part)
        yield ShiftLine(ShiftSection.EXPECTED, row.case_id, row.case_no, words, at)


def _calls(tx: Tx) -> Iterator[ShiftLine]:
    """Calls of follow-up that are due by tomorrow."""
    rows = tx.session.execute(
        select(FollowUp, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == FollowUp.case_id)
        .where(
            FollowUp.unit_id == tx.actor.unit_id,
            FollowUp.state == FollowUpState.DUE,
            FollowUp.due_on <= tx.today + AHEAD,
            CaseFile.status.in_((CaseStatus.OUTCOME_RECORDED, CaseStatus.FOLLOW_UP)),
            visible_to(tx.actor),
        )
        .order_by(FollowUp.due_on, FollowUp.id)
        .limit(_MOST)
    )
    calls: dict[UUID, list[tuple[FollowUp, str]]] = {}
    for row, case_no in rows:
        calls.setdefault(row.case_id, []).append((row, case_no))
    for of_case in calls.values():
        row, case_no = of_case[0]
        at = instant(datetime.combine(row.due_on, time(12)))
        late, count = row.due_on < tx.today, len(of_case)
        words = say("handover.calls", count=count) if count > 1 else say("handover.call")
        yield ShiftLine(ShiftSection.CALLS, row.case_id, case_no, words, at, is_late=late, is_whole_day=True)


def _papers(tx: Tx, codes: Codes) -> Iterator[ShiftLine]:
    """Orders of letters that are with a commander, and numbered papers whose signed original is not back."""
    commanders = [
        staff.id
        for staff in tx.session.scalars(select(Staff).where(Staff.unit_id == tx.actor.unit_id))
        if Right.NOTE_SECOND_KEY in rights_of(staff.role)
    ]
    of_letter = aliased(CaseFile)  # the condition asks for the file itself
    orders = tx.session.execute(
        select(LetterAction, Letter.number, Letter.case_id, of_letter.case_no)
        .join(Letter, Letter.id == LetterAction.letter_id)
        .outerjoin(of_letter, of_letter.id == Letter.case_id)
        .where(LetterAction.to_staff_id.in_(commanders), LetterAction.done_at.is_(None), open_to(tx.actor))
        .order_by(LetterAction.given_at, LetterAction.id)
        .limit(_MOST)
    )
    for action, number, case_id, case_no in orders:
        words = say("handover.letter", number=number)
        late = action.due_on is not None and action.due_on < tx.today
        yield ShiftLine(ShiftSection.PAPERS, case_id, case_no or "", words, action.given_at, is_late=late)
    scanned = exists().where(Attachment.document_id == Document.id, Attachment.void_reason == "")
    papers = tx.session.execute(
        select(Document.title, Document.issued_at, Document.case_id, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == Document.case_id)
        .where(
            Document.unit_id == tx.actor.unit_id,
            Document.state == DocumentState.ISSUED,
            or_(Document.letter_id.is_not(None), Document.awaits_registry.is_(True)),
            Document.awaits_registry.in_((False, True)),  # any, but so it is in the index of the days
            Document.signed_sheet_place == "",
            Document.issued_at >= tx.now - _BACK,
            ~scanned,
            visible_to(tx.actor),
        )
        .order_by(Document.issued_at, Document.id)
        .limit(_MOST)
    )
    for title, issued_at, case_id, case_no in papers:
        words = say("handover.paper", title=title)
        yield ShiftLine(ShiftSection.PAPERS, case_id, case_no, words, issued_at)
