"""Sets of minutes against plain lists of them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from services.working_time.minutes import DAY, WHOLE, every, first_of, fitting, span, spans_of

_spans = st.lists(st.tuples(st.integers(-100, DAY + 100), st.integers(-100, DAY + 100)), max_size=6)


def _plain(spans: list[tuple[int, int]]) -> set[int]:
    return {minute for start, end in spans for minute in range(max(0, start), min(DAY, end))}


def _joined(spans: list[tuple[int, int]]) -> int:
    found = 0
    for start, end in spans:
        found |= span(start, end)
    return found


@given(_spans)
def test_a_set_holds_exactly_its_minutes(spans: list[tuple[int, int]]) -> None:
    assert {minute for minute in range(DAY) if _joined(spans) >> minute & 1} == _plain(spans)


@given(_spans, st.integers(1, 200))
def test_where_a_stretch_fits(spans: list[tuple[int, int]], minutes: int) -> None:
    free, plain = WHOLE & ~_joined(spans), set(range(DAY)) - _plain(spans)
    ends = {0: 0}
    run = 0
    for minute in range(DAY - 1, -1, -1):
        run = run + 1 if minute in plain else 0
        ends[minute] = run
    assert {m for m in range(DAY) if fitting(free, minutes) >> m & 1} == {m for m in plain if ends[m] >= minutes}


@given(_spans)
def test_stretches_come_back_in_order(spans: list[tuple[int, int]]) -> None:
    found = list(spans_of(_joined(spans)))
    assert found == sorted(found)
    assert _plain(found) == _plain(spans)
    assert all(one[1] < other[0] for one, other in pairwise(found))


def test_the_first_minute_and_the_steps() -> None:
    assert first_of(0) == -1
    assert first_of(span(615, 700)) == 615
    assert first_of(every(15) & span(616, DAY)) == 630
