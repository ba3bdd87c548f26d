"""The day at a glance, by a fixed number of indexed queries whatever the size of the file."""

from datetime import datetime, time, timedelta

from sqlalchemy import Select, func, select

from models.case import CaseFile, NightEntry, Notice, ReferralIn
from models.enums import AppointmentStatus, FlagLevel
from models.safety import RiskFlag
from models.work import Appointment, AppointmentStaff, Outcome
from services.actor import Right
from services.catalogue import say
from services.clock import instant, local
from services.codes import Codes
from services.overview.shapes import Home, Task, TaskKind
from services.persian.amounts import number_words
from services.persian.jalali import format_date, format_day_month
from services.safety.danger import open_dangers
from services.safety.marks import mark_of_flag
from services.safety.shapes import Mark
from services.scheduling.service import appointment_rows
from services.scheduling.shapes import AppointmentRow
from services.settings.service import number_in
from services.unit_of_work import Tx
from services.visibility import visible_to

SHOWN = 40
SOON = timedelta(days=3)
_ORDER = list(TaskKind)


def home(tx: Tx, codes: Codes) -> Home:
    """Today's appointments and everything that waits, as far as the actor may know of it."""
    appointments = _appointments(tx, codes)
    overdue, owed, oldest = _reply_counts(tx)
    tasks: list[Task] = []
    marks: dict[str, Mark] = {}
    reviews = 0
    if tx.actor.may(Right.SAFETY_READ):
        reviews = _safety_tasks(tx, codes, tasks, marks)
        tasks.extend(_open_dangers(tx))
    tasks.extend(_replies(tx, codes))
    nights = _night_tasks(tx, tasks)
    tasks.extend(_unrecorded(tx, codes))
    tasks.extend(_signatures(tx, codes))
    if tx.actor.may(Right.CASE_VOID):
        tasks.extend(_notices(tx, codes))
    last = datetime.max.replace(tzinfo=tx.now.tzinfo)
    tasks.sort(key=lambda task: (_ORDER.index(task.kind), task.due_at or last))
    scheduled = [row for row in appointments if row.status is AppointmentStatus.SCHEDULED]
    return Home(
        _sentence(len(scheduled), overdue),
        appointments,
        len(scheduled),
        overdue,
        owed,
        oldest,
        reviews,
        tuple(marks.values()),
        nights,
        len(tasks),
        tuple(tasks[:SHOWN]),
    )


def _sentence(appointments: int, overdue: int) -> str:
    first = (
        say("overview.today_some", count=number_words(appointments)) if appointments else say("overview.today_none")
    )
    if overdue:
        return say("overview.and_overdue", first=first, count=number_words(overdue))
    return say("overview.and_nothing", first=first)


def _appointments(tx: Tx, codes: Codes) -> tuple[AppointmentRow, ...]:
    if not tx.actor.may(Right.APPOINTMENT_READ):
        return ()
    found = tx.session.scalars(
        select(Appointment)
        .where(
            Appointment.unit_id == tx.actor.unit_id,
            Appointment.day == tx.today,
            Appointment.status.in_((AppointmentStatus.SCHEDULED, AppointmentStatus.HELD)),
        )
        .order_by(Appointment.start)
        .limit(100)
    ).all()
    return appointment_rows(tx, codes, found)


def _owed(tx: Tx) -> Select[ReferralIn, str]:
    return (
        select(ReferralIn, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == ReferralIn.case_id)
        .where(
            ReferralIn.unit_id == tx.actor.unit_id,
            ReferralIn.is_reply_owed.is_(True),
            ReferralIn.replied_at.is_(None),
            visible_to(tx.actor),
        )
    )


def _reply_counts(tx: Tx) -> tuple[int, int, str]:
    owed = _owed(tx).with_only_columns(func.count())
    count = tx.session.scalar(owed) or 0
    overdue = tx.session.scalar(owed.where(ReferralIn.due_at < tx.now)) or 0
    oldest = tx.session.execute(
        _owed(tx).where(ReferralIn.due_at < tx.now).order_by(ReferralIn.due_at).limit(1)
    ).first()
    words = ""
    if oldest is not None:
        referral = oldest[0]
        days = (tx.now - (referral.due_at or tx.now)).days
        words = say("overview.body_days", body=referral.body or referral.branch, days=max(days, 1))
    return overdue, count, words


def _replies(tx: Tx, codes: Codes) -> list[Task]:
    rows = tx.session.execute(
        _owed(tx).where(ReferralIn.due_at < tx.now + SOON).order_by(ReferralIn.due_at).limit(SHOWN)
    )
    tasks = []
    for referral, case_no in rows:
        body = referral.body or codes.label(tx.actor, "referral_source", referral.source)
        line = say("overview.reply_line", case_no=case_no, letter_no=referral.letter_no or "—")
        tasks.append(
            Task(
                TaskKind.REPLY,
                say("overview.reply", body=body),
                line,
                referral.due_at,
                referral.due_at is not None and referral.due_at < tx.now,
                referral.id,
                referral.case_id,
            )
        )
    return tasks


