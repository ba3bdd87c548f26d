"""What the page of appointments shows: which days, whose, in which columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from services.persian.digits import to_persian
from services.persian.errors import PersianValueError
from services.persian.jalali import (
    add_months,
    format_day_month,
    format_long,
    month_name,
    month_range,
    to_jalali,
    weekday_index,
    weekday_name,
)
from services.scheduling.rules import FRIDAY, days_of, week_of
from services.scheduling.shapes import AppointmentRow, BookingFacts, Slot
from services.unit_profile import HolidayRow
from ui.scheduling import carrying
from ui.scheduling.week_layout import Bands, Board, Column, make_board

DAY, WEEK, MONTH, LIST = "day", "week", "month", "list"
BY_ROOM, BY_COLLEAGUE = carrying.BY_ROOM, carrying.BY_COLLEAGUE
ALL, MINE = "all", "mine"


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything read for one view. `hours`: when the unit works on each of its days."""

    facts: BookingFacts
    rows: tuple[AppointmentRow, ...]
    holidays: tuple[HolidayRow, ...]
    first_free: Slot | None
    today: date
    hours: Mapping[date, Bands] = field(default_factory=dict)

    def days_off(self, day: date) -> tuple[HolidayRow, ...]:
        """What makes a whole day a holiday or a closure."""
        return tuple(row for row in self.holidays if row.day == day and not row.is_cancelled and row.start is None)


def range_of(view: str, day: date) -> tuple[date, date]:
    """The first and the last day of a view; of a month whole weeks."""
    if view == MONTH:
        first, last = month_range(*to_jalali(day)[:2])
        return week_of(first)[0], week_of(last)[1]
    return week_of(day) if view == WEEK else (day, day)


def step_of(view: str, day: date, step: int) -> date:
    """The day that one month, one week or one day further is shown; the same where the calendar ends."""
    try:
        further = add_months(day, step) if view == MONTH else day + timedelta(days=step * (7 if view == WEEK else 1))
        range_of(MONTH, further)
    except (PersianValueError, OverflowError):
        return day
    return further


def title_of(view: str, day: date) -> str:
    if view == MONTH:
        year, month, _ = to_jalali(day)
        return f"{month_name(month)} {to_persian(year)}"
    if view != WEEK:
        return format_long(day)
    first, last = range_of(view, day)
    words = QCoreApplication.translate("Scheduling", "Week {first} to {last} {year}")
    year_words = to_persian(to_jalali(last)[0])
    return words.format(first=format_day_month(first), last=format_day_month(last), year=year_words)


def named(key: str, actor_id: UUID) -> dict[str, UUID]:
    """The room or the colleague that a key names, under `BY_ROOM` or `BY_COLLEAGUE`; nothing for any other key."""
    kind, _, of = key.partition(":")
    if kind == MINE:
        return {BY_COLLEAGUE: actor_id}
    return {kind: UUID(of)} if of else {}


def chosen_rows(rows: Iterable[AppointmentRow], whose: str, actor_id: UUID) -> list[AppointmentRow]:
    """Without what was cancelled; of one colleague or room if `whose` names one."""
    of = named(whose, actor_id)
    room, colleague = of.get(BY_ROOM), of.get(BY_COLLEAGUE)
    return [
        row
        for row in rows
        if not row.is_cancelled
        and (room is None or room in (row.room_id, row.second_room_id))
        and (colleague is None or colleague in row.staff_ids)
    ]


def board_of_week(
    shown: Shown, rows: Iterable[AppointmentRow], day: date, today: date, *, whole_day: bool = False
) -> Board:
    """A column for each day from Saturday."""
    first, last = week_of(day)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    columns = [_column(shown, one, today, one.isoformat(), weekday_name(one), format_day_month(one)) for one in days]
    placed = [((one - first).days, row) for row in rows for one in days_of(row.day, row.end) if first <= one <= last]
    return make_board(columns, placed, shown.facts.opens, shown.facts.closes, whole_day=whole_day)


def board_of_day(
    shown: Shown, rows: Iterable[AppointmentRow], day: date, today: date, by: str, *, whole_day: bool = False
) -> Board:
    """A column for each room or colleague; what has none stands in a column of its own."""
    names = {room.id: room.name for room in shown.facts.rooms}
    if by == BY_COLLEAGUE:
        names = {one.id: one.name for one in shown.facts.colleagues}
    placed: list[tuple[UUID | None, AppointmentRow]] = []
    for row in (one for one in rows if day in days_of(one.day, one.end)):
        keys = row.staff_ids if by == BY_COLLEAGUE else (row.room_id, row.second_room_id)
        mine: list[UUID | None] = [key for key in keys if key is not None and key in names]
        placed.extend((key, row) for key in mine or (None,))
    keys_shown: list[UUID | None] = list(names)
    if any(key is None for key, _ in placed) or not keys_shown:
        keys_shown.append(None)
    none = QCoreApplication.translate("Scheduling", "No room")
    if by == BY_COLLEAGUE:
        none = QCoreApplication.translate("Scheduling", "Others")
    columns = [
        _column(shown, day, today, f"{by}:{key or ''}", names[key] if key is not None else none, _count(placed, key))
        for key in keys_shown
    ]
    numbered = [(keys_shown.index(key), row) for key, row in placed]
    return make_board(columns, numbered, shown.facts.opens, shown.facts.closes, whole_day=whole_day)


def _count(placed: Iterable[tuple[UUID | None, AppointmentRow]], key: UUID | None) -> str:
    count = sum(one == key for one, _ in placed)
    if not count:
        return QCoreApplication.translate("Scheduling", "free")
    return QCoreApplication.translate("Scheduling", "{count} appointments").format(count=to_persian(count))


def _column(shown: Shown, day: date, today: date, key: str, title: str, quiet: str) -> Column:
    off = shown.days_off(day)
    is_estimated = bool(off) and all(row.kind == "estimated" for row in off)
    return Column(
        key,
        day,
        title,
        quiet,
        " · ".join(dict.fromkeys(row.title for row in off)),
        is_estimated,
        weekday_index(day) == FRIDAY,
        day == today,
        shown.hours.get(day, ()),
    )
