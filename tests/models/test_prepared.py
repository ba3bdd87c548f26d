"""What is asked the short way says what SQLAlchemy says."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from sqlalchemy import Connection, bindparam, event, exc, func, select, union_all

from models import prepared
from models.case import CaseFile, CaseParty
from models.engine import open_file
from models.enums import HolidayKind
from models.prepared import ask
from models.unit import Holiday
from services import unit_of_work
from services.actor import Actor
from services.container import Services
from services.worklist import TaskKind, Whose, WorkFilter
from tests.demo_folder import demo_copy, enter
from tests.services.ground import Ground

_FIRST = date(2026, 3, 21)
_IN_LIST = select(Holiday.id, Holiday.day, Holiday.kind, Holiday.title.label("name")).where(
    Holiday.id.in_(bindparam("ids", expanding=True))
)


def _days(ground: Ground, count: int) -> list[UUID]:
    with ground.uow.write(ground.head) as tx:
        made = [
            Holiday(day=_FIRST + timedelta(days=at), title=f"n{at:03}", kind=HolidayKind.LOCAL) for at in range(count)
        ]
        for day in made:
            tx.add(day)
        tx.session.flush()
        tx.record("holiday.add", "holiday")
        return [day.id for day in made]


def test_lists_of_any_length_are_asked_with_few_texts(ground: Ground) -> None:
    days = _days(ground, 40)
    with ground.uow.read(ground.head) as tx:
        connection = tx.session.connection()
        prepared._ready.cache_clear()
        for length in range(len(days) + 1):
            given = {"ids": days[:length] if length % 2 else frozenset(days[:length])}
            rows = ask(connection, _IN_LIST, given)
            assert sorted(rows) == sorted(map(tuple, connection.execute(_IN_LIST, given)))
            assert len(rows) == length
        assert prepared._ready.cache_info().misses <= 18


def test_a_row_has_its_values_by_place_and_by_name(ground: Ground) -> None:
    (holiday,) = _days(ground, 1)
    with ground.uow.read(ground.head) as tx:
        ((key, day, kind, name),) = rows = tx.rows(_IN_LIST, {"ids": [holiday]})
        assert (key, day, kind, name) == (holiday, _FIRST, HolidayKind.LOCAL, "n000")
        assert (rows[0].id, rows[0].day, rows[0].kind, rows[0].name) == (key, day, kind, name)


def test_values_of_the_statement_itself_and_parts_of_a_union(ground: Ground) -> None:
    days = _days(ground, 3)
    own = select(Holiday.id, Holiday.day).where(
        Holiday.id.in_(days[:2]), Holiday.day < _FIRST + timedelta(days=1), Holiday.kind.in_([HolidayKind.LOCAL])
    )
    other = select(Holiday.id, func.max(Holiday.day).label("last")).where(Holiday.id == bindparam("one"))
    with ground.uow.read(ground.head) as tx:
        rows = ask(tx.session.connection(), union_all(own, other.group_by(Holiday.id)), {"one": days[2]})
        assert sorted(rows) == sorted([(days[0], _FIRST), (days[2], _FIRST + timedelta(days=2))])


def test_what_a_transaction_has_not_stored_yet_is_found(ground: Ground) -> None:
    with ground.uow.write(ground.head) as tx:
        tx.add(Holiday(day=_FIRST, title="new", kind=HolidayKind.LOCAL))
        assert tx.rows(select(Holiday.id).where(Holiday.title == "new"))
        tx.record("holiday.add", "holiday")


def test_whole_rows_are_refused_and_errors_have_their_usual_names(ground: Ground) -> None:
    gone = select(CaseFile.id).where(func.no_such_function(CaseFile.id) == 1)
    with ground.uow.read(ground.head) as tx:
        with pytest.raises(TypeError):
            tx.rows(select(CaseParty, Holiday.id))
        with pytest.raises(exc.OperationalError):
            ask(tx.session.connection(), gone, {})


def test_who_listens_to_the_engine_hears_of_it(ground: Ground) -> None:
    engine, heard = open_file(ground.path, "5a" * 32), list[str]()
    event.listen(engine, "before_cursor_execute", lambda *told: heard.append(told[2]))
    with engine.connect() as connection:
        assert ask(connection, select(func.count().label("many")).select_from(Holiday), {})[0].many == 0
    assert any("FROM holiday" in one for one in heard)
    engine.dispose()


def test_every_page_of_a_busy_unit_gets_the_same_rows_either_way(tmp_path: Path) -> None:
    asked: set[Any] = set()

    def both(connection: Connection, statement: Any, values: Mapping[str, Any]) -> list[Any]:
        rows = ask(connection, statement, values)
        usual = connection.execute(statement, dict(values)).all()
        assert rows == [tuple(row) for row in usual]
        for row, same in zip(rows, usual, strict=True):
            assert all(getattr(row, name) == getattr(same, name) for name in same._fields if not name[-1].isdigit())
        asked.add(statement)
        return rows

    folder = demo_copy(tmp_path / "data")
    with patch.object(unit_of_work, "ask", both):
        for name in ("head", "counsellor"):
            services, actor = enter(folder, name)
            for use in _pages(services, actor):
                use()
            services.close()
    assert len(asked) > 60


def _pages(services: Services, actor: Actor) -> list[Callable[[], object]]:
    cases = services.lists.cases(actor)[:25]
    today = services.uow.clock.now().date()
    uses: list[Callable[[], object]] = [lambda: services.overview.home(actor), lambda: services.lists.persons(actor)]
    uses += [lambda one=one: services.overview.case_page(actor, one.id) for one in cases]  # type: ignore[misc]
    uses += [lambda text=text: services.search.find(actor, text) for text in ("م", "رضا", "1405", "0960", "lpln")]  # type: ignore[misc]
    uses += [lambda kind=kind: services.worklist.page(actor, WorkFilter(Whose.MINE, kind)) for kind in TaskKind]  # type: ignore[misc]
    uses.append(lambda: services.scheduling.between(actor, today, today + timedelta(days=14)))
    return uses
