"""A row of an earlier day («مکرر»): behind the last number of that day, by the head alone and for a reason (R-10)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from services.clock import local
from services.documents import BookRange, Printouts
from services.documents.printouts import set_up
from services.errors import InvalidDraft, InvalidError, NotAllowedError
from services.letters import LetterDirection, LetterDraft, LetterFilter, LetterRow, Letters, LinkDraft
from tests.factories import Precinct, precinct
from tests.services.documents.readers import READERS, flat

IN = LetterDirection.INCOMING


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    """Three letters on 22, 23 and 24 November; today is the 25th."""
    made = precinct(tmp_path)
    for day in (22, 23, 24):
        made.clock.set(datetime(2026, 11, day, 6, tzinfo=UTC))
        enter(made)
    made.clock.set(datetime(2026, 11, 25, 6, tzinfo=UTC))
    yield made
    made.close()


def enter(unit: Precinct, on: date | None = None, reason: str = "", **values: Any) -> LetterRow:
    draft = LetterDraft(IN, "incoming_other", backdated_on=on, backdated_reason=reason, **values)
    return Letters(unit.uow, unit.codes).register(unit.head, draft).value


def test_it_stands_behind_the_last_number_of_its_day(unit: Precinct) -> None:
    row = enter(unit, date(2026, 11, 23), "در کشو مانده بود", their_number="5/5")
    assert (row.number, row.serial, row.repeat, row.year) == ("1112/4/2/1", 2, 1, 1405)
    assert local(row.registered_at).date() == date(2026, 11, 23)
    assert row.entered_at == datetime(2026, 11, 25, 6, tzinfo=UTC)
    assert row.backdated_reason == "در کشو مانده بود"
    again = enter(unit, date(2026, 11, 23), "این هم")
    assert (again.number, again.repeat) == ("1112/4/2/2", 2)
    assert enter(unit).number == "1112/4/4"


def test_the_book_shows_it_between_its_neighbours(unit: Precinct) -> None:
    enter(unit, date(2026, 11, 23), "در کشو مانده بود")
    rows = Letters(unit.uow, unit.codes).page(unit.clerk, LetterFilter()).rows
    assert [row.number for row in rows] == ["1112/4/3", "1112/4/2/1", "1112/4/2", "1112/4/1"]
    assert Letters(unit.uow, unit.codes).suggest(unit.clerk, "1112/4/2/1")[0].repeat == 1


def test_a_day_without_letters_follows_the_day_before(unit: Precinct) -> None:
    unit.clock.set(datetime(2026, 11, 29, 6, tzinfo=UTC))
    row = enter(unit, date(2026, 11, 27), "تعطیل بود")
    assert (row.number, local(row.registered_at).date()) == ("1112/4/3/1", date(2026, 11, 27))


def test_the_number_of_a_confidential_book_keeps_its_mark(unit: Precinct) -> None:
    first = enter(unit, classification="confidential")
    unit.clock.set(datetime(2026, 11, 28, 6, tzinfo=UTC))
    row = enter(unit, date(2026, 11, 26), "دیر رسید", classification="confidential")
    assert (first.number, row.number) == ("1112/4/1/م", "1112/4/1/1/م")


def test_only_the_head_and_only_with_a_reason(unit: Precinct) -> None:
    letters = Letters(unit.uow, unit.codes)
    draft = LetterDraft(IN, "incoming_other", backdated_on=date(2026, 11, 23), backdated_reason="دلیل")
    for actor in (unit.clerk, unit.counsellor):
        with pytest.raises(NotAllowedError):
            letters.register(actor, draft)
    with pytest.raises((InvalidError, InvalidDraft)) as caught:
        enter(unit, date(2026, 11, 23))
    assert "backdating_needs_reason" in str(caught.value.args) + repr(caught.value)
    assert letters.count(unit.head) == 3


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 11, 25), "letters.not_an_earlier_day"),
        (date(2026, 12, 1), "letters.not_an_earlier_day"),
        (date(2026, 3, 1), "letters.year_is_closed"),
        (date(2026, 11, 21), "letters.nothing_before"),
    ],
)
def test_where_there_is_no_place(unit: Precinct, day: date, key: str) -> None:
    with pytest.raises((InvalidError, InvalidDraft)) as caught:
        enter(unit, day, "دلیل")
    error = caught.value.errors[0] if isinstance(caught.value, InvalidDraft) else caught.value
    assert (error.key, error.field) == (key, "backdated_on")


def test_it_answers_only_what_was_there_on_its_day(unit: Precinct) -> None:
    rows = Letters(unit.uow, unit.codes).page(unit.head, LetterFilter()).rows
    latest, earliest = rows[0], rows[-1]
    assert enter(unit, date(2026, 11, 23), "دلیل", links=(LinkDraft("refers_to", earliest.id),)).refers
    with pytest.raises(InvalidError, match=r"letters\.not_earlier"):
        enter(unit, date(2026, 11, 23), "دلیل", links=(LinkDraft("refers_to", latest.id),))


def test_the_printed_book_says_so(unit: Precinct, tmp_path: Path) -> None:
    enter(unit, date(2026, 11, 23), "در کشو مانده بود", subject="نامه فراموش‌شده")
    job = set_up(Printouts(unit.uow, unit.codes).gather_book(unit.clerk, BookRange("normal", 1405)).value)
    for reader in READERS:
        text = flat(reader(job.content, tmp_path))
        assert "مکرر" in text
        assert "۱۱۱۲/۴/۲/۱" in text
        assert "در ۱۴۰۵/۰۹/۰۴" in text
        assert all(word in text for word in ("دلیل:", "کشو", "مانده"))
