"""What is left undone in the made-up precinct on its last morning (`resources/demo/due.toml`).

Everything here comes last: the year before it stays the same, whatever waits at its end.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from models.enums import FlagLevel, LetterDirection
from resources import shelf
from services.actor import Actor
from services.cases.shapes import CaseDetail, HoldDraft, PartyDraft
from services.clock import local
from services.demo.diary import Event, moment
from services.demo.play import Play, if_allowed
from services.documents.shapes import PaperKind, PaperRequest
from services.intake.shapes import IntakeDraft
from services.letters.shapes import LetterDraft
from services.safety.shapes import FlagDraft
from services.scheduling.shapes import AppointmentDraft, AppointmentRow
from services.search import CaseFilter
from services.sessions.shapes import SessionRow

_UNRECORDED_AT, _MINUTES = 13 * 60 + 30, 30
_LOOKED_THROUGH = 40


def plan_overdue(play: Play, actors: Mapping[str, Actor], until: datetime, since: datetime) -> None:
    """One row of nearly every kind in the list of the counsellor and of the head; nothing before `since`."""
    worker, head = actors["counsellor"], actors["unit_head"]
    day = local(until).date() - timedelta(days=1)
    while not play.diary.works_on(day):
        day -= timedelta(days=1)
    early = moment(day, 7 * 60 + 10)
    play.diary.at(early, lambda now: _leave_unrecorded(play, worker, now))
    for weeks, heads in ((0, 24), (3, 41), (7, 33)):
        begins = early - timedelta(weeks=weeks)
        if begins < since:
            break
        play.diary.at(begins, partial(_talk_at_school, play, worker, heads))
    steps = (
        lambda now: _leave_at_rest(play, worker, actors["clerk"], now),
        lambda _now: _ask_again(play, worker, actors["clerk"]),
        lambda _now: _leave_without_number(play, worker, head),
        lambda now: _start_clock(play, worker, now),
        lambda now: _let_wait(play, worker, now),
    )
    for place, step in enumerate(steps):
        play.diary.at(until - timedelta(minutes=9 - place), step)


def _talk_at_school(play: Play, worker: Actor, heads: int, now: datetime) -> None:
    """A talk of this morning, and in the afternoon how many listened (T10)."""
    note, place = play.stock.weeks["school"], play.stock.place["schools"][0]
    for start in range(8 * 60, 12 * 60, 30):
        day, staff = local(now).date(), (worker.staff_id,)
        draft = AppointmentDraft(None, "outreach", day, start, None, staff, note=note, place=place)
        booked = if_allowed(lambda draft=draft: play.services.scheduling.book(worker, draft))  # type: ignore[misc]
        if booked is not None:
            play.diary.at(now + timedelta(hours=7), _held(play, worker, booked.value, heads))
            return


def _held(play: Play, worker: Actor, row: AppointmentRow, heads: int) -> Event:
    def hold(_now: datetime) -> None:
        play.services.scheduling.hold_event(worker, row.id, row.version, heads)

    return hold


def _own_files(play: Play, worker: Actor) -> list[CaseDetail]:
    """The open files of one colleague, the youngest first."""
    rows = play.services.lists.cases(worker, CaseFilter(is_mine=True, is_open=True), limit=_LOOKED_THROUGH)
    return [play.services.cases.get(worker, row.id) for row in rows]


def _leave_unrecorded(play: Play, worker: Actor, now: datetime) -> None:
    """An hour that was booked, and of which nobody says what became of it."""
    for case in _own_files(play, worker):
        draft = AppointmentDraft(
            case.id,
            "intake",
            local(now).date(),
            _UNRECORDED_AT,
            minutes=_MINUTES,
            room_id=play.rooms[worker.staff_id],
            staff_ids=(worker.staff_id,),
            party_ids=(case.parties[0].id,),
        )
        if if_allowed(lambda draft=draft: play.services.scheduling.book(worker, draft)) is not None:  # type: ignore[misc]
            return


def _leave_at_rest(play: Play, worker: Actor, clerk: Actor, now: datetime) -> None:
    """A file in which nothing happened; its other side bears the name of a colleague, which the head is told."""
    days = shelf.read_toml("demo", "due.toml")["resting_days"]
    dispute = play.cast.dispute(now, worker.staff_id)
    given, _, family = clerk.name.partition(" ")
    parties = tuple(
        replace(party, person=replace(party.person, given_name=given, family_name=family, sex="male"))
        if place == len(dispute.draft.parties) - 1 and party.person.id is None
        else party
        for place, party in enumerate(dispute.draft.parties)
    )
    opened = local(now).date() - timedelta(days=days)
    draft = replace(dispute.draft, parties=_none_known(parties), referral=None, opened_on=opened)
    if_allowed(lambda: play.services.intake.register(play.desk, IntakeDraft(draft)))


def _none_known(parties: tuple[PartyDraft, ...]) -> tuple[PartyDraft, ...]:
    """Whoever came before has a younger file: then the new one would be older than the person."""
    return tuple(replace(party, person=replace(party.person, id=None)) for party in parties)


def _ask_again(play: Play, worker: Actor, clerk: Actor) -> None:
    """The authority that waits asks a second time (P-33)."""
    subject = shelf.read_toml("demo", "due.toml")["again_subject"]
    for case in _own_files(play, worker):
        owed = next((one for one in case.referrals if one.is_reply_owed and one.replied_at is None), None)
        if owed is not None and owed.body:
            kind = play.services.codes.of(clerk).first("letter_kind", "raises_urgency")
            who = f"{owed.body} {owed.branch}".strip()
            draft = LetterDraft(LetterDirection.INCOMING, kind, case_id=case.id, correspondent=who, subject=subject)
            if if_allowed(lambda draft=draft: play.services.letters.register(clerk, draft)) is not None:  # type: ignore[misc]
                return


def _leave_without_number(play: Play, worker: Actor, head: Actor) -> None:
    """A paper that went to the registry for its number (P-21); the unit tried this way on one day."""
    services, key = play.services, f"registry_{PaperKind.ATTENDANCE_CERTIFICATE.value}"
    services.settings.set(head, key, True)
    for case in _own_files(play, worker):
        met = _met(play, worker, case)
        if any(_certify(play, worker, case.id, row.id, row.attendance[0].person_id) for row in met):
            break
    services.settings.set(head, key, False)


def _met(play: Play, worker: Actor, case: CaseDetail) -> list[SessionRow]:
    rows = play.services.sessions.of_case(worker, case.id)
    return [row for row in rows if row.attendance and row.attendance[0].is_present]


def _certify(play: Play, worker: Actor, case_id: UUID, session_id: UUID, person_id: UUID) -> bool:
    documents = play.services.documents
    request = PaperRequest(case_id, PaperKind.ATTENDANCE_CERTIFICATE, person_id, session_id=session_id)
    words = shelf.read_toml("demo", "due.toml")["certificate_words"]
    asked = [one for one in documents.missing(worker, request) if one.is_required]
    values = tuple((one.name, one.choices[0].value if one.choices else one.proposal or words) for one in asked)
    return if_allowed(lambda: documents.issue(worker, replace(request, values=values))) is not None


def _let_wait(play: Play, worker: Actor, now: datetime) -> None:
    """A file that waits for a paper until a day to come."""
    facts = shelf.read_toml("demo", "due.toml")
    reason = play.services.codes.all(worker, "hold_reason")[0].code
    until = local(now).date() + timedelta(days=facts["hold_days"])
    for case in _own_files(play, worker):
        if not any(party.is_minor for party in case.parties):
            draft = HoldDraft(case.id, case.version, reason, facts["hold_note"], until)
            play.services.cases.hold(worker, draft)
            return


def _start_clock(play: Play, worker: Actor, now: datetime) -> None:
    """A child of one of the files is at risk, and the report is not recorded yet (R-8, P-10)."""
    facts = shelf.read_toml("demo", "due.toml")
    known = now - timedelta(hours=facts["clock_hours"], minutes=facts["clock_minutes"])
    kind = play.services.codes.of(worker).first("risk_flag_kind", "child_clock")
    for case in _own_files(play, worker):
        child = next((party for party in case.parties if party.is_minor), None)
        if child is not None:
            draft = FlagDraft(case.id, child.person_id, kind, FlagLevel.HIGH, known)
            play.services.safety.raise_flag(worker, draft)
            return
