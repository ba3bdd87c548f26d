"""The working calendar of a stretch of days, read once and asked in memory (R-27, R-28)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select

from models.enums import HolidayKind
from models.unit import Holiday, Staff
from models.working_time import OnCallNight, StaffAbsence, WorkingBand, WorkingSeason
from services.persian.jalali import weekday_index
from services.settings.service import number_in
from services.unit_of_work import Tx
from services.working_time.minutes import WHOLE, span
from services.working_time.shapes import Band

FRIDAY = 6
_TABLES = (WorkingBand, WorkingSeason, Holiday, StaffAbsence, Staff)
Bands = Mapping[int, tuple[Band, ...]]


@dataclass(frozen=True, slots=True)
class DayOff:
    """A holiday or a closure; `minutes` are those that it takes. `declared_at` None: it was printed beforehand."""

    title: str
    is_estimated: bool
    is_whole: bool
    start: int
    end: int
    minutes: int
    declared_at: datetime | None


@dataclass(frozen=True, slots=True)
class Season:
    id: UUID
    title: str
    first: date
    last: date
    declared_at: datetime


@dataclass(frozen=True, slots=True)
class Away:
    staff_id: UUID
    first: date
    last: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working minutes by day for `first` to `last`; asking for another day gives what the week alone says."""

    ordinary: Bands
    seasons: tuple[tuple[Season, Bands], ...]
    days_off: Mapping[date, tuple[DayOff, ...]]
    away: tuple[Away, ...]
    shifts: Mapping[UUID, Bands]
    ends: Mapping[UUID, date]

    def hours(self, day: date) -> int:
        """The working minutes of a day by the week or its season, whatever is closed."""
        return _of_day(self._week(day), self._week(day - timedelta(days=1)), day)

    def closed(self, day: date) -> int:
        """The minutes that holidays and closures take."""
        found = 0
        for off in self.days_off.get(day, ()):
            found |= off.minutes
        return found

    def working(self, day: date) -> int:
        """The minutes in which an appointment is proposed."""
        return self.hours(day) & ~self.closed(day)

    def season(self, day: date) -> Season | None:
        return next((season for season, _ in self.seasons if season.first <= day <= season.last), None)

    def absent(self, staff_id: UUID, day: date) -> int:
        """The minutes in which a colleague can't come: away, or no longer in service."""
        end = self.ends.get(staff_id)
        if end is not None and day > end:
            return WHOLE
        found = 0
        for away in self.away:
            if away.staff_id == staff_id and away.first <= day <= away.last:
                found |= away.minutes
        return found

    def shift(self, staff_id: UUID, day: date) -> int:
        """The minutes of a colleague's own shifts; all of them for who has none."""
        week = self.shifts.get(staff_id)
        return WHOLE if week is None else _of_day(week, week, day)

    def _week(self, day: date) -> Bands:
        for season, bands in self.seasons:
            if season.first <= day <= season.last:
                return bands
        return self.ordinary


def _of_day(today: Bands, yesterday: Bands, day: date) -> int:
    """The bands of a day, and what the day before carries over midnight."""
    found = 0
    for band in today.get(weekday_index(day), ()):
        found |= span(band.start, band.end if band.end > band.start else 24 * 60)
    for band in yesterday.get(weekday_index(day - timedelta(days=1)), ()):
        if band.end <= band.start:
            found |= span(0, band.end)
    return found


def calendar_of(tx: Tx, first: date, last: date) -> Calendar:
    """The calendar for these days, whoever asks."""
    return tx.once(("calendar", first, last), lambda: _read(tx, first, last), _TABLES)


