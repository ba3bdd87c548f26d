"""Reading what a listing says, inside an open transaction."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, select

from models.enums import AppointmentStatus, LetterState
from models.letter import Letter
from models.work import Appointment
from services.catalogue import say
from services.clock import instant, local
from services.codes import CodeReader, Codes
from services.documents.blocks import Paper
from services.documents.papers import daily_schedule, register_printout
from services.documents.papers.daily_schedule import DailyScheduleContent, ScheduleLine
from services.documents.papers.issue import code
from services.documents.papers.register_printout import RegisterLine, RegisterPrintoutContent
from services.documents.printouts import BookRange
from services.documents.unit_facts import letterhead_of
from services.letters import LetterRow
from services.letters.numbers import NORMAL_BOOK
from services.letters.rows import letter_rows
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from services.persian.text import isolate_ltr
from services.scheduling.rows import appointment_rows
from services.unit_of_work import Tx, unit_row

_AT_ONCE = 500


def book_paper(tx: Tx, codes: CodeReader, which: BookRange) -> Paper:
    """The rows of a book within the range, those of a confidential one under its mark (R-16)."""
    return register_printout.compose(_book(tx, codes, which), letterhead_of(tx))


def day_paper(tx: Tx, codes: Codes, day: date) -> Paper:
    """The hours of a day that are taken."""
    content = DailyScheduleContent(day, _hours(tx, codes, day), is_practice=unit_row(tx).is_practice)
    return daily_schedule.compose(content, letterhead_of(tx))


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
    query = (
        select(Appointment)
        .where(
            Appointment.unit_id == tx.actor.unit_id,
            Appointment.day == day,
            Appointment.status.not_in((AppointmentStatus.CANCELLED_BY_UNIT, AppointmentStatus.CANCELLED_BY_PARTY)),
        )
        .order_by(Appointment.start, Appointment.id)
    )
    rows = appointment_rows(tx, codes, tx.session.scalars(query).all())
    return tuple(ScheduleLine(_between(row.start, row.end), row.room_name, row.case_no) for row in rows)


def _between(start: int, end: int) -> str:
    first, last = (isolate_ltr(to_persian(f"{minute // 60:02}:{minute % 60:02}")) for minute in (start, end))
    return say("documents.schedule.hours", first=first, last=last)
