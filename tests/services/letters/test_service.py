from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.search import SearchTerm
from services.cases.registering import register_case
from services.clock import local
from services.errors import InvalidDraft, InvalidError, NotAllowedError, StaleError
from services.letters import LetterDirection, LetterDraft, LetterFilter, Letters, LetterState
from services.letters.numbers import letter_number
from services.letters.registering import register_letter
from tests.factories import Precinct, precinct
from tests.services.drafts_of import couple

IN = LetterDirection.INCOMING


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def letters(unit: Precinct) -> Letters:
    return Letters(unit.uow, unit.codes)


def issue(unit: Precinct, draft: LetterDraft) -> str:
    with unit.uow.write(unit.head) as tx:
        return register_letter(tx, unit.codes.of(unit.head), draft).number


def test_an_incoming_letter_gets_the_next_number_and_is_found_by_both(unit: Precinct, letters: Letters) -> None:
    draft = LetterDraft(
        IN, "agency_answer", correspondent="بهزيستي", their_number="۱۲/۳/۹۸", their_date=date(2026, 11, 1)
    )
    row = letters.register(unit.clerk, draft).value
    assert (row.number, row.serial, row.year, row.book) == ("1112/4/1", 1, 1405, "normal")
    assert (row.correspondent, row.their_number, row.kind_label) == ("بهزیستی", "12/3/98", "پاسخ نهاد")
    with Session(unit.engine) as session:
        terms = set(session.scalars(select(SearchTerm.term).where(SearchTerm.subject_id == row.id)))
    assert terms >= {"111241", "12398"}


def test_what_comes_and_what_goes_share_one_serial_and_the_books_do_not(unit: Precinct, letters: Letters) -> None:
    letters.register(unit.clerk, LetterDraft(IN, "incoming_other"))
    assert issue(unit, LetterDraft(LetterDirection.OUTGOING, "invitation")) == "1112/4/2"
    assert issue(unit, LetterDraft(LetterDirection.OUTGOING, "social_work_report")) == "1112/4/1/م"
    assert issue(unit, LetterDraft(LetterDirection.OUTGOING, "invitation", book="confidential")) == "1112/4/2/م"


def test_a_new_year_begins_at_one(unit: Precinct, letters: Letters) -> None:
    letters.register(unit.clerk, LetterDraft(IN, "incoming_other"))
    unit.clock.set(datetime(2027, 3, 21, 6, tzinfo=UTC))
    row = letters.register(unit.clerk, LetterDraft(IN, "incoming_other")).value
    assert (row.year, row.serial) == (1406, 1)


def test_errors_come_together_and_draw_no_number(unit: Precinct, letters: Letters) -> None:
    wrong = LetterDraft(
        IN,
        "invitation",
        book="third",
        classification="secret",
        urgency="x",
        subject="م" * 201,
        their_date=date(2027, 1, 1),
    )
    with pytest.raises(InvalidDraft) as caught:
        letters.register(unit.clerk, wrong)
    assert {error.field: error.key for error in caught.value.errors} == {
        "kind": "letters.other_direction",
        "book": "people.unknown_code",
        "classification": "letters.too_secret",
        "urgency": "people.unknown_code",
        "subject": "errors.too_long",
        "their_date": "errors.future_date",
    }
    assert letters.register(unit.clerk, LetterDraft(IN, "incoming_other")).value.serial == 1


def test_a_spoiled_letter_keeps_its_number(unit: Precinct, letters: Letters) -> None:
    row = letters.register(unit.clerk, LetterDraft(IN, "incoming_other")).value
    with pytest.raises(NotAllowedError):
        letters.void(unit.counsellor, row.id, row.version, "اشتباه")
    with pytest.raises(InvalidError) as caught:
        letters.void(unit.head, row.id, row.version, " ")
    assert (caught.value.key, caught.value.field) == ("letters.reason_needed", "reason")
    voided = letters.void(unit.head, row.id, row.version, "اشتباه").value
    assert (voided.state, voided.void_reason, voided.number) == (LetterState.VOIDED, "اشتباه", row.number)
    with pytest.raises(StaleError):
        letters.void(unit.head, row.id, row.version, "اشتباه")
    assert letters.register(unit.clerk, LetterDraft(IN, "incoming_other")).value.serial == 2


