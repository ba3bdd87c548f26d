"""A paper's frozen content as plain data, and back: what is stored beside the bytes of an issued paper."""

from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Dataclasses as dicts, enums as their values, dates and hours as ISO text, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], data: Any) -> T:
    """The value of `kind` that `to_plain` made `data` of; fields that it lacks take their defaults."""
    made: T = _revived(kind, data)
    return made


def _revived(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        found = next(one for one in get_args(kind) if one is not NoneType)
        return None if data is None else _revived(found, data)
    if origin is tuple:
        return tuple(_revived(get_args(kind)[0], each) for each in data)
    return _revived_one(kind, data)


def _revived_one(kind: Any, data: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if kind in (date, time):
        return kind.fromisoformat(data)
    if not is_dataclass(kind):
        return data
    hints: dict[str, Any] = _hints(kind)  # type: ignore[arg-type]
    made: Any = kind
    return made(**{name: _revived(hints[name], value) for name, value in data.items() if name in hints})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
