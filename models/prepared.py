"""Statements that are asked with every key or page: their text and the forms of their values stand ready.

SQLAlchemy makes a statement once, but goes through it again each time it is asked: 50 to 130 µs, where the file needs
10 for most. For columns (not whole rows, which the session must know of) all that is left to do is to hand over text
and values, and to give the columns their types.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVarTuple

from sqlalchemy import Connection, Dialect
from sqlalchemy.sql.selectable import TypedReturnsRows
from sqlalchemy.types import TypeEngine

_Ts = TypeVarTuple("_Ts")
_Convert = Callable[[Any], Any]
_LISTS = (list, tuple, set, frozenset)
_STEPS = 3
"""Lists of values are filled up to one of so many lengths between two powers of 2: few texts serve all."""


class Answer(tuple[*_Ts], Generic[*_Ts]):
    """A row of columns, which are also attributes under the names that the statement gives them."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            return super().__getattribute__(name)


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a value goes: the whole, or one place of a list."""

    name: str
    place: int | None = None


@dataclass(frozen=True, slots=True)
class _Ready:
    """`converts` are the columns whose stored form is another than their Python value."""

    text: str
    slots: tuple[tuple[Any, _Convert | None], ...]
    converts: tuple[tuple[int, _Convert], ...]
    answer: Callable[[Iterable[Any]], Any]


def ask(connection: Connection, statement: TypedReturnsRows[*_Ts], values: Mapping[str, Any]) -> list[Answer[*_Ts]]:
    """The rows, as `connection.execute(statement, values)` would give them.

    `statement` asks for columns and is one of a limited number: a constant, or made once for an actor. Lists in
    `values` are for `.in_(bindparam(…))`, and no row may depend on how often one of their members stands there.
    """
    dialect = connection.dialect
    if not dialect.positional or connection.engine.dispatch.before_cursor_execute:
        return _slowly(connection, statement, values)  # another driver; or somebody wants to see what is asked
    plain = {name: [*value] if isinstance(value, _LISTS) else value for name, value in values.items()}
    lengths = tuple((name, _filled(len(value))) for name, value in plain.items() if isinstance(value, list))
    ready = _ready(statement, tuple(values), lengths, dialect)
    given = [_value(plain, slot, convert) for slot, convert in ready.slots]
    cursor = connection.connection.cursor()
    try:
        rows = cursor.execute(ready.text, given).fetchall()
    except dialect.loaded_dbapi.Error:
        _slowly(connection, statement, values)  # raises it as the rest of the program knows it
        raise
    finally:
        cursor.close()
    answer, converts = ready.answer, ready.converts
    return [answer(_typed(row, converts)) for row in rows] if converts else [answer(row) for row in rows]


def _slowly(connection: Connection, statement: Any, values: Mapping[str, Any]) -> list[Any]:
    answer = _answer(statement)
    return [answer(row) for row in connection.execute(statement, dict(values))]


def _typed(row: Iterable[Any], converts: tuple[tuple[int, _Convert], ...]) -> Iterable[Any]:
    typed = list(row)
    for place, convert in converts:
        typed[place] = convert(typed[place])
    return typed


def _value(values: Mapping[str, Any], slot: Any, convert: _Convert | None) -> Any:
    if not isinstance(slot, _Slot):
        return slot
    value = values[slot.name]
    if slot.place is not None:
        value = value[min(slot.place, len(value) - 1)]  # the last one fills the list up
    return convert(value) if convert else value


def _filled(length: int) -> int:
    """The next length that has a text of its own."""
    if length <= 1 << _STEPS - 1:
        return length
    step = 1 << (length - 1).bit_length() - _STEPS
    return -(-length // step) * step


@lru_cache(maxsize=1024)
def _ready(statement: Any, names: tuple[str, ...], lengths: tuple[tuple[str, int], ...], dialect: Dialect) -> _Ready:
    compiled, listed = statement.compile(dialect=dialect), dict(lengths)
    state = compiled.construct_expanded_state(
        {name: [_Slot(name, at) for at in range(listed[name])] if name in listed else _Slot(name) for name in names}
    )
    members = {member: name for name, expanded in state.parameter_expansion.items() for member in expanded}
    slots = tuple(
        _slot(value, compiled.binds[members.get(name, name)].type, dialect)
        for name, value in zip(state.positiontup or (), state.positional_parameters, strict=True)
    )
    types = [column.type.dialect_impl(dialect) for column in statement.selected_columns]
    readers = [kind.result_processor(dialect, None) for kind in types]
    converts = tuple((place, reader) for place, reader in enumerate(readers) if reader is not None)
    return _Ready(state.statement, slots, converts, _answer(statement))


def _slot(value: Any, kind: TypeEngine[Any], dialect: Dialect) -> tuple[Any, _Convert | None]:
    """A value that the statement brings itself is made ready now."""
    convert = kind.dialect_impl(dialect).bind_processor(dialect)
    if isinstance(value, _Slot):
        return value, convert
    return (convert(value) if convert else value), None


@lru_cache(maxsize=512)
def _answer(statement: Any) -> Callable[[Iterable[Any]], Any]:
    names = [column.key for column in statement.selected_columns]
    if any(isinstance(one["expr"], type) for one in getattr(statement, "column_descriptions", ())):
        raise TypeError("rows that the session must know of are asked of the session")
    named = {name: property(itemgetter(place)) for place, name in reversed(list(enumerate(names))) if name}
    return type("Answer", (Answer,), {**named, "__slots__": ()})
