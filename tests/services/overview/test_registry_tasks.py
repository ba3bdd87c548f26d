"""Papers that wait for the registry's number stand on the home page until it is typed (P-21)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from services.documents import Documents, PaperKind, PaperRequest
from services.settings import Settings
from services.worklist import TaskKind
from tests.factories import precinct
from tests.services.work import TODAY, Work


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    unit = precinct(tmp_path)
    yield Work(unit)
    unit.close()


def test_a_paper_without_its_number_waits_on_the_home_page(work: Work) -> None:
    Settings(work.unit.uow).set(work.unit.head, "registry_attendance_certificate", True)
    documents, case_id = Documents(work.unit.uow, work.unit.codes), work.register()
    session = work.hold(case_id)
    request = PaperRequest(
        case_id, PaperKind.ATTENDANCE_CERTIFICATE, session.attendance[0].person_id, session_id=session.id
    )
    asked = documents.missing(work.worker, request)
    values = tuple((one.name, one.choices[0].value if one.choices else "نمونه") for one in asked if one.is_required)
    paper = documents.issue(work.worker, replace(request, values=values)).value
    (task,) = [one for one in work.home().tasks if one.kind is TaskKind.REGISTRY]
    assert (task.subject_id, task.is_overdue) == (paper.id, False)
    assert work.page(case_id).papers[0].awaits_number
    assert not [one for one in work.home(work.unit.clerk).tasks if one.kind is TaskKind.REGISTRY]
    work.later(days=20)
    assert [one.is_overdue for one in work.home().tasks if one.kind is TaskKind.REGISTRY] == [True]
    documents.type_registry_number(work.worker, paper.id, paper.version, "۸۸/۱۲", TODAY)
    assert not [one for one in work.home().tasks if one.kind is TaskKind.REGISTRY]
    assert work.page(case_id).papers[0].number == "88/12"
