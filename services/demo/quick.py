"""The entries that are no file: advice at the desk, and what the duty officer writes at night (P-25, P-26)."""

from datetime import date, datetime, timedelta

from services.actor import Actor
from services.clock import local
from services.demo.diary import moment
from services.demo.play import Play
from services.quick_entries.shapes import AdviceDraft, NightDraft

_NIGHT_EVERY = 0.2


def plan_day(play: Play, workers: list[Actor], day: date) -> None:
    """Advice between two talks, once or twice on most days."""
    for _ in range(play.stock.number(0, 2)):
        worker = play.stock.pick(workers)
        at = moment(day, play.stock.number(8 * 60, 13 * 60))
        play.diary.at(at, lambda now, worker=worker: _advise(play, worker))  # type: ignore[misc]


def plan_night(play: Play, officer: Actor, workers: list[Actor], day: date, *, always: bool) -> None:
    """What the night brings, and its completion next morning by whoever comes first."""
    if not always and not play.stock.chance(_NIGHT_EVERY):
        return
    at = moment(day, play.stock.number(21 * 60, 23 * 60 + 40))
    play.diary.at(at, lambda now: _write_night(play, officer, now))
    if not always:
        worker = play.stock.pick(workers)
        play.diary.at(moment(day + timedelta(days=1), 7 * 60 + 20), lambda now: _complete(play, worker))


def _advise(play: Play, worker: Actor) -> None:
    line = play.stock.pick(play.stock.quick["advice"])
    draft = AdviceDraft(line["topic"], line["minutes"], line["result"], is_danger=False, note=line["line"])
    play.services.quick_entries.add_advice(worker, draft)


def _write_night(play: Play, officer: Actor, now: datetime) -> None:
    stock = play.stock
    line = stock.pick(stock.quick["night"])
    pair = [f"{stock.given_name(sex)} {stock.family_name()}" for sex in ("female", "male")]
    actions = tuple(line["actions"])
    draft = NightDraft(
        stock.listed(pair),
        line["line"],
        is_danger_now=line["danger"],
        safe_phone=stock.mobile() if stock.chance(0.7) else "",
        actions=actions,
        done_at=now - timedelta(minutes=10),
        happened_at=now - timedelta(minutes=25),
    )
    play.services.quick_entries.write_night(officer, draft)


def _complete(play: Play, worker: Actor) -> None:
    quick = play.services.quick_entries
    for row in quick.nights_to_complete(worker):
        note = play.stock.pick(play.stock.quick["follow_up_notes"])
        quick.close_night(worker, row.id, row.version, note)


def last_night(until: datetime) -> date:
    """The day on which the last night began."""
    return local(until).date() - timedelta(days=1)
