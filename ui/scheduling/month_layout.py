"""A month as weeks from Saturday, without painting: what each day holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from services.persian.jalali import to_jalali, weekday_index
from services.scheduling.rules import FRIDAY
from services.scheduling.shapes import AppointmentRow
from ui.scheduling import shown
from ui.scheduling.shown import Shown

WEEKDAYS = 7


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One cell. `is_inside`: the day belongs to the month itself and not to its neighbours."""

    day: date
    rows: tuple[AppointmentRow, ...]
    holiday: str
    is_estimated: bool
    is_friday: bool
    is_today: bool
    is_inside: bool

    @property
    def is_off(self) -> bool:
        return self.is_friday or bool(self.holiday)


@dataclass(frozen=True, slots=True)
class MonthBoard:
    """Whole weeks, day by day from a Saturday."""

    days: tuple[MonthDay, ...]

    @property
    def weeks(self) -> int:
        return len(self.days) // WEEKDAYS

    def place_of(self, day: date) -> int | None:
        """The number of a day's cell."""
        number = (day - self.days[0].day).days
        return number if 0 <= number < len(self.days) else None


def board_of_month(found: Shown, rows: Iterable[AppointmentRow], day: date, today: date) -> MonthBoard:
    """The month that holds `day`."""
    first, last = shown.range_of(shown.MONTH, day)
    by_day: dict[date, list[AppointmentRow]] = {}
    for row in rows:
        by_day.setdefault(row.day, []).append(row)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    month = to_jalali(day)[:2]
    return MonthBoard(tuple(_day(found, one, by_day.get(one, []), month, today) for one in days))


def _day(found: Shown, day: date, rows: list[AppointmentRow], month: tuple[int, int], today: date) -> MonthDay:
    off = found.days_off(day)
    return MonthDay(
        day,
        tuple(sorted(rows, key=lambda row: (row.start, row.id))),
        " · ".join(dict.fromkeys(one.title for one in off)),
        bool(off) and all(one.kind == "estimated" for one in off),
        weekday_index(day) == FRIDAY,
        day == today,
        to_jalali(day)[:2] == month,
    )
