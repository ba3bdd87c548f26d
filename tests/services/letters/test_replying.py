"""Answers to referrals (R-6)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from models.case import ReferralIn
from services.cases import Confidentiality, ReferralDraft
from services.errors import InvalidError, NotAllowedError, NotFoundError, StaleError
from services.letters import LetterDirection, Letters, ReplyDraft
from tests.factories import precinct
from tests.services.drafts_of import couple
from tests.services.work import Work


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    made = precinct(tmp_path)
    yield Work(made)
    made.close()


def referred(work: Work, **values: Any) -> tuple[UUID, UUID, int]:
    referral = ReferralDraft("prosecutor", body="دادسرای نمونه", branch="شعبه ۳", letter_no="1405/8/217")
    case_id = work.register(couple(referral=referral, **values))
    with work.unit.uow.read(work.unit.head) as tx:
        row = tx.session.scalars(select(ReferralIn).where(ReferralIn.case_id == case_id)).one()
        return case_id, row.id, row.version


def test_a_reply_gets_its_number_and_ends_the_debt(work: Work) -> None:
    case_id, referral_id, version = referred(work)
    letters = Letters(work.unit.uow, work.unit.codes)
    assert work.detail(case_id).row.is_reply_owed
    row = letters.reply(work.unit.clerk, ReplyDraft(referral_id, version)).value
    assert (row.direction, row.number, row.correspondent) == (
        LetterDirection.OUTGOING,
        "1112/4/1",
        "دادسرای نمونه شعبه ۳",
    )
    assert not work.detail(case_id).row.is_reply_owed
    assert "referral.reply" in work.actions()
    work.later(seconds=1)
    with pytest.raises(StaleError):
        letters.reply(work.worker, ReplyDraft(referral_id, version))
    with pytest.raises(InvalidError, match=r"letters\.replied_already"):
        letters.reply(work.worker, ReplyDraft(referral_id, version + 1))
    assert work.home().replies_owed == 0


def test_who_may_not_reply(work: Work) -> None:
    _, referral_id, version = referred(work, confidentiality=Confidentiality.RESTRICTED)
    letters = Letters(work.unit.uow, work.unit.codes)
    for actor in (work.unit.second, work.unit.clerk):
        with pytest.raises(NotFoundError):
            letters.reply(actor, ReplyDraft(referral_id, version))
    with pytest.raises(NotAllowedError):
        letters.reply(work.unit.actors["auditor"], ReplyDraft(referral_id, version))


def test_nothing_is_owed_to_who_asks_for_nothing(work: Work) -> None:
    case_id = work.register(couple(referral=ReferralDraft("self")))
    with work.unit.uow.read(work.unit.head) as tx:
        row = tx.session.scalars(select(ReferralIn).where(ReferralIn.case_id == case_id)).one()
    with pytest.raises(InvalidError, match=r"letters\.no_reply_owed"):
        Letters(work.unit.uow, work.unit.codes).reply(work.worker, ReplyDraft(row.id, row.version))
