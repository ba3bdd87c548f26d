"""A bare encrypted file with one unit and two colleagues: the ground for tests of the core."""

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from models.base import new_id
from models.engine import open_file
from models.migrations.run import migrate
from models.unit import Staff, Unit
from services.actor import Actor
from services.clock import SetClock
from services.staff.rights import rights_of
from services.unit_of_work import Committed, UnitOfWork

KEY = "5a" * 32
MORNING = datetime(2026, 11, 21, 5, 30, tzinfo=UTC)


@dataclass
class Ground:
    """An open file; `head` and `counsellor` may act in it."""

    path: Path
    engine: Engine
    clock: SetClock
    uow: UnitOfWork
    installation_id: UUID
    head: Actor
    counsellor: Actor
    committed: list[Committed]

    def again(self) -> UnitOfWork:
        """A second unit of work on the same file, as another process would have."""
        return UnitOfWork(open_file(self.path, KEY), self.clock, self.installation_id)


def lay(folder: Path) -> Ground:
    """Make the file in `folder`."""
    path = folder / "sazesh.db"
    template, installation = _template()
    shutil.copyfile(template, path)
    engine = open_file(path, KEY)
    with Session(engine) as session:
        people = {one.role: one for one in session.scalars(select(Staff))}
    clock = SetClock(MORNING)
    committed: list[Committed] = []
    uow = UnitOfWork(engine, clock, installation, committed.append)
    head, counsellor = (
        Actor(one.id, one.unit_id, new_id(), one.full_name, one.role, rights_of(one.role))
        for one in (people["unit_head"], people["counsellor"])
    )
    return Ground(path, engine, clock, uow, installation, head, counsellor, committed)


@cache
def _template() -> tuple[Path, UUID]:
    """The file as it is laid, once a process, and the id of its installation."""
    folder = Path(tempfile.mkdtemp(prefix="sazesh-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "ground.db"
    engine = open_file(path, KEY)
    migrate(engine)
    installation = new_id()
    unit = Unit(
        code="1112",
        name="unit",
        section="4",
        kind="precinct",
        province="p",
        county="c",
        letterhead_lines=[],
        case_no_format="{unit}-{year}-{serial:04}",
        letter_no_format="{unit}/{section}/{serial}",
        installation_id=installation,
        created_at=MORNING,
    )
    with Session(engine) as session:
        session.add(unit)
        session.flush()
        for role in ("unit_head", "counsellor"):
            session.add(Staff(unit_id=unit.id, username=role, full_name=role, role=role))
        session.commit()
    engine.dispose()
    return path, installation
