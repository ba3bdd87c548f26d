"""Statements compiled once a process: each test has a file and so an engine of its own, which by itself would compile
every statement anew. That was two thirds of what a test of a service took."""

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_COMPILED: LRUCache[object, object] = LRUCache(3000)


class OneOfMany(SQLiteDialect_pysqlite):
    """The real dialect; as it is the same for every file, what was compiled for one is found for the next."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=_COMPILED)


def share() -> None:
    """From now on, for all engines of this process."""
    registry.register("sqlite", OneOfMany.__module__, OneOfMany.__qualname__)
