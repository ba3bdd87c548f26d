from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.persian.errors import PersianValueError
from services.persian.hour_spans import format_spans, parse_spans

_minutes = st.integers(0, 24 * 60 - 1)


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("", ()),
        ("  ", ()),
        ("۷:۳۰ تا ۱۴", ((450, 840),)),
        ("730-12، 13-16", ((450, 720), (780, 960))),
        ("۸ تا ۱۲ و ۱۶ تا ۲۰", ((480, 720), (960, 1200))),
        ("۲۰ تا ۷", ((1200, 420),)),
        ("۱۶ تا ۲۴", ((960, 1440),)),
    ],
)
def test_hours_as_people_type_them(typed: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert parse_spans(typed) == spans


@pytest.mark.parametrize(
    "typed", ["۷", "صبح", "۷ تا", "تا ۱۲", "۷ تا ۱۲ تا ۱۴", "۲۵ تا ۲۶", "۷:۷۰ تا ۸", "۷ تا ۸" * 40]
)
def test_what_can_not_be_read_is_refused(typed: str) -> None:
    with pytest.raises(PersianValueError):
        parse_spans(typed)


@given(st.lists(st.tuples(_minutes, _minutes), max_size=4))
def test_what_is_shown_is_read_again(spans: list[tuple[int, int]]) -> None:
    assert parse_spans(format_spans(spans)) == tuple(spans)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(typed: str) -> None:
    with suppress(PersianValueError):
        assert all(0 <= minute <= 24 * 60 for span in parse_spans(typed) for minute in span)
