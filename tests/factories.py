"""A precinct for tests: an encrypted file with its unit, code lists, rooms and one colleague of every role.

The file is made once a process and copied for each test.
"""

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from models.base import seed_id
from models.engine import open_file
from models.migrations.run import migrate
from models.unit import Room, Staff, Unit
from services.actor import Actor
from services.clock import SetClock
from services.codes import Codes
from services.codes.service import seed
from services.settings import Settings
from services.staff.rights import ROLE_RIGHTS, rights_of
from services.unit_of_work import Committed, UnitOfWork

KEY = "ab" * 32
MORNING = datetime(2026, 11, 21, 5, 30, tzinfo=UTC)
"""Saturday, 30 Aban 1405, nine o'clock."""

UNIT_ID = seed_id("test", "unit")
INSTALLATION_ID = seed_id("test", "installation")
SECOND_COUNSELLOR = "second_counsellor"


@dataclass
class Precinct:
    """An open file; `actors` by role, and `second_counsellor`, who shares no file with the first."""

    path: Path
    engine: Engine
    clock: SetClock
    uow: UnitOfWork
    codes: Codes
    settings: Settings
    actors: dict[str, Actor]
    rooms: tuple[UUID, ...]
    committed: list[Committed]

    @property
    def head(self) -> Actor:
        return self.actors["unit_head"]

    @property
    def counsellor(self) -> Actor:
        return self.actors["counsellor"]

    @property
    def second(self) -> Actor:
        return self.actors[SECOND_COUNSELLOR]

    @property
    def clerk(self) -> Actor:
        return self.actors["clerk"]

    def close(self) -> None:
        self.uow.close()


def precinct(folder: Path) -> Precinct:
    """A fresh precinct in `folder`; close it at the end of the test."""
    path = folder / "sazesh.db"
    shutil.copyfile(_template(), path)
    return open_precinct(path)


def open_precinct(path: Path) -> Precinct:
    """The precinct in a file that `precinct` made, as another process would open it."""
    engine = open_file(path, KEY)
    clock = SetClock(MORNING)
    committed: list[Committed] = []
    uow = UnitOfWork(engine, clock, INSTALLATION_ID, committed.append)
    with Session(engine) as session:
        staff = list(session.scalars(select(Staff)))
        rooms = tuple(session.scalars(select(Room.id).order_by(Room.position)))
        actors = {person.username: _actor(person) for person in staff}
    return Precinct(path, engine, clock, uow, Codes(uow), Settings(uow), actors, rooms, committed)


def _actor(person: Staff) -> Actor:
    session_id = seed_id("test", "session", person.username)
    return Actor(person.id, UNIT_ID, session_id, person.full_name, person.role, rights_of(person.role))


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="sazesh-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "template.db"
    engine = open_file(path, KEY)
    migrate(engine)
    with Session(engine) as session:
        session.add(_unit())
        session.flush()
        session.add(_staff("مهناز کاوه", "unit_head"))
        session.add_all(_staff(f"همکار {role}", role) for role in ROLE_RIGHTS if role != "unit_head")
        session.add(_staff("همکار دوم", "counsellor", SECOND_COUNSELLOR))
        session.add_all(
            Room(id=seed_id("test", "room", str(place)), unit_id=UNIT_ID, name=f"اتاق {place}", position=place)
            for place in (1, 2, 3)
        )
        session.commit()
    precinct_ = open_precinct(path)
    precinct_.clock.set(MORNING - timedelta(days=1))
    with precinct_.uow.write(precinct_.head) as tx:
        seed(tx)
        tx.record("code.seed", "code")
    precinct_.close()
    engine.dispose()
    return path


def _unit() -> Unit:
    return Unit(
        id=UNIT_ID,
        code="1112",
        name="کلانتری ۱۲ آزمون",
        section="4",
        kind="precinct",
        province="qom",
        county="قم",
        letterhead_lines=["فرماندهی انتظامی", "کلانتری ۱۲ آزمون"],
        case_no_format="{unit}-{year}-{serial:04}",
        letter_no_format="{unit}/4/{serial}",
        installation_id=INSTALLATION_ID,
        created_at=MORNING,
    )


def _staff(name: str, role: str, username: str = "") -> Staff:
    username = username or role
    return Staff(id=seed_id("test", "staff", username), unit_id=UNIT_ID, username=username, full_name=name, role=role)
