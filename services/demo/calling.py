"""Calling back in the made-up precinct: who was reached, what was said, and what nobody has done yet."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from models.enums import ClauseState, FollowUpState
from services.actor import Actor
from services.agreements.shapes import AgreementDetail, ClauseRow
from services.clock import local
from services.demo.play import Matter, Play, if_allowed
from services.follow_up.shapes import ClauseWord, FollowUpDraft, FollowUpRow
from services.persian.jalali import add_months

_MONTHS = (1, 3, 6)
_ROUNDS = (1, 1, 2, 1, 1, 3)
"""After so many rounds of calls a file is closed."""
_LATE = (0, 1, 4, 0, 2, 11, 0, 1, 6)
_PUT_OFF = 2
_EARLY = timedelta(days=8)
_CLAUSE_STATES = {"kept": ClauseState.KEPT, "partly": ClauseState.PARTLY_KEPT, "broken": ClauseState.BREACHED}
_RESULTS = {"kept": "agreement_kept", "partly": "partly_kept", "broken": "breached", "unsafe": ""}
_WITHOUT = {"kept": "improved", "partly": "same"}


def put_off_to(play: Play, worker: Actor, today: date) -> None:
    """Who could not be asked in the last days is to be asked on this one."""
    for row in play.services.follow_ups.due(worker, 0)[:_PUT_OFF]:
        if row.is_mine:
            play.services.follow_ups.put_off(worker, row.id, row.version, today)


class Calls:
    """The calls of one round of a file. `breached` hears that the file is to be taken up again."""

    def __init__(
        self, matter: Matter, agreement: AgreementDetail | None, breached: Callable[[datetime], None]
    ) -> None:
        self._matter = matter
        self._agreement = agreement
        self._breached = breached

    def plan(self, now: datetime) -> datetime:
        """Plan the rounds; the moment of the last."""
        stock, last = self._matter.stock, now
        if self._matter.has_marks:
            self._matter.at(now + _EARLY, self.call)
        for months in _MONTHS[: stock.turn("rounds", _ROUNDS)]:
            day = add_months(local(now).date(), months)
            days = (day - local(now).date()).days + stock.turn("late", _LATE)
            last = now + timedelta(days=days)
            self._matter.at(last, self.call)
        return last

    def call(self, now: datetime) -> None:
        """Ask whoever is due by now."""
        follow_ups, today = self._matter.services.follow_ups, local(now).date()
        for row in follow_ups.of_case(self._matter.worker, self._matter.case_id):
            if row.state is FollowUpState.DUE and row.due_on <= today:
                self._ask(now, row)

    def _ask(self, now: datetime, row: FollowUpRow) -> None:
        stock, matter = self._matter.stock, self._matter
        deck = "kept" if self._agreement is not None else "asked"
        drawn = stock.turn(f"call_{deck}", stock.aftermath[deck])
        draft = self._draft(row, drawn, local(now).date())
        done = if_allowed(lambda: matter.services.follow_ups.record_attempt(matter.worker, draft).value)
        if done is None:
            reason = stock.pick(stock.aftermath["drop_reasons"])
            if_allowed(lambda: matter.services.follow_ups.drop(matter.worker, row.id, row.version, reason))
        elif done.row.state is FollowUpState.DUE:
            matter.at(now + timedelta(days=1), self.call)
        elif done.leads_to == "reopen":
            self._breached(now)

    def _draft(self, row: FollowUpRow, drawn: Mapping[str, Any], today: date) -> FollowUpDraft:
        """By telephone where the person agreed to it. Who gains by a clause can say that it was kept, nobody else."""
        party = next(one for one in self._matter.sides if one.id == row.party_id)
        wanted = str(drawn["result"])
        clauses = self._words(row, wanted, today)
        if not clauses:
            wanted = _WITHOUT.get(wanted, wanted)
        by_phone = party.person_id in self._matter.phones
        is_unsafe = wanted == "unsafe" and by_phone
        reached = wanted != "unreachable"
        return FollowUpDraft(
            row.id,
            row.version,
            "phone" if by_phone else "in_person",
            "" if is_unsafe else "same" if wanted == "unsafe" else _RESULTS.get(wanted, wanted),
            was_safe=not is_unsafe if by_phone and reached else None,
            words=drawn["words"],
            next_action=drawn.get("next", "") if reached else "",
            clauses=clauses,
        )

    def _words(self, row: FollowUpRow, wanted: str, today: date) -> tuple[ClauseWord, ...]:
        """What this person can say of the clauses whose day has come."""
        state = _CLAUSE_STATES.get(wanted)
        if state is None or self._agreement is None:
            return ()
        due = [one for one in self._agreement.clauses if _is_due(one, today)]
        own = [one for one in due if one.creditor_id == row.party_id]
        if state is not ClauseState.KEPT:
            own = own[:1]
        return tuple(ClauseWord(one.id, state) for one in own)


def _is_due(clause: ClauseRow, today: date) -> bool:
    return clause.depends_on is None and clause.due_on is not None and clause.due_on <= today
