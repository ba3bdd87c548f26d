"""Each kind of row: when it comes, when it goes, and whose it is (R-6, R-8, P-18, P-21, P-27, P-30, P-31, P-33)."""

from datetime import timedelta
from typing import Any

import pytest

from models.enums import CaseStatus, ClauseState
from services.actor import Right
from services.agreements import ClauseDraft
from services.attachments import AttachmentDraft, Attachments
from services.cases import CaseDetail, HoldDraft
from services.closing import Closing, ReopenDraft
from services.documents import PaperKind
from services.errors import InvalidError
from services.letters import ExtendDraft, LetterDraft, LinkDraft, ReplyDraft
from services.letters.shapes import LetterDirection
from services.referrals_out import ReferralOutMove
from services.scheduling.shapes import AttemptDraft
from services.settings import Settings
from services.unit_profile import UnitProfile
from services.working_time import AbsenceDraft, WorkingTime
from services.worklist import Band, TaskKind, Whose
from tests.services.work import TODAY
from tests.services.worklist.due import Due

PDF = b"%PDF-1.4\n" + b"0" * 100
OWED = ClauseDraft(None, "نفقه گذشته را می‌پردازد", amount=150_000_000)


# --- answers to authorities ---------------------------------------------------------------------------------------


def test_answers_count_to_the_hour_and_go_with_the_answer(due: Due) -> None:
    case_id = due.referred(3)
    (task,) = due.tasks(TaskKind.REPLY)
    assert (task.title, task.is_overdue, due.band(TaskKind.REPLY)) == (
        "پاسخ به دادسرای نمونه شعبه ۳",
        False,
        Band.TODAY,
    )
    due.later(hours=3, minutes=1)
    (task,) = due.tasks(TaskKind.REPLY)
    assert (task.is_overdue, due.band(TaskKind.REPLY)) == (True, Band.LATE)
    referral = due.detail(case_id).referrals[0]
    due.letters.reply(due.worker, ReplyDraft(referral.id, referral.version))
    assert due.tasks(TaskKind.REPLY) == []


def test_an_answer_that_became_wrong_waits_for_the_one_that_corrects_it(due: Due) -> None:
    """P-30: the settlement that the judge reads of was never signed."""
    case_id = due.told_too_early()
    (task,) = due.tasks(TaskKind.ANSWER)
    assert (task.title, task.case_id, task.is_overdue, due.band(TaskKind.ANSWER)) == (
        "پاسخ به دادسرای نمونه شعبه ۳ با نتیجه پرونده نمی‌خواند",
        case_id,
        False,
        Band.TODAY,
    )
    page = due.page(case_id)
    assert page.next.key == "reply"
    assert ("reply", "پاسخ اصلاحی مرجع") in [(one.kind, one.label) for one in page.path]
    due.later(days=4)
    assert due.band(TaskKind.ANSWER) is Band.LATE
    referral = due.detail(case_id).referrals[0]
    assert referral.is_answer_outdated
    first = referral.replied_at
    due.letters.reply(due.worker, ReplyDraft(referral.id, referral.version))
    assert due.tasks(TaskKind.ANSWER) == []
    referral = due.detail(case_id).referrals[0]
    assert (referral.is_answer_outdated, referral.replied_at) == (False, first)
    with pytest.raises(InvalidError, match="replied_already"):
        due.letters.reply(due.worker, ReplyDraft(referral.id, referral.version))
    # taken up again, it says nothing until it ends once more, and then only what is new
    reopened = ReopenDraft(case_id, due.detail(case_id).version, "breach", "نقض تعهد")
    Closing(due.unit.uow, due.unit.codes).reopen(due.worker, reopened)
    assert due.tasks(TaskKind.ANSWER) == []
    due.conclude(case_id, "not_settled")
    assert due.tasks(TaskKind.ANSWER) == []
    due.conclude(case_id, "client_withdrew", summary="خود مراجع انصراف داد")
    assert len(due.tasks(TaskKind.ANSWER)) == 1


def test_an_answer_without_an_hour_waits_at_the_end(due: Due) -> None:
    due.referred(None)
    assert due.band(TaskKind.REPLY) is Band.LATER


