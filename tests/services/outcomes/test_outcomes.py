"""How a case ends (domain.md §2.8, R-9, R-23, P-30)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from models.enums import AgreementState, AttendanceMark, CaseStatus
from services.agreements import AgreementKind, ClauseDraft
from services.cases import CaseEdit, Confidentiality
from services.errors import InvalidError, NotAllowedError, NotFoundError, StaleError
from services.outcomes import DispositionChoice, OutcomeDraft
from tests.services.work import TODAY, Work


def choice(work: Work, case_id: object, code: str) -> DispositionChoice:
    return next(one for one in work.outcomes.choices(work.worker, case_id) if one.code == code)  # type: ignore[arg-type]


def test_the_outcome_stands_apart_from_the_status(work: Work) -> None:
    case_id = work.register()
    row = work.conclude(case_id, "not_settled", summary=" هر دو طرف بر نظر خود ماندند ")
    seen = work.detail(case_id).row
    assert (seen.status, seen.disposition) == (CaseStatus.OUTCOME_RECORDED, "not_settled")
    assert row.label == "عدم سازش"
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


def test_a_legal_issue_that_no_settlement_ends_goes_to_the_judge(work: Work) -> None:
    """R-23, whatever the category says; naming a forgivable one takes nothing away."""
    case_id = work.register(category="neighbour_dispute")
    for issues, goes in (((), False), (("penal_608",), False), (("penal_608", "penal_614"), True)):
        detail = work.detail(case_id)
        edit = CaseEdit("neighbour_dispute", detail.row.subject_line, has_criminal_aspect=False, legal_issues=issues)
        assert work.cases.edit(work.worker, case_id, detail.version, edit).value.legal_issues == issues
        assert choice(work, case_id, "settled_full").needs_judicial is goes
    assert work.detail(case_id).legal_labels == ("توهین", "ضرب و جرح عمدی")
    version = work.detail(case_id).version
    with pytest.raises(InvalidError, match=r"unknown_code"):
        work.cases.edit(work.worker, case_id, version, CaseEdit("neighbour_dispute", "", legal_issues=("x",)))


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


def test_what_rests_on_an_agreement_is_stored_with_it(work: Work) -> None:
    case_id = work.register()
    with pytest.raises(InvalidError, match=r"outcomes\.agreement_needed"):
        work.conclude(case_id, agreement=None)
    row = work.conclude(case_id)
    known = work.holding(case_id)
    assert known is not None
    assert (known.kind, known.state, known.cycle) == (AgreementKind.SETTLEMENT, AgreementState.AWAITING, row.cycle)


def test_an_error_in_the_agreement_stores_neither(work: Work) -> None:
    case_id = work.register()
    draft = work.agreement(case_id, AgreementKind.SETTLEMENT, ClauseDraft(None, "می‌پردازد"))
    with pytest.raises(InvalidError) as error:
        work.conclude(case_id, agreement=draft)
    assert error.value.field == "agreement.clauses.0.debtor_id"
    assert (work.page(case_id).outcome, work.holding(case_id)) == (None, None)


def test_a_partial_settlement_names_what_stays_open(work: Work) -> None:
    case_id = work.register()
    with pytest.raises(InvalidError) as error:
        work.conclude(case_id, "settled_partial", agreement=work.agreement(case_id, open_points=""))
    assert error.value.field == "agreement.open_points"
    assert work.conclude(case_id, "settled_partial").disposition == "settled_partial"


def test_an_outcome_without_agreement_ends_the_one_that_waited(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id)
    work.conclude(case_id, "not_settled")
    assert work.holding(case_id) is None
    work.conclude(case_id, signatures_seen_on=TODAY)
    with pytest.raises(InvalidError, match=r"outcomes\.agreement_signed"):
        work.conclude(case_id, "not_settled")


def test_a_correction_names_the_version_of_the_agreement(work: Work) -> None:
    case_id = work.register()
    work.conclude(case_id)
    known = work.holding(case_id)
    assert known is not None
    again = replace(work.agreement(case_id, breach_words="تازه"), id=known.id, version=known.version)
    work.conclude(case_id, agreement=again)
    changed = work.holding(case_id)
    assert changed is not None
    assert (changed.id, changed.breach_words) == (known.id, "تازه")
    with pytest.raises(StaleError):
        work.conclude(case_id, agreement=again)


def test_a_condition_that_is_open_is_said_with_the_outcome(work: Work) -> None:
    """P-31."""
    case_id = work.register()
    row = work.conclude(case_id, agreement=work.agreement(case_id, is_conditional=True))
    assert (row.is_conditional, row.label) == (True, "سازش، مشروط")


def test_a_safety_stop_says_nothing_outside(work: Work) -> None:
    """P-5: neutral words on every paper, and no summary."""
    case_id = work.register()
    row = work.conclude(case_id, "safety_stop", summary="او می‌ترسید")
    assert (row.label, row.paper_label, row.is_neutral) == ("مسیر ایمنی", "پایان رسیدگی در واحد", True)
    assert work.conclude(case_id, "client_withdrew").is_neutral, "nor who would not go on"
    plain = work.conclude(case_id, "counselling_completed")
    assert (plain.paper_label, plain.is_neutral) == (plain.label, False)
