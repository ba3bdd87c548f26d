"""Twelve months of the made-up unit, played through the services with a clock of their own."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from services.actor import Actor
from services.clock import Clock, SetClock, local
from services.container import Services, open_services, set_up
from services.demo import handing, quick
from services.demo.alarms import plan_alarms
from services.demo.calling import put_off_to
from services.demo.cast import Cast
from services.demo.diary import Diary, moment
from services.demo.life import Life
from services.demo.office import plan_letters
from services.demo.overdue import plan_overdue
from services.demo.papers import scan_of
from services.demo.play import Play
from services.demo.stock import Stock
from services.demo.weeks import plan_weeks
from services.opening import Colleague, SetupDraft, finish
from services.persian.jalali import weekday_index
from services.staff.shapes import StaffDraft
from services.unit_profile.shapes import UnitDraft
from services.vault.argon import STRONG, ArgonCost
from services.vault.opening import open_with_password

PASSWORD = "14051405"  # noqa: S105 - the made-up precinct names its passwords on the sign-in page
DAYS = 365
_SEED = 1405
_FOR_A_TIME = ("conscript", "honorary_police")
_THURSDAY = 5
_MORNING = timedelta(minutes=20)
_FILES_A_DAY = ((1, 0.28), (2, 0.38), (3, 0.24), (4, 0.10))


def make_demo(
    folder: Path,
    clock: Clock,
    argon: ArgonCost = STRONG,
    *,
    days: int = DAYS,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Make the made-up precinct in an empty folder; it ends at the clock's present moment.

    Everybody's password is `PASSWORD`. `progress` hears the share done, 0.0 to 1.0. Raises `StorageError` when the
    folder is not empty or not writable. What was begun and not finished is made anew by the next start.
    """
    now = clock.now()
    today = local(now).date()
    first = today - timedelta(days=days)
    played = SetClock(moment(first, 7 * 60))
    stock = Stock(_SEED, today)
    made = set_up(folder, _unit(stock, today), played, argon, goes_on=True)
    services = open_services(folder, made.unlocked, played, argon)
    try:
        services.uow.hurry()
        actors = _sign_in(services, folder, played, stock)
        _Year(services, stock, actors, played, first, now, progress or (lambda _share: None)).play()
    finally:
        services.close()
    finish(folder)


def _unit(stock: Stock, today: date) -> SetupDraft:
    place, staff = stock.place, stock.staff["staff"]
    unit = UnitDraft(
        code=place["unit_code"],
        name=place["station"],
        section=place["section"],
        province=place.get("province_code", "qom"),
        county=place["county"],
        letterhead_lines=tuple(place["letterhead"]),
        phone=f"{place['landline_prefix']}1212",
        address=place["address"],
        letter_section="4",
    )
    head, *others = [_account(row, today) for row in staff]
    colleagues = tuple(Colleague(draft, PASSWORD) for draft in others)
    return SetupDraft(unit, head, PASSWORD, tuple(place["rooms"]), colleagues, is_practice=True)


def _account(row: dict[str, str], today: date) -> StaffDraft:
    return StaffDraft(
        row["full_name"],
        row["role"],
        rank=row.get("rank", ""),
        title=row.get("title", ""),
        sex=row.get("sex", "unknown"),
        licence_no=row.get("licence_no", ""),
        service_end_on=today + timedelta(days=200) if row["role"] in _FOR_A_TIME else None,
        may_sign=row["role"] in ("unit_head", "station_commander"),
        username=row["username"],
    )


def _sign_in(services: Services, folder: Path, clock: Clock, stock: Stock) -> dict[str, Actor]:
    actors = {}
    for row in stock.staff["staff"]:
        unlocked = open_with_password(folder, row["username"], PASSWORD, now=clock.now())
        actors[row["role"]] = services.staff.sign_in(unlocked).value
    return actors


class _Year:
    """The play: which day brings what."""

    def __init__(
        self,
        services: Services,
        stock: Stock,
        actors: dict[str, Actor],
        clock: SetClock,
        first: date,
        until: datetime,
        progress: Callable[[float], None],
    ) -> None:
        self._services = services
        self._stock = stock
        self._actors = actors
        self._clock = clock
        self._first = first
        self._until = until
        self._progress = progress

    def play(self) -> None:
        """Let the whole year happen, event by event."""
        head = self._actors["unit_head"]
        workers = [self._actors[role] for role in ("counsellor", "psychologist", "social_worker")]
        rooms = self._services.unit.rooms(head)
        diary = Diary(set(self._services.unit.days_off(head, self._first, local(self._until).date())))
        play = Play(
            self._services,
            self._stock,
            Cast(self._stock, self._services.codes, head),
            diary,
            self._actors["conscript"],
            {worker.staff_id: worker for worker in workers},
            {worker.staff_id: room.id for worker, room in zip(workers, rooms, strict=False)},
            rooms[len(workers)].id,
            scan_of(self._stock),
        )
        officer = self._actors["duty_officer"]
        day = self._first + timedelta(days=1)
        while day <= local(self._until).date():
            if diary.works_on(day) or (weekday_index(day) == _THURSDAY and self._stock.chance(0.3)):
                self._plan_day(play, workers, day)
                quick.plan_day(play, workers, day)
            quick.plan_night(play, officer, workers, day, always=day == quick.last_night(self._until))
            day += timedelta(days=1)
        plan_letters(play, self._actors, self._until, moment(self._first + timedelta(days=1), 0))
        this_morning = self._until - _MORNING
        diary.at(this_morning, lambda now: put_off_to(play, workers[0], local(now).date()))
        diary.at(self._until, lambda now: plan_weeks(play, self._actors, now))
        handing.plan(play, workers, self._until)
        plan_overdue(play, self._actors, self._until, moment(self._first + timedelta(days=1), 0))
        plan_alarms(play, self._actors, self._until, PASSWORD)
        diary.play(self._until, self._move)

    def _plan_day(self, play: Play, workers: list[Actor], day: date) -> None:
        count = int(self._stock.weighted({str(files): share for files, share in _FILES_A_DAY}))
        for _ in range(count):
            worker = self._stock.pick(workers)
            at = moment(day, self._stock.number(7 * 60 + 30, 13 * 60))
            play.diary.at(at, lambda now, worker=worker: self._arrive(play, worker, now))  # type: ignore[misc]

    def _arrive(self, play: Play, worker: Actor, now: datetime) -> None:
        Life(play, play.cast.dispute(now, worker.staff_id), worker).register(now)

    def _move(self, instant: datetime) -> None:
        self._clock.set(instant)
        whole = self._until - moment(self._first, 0)
        self._progress(min(1.0, (instant - moment(self._first, 0)) / whole))
