"""Sending clients on: with consent or on a legal basis, and what became of it (domain.md §2.8.2)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from services.errors import InvalidDraft, InvalidError, NotAllowedError, NotFoundError, StaleError
from services.referrals_out import ReferralGround, ReferralOutDraft, ReferralOutMove, ReferralOutRow, ReferralsOut
from tests.factories import precinct
from tests.services.work import TODAY, Work


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    unit = precinct(tmp_path)
    yield Work(unit)
    unit.close()


@pytest.fixture
def referrals(work: Work) -> ReferralsOut:
    return ReferralsOut(work.unit.uow, work.unit.codes)


def wife(work: Work, case_id: UUID, **given: object) -> ReferralOutDraft:
    draft = ReferralOutDraft(
        case_id,
        work.detail(case_id).parties[0].person_id,
        "health_centre",
        ReferralGround.CONSENT,
        "برای درمان پیگیر",
        has_consented=True,
        was_read_aloud=True,
    )
    return replace(draft, **given)  # type: ignore[arg-type]


def send(work: Work, referrals: ReferralsOut, **given: object) -> ReferralOutRow:
    return referrals.refer(work.worker, wife(work, work.register(), **given)).value


def test_without_consent_and_without_a_law_nobody_is_sent(work: Work, referrals: ReferralsOut) -> None:
    case_id = work.register()
    with pytest.raises(InvalidError, match=r"referrals_out\.ground_needed"):
        referrals.refer(work.worker, wife(work, case_id, ground=None))
    with pytest.raises(InvalidError, match=r"referrals_out\.consent_needed"):
        referrals.refer(work.worker, wife(work, case_id, has_consented=False))
    with pytest.raises(InvalidError) as refused:
        referrals.refer(work.worker, wife(work, case_id, ground=ReferralGround.LEGAL_BASIS))
    assert refused.value.field == "legal_basis"
    assert referrals.of_case(work.worker, case_id) == ()


def test_a_consent_given_now_is_kept_and_serves_again_for_that_body_alone(
    work: Work, referrals: ReferralsOut
) -> None:
    case_id = work.register()
    row = referrals.refer(work.worker, wife(work, case_id)).value
    assert (row.ground, row.state, row.sent_on, row.is_open) == (ReferralGround.CONSENT, "sent", TODAY, True)
    assert row.ground_words == "با رضایت او، ۱۴۰۵/۰۸/۳۰"
    assert referrals.sheet(work.worker, case_id).people[0].consents == ("health_centre",)
    assert referrals.sheet(work.worker, case_id).people[1].consents == ()
    again = wife(work, case_id, has_consented=False, reason="نوبت دوم")
    assert referrals.refer(work.worker, again).value.ground is ReferralGround.CONSENT
    with pytest.raises(InvalidError, match=r"referrals_out\.consent_needed"):
        referrals.refer(work.worker, replace(again, target="psychiatry"))


def test_what_was_not_read_aloud_is_no_consent(work: Work, referrals: ReferralsOut) -> None:
    with pytest.raises(InvalidError) as refused:
        send(work, referrals, was_read_aloud=False)
    assert refused.value.field == "was_read_aloud"


def test_a_legal_basis_asks_nobody_and_is_named(work: Work, referrals: ReferralsOut) -> None:
    row = send(
        work,
        referrals,
        target="social_emergency",
        ground=ReferralGround.LEGAL_BASIS,
        has_consented=False,
        legal_basis="judicial_order",
        basis_words="شماره ۱۲ مورخ ۱۴۰۵/۰۸/۰۱",
    )
    assert row.ground is ReferralGround.LEGAL_BASIS
    assert row.ground_words == "دستور مرجع قضایی شماره ۱۲ مورخ ۱۴۰۵/۰۸/۰۱"


def test_all_that_is_wrong_is_said_at_once(work: Work, referrals: ReferralsOut) -> None:
    case_id = work.register()
    wrong = wife(work, case_id, target="nowhere", reason="ب" * 10_000, asked="پ" * 10_000, ground=None)
    with pytest.raises(InvalidDraft) as refused:
        referrals.refer(work.worker, wrong)
    assert {error.field for error in refused.value.errors} == {"target", "reason", "asked", "ground"}
    with pytest.raises(InvalidError) as other:
        referrals.refer(work.worker, wife(work, case_id, target="other"))
    assert other.value.field == "body"


def test_it_goes_forward_only_and_an_answer_needs_words(work: Work, referrals: ReferralsOut) -> None:
    row = send(work, referrals)
    assert [code for code, _ in row.next_states][:2] == ["received_by_target", "answered"]
    work.later(days=3)
    later = TODAY + timedelta(days=3)
    row = referrals.move(work.worker, ReferralOutMove(row.id, row.version, "received_by_target", later)).value
    assert (row.received_on, row.days_open) == (later, 3)
    with pytest.raises(InvalidError, match=r"referrals_out\.no_way"):
        referrals.move(work.worker, ReferralOutMove(row.id, row.version, "sent", later))
    with pytest.raises(InvalidError, match=r"referrals_out\.words_needed"):
        referrals.move(work.worker, ReferralOutMove(row.id, row.version, "answered", later))
    answer = ReferralOutMove(row.id, row.version, "answered", later, "۴/۱۲", "پذیرش شد")
    row = referrals.move(work.worker, answer).value
    assert (row.answer_number, row.answer, row.answered_on) == ("4/12", "پذیرش شد", later)
    row = referrals.move(work.worker, ReferralOutMove(row.id, row.version, "closed", later)).value
    assert (row.is_open, row.next_states, row.days_open) == (False, (), None)


def test_days_before_it_was_sent_and_days_to_come_are_refused(work: Work, referrals: ReferralsOut) -> None:
    row = send(work, referrals)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(InvalidError) as refused:
            referrals.move(work.worker, ReferralOutMove(row.id, row.version, "received_by_target", day))
        assert refused.value.field == "on"


def test_two_at_once(work: Work, referrals: ReferralsOut) -> None:
    row = send(work, referrals)
    move = ReferralOutMove(row.id, row.version, "received_by_target", TODAY)
    referrals.move(work.worker, move)
    with pytest.raises(StaleError):
        referrals.move(work.worker, replace(move, state="closed"))


def test_who_may_and_who_may_not(work: Work, referrals: ReferralsOut) -> None:
    row = send(work, referrals)
    with pytest.raises(NotAllowedError):
        referrals.sheet(work.unit.clerk, row.case_id)
    seen = referrals.of_case(work.unit.clerk, row.case_id)[0]
    assert (seen.reason, seen.state_label) == ("", "فرستاده شد")
    hidden = work.register(category="spouse_abuse")
    draft = wife(work, hidden)
    with pytest.raises(NotFoundError):
        referrals.refer(work.unit.second, draft)
    assert referrals.refer(work.worker, draft).value.is_open


def test_the_log_keeps_no_reason_and_no_answer(work: Work, referrals: ReferralsOut) -> None:
    row = send(work, referrals, reason="دلیل نشانه‌دار")
    referrals.move(work.worker, ReferralOutMove(row.id, row.version, "answered", TODAY, "", "پاسخ نشانه‌دار"))
    from sqlalchemy import select

    from models.unit import AuditPayload

    with work.unit.uow.read(work.unit.head) as tx:
        kept = "".join(tx.session.scalars(select(AuditPayload.content)))
    assert "نشانه" not in kept
    assert {"referral_out.refer", "referral_out.move"} <= set(work.actions())
