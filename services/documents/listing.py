"""Reading what a listing says, inside an open transaction."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select

from models.enums import AppointmentStatus, LetterState
from models.handover import ShiftHandover
from models.letter import Letter
from models.work import Appointment
from services.catalogue import say
from services.clock import instant, local
from services.codes import CodeReader, Codes
from services.documents.blocks import Paper
from services.documents.look import with_look
from services.documents.papers import daily_schedule, register_printout, shift_handover, week_plan
from services.documents.papers.daily_schedule import DailyScheduleContent, ScheduleLine
from services.documents.papers.issue import code
from services.documents.papers.register_printout import RegisterLine, RegisterPrintoutContent
from services.documents.papers.shift_handover import ShiftSheetContent, ShiftSheetLine, ShiftSheetPart
from services.documents.papers.week_plan import PlanLine, WeekPlanContent
from services.documents.printouts import BookRange
from services.documents.unit_facts import letterhead_of
from services.handover.shift_service import shift_row
from services.handover.shift_shapes import ShiftLine, ShiftSection
from services.letters import LetterRow
from services.letters.numbers import NORMAL_BOOK
from services.letters.rows import letter_rows
from services.persian.digits import to_persian
from services.persian.jalali import format_date, format_long, format_time, weekday_index
from services.persian.text import isolate_ltr
from services.scheduling.clock_words import clock
from services.scheduling.rows import appointment_rows, room_names
from services.scheduling.rules import FRIDAY, days_from, days_of, week_of
from services.scheduling.shapes import AppointmentRow
from services.staff.naming import staff_names
from services.unit_of_work import Tx, unit_row
from services.unit_profile import holidays

_AT_ONCE = 500


def book_paper(tx: Tx, codes: CodeReader, which: BookRange) -> Paper:
    """The rows of a book within the range, those of a confidential one under its mark (R-16)."""
    return with_look(tx, register_printout.compose(_book(tx, codes, which), letterhead_of(tx)))


def day_paper(tx: Tx, codes: Codes, day: date) -> Paper:
    """The hours of a day that are taken."""
    content = DailyScheduleContent(day, _hours(tx, codes, day), is_practice=unit_row(tx).is_practice)
    return with_look(tx, daily_schedule.compose(content, letterhead_of(tx)))


def week_paper(tx: Tx, codes: Codes, day: date, room_id: UUID | None, staff_id: UUID | None) -> Paper:
    """The hours of the week that holds `day`, of one room or colleague where one is named; Fridays when they work."""
    first, last = week_of(day)
    rows = [
        row
        for row in _taken(tx, codes, first, last)
        if (room_id is None or room_id in (row.room_id, row.second_room_id))
        and (staff_id is None or staff_id in row.staff_ids)
    ]
    off = {one.day: one.title for one in holidays.between(tx, first, last) if not one.is_cancelled}
    busy = {row.day for row in rows}
    days = [one for one in days_from(first, 7) if one in busy or weekday_index(one) != FRIDAY]
    content = WeekPlanContent(
        tuple((one, off.get(one, "")) for one in days),
        tuple(PlanLine(row.day, row.start, row.end, row.room_name, row.case_no) for row in rows),
        say("documents.schedule.week_of", first=format_long(first), last=format_long(last)),
        room_names(tx).get(room_id, "")
        if room_id is not None
        else staff_names(tx).get(staff_id, "")
        if staff_id
        else "",
        is_practice=unit_row(tx).is_practice,
    )
    return with_look(tx, week_plan.compose(content, letterhead_of(tx)))


def shift_paper(tx: Tx, shift_id: UUID) -> Paper:
    """A shift that was handed over, its lists alone: what was typed beside them is printed nowhere."""
    row, at = shift_row(tx, shift_id), local(tx.get(ShiftHandover, shift_id).at)
    moment = say("documents.shift.moment", day=format_long(at.date()), hour=format_time(at.time()))
    parts = tuple(
        ShiftSheetPart(
            say(f"documents.shift.{section.value}"), tuple(_shift_line(one) for one in row.lists.of(section))
        )
        for section in ShiftSection
    )
    is_practice = unit_row(tx).is_practice
    content = ShiftSheetContent(moment, row.given_by, row.taken_by, parts, is_practice=is_practice)
    return with_look(tx, shift_handover.compose(content, letterhead_of(tx)))


def _shift_line(line: ShiftLine) -> ShiftSheetLine:
    words = say("documents.shift.mark", letter=line.letter, words=line.words) if line.letter else line.words
    if line.at is None:
        return ShiftSheetLine(line.case_no, words, "")
    at = local(line.at)
    day = format_date(at.date())
    when = day if line.is_whole_day else say("documents.shift.at_hour", day=day, hour=format_time(at.time()))
    return ShiftSheetLine(line.case_no, words, when)


def _book(tx: Tx, codes: CodeReader, which: BookRange) -> RegisterPrintoutContent:
    found = tx.session.scalars(
        select(Letter).where(*_conditions(tx, which)).order_by(Letter.serial, Letter.repeat)
    ).all()
    rows: list[LetterRow] = []
    for start in range(0, len(found), _AT_ONCE):
        rows += letter_rows(tx, codes, found[start : start + _AT_ONCE])
    return RegisterPrintoutContent(
        say(
            "documents.register.line",
            book=codes.label("letter_book", which.book),
            year=to_persian(which.year),
            range=_range_words(which, rows),
        ),
        tuple(_line(codes, row) for row in rows),
        is_confidential=which.book != NORMAL_BOOK,
        is_practice=unit_row(tx).is_practice,
    )


def _conditions(tx: Tx, which: BookRange) -> list[ColumnElement[bool]]:
    found = [Letter.unit_id == tx.actor.unit_id, Letter.book == which.book, Letter.year == which.year]
    if which.first is not None:
        found.append(Letter.serial >= which.first)
    if which.last is not None:
        found.append(Letter.serial <= which.last)
    if which.first_day is not None:
        found.append(Letter.registered_at >= _midnight(which.first_day))
    if which.last_day is not None:
        found.append(Letter.registered_at < _midnight(which.last_day + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return instant(datetime.combine(day, time()))


def _range_words(which: BookRange, rows: list[LetterRow]) -> str:
    if not rows:
        return say("documents.register.empty")
    if which.first_day is not None or which.last_day is not None:
        first, last = (format_date(local(row.registered_at).date()) for row in (rows[0], rows[-1]))
        return say("documents.register.days", first=first, last=last)
    return say("documents.register.whole", first=to_persian(rows[0].serial), last=to_persian(rows[-1].serial))


def _line(codes: CodeReader, row: LetterRow) -> RegisterLine:
    day = format_date(local(row.registered_at).date())
    if row.is_masked:
        return RegisterLine(row.serial, row.number, day, subject=say("documents.register.masked"), repeat=row.repeat)
    theirs = _joined(
        code(row.their_number) if row.their_number else "", format_date(row.their_date) if row.their_date else ""
    )
    void = say("documents.register.void", reason=row.void_reason) if row.state is LetterState.VOIDED else ""
    later = ""
    if row.repeat and row.entered_at is not None:
        entered = format_date(local(row.entered_at).date())
        later = say("documents.register.entered_later", day=entered, reason=row.backdated_reason)
    return RegisterLine(
        row.serial,
        row.number,
        day,
        codes.label("letter_direction", row.direction.value) if row.direction else "",
        theirs,
        row.correspondent,
        _joined(void, row.subject, row.summary, later),
        row.enclosures,
        _joined(row.classification_label, row.urgency_label if row.urgency_label != row.classification_label else ""),
        row.assigned_to,
        to_persian(row.refers),
        row.case_no,
        _joined(row.channel_label, row.receipt),
        row.repeat,
    )


def _joined(*parts: str) -> str:
    """One under the other."""
    return "\n".join(part for part in parts if part)


def _hours(tx: Tx, codes: Codes, day: date) -> tuple[ScheduleLine, ...]:
    """What begins on the day, and before it what reaches into it from the evening before."""
    rows = [row for row in _taken(tx, codes, day - timedelta(days=1), day) if day in days_of(row.day, row.end)]
    return tuple(ScheduleLine(_hours_on(row, day), row.room_name, row.case_no) for row in rows)


def _hours_on(row: AppointmentRow, day: date) -> str:
    if row.day < day:
        return say("documents.schedule.until", hour=isolate_ltr(to_persian(clock(row.end))))
    return _between(row.start, row.end)


def _taken(tx: Tx, codes: Codes, first: date, last: date) -> tuple[AppointmentRow, ...]:
    """What was not cancelled, by day and hour."""
    query = (
        select(Appointment)
        .where(
            Appointment.unit_id == tx.actor.unit_id,
            Appointment.day >= first,
            Appointment.day <= last,
            Appointment.status.not_in((AppointmentStatus.CANCELLED_BY_UNIT, AppointmentStatus.CANCELLED_BY_PARTY)),
        )
        .order_by(Appointment.day, Appointment.start, Appointment.id)
    )
    return appointment_rows(tx, codes, tx.session.scalars(query).all())


def _between(start: int, end: int) -> str:
    first, last = (isolate_ltr(to_persian(clock(minute))) for minute in (start, end))
    return say("documents.schedule.hours", first=first, last=last)
