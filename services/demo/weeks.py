"""The weeks to come of the made-up precinct: hours, leave, a series, a home visit, who waits, a closure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from services.actor import Actor
from services.cases import CaseDetail
from services.clock import local
from services.demo.play import Play, if_allowed
from services.persian.jalali import weekday_index
from services.scheduling.series_shapes import SeriesDraft
from services.scheduling.shapes import AppointmentDraft
from services.scheduling.waiting_shapes import WaitingDraft
from services.search import CaseFilter
from services.working_time import AbsenceDraft, Band, NightDraft, SeasonDraft

_HALF_SEVEN, _NOON, _TWO, _NINE = 450, 720, 840, 9 * 60
_NIGHT, _MORNING = 20 * 60, 7 * 60
_WEEK = (*(Band(day, _HALF_SEVEN, _TWO) for day in range(5)), Band(5, _HALF_SEVEN, _NOON))
_SHORT = tuple(Band(day, 8 * 60, 13 * 60) for day in range(5))
_WAITING = 3


def plan_weeks(play: Play, actors: Mapping[str, Actor], now: datetime) -> None:
    """Everything at the end of the play, when nobody books any more, and the closure last: it comes over appointments
    that were made before."""
    today, head, worker = local(now).date(), actors["unit_head"], actors["counsellor"]
    _hours(play, head, actors, today)
    files = _open_files(play, worker)
    if len(files) > _WAITING:
        _series(play, worker, files[0], today)
        _visit(play, worker, actors["social_worker"], files[1], today)
        _wait(play, worker, files[2 : 2 + _WAITING], today)
        _group(play, worker, files, today)
    _school(play, actors["psychologist"], today)
    _leave(play, head, actors["psychologist"], today)
    _close(play, head, today)


def _hours(play: Play, head: Actor, actors: Mapping[str, Actor], today: date) -> None:
    hours, words = play.services.working_time, play.stock.weeks
    hours.set_week(head, _WEEK)
    first = today + timedelta(days=60)
    hours.save_season(head, SeasonDraft(words["season"], first, first + timedelta(days=29), _SHORT))
    for nights, role in enumerate(("counsellor", "social_worker", "psychologist")):
        who, day = actors[role].staff_id, today + timedelta(days=nights)
        hours.add_night(head, NightDraft(who, day, _NIGHT, _MORNING, play.stock.mobile()))
    for room, door in zip(play.services.unit.rooms(head), (*words["doors"], *words["doors"]), strict=False):
        play.services.unit.edit_room(head, room.id, room.version, room.name, is_active=True, door=door)


def _open_files(play: Play, worker: Actor) -> list[CaseDetail]:
    rows = play.services.lists.cases(worker, CaseFilter(is_mine=True, is_open=True), limit=20)
    found = (play.services.cases.get(worker, row.id) for row in rows)
    return [case for case in found if case.parties and not case.row.disposition]


def _series(play: Play, worker: Actor, case: CaseDetail, today: date) -> None:
    """Six weeks at one hour; a week that does not fit takes the next free time."""
    first = _draft(play, worker, case, "individual", _work_day(play, today + timedelta(days=2)))
    series = play.services.series
    plan = series.plan(worker, SeriesDraft(first))
    drafts = []
    for one in plan.occurrences:
        slot = one.slots[0] if one.slots else None
        taken = one.draft
        if slot is not None:
            taken = replace(taken, day=slot.day, start=slot.start, room_id=slot.room_id)
        drafts.append(taken)
    if_allowed(lambda: series.book(worker, tuple(drafts)))


def _visit(play: Play, worker: Actor, other: Actor, case: CaseDetail, today: date) -> None:
    draft = _draft(play, worker, case, "home_visit", _work_day(play, today + timedelta(days=1)))
    both = (worker.staff_id, other.staff_id)
    _book_first(play, worker, replace(draft, staff_ids=both, place=play.stock.weeks["visit"]))


def _group(play: Play, worker: Actor, files: Sequence[CaseDetail], today: date) -> None:
    """One of each file; whoever may not meet another is left out."""
    guests: tuple[UUID, ...] = ()
    draft = _draft(play, worker, files[0], "group", _work_day(play, today + timedelta(days=4)))
    draft = replace(draft, case_id=None, note=play.stock.weeks["group"], party_ids=())
    for case in files[:4]:
        wanted = replace(draft, party_ids=(*guests, case.parties[0].id))
        if if_allowed(lambda wanted=wanted: play.services.scheduling.check(worker, wanted)):  # type: ignore[misc]
            guests = wanted.party_ids
    _book_first(play, worker, replace(draft, party_ids=guests))


def _school(play: Play, worker: Actor, today: date) -> None:
    place, words = play.stock.place["schools"][0], play.stock.weeks
    day = _work_day(play, today + timedelta(days=5))
    draft = AppointmentDraft(
        None, "outreach", day, _NINE, None, (worker.staff_id,), note=words["school"], place=place
    )
    _book_first(play, worker, draft)


def _wait(play: Play, worker: Actor, files: Sequence[CaseDetail], today: date) -> None:
    urgencies = ("urgent", "normal", "normal")
    days = ((0, 2), (), (1, 3))
    for case, urgency, weekdays, note in zip(files, urgencies, days, play.stock.weeks["notes"], strict=False):
        draft = WaitingDraft(
            case.id,
            "individual",
            (case.parties[0].id,),
            staff_id=worker.staff_id if weekdays else None,
            weekdays=weekdays,
            opens=_NINE if weekdays else 0,
            closes=_NOON if weekdays else 24 * 60,
            not_before=today,
            not_after=today + timedelta(days=30),
            urgency=urgency,
            note=note,
        )
        if_allowed(lambda draft=draft: play.services.waiting.save(worker, draft))  # type: ignore[misc]


def _leave(play: Play, head: Actor, away: Actor, today: date) -> None:
    first = _work_day(play, today + timedelta(days=8))
    draft = AbsenceDraft(away.staff_id, first, first + timedelta(days=1), reason=play.stock.weeks["leave"])
    play.services.working_time.add_absence(head, draft)


def _close(play: Play, head: Actor, today: date) -> None:
    """Half a day, and a whole day on which somebody is expected."""
    unit, words = play.services.unit, play.stock.weeks
    unit.add_closure(head, _work_day(play, today + timedelta(days=3)), words["part"], "local", 12 * 60, 14 * 60)
    coming = play.services.scheduling.between(head, today + timedelta(days=6), today + timedelta(days=24))
    row = next((row for row in coming if row.is_scheduled), None)
    if row is not None:
        unit.add_closure(head, row.day, words["closure"], "office_closure")


def _draft(play: Play, worker: Actor, case: CaseDetail, kind: str, day: date) -> AppointmentDraft:
    room = play.rooms[worker.staff_id]
    return AppointmentDraft(case.id, kind, day, _NINE, room, (worker.staff_id,), (case.parties[0].id,))


def _book_first(play: Play, worker: Actor, draft: AppointmentDraft) -> None:
    """At the first time that is free for all of them."""
    scheduling = play.services.scheduling
    found = if_allowed(lambda: scheduling.free_slots(worker, draft, 1))
    if found:
        slot = found[0]
        wanted = replace(draft, day=slot.day, start=slot.start, room_id=slot.room_id)
        if_allowed(lambda: scheduling.book(worker, wanted))


def _work_day(play: Play, day: date) -> date:
    while not play.diary.works_on(day) or weekday_index(day) > 4:
        day += timedelta(days=1)
    return day
