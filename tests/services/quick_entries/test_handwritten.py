"""A handwritten sheet of a day without the program leads on to the file (P-24): a new one or one that exists."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from models.enums import AttendanceMark
from services.cases import Cases
from services.documents.downtime import Downtime, EnteredSheet, HandwrittenDraft, KitRequest
from services.errors import AppError, InvalidError, NotAllowedError, StaleError
from services.intake import IntakeDraft
from services.letters import LetterFilter, Letters
from services.quick_entries import QuickEntries
from services.sessions import Sessions
from services.sessions.shapes import AttendanceDraft, SessionDraft
from tests.factories import Precinct, precinct
from tests.services.drafts_of import couple

HAPPENED = date(2026, 11, 21)


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    """The sheets were printed on the 21st, the day without the program; today is the 23rd."""
    made = precinct(tmp_path)
    Downtime(made.uow, made.codes).print_kit(made.head, KitRequest(("invitation",), 2))
    made.clock.set(datetime(2026, 11, 23, 6, tzinfo=UTC))
    yield made
    made.close()


def enter(unit: Precinct, **values: object) -> EnteredSheet:
    downtime = Downtime(unit.uow, unit.codes)
    waiting = downtime.waiting(unit.counsellor)[0]
    draft = HandwrittenDraft(waiting.letter_id, HAPPENED, "زهرا کریمی", "دعوت به گفت‌وگو", **values)  # type: ignore[arg-type]
    return downtime.enter(unit.counsellor, draft).value


def test_a_new_file_keeps_the_day_of_the_sheet_apart(unit: Precinct) -> None:
    entered = enter(unit)
    assert (entered.happened_on, entered.case_id, entered.number) == (HAPPENED, None, "1112/4/1")
    entries = QuickEntries(unit.uow, unit.codes)
    row = entries.file_from_sheet(unit.counsellor, entered.letter_id, entered.version, IntakeDraft(couple())).value
    detail = Cases(unit.uow, unit.codes).get(unit.counsellor, row.id)
    assert (detail.row.opened_on, detail.happened_on) == (date(2026, 11, 23), HAPPENED)
    letter = Letters(unit.uow, unit.codes).get(unit.counsellor, entered.letter_id)
    assert letter.case_id == row.id
    assert "دست‌نویس" in letter.subject
    with pytest.raises(InvalidError, match=r"letters\.has_file"):
        entries.file_from_sheet(unit.counsellor, entered.letter_id, entered.version, IntakeDraft(couple()))


def test_what_was_held_on_that_day_is_recorded_under_it(unit: Precinct) -> None:
    entered = enter(unit)
    entries = QuickEntries(unit.uow, unit.codes)
    row = entries.file_from_sheet(unit.counsellor, entered.letter_id, entered.version, IntakeDraft(couple())).value
    party = Cases(unit.uow, unit.codes).get(unit.counsellor, row.id).parties[0].id
    came = (AttendanceDraft(party, AttendanceMark.ATTENDED),)
    sessions = Sessions(unit.uow, unit.codes)
    held = sessions.record(unit.counsellor, SessionDraft(row.id, "individual", HAPPENED, 540, 585, came)).value
    assert held.day == HAPPENED
    before = SessionDraft(row.id, "individual", date(2026, 11, 20), 540, 585, came)
    with pytest.raises(AppError):
        sessions.record(unit.counsellor, before)


def test_a_file_that_exists_takes_the_row(unit: Precinct) -> None:
    first = enter(unit)
    entries = QuickEntries(unit.uow, unit.codes)
    case = entries.file_from_sheet(unit.counsellor, first.letter_id, first.version, IntakeDraft(couple())).value
    second = enter(unit, case_id=case.id)
    assert second.case_id == case.id
    found = Letters(unit.uow, unit.codes).page(unit.counsellor, LetterFilter(case_id=case.id)).rows
    assert {row.number for row in found} >= {"1112/4/1", "1112/4/2"}


def test_an_entered_sheet_is_found_by_its_words(unit: Precinct) -> None:
    entered = enter(unit)
    [row] = Letters(unit.uow, unit.codes).page(unit.counsellor, LetterFilter(text="زهرا کریمی")).rows
    assert row.id == entered.letter_id


def test_a_blank_sheet_and_a_stale_one_open_no_file(unit: Precinct) -> None:
    entries = QuickEntries(unit.uow, unit.codes)
    blank = Downtime(unit.uow, unit.codes).waiting(unit.counsellor)[0]
    with pytest.raises(InvalidError, match=r"quick_entries\.not_entered"):
        entries.file_from_sheet(unit.counsellor, blank.letter_id, 1, IntakeDraft(couple()))
    entered = enter(unit)
    with pytest.raises(StaleError):
        entries.file_from_sheet(unit.counsellor, entered.letter_id, entered.version + 1, IntakeDraft(couple()))
    with pytest.raises(NotAllowedError):
        entries.file_from_sheet(
            unit.actors["peace_facilitator"], entered.letter_id, entered.version, IntakeDraft(couple())
        )
