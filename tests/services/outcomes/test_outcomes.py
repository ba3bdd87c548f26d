"""How a case ends (domain.md §2.8, R-9, R-23, P-30)."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from models.enums import AttendanceMark, CaseStatus
from services.cases import CaseEdit, Confidentiality, ReferralDraft
from services.errors import InvalidError, NotAllowedError, NotFoundError, StaleError
from services.letters import Letters, ReplyDraft
from services.outcomes import DispositionChoice, OutcomeDraft
from tests.services.drafts_of import couple
from tests.services.work import TODAY, Work


def choice(work: Work, case_id: object, code: str) -> DispositionChoice:
    return next(one for one in work.outcomes.choices(work.worker, case_id) if one.code == code)  # type: ignore[arg-type]


def test_the_outcome_stands_apart_from_the_status(work: Work) -> None:
    case_id = work.register()
    row = work.conclude(case_id, "not_settled", summary=" هر دو طرف بر نظر خود ماندند ")
    seen = work.detail(case_id).row
    assert (seen.status, seen.disposition, seen.disposition_label) == (
        CaseStatus.OUTCOME_RECORDED,
        "not_settled",
        "عدم سازش",
    )
    assert (row.cycle, row.summary, row.is_awaiting_signatures) == (1, "هر دو طرف بر نظر خود ماندند", False)


def test_a_settlement_waits_until_its_signatures_were_seen(work: Work) -> None:
    case_id = work.register()
    assert work.conclude(case_id).is_awaiting_signatures
    done = work.outcomes.see_signatures(work.worker, case_id, work.detail(case_id).version)
    assert {change.noun for change in done.changes} == {"outcome", "case", "agreement"}
    outcome = work.page(case_id).outcome
    assert outcome is not None
    assert (outcome.is_awaiting_signatures, outcome.signatures_seen_on) == (False, TODAY)
    with pytest.raises(InvalidError, match=r"outcomes\.none_awaiting"):
        work.outcomes.see_signatures(work.worker, case_id, work.detail(case_id).version)


def test_signatures_are_kept_only_where_they_count(work: Work) -> None:
    signed = work.conclude(work.register(), signatures_seen_on=TODAY)
    assert (signed.signatures_seen_on, signed.is_awaiting_signatures) == (TODAY, False)
    assert work.conclude(work.register(), "not_settled", signatures_seen_on=TODAY).signatures_seen_on is None


def test_a_correction_stays_in_its_cycle_and_a_reopening_begins_a_new_one(work: Work) -> None:
    case_id = work.register()
    first = work.conclude(case_id)
    again = work.conclude(case_id, "settled_partial")
    assert (again.id, again.cycle, again.disposition) == (first.id, 1, "settled_partial")
    from models.case import CaseFile
    from services.cases.status import advance

    with work.unit.uow.write(work.unit.head) as tx:
        advance(tx, tx.get(CaseFile, case_id), CaseStatus.ACTIVE)
        tx.record("case.reopen", "case", case_id)
    assert work.page(case_id).outcome is None
    assert work.conclude(case_id, "client_withdrew").cycle == 2
    labels = [step.label for step in work.page(case_id).path if step.kind == "outcome"]
    assert labels == ["سازش در بخشی از موضوعات", "انصراف مراجع"]


def test_public_offences_are_never_settled_away(work: Work) -> None:
    """R-23: the words of the choice say what becomes of it."""
    case_id = work.register(category="custody_visitation")
    full = choice(work, case_id, "settled_full")
    assert (full.label, full.needs_judicial) == ("ثبت سازش و ارسال به مرجع قضایی", True)
    assert len({one.label for one in work.outcomes.choices(work.worker, case_id)}) == len(
        work.outcomes.choices(work.worker, case_id)
    )
    assert not choice(work, case_id, "not_settled").needs_judicial
    assert work.conclude(case_id).needs_judicial


def test_the_worker_judges_the_criminal_aspect_but_not_of_a_child_at_risk(work: Work) -> None:
    case_id = work.register(category="custody_visitation", has_criminal_aspect=False)
    assert choice(work, case_id, "settled_full").label == "سازش"
    work.flag(case_id, "child_at_risk")
    assert choice(work, case_id, "settled_full").needs_judicial


def test_a_further_category_counts_too(work: Work) -> None:
    case_id = work.register(further_categories=("petty_theft_family",))
    assert choice(work, case_id, "complaint_waived").needs_judicial
    detail = work.detail(case_id)
    work.cases.edit(work.worker, case_id, detail.version, CaseEdit("marital_conflict", "", has_criminal_aspect=None))
    assert not choice(work, case_id, "complaint_waived").needs_judicial


def test_not_coming_needs_the_set_number_of_tries(work: Work) -> None:
    case_id = work.register()
    assert choice(work, case_id, "no_show").attempts_missing == 3
    with pytest.raises(InvalidError, match=r"outcomes\.attempts_missing") as error:
        work.conclude(case_id, "no_show")
    assert (error.value.field, error.value.values["missing"]) == ("disposition", 3)
    work.call_in_vain(case_id, 2)
    work.hold(case_id, (0, AttendanceMark.NO_SHOW))
    assert choice(work, case_id, "no_show").attempts_missing == 0
    assert work.conclude(case_id, "no_show").disposition == "no_show"


def test_an_unsafe_call_is_no_try(work: Work) -> None:
    """P-18."""
    from services.scheduling.shapes import AttemptDraft

    case_id = work.register()
    party_id = work.detail(case_id).parties[0].id
    work.scheduling.record_attempt(work.worker, AttemptDraft(party_id, "phone", result="not_safe_to_talk"))
    assert choice(work, case_id, "no_show").attempts_missing == 3


def test_what_is_refused(work: Work) -> None:
    case_id = work.register()
    draft = OutcomeDraft(case_id, work.detail(case_id).version, "client_withdrew", TODAY)
    wrong = {
        "errors.required": {"disposition": ""},
        "errors.future_date": {"decided_on": TODAY + timedelta(days=1)},
        "outcomes.before_case": {"decided_on": TODAY - timedelta(days=1)},
        "outcomes.words_needed": {"disposition": "not_eligible", "summary": "  "},
        "errors.too_long": {"summary": "ا" * 2_001},
    }
    for key, given in wrong.items():
        with pytest.raises(InvalidError) as error:
            work.outcomes.record(work.worker, replace(draft, **given))  # type: ignore[arg-type]
        assert error.value.key == key
    with pytest.raises(InvalidError, match=r"errors\.required"):
        work.outcomes.record(work.worker, replace(draft, disposition="in_progress"))
    with pytest.raises(StaleError):
        work.outcomes.record(work.worker, replace(draft, version=draft.version + 1))
    assert work.detail(case_id).row.status is CaseStatus.RECEIVED


def test_a_closed_file_is_reopened_first(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, "not_settled")
    from models.case import CaseFile
    from services.cases.status import advance

    with work.unit.uow.write(work.unit.head) as tx:
        advance(tx, tx.get(CaseFile, case_id), CaseStatus.CLOSED)
        tx.record("case.close", "case", case_id)
    with pytest.raises(InvalidError, match=r"outcomes\.concluded"):
        work.conclude(case_id)


def test_a_retired_choice_is_kept_and_not_chosen_anew(work: Work) -> None:
    case_id, other_id = work.register(), work.register()
    work.conclude(case_id, "client_withdrew")
    work.unit.codes.set_active(work.unit.head, "disposition", "client_withdrew", is_active=False)
    assert work.conclude(case_id, "client_withdrew", summary="تلفنی خبر داد").summary == "تلفنی خبر داد"
    with pytest.raises(InvalidError):
        work.conclude(other_id, "client_withdrew")


def test_who_may_not(work: Work) -> None:
    case_id = work.register()
    draft = OutcomeDraft(case_id, 1, "not_settled", TODAY)
    for role in ("clerk", "conscript", "station_commander", "auditor", "admin", "duty_officer"):
        actor = work.unit.actors[role]
        with pytest.raises(NotAllowedError):
            work.outcomes.record(actor, draft)
        with pytest.raises(NotAllowedError):
            work.outcomes.choices(actor, case_id)
    hidden = work.register(confidentiality=Confidentiality.RESTRICTED)
    with pytest.raises(NotFoundError):
        work.outcomes.choices(work.unit.second, hidden)


def test_words_are_for_who_reads_papers(work: Work) -> None:
    """The commander sees summary and result, a clerk the result alone (domain.md §2.7)."""
    case_id = work.register()
    work.conclude(case_id, summary="خلاصه")
    for role, words in (("station_commander", "خلاصه"), ("clerk", ""), ("auditor", "")):
        outcome = work.page(case_id, work.unit.actors[role]).outcome
        assert outcome is not None
        assert (outcome.label, outcome.summary) == ("سازش", words)


def closed(work: Work, case_id: UUID) -> None:
    work.outcomes.close(work.worker, case_id, work.detail(case_id).version)


def test_closing_waits_for_outcome_signatures_and_reply(work: Work) -> None:
    case_id = work.register()
    with pytest.raises(InvalidError, match=r"outcomes\.none_yet"):
        closed(work, case_id)
    work.conclude(case_id)
    with pytest.raises(InvalidError, match=r"outcomes\.signatures_first"):
        closed(work, case_id)
    work.outcomes.see_signatures(work.worker, case_id, work.detail(case_id).version)
    closed(work, case_id)
    assert work.detail(case_id).row.status is CaseStatus.CLOSED
    assert work.actions()[-2:] == ["case.close", "case.open"]


def test_an_owed_reply_keeps_a_file_open(work: Work) -> None:
    """R-6."""
    referral = ReferralDraft("prosecutor", body="دادسرای نمونه")
    case_id = work.register(couple(referral=referral))
    work.conclude(case_id, "not_settled")
    with pytest.raises(InvalidError, match=r"cases\.reply_owed"):
        closed(work, case_id)
    letters = Letters(work.unit.uow, work.unit.codes)
    row = work.detail(case_id).referrals[0]
    letters.reply(work.worker, ReplyDraft(row.id, row.version))
    closed(work, case_id)


def test_a_public_offence_is_closed_after_a_letter_went_out(work: Work) -> None:
    """R-23."""
    referral = ReferralDraft("prosecutor", body="دادسرای نمونه")
    answered = work.register(couple("custody_visitation", referral=referral))
    alone = work.register(category="custody_visitation")
    for case_id in (answered, alone):
        work.conclude(case_id, signatures_seen_on=TODAY)
    row = work.detail(answered).referrals[0]
    Letters(work.unit.uow, work.unit.codes).reply(work.worker, ReplyDraft(row.id, row.version))
    closed(work, answered)
    with pytest.raises(InvalidError, match=r"outcomes\.judiciary_first"):
        closed(work, alone)


def test_reopening_needs_a_reason_and_begins_anew(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id, "not_settled")
    closed(work, case_id)
    version = work.detail(case_id).version
    with pytest.raises(InvalidError, match=r"cases\.reason_needed"):
        work.outcomes.reopen(work.worker, case_id, version, " ")
    work.outcomes.reopen(work.worker, case_id, version, "نقض تعهد")
    row = work.detail(case_id).row
    assert (row.status, row.disposition) == (CaseStatus.ACTIVE, "")
    with pytest.raises(InvalidError, match=r"cases\.forbidden_move"):
        work.outcomes.reopen(work.worker, case_id, work.detail(case_id).version, "دوباره")
    assert work.conclude(case_id).cycle == 2
