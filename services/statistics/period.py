"""Jalali months, quarters, halves and years."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from services.catalogue import say
from services.clock import instant
from services.errors import InvalidError
from services.persian.digits import to_persian
from services.persian.jalali import FIRST_YEAR, LAST_YEAR, month_name, month_range, to_jalali


class PeriodKind(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """`number` counts from 1 within the Jalali `year`."""

    kind: PeriodKind
    year: int
    number: int = 1

    @property
    def name(self) -> str:
        """Text that `period_named` reads."""
        return f"{self.kind.value}-{self.year}-{self.number}"

    @property
    def first(self) -> date:
        return month_range(self.year, (self.number - 1) * _MONTHS[self.kind] + 1)[0]

    @property
    def last(self) -> date:
        return month_range(self.year, self.number * _MONTHS[self.kind])[1]

    @property
    def begins(self) -> datetime:
        """The first instant of its first day in the unit's zone."""
        return instant(datetime.combine(self.first, time()))

    @property
    def ends(self) -> datetime:
        """The first instant after its last day."""
        return instant(datetime.combine(self.last + timedelta(days=1), time()))

    def a_year_before(self) -> "Period":
        return Period(self.kind, self.year - 1, self.number)

    def words(self) -> str:
        """How it is called on screens and papers."""
        year = to_persian(self.year)
        if self.kind is PeriodKind.MONTH:
            return say("statistics.period.month", month=month_name(self.number), year=year)
        return say(
            f"statistics.period.{self.kind.value}", ordinal=say(f"statistics.ordinal.{self.number}"), year=year
        )


def period_at(day: date, kind: PeriodKind = PeriodKind.MONTH) -> Period:
    """The period of that kind in which a day lies."""
    year, month, _ = to_jalali(day)
    return Period(kind, year, (month - 1) // _MONTHS[kind] + 1)


def period_named(name: str) -> Period:
    """The period of a `Period.name`; `InvalidError` for anything else."""
    kind, _, rest = name.partition("-")
    year, _, number = rest.partition("-")
    try:
        return checked(Period(PeriodKind(kind), int(year), int(number)))
    except ValueError:
        raise InvalidError("statistics.no_period", "period") from None


def checked(period: Period) -> Period:
    """The period; `InvalidError` where the calendar has none such."""
    if not (FIRST_YEAR < period.year < LAST_YEAR and 1 <= period.number <= 12 // _MONTHS[period.kind]):
        raise InvalidError("statistics.no_period", "period")
    return period
