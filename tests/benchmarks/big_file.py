"""A file of 40,000 cases, 100,000 persons and 100,000 appointments for the speed figures.

`fill` puts them into any data file that has its unit, staff, rooms and code lists; `big_precinct` gives the
precinct of the tests with them, made once a folder. The rows are the same each time.
`python -m tests.benchmarks.big_file FOLDER` makes the file and says how long it took.
"""

import shutil
import sys
import time
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from models.engine import refresh_statistics
from models.unit import Room, Staff, Unit
from services.clock import local
from services.numbering import start_after
from services.staff.rights import rights_of
from tests import factories
from tests.benchmarks.big_cases import load_cases
from tests.benchmarks.big_due import load_due
from tests.benchmarks.big_meetings import load_meetings
from tests.benchmarks.big_people import load_people
from tests.benchmarks.big_rows import Loader, Plan, Size

_WORKERS = frozenset({"counsellor", "psychologist", "social_worker"})
_NAME = "big.db"


def fill(engine: Engine, now: datetime, size: Size = Size()) -> dict[str, int]:  # noqa: B008 - frozen
    """Fill the file of `engine` as it would stand at `now` after ten years; gives the rows of each table.

    The file must be without cases, and have colleagues of roles that hold cases. The audit chain stays as it is.
    """
    plan = plan_of(engine, now, size)
    with Session(engine) as session:
        if engine.dialect.name == "sqlite":
            session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        load = Loader(session)
        load_people(load, plan)
        numbers = load_cases(load, plan)
        load_meetings(load, plan)
        load_due(load, plan)
        for (book, year), last in numbers.items():
            start_after(session, plan.unit_id, book, year, last)
        session.commit()
    refresh_statistics(engine)
    return load.counts


def plan_of(engine: Engine, now: datetime, size: Size = Size()) -> Plan:  # noqa: B008 - frozen
    """The plan by which `fill` made its rows: `plan.key("case", 39_999)` is the newest case."""
    with Session(engine) as session:
        unit = session.scalars(select(Unit)).one()
        staff = session.scalars(select(Staff).order_by(Staff.username)).all()
        rooms = session.scalars(select(Room.id).order_by(Room.position, Room.id)).all()
    workers = tuple(person.id for person in staff if person.role in _WORKERS)
    head = next(person.id for person in staff if rights_of(person.role) >= rights_of("unit_head"))
    return Plan(size, unit.id, unit.code, workers or (head,), head, tuple(rooms), now, local(now).date())


def big_precinct(folder: Path, size: Size = Size()) -> factories.Precinct:  # noqa: B008 - frozen
    """The precinct of the tests with the big file, on a copy of its own; made in `folder` when not there yet."""
    made = folder / _NAME
    if not made.exists():
        precinct = factories.precinct(folder)
        fill(precinct.engine, factories.MORNING, size)
        precinct.close()
        precinct.path.replace(made)
    path = folder / "sazesh.db"
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(made, path)
    return factories.open_precinct(path)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    big_precinct(folder).close()
    size = (folder / _NAME).stat().st_size / 2**20
    print(f"{size:.0f} MB in {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
