"""Which papers a run of many can hold, and each of them made in a transaction of its own (P-1, P-4, P-6, P-23)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from models.enums import InviteAnswer, PrintKind
from models.letter import Document, Letter, PrintLog
from models.work import InvitationAttempt
from services.cases import ReferralDraft
from services.catalogue import say
from services.documents import PaperKind, PaperRuns, RunOffer, RunRow, RunStep
from services.errors import InvalidError, NotAllowedError, NotFoundError
from services.people import BirthPrecision
from services.safety import FlagDraft, FlagLevel
from tests.factories import precinct
from tests.services.documents.proving.signer import Signer
from tests.services.documents.scene import Scene, her, lay

HER_DAY, HIS_DAY = date(2026, 11, 22), date(2026, 11, 23)
VALUES = (("channel", "letter_by_officer"),)


def runs(scene: Scene) -> PaperRuns:
    return PaperRuns(scene.unit.uow, scene.unit.codes, Signer())  # type: ignore[arg-type]


def offered(scene: Scene, day: date = HER_DAY, role: str = "counsellor") -> RunOffer:
    return runs(scene).invitations(scene.unit.actors[role], day)


def only(offer: RunOffer) -> RunRow:
    (row,) = offer.rows
    return row


def test_the_invitations_of_a_day_are_offered_with_what_is_asked_once(scene: Scene) -> None:
    offer = offered(scene)
    row = only(offer)
    assert (row.person_name, row.line, row.step) == ("مریم محمدی‌نیا", "ساعت ۰۹:۰۰", RunStep.ISSUE)
    assert row.is_ready
    assert [field.name for field in offer.asked][:2] == ["channel", "delivered_by"]
    assert offer.asked[0].proposal == "letter_by_officer"
    assert offered(scene, date(2026, 12, 1)) == RunOffer(())


def test_whom_no_letter_may_invite_is_listed_with_one_sentence(scene: Scene) -> None:
    row = only(offered(scene, HIS_DAY))
    assert row.reason == say("documents.not_now")
    assert offered(scene, HIS_DAY).asked == ()
    scene.answer(InviteAnswer.NEVER)
    assert only(offered(scene, HIS_DAY)).reason == row.reason
    with pytest.raises(InvalidError, match="not_now"):
        runs(scene).make(scene.worker, [replace(row, reason="")], "چاپگر", VALUES)
    assert scene.rows(Document) == scene.rows(Letter) == scene.rows(PrintLog) == []


def test_an_invitation_that_was_issued_stays_in_the_house_once_it_may_not_go_out(tmp_path) -> None:
    """P-1: she says «never» after his paper was made and before a soldier prints the morning's run."""
    scene = lay(precinct(tmp_path), referral=ReferralDraft("court", ordered_both=True))
    made, worker, documents = runs(scene), scene.worker, scene.documents
    paper = scene.issue(scene.invitation(1))
    assert only(made.unprinted(worker)).is_ready
    scene.answer(InviteAnswer.NEVER)
    words = say("documents.not_out_now")
    for row in (only(made.unprinted(worker)), only(offered(scene, HIS_DAY))):
        assert (row.document_id, row.reason) == (paper.id, words)
        with pytest.raises(InvalidError, match="not_out_now"):
            made.make(worker, [replace(row, reason="")], "چاپگر")
    with pytest.raises(InvalidError, match="not_out_now"):
        documents.record_print(worker, paper.id, "چاپگر")
    assert scene.rows(PrintLog) == []
    assert documents.open(worker, paper.id).paper.id == paper.id, "it can be read, and made void"
    scene.unit.clock.advance(timedelta(days=9))
    job = documents.record_print(worker, paper.id, "چاپگر").value
    assert job.kind is PrintKind.ORIGINAL, "its hour is past: nobody comes by it"
    scene.unit.close()


def test_a_file_that_needs_a_decision_is_made_by_itself(scene: Scene) -> None:
    flag = FlagDraft(scene.case_id, scene.persons[0], "weapon", FlagLevel.HIGH)
    scene.safety.raise_flag(scene.worker, flag)
    assert only(offered(scene)).reason == say("documents.one_by_one")


