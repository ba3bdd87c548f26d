"""Whether the unit works and its colleagues are there: what blocks an hour, and what only warns (R-27, R-28).

A precinct is open day and night, so no hour is impossible: only a colleague who is away makes it so.
"""

from collections.abc import Container, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from models.unit import Holiday, Staff
from models.working_time import OnCallNight
from services.catalogue import say
from services.persian.jalali import from_jalali, month_range, to_jalali, weekday_name
from services.scheduling import rules
from services.scheduling.clock_words import clock
from services.scheduling.shapes import AppointmentDraft, Clash
from services.staff.naming import staff_names
from services.unit_of_work import Tx
from services.working_time.calendar import Calendar, calendar_of, on_call
from services.working_time.minutes import DAY, WHOLE, span, spans_of


def absent_clashes(tx: Tx, draft: AppointmentDraft, known: Container[UUID] = ()) -> list[Clash]:
    """The colleagues of a draft who can't come at its hour; those `known` to be booked there are passed over."""
    days = rules.days_of(draft.day, draft.end)
    calendar = calendar_of(tx, days[0], days[-1])
    names = staff_names(tx)
    found = []
    for staff_id in draft.staff_ids:
        missing = missing_on(calendar, staff_id, draft.day, draft.start, draft.end)
        if staff_id in known or missing is None:
            continue
        who = names.get(staff_id, "")
        end = calendar.ends.get(staff_id)
        key = "gone" if end is not None and missing > end else "absent"
        found.append(Clash(key, "staff_ids", who, 0, 0, say(f"scheduling.clash_{key}", who=who)))
    return found


def missing_on(calendar: Calendar, staff_id: UUID, day: date, start: int, end: int) -> date | None:
    """The first day of [start, end) on which a colleague can't be there for the whole of it."""
    for part, needed in parts_of(day, start, end):
        if needed & calendar.absent(staff_id, part):
            return part
    return None


def parts_of(day: date, start: int, end: int) -> tuple[tuple[date, int], ...]:
    """What an hour takes of its day, and of the next where it crosses midnight."""
    return tuple(
        (one, span(start - at, end - at)) for at, one in zip((0, DAY), rules.days_of(day, end), strict=False)
    )


def warnings_of(tx: Tx, day: date) -> tuple[str, ...]:
    """The names of what makes the day a day off: its weekday, holidays, closures. None of them blocks (R-27)."""
    calendar = calendar_of(tx, day, day)
    weekday = () if calendar.hours(day) else (weekday_name(day),)
    days_off = [off for off in calendar.days_off.get(day, ()) if off.is_whole]
    return (*weekday, *(say("scheduling.estimated", title=o.title) if o.is_estimated else o.title for o in days_off))


def hours_words(tx: Tx, draft: AppointmentDraft) -> tuple[str, ...]:
    """Sentences about an hour at which the unit, or a colleague, does not usually work. None of them blocks."""
    parts = parts_of(draft.day, draft.start, draft.end)
    calendar = calendar_of(tx, parts[0][0], parts[-1][0])
    found = []
    if len(parts) > 1:
        found.append(say("scheduling.over_midnight", end=clock(draft.end), day=weekday_name(parts[-1][0])))
    for day, needed in parts:
        found += _outside(tx, calendar, day, needed)
        found += _part_closed(calendar, day, needed)
        found += _outside_shift(tx, calendar, draft.staff_ids, day, needed)
    return (*dict.fromkeys(found), *_end_of_calendar(tx, draft.day))


def _part_closed(calendar: Calendar, day: date, needed: int) -> list[str]:
    return [
        say("scheduling.part_closed", title=off.title, start=clock(off.start), end=clock(off.end))
        for off in calendar.days_off.get(day, ())
        if not off.is_whole and off.minutes & needed
    ]


def _outside_shift(tx: Tx, calendar: Calendar, staff_ids: Iterable[UUID], day: date, needed: int) -> list[str]:
    names, found = staff_names(tx), []
    for staff_id in staff_ids:
        shift = calendar.shift(staff_id, day)
        if needed & ~shift:
            key = "outside_shift" if shift else "no_shift"
            found.append(say(f"scheduling.{key}", who=names.get(staff_id, ""), hours=hours_told(shift)))
    return found


def _outside(tx: Tx, calendar: Calendar, day: date, needed: int) -> list[str]:
    hours = calendar.hours(day)
    if not needed & ~hours:
        return []
    found = []
    if hours:
        season = calendar.season(day)
        key = "outside_season" if season is not None else "outside_hours"
        found.append(say(f"scheduling.{key}", hours=hours_told(hours), title=season.title if season else ""))
    names = staff_names(tx)
    answering = [names.get(night.staff_id, "") for night in on_call(tx, day) if _minutes_of(night, day) & needed]
    found += [say("scheduling.on_call", who=who) for who in dict.fromkeys(answering)]
    return found


def _minutes_of(night: OnCallNight, day: date) -> int:
    """The minutes of `day` in a night on call."""
    if night.day == day:
        return span(night.start, night.end if night.end > night.start else DAY)
    return span(0, night.end)


def hours_told(minutes: int) -> str:
    """The stretches of a set of minutes, in words."""
    if minutes == WHOLE:
        return say("scheduling.whole_day")
    spans = [say("scheduling.span", start=clock(start), end=clock(end)) for start, end in spans_of(minutes)]
    return say("scheduling.and").join(spans)


_KNOWN = (
    select(Holiday.id)
    .where(Holiday.unit_id == bindparam("unit"), Holiday.day.between(bindparam("first"), bindparam("last")))
    .limit(1)
)


def _end_of_calendar(tx: Tx, day: date) -> tuple[str, ...]:
    """The days off of a later year may not be printed yet."""
    year = to_jalali(day)[0]
    if year == to_jalali(tx.today)[0]:
        return ()
    days = {"first": from_jalali(year, 1, 1), "last": month_range(year, 12)[1]}
    is_known = tx.session.scalar(_KNOWN, {"unit": tx.actor.unit_id} | days) is not None
    return () if is_known else (say("scheduling.calendar_ends", year=str(year)),)


def works_on(staff: Staff, day: date) -> bool:
    """Whether a colleague is still in service then."""
    return staff.is_active and (staff.service_end_on is None or staff.service_end_on >= day)
