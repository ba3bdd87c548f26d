"""More time for an answer, as the authority granted it (R-6, P-33)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from models.case import ReferralIn
from services.cases import ReferralDraft
from services.errors import InvalidError, NotAllowedError, NotFoundError, StaleError
from services.letters import ExtendDraft, Letters, ReplyDraft
from tests.factories import precinct
from tests.services.work import Work


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    unit = precinct(tmp_path)
    yield Work(unit)
    unit.close()


def owed(work: Work) -> UUID:
    """A file whose answer is due in two days."""
    due = work.unit.clock.now() + timedelta(days=2)
    return work.register(referral=ReferralDraft("prosecutor", body="دادسرا", is_reply_owed=True, due_at=due))


def draft(work: Work, case_id: UUID, **step: float) -> ExtendDraft:
    referral = work.detail(case_id).referrals[0]
    return ExtendDraft(referral.id, referral.version, work.unit.clock.now() + timedelta(**step))


def test_the_new_hour_stands_and_is_counted(work: Work) -> None:
    letters, case_id = Letters(work.unit.uow, work.unit.codes), owed(work)
    for count, days in enumerate((5, 9), 1):
        wanted = draft(work, case_id, days=days)
        done = letters.extend(work.unit.clerk, wanted)
        assert done.value == count
        assert {"referral", "case"} <= {change.noun for change in done.changes}
    with work.unit.uow.read(work.unit.head) as tx:
        row = tx.session.scalars(select(ReferralIn)).one()
        assert (row.due_at, row.extension_count) == (wanted.due_at, 2)
    assert work.actions().count("referral.extend") == 2


@pytest.mark.parametrize(
    ("step", "key"), [({"hours": -1}, "past"), ({"days": 2}, "earlier"), ({"days": 1}, "earlier")]
)
def test_time_is_granted_forward_alone(work: Work, step: dict[str, float], key: str) -> None:
    letters, case_id = Letters(work.unit.uow, work.unit.codes), owed(work)
    with pytest.raises(InvalidError, match=rf"letters\.extended_to_{key}"):
        letters.extend(work.worker, draft(work, case_id, **step))


def test_an_answer_that_was_given_needs_no_time(work: Work) -> None:
    letters, case_id = Letters(work.unit.uow, work.unit.codes), owed(work)
    referral = work.detail(case_id).referrals[0]
    letters.reply(work.worker, ReplyDraft(referral.id, referral.version))
    with pytest.raises(InvalidError, match=r"letters\.replied_already"):
        letters.extend(work.worker, draft(work, case_id, days=5))


def test_rights_versions_and_hidden_files(work: Work) -> None:
    from services.cases import Confidentiality

    letters, case_id = Letters(work.unit.uow, work.unit.codes), owed(work)
    wanted = draft(work, case_id, days=5)
    with pytest.raises(NotAllowedError):
        letters.extend(work.unit.actors["station_commander"], wanted)
    letters.extend(work.worker, wanted)
    with pytest.raises(StaleError):
        letters.extend(work.worker, wanted)
    hidden = work.register(
        referral=ReferralDraft("prosecutor", is_reply_owed=True),
        confidentiality=Confidentiality.RESTRICTED,
        responsible_id=work.worker.staff_id,
    )
    with pytest.raises(NotFoundError):
        letters.extend(work.unit.second, draft(work, hidden, days=5))