def _safety_tasks(tx: Tx, codes: Codes, tasks: list[Task], marks: dict[str, Mark]) -> int:
    hours = number_in(tx, "child_clock_hours")
    rows = tx.session.execute(
        select(RiskFlag, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == RiskFlag.case_id)
        .where(
            RiskFlag.unit_id == tx.actor.unit_id,
            RiskFlag.closed_at.is_(None),
            (RiskFlag.review_on <= tx.today) | (RiskFlag.level != FlagLevel.LOW),
            visible_to(tx.actor),
        )
        .order_by(RiskFlag.review_on)
        .limit(500)
    )
    reviews = 0
    for flag, case_no in rows:
        mark = mark_of_flag(tx, codes, flag, hours)
        if mark.clock_ends_at is not None:
            marks[mark.letter] = mark
            title = say("overview.child_clock", letter=mark.letter)
            is_late = mark.clock_ends_at < tx.now
            line = say("overview.case_line", case_no=case_no)
            tasks.append(
                Task(TaskKind.CHILD_CLOCK, title, line, mark.clock_ends_at, is_late, flag.id, flag.case_id, mark)
            )
        if flag.review_on is not None and flag.review_on <= tx.today:
            reviews += 1
            marks.setdefault(mark.letter, mark)
            due = instant(datetime.combine(flag.review_on, time(23, 59)))
            line = say("overview.review_line", case_no=case_no, letter=mark.letter)
            tasks.append(
                Task(TaskKind.REVIEW, say("overview.review"), line, due, due < tx.now, flag.id, flag.case_id, mark)
            )
    return reviews


def _open_dangers(tx: Tx) -> list[Task]:
    """Danger pages that are not completed: they stay on top until they are (P-11)."""
    return [
        Task(
            TaskKind.DANGER,
            say("overview.danger"),
            say("overview.case_line", case_no=row.case_no),
            row.known_at,
            True,
            row.person_id,
            row.case_id,
        )
        for row in open_dangers(tx)[:SHOWN]
    ]


def _night_tasks(tx: Tx, tasks: list[Task]) -> int:
    if not tx.actor.may(Right.NIGHT_COMPLETE):
        return 0
    rows = tx.session.scalars(
        select(NightEntry)
        .where(NightEntry.unit_id == tx.actor.unit_id, NightEntry.completed_at.is_(None))
        .order_by(NightEntry.happened_at)
        .limit(SHOWN)
    ).all()
    for row in rows:
        wall = local(row.happened_at)
        hour = f"{wall:%H:%M}"
        line = say("overview.night_line", day=format_day_month(wall.date()), hour=hour)
        title = say("overview.night_danger") if row.is_danger_now else say("overview.night")
        tasks.append(Task(TaskKind.NIGHT, title, line, row.happened_at, row.is_danger_now, row.id, row.case_id))
    return len(rows)


def _unrecorded(tx: Tx, codes: Codes) -> list[Task]:
    """The actor's own past appointments of which nobody said what became of them."""
    mine = select(AppointmentStaff.appointment_id).where(AppointmentStaff.staff_id == tx.actor.staff_id)
    rows = tx.session.execute(
        select(Appointment, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == Appointment.case_id)
        .where(
            Appointment.unit_id == tx.actor.unit_id,
            Appointment.status == AppointmentStatus.SCHEDULED,
            Appointment.day < tx.today,
            Appointment.id.in_(mine),
            visible_to(tx.actor),
        )
        .order_by(Appointment.day.desc())
        .limit(SHOWN)
    )
    tasks = []
    for row, case_no in rows:
        due = instant(datetime.combine(row.day, time(row.start // 60, row.start % 60)))
        line = say("overview.unrecorded_line", case_no=case_no, day=format_date(row.day))
        title = say("overview.unrecorded", kind=codes.label(tx.actor, "session_type", row.type))
        tasks.append(Task(TaskKind.UNRECORDED, title, line, due, True, row.id, row.case_id))
    return tasks


def _signatures(tx: Tx, codes: Codes) -> list[Task]:
    if not tx.actor.may(Right.OUTCOME_WRITE):
        return []
    all_codes = codes.all(tx.actor, "disposition", with_inactive=True)
    signed = [code.code for code in all_codes if code.does("needs_signatures")]
    rows = tx.session.execute(
        select(Outcome, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == Outcome.case_id)
        .where(
            Outcome.unit_id == tx.actor.unit_id,
            Outcome.disposition.in_(signed),
            Outcome.signatures_seen_on.is_(None),
            visible_to(tx.actor),
        )
        .order_by(Outcome.decided_on)
        .limit(SHOWN)
    )
    return [
        Task(
            TaskKind.SIGNATURES,
            say("overview.signatures"),
            say("overview.case_line", case_no=case_no),
            row.recorded_at,
            row.decided_on < tx.today,
            row.id,
            row.case_id,
        )
        for row, case_no in rows
    ]


def _notices(tx: Tx, codes: Codes) -> list[Task]:
    rows = tx.session.execute(
        select(Notice, CaseFile.case_no)
        .join(CaseFile, CaseFile.id == Notice.case_id)
        .where(Notice.unit_id == tx.actor.unit_id, Notice.seen_at.is_(None))
        .order_by(Notice.raised_at)
        .limit(SHOWN)
    )
    return [
        Task(
            TaskKind.NOTICE,
            codes.label(tx.actor, "notice_kind", row.kind.value),
            say("overview.case_line", case_no=case_no),
            row.raised_at,
            False,
            row.id,
            row.case_id,
        )
        for row, case_no in rows
    ]