def test_a_second_reminder_goes_to_the_top(due: Due) -> None:
    """P-33, by its kind, or because it refers to the letter that is not answered."""
    late, by_kind, by_link = due.referred(-50), due.referred(99), due.referred(150)
    due.asks_again(by_kind)
    first = due.letters.register(
        due.unit.head, LetterDraft(LetterDirection.INCOMING, "referral_order", case_id=by_link)
    )
    _link_referral(due, by_link, first.value.id)
    due.later(seconds=1)
    again = LetterDraft(LetterDirection.INCOMING, "incoming_other", links=(LinkDraft("follows", first.value.id),))
    due.letters.register(due.unit.head, again)
    found = due.tasks(TaskKind.REPLY)
    assert [(task.case_id, task.is_reminded) for task in found] == [(by_kind, True), (by_link, True), (late, False)]
    assert "پیرو رسیده است" in found[0].line
    assert [row.band for row in due.list().rows] == [Band.FIRST, Band.FIRST, Band.LATE]


def _link_referral(due: Due, case_id: object, letter_id: object) -> None:
    from sqlalchemy import select

    from models.case import ReferralIn

    with due.unit.uow.write(due.unit.head) as tx:
        row = tx.session.scalars(select(ReferralIn).where(ReferralIn.case_id == case_id)).one()
        row.letter_id = letter_id  # type: ignore[assignment]
        row.received_at = tx.now - timedelta(hours=1)
        tx.record("referral.correct", "referral", row.id)


def test_a_spoilt_letter_reminds_of_nothing(due: Due) -> None:
    case_id = due.referred(99)
    letter_id = due.asks_again(case_id)
    assert due.tasks(TaskKind.REPLY)[0].is_reminded
    due.letters.void(due.unit.head, letter_id, due.letters.get(due.unit.head, letter_id).version, "اشتباه")
    assert not due.tasks(TaskKind.REPLY)[0].is_reminded


def test_an_hour_on_a_day_off_is_to_be_signed_before_it(due: Due) -> None:
    """P-33: the answer is due on Friday noon; on Thursday it is today's work, and the row says why."""
    due.referred(6 * 24 + 3)
    (task,) = due.tasks(TaskKind.REPLY)
    assert task.sign_by == TODAY + timedelta(days=5)
    assert "تا پنجشنبه ۵ آذر امضا شود؛ پس از آن کسی برای امضا نیست" in task.line
    assert due.band(TaskKind.REPLY) is Band.WEEK
    hours, away = WorkingTime(due.unit.uow), TODAY + timedelta(days=4)
    absence = AbsenceDraft(due.unit.head.staff_id, away, away + timedelta(days=1))
    row = hours.add_absence(due.unit.head, absence).value
    assert due.tasks(TaskKind.REPLY)[0].sign_by == TODAY + timedelta(days=3), "who signs is away before it"
    hours.remove_absence(due.unit.head, row.id, row.version)
    UnitProfile(due.unit.uow, due.unit.path.parent).add_closure(due.unit.head, away, "بازدید", "local", 540, 600)
    assert due.tasks(TaskKind.REPLY)[0].sign_by == TODAY + timedelta(days=5), "an hour that is closed is no day off"
    due.later(days=5)
    assert due.band(TaskKind.REPLY) is Band.TODAY
    assert not due.tasks(TaskKind.REPLY)[0].is_overdue
    due.later(days=1, hours=4)
    assert due.band(TaskKind.REPLY) is Band.LATE
    assert due.tasks(TaskKind.REPLY)[0].sign_by is None


def test_granted_time_is_counted_and_said(due: Due) -> None:
    case_id = due.referred(-3)
    referral = due.detail(case_id).referrals[0]
    until = due.unit.clock.now() + timedelta(days=10)
    due.letters.extend(due.unit.clerk, ExtendDraft(referral.id, referral.version, until))
    (task,) = due.tasks(TaskKind.REPLY)
    assert (task.due_at, task.is_overdue) == (until, False)
    assert "۱ بار تمدید" in task.line


# --- marks and clocks ---------------------------------------------------------------------------------------------


