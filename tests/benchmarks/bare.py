"""The floor: a use-case's own statements, replayed on a bare connection and fetched, with nothing around them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

Statement = tuple[str, Any]


@contextmanager
def recorded(engine: Engine) -> Iterator[list[Statement]]:
    """The statements that `engine` executes meanwhile, but for the bounds of transactions."""
    found: list[Statement] = []

    def keep(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        if statement not in ("BEGIN", "BEGIN IMMEDIATE"):
            found.append((statement, list(values) if many else tuple(values)))

    event.listen(engine, "before_cursor_execute", keep)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", keep)


def statements_of(engine: Engine, use: Callable[[], object]) -> list[Statement]:
    """What one use asks of the database."""
    with recorded(engine) as found:
        use()
    return found


def replay(cursor: Any, statements: list[Statement]) -> None:
    """Ask it again, barely."""
    cursor.execute("BEGIN")
    for statement, values in statements:
        cursor.execute(statement, values).fetchall()
    cursor.execute("ROLLBACK")
