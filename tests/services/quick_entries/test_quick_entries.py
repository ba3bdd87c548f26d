"""Advice without a file (P-25), the night form (P-26), open paper files (P-22)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from models.case import Advice, CaseFile, NightEntry
from models.enums import CaseStatus
from services.actor import Right
from services.cases import Cases
from services.errors import AppError, DuplicateError, InvalidDraft, InvalidError, NotAllowedError, StaleError
from services.intake import IntakeDraft
from services.people import People
from services.quick_entries import AdviceDraft, NightDraft, PaperDraft, QuickEntries
from tests.factories import Precinct, precinct
from tests.services.drafts_of import couple

ADVICE = AdviceDraft(topic="couple", minutes=20, result="advised", is_danger=False)
PAPER = PaperDraft("الف/۱۲۳", date(2026, 6, 1), "مریم محمدی", "علی کریمی", "marital_conflict")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def entries(place: Precinct) -> QuickEntries:
    return QuickEntries(place.uow, place.codes)


def night(place: Precinct, **values: object) -> NightDraft:
    draft = NightDraft(
        names="خانم و آقای رضایی",
        line="پس از بحث آمدند؛ صبح می‌آیند.",
        is_danger_now=False,
        happened_at=place.clock.now() - timedelta(hours=6),
    )
    return replace(draft, **values)  # type: ignore[arg-type]


def errors_of(error: AppError) -> dict[str | None, str]:
    each = error.errors if isinstance(error, InvalidDraft) else (error,)
    return {one.field: one.key for one in each}


# --- advice ---


def test_advice_needs_no_name_and_is_listed(entries: QuickEntries, place: Precinct) -> None:
    done = entries.add_advice(place.counsellor, ADVICE)
    assert {change.noun for change in done.changes} == {"advice"}
    assert (done.value.minutes, done.value.group, done.value.name) == (20, "family", "")
    day = done.value.day
    assert [row.id for row in entries.advice_between(place.counsellor, day, day)] == [done.value.id]


def test_advice_asks_for_what_is_missing_together(entries: QuickEntries, place: Precinct) -> None:
    with pytest.raises(InvalidDraft) as caught:
        entries.add_advice(place.counsellor, AdviceDraft("", None, "", None, phone="12"))
    assert errors_of(caught.value) == {
        "topic": "errors.required",
        "result": "errors.required",
        "minutes": "errors.required",
        "is_danger": "quick_entries.danger_asked",
        "phone": "people.phone_wrong",
    }


@pytest.mark.parametrize("minutes", [0, -5, 481])
def test_minutes_have_bounds(entries: QuickEntries, place: Precinct, minutes: int) -> None:
    with pytest.raises(InvalidError) as caught:
        entries.add_advice(place.counsellor, replace(ADVICE, minutes=minutes))
    assert caught.value.field == "minutes"


def test_an_urgent_measure_means_there_was_danger(entries: QuickEntries, place: Precinct) -> None:
    row = entries.add_advice(place.counsellor, replace(ADVICE, result="danger_acted", is_danger=None)).value
    assert row.is_danger


def test_a_clerk_gives_no_advice(entries: QuickEntries, place: Precinct) -> None:
    with pytest.raises(NotAllowedError):
        entries.add_advice(place.clerk, ADVICE)


def test_advice_becomes_a_file_once(entries: QuickEntries, place: Precinct) -> None:
    advice = entries.add_advice(place.counsellor, replace(ADVICE, name="مریم محمدی", phone="۰۹۶۰۰۰۰۰۰۰۰")).value
    assert advice.phone == "09600000000"
    case = entries.file_from_advice(place.counsellor, advice.id, advice.version, IntakeDraft(couple())).value
    with place.uow.read(place.counsellor) as tx:
        assert tx.get(Advice, advice.id).case_id == case.id
    with pytest.raises(StaleError):
        entries.file_from_advice(place.counsellor, advice.id, advice.version, IntakeDraft(couple()))
    with place.uow.read(place.head) as tx:
        assert len(tx.session.scalars(select(CaseFile)).all()) == 1


def test_advice_is_corrected_by_its_giver_or_the_head(entries: QuickEntries, place: Precinct) -> None:
    advice = entries.add_advice(place.counsellor, replace(ADVICE, minutes=200, name="مریم")).value
    assert advice.may_correct
    other = place.second
    (seen,) = entries.advice_between(other, advice.day, advice.day)
    assert not seen.may_correct
    with pytest.raises(NotAllowedError, match="not_yours"):
        entries.correct_advice(other, advice.id, advice.version, ADVICE)
    yesterday = advice.day - timedelta(days=1)
    row = entries.correct_advice(place.head, advice.id, advice.version, replace(ADVICE, day=yesterday)).value
    assert (row.day, row.minutes, row.name, row.staff_name) == (yesterday, 20, "", advice.staff_name)
    with pytest.raises(StaleError):
        entries.correct_advice(place.counsellor, advice.id, advice.version, ADVICE)
    entries.file_from_advice(place.counsellor, row.id, row.version, IntakeDraft(couple()))
    (filed,) = entries.advice_between(place.counsellor, yesterday, yesterday)
    assert not filed.may_correct
    with pytest.raises(InvalidError, match="is_a_file"):
        entries.correct_advice(place.counsellor, filed.id, filed.version, ADVICE)


def test_advice_that_waits_for_its_file_is_listed_longer(entries: QuickEntries, place: Precinct) -> None:
    today = entries.add_advice(place.counsellor, ADVICE).value.day
    old, since = today - timedelta(days=20), today - timedelta(days=60)
    waits = entries.add_advice(place.counsellor, replace(ADVICE, result="appointment_given", day=old)).value
    danger = entries.add_advice(place.counsellor, replace(ADVICE, is_danger=True, day=old)).value
    entries.add_advice(place.counsellor, replace(ADVICE, day=old))
    entries.add_advice(place.counsellor, replace(ADVICE, is_danger=True, day=since - timedelta(days=1)))
    assert len(entries.advice_between(place.counsellor, today, today)) == 1
    listed = {row.id for row in entries.advice_between(place.counsellor, today, today, since)}
    assert len(listed) == 3
    assert {waits.id, danger.id} < listed
    entries.file_from_advice(place.counsellor, danger.id, danger.version, IntakeDraft(couple()))
    assert danger.id not in {row.id for row in entries.advice_between(place.counsellor, today, today, since)}


def test_a_refused_file_leaves_the_advice_as_it_was(entries: QuickEntries, place: Precinct) -> None:
    advice = entries.add_advice(place.counsellor, ADVICE).value
    with pytest.raises(InvalidError):
        entries.file_from_advice(place.counsellor, advice.id, advice.version, IntakeDraft(couple(category="")))
    with place.uow.read(place.counsellor) as tx:
        stored = tx.get(Advice, advice.id)
        assert (stored.case_id, stored.version) == (None, advice.version)


# --- the night form ---


def test_the_duty_officer_writes_and_cannot_read(entries: QuickEntries, place: Precinct) -> None:
    officer = place.actors["duty_officer"]
    done = entries.write_night(officer, night(place))
    assert done.value is None
    with pytest.raises(NotAllowedError):
        entries.nights_to_complete(officer)
    with pytest.raises(NotAllowedError):
        People(place.uow, place.codes).suggest(officer, "رضایی")
    assert not officer.may(Right.CASE_FIND)


def test_a_counsellor_reads_the_night_in_the_morning(entries: QuickEntries, place: Precinct) -> None:
    officer = place.actors["duty_officer"]
    entries.write_night(officer, night(place))
    at = place.clock.now() - timedelta(hours=5)
    told = night(
        place, is_danger_now=True, actions=("called_115", "stayed_with_person"), done_at=at, done_what="آب داده شد"
    )
    entries.write_night(officer, replace(told, happened_at=at, officer="سروان سالاری"))
    first, second = entries.nights_to_complete(place.counsellor)
    assert first.is_danger_now
    assert first.done == "تماس با اورژانس ۱۱۵، همراهی تا رسیدن کمک، آب داده شد"
    assert first.officer == "سروان سالاری"
    assert second.officer == officer.name
    assert second.done == ""


def test_danger_without_a_deed_is_asked(entries: QuickEntries, place: Precinct) -> None:
    with pytest.raises(InvalidError) as caught:
        entries.write_night(place.actors["duty_officer"], night(place, is_danger_now=True))
    assert errors_of(caught.value) == {"actions": "quick_entries.done_needed"}
    with pytest.raises(InvalidError) as caught:
        entries.write_night(place.actors["duty_officer"], night(place, is_danger_now=True, actions=("called_110",)))
    assert errors_of(caught.value) == {"done_at": "quick_entries.hour_needed"}


def test_nothing_was_needed_needs_no_hour(entries: QuickEntries, place: Precinct) -> None:
    entries.write_night(place.actors["duty_officer"], night(place, actions=("none_needed",)))
    assert len(entries.nights_to_complete(place.head)) == 1


def test_the_night_form_asks_for_names_line_and_danger(entries: QuickEntries, place: Precinct) -> None:
    later = place.clock.now() + timedelta(minutes=1)
    with pytest.raises(InvalidDraft) as caught:
        entries.write_night(place.actors["duty_officer"], NightDraft(" ", "", None, happened_at=later))
    assert set(errors_of(caught.value)) == {"names", "line", "is_danger_now", "happened_at"}


def test_the_morning_completes_a_night_in_four_ways(entries: QuickEntries, place: Precinct) -> None:
    officer, counsellor = place.actors["duty_officer"], place.counsellor
    for _ in range(4):
        entries.write_night(officer, night(place))
    first, second, third, fourth = entries.nights_to_complete(counsellor)
    case = entries.file_from_night(counsellor, first.id, first.version, IntakeDraft(couple())).value
    entries.join_night(counsellor, second.id, second.version, case.id)
    advice = entries.advice_from_night(counsellor, third.id, third.version, ADVICE).value
    entries.close_night(counsellor, fourth.id, fourth.version, "تلفنی گفتند نیازی نیست.")
    assert entries.nights_to_complete(counsellor) == ()
    with place.uow.read(counsellor) as tx:
        stored = {row.id: row for row in tx.session.scalars(select(NightEntry))}
    assert stored[first.id].case_id == stored[second.id].case_id == case.id
    assert stored[third.id].case_id is None
    assert stored[fourth.id].completion == "تلفنی گفتند نیازی نیست."
    assert all(row.completed_by_id == counsellor.staff_id for row in stored.values())
    assert advice.case_id is None


def test_a_night_is_completed_once_and_with_words(entries: QuickEntries, place: Precinct) -> None:
    entries.write_night(place.actors["duty_officer"], night(place))
    (row,) = entries.nights_to_complete(place.head)
    with pytest.raises(InvalidError):
        entries.close_night(place.head, row.id, row.version, "  ")
    entries.close_night(place.head, row.id, row.version, "حل شد")
    with pytest.raises(AppError):
        entries.close_night(place.head, row.id, row.version, "حل شد")


@pytest.mark.parametrize("role", ["clerk", "conscript"])
def test_who_types_and_schedules_gets_names_and_telephone_alone(
    entries: QuickEntries, place: Precinct, role: str
) -> None:
    actor, officer = place.actors[role], place.actors["duty_officer"]
    at = place.clock.now() - timedelta(hours=5)
    calm = night(place, safe_phone="09600000003", actions=("called_123",), done_at=at, done_what="آب داده شد")
    entries.write_night(officer, calm)
    entries.write_night(officer, replace(calm, is_danger_now=True))
    danger, row = entries.nights_to_complete(actor)
    assert (row.names, row.safe_phone, row.officer) == ("خانم و آقای رضایی", "09600000003", officer.name)
    assert (row.line, row.done, row.done_at, row.is_danger_now, row.is_whole) == ("", "", None, False, False)
    assert (danger.names, danger.safe_phone, danger.is_danger_now, danger.is_for_worker) == ("", "", False, True)
    for act in (
        lambda: entries.close_night(actor, row.id, row.version, "حل شد"),
        lambda: entries.file_from_night(actor, danger.id, danger.version, IntakeDraft(couple())),
        lambda: entries.join_night(actor, danger.id, danger.version, row.id),
    ):
        with pytest.raises(AppError):
            act()
    case = entries.file_from_night(actor, row.id, row.version, IntakeDraft(couple())).value
    cases = Cases(place.uow, place.codes)
    assert cases.get(actor, case.id).own_words == ""
    assert cases.get(place.counsellor, case.id).own_words == "پس از بحث آمدند؛ صبح می‌آیند."
    assert [one.id for one in entries.nights_to_complete(place.counsellor)] == [danger.id]


# --- paper files ---


def test_a_paper_file_keeps_its_number_and_is_found(entries: QuickEntries, place: Precinct) -> None:
    row = entries.add_paper_file(place.clerk, replace(PAPER, status=CaseStatus.ON_HOLD)).value
    assert row.case_no == "الف/123"
    assert row.opened_on == date(2026, 6, 1)
    assert row.status is CaseStatus.ON_HOLD
    assert {row.side_a, row.side_b} == {"مریم محمدی", "علی کریمی"}
    (found,) = People(place.uow, place.codes).suggest(place.head, "كريمي")
    assert found.name == "علی کریمی"


def test_no_number_of_the_register_is_drawn_for_paper(entries: QuickEntries, place: Precinct) -> None:
    entries.add_paper_file(place.clerk, PAPER)
    advice = entries.add_advice(place.counsellor, ADVICE).value
    row = entries.file_from_advice(place.counsellor, advice.id, advice.version, IntakeDraft(couple())).value
    assert row.case_no.endswith("0001")


def test_the_same_paper_number_is_refused(entries: QuickEntries, place: Precinct) -> None:
    entries.add_paper_file(place.clerk, PAPER)
    with pytest.raises((InvalidError, DuplicateError)) as caught:
        entries.add_paper_file(place.clerk, replace(PAPER, side_a="زهرا نوری"))
    assert caught.value.field == "paper_case_no"


def test_a_paper_form_names_its_own_fields(entries: QuickEntries, place: Precinct) -> None:
    with pytest.raises(InvalidDraft) as caught:
        entries.add_paper_file(place.clerk, PaperDraft("", None, "", "", "", CaseStatus.CLOSED))
    assert set(errors_of(caught.value)) == {"paper_case_no", "opened_on", "side_a", "status"}
    with pytest.raises(AppError) as several:
        entries.add_paper_file(place.clerk, replace(PAPER, side_a="مریم ۱۲", side_b="ع", category="nothing"))
    assert set(errors_of(several.value)) == {"side_a", "side_b", "category"}


def test_one_side_may_be_missing_or_unknown(entries: QuickEntries, place: Precinct) -> None:
    row = entries.add_paper_file(place.clerk, replace(PAPER, side_b="نامشخص")).value
    assert row.side_b == "نامشخص"
    alone = replace(PAPER, paper_case_no="۹۹", side_b="", category="grief_crisis")
    assert entries.add_paper_file(place.clerk, alone).value.side_b == ""


def test_paper_roles_are_the_usual_ones(entries: QuickEntries, place: Precinct) -> None:
    from services.cases import Cases

    case = entries.add_paper_file(place.head, replace(PAPER, category="tenancy")).value
    detail = Cases(place.uow, place.codes).get(place.head, case.id)
    assert [(party.role, party.relation) for party in detail.parties] == [
        ("landlord", "landlord"),
        ("tenant", "tenant"),
    ]
    assert detail.paper_case_no
