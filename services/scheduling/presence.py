"""Whether the unit works and its colleagues are there: what blocks an hour, and what only warns (R-27, R-28).

A precinct is open day and night, so no hour is impossible: only a colleague who is away makes it so.
"""

from collections.abc import Container
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from models.unit import Holiday, Staff
from models.working_time import OnCallNight
from services.catalogue import say
from services.persian.jalali import from_jalali, month_range, to_jalali, weekday_name
from services.scheduling.clock_words import clock
from services.scheduling.shapes import AppointmentDraft, Clash
from services.staff.naming import staff_names
from services.unit_of_work import Tx
from services.working_time.calendar import Calendar, calendar_of, on_call
from services.working_time.minutes import WHOLE, span, spans_of


def absent_clashes(tx: Tx, draft: AppointmentDraft, known: Container[UUID] = ()) -> list[Clash]:
    """The colleagues of a draft who can't come at its hour; those `known` to be booked there are passed over."""
    calendar = calendar_of(tx, draft.day, draft.day)
    needed = span(draft.start, draft.end)
    names = staff_names(tx)
    found = []
    for staff_id in draft.staff_ids:
        if staff_id in known or not needed & calendar.absent(staff_id, draft.day):
            continue
        who = names.get(staff_id, "")
        end = calendar.ends.get(staff_id)
        key = "gone" if end is not None and draft.day > end else "absent"
        found.append(Clash(key, "staff_ids", who, 0, 0, say(f"scheduling.clash_{key}", who=who)))
    return found


def warnings_of(tx: Tx, day: date) -> tuple[str, ...]:
    """The names of what makes the day a day off: its weekday, holidays, closures. None of them blocks (R-27)."""
    calendar = calendar_of(tx, day, day)
    weekday = () if calendar.hours(day) else (weekday_name(day),)
    days_off = [off for off in calendar.days_off.get(day, ()) if off.is_whole]
    return (*weekday, *(say("scheduling.estimated", title=o.title) if o.is_estimated else o.title for o in days_off))


def hours_words(tx: Tx, draft: AppointmentDraft) -> tuple[str, ...]:
    """Sentences about an hour at which the unit, or a colleague, does not usually work. None of them blocks."""
    calendar = calendar_of(tx, draft.day, draft.day)
    needed = span(draft.start, draft.end)
    found = _outside(tx, calendar, draft.day, needed)
    for off in calendar.days_off.get(draft.day, ()):
        if not off.is_whole and off.minutes & needed:
            words = {"title": off.title, "start": clock(off.start), "end": clock(off.end)}
            found.append(say("scheduling.part_closed", **words))
    names = staff_names(tx)
    for staff_id in draft.staff_ids:
        shift = calendar.shift(staff_id, draft.day)
        if needed & ~shift:
            key = "outside_shift" if shift else "no_shift"
            words = {"who": names.get(staff_id, ""), "hours": hours_told(shift)}
            found.append(say(f"scheduling.{key}", **words))
    return (*found, *_end_of_calendar(tx, draft.day))


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
        return span(night.start, night.end if night.end > night.start else 24 * 60)
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
