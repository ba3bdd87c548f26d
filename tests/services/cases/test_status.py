import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.cases import Cases, CaseStatus, ReferralDraft
from services.cases.access import visible_case
from services.cases.status import CONCLUDED, OPEN, advance, may_advance
from services.errors import InvalidError
from tests.factories import Precinct
from tests.services.cases.conftest import Register
from tests.services.drafts_of import couple

S = CaseStatus
statuses = st.sampled_from(list(S))


@given(st.lists(statuses, max_size=12))
def test_no_way_leads_from_received_to_closed_without_a_recorded_outcome(path: list[CaseStatus]) -> None:
    at, seen = S.RECEIVED, {S.RECEIVED}
    for target in path:
        if may_advance(at, target):
            at = target
            seen.add(at)
    if at in (S.CLOSED, S.FOLLOW_UP):
        assert S.OUTCOME_RECORDED in seen


@given(statuses, statuses)
def test_nothing_leads_to_or_from_void(one: CaseStatus, other: CaseStatus) -> None:
    assert not may_advance(one, S.VOIDED)
    assert not may_advance(S.VOIDED, other)


def test_open_and_concluded_are_all_but_void() -> None:
    assert set(S) - {S.VOIDED} == OPEN | CONCLUDED


def test_a_conclusion_needs_a_disposition_and_reopening_takes_it_off(unit: Precinct, register: Register) -> None:
    case_id = register(unit.counsellor, couple()).id
    with unit.uow.write(unit.counsellor) as tx:
        tx.record("case.move", "case", case_id)
        case = visible_case(tx, case_id)
        with pytest.raises(InvalidError) as caught:
            advance(tx, case, S.OUTCOME_RECORDED)
        assert caught.value.key == "cases.disposition_needed"
        case.disposition, case.disposition_on = "settled_full", tx.today
        advance(tx, case, S.OUTCOME_RECORDED)
        advance(tx, case, S.FOLLOW_UP)
        advance(tx, case, S.CLOSED)
        assert case.closed_on == tx.today
        advance(tx, case, S.ACTIVE)
        assert (case.disposition, case.disposition_on, case.closed_on) == ("", None, None)


def test_closing_waits_for_the_reply(unit: Precinct, register: Register) -> None:
    case_id = register(unit.counsellor, couple(referral=ReferralDraft("prosecutor"))).id
    with unit.uow.write(unit.counsellor) as tx:
        tx.record("case.move", "case", case_id)
        case = visible_case(tx, case_id)
        case.disposition = "settled_full"
        advance(tx, case, S.OUTCOME_RECORDED)
        with pytest.raises(InvalidError) as caught:
            advance(tx, case, S.CLOSED)
        assert caught.value.key == "cases.reply_owed"


def test_a_worker_moves_a_case_but_does_not_conclude_it(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple())
    moved = cases.move(unit.counsellor, case.id, case.version, S.INTAKE).value
    held = cases.move(unit.counsellor, case.id, moved.version, S.ON_HOLD).value
    assert held.row.status is S.ON_HOLD
    assert held.row.status_label
    for target in (S.RECEIVED, S.CLOSED, S.OUTCOME_RECORDED, S.VOIDED):
        with pytest.raises(InvalidError):
            cases.move(unit.counsellor, case.id, held.version, target)
