"""The made-up precinct: true to life, the same every time, and nobody in it can be dialled or mistaken."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from models.agreement import Agreement, AgreementClause, AgreementSigner
from models.case import CaseFile, CaseParty
from models.enums import AgreementState, CaseStatus, ClauseState, FollowUpState, SignatureState
from models.follow_up import FollowUp, Reopening
from models.letter import Attachment, Document
from models.note import CaseNote, ProcessNote, SessionTask
from models.person import Contact, Person
from models.referral_out import ReferralOut
from models.work import Appointment, Outcome, Session
from services import audit, data_folder
from services.actor import Actor
from services.clock import SetClock, local
from services.container import Services, open_services
from services.data_folder import FolderState
from services.demo import PASSWORD, make_demo
from services.demo.diary import Diary
from services.documents import PaperKind
from services.errors import NotFoundError, StorageError
from services.persian import national_code
from services.vault.argon import ArgonCost
from services.vault.opening import open_with_password

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
QUICK = ArgonCost(64, 1, 1)
DAYS, WEEK = 45, 6
ISSUED = (
    PaperKind.SETTLEMENT_RECORD,
    PaperKind.NON_SETTLEMENT_RECORD,
    PaperKind.REFERRAL_REPLY,
    PaperKind.ABSENCE_NOTE,
    PaperKind.INTAKE_FORM,
    PaperKind.INTERNAL_REFERRAL_SLIP,
    PaperKind.CLOSURE_SUMMARY,
    PaperKind.SERVICE_REFERRAL,
)


def made(folder: Path, days: int) -> tuple[Services, Actor]:
    make_demo(folder, SetClock(NOW), QUICK, days=days)
    unlocked = open_with_password(folder, "head", PASSWORD, now=NOW)
    services = open_services(folder, unlocked, SetClock(NOW), QUICK)
    return services, services.staff.sign_in(unlocked).value


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> tuple[Services, Actor]:
    return made(tmp_path_factory.mktemp("play"), DAYS)


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> tuple[Services, Actor]:
    """What a few days make, to be compared with what they make again."""
    return made(tmp_path_factory.mktemp("week"), WEEK)


def names(services: Services, actor: Actor) -> list[tuple[str, str, str]]:
    with services.uow.read(actor) as tx:
        rows = tx.session.execute(select(Person.given_name, Person.family_name, Person.national_code))
        return sorted((row.given_name, row.family_name, row.national_code) for row in rows)


def test_every_part_of_the_work_is_there(play: tuple[Services, Actor]) -> None:
    services, actor = play
    with services.uow.read(actor) as tx:
        for kind, least in ((CaseFile, 25), (CaseParty, 45), (Session, 30), (Outcome, 8), (Appointment, 50)):
            assert len(list(tx.session.scalars(select(kind.id)))) >= least, kind
    home = services.overview.home(actor)
    assert home.tasks
    assert home.night_count == 1


def test_files_come_to_their_end(play: tuple[Services, Actor]) -> None:
    """What a short play has of everything that a file can come to."""
    services, actor = play
    with services.uow.read(actor) as tx:

        def found(column: InstrumentedAttribute[Any]) -> set[Any]:
            return set(tx.session.scalars(select(column)))

        assert found(Agreement.state) == set(AgreementState)
        assert found(Agreement.is_conditional) == {True, False}
        assert found(AgreementClause.state) >= {ClauseState.OPEN, ClauseState.KEPT}
        assert found(AgreementSigner.state) == set(SignatureState)
        assert found(AgreementClause.depends_on_id) - {None}
        assert any(found(Agreement.open_points))
        assert found(FollowUp.state) >= {FollowUpState.DUE, FollowUpState.DONE}
        assert found(ReferralOut.state) >= {"sent", "answered", "declined_by_client"}
        assert found(ReferralOut.consent_id) - {None}
        assert any(found(ReferralOut.legal_basis))
        assert found(Document.kind) >= {kind.value for kind in ISSUED}
        assert any(found(Document.signed_sheet_place))
        assert found(Attachment.kind) >= {"signed_settlement", "incoming_letter"}
        assert found(CaseFile.status) >= {CaseStatus.ACTIVE, CaseStatus.OUTCOME_RECORDED, CaseStatus.CLOSED}
        assert found(Reopening.kind)
        assert found(CaseFile.previous_case_id) - {None}


def test_sessions_have_what_real_ones_have(play: tuple[Services, Actor]) -> None:
    services, actor = play
    with services.uow.read(actor) as tx:
        rows = list(tx.session.scalars(select(Session)))
        assert {row.type for row in rows} >= {"intake", "shuttle", "joint_mediation"}
        assert all(row.second_room_id for row in rows if row.type == "shuttle")
        assert any(row.interpreter_name for row in rows)
        assert any(row.stop_reason for row in rows)
        done = list(tx.session.scalars(select(SessionTask.done_on)))
        assert any(done)
        assert None in done
        assert len(list(tx.session.scalars(select(CaseNote.id)))) > 2
    worker = next(one for one in services.staff.list(actor) if one.role == "counsellor")
    with services.uow.read(actor) as tx:
        authors = set(tx.session.scalars(select(ProcessNote.author_id)))
    assert worker.id in authors


def test_calls_of_today_wait(play: tuple[Services, Actor]) -> None:
    """Some are due, and of some nobody has asked yet though their day is past."""
    services, actor = play
    due = services.follow_ups.due(actor, 0)
    assert due
    assert any(row.due_on == local(NOW).date() for row in due)


def test_nobody_can_be_dialled_or_mistaken(play: tuple[Services, Actor]) -> None:
    services, actor = play
    with services.uow.read(actor) as tx:
        for code in tx.session.scalars(select(Person.national_code).where(Person.national_code != "")):
            assert code.startswith("000")
            assert national_code.is_valid(code)
        for kind, value in tx.session.execute(select(Contact.kind, Contact.value)):
            assert kind.value == "address" or value.startswith("0960000")


def test_its_audit_chain_is_whole(play: tuple[Services, Actor]) -> None:
    services, actor = play
    with services.uow.read(actor) as tx:
        assert audit.verify(tx.session, actor.unit_id, services.uow.installation_id).broken_at is None


def test_what_a_rule_refuses_is_left_out_of_the_year(caplog: pytest.LogCaptureFixture) -> None:
    diary, heard = Diary(set()), []

    def refused(_at: datetime) -> None:
        raise NotFoundError("errors.not_found")

    for hour, event in enumerate((refused, heard.append), start=1):
        diary.at(NOW.replace(hour=hour), event)
    diary.play(NOW, lambda _at: None)
    assert len(heard) == 1
    assert "errors.not_found" in caplog.text


def test_a_full_disk_ends_the_year() -> None:
    diary = Diary(set())

    def full(_at: datetime) -> None:
        raise StorageError("errors.disk_full")

    diary.at(NOW.replace(hour=1), full)
    with pytest.raises(StorageError):
        diary.play(NOW, lambda _at: None)


def test_the_same_day_makes_the_same_people(week: tuple[Services, Actor], tmp_path: Path) -> None:
    services, actor = made(tmp_path, WEEK)
    assert names(services, actor) == names(*week)
    services.close()


_HALF = """
import os, sys
from pathlib import Path
from datetime import UTC, datetime
from services.clock import SetClock, local
from services.demo import make_demo
from services.vault.argon import ArgonCost

def heard(share):
    if share > 0.5:
        os._exit(9)

clock = SetClock(datetime(2026, 11, 21, 6, 0, tzinfo=UTC))
make_demo(Path(sys.argv[1]), clock, ArgonCost(64, 1, 1), days=6, progress=heard)
"""


def test_a_year_killed_half_way_is_made_anew(week: tuple[Services, Actor], tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    killed = subprocess.run([sys.executable, "-c", _HALF, str(folder)], check=False, timeout=120)
    assert killed.returncode == 9
    assert (folder / "sazesh.db").exists()
    assert data_folder.inspect(folder) is FolderState.EMPTY
    services, actor = made(folder, WEEK)
    assert names(services, actor) == names(*week)
    assert data_folder.inspect(folder) is FolderState.READY
    services.close()
