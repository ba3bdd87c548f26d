"""What must not be overlooked on the last morning of the made-up precinct: somebody in danger whose steps are not all
done (P-11), and a process note that head and commander opened together (R-14)."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from resources import shelf
from services.actor import Actor
from services.clock import local
from services.demo.play import Play, if_allowed
from services.notes.shapes import EmergencyDraft
from services.safety.shapes import DangerDraft, StepDraft
from services.search import CaseFilter

_LOOKED_THROUGH = 40
_KNOWN = timedelta(minutes=35)


def plan_alarms(play: Play, actors: Mapping[str, Actor], until: datetime, password: str) -> None:
    """After everything else: nothing of the year before changes by it. `password` is the second holder's."""
    worker, head = actors["counsellor"], actors["unit_head"]
    play.diary.at(until - timedelta(minutes=4), lambda now: _leave_danger(play, actors["social_worker"], now))
    second = actors["station_commander"]
    play.diary.at(until - timedelta(minutes=3), lambda _now: _open_a_note(play, worker, head, second, password))


def _leave_danger(play: Play, worker: Actor, now: datetime) -> None:
    """Two of the steps are done, and the colleague is at the next one."""
    words = shelf.read_toml("demo", "due.toml")
    known = now - _KNOWN
    rows = play.services.lists.cases(worker, CaseFilter(is_mine=True, is_open=True), limit=_LOOKED_THROUGH)
    for row in rows:
        case = play.services.cases.get(worker, row.id)
        adult = next((party for party in case.parties if not party.is_minor), None)
        if adult is None:
            continue
        page = play.services.safety.danger(worker, case.id, adult.person_id)
        begun = [step.code for step in page.steps if step.is_required][:2]
        hours = (f"{local(known + timedelta(minutes=5 * place)):%H:%M}" for place in range(1, 3))
        steps = tuple(
            StepDraft(code, True, words["danger_who"], hour) for code, hour in zip(begun, hours, strict=False)
        )
        draft = DangerDraft(case.id, adult.person_id, known, words["danger_reason"], steps)
        if if_allowed(lambda draft=draft: play.services.safety.record_danger(worker, draft)) is not None:  # type: ignore[misc]
            return


def _open_a_note(play: Play, author: Actor, head: Actor, second: Actor, password: str) -> None:
    """The escrow is made, the author's notes come under it, and the two holders open the latest one for a reason."""
    notes = play.services.notes
    notes.make_escrow(head, second.staff_id)
    notes.cover(author)
    rows = play.services.lists.cases(author, CaseFilter(is_mine=True), limit=_LOOKED_THROUGH)
    for row in rows:
        written = [one for one in notes.of_case(author, row.id) if one.is_mine]
        if written:
            reason = shelf.read_toml("demo", "due.toml")["opened_reason"]
            notes.open_in_emergency(head, EmergencyDraft(written[-1].id, reason, password))
            return
