"""Each figure worked out by hand from rows that the test put there (domain.md §2.10)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models.enums import AppointmentStatus, AttendanceMark, CaseStatus, FollowUpState
from services.errors import InvalidError, NotAllowedError
from services.statistics import Period, PeriodKind, Place, Report, Statistics, period_at, period_named
from tests.factories import Precinct, precinct
from tests.services.statistics.month import ABAN, MEHR, OLD, Month, aban, november

CAME, AWAY = AttendanceMark.ATTENDED, AttendanceMark.NO_SHOW


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


@pytest.fixture
def month(unit: Precinct) -> Month:
    return aban(unit)


def statistics(unit: Precinct) -> Statistics:
    return Statistics(unit.uow, unit.codes)


def report(unit: Precinct, period: Period = ABAN) -> Report:
    return statistics(unit).report(unit.head, period)


def figures(found: Report, table: str) -> dict[str, tuple[int | None, ...]]:
    return {row.key or row.label: row.values for row in found.table(table).rows}


def listed(unit: Precinct, *place: str) -> list[str]:
    rows = statistics(unit).files(unit.head, ABAN, Place(*place))
    return sorted(row.case_no[-1] for row in rows)


def test_how_files_came_and_went(unit: Precinct, month: Month) -> None:
    held = figures(report(unit), "flow")
    assert {key: values[0] for key, values in held.items()} == {
        "carried": 4,
        "new": 6,
        "reopened": 1,
        "closed": 2,
        "left": 9,
        "back_early": 0,
    }
    assert listed(unit, "flow", "carried") == list("AIJK")
    assert listed(unit, "flow", "new") == list("CDEFGL")
    assert listed(unit, "flow", "reopened") == ["B"]
    assert listed(unit, "flow", "closed") == list("CI")
    assert listed(unit, "flow", "left") == list("ABDEFGJKL")


def test_the_month_before_carries_over_what_this_one_begins_with(unit: Precinct, month: Month) -> None:
    before = figures(report(unit, MEHR), "flow")
    assert before["left"][0] == figures(report(unit), "flow")["carried"][0]
    assert before["closed"][0] == 1


def test_a_file_that_came_back_before_it_was_closed_never_left(unit: Precinct, month: Month) -> None:
    month.reopened("J", november(20))
    held = figures(report(unit), "flow")
    assert (held["reopened"][0], held["left"][0], held["back_early"][0]) == (1, 9, 1)


def test_where_files_came_from(unit: Precinct, month: Month) -> None:
    one, other = month.person("female", None), month.person("male", None)
    month.party("C", one)
    month.party("C", other)
    month.party("G", one)
    month.party("D", one)
    assert figures(report(unit), "sources") == {"prosecutor": (3, 2), "self": (2, 1), "unknown": (1, 0)}


def test_subjects_and_how_they_stood_at_the_end(unit: Precinct, month: Month) -> None:
    month.flagged("G", month.person("female", None), "suicide", november(4))
    held = figures(report(unit), "subjects")
    # files, settled, partly, not settled, referred, path of safety, waiting, other, in progress
    assert held["neighbour_dispute"] == (1, 1, 0, 0, 0, 0, 0, 0, 0)
    assert held["marital_conflict"] == (2, 0, 0, 1, 1, 0, 0, 0, 0)
    assert held["divorce_request"] == (1, 0, 0, 0, 0, 0, 1, 0, 0)
    assert held["spouse_abuse"] == (1, 0, 0, 0, 0, 1, 0, 0, 0)
    assert held["suicide_ideation"] == (1, 0, 0, 0, 0, 1, 0, 0, 0)
    assert held["نزاع"] == held["neighbour_dispute"]
    assert held["اختلافات خانوادگی"][0] == 4
    assert listed(unit, "subjects", "marital_conflict", "referred") == ["L"]


def test_outcomes_count_a_matter_once_and_leave_the_path_of_safety_out(unit: Precinct, month: Month) -> None:
    found = report(unit)
    assert {key: values[0] for key, values in figures(found, "outcomes").items()} == {
        "settled_full": 2,
        "not_settled": 1,
        "complaint_waived": 1,
        "counselling_completed": 1,
        "referred_judicial": 1,
        "awaiting": 1,
        "safety_path": 1,
    }
    assert listed(unit, "outcomes", "settled_full") == list("CI")
    assert listed(unit, "outcomes", "safety_path") == ["E"]
    month.flagged("G", month.person("female", None), "suicide", november(4))
    assert [(rate.numerator, rate.denominator) for rate in report(unit).rates] == [(3, 5), (3, 4), (3, 4)]


def test_a_settlement_counts_in_the_month_in_which_it_still_held(unit: Precinct, month: Month) -> None:
    """Taken up again after it, the file has no outcome; signed after the month's end it was not signed in it."""
    month.reopened("C", november(15))
    month.file("M", OLD)
    month.ended("M", "settled_full", november(20), signed=november(22))
    held = figures(report(unit), "outcomes")
    assert (held["settled_full"], held["awaiting"]) == ((1,), (2,))


