"""The page of a file that was worked on for years shows the latest, and everything when asked."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from services.errors import NotAllowedError
from services.overview.case_page import RECENT
from services.sessions import TaskDraft
from tests.factories import precinct
from tests.services.work import TODAY, Work


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    unit = precinct(tmp_path)
    yield Work(unit)
    unit.close()


def test_the_latest_are_shown_and_all_are_given_when_asked(work: Work) -> None:
    case_id = work.register()
    first = work.hold(case_id, start=60, end=70, tasks=(TaskDraft("کاری از روز نخست"),))
    for number in range(RECENT + 3):
        work.hold(case_id, start=80 + number, end=90 + number)
    page = work.page(case_id)
    assert (len(page.sessions), page.has_more) == (RECENT, True)
    assert first.id not in {row.id for row in page.sessions}
    assert [task.text for task in page.tasks] == ["کاری از روز نخست"]
    history = work.overview.history(work.worker, case_id)
    assert len(history.sessions) == RECENT + 4
    labels = [step.label for step in page.path if step.kind == "session"]
    assert (labels[0], labels[-1], len(labels)) == ("جلسه ۱", f"جلسه {_persian(RECENT + 4)}", 5)


def test_of_appointments_all_to_come_and_the_latest_past_ones(work: Work) -> None:
    case_id = work.register()
    for number in range(3):
        work.book(case_id, day=TODAY + timedelta(days=number + 1))
    assert not work.page(case_id).has_more
    assert len(work.page(case_id).appointments) == 3


def test_without_having_opened_the_file_nobody_gets_its_history(work: Work) -> None:
    case_id = work.register()
    with pytest.raises(NotAllowedError):
        work.overview.history(work.worker, case_id)


def _persian(number: int) -> str:
    from services.persian.digits import to_persian

    return to_persian(number)
