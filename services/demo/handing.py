"""Work in other hands in the made-up year: an absence that is over, one to come, shifts, and invitations that an
officer still carries."""

from datetime import date, datetime, timedelta
from uuid import UUID

from models.enums import CaseStatus, Confidentiality
from services.actor import Actor
from services.clock import local
from services.demo.diary import moment
from services.demo.play import Play, if_allowed
from services.handover import Given, HandoverDraft, HandoverKind, ItemDraft, ShiftDraft
from services.scheduling.shapes import AttemptDraft

_DAYS, _SHIFTS, _OUTSIDE = 4, 3, 3
_OPEN = (CaseStatus.TRIAGE, CaseStatus.INTAKE, CaseStatus.ACTIVE)


def plan(play: Play, workers: list[Actor], until: datetime) -> None:
    """All of it near the end of the year, where people look."""
    away, helper = workers[1], workers[2]
    play.diary.at(until - timedelta(days=12), lambda now: _absence(play, away, helper, now))
    for place in range(_SHIFTS):
        at = until - timedelta(days=_SHIFTS - place, hours=1)
        giver, taker = workers[place % 3], workers[(place + 1) % 3]
        play.diary.at(at, lambda _now, giver=giver, taker=taker: _shift(play, giver, taker))  # type: ignore[misc]
    play.diary.at(until - timedelta(minutes=12), lambda now: _goes_away(play, helper, workers[:2], now))
    play.diary.at(until - timedelta(minutes=10), lambda now: _outside(play, workers[0], now))


def _absence(play: Play, away: Actor, helper: Actor, now: datetime) -> None:
    """Files in which nothing is booked go to a colleague for some days, and come back."""
    first = local(now).date()
    items = _items(play, away, first, (helper,), only_quiet=True)[:4]
    if not items:
        return
    last = first + timedelta(days=_DAYS)
    note = play.stock.quick["handover_note"]
    draft = HandoverDraft(away.staff_id, HandoverKind.ABSENCE, first, last, items, note)
    given = if_allowed(lambda: play.services.handovers.give(away, draft).value)
    if given is not None:
        back = moment(last + timedelta(days=1), 8 * 60)
        play.diary.at(back, lambda _now: _take_back(play, away, given))


def _take_back(play: Play, away: Actor, given: Given) -> None:
    give_back = play.services.handovers.give_back
    if_allowed(lambda: give_back(away, given.handover_id, given.version))


def _goes_away(play: Play, away: Actor, others: list[Actor], now: datetime) -> None:
    """From tomorrow: every file goes, one to the one and one to the other."""
    first = local(now).date() + timedelta(days=1)
    items = _items(play, away, first, tuple(others), only_quiet=False)[:12]
    if items:
        note, last = play.stock.quick["handover_note"], first + timedelta(days=_DAYS)
        draft = HandoverDraft(away.staff_id, HandoverKind.ABSENCE, first, last, items, note)
        if_allowed(lambda: play.services.handovers.give(away, draft))


def _items(
    play: Play, away: Actor, first: date, others: tuple[Actor, ...], *, only_quiet: bool
) -> tuple[ItemDraft, ...]:
    last = first + timedelta(days=_DAYS)
    work = play.services.handovers.work(away, away.staff_id, HandoverKind.ABSENCE, first, last)
    notes: list[str] = play.stock.quick["item_notes"]
    found = []
    for place, item in enumerate(work.items):
        to_id = others[place % len(others)].staff_id
        is_busy = bool(item.appointments) and only_quiet
        if item.case_id is None or is_busy or to_id in item.refused or not _is_normal(play, away, item.case_id):
            continue
        found.append(ItemDraft(item.case_id, to_id, notes[place % len(notes)] if place % 2 else ""))
    return tuple(found)


def _is_normal(play: Play, actor: Actor, case_id: UUID) -> bool:
    return play.services.cases.row(actor, case_id).confidentiality is Confidentiality.NORMAL


def _shift(play: Play, giver: Actor, taker: Actor) -> None:
    """Both sign in for it, as at the desk."""
    staff, quick = play.services.staff, play.stock.quick
    one, other = (staff.sign_in(staff.keys_of(actor)).value for actor in (giver, taker))
    draft = ShiftDraft(
        calls=play.stock.turn("shift_calls", quick["shift_calls"]),
        note=play.stock.turn("shift_note", quick["shift_notes"]),
    )
    play.services.shifts.hand_over(one, other, draft)
    for actor in (other, one):
        staff.sign_out(actor)


def _outside(play: Play, worker: Actor, now: datetime) -> None:
    """An officer carries invitations of the last days, and nobody has brought a slip back yet."""
    scheduling, carried = play.services.scheduling, 0
    work = play.services.handovers.work(
        worker, worker.staff_id, HandoverKind.LEAVING, local(now).date() + timedelta(days=1)
    )
    for item in work.items:
        if item.case_id is None or carried == _OUTSIDE:
            continue
        if play.services.cases.row(worker, item.case_id).status not in _OPEN:
            continue
        invitee = next((one for one in scheduling.invitees(worker, item.case_id) if one.may_invite), None)
        if invitee is None:
            continue
        sent = now - timedelta(days=5 - 2 * carried, minutes=30)
        meeting = invitee.next_meeting.id if invitee.next_meeting is not None else None
        carrier = play.stock.quick["carriers"][carried % len(play.stock.quick["carriers"])]
        draft = AttemptDraft(invitee.party_id, "letter_by_officer", meeting, carrier, at=sent)
        if if_allowed(lambda draft=draft: scheduling.record_attempt(worker, draft)) is not None:  # type: ignore[misc]
            carried += 1
