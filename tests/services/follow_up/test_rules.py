"""When somebody is asked, and whose word counts (P-18, P-37, domain.md §4.8)."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.enums import ClauseState, Side
from services.follow_up.rules import LATE_DAYS, days_of, is_beneficiary, is_drawn, word_key
from services.persian.jalali import days_in_month, from_jalali, is_leap, to_jalali

DAYS = st.dates(date(1990, 1, 1), date(2058, 1, 1))
MONTHS = st.lists(st.integers(0, 24), max_size=4)


@pytest.mark.parametrize(
    ("decided", "months", "due"),
    [
        ((1405, 1, 31), 1, (1405, 2, 31)),
        ((1405, 6, 31), 1, (1405, 7, 30)),
        ((1405, 11, 30), 1, (1405, 12, 29)),
        ((1407, 11, 30), 1, (1407, 12, 29)),
        ((1408, 11, 30), 1, (1408, 12, 30)),
        ((1403, 12, 30), 1, (1404, 1, 30)),
        ((1403, 12, 30), 12, (1404, 12, 29)),
        ((1399, 12, 30), 6, (1400, 6, 30)),
        ((1405, 9, 1), 6, (1406, 3, 1)),
        ((1405, 5, 31), 6, (1405, 11, 30)),
    ],
)
def test_a_month_later_is_the_same_day_number(
    decided: tuple[int, int, int], months: int, due: tuple[int, int, int]
) -> None:
    day = from_jalali(*decided)
    assert days_of(day, (months,), day) == {months: from_jalali(*due)}


@given(DAYS, st.integers(1, 24))
def test_a_round_keeps_its_day_number_or_is_the_last_of_its_month(decided: date, months: int) -> None:
    due = days_of(decided, (months,), decided)[months]
    (jy, jm, jd), (dy, dm, dd) = to_jalali(decided), to_jalali(due)
    assert (dy * 12 + dm) - (jy * 12 + jm) == months
    assert dd == min(jd, days_in_month(dy, dm))
    assert due > decided


@given(DAYS, MONTHS)
def test_rounds_come_in_order_and_none_for_no_months(decided: date, months: list[int]) -> None:
    found = days_of(decided, months, decided)
    assert list(found) == sorted(set(months) - {0})
    assert list(found.values()) == sorted(found.values())


@given(DAYS, MONTHS, st.integers(0, 900))
def test_what_was_due_long_ago_is_not_asked(decided: date, months: list[int], passed: int) -> None:
    today = decided + timedelta(days=passed)
    assert all(day >= today - timedelta(days=LATE_DAYS) for day in days_of(decided, months, today).values())


@given(st.integers(1300, 1450))
def test_the_last_day_of_a_leap_year(year: int) -> None:
    day = from_jalali(year, 12, days_in_month(year, 12))
    assert to_jalali(days_of(day, (12,), day)[12])[1:] == (
        12,
        min(to_jalali(day)[2], 30 if is_leap(year + 1) else 29),
    )


# --- the sample (P-37) ----------------------------------------------------------------------------------------------


@given(st.uuids(), st.integers(1, 50), st.integers(1, 100))
def test_the_sample_is_the_same_every_time_and_grows_with_its_share(case_id: UUID, cycle: int, percent: int) -> None:
    drawn = is_drawn(case_id, cycle, percent)
    assert is_drawn(case_id, cycle, percent) is drawn
    assert not drawn or is_drawn(case_id, cycle, min(100, percent + 1))
    assert is_drawn(case_id, cycle, 100)


def test_the_sample_has_about_its_share() -> None:
    drawn = sum(is_drawn(UUID(int=number << 64), 1, 30) for number in range(4000))
    assert 1080 <= drawn <= 1320


# --- whose word (P-18) ----------------------------------------------------------------------------------------------


def test_the_creditor_and_the_creditors_side_benefit() -> None:
    wife, child, husband, brother = (uuid4() for _ in range(4))
    owed = {"debtor": husband, "debtor_side": Side.B, "creditor": child, "creditor_side": Side.A}
    assert is_beneficiary(child, Side.A, **owed)  # type: ignore[arg-type]
    assert is_beneficiary(wife, Side.A, **owed)  # type: ignore[arg-type]
    assert not is_beneficiary(husband, Side.B, **owed)  # type: ignore[arg-type]
    assert not is_beneficiary(brother, Side.B, **owed)  # type: ignore[arg-type]


def test_a_clause_that_names_nobody_is_for_the_other_side() -> None:
    one, other = uuid4(), uuid4()
    for_all = {"debtor": one, "debtor_side": Side.A, "creditor": None, "creditor_side": Side.NONE}
    assert is_beneficiary(other, Side.B, **for_all)  # type: ignore[arg-type]
    assert not is_beneficiary(uuid4(), Side.NONE, **for_all)  # type: ignore[arg-type]
    assert not is_beneficiary(one, Side.A, **for_all)  # type: ignore[arg-type]


@given(st.sampled_from(list(Side)), st.sampled_from(list(Side)), st.sampled_from(list(Side)))
def test_nobody_confirms_the_own_promise(side: Side, debtor_side: Side, creditor_side: Side) -> None:
    one = uuid4()
    for creditor in (None, uuid4(), one):
        assert not is_beneficiary(
            one, side, debtor=one, debtor_side=debtor_side, creditor=creditor, creditor_side=creditor_side
        )


@given(st.sampled_from(list(ClauseState)), st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_kept_needs_the_beneficiary_or_a_receipt(
    state: ClauseState, by_receipt: bool, has_evidence: bool, may_confirm: bool, may_own_up: bool, binds: bool
) -> None:
    key = word_key(
        state,
        by_receipt=by_receipt,
        has_evidence=has_evidence,
        may_confirm=may_confirm,
        may_own_up=may_own_up,
        binds=binds,
    )
    if state in (ClauseState.KEPT, ClauseState.PARTLY_KEPT) and not key:
        assert may_confirm or (by_receipt and has_evidence)
    if state is ClauseState.BREACHED and not key:
        assert binds
    if state is ClauseState.OPEN:
        assert not key