def test_a_closed_mark_of_an_earlier_month_bars_nothing(unit: Precinct, month: Month) -> None:
    from models.safety import RiskFlag
    from tests.services.statistics.month import noon

    month.flagged("D", month.person("female", None), "suicide", OLD)
    with unit.uow.write(unit.head) as tx:
        flag = tx.session.query(RiskFlag).one()
        flag.closed_at = noon(date(2026, 10, 20))
        tx.record("flag.test", "flag")
    assert figures(report(unit), "outcomes")["not_settled"] == (1,)


def test_who_came(unit: Precinct, month: Month) -> None:
    """A woman of 36 in two files, a man of 41, a boy of 10; one who is merged into her; a companion is no client."""
    her, him = month.person("female", date(1990, 3, 21)), month.person("male", date(1985, 5, 4))
    boy, twin = month.person("male", date(2016, 4, 1)), month.person("female", date(1990, 3, 21), merged_into_id=her)
    friend = month.person("female", None)
    c_her, c_him, d_her = month.party("C", her), month.party("C", him), month.party("D", her)
    d_boy, f_twin, c_friend = (
        month.party("D", boy, "child"),
        month.party("F", twin),
        month.party("C", friend, "companion"),
    )
    month.met("C", november(2), 45, (c_her, CAME), (c_him, AttendanceMark.LATE), (c_friend, CAME))
    month.met("C", november(4), 60, (c_her, CAME), (c_him, AWAY))
    month.met("D", november(6), 30, (d_her, CAME), (d_boy, CAME))
    month.met("F", november(6), 20, (f_twin, CAME))
    month.met("A", OLD, 40)
    held = figures(report(unit), "clients")
    # women, men, unknown, persons, visits
    assert held["35-44"] == (1, 1, 0, 2, 5)
    boys = held["7-12"]
    assert boys == ((0, 1, 0, 1, 1) if unit.codes.of(unit.head).does("party_role", "child", "is_party") else (0,) * 5)


def test_what_was_held(unit: Precinct, month: Month) -> None:
    her = month.person("female", None)
    party = month.party("C", her)
    month.met("C", november(2), 45, (party, CAME))
    month.met("C", november(4), 30, (party, CAME))
    month.met("C", november(5), 60, (party, AWAY))
    month.met("C", OLD, 60, (party, CAME))
    month.booked("C", november(7), AppointmentStatus.NO_SHOW_ALL)
    month.booked(None, november(8), AppointmentStatus.HELD, "outreach")
    found = report(unit)
    assert figures(found, "sessions") == {"individual": (2, 2, 75)}
    assert figures(found, "outreach")["outreach"] == (1, 90, 0)
    hours = {row.key: row.values for row in found.table("staff").rows}
    assert hours["counsellor"] == (0, 0, 2, 2, 1)