def test_a_running_clock_stands_first_for_everybody_who_may_know(due: Due) -> None:
    due.referred(-100)
    case_id = due.register()
    flag_id = due.flag(case_id, "child_at_risk")
    for actor in (due.worker, due.unit.second, due.unit.head):
        first = due.list(actor).rows[0]
        assert (first.task.kind, first.band, first.task.title) == (TaskKind.CHILD_CLOCK, Band.FIRST, "نشان ج")
    assert not due.tasks(TaskKind.CHILD_CLOCK, due.unit.clerk)
    flag = next(one for one in due.safety.state(due.unit.head, case_id).flags if one.id == flag_id)
    due.safety.close_flag(due.unit.head, flag_id, flag.version, "گزارش با تلفن داده شد")
    assert due.tasks(TaskKind.CHILD_CLOCK) == []


def test_reviews_come_by_their_day_in_neutral_words(due: Due) -> None:
    case_id = due.register()
    due.flag(case_id, "weapon")
    (task,) = due.tasks(TaskKind.REVIEW)
    assert (task.title, due.band(TaskKind.REVIEW)) == ("بازبینی", Band.LATER)
    assert task.line.endswith("نشان د")
    due.later(days=7)
    assert due.band(TaskKind.REVIEW) is Band.TODAY
    due.later(days=1)
    assert due.band(TaskKind.REVIEW) is Band.LATE
    flag = due.safety.state(due.worker, case_id).flags[0]
    due.safety.review_flag(due.worker, flag.id, flag.version, "")
    assert due.band(TaskKind.REVIEW) is not Band.LATE


# --- meetings, papers, agreements ---------------------------------------------------------------------------------


def test_past_hours_without_a_record_are_of_who_was_booked_or_the_units(due: Due) -> None:
    case_id = due.register()
    booked = due.book(case_id)
    due.later(days=1)
    (task,) = due.tasks(TaskKind.UNRECORDED)
    assert (task.subject_id, task.title) == (booked.id, "مصاحبه اولیه؛ برگزار شد؟")
    assert due.tasks(TaskKind.UNRECORDED, due.unit.second) == []
    (seen,) = due.tasks(TaskKind.UNRECORDED, due.unit.second, Whose.UNIT)
    assert seen.colleague == due.worker.name
    due.hold(case_id, appointment_id=booked.id, start=booked.start, end=booked.start + 30)
    assert due.tasks(TaskKind.UNRECORDED) == []


def test_signed_sheets_wait_for_their_scan_or_their_place(due: Due) -> None:
    scanned, placed = due.settled(OWED), due.settled(OWED)
    papers = [
        due.issue(one, PaperKind.SETTLEMENT_RECORD, agreement_id=due.holding_id(one)) for one in (scanned, placed)
    ]
    found = due.tasks(TaskKind.ORIGINAL)
    assert {task.subject_id for task in found} == {paper.id for paper in papers}
    assert due.band(TaskKind.ORIGINAL) is Band.TODAY
    due.later(days=4)
    assert due.band(TaskKind.ORIGINAL) is Band.LATE
    attachments = Attachments(due.unit.uow, due.unit.codes)
    of_scan = attachments.sheet(due.worker, scanned).kinds[0][0]
    attachments.attach(due.worker, AttachmentDraft(scanned, of_scan, PDF, document_id=papers[0].id))
    paper = next(one for one in attachments.sheet(due.worker, placed).papers if one.id == papers[1].id)
    attachments.name_place(due.worker, paper.id, paper.version, "زونکن ۴")
    assert due.tasks(TaskKind.ORIGINAL) == []


def test_a_certificate_waits_for_no_scan(due: Due) -> None:
    case_id = due.register()
    session = due.hold(case_id)
    due.issue(
        case_id,
        PaperKind.ATTENDANCE_CERTIFICATE,
        person_id=session.attendance[0].person_id,
        session_id=session.id,
    )
    assert due.tasks(TaskKind.ORIGINAL) == []


def test_numbers_of_the_registry_wait_until_they_are_typed(due: Due) -> None:
    Settings(due.unit.uow).set(due.unit.head, "registry_attendance_certificate", True)
    case_id = due.register()
    session = due.hold(case_id)
    about = {"person_id": session.attendance[0].person_id, "session_id": session.id}
    paper = due.issue(case_id, PaperKind.ATTENDANCE_CERTIFICATE, **about)
    assert [task.subject_id for task in due.tasks(TaskKind.REGISTRY)] == [paper.id]
    due.documents.type_registry_number(due.worker, paper.id, paper.version, "88/12", TODAY)
    assert due.tasks(TaskKind.REGISTRY) == []


