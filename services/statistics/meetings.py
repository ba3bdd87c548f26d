"""T5, T6, T10: who came, what was held, and what is offered outside the files (domain.md §2.10)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, not_, select

from models.case import CaseFile, CaseParty
from models.enums import AppointmentStatus, CaseStatus
from models.person import Person
from models.unit import Staff
from models.work import Appointment, Attendance, Session
from services.persian.jalali import add_months
from services.scheduling.shapes import BEYOND_FILES
from services.statistics.counting import Counting

BANDS = (("0-6", 7), ("7-12", 13), ("13-17", 18), ("18-24", 25), ("25-34", 35), ("35-44", 45), ("45-59", 60))
OLDEST, UNKNOWN = "60+", "unknown"


@dataclass(frozen=True, slots=True)
class Held:
    """Sessions of one type: `minutes` of those that were held."""

    held: int = 0
    no_show: int = 0
    minutes: int = 0


def clients(of: Counting) -> dict[tuple[str, str], tuple[int, int]]:
    """T5: (age band, sex) → persons, visits.

    A visit is a side of a file present at a session of the period; a person counts once, however often he or she came
    and in however many files. Ages are those on the last day of the period.
    """
    person, band = func.coalesce(Person.merged_into_id, Person.id), _band(of.period.last)
    query = (
        select(band, Person.sex, func.count(person.distinct()), func.count())
        .select_from(Attendance)
        .join(Session, Session.id == Attendance.session_id)
        .join(CaseFile, CaseFile.id == Session.case_id)
        .join(CaseParty, CaseParty.id == Attendance.party_id)
        .join(Person, Person.id == CaseParty.person_id)
        .where(
            _in_period(of),
            Attendance.mark.in_(of.codes("attendance", "is_present")),
            CaseParty.role.in_(of.codes("party_role", "is_party")),
        )
        .group_by(band, Person.sex)
    )
    return {(row[0], row[1]): (row[2], row[3]) for row in of.tx.session.execute(query)}


def sessions(of: Counting) -> dict[str, Held]:
    """T6: by type of session, without what is offered outside the files.

    Held: at least one came. No-show: a recorded session to which nobody came, and an appointment that was marked so
    and has no session. Minutes are those of the sessions held.
    """
    found: dict[str, Held] = {}
    types = [code for code in of.every("session_type") if code not in beyond_files(of)]
    for code, came, count, minutes in of.tx.session.execute(_by_type(of, types)):
        one = found.get(code, Held())
        found[code] = Held(one.held + count, one.no_show, minutes) if came else Held(one.held, count, one.minutes)
    missed = (
        select(Appointment.type, func.count())
        .where(
            Appointment.unit_id == of.tx.actor.unit_id,
            Appointment.day >= of.period.first,
            Appointment.day <= of.period.last,
            Appointment.status == AppointmentStatus.NO_SHOW_ALL,
            Appointment.type.in_(types),
            not_(exists(select(Session.id).where(Session.appointment_id == Appointment.id))),
        )
        .group_by(Appointment.type)
    )
    for code, count in of.tx.session.execute(missed):
        one = found.get(code, Held())
        found[code] = Held(one.held, one.no_show + count, one.minutes)
    return found


def outreach(of: Counting) -> dict[str, tuple[int, int, int]]:
    """T10: what was held for an audience or among colleagues, by type: events, their minutes, and who listened."""
    query = (
        select(
            Appointment.type,
            func.count(),
            func.sum(Appointment.minutes),
            func.sum(Appointment.audience),
        )
        .where(
            Appointment.unit_id == of.tx.actor.unit_id,
            Appointment.day >= of.period.first,
            Appointment.day <= of.period.last,
            Appointment.status == AppointmentStatus.HELD,
            Appointment.type.in_(beyond_files(of)),
        )
        .group_by(Appointment.type)
    )
    return {row[0]: (row[1], row[2], row[3] or 0) for row in of.tx.session.execute(query)}


def beyond_files(of: Counting) -> list[str]:
    """The types of sessions that are no work on a file."""
    return of.codes("session_type", "who", *BEYOND_FILES)


def minutes_by_staff_role(of: Counting) -> dict[str, int]:
    """T11: minutes of sessions held, by the role of who held them; never by name (P-19)."""
    query = (
        select(Staff.role, func.sum(Session.end - Session.start))
        .select_from(Session)
        .join(CaseFile, CaseFile.id == Session.case_id)
        .join(Staff, Staff.id == Session.staff_id)
        .where(_in_period(of), _has_come(of))
        .group_by(Staff.role)
    )
    return {row[0]: row[1] for row in of.tx.session.execute(query)}


def _by_type(of: Counting, types: list[str]) -> Select[str, int, int, int]:
    came = case((_has_come(of), 1), else_=0)
    return (
        select(Session.type, came, func.count(), func.sum(Session.end - Session.start))
        .select_from(Session)
        .join(CaseFile, CaseFile.id == Session.case_id)
        .where(_in_period(of), Session.type.in_(types))
        .group_by(Session.type, came)
        .order_by(Session.type, came)
    )


def _in_period(of: Counting) -> ColumnElement[bool]:
    return and_(
        Session.unit_id == of.tx.actor.unit_id,
        CaseFile.status != CaseStatus.VOIDED,
        Session.day >= of.period.first,
        Session.day <= of.period.last,
    )


def _has_come(of: Counting) -> ColumnElement[bool]:
    present = of.codes("attendance", "is_present")
    return exists(select(Attendance.id).where(Attendance.session_id == Session.id, Attendance.mark.in_(present)))


def _band(day: date) -> ColumnElement[str]:
    """Younger than the years of a band: born after the day that many Jalali years earlier."""
    whens = [(Person.birth_on > add_months(day, -12 * years), name) for name, years in BANDS]
    return case((Person.birth_on.is_(None), UNKNOWN), *whens, else_=OLDEST)