def test_the_page_is_newest_first_and_filtered(unit: Precinct, letters: Letters) -> None:
    for place in range(5):
        letters.register(unit.clerk, LetterDraft(IN, "incoming_other", subject=f"نامه {place}"))
    issue(unit, LetterDraft(LetterDirection.OUTGOING, "outgoing_other"))
    page = letters.page(unit.clerk, offset=1, limit=2)
    assert ([row.serial for row in page.rows], page.total) == ([5, 4], 6)
    assert letters.page(unit.clerk, LetterFilter(direction=LetterDirection.OUTGOING)).total == 1
    assert letters.page(unit.clerk, LetterFilter(year=1404)).total == 0
    assert letters.page(unit.clerk, LetterFilter(book="confidential")).rows == ()


def test_texts_are_masked_where_number_and_date_are_enough(unit: Precinct, letters: Letters) -> None:
    with unit.uow.write(unit.counsellor) as tx:
        hidden = register_case(tx, unit.codes, couple("spouse_abuse"))
        register_letter(
            tx,
            unit.codes.of(unit.counsellor),
            LetterDraft(IN, "referral_order", case_id=hidden.id, correspondent="دادسرا"),
        )
    issue(unit, LetterDraft(LetterDirection.OUTGOING, "social_work_report", correspondent="دادگاه", subject="گزارش"))
    of_hidden, report = (
        letters.page(unit.second, LetterFilter(book=book)).rows[0] for book in ("normal", "confidential")
    )
    assert (of_hidden.is_masked, of_hidden.correspondent, of_hidden.case_id, of_hidden.serial) == (True, "", None, 1)
    assert (report.is_masked, report.subject) == (False, "گزارش")
    seen_by_clerk = letters.page(unit.clerk, LetterFilter(book="confidential")).rows[0]
    assert (seen_by_clerk.is_masked, seen_by_clerk.subject, seen_by_clerk.number) == (True, "", "1112/4/1/م")


def test_a_masked_row_tells_number_and_day_and_no_count_tells_more(unit: Precinct, letters: Letters) -> None:
    with unit.uow.write(unit.counsellor) as tx:
        hidden = register_case(tx, unit.codes, couple("spouse_abuse"))
        lists = unit.codes.of(unit.counsellor)
        register_letter(tx, lists, LetterDraft(IN, "referral_order", case_id=hidden.id, correspondent="دادسرا"))
    secret = letters.page(unit.counsellor).rows[0]
    letters.void(unit.head, secret.id, secret.version, "اشتباه")
    letters.register(unit.second, LetterDraft(IN, "referral_order", correspondent="دادگاه"))
    _, masked = letters.page(unit.second).rows
    known = {"id", "version", "book", "year", "serial", "number", "state", "registered_at", "is_masked"}
    assert not [name for name in masked.__slots__ if name not in known and getattr(masked, name)]
    assert (masked.number, masked.state.value, masked.version) == ("1112/4/1", "registered", 1)
    assert local(masked.registered_at).strftime("%H:%M") == "00:00"
    for actor, by_direction in ((unit.second, 1), (unit.clerk, 1), (unit.counsellor, 2), (unit.head, 2)):
        assert letters.count(actor) == letters.page(actor).total == 2
        assert letters.count(actor, LetterFilter(direction=IN)) == by_direction
        assert letters.count(actor, LetterFilter(direction=LetterDirection.OUTGOING)) == 0


@given(st.integers(1, 10**6), st.sampled_from(["{unit}/{section}/{serial}", "{serial}", "{unit}/{serial}/{class}"]))
def test_numbers_of_the_two_books_never_meet(serial: int, pattern: str) -> None:
    values = {"unit_code": "1112", "section": "4", "year": 1405, "serial": serial}
    normal = letter_number(pattern, book="normal", **values)  # type: ignore[arg-type]
    secret = letter_number(pattern, book="confidential", **values)  # type: ignore[arg-type]
    assert normal != secret
    assert secret.startswith(normal)
    assert not normal.endswith("/")
