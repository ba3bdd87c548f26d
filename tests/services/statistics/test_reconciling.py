"""Tables and cards must reconcile (P-46): whatever happened to the files, the sums agree."""

import tempfile
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.enums import CaseStatus, JointPolicy
from services.statistics import Period, PeriodKind, Report, Statistics
from tests.factories import precinct
from tests.services.statistics.month import Month

START = date(2026, 8, 23)
CATEGORIES = ("marital_conflict", "neighbour_dispute", "spouse_abuse", "suicide_ideation", "school_problem")
ENDS = ("settled_full", "settled_partial", "not_settled", "complaint_waived", "counselling_completed", "no_show",
        "referred_judicial", "safety_stop", "transferred", "merged")  # fmt: skip

days = st.integers(0, 90)
files = st.fixed_dictionaries(
    {
        "opened": days,
        "category": st.sampled_from(CATEGORIES),
        "source": st.sampled_from(("", "self", "prosecutor")),
        "is_void": st.sampled_from((False,) * 7 + (True,)),
        "is_forbidden": st.booleans(),
        "end": st.sampled_from(("", *ENDS)),
        "gaps": st.lists(st.integers(0, 25), min_size=6, max_size=6),
        "signs": st.booleans(),
        "rounds": st.integers(0, 2),
    }
)
PERIODS = (
    *(Period(PeriodKind.MONTH, 1405, month) for month in (6, 7, 8)),
    Period(PeriodKind.QUARTER, 1405, 3),
    Period(PeriodKind.HALF, 1405, 2),
    Period(PeriodKind.YEAR, 1405),
)


def live(month: Month, name: str, drawn: dict[str, object]) -> None:
    """A life of a file: opened, ended, closed, taken up again, ended again, closed again, as far as it was drawn."""
    day = START + timedelta(days=int(str(drawn["opened"])))
    policy = JointPolicy.FORBIDDEN if drawn["is_forbidden"] else JointPolicy.ALLOWED
    status = CaseStatus.VOIDED if drawn["is_void"] else CaseStatus.ACTIVE
    end, rounds = str(drawn["end"]), int(str(drawn["rounds"]))
    disposition = end if end == "merged" else ""
    month.file(name, day, str(drawn["category"]), joint_policy=policy, status=status, disposition=disposition)
    if drawn["source"]:
        month.came_from(name, str(drawn["source"]))
    gaps = iter(drawn["gaps"])  # type: ignore[call-overload]
    if not end:
        return
    for cycle in range(1, rounds + 2):
        if cycle > 1:
            day += timedelta(days=next(gaps))
            month.reopened(name, day, cycle)
        day += timedelta(days=next(gaps))
        month.ended(name, end, day, signed=day if drawn["signs"] else None, cycle=cycle)
        if cycle % 2:
            month.closed(name, day, cycle)


def agrees(found: Report) -> None:
    flow = {row.key: row.values[0] or 0 for row in found.table("flow").rows}
    assert flow["carried"] + flow["new"] + flow["reopened"] - flow["closed"] == flow["left"]
    sources, subjects, outcomes = (found.table(name) for name in ("sources", "subjects", "outcomes"))
    for table in (sources, subjects):
        assert table.sums is not None
        assert table.sums.values[0] == flow["new"]
    assert subjects.sums is not None
    for rows in ([row for row in subjects.rows if row.level == level] for level in (0, 1, 2)):
        for at in range(len(subjects.head)):
            assert sum(row.values[at] or 0 for row in rows) == subjects.sums.values[at]
    for row in (*subjects.rows, subjects.sums):
        assert row.values[0] == sum(value or 0 for value in row.values[1:])
    assert outcomes.sums is not None
    assert sum(row.values[0] or 0 for row in outcomes.rows) == outcomes.sums.values[0]
    of_concluded, of_received, of_decided = found.rates
    assert of_concluded.numerator == of_received.numerator == of_decided.numerator
    assert of_concluded.numerator <= of_concluded.denominator <= (outcomes.sums.values[0] or 0)
    assert of_decided.denominator <= of_concluded.denominator
    assert of_received.denominator <= flow["new"]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(files, min_size=1, max_size=8))
def test_whatever_happened_the_sums_agree(drawn: list[dict[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        unit = precinct(Path(folder))
        month = Month(unit)
        for place, one in enumerate(drawn):
            live(month, str(place), one)
        statistics = Statistics(unit.uow, unit.codes)
        months = [statistics.report(unit.head, period) for period in PERIODS]
        for found in months:
            agrees(found)
        for earlier, later in pairwise(months[:3]):
            left = next(row.values[0] for row in earlier.table("flow").rows if row.key == "left")
            carried = next(row.values[0] for row in later.table("flow").rows if row.key == "carried")
            assert left == carried
        unit.close()
