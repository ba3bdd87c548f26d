"""The head's figures: by name, of files and hours alone (P-19, domain.md §5.6)."""

from dataclasses import fields
from datetime import timedelta

from services.persian.collation import sort_key
from services.settings import Settings
from services.worklist import CounsellorLoad
from tests.services.work import TODAY
from tests.services.worklist.due import Due


def of(due: Due, name: str) -> CounsellorLoad:
    return next(one for one in due.worklist.load(due.unit.head).colleagues if one.name == name)


def test_colleagues_stand_by_name_and_nothing_says_how_cases_ended(due: Due) -> None:
    load = due.worklist.load(due.unit.head)
    names = [one.name for one in load.colleagues]
    assert names == sorted(names, key=sort_key)
    assert due.unit.clerk.name not in names, "who holds no cases"
    assert [field.name for field in fields(CounsellorLoad)] == [
        "name",
        "open_files",
        "minutes_held",
        "minutes_booked",
    ]


def test_files_and_hours_are_exact(due: Due) -> None:
    mine, ended = due.register(), due.register()
    due.register(actor=due.unit.second)
    due.hold(mine, start=480, end=530)
    due.hold(ended, start=500, end=530)
    due.conclude(ended, "not_settled")
    due.book(mine, minutes=45)
    due.book(mine, day=TODAY + timedelta(days=3), minutes=30)
    due.book(mine, day=TODAY + timedelta(days=7), minutes=90)
    worker = of(due, due.worker.name)
    assert (worker.open_files, worker.minutes_held, worker.minutes_booked) == (1, 80, 75)
    assert of(due, due.unit.second.name).open_files == 1
    due.later(days=28)
    assert of(due, due.worker.name).minutes_held == 0


def test_open_files_are_counted_by_their_age(due: Due) -> None:
    for days in (0, 40, 100):
        due.register(opened_on=TODAY - timedelta(days=days)) if days else due.register()
    ages = {one.until_days: one.count for one in due.worklist.load(due.unit.head).ages}
    assert ages == {7: 1, 30: 0, 60: 1, 90: 0, None: 1}


def test_the_weeks_capacity_knows_days_off(due: Due) -> None:
    due.book(due.register(), minutes=60)
    settings = Settings(due.unit.uow)
    hours = settings.number(due.unit.head, "day_ends") - settings.number(due.unit.head, "day_starts")
    week = due.worklist.load(due.unit.head).week
    assert (len(week), week[0].day, week[-1].is_off) == (7, TODAY, True)
    assert (week[0].taken, week[0].taken + week[0].free) == (60, 3 * hours), "three rooms, more colleagues"
    assert (week[-1].taken, week[-1].free) == (0, 0)
