"""The end of a file and its coming back (domain.md §2.3 step 13, R-6, R-9, R-23, P-30, P-35)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from models.case import CaseFile
from models.enums import CaseStatus, FollowUpState
from models.follow_up import Closure, FollowUp, Reopening
from services.actor import Actor
from services.agreements import AgreementKind
from services.cases import Confidentiality, ReferralDraft
from services.closing import Checklist, CloseDraft, Closing, ReopenDraft, Returning, ReturningQuery
from services.errors import AppError, InvalidDraft, InvalidError, NotAllowedError, NotFoundError, StaleError
from services.letters import Letters, ReplyDraft
from services.safety import FlagLevel
from tests.services.drafts_of import couple
from tests.services.work import TODAY, Work

TICKED = ("may_return_told", "supervisor_seen")


def closing(work: Work) -> Closing:
    return Closing(work.unit.uow, work.unit.codes)


def close(work: Work, case_id: UUID, actor: Actor | None = None, **given: Any) -> None:
    fields: dict[str, Any] = {"ticked": TICKED, "note": "با آگاهی مسئول"} | given
    closing(work).close(actor or work.worker, CloseDraft(case_id, work.detail(case_id).version, **fields))


def reopen(work: Work, case_id: UUID, kind: str = "breach", reason: str = "نقض تعهد") -> None:
    closing(work).reopen(work.worker, ReopenDraft(case_id, work.detail(case_id).version, kind, reason))


def open_items(work: Work, case_id: UUID) -> dict[str, str]:
    found: Checklist = closing(work).checklist(work.worker, case_id)
    return {item.code: item.leads_to for item in found.items if not item.is_done}


def held(error: AppError) -> list[tuple[str | None, str]]:
    parts = error.errors if isinstance(error, InvalidDraft) else (error,)
    return [(one.field, one.key) for one in parts]


def test_a_file_without_outcome_has_no_checklist(work: Work) -> None:
    case_id = work.register()
    for ask in (lambda: closing(work).checklist(work.worker, case_id), lambda: close(work, case_id)):
        with pytest.raises(InvalidError, match=r"closing\.no_outcome"):
            ask()


def test_signatures_hold_a_file_open(work: Work) -> None:
    """P-30."""
    case_id = work.register()
    work.conclude(case_id)
    assert open_items(work, case_id)["agreement_signed"] == "signatures"
    with pytest.raises(InvalidError) as error:
        close(work, case_id)
    assert held(error.value) == [("checks.agreement_signed", "closing.held")]
    work.outcomes.see_signatures(work.worker, case_id, work.detail(case_id).version)
    close(work, case_id)
    assert work.detail(case_id).row.status is CaseStatus.CLOSED
    assert work.actions()[-2:] == ["case.close", "case.open"]


def test_an_owed_reply_holds_a_file_open(work: Work) -> None:
    """R-6."""
    case_id = work.register(couple(referral=ReferralDraft("prosecutor", body="دادسرای نمونه")))
    work.conclude(case_id, "not_settled")
    found = closing(work).checklist(work.worker, case_id)
    reply = next(item for item in found.items if item.code == "reply_sent")
    assert (found.is_held_back, reply.leads_to) == (True, "reply")
    assert "دادسرای نمونه" in reply.missing
    with pytest.raises(InvalidError) as error:
        close(work, case_id)
    assert held(error.value) == [("checks.reply_sent", "closing.held")]
    row = work.detail(case_id).referrals[0]
    Letters(work.unit.uow, work.unit.codes).reply(work.worker, ReplyDraft(row.id, row.version))
    close(work, case_id)


def test_several_things_that_hold_are_named_together(work: Work) -> None:
    case_id = work.register(couple(referral=ReferralDraft("prosecutor")))
    work.conclude(case_id)
    work.flag(case_id, "child_at_risk")
    with pytest.raises(InvalidDraft) as error:
        close(work, case_id)
    fields = [field for field, _ in held(error.value)]
    assert fields == [
        "checks.reply_sent",
        "checks.judiciary_told",
        "checks.agreement_signed",
        "checks.risk_reviewed",
    ]


def test_a_public_offence_is_closed_after_a_letter_went_out(work: Work) -> None:
    """R-23."""
    referral = ReferralDraft("prosecutor", body="دادسرای نمونه")
    answered = work.register(couple("custody_visitation", referral=referral))
    alone = work.register(category="custody_visitation")
    for case_id in (answered, alone):
        work.conclude(case_id, signatures_seen_on=TODAY)
    row = work.detail(answered).referrals[0]
    Letters(work.unit.uow, work.unit.codes).reply(work.worker, ReplyDraft(row.id, row.version))
    close(work, answered)
    with pytest.raises(InvalidError) as error:
        close(work, alone)
    assert held(error.value) == [("checks.judiciary_told", "closing.held")]


def test_a_condition_that_is_open_holds_the_file_open(work: Work) -> None:
    """P-31."""
    case_id = work.register()
    agreement = work.agreement(case_id, AgreementKind.WAIVER, is_conditional=True)
    work.conclude(case_id, "complaint_waived", agreement=agreement, signatures_seen_on=TODAY)
    with pytest.raises(InvalidError) as error:
        close(work, case_id)
    assert held(error.value) == [("checks.condition_met", "closing.held")]
    held_one = work.holding(case_id)
    assert held_one is not None
    clause = held_one.clauses[0]
    [line] = [one for one in closing(work).checklist(work.worker, case_id).items if one.code == "condition_met"]
    assert (line.leads_to, line.subject_id) == ("clause", clause.id)
    work.agreements.breach_clause(work.worker, clause.id, clause.version)
    [line] = [one for one in closing(work).checklist(work.worker, case_id).items if one.code == "condition_met"]
    assert line.leads_to == "reopen"
    assert "نقض" in line.missing


def test_a_mark_is_looked_at_again_before_the_end(work: Work) -> None:
    """Its words are on no checklist (P-3)."""
    case_id = work.register()
    work.conclude(case_id, "not_settled")
    flag_id = work.flag(case_id, "weapon", FlagLevel.HIGH)
    assert "risk_reviewed" not in open_items(work, case_id)
    work.later(days=7)
    assert open_items(work, case_id)["risk_reviewed"] == "risk"
    flag = next(one for one in work.safety.state(work.worker, case_id).flags if one.id == flag_id)
    work.safety.review_flag(work.worker, flag_id, flag.version, "")
    close(work, case_id)


def test_what_is_left_open_needs_a_note(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, "not_settled")
    with pytest.raises(InvalidError, match=r"closing\.note_needed"):
        close(work, case_id, ticked=(), note="  ")
    with pytest.raises(InvalidError, match=r"closing\.note_needed"):
        close(work, case_id, ticked=("supervisor_seen", "nothing"), note="")
    close(work, case_id, note="")


def test_the_answers_are_kept_with_the_closure(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, "client_withdrew")
    close(work, case_id, ticked=TICKED[:1], note=" فردا بازبینی می‌شود ")
    with work.unit.uow.read(work.unit.head) as tx:
        row = tx.session.scalars(select(Closure)).one()
    assert (row.cycle, row.note, row.checks["may_return_told"]) == (1, "فردا بازبینی می‌شود", True)
    assert row.checks["supervisor_seen"] is False


def test_closing_ends_the_calls_that_were_still_to_come(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, signatures_seen_on=TODAY)
    assert closing(work).checklist(work.worker, case_id).open_follow_ups == 3
    close(work, case_id)
    assert states(work) == {FollowUpState.DROPPED}


def test_reopening_names_its_kind_and_begins_anew(work: Work) -> None:
    """P-35: the disposition is taken off, and the next outcome has follow-ups of its own."""
    case_id = work.register()
    work.conclude(case_id, signatures_seen_on=TODAY)
    close(work, case_id)
    with pytest.raises(InvalidError, match=r"cases\.reason_needed"):
        reopen(work, case_id, reason=" ")
    with pytest.raises(InvalidError) as error:
        reopen(work, case_id, kind="no_such_kind")
    assert (error.value.key, error.value.field) == ("errors.required", "kind")
    reopen(work, case_id)
    row = work.detail(case_id).row
    assert (row.status, row.disposition) == (CaseStatus.ACTIVE, "")
    with pytest.raises(InvalidError, match=r"cases\.forbidden_move"):
        reopen(work, case_id)
    assert work.conclude(case_id, "counselling_completed").cycle == 2
    with work.unit.uow.read(work.unit.head) as tx:
        assert tx.session.scalars(select(Reopening)).one().cycle == 2
        rows = tx.session.scalars(select(FollowUp).where(FollowUp.cycle == 2)).all()
        assert {one.state for one in rows} == {FollowUpState.DUE}
    close(work, case_id)
    told = [(one.is_closing, one.cycle, one.label) for one in closing(work).rounds(work.worker, case_id)]
    assert told == [(True, 1, "مختومه شد"), (False, 2, "نقض/تکرار"), (True, 2, "مختومه شد")]


def test_the_words_of_a_round_are_for_who_reads_sessions(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, "not_settled")
    reopen(work, case_id, reason="خبر تازه از مدرسه")
    words = {role: closing(work).rounds(work.unit.actors[role], case_id)[0].words for role in ("counsellor", "clerk")}
    assert words == {"counsellor": "خبر تازه از مدرسه", "clerk": ""}


def test_two_colleagues_close_at_once(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, "not_settled")
    version = work.detail(case_id).version
    closing(work).close(work.worker, CloseDraft(case_id, version, TICKED))
    with pytest.raises((StaleError, InvalidError)):
        closing(work).close(work.unit.head, CloseDraft(case_id, version, TICKED))


def test_who_may_not(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, "not_settled")
    draft = CloseDraft(case_id, work.detail(case_id).version, TICKED)
    for role in ("clerk", "conscript", "station_commander", "auditor", "admin", "duty_officer"):
        actor = work.unit.actors[role]
        with pytest.raises(NotAllowedError):
            closing(work).close(actor, draft)
        with pytest.raises(NotAllowedError):
            closing(work).checklist(actor, case_id)
    hidden = work.register(confidentiality=Confidentiality.RESTRICTED)
    work.conclude(hidden, "not_settled")
    with pytest.raises(NotFoundError):
        closing(work).checklist(work.unit.second, hidden)


# --- returning clients (P-35) ---------------------------------------------------------------------------------------


def returning(work: Work, case_id: UUID, category: str = "marital_conflict", actor: Actor | None = None) -> Any:
    people = tuple(party.person_id for party in work.detail(case_id).parties)
    found: tuple[Returning, ...] = closing(work).returning(actor or work.worker, ReturningQuery(people, category))
    return found


def test_the_same_people_with_the_same_matter_are_offered_their_file(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, signatures_seen_on=TODAY)
    close(work, case_id)
    (found,) = returning(work, case_id)
    assert (found.case_id, found.ended_on, found.may_reopen) == (case_id, TODAY, True)
    (other,) = returning(work, case_id, "child_guidance")
    assert (other.is_same_matter, other.may_reopen) == (False, False)


def test_nothing_is_offered_for_others_or_after_the_period(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, "not_settled")
    people = tuple(party.person_id for party in work.detail(case_id).parties)
    ask = closing(work).returning
    assert ask(work.worker, ReturningQuery(people[:1], "marital_conflict")) == ()
    assert ask(work.worker, ReturningQuery((), "marital_conflict")) == ()
    assert len(ask(work.worker, ReturningQuery((*people, people[0]), "marital_conflict"))) == 1
    work.later(days=187)
    assert ask(work.worker, ReturningQuery(people, "marital_conflict")) == ()


def test_an_open_file_is_not_offered_and_a_hidden_one_to_nobody_else(work: Work) -> None:
    """P-6."""
    assert returning(work, work.register()) == ()
    hidden = work.register(confidentiality=Confidentiality.RESTRICTED)
    work.conclude(hidden, "not_settled")
    assert len(returning(work, hidden)) == 1
    assert returning(work, hidden, actor=work.unit.second) == ()
    assert returning(work, hidden, actor=work.unit.clerk) == ()


def test_a_clerk_is_told_and_may_not_reopen(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, "not_settled")
    (found,) = returning(work, case_id, actor=work.unit.clerk)
    assert (found.is_same_matter, found.may_reopen) == (True, False)


def states(work: Work) -> set[FollowUpState]:
    with work.unit.uow.read(work.unit.head) as tx:
        return set(tx.session.scalars(select(FollowUp.state)))


def test_a_paper_file_of_long_ago_is_closed_like_any_other(work: Work) -> None:
    case_id = work.register(opened_on=date(2025, 3, 21), paper_case_no="۸۸/۱۴۰۴")
    work.conclude(case_id, "counselling_completed", decided_on=TODAY - timedelta(days=400))
    assert states(work) == set()
    close(work, case_id)
    with work.unit.uow.read(work.unit.head) as tx:
        assert tx.get(CaseFile, case_id).closed_on == TODAY
