"""The made-up precinct: true to life, the same every time, and nobody in it can be dialled or mistaken."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.person import Contact, Person
from models.work import Appointment, Outcome, Session
from services import audit, data_folder
from services.actor import Actor
from services.clock import SetClock
from services.container import Services, open_services
from services.data_folder import FolderState
from services.demo import PASSWORD, make_demo
from services.persian import national_code
from services.vault.argon import ArgonCost
from services.vault.opening import open_with_password

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
QUICK = ArgonCost(64, 1, 1)


def made(folder: Path, days: int) -> tuple[Services, Actor]:
    make_demo(folder, SetClock(NOW), QUICK, days=days)
    unlocked = open_with_password(folder, "head", PASSWORD, now=NOW)
    services = open_services(folder, unlocked, SetClock(NOW), QUICK)
    return services, services.staff.sign_in(unlocked).value


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> tuple[Services, Actor]:
    return made(tmp_path_factory.mktemp("play"), 25)


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


def test_the_same_day_makes_the_same_people(tmp_path: Path) -> None:
    first, actor = made(tmp_path / "a", 6)
    second, again = made(tmp_path / "b", 6)
    assert names(first, actor) == names(second, again)
    first.close()
    second.close()


_HALF = """
import os, sys
from pathlib import Path
from datetime import UTC, datetime
from services.clock import SetClock
from services.demo import make_demo
from services.vault.argon import ArgonCost

def heard(share):
    if share > 0.5:
        os._exit(9)

clock = SetClock(datetime(2026, 11, 21, 6, 0, tzinfo=UTC))
make_demo(Path(sys.argv[1]), clock, ArgonCost(64, 1, 1), days=6, progress=heard)
"""


def test_a_year_killed_half_way_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    killed = subprocess.run([sys.executable, "-c", _HALF, str(folder)], check=False, timeout=120)
    assert killed.returncode == 9
    assert (folder / "sazesh.db").exists()
    assert data_folder.inspect(folder) is FolderState.EMPTY
    services, actor = made(folder, 6)
    again, other = made(tmp_path / "whole", 6)
    assert names(services, actor) == names(again, other)
    assert data_folder.inspect(folder) is FolderState.READY
    services.close()
    again.close()
