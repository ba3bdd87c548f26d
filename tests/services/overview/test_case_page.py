"""Everything of one case on one page, as far as the actor may read it (P-1, P-15, P-19, P-27, R-24)."""

from datetime import timedelta
from uuid import UUID

import pytest

from models.case import ReferralIn
from models.enums import AttendanceMark, CaseStatus, InviteAnswer
from services.cases import Confidentiality
from services.errors import NotAllowedError, NotFoundError
from services.overview import CasePage, StepState
from tests.services.safety.matter import Matter
from tests.services.work import TODAY, Work


def matter_of(work: Work, case_id: UUID) -> Matter:
    parties = work.detail(case_id).parties
    return Matter(
        work.unit, work.safety, case_id, tuple(one.person_id for one in parties), tuple(one.id for one in parties)
    )


def path(page: CasePage) -> list[tuple[str, StepState]]:
    return [(step.kind, step.state) for step in page.path]


DONE, NEXT, COMING = StepState.DONE, StepState.NEXT, StepState.TO_COME


def test_opening_is_recorded_before_anything_is_returned(work: Work) -> None:
    case_id = work.register()
    work.page(case_id)
    assert work.actions()[-1] == "case.open"


def test_refreshing_is_no_second_opening(work: Work) -> None:
    case_id = work.register()
    with pytest.raises(NotAllowedError):
        work.overview.refresh_case(work.worker, case_id)
    page = work.page(case_id)
    before = work.actions()
    assert work.overview.refresh_case(work.worker, case_id) == page
    assert work.actions() == before
    with pytest.raises(NotAllowedError):
        work.overview.refresh_case(work.unit.head, case_id)
    work.later(hours=13)
    with pytest.raises(NotAllowedError):
        work.overview.refresh_case(work.worker, case_id)


def test_hidden_files_do_not_exist(work: Work) -> None:
    case_id = work.register(confidentiality=Confidentiality.STAFF_RELATIVE, responsible_id=work.worker.staff_id)
    for actor in (work.unit.second, work.unit.clerk, work.unit.actors["station_commander"]):
        with pytest.raises(NotFoundError):
            work.page(case_id, actor)
    assert work.page(case_id).detail.id == case_id
    with pytest.raises(NotAllowedError):
        work.page(case_id, work.unit.actors["duty_officer"])


def test_parts_beyond_the_rights_are_empty(work: Work) -> None:
    case_id = work.register()
    work.flag(case_id, "weapon")
    work.hold(case_id, case_record="متن جلسه")
    clerk = work.page(case_id, work.unit.clerk)
    assert (clerk.sessions, clerk.papers) == ((), ())
    assert [mark.words for mark in clerk.marks] == [""]
    assert "screen" not in {step.kind for step in clerk.path}
    auditor = work.page(case_id, work.unit.actors["auditor"])
    assert {party.name for party in auditor.detail.parties} == {""}
    assert auditor.appointments == ()
    assert work.page(case_id).marks[0].words


def test_the_next_step_leads_through_the_case(work: Work) -> None:
    case_id = work.register()
    matter = matter_of(work, case_id)
    steps = [work.page(case_id).next]
    matter.consent(0)
    steps.append(work.page(case_id).next)
    matter.screen(0)
    matter.consent(0, "joint_session")
    steps.append(work.page(case_id).next)
    matter.answer(0, InviteAnswer.NO_OBJECTION)
    steps.append(work.page(case_id).next)
    assert [(step.key, step.person_id) for step in steps] == [
        ("consent", matter.persons[0]),
        ("screen", matter.persons[0]),
        ("invite_answer", matter.persons[0]),
        ("consent", matter.persons[1]),
    ]
    matter.clear(1)
    assert work.page(case_id).next.key == "appointment"
    booked = work.book(case_id, start=10 * 60, type="individual")
    assert (work.page(case_id).next.key, work.page(case_id).next.appointment_id) == ("session", None)
    work.later(hours=2)
    assert work.page(case_id).next.appointment_id == booked.id
    work.hold(case_id, appointment_id=booked.id, start=10 * 60, end=10 * 60 + 30)
    assert work.page(case_id).next.key == "outcome"
    work.conclude(case_id)
    assert work.page(case_id).next.key == "signatures"
    work.outcomes.see_signatures(work.worker, case_id, work.detail(case_id).version)
    assert work.page(case_id).next.key == ""


