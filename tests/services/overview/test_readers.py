"""Who has opened a file (R-24)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.errors import NotFoundError
from tests.factories import precinct
from tests.services.work import Work


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    unit = precinct(tmp_path)
    yield Work(unit)
    unit.close()


def test_everybody_who_opened_it_is_named_with_how_often_and_when(work: Work) -> None:
    case_id = work.register()
    work.page(case_id)
    work.later(hours=1)
    work.page(case_id, work.unit.second)
    work.later(hours=1)
    work.page(case_id)
    latest, other = work.overview.readers(work.worker, case_id)
    assert (latest.staff_id, latest.times, latest.first_at < other.last_at < latest.last_at) == (
        work.worker.staff_id,
        2,
        True,
    )
    assert (other.staff_id, other.times) == (work.unit.second.staff_id, 1)


def test_of_a_hidden_file_nobody_is_told_who_reads_it(work: Work) -> None:
    case_id = work.register(category="spouse_abuse")
    work.page(case_id)
    with pytest.raises(NotFoundError):
        work.overview.readers(work.unit.second, case_id)
    assert [one.staff_id for one in work.overview.readers(work.unit.head, case_id)] == [work.worker.staff_id]
