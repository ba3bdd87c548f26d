"""One try to ask somebody, inside an open transaction (P-18, P-37)."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import CaseStatus, ClauseState, FlagLevel, FollowUpState, JointPolicy
from models.follow_up import FollowUp, FollowUpAttempt
from services.cases.rules import stricter
from services.cases.status import advance
from services.catalogue import say
from services.codes import Code, Codes
from services.errors import AppError, InvalidError, refuse
from services.follow_up.clauses import clauses_to_ask, store_words, word_errors
from services.follow_up.making import call_again
from services.follow_up.reading import is_vain, one_row
from services.follow_up.shapes import FollowUpDraft, Recorded
from services.follow_up.who import may_ask, may_phone
from services.persian.text import display_form, display_multiline
from services.safety.adults import open_flags
from services.safety.flags import raise_flag
from services.safety.shapes import FlagDraft
from services.settings.service import number_in
from services.typed import REASON, too_long
from services.unit_of_work import Tx

_WITHOUT_NEWS = ("no_news",)


def store_try(
    tx: Tx, codes: Codes, case: CaseFile, party: CaseParty, row: FollowUp, draft: FollowUpDraft
) -> Recorded:
    """Log the try and what it means for the follow-up, the clauses, the marks and what comes next."""
    if draft.was_safe is False:
        draft = replace(draft, result=_unsafe(tx, codes), words="", next_action="", clauses=())
    refuse(_errors(tx, codes, case, party, draft))
    result = codes.get(tx.actor, "follow_up_result", draft.result)
    _log(tx, row, draft)
    store_words(tx, case, party, draft.clauses)
    _settle(tx, codes, row, draft, result)
    opens_review = bool(result.does("opens_risk_review")) and _review(tx, codes, case, party, result)
    leads_to = str(codes.of(tx.actor).does("follow_up_next", draft.next_action, "leads_to") or "")
    if leads_to == "call":
        call_again(tx, row, draft.next_on or tx.today + timedelta(days=number_in(tx, "follow_up_flag_days")))
    if case.status is CaseStatus.OUTCOME_RECORDED and row.state is FollowUpState.DONE:
        advance(tx, case, CaseStatus.FOLLOW_UP)
    tx.session.flush()
    return Recorded(one_row(tx, codes, row), leads_to, opens_review)


def _unsafe(tx: Tx, codes: Codes) -> str:
    """The result of a call that ended with one key: it reached nobody, and is no attempt."""
    rows = codes.all(tx.actor, "follow_up_result", with_inactive=True)
    return next(row.code for row in rows if row.does("counts_as") == "unreached" and not row.does("is_attempt"))


def _errors(tx: Tx, codes: Codes, case: CaseFile, party: CaseParty, draft: FollowUpDraft) -> list[AppError]:
    lists = codes.of(tx.actor)
    if not may_ask(tx, codes, case, party):
        return [InvalidError("follow_up.not_to_ask", "method")]
    if not lists.knows("follow_up_method", draft.method):
        return [InvalidError("errors.required", "method")]
    if not lists.knows("follow_up_result", draft.result):
        return [InvalidError("errors.required", "result")]
    errors: list[AppError] = []
    reached = lists.does("follow_up_result", draft.result, "counts_as") != "unreached"
    if lists.does("follow_up_method", draft.method, "needs_phone_consent") and not may_phone(tx, codes, case, party):
        errors.append(InvalidError("follow_up.no_phone_consent", "method"))
    elif lists.does("follow_up_method", draft.method, "needs_safe_talk_check") and reached and not draft.was_safe:
        errors.append(InvalidError("follow_up.ask_safe_first", "was_safe"))
    if reached and display_form(draft.answered_by):
        errors.append(InvalidError("follow_up.nobody_else", "answered_by"))
    if not reached and draft.clauses:
        errors.append(InvalidError("follow_up.nobody_asked", "result"))
    errors += too_long([("answered_by", draft.answered_by)])
    errors += too_long([("words", draft.words)], REASON)
    if draft.next_action and not lists.knows("follow_up_next", draft.next_action):
        errors.append(InvalidError("errors.required", "next_action"))
    if draft.next_on is not None and draft.next_on < tx.today:
        errors.append(InvalidError("follow_up.past_day", "next_on"))
    errors += word_errors(tx, case, party, draft.clauses)
    return errors or _kept_errors(tx, codes, case, party, draft)


def _kept_errors(tx: Tx, codes: Codes, case: CaseFile, party: CaseParty, draft: FollowUpDraft) -> list[AppError]:
    """That an agreement is kept is the word of who gains by it, or of a receipt (P-18)."""
    result = codes.get(tx.actor, "follow_up_result", draft.result)
    if not result.does("needs_beneficiary"):
        return []
    if result.does("counts_as") == "kept" and any(word.state is ClauseState.BREACHED for word in draft.clauses):
        return [InvalidError("follow_up.broken_not_kept", "result")]
    asked = clauses_to_ask(tx, case, party)
    has_receipt = any(word.by_receipt and word.state is not ClauseState.OPEN for word in draft.clauses)
    if has_receipt or any(clause.may_confirm for clause in asked) or not asked:
        return []
    return [InvalidError("follow_up.debtors_word", "result")]


def _log(tx: Tx, row: FollowUp, draft: FollowUpDraft) -> None:
    tx.add(
        FollowUpAttempt(
            follow_up_id=row.id,
            at=tx.now,
            method=draft.method,
            answered_by=display_form(draft.answered_by),
            was_safe=draft.was_safe,
            result=draft.result,
            staff_id=tx.actor.staff_id,
        )
    )
    tx.session.flush()


def _settle(tx: Tx, codes: Codes, row: FollowUp, draft: FollowUpDraft, result: Code) -> None:
    """An answer ends the follow-up; two honest attempts without one end it as one without news (P-37)."""
    if result.does("counts_as") == "unreached":
        _after_vain(tx, codes, row)
        return
    row.state = FollowUpState.NO_NEWS if result.does("counts_as") in _WITHOUT_NEWS else FollowUpState.DONE
    row.result, row.done_at = draft.result, tx.now
    row.words, row.next_action = display_multiline(draft.words), draft.next_action


def _after_vain(tx: Tx, codes: Codes, row: FollowUp) -> None:
    lists = codes.of(tx.actor)
    results = [one.result for one in _tries(tx, row)]
    if sum(is_vain(lists, one) for one in results) >= number_in(tx, "follow_up_tries"):
        row.state, row.done_at = FollowUpState.NO_NEWS, tx.now
        row.result = lists.first("follow_up_result", "counts_as", "no_news")


def _tries(tx: Tx, row: FollowUp) -> list[FollowUpAttempt]:
    return list(tx.session.scalars(select(FollowUpAttempt).where(FollowUpAttempt.follow_up_id == row.id)))


def _review(tx: Tx, codes: Codes, case: CaseFile, party: CaseParty, result: Code) -> bool:
    """Violence is a mark of its own and shuts the joint session; what stands already is looked at again today."""
    standing = open_flags(tx, [case.id]).get(case.id, [])
    if result.does("counts_as") == "violence":
        kind = codes.of(tx.actor).first("risk_flag_kind", "after_outcome")
        flag = raise_flag(tx, codes, case, FlagDraft(case.id, party.person_id, kind, FlagLevel.HIGH))
        standing = [*standing, flag]
        case.joint_policy = stricter(case.joint_policy, JointPolicy.FORBIDDEN)
        case.joint_policy_reason = say("follow_up.policy_reason")
        tx.record("flag.raise", "flag", flag.id)
    for flag in standing:
        flag.review_on = tx.today
        tx.changed("flag", flag.id)
    return bool(standing)