def test_whom_nobody_may_invite_is_never_next(work: Work) -> None:
    """P-1: after her "never" the page does not press for his interview."""
    case_id = work.register()
    matter = matter_of(work, case_id)
    matter.clear(0)
    matter.answer(0, InviteAnswer.NEVER)
    assert work.page(case_id).next.key == "appointment"


def test_a_refusal_ends_the_questions(work: Work) -> None:
    """Nobody is pressed (P-19)."""
    from services.safety import ConsentDecision

    case_id = work.register()
    matter_of(work, case_id).consent(0, decision=ConsentDecision.REFUSED)
    page = work.page(case_id)
    assert page.next.key == "appointment"
    assert ("consent", DONE) not in path(page)


def test_an_open_danger_comes_before_everything(work: Work) -> None:
    from services.safety import DangerDraft

    case_id = work.register()
    matter = matter_of(work, case_id)
    work.safety.record_danger(work.worker, DangerDraft(case_id, matter.persons[1], work.unit.clock.now(), "", ()))
    assert (work.page(case_id).next.key, work.page(case_id).next.person_id) == ("danger", matter.persons[1])


def test_the_next_step_is_one_that_the_actor_can_take(work: Work) -> None:
    case_id = work.register()
    for role, key in (("clerk", "appointment"), ("station_commander", ""), ("auditor", "")):
        assert work.page(case_id, work.unit.actors[role]).next.key == key


def test_the_path_shows_what_was_and_what_comes(work: Work) -> None:
    case_id = work.register()
    assert path(work.page(case_id)) == [
        ("referral", DONE),
        ("intake", DONE),
        ("consent", NEXT),
        ("screen", COMING),
        ("session", COMING),
        ("outcome", COMING),
    ]
    matter = matter_of(work, case_id)
    matter.consent(0)
    matter.screen(0)
    work.book(case_id, start=12 * 60)
    work.hold(case_id)
    work.hold(case_id, (0, AttendanceMark.NO_SHOW), start=7 * 60)
    page = work.page(case_id)
    assert path(page) == [
        ("referral", DONE),
        ("intake", DONE),
        ("consent", DONE),
        ("screen", DONE),
        ("session", DONE),
        ("appointment", NEXT),
        ("outcome", COMING),
    ]
    assert page.path[4].label == "جلسه ۱"
    assert page.path[0].label == "مراجعه"


def test_the_reply_stands_at_the_end_of_the_path(work: Work) -> None:
    case_id = work.register()
    with work.unit.uow.write(work.unit.head) as tx:
        due = tx.now + timedelta(days=4)
        tx.add(
            ReferralIn(
                case_id=case_id,
                source="court",
                received_at=tx.now - timedelta(days=6),
                is_reply_owed=True,
                due_at=due,
                letter_no="1",
            )
        )
        tx.record("referral.record", "referral")
    work.conclude(case_id, "not_settled")
    page = work.page(case_id)
    assert page.path[-1].kind == "reply"
    assert (page.path[-1].state, page.path[-1].day) == (NEXT, TODAY + timedelta(days=4))
    assert (page.next.key, page.days_since_referral, page.path[0].label) == ("reply", 6, "ارجاع")
    assert page.detail.row.status is CaseStatus.OUTCOME_RECORDED


def test_a_voided_file_has_nothing_ahead(work: Work) -> None:
    case_id = work.register()
    work.cases.void(work.unit.head, case_id, work.detail(case_id).version, "اشتباه")
    page = work.page(case_id, work.unit.head)
    assert (page.next.key, [state for _, state in path(page)]) == ("", [DONE, DONE])


def test_marks_stand_with_their_person(work: Work) -> None:
    case_id = work.register()
    person_id = work.detail(case_id).parties[0].person_id
    work.flag(case_id, "weapon")
    work.flag(case_id, "suicide")
    page = work.page(case_id)
    assert [(person, [mark.letter for mark in marks]) for person, marks in page.party_marks] == [
        (person_id, ["د", "ت"])
    ]