def test_clauses_come_when_they_fall_due_and_go_with_what_became_of_them(due: Due) -> None:
    due.settled(
        ClauseDraft(None, "نخست", amount=1_000_000, due_on=TODAY + timedelta(days=2)),
        ClauseDraft(None, "سپس", amount=1_000_000, due_on=TODAY + timedelta(days=2), depends_on=1),
        ClauseDraft(None, "بی‌روز"),
    )
    (task,) = due.tasks(TaskKind.CLAUSE)
    assert (task.title, due.band(TaskKind.CLAUSE)) == ("بند ۱ توافق؛ انجام شد؟", Band.WEEK)
    due.later(days=3)
    assert due.band(TaskKind.CLAUSE) is Band.LATE
    agreement = due.holding(task.case_id)  # type: ignore[arg-type]
    assert agreement is not None
    first = agreement.clauses[0]
    due.agreements.settle_clause(due.worker, first.id, first.version)
    (then,) = due.tasks(TaskKind.CLAUSE)
    assert then.subject_id == agreement.clauses[1].id, "what depends on a kept clause binds now (P-31)"
    second = due.holding(task.case_id).clauses[1]  # type: ignore[union-attr,arg-type]
    due.agreements.breach_clause(due.worker, second.id, second.version)
    assert due.tasks(TaskKind.CLAUSE) == []


def test_of_instalments_the_next_one_counts(due: Due) -> None:
    case_id = due.settled(ClauseDraft(None, "قسطی", amount=1_000_000, instalments=6, due_on=TODAY))
    due.later(days=1)
    clause = due.holding(case_id).clauses[0]  # type: ignore[union-attr]
    due.agreements.settle_clause(due.worker, clause.id, clause.version, ClauseState.PARTLY_KEPT)
    (task,) = due.tasks(TaskKind.CLAUSE)
    assert not task.is_overdue
    due.later(days=31)
    assert due.tasks(TaskKind.CLAUSE)[0].is_overdue


def test_unsigned_settlements_wait(due: Due) -> None:
    case_id = due.register()
    due.conclude(case_id)
    assert [task.case_id for task in due.tasks(TaskKind.SIGNATURES)] == [case_id]
    due.outcomes.see_signatures(due.worker, case_id, due.detail(case_id).version)
    assert due.tasks(TaskKind.SIGNATURES) == []


# --- follow-up, other bodies, letters, files at rest --------------------------------------------------------------


def test_calls_stand_by_initials_and_by_their_day(due: Due) -> None:
    due.settled(OWED)
    due.later(days=12)
    found = due.tasks(TaskKind.FOLLOW_UP)
    assert {task.line.rpartition(" · ")[2] for task in found} == {"ز.ک"}, "who came is asked"
    assert due.band(TaskKind.FOLLOW_UP) is Band.LATER
    due.later(days=18)
    assert due.band(TaskKind.FOLLOW_UP) is Band.TODAY


def test_other_bodies_are_asked_after_the_units_days(due: Due) -> None:
    row = due.sent_on(due.register())
    assert due.band(TaskKind.REFERRAL_OUT) is Band.LATER
    due.later(days=15)
    (task,) = due.tasks(TaskKind.REFERRAL_OUT)
    assert (task.subject_id, due.band(TaskKind.REFERRAL_OUT)) == (row.id, Band.LATE)
    due.referrals_out.move(due.worker, ReferralOutMove(row.id, row.version, "answered", TODAY, "12", "پذیرش شد"))
    assert due.tasks(TaskKind.REFERRAL_OUT) == []


def test_letters_given_are_of_whom_they_were_given_to(due: Due) -> None:
    letter_id = due.give_letter(due.worker, TODAY)
    (task,) = due.tasks(TaskKind.LETTER_ORDER)
    assert (task.subject_id, due.band(TaskKind.LETTER_ORDER)) == (letter_id, Band.TODAY)
    assert due.tasks(TaskKind.LETTER_ORDER, due.unit.second, Whose.UNIT) == []
    (seen,) = due.tasks(TaskKind.LETTER_ORDER, due.unit.head, Whose.UNIT)
    assert seen.colleague == due.worker.name
    action = due.letters.detail(due.worker, letter_id).actions[0]
    due.letters.finish(due.worker, action.id, action.version, "انجام شد")
    assert due.tasks(TaskKind.LETTER_ORDER) == []