def test_who_was_sent_on_and_who_was_called(unit: Precinct, month: Month) -> None:
    person = month.person("female", None)
    party = month.party("C", person)
    month.sent("C", person, november(5), None)
    month.sent("A", person, OLD, november(6))
    month.sent("D", person, november(7), november(9))
    for state, result in (
        (FollowUpState.DONE, "agreement_kept"),
        (FollowUpState.DONE, "breached"),
        (FollowUpState.DONE, "violence_recurred"),
        (FollowUpState.DONE, "improved"),
        (FollowUpState.NO_NEWS, "no_news"),
        (FollowUpState.DUE, ""),
        (FollowUpState.DROPPED, ""),
    ):
        month.called("C", party, november(10), state, result)
    month.called("C", party, OLD, FollowUpState.DONE, "agreement_kept")
    found = report(unit)
    assert figures(found, "sent_on") == {"welfare_org": (2, 2)}
    assert {key: values[0] for key, values in figures(found, "follow_ups").items()} == {
        "due": 6,
        "done": 4,
        "kept": 1,
        "partly_kept": 0,
        "breached": 1,
        "violence": 1,
        "other": 1,
        "no_news": 1,
        "waiting": 1,
    }


def test_special_matters_and_the_twelve_hours(unit: Precinct, month: Month) -> None:
    child = month.person("male", None)
    month.file("M", november(6), "child_abuse")
    month.file("N", november(7), "child_abuse")
    month.file("O", OLD, "child_abuse")
    month.flagged("M", child, "child_at_risk", november(6), 11)
    month.flagged("N", child, "child_at_risk", november(7), 13)
    held = figures(report(unit), "special")
    assert held["child_abuse"] == (2, 1, 3)
    assert (held["spouse_abuse"], held["suicide"]) == ((1, 0, 1), (1, 0, 1))
    assert listed(unit, "special", "child_abuse", "new") == ["M", "N"]


def test_advice_stands_apart(unit: Precinct, month: Month) -> None:
    before = report(unit)
    month.advised(november(3), "couple", 20)
    month.advised(november(4), "couple", 15, is_danger=True)
    month.advised(OLD, "couple", 15)
    found = report(unit)
    assert figures(found, "advice") == {"couple": (2, 35, 1)}
    assert found.rates == before.rates
    assert found.table("flow") == before.table("flow")


def test_decisions_against_the_gate_are_counted(unit: Precinct, month: Month) -> None:
    month.overridden("C", november(5))
    assert report(unit).notes[0].endswith(": ۱")


def test_a_voided_file_stands_nowhere(unit: Precinct, month: Month) -> None:
    for table in ("flow", "outcomes", "subjects"):
        rows = report(unit).table(table).rows
        for row in rows:
            if row.key:
                assert "H" not in listed(unit, table, row.key)
    assert CaseStatus.VOIDED


def test_periods(unit: Precinct) -> None:
    assert period_named("quarter-1405-3") == Period(PeriodKind.QUARTER, 1405, 3)
    assert (ABAN.first, ABAN.last) == (date(2026, 10, 23), date(2026, 11, 21))
    assert period_at(date(2026, 11, 21), PeriodKind.HALF) == Period(PeriodKind.HALF, 1405, 2)
    assert Period(PeriodKind.YEAR, 1405).last == date(2027, 3, 20)
    for wrong in ("", "month-1405-13", "week-1405-1", "month-1405-0", "month-x-1"):
        with pytest.raises(InvalidError):
            period_named(wrong)
    with pytest.raises(InvalidError, match=r"statistics\.not_yet"):
        report(unit, Period(PeriodKind.MONTH, 1405, 9))
    assert report(unit).is_running


def test_who_may_see_the_figures_and_the_files_behind_them(unit: Precinct, month: Month) -> None:
    for role in ("unit_head", "station_commander", "auditor"):
        assert statistics(unit).report(unit.actors[role], ABAN).tables
    for role in ("counsellor", "clerk", "conscript", "admin", "duty_officer"):
        with pytest.raises(NotAllowedError):
            statistics(unit).report(unit.actors[role], ABAN)
    for role in ("station_commander", "auditor", "counsellor"):
        with pytest.raises(NotAllowedError):
            statistics(unit).files(unit.actors[role], ABAN, Place("flow", "new"))
    with pytest.raises(InvalidError):
        statistics(unit).files(unit.head, ABAN, Place("clients", "35-44"))
