"""The invitation on paper: issuing is its first try, its slip tells the result, undelivered it is carried again."""

from datetime import timedelta

import pytest

from services.errors import InvalidError
from services.scheduling import Scheduling
from services.scheduling.shapes import AttemptDraft
from tests.services.documents.scene import Scene


def scheduling(scene: Scene) -> Scheduling:
    return Scheduling(scene.unit.uow, scene.unit.codes)


def carried(scene: Scene, document_id: object, party: int = 0) -> AttemptDraft:
    return AttemptDraft(
        scene.parties[party],
        "letter_by_officer",
        delivered_by="سرباز نمونه",
        document_id=document_id,  # type: ignore[arg-type]
    )


def test_the_slip_belongs_to_the_try_and_tells_when_it_was_handed_over(scene: Scene) -> None:
    paper = scene.issue(scene.invitation(delivered_by="سرباز نمونه"))
    service, worker = scheduling(scene), scene.worker
    [row] = service.attempts(worker, scene.case_id)
    assert (row.document_id, row.paper_no, row.result) == (paper.id, paper.number, "")
    assert [one.attempt.id for one in service.in_field(worker)] == [row.id]
    scene.unit.clock.advance(timedelta(days=1))
    told_at = scene.unit.clock.now() - timedelta(hours=2)
    with pytest.raises(InvalidError) as caught:
        service.set_attempt_result(worker, row.id, row.version, "delivered", told_at=row.at - timedelta(hours=1))
    assert caught.value.key == "scheduling.before_attempt"
    service.set_attempt_result(worker, row.id, row.version, "delivered", told_at=told_at)
    [row] = service.attempts(worker, scene.case_id)
    assert (row.has_reached, row.told_at) == (True, told_at)
    assert service.in_field(worker) == ()


def test_undelivered_it_is_carried_once_more(scene: Scene) -> None:
    paper = scene.issue(scene.invitation(delivered_by="سرباز نمونه"))
    service, worker = scheduling(scene), scene.worker
    [first] = service.attempts(worker, scene.case_id)
    assert service.open_call_sheet(worker, scene.parties[0]).papers == ()
    with pytest.raises(InvalidError) as caught:
        service.record_attempt(worker, carried(scene, paper.id))
    assert caught.value.key == "scheduling.other_paper"
    service.set_attempt_result(worker, first.id, first.version, "not_present")
    [again] = service.open_call_sheet(worker, scene.parties[0]).papers
    assert (again.id, again.number) == (paper.id, paper.number)
    scene.unit.clock.advance(timedelta(hours=1))
    service.record_attempt(worker, carried(scene, paper.id))
    latest = service.attempts(worker, scene.case_id)[0]
    assert (latest.document_id, latest.paper_no) == (paper.id, paper.number)
    assert service.open_call_sheet(worker, scene.parties[0]).papers == ()
    service.set_attempt_result(worker, latest.id, latest.version, "handed_to_other", "برادر او")
    assert service.open_call_sheet(worker, scene.parties[0]).papers == ()


def test_a_paper_of_somebody_else_is_refused(scene: Scene) -> None:
    paper = scene.issue(scene.invitation(delivered_by="سرباز نمونه"))
    service, worker = scheduling(scene), scene.worker
    [first] = service.attempts(worker, scene.case_id)
    service.set_attempt_result(worker, first.id, first.version, "not_present")
    with pytest.raises(InvalidError):
        service.record_attempt(worker, carried(scene, paper.id, party=1))
