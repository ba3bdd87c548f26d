"""Calling back after an outcome (domain.md §2.8.3, P-1, P-18, P-31, P-37)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from models.agreement import AgreementClause
from models.case import CaseFile, CaseParty
from models.enums import AttendanceMark, CaseStatus, ClauseState, FollowUpState, JointPolicy
from models.follow_up import FollowUp, FollowUpAttempt
from models.unit import AuditPayload
from services.actor import Actor
from services.agreements import AgreementKind, ClauseDraft, WitnessDraft
from services.cases import Confidentiality
from services.closing import Closing, ReopenDraft
from services.errors import AppError, InvalidDraft, InvalidError, NotAllowedError, NotFoundError, StaleError
from services.follow_up import ClauseWord, FollowUpDraft, FollowUpRow, FollowUps, Recorded
from services.persian.jalali import add_months
from services.safety import ConsentDecision, ConsentDraft, FlagDraft, FlagLevel, InviteAnswer
from services.worklist import TaskKind
from tests.services.work import TODAY, Work

HER, HIM = 0, 1


def calls(work: Work) -> FollowUps:
    return FollowUps(work.unit.uow, work.unit.codes)


def met(work: Work, **given: Any) -> UUID:
    """A file in which both sides came, each alone."""
    case_id = work.register(**given)
    for place in (HER, HIM):
        work.hold(case_id, (place, AttendanceMark.ATTENDED), start=480 + 40 * place, end=510 + 40 * place - 20)
    return case_id


def settled(work: Work, **given: Any) -> UUID:
    case_id = met(work, **given)
    work.conclude(case_id, signatures_seen_on=TODAY)
    return case_id


def agree_to_calls(
    work: Work, case_id: UUID, *places: int, decision: ConsentDecision = ConsentDecision.GIVEN
) -> None:
    parties = work.detail(case_id).parties
    for place in places or (HER, HIM):
        work.later(seconds=1)
        draft = ConsentDraft(case_id, parties[place].person_id, "phone_contact", decision, was_read_aloud=True)
        work.safety.record_consents(work.worker, (draft,))


def of(work: Work, case_id: UUID, place: int = HER, months: int = 1) -> FollowUpRow:
    """The follow-up of a party in a round."""
    party_id = work.detail(case_id).parties[place].id
    rows = calls(work).of_case(work.worker, case_id)
    return next(row for row in rows if (row.party_id, row.months) == (party_id, months))


def ask(work: Work, row: FollowUpRow, result: str = "improved", actor: Actor | None = None, **given: Any) -> Recorded:
    fields: dict[str, Any] = {"method": "phone", "was_safe": True} | given
    version = next(one for one in calls(work).of_case(work.unit.head, row.case_id) if one.id == row.id).version
    draft = FollowUpDraft(row.id, version, result=result, **fields)
    return calls(work).record_attempt(actor or work.worker, draft).value


def refused(work: Work, row: FollowUpRow, result: str = "improved", **given: Any) -> list[tuple[str | None, str]]:
    with pytest.raises(AppError) as error:
        ask(work, row, result, **given)
    parts = error.value.errors if isinstance(error.value, InvalidDraft) else (error.value,)
    return [(one.field, one.key) for one in parts]


# --- made by themselves ---------------------------------------------------------------------------------------------


def test_each_side_is_asked_alone_at_one_three_and_six_months(work: Work) -> None:
    case_id = settled(work)
    rows = calls(work).of_case(work.worker, case_id)
    parties = work.detail(case_id).parties
    assert {(row.party_id, row.months, row.due_on) for row in rows} == {
        (party.id, months, add_months(TODAY, months)) for party in parties for months in (1, 3, 6)
    }
    assert {row.label for row in rows} == {"پیگیری یک‌ماهه", "پیگیری سه‌ماهه", "پیگیری شش‌ماهه"}


def test_an_outcome_that_needs_none_makes_none(work: Work) -> None:
    case_id = met(work)
    work.conclude(case_id, "not_settled")
    assert calls(work).of_case(work.worker, case_id) == ()


def test_a_corrected_outcome_moves_them_and_another_one_drops_them(work: Work) -> None:
    case_id = met(work)
    work.conclude(case_id, "counselling_completed")
    yesterday = TODAY - timedelta(days=1)
    with work.unit.uow.write(work.unit.head) as tx:
        tx.get(CaseFile, case_id).opened_on = yesterday
        tx.record("case.edit", "case", case_id)
    work.conclude(case_id, "counselling_completed", decided_on=yesterday)
    assert of(work, case_id).due_on == add_months(yesterday, 1)
    work.conclude(case_id, "not_settled")
    assert calls(work).of_case(work.worker, case_id) == ()
    work.conclude(case_id, "counselling_completed")
    assert len(calls(work).of_case(work.worker, case_id)) == 6


def test_a_settlement_that_was_refused_after_all_asks_nobody(work: Work) -> None:
    """P-30: the file ended without settlement, and what was to be asked about it is asked no more."""
    case_id = met(work)
    work.conclude(case_id)
    row = of(work, case_id)
    known = work.holding(case_id)
    assert known is not None
    witnesses = (WitnessDraft("شاهد یکم"), WitnessDraft("شاهد دوم"))
    him = work.detail(case_id).parties[HIM].id
    work.agreements.refuse(work.worker, known.id, known.version, him, witnesses)
    assert (calls(work).of_case(work.worker, case_id), calls(work).due(work.worker, 400)) == ((), ())
    with pytest.raises(InvalidError, match=r"follow_up\.over"):
        calls(work).put_off(work.worker, row.id, row.version, TODAY)


def test_who_never_came_is_not_called(work: Work) -> None:
    """P-1: he may not know that she asked for help."""
    case_id = work.register()
    work.hold(case_id, (HER, AttendanceMark.ATTENDED))
    work.conclude(case_id, "safety_stop")
    her = work.detail(case_id).parties[HER].id
    assert {row.party_id for row in calls(work).of_case(work.worker, case_id)} == {her}


def test_of_whom_the_other_side_spoke_as_dangerous_is_not_called(work: Work) -> None:
    case_id = met(work)
    him = work.detail(case_id).parties[HIM]
    flag = FlagDraft(case_id, him.person_id, "ipv_suspected_aggressor", FlagLevel.HIGH)
    work.safety.raise_flag(work.worker, flag)
    work.conclude(case_id, "safety_stop")
    assert him.id not in {row.party_id for row in calls(work).of_case(work.worker, case_id)}


def test_an_open_flag_brings_a_call_after_seven_days(work: Work) -> None:
    case_id = met(work)
    work.flag(case_id, "suicide")
    work.conclude(case_id, "counselling_completed")
    assert of(work, case_id, months=0).due_on == TODAY + timedelta(days=7)
    assert of(work, case_id, months=0).label == "پیگیری زودتر"


def test_a_sample_of_none_but_the_endangered(work: Work) -> None:
    """P-37: the setting draws; a file with an open flag is always asked about."""
    work.unit.settings.set(work.unit.head, "follow_up_percent", 1)
    ids = [met(work) for _ in range(4)]
    for case_id in ids:
        work.conclude(case_id, "counselling_completed")
    assert sum(bool(calls(work).of_case(work.worker, case_id)) for case_id in ids) <= 1
    flagged = met(work)
    work.flag(flagged, "weapon", FlagLevel.LOW)
    work.conclude(flagged, "counselling_completed")
    assert calls(work).of_case(work.worker, flagged) != ()


def test_the_months_are_a_setting(work: Work) -> None:
    for key, months in (("follow_up_first", 2), ("follow_up_second", 0), ("follow_up_third", 0)):
        work.unit.settings.set(work.unit.head, key, months)
    case_id = settled(work)
    assert {row.months for row in calls(work).of_case(work.worker, case_id)} == {2}


def test_a_reopened_file_asks_nobody_and_its_next_end_anew(work: Work) -> None:
    case_id = settled(work)
    version = work.detail(case_id).version
    Closing(work.unit.uow, work.unit.codes).reopen(work.worker, ReopenDraft(case_id, version, "breach", "نقض"))
    assert calls(work).of_case(work.worker, case_id) == ()
    assert calls(work).due(work.worker, 400) == ()
    work.conclude(case_id, "counselling_completed")
    rows = calls(work).of_case(work.worker, case_id)
    assert len(rows) == 6
    assert {row.state for row in rows} == {FollowUpState.DUE}


# --- asking ---------------------------------------------------------------------------------------------------------


def test_a_call_needs_the_persons_consent(work: Work) -> None:
    """P-18: without it no telephone is shown, and a call is refused."""
    case_id = settled(work)
    row = of(work, case_id)
    sheet = calls(work).open_sheet(work.worker, row.id)
    assert (sheet.may_phone, sheet.lines) == (False, ())
    assert refused(work, row) == [("method", "follow_up.no_phone_consent")]
    agree_to_calls(work, case_id, HER)
    sheet = calls(work).open_sheet(work.worker, row.id)
    assert sheet.may_phone
    assert [line.number for line in sheet.lines] == ["09601111111"]
    assert any("کلانتری" in sentence for sentence in sheet.silence)
    agree_to_calls(work, case_id, HER, decision=ConsentDecision.WITHDRAWN)
    assert calls(work).open_sheet(work.worker, row.id).lines == ()
    assert ask(work, row, method="in_person", was_safe=None).row.state is FollowUpState.DONE


def test_opening_the_sheet_is_recorded(work: Work) -> None:
    row = of(work, settled(work))
    calls(work).open_sheet(work.worker, row.id)
    assert work.actions()[-1] == "follow_up.open"


def test_whether_it_is_safe_is_asked_first(work: Work) -> None:
    case_id = settled(work)
    agree_to_calls(work, case_id)
    row = of(work, case_id)
    assert refused(work, row, was_safe=None) == [("was_safe", "follow_up.ask_safe_first")]
    assert refused(work, row, answered_by="برادرش") == [("answered_by", "follow_up.nobody_else")]
    done = ask(work, row, words=" آرام‌تر شده است ")
    assert (done.row.state, done.row.result_label, done.row.words) == (
        FollowUpState.DONE,
        "بهتر شده",
        "آرام‌تر شده است",
    )
    assert work.detail(case_id).row.status is CaseStatus.FOLLOW_UP


def test_an_unsafe_call_ends_with_one_key_and_is_no_failed_attempt(work: Work) -> None:
    case_id = settled(work)
    agree_to_calls(work, case_id)
    row = of(work, case_id)
    for _ in range(4):
        work.later(minutes=1)
        seen = ask(work, row, "", was_safe=False).row
    assert (seen.state, seen.tries) == (FollowUpState.DUE, 0)
    with work.unit.uow.read(work.unit.head) as tx:
        results = set(tx.session.scalars(select(FollowUpAttempt.result)))
    assert results == {"not_safe_to_talk"}


def test_two_honest_attempts_close_it_without_news(work: Work) -> None:
    """P-37."""
    case_id = settled(work)
    agree_to_calls(work, case_id)
    row = of(work, case_id)
    first = ask(work, row, "unreachable", was_safe=None, answered_by="صدای مردانه").row
    assert (first.state, first.tries) == (FollowUpState.DUE, 1)
    work.later(days=1)
    second = ask(work, row, "unreachable", was_safe=None).row
    assert (second.state, second.result_label) == (FollowUpState.NO_NEWS, "بی‌خبر")
    assert refused(work, row) == [(None, "follow_up.over")]
    assert work.detail(case_id).row.status is CaseStatus.OUTCOME_RECORDED, "nobody was spoken to yet"


def test_whoever_may_not_be_invited_any_more_is_not_called(work: Work) -> None:
    case_id = settled(work)
    agree_to_calls(work, case_id)
    his = of(work, case_id, HIM)
    her = work.detail(case_id).parties[HER].id
    with work.unit.uow.write(work.unit.head) as tx:
        tx.get(CaseParty, her).invite_answer = InviteAnswer.NEVER
        tx.record("party.answer_invitation", "party")
    assert refused(work, his) == [("method", "follow_up.not_to_ask")]
    assert calls(work).open_sheet(work.worker, his.id).lines == ()


# --- the clauses (P-18, P-31) ---------------------------------------------------------------------------------------


def with_clauses(work: Work) -> UUID:
    """He pays her; then, when that is kept, she takes her complaint back."""
    case_id = met(work)
    her, him = (party.id for party in work.detail(case_id).parties[:2])
    clauses = (
        ClauseDraft(him, "نفقه گذشته را می‌پردازد", her, 150_000_000, due_on=TODAY + timedelta(days=20)),
        ClauseDraft(her, "شکایت را پس می‌گیرد", him, depends_on=1),
        ClauseDraft(him, "به بستگان او توهین نمی‌کند"),
    )
    made = work.agreement(case_id, AgreementKind.SETTLEMENT, *clauses)
    work.conclude(case_id, agreement=made, signatures_seen_on=TODAY)
    agree_to_calls(work, case_id)
    return case_id


def clause_states(work: Work) -> list[ClauseState]:
    with work.unit.uow.read(work.unit.head) as tx:
        return list(tx.session.scalars(select(AgreementClause.state).order_by(AgreementClause.position)))


def ids_of(work: Work, row: FollowUpRow) -> list[UUID]:
    return [clause.id for clause in calls(work).open_sheet(work.worker, row.id).clauses]


def test_the_sheet_says_whose_word_counts(work: Work) -> None:
    case_id = with_clauses(work)
    hers = calls(work).open_sheet(work.worker, of(work, case_id, HER).id).clauses
    his = calls(work).open_sheet(work.worker, of(work, case_id, HIM).id).clauses
    assert [(one.may_confirm, one.may_own_up, one.binds) for one in hers] == [
        (True, False, True),
        (False, True, False),
        (True, False, True),
    ]
    assert [(one.may_confirm, one.may_own_up) for one in his] == [(False, True), (True, False), (False, True)]


def test_a_clause_is_kept_by_the_word_of_who_gains_by_it(work: Work) -> None:
    case_id = with_clauses(work)
    row = of(work, case_id, HER)
    money, _, respect = ids_of(work, row)
    words = (ClauseWord(money, ClauseState.KEPT), ClauseWord(respect, ClauseState.PARTLY_KEPT))
    ask(work, row, "partly_kept", clauses=words)
    assert clause_states(work) == [ClauseState.KEPT, ClauseState.OPEN, ClauseState.PARTLY_KEPT]
    assert calls(work).open_sheet(work.worker, of(work, case_id, HIM).id).clauses[1].binds


def test_the_debtors_word_alone_is_no_news(work: Work) -> None:
    case_id = with_clauses(work)
    row = of(work, case_id, HIM)
    money = ids_of(work, row)[0]
    said = (ClauseWord(money, ClauseState.KEPT),)
    assert refused(work, row, "agreement_kept", clauses=said) == [("clauses.0", "follow_up.debtors_word")]
    unproved = (ClauseWord(money, ClauseState.KEPT, by_receipt=True, evidence="  "),)
    assert refused(work, row, clauses=unproved) == [("clauses.0", "follow_up.receipt_needed")]
    assert clause_states(work)[0] is ClauseState.OPEN
    done = ask(work, row, "no_news")
    assert (done.row.state, clause_states(work)[0]) == (FollowUpState.NO_NEWS, ClauseState.OPEN)


def test_a_whole_agreement_is_not_kept_by_its_debtor(work: Work) -> None:
    case_id = met(work)
    her, him = (party.id for party in work.detail(case_id).parties[:2])
    made = work.agreement(case_id, AgreementKind.SETTLEMENT, ClauseDraft(him, "اجاره را می‌پردازد", her))
    work.conclude(case_id, agreement=made, signatures_seen_on=TODAY)
    agree_to_calls(work, case_id)
    assert refused(work, of(work, case_id, HIM), "agreement_kept") == [("result", "follow_up.debtors_word")]
    assert ask(work, of(work, case_id, HER), "agreement_kept").row.state is FollowUpState.DONE


def test_a_receipt_speaks_for_the_debtor(work: Work) -> None:
    case_id = with_clauses(work)
    row = of(work, case_id, HIM)
    paid = ClauseWord(ids_of(work, row)[0], ClauseState.KEPT, by_receipt=True, evidence="رسید بانک ۴۴")
    ask(work, row, "agreement_kept", clauses=(paid,))
    shown = calls(work).open_sheet(work.worker, of(work, case_id, HER).id).clauses[0]
    assert (shown.state, "رسید بانک ۴۴" in shown.evidence) == (ClauseState.KEPT, True)


def test_a_breach_is_owned_up_and_one_that_does_not_bind_is_none(work: Work) -> None:
    case_id = with_clauses(work)
    row = of(work, case_id, HIM)
    money, complaint, _ = ids_of(work, row)
    early = (ClauseWord(complaint, ClauseState.BREACHED),)
    assert refused(work, row, "breached", clauses=early) == [("clauses.0", "follow_up.binds_later")]
    mixed = (ClauseWord(money, ClauseState.BREACHED), ClauseWord(complaint, ClauseState.OPEN))
    assert ask(work, row, "breached", clauses=mixed, next_action="session").leads_to == "session"
    assert clause_states(work)[0] is ClauseState.BREACHED


def test_kept_and_broken_do_not_go_together(work: Work) -> None:
    case_id = with_clauses(work)
    row = of(work, case_id, HER)
    broken = (ClauseWord(ids_of(work, row)[0], ClauseState.BREACHED),)
    assert refused(work, row, "agreement_kept", clauses=broken) == [("result", "follow_up.broken_not_kept")]


def test_clauses_of_another_file_and_clauses_nobody_was_asked_about(work: Work) -> None:
    one, other = with_clauses(work), with_clauses(work)
    theirs = ids_of(work, of(work, other))[0]
    row = of(work, one)
    strange = (ClauseWord(theirs, ClauseState.KEPT),)
    assert refused(work, row, clauses=strange) == [("clauses.0", "follow_up.no_such_clause")]
    mine = (ClauseWord(ids_of(work, row)[0], ClauseState.KEPT),)
    assert refused(work, row, "unreachable", was_safe=None, clauses=mine) == [("result", "follow_up.nobody_asked")]


# --- what follows ---------------------------------------------------------------------------------------------------


def test_a_further_call_is_made_for_the_same_person(work: Work) -> None:
    case_id = settled(work)
    agree_to_calls(work, case_id)
    row = of(work, case_id)
    day = TODAY + timedelta(days=3)
    done = ask(work, row, "breached", next_action="call", next_on=day)
    assert (done.leads_to, done.row.next_label) == ("call", "تماس دوباره")
    again = of(work, case_id, months=0)
    assert (again.due_on, again.state) == (day, FollowUpState.DUE)
    assert refused(work, again, next_action="call", next_on=TODAY - timedelta(days=1)) == [
        ("next_on", "follow_up.past_day")
    ]


def test_violence_is_a_mark_of_its_own_and_shuts_the_joint_session(work: Work) -> None:
    case_id = settled(work)
    agree_to_calls(work, case_id)
    done = ask(work, of(work, case_id), "violence_recurred")
    assert done.opens_review
    state = work.safety.state(work.worker, case_id)
    (flag,) = state.flags
    assert (flag.kind, flag.level, flag.review_on) == ("violence_after_outcome", FlagLevel.HIGH, TODAY)
    with work.unit.uow.read(work.unit.head) as tx:
        assert tx.get(CaseFile, case_id).joint_policy is JointPolicy.FORBIDDEN
    assert TaskKind.REVIEW in {task.kind for task in work.home().tasks}


def test_worse_has_the_standing_marks_looked_at_again(work: Work) -> None:
    case_id = met(work)
    work.flag(case_id, "suicide")
    work.conclude(case_id, "counselling_completed")
    agree_to_calls(work, case_id)
    assert ask(work, of(work, case_id), "worse").opens_review
    assert {flag.review_on for flag in work.safety.state(work.worker, case_id).flags} == {TODAY}


def test_putting_off_and_leaving_out(work: Work) -> None:
    case_id = settled(work)
    row = of(work, case_id)
    put_off = calls(work).put_off
    for day, key in ((TODAY - timedelta(days=1), "follow_up.past_day"), (date(2031, 1, 1), "follow_up.too_far")):
        with pytest.raises(InvalidError, match=key.replace(".", r"\.")):
            put_off(work.worker, row.id, row.version, day)
    moved = put_off(work.worker, row.id, row.version, TODAY).value
    assert moved.due_on == TODAY
    with pytest.raises(StaleError):
        put_off(work.worker, row.id, row.version, TODAY)
    with pytest.raises(InvalidError, match=r"follow_up\.reason_needed"):
        calls(work).drop(work.worker, row.id, moved.version, " ")
    calls(work).drop(work.worker, row.id, moved.version, "درگذشت")
    assert row.id not in {one.id for one in calls(work).of_case(work.worker, case_id)}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"method": "pigeon"}, [("method", "errors.required")]),
        ({"result": "nothing_such"}, [("result", "errors.required")]),
        ({"next_action": "nothing_such"}, [("next_action", "errors.required")]),
        ({"words": "ا" * 501}, [("words", "errors.too_long")]),
        ({"method": "in_person", "was_safe": None, "answered_by": "ا" * 201}, None),
    ],
)
def test_what_can_not_be_taken(work: Work, given: dict[str, Any], expected: Any) -> None:
    case_id = settled(work)
    agree_to_calls(work, case_id)
    found = refused(work, of(work, case_id), **({"result": "improved"} | given))
    assert found == (expected or [("answered_by", "follow_up.nobody_else"), ("answered_by", "errors.too_long")])


# --- the worklist ---------------------------------------------------------------------------------------------------


def test_the_list_has_what_is_due_with_the_own_files_first(work: Work) -> None:
    mine, theirs = settled(work), settled(work)
    version = work.detail(theirs).version
    work.cases.assign(work.unit.head, theirs, version, work.unit.second.staff_id)
    assert calls(work).due(work.worker, 20) == ()
    rows = calls(work).due(work.unit.second)
    assert [row.is_mine for row in rows] == [True, True, False, False]
    assert {row.case_id for row in rows[:2]} == {theirs}
    assert {row.case_id for row in rows[2:]} == {mine}


def test_home_tells_of_the_own_calls_by_number_alone(work: Work) -> None:
    case_id = settled(work)
    assert TaskKind.FOLLOW_UP not in {task.kind for task in work.home().tasks}
    work.later(days=31)
    found = [task for task in work.home().tasks if task.kind is TaskKind.FOLLOW_UP]
    assert [(task.title, task.case_id) for task in found] == [("پیگیری یک‌ماهه", case_id)] * 2
    assert "زهرا" not in str(found)
    assert TaskKind.FOLLOW_UP not in {task.kind for task in work.home(work.unit.second).tasks}


def test_the_page_of_the_file_shows_them_to_who_reads_sessions(work: Work) -> None:
    case_id = settled(work)
    assert len(work.page(case_id).follow_ups) == 6
    assert work.page(case_id, work.unit.clerk).follow_ups == ()


def test_a_hidden_file_is_in_nobody_elses_list(work: Work) -> None:
    """P-6."""
    case_id = settled(work, confidentiality=Confidentiality.RESTRICTED)
    row = of(work, case_id)
    stranger = work.unit.second
    assert calls(work).due(stranger, 400) == ()
    for refuse in (
        lambda: calls(work).open_sheet(stranger, row.id),
        lambda: calls(work).of_case(stranger, case_id),
        lambda: calls(work).put_off(stranger, row.id, row.version, TODAY),
        lambda: calls(work).drop(stranger, row.id, row.version, "دلیل"),
        lambda: calls(work).record_attempt(stranger, FollowUpDraft(row.id, row.version, "in_person", "improved")),
    ):
        with pytest.raises(NotFoundError):
            refuse()


def test_roles_without_outcomes_ask_nobody(work: Work) -> None:
    row = of(work, settled(work))
    for role in ("clerk", "conscript", "station_commander", "auditor", "admin", "duty_officer"):
        actor = work.unit.actors[role]
        with pytest.raises(NotAllowedError):
            calls(work).due(actor)
        with pytest.raises(NotAllowedError):
            calls(work).open_sheet(actor, row.id)


def test_a_party_who_was_taken_off_is_not_asked(work: Work) -> None:
    case_id = settled(work)
    him = work.detail(case_id).parties[HIM].id
    with work.unit.uow.write(work.unit.head) as tx:
        tx.get(CaseParty, him).is_removed = True
        tx.record("party.remove", "party")
    assert {row.initials for row in calls(work).due(work.worker, 400)} == {of(work, case_id).initials}


def test_what_was_found_is_kept_from_the_audit_payload(work: Work) -> None:
    case_id = settled(work)
    agree_to_calls(work, case_id)
    ask(work, of(work, case_id), "worse", words="گریه می‌کرد")
    with work.unit.uow.read(work.unit.head) as tx:
        payloads = [str(vars(row)) for row in tx.session.scalars(select(AuditPayload))]
        stored = set(tx.session.scalars(select(FollowUp.words)))
    assert "گریه می‌کرد" in stored
    assert not any("گریه می‌کرد" in text for text in payloads)
