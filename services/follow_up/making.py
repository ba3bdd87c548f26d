"""Follow-ups make themselves: with an outcome that needs them, and anew after a reopening (domain.md §2.8.3)."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.enums import FollowUpState
from models.follow_up import FollowUp, FollowUpAttempt
from models.work import Outcome
from services.codes import Codes
from services.follow_up.rules import days_of, is_drawn
from services.follow_up.who import people_to_ask
from services.safety.adults import open_flags
from services.settings.service import number_in
from services.unit_of_work import Tx

ROUNDS = ("follow_up_first", "follow_up_second", "follow_up_third")
"""The settings that name the months of the rounds; 0: no such round."""

_OF_CASE = select(FollowUp).where(FollowUp.case_id == bindparam("of_case"))


def follow_up_outcome(tx: Tx, codes: Codes, case: CaseFile, outcome: Outcome) -> None:
    """Make, move or drop the follow-ups of a recorded or corrected outcome. What was asked already stays.

    A file with an open flag is asked about early and is always in the sample (P-37).
    """
    wanted = _wanted(tx, codes, case, outcome)
    tried = _tried(tx, case)
    for row in tx.session.scalars(_OF_CASE, {"of_case": case.id}):
        stands = row.cycle == outcome.cycle and row.state is not FollowUpState.DROPPED
        day = wanted.pop((row.party_id, row.months), None) if stands else None
        if row.state is not FollowUpState.DUE or row.id in tried:
            continue
        if day is None:
            _drop(tx, row)
        elif row.due_on != day:
            row.due_on = day
            tx.changed("follow_up", row.id)
    for (party_id, months), day in wanted.items():
        _make(tx, case, outcome.cycle, party_id, months, day)


def call_again(tx: Tx, row: FollowUp, day: date) -> FollowUp:
    """A further call of the same person, brought forward because something was broken."""
    again = FollowUp(
        case_id=row.case_id,
        cycle=row.cycle,
        party_id=row.party_id,
        months=0,
        due_on=day,
        state=FollowUpState.DUE,
    )
    tx.add(again)
    tx.session.flush()
    tx.changed("follow_up", again.id)
    return again


def drop_open(tx: Tx, case: CaseFile) -> int:
    """Drop what is still to be asked in a file: it is taken up again, or closed. How many there were."""
    open_ones = [row for row in tx.session.scalars(_OF_CASE, {"of_case": case.id}) if row.state is FollowUpState.DUE]
    for row in open_ones:
        _drop(tx, row)
    return len(open_ones)


def _wanted(tx: Tx, codes: Codes, case: CaseFile, outcome: Outcome) -> dict[tuple[UUID, int], date]:
    if not codes.get(tx.actor, "disposition", outcome.disposition).does("follow_up"):
        return {}
    has_flag = bool(open_flags(tx, [case.id]).get(case.id))
    if not has_flag and not is_drawn(case.id, outcome.cycle, number_in(tx, "follow_up_percent")):
        return {}
    days = days_of(outcome.decided_on, [number_in(tx, key) for key in ROUNDS], tx.today)
    if has_flag:
        early = outcome.decided_on + timedelta(days=number_in(tx, "follow_up_flag_days"))
        days = {0: max(early, tx.today)} | days
    return {(party.id, months): day for party in people_to_ask(tx, codes, case) for months, day in days.items()}


def _make(tx: Tx, case: CaseFile, cycle: int, party_id: UUID, months: int, day: date) -> None:
    row = FollowUp(
        case_id=case.id, cycle=cycle, party_id=party_id, months=months, due_on=day, state=FollowUpState.DUE
    )
    tx.add(row)
    tx.session.flush()
    tx.changed("follow_up", row.id)


def _drop(tx: Tx, row: FollowUp) -> None:
    row.state = FollowUpState.DROPPED
    tx.changed("follow_up", row.id)


def _tried(tx: Tx, case: CaseFile) -> set[UUID]:
    rows = tx.session.scalars(
        select(FollowUpAttempt.follow_up_id)
        .join(FollowUp, FollowUp.id == FollowUpAttempt.follow_up_id)
        .where(FollowUp.case_id == case.id)
    )
    return set(rows)
