"""The tables as a PostgreSQL server would get them; nothing but the engine's own module may know one engine."""

import pytest
from sqlalchemy import create_mock_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable, Table

import models
from models.base import Base

_TABLES = sorted(Base.metadata.tables.values(), key=lambda table: table.name)


def test_there_are_tables() -> None:
    assert models.__doc__
    assert len(_TABLES) > 25


@pytest.mark.parametrize("table", _TABLES, ids=lambda table: table.name)
def test_a_server_can_make_the_table_and_its_indexes(table: Table) -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    assert f"CREATE TABLE {table.name}" in str(CreateTable(table).compile(dialect=dialect))
    for index in table.indexes:
        made = str(CreateIndex(index).compile(dialect=dialect))
        assert len(index.name or "") <= 63, f"{index.name} would be cut"
        assert table.name in made


def test_keys_are_compared_letter_by_letter_on_a_server() -> None:
    """Beginnings are found between two bounds, and lists are sorted by stored keys (R-21)."""
    said: list[str] = []
    engine = create_mock_engine(
        "postgresql+psycopg://", lambda sql, *_a, **_k: said.append(str(sql.compile(dialect=engine.dialect)))
    )
    Base.metadata.create_all(engine, checkfirst=False)
    made = "\n".join(said)
    assert 'term TEXT COLLATE "C"' in made
    assert 'full_sort TEXT COLLATE "C"' in made


def test_conditions_of_an_index_hold_on_both_engines() -> None:
    """A partial unique index that only SQLite narrows would refuse on a server what the file takes."""
    for table in _TABLES:
        for index in table.indexes:
            narrowed = {kind: index.dialect_options[kind].get("where") for kind in ("sqlite", "postgresql")}
            assert str(narrowed["sqlite"]) == str(narrowed["postgresql"]), index.name