def _read(tx: Tx, first: date, last: date) -> Calendar:
    unit = {"unit": tx.actor.unit_id}
    days = unit | {"first": first, "last": last}
    by_season: dict[UUID | None, list[Band]] = {}
    by_staff: dict[UUID, list[Band]] = {}
    for row in tx.rows(_BANDS, unit):
        band = Band(row.weekday, row.start, row.end)
        if row.staff_id is not None:
            by_staff.setdefault(row.staff_id, []).append(band)
        else:
            by_season.setdefault(row.season_id, []).append(band)
    ordinary = by_season.get(None) or list(usual_bands(tx))
    seasons = [
        (Season(row.id, row.title, row.first_on, row.last_on, row.declared_at), _by_day(by_season.get(row.id, ())))
        for row in tx.rows(_SEASONS, days | {"before": first - timedelta(days=1)})
    ]
    return Calendar(
        _by_day(ordinary),
        tuple(seasons),
        _days_off(tx, days),
        tuple(
            Away(row.staff_id, row.first_on, row.last_on, _part(row.start, row.end)) for row in tx.rows(_AWAY, days)
        ),
        {staff_id: _by_day(bands) for staff_id, bands in by_staff.items()},
        {row.id: row.service_end_on for row in tx.rows(_ENDS, unit)},
    )


def usual_bands(tx: Tx) -> tuple[Band, ...]:
    """Where nobody has set a week: from the beginning to the end of the day, every day but Friday."""
    opens, closes = number_in(tx, "day_starts"), number_in(tx, "day_ends")
    return tuple(Band(weekday, opens, closes) for weekday in range(FRIDAY)) if opens < closes else ()


def _by_day(bands: Iterable[Band]) -> Bands:
    found: dict[int, tuple[Band, ...]] = {}
    for band in sorted(bands):
        found[band.weekday] = (*found.get(band.weekday, ()), band)
    return found


def _days_off(tx: Tx, days: Mapping[str, object]) -> dict[date, tuple[DayOff, ...]]:
    found: dict[date, tuple[DayOff, ...]] = {}
    for row in tx.rows(_OFF, days):
        off = DayOff(
            row.title,
            row.kind is HolidayKind.ESTIMATED,
            row.start is None,
            row.start or 0,
            row.end or 0,
            _part(row.start, row.end),
            row.declared_at,
        )
        found[row.day] = (*found.get(row.day, ()), off)
    return found


def _part(start: int | None, end: int | None) -> int:
    return WHOLE if start is None or end is None else span(start, end)


def on_call(tx: Tx, day: date) -> tuple[OnCallNight, ...]:
    """The nights that begin on a day or reach into it."""
    found = tx.session.scalars(
        _NIGHTS, {"unit": tx.actor.unit_id, "day": day, "before": day - timedelta(days=1)}
    ).all()
    return tuple(row for row in found if row.day == day or row.end <= row.start)


_BANDS = select(WorkingBand.season_id, WorkingBand.staff_id, WorkingBand.weekday, WorkingBand.start, WorkingBand.end)
_BANDS = _BANDS.where(WorkingBand.unit_id == bindparam("unit"))
# a night of the season's last day still reaches into the day after it
_SEASONS = (
    select(
        WorkingSeason.id,
        WorkingSeason.title,
        WorkingSeason.first_on,
        WorkingSeason.last_on,
        WorkingSeason.declared_at,
    )
    .where(
        WorkingSeason.unit_id == bindparam("unit"),
        WorkingSeason.last_on >= bindparam("before"),
        WorkingSeason.first_on <= bindparam("last"),
    )
    .order_by(WorkingSeason.first_on.desc(), WorkingSeason.id.desc())
)
_OFF = (
    select(Holiday.day, Holiday.title, Holiday.kind, Holiday.start, Holiday.end, Holiday.declared_at)
    .where(
        Holiday.unit_id == bindparam("unit"),
        Holiday.day.between(bindparam("first"), bindparam("last")),
        Holiday.is_cancelled.is_(False),
    )
    .order_by(Holiday.day, Holiday.title)
)
_AWAY = select(
    StaffAbsence.staff_id, StaffAbsence.first_on, StaffAbsence.last_on, StaffAbsence.start, StaffAbsence.end
).where(
    StaffAbsence.unit_id == bindparam("unit"),
    StaffAbsence.last_on >= bindparam("first"),
    StaffAbsence.first_on <= bindparam("last"),
)
_ENDS = select(Staff.id, Staff.service_end_on).where(
    Staff.unit_id == bindparam("unit"), Staff.service_end_on.is_not(None)
)
_NIGHTS = select(OnCallNight).where(
    OnCallNight.unit_id == bindparam("unit"), OnCallNight.day.in_((bindparam("day"), bindparam("before")))
)