def test_files_rest_after_the_units_limit_unless_something_is_booked(due: Due) -> None:
    resting, booked, tried = due.register(), due.register(), due.register()
    due.book(booked, day=TODAY + timedelta(days=60))
    due.later(days=29)
    assert due.tasks(TaskKind.RESTING) == []
    party_id = due.detail(tried).parties[0].id
    due.scheduling.record_attempt(due.worker, AttemptDraft(party_id, "phone", result="no_answer"))
    due.later(days=2)
    (task,) = due.tasks(TaskKind.RESTING)
    assert (task.case_id, task.title, due.band(TaskKind.RESTING)) == (resting, "۳۱ روز بی‌اقدام", Band.LATE)
    Settings(due.unit.uow).set(due.unit.head, "resting_days", 60)
    assert due.tasks(TaskKind.RESTING) == []
    due.conclude(tried, "not_settled")
    due.later(days=400)
    assert {task.case_id for task in due.tasks(TaskKind.RESTING)} == {resting, booked}


def test_a_file_that_waits_rests_once_its_day_has_come(due: Due) -> None:
    """Domain.md §2.8.1: on hold for something, until a day; whatever is done in it ends the hold."""
    case_id = due.register()

    def hold(**given: Any) -> CaseDetail:
        version = due.detail(case_id).version
        return due.cases.hold(due.worker, HoldDraft(case_id, version, **given)).value

    with pytest.raises(InvalidError, match="hold_in_past"):
        hold(reason="awaiting_authority", until=TODAY - timedelta(days=1))
    with pytest.raises(InvalidError, match="reason_needed"):
        hold(reason="other")
    hold(reason="awaiting_party")
    held = hold(reason="awaiting_authority", note="پاسخ دادسرا", until=TODAY + timedelta(days=50)).hold
    assert held is not None
    assert (held.label, held.note, held.until) == ("در انتظار پاسخ مرجع", "پاسخ دادسرا", TODAY + timedelta(days=50))
    due.later(days=40)
    assert due.tasks(TaskKind.RESTING) == []
    due.later(days=10)
    assert [task.case_id for task in due.tasks(TaskKind.RESTING)] == [case_id]
    due.hold(case_id, day=TODAY + timedelta(days=50))
    found = due.detail(case_id)
    assert (found.row.status, found.hold) == (CaseStatus.ACTIVE, None)


# --- the list -----------------------------------------------------------------------------------------------------


def test_every_kind_can_stand_in_one_list(due: Due) -> None:
    due.one_of_each()
    kinds = {row.task.kind for row in due.list(due.unit.head, whose=Whose.UNIT).rows}
    assert kinds == set(TaskKind) - {TaskKind.REGISTRY, TaskKind.NOTE_OPENED, TaskKind.HANDED}
    assert [row.task for row in due.list(due.unit.head).rows if row.task.kind is TaskKind.REPLY] == []


@pytest.mark.parametrize("kind", list(TaskKind))
def test_one_kind_alone_counts_all_of_them(due: Due, kind: TaskKind) -> None:
    due.one_of_each()
    whole = due.list(due.unit.head, whose=Whose.UNIT)
    alone = due.list(due.unit.head, whose=Whose.UNIT, kind=kind)
    assert alone.counts == whole.counts
    assert alone.rows == tuple(row for row in whole.rows if row.task.kind is kind)


def test_a_long_list_shows_the_first_of_each_kind_and_counts_all(due: Due) -> None:
    for _ in range(50):
        due.night()
    page, alone = due.list(), due.list(kind=TaskKind.NIGHT)
    assert (len(page.rows), page.total, len(alone.rows)) == (40, 50, 50)


def test_looking_writes_nothing(due: Due) -> None:
    due.one_of_each()
    before = due.actions()
    due.list(due.unit.head, whose=Whose.UNIT)
    due.worklist.pulse(due.worker)
    due.worklist.load(due.unit.head)
    assert due.actions() == before
    assert due.unit.head.may(Right.CASE_ASSIGN)