def test_a_child_is_invited_through_the_guardian(tmp_path) -> None:
    unit = precinct(tmp_path)
    child = lay(unit, her(birth_on=date(2015, 1, 1), birth_precision=BirthPrecision.DAY, national_code=""))
    row = only(offered(child))
    assert row.reason == say("documents.invite_guardian")
    assert "محمدی" not in row.person_name
    unit.close()


def test_each_is_issued_signed_and_logged_at_once(scene: Scene) -> None:
    row = only(offered(scene))
    before = len(scene.unit.committed)
    (job,) = runs(scene).make(scene.worker, [row], "چاپگر راهرو", VALUES).value
    assert len(scene.unit.committed) == before + 1
    (document,) = scene.rows(Document)
    assert (document.kind, bool(document.check_code)) == (PaperKind.INVITATION_LETTER.value, True)
    assert (job.kind, job.numbers, job.document_id) == (PrintKind.ORIGINAL, (1,), document.id)
    (log,) = scene.rows(PrintLog)
    assert (log.kind, log.target, log.numbers) == (PrintKind.ORIGINAL, "چاپگر راهرو", [1])
    (attempt,) = scene.rows(InvitationAttempt)
    assert attempt.document_id == document.id
    assert "محمدی" not in job.title + job.file_name


def test_what_is_issued_comes_as_an_original_until_it_is_printed_and_then_as_a_copy(scene: Scene) -> None:
    made = runs(scene)
    (job,) = made.make(scene.worker, [only(offered(scene))], "چاپگر", VALUES).value
    assert job.document_id is not None
    assert only(offered(scene)).step is RunStep.COPY
    scene.documents.record_spoilt(scene.worker, job.document_id, job.numbers)
    row = only(offered(scene))
    assert (row.step, row.request) == (RunStep.ORIGINAL, None)
    assert only(made.unprinted(scene.worker)).document_id == job.document_id
    (again,) = made.make(scene.worker, [row], "چاپگر").value
    assert (again.kind, again.content) == (PrintKind.ORIGINAL, job.content)
    (copy,) = made.make(scene.worker, [only(offered(scene))], "چاپگر").value
    assert copy.kind is PrintKind.COPY
    assert made.unprinted(scene.worker).rows == ()
    assert len(scene.rows(Document)) == 1


def test_nobody_is_invited_twice(scene: Scene) -> None:
    row, made = only(offered(scene)), runs(scene)
    made.make(scene.worker, [row], "چاپگر", VALUES)
    with pytest.raises(InvalidError, match="issued_already"):
        made.make(scene.worker, [row], "چاپگر", VALUES)
    assert len(scene.rows(Letter)) == 1


def test_of_some_papers_all_are_made_or_none(scene: Scene) -> None:
    row, made = only(offered(scene)), runs(scene)
    with pytest.raises(InvalidError, match="issued_already"):
        made.make(scene.worker, [row, row], "چاپگر", VALUES)
    assert scene.rows(Document) == scene.rows(Letter) == scene.rows(PrintLog) == []


def test_what_is_wrong_with_an_answer_draws_no_number(scene: Scene) -> None:
    with pytest.raises(InvalidError):
        runs(scene).make(scene.worker, [only(offered(scene))], "چاپگر", (("channel", "carrier_pigeon"),))
    assert scene.rows(Letter) == []


def test_a_void_paper_is_not_printed(scene: Scene) -> None:
    made = runs(scene)
    paper = scene.issue(scene.certificate())
    row = only(made.unprinted(scene.worker))
    scene.documents.void(scene.worker, paper.id, paper.version, "اشتباه")
    with pytest.raises(InvalidError, match="is_void"):
        made.make(scene.worker, [row], "چاپگر")
    with pytest.raises(NotFoundError):
        made.make(scene.worker, [replace(row, document_id=None)], "چاپگر")


def test_who_may_issue_nothing_is_offered_nothing(scene: Scene) -> None:
    for role in ("clerk", "conscript", "auditor"):
        with pytest.raises(NotAllowedError):
            offered(scene, role=role)
    with pytest.raises(NotAllowedError):
        runs(scene).unprinted(scene.unit.clerk)
