"""A public service function is one use-case and one transaction; whoever acts is a parameter; arguments and results
are plain frozen data (design.md §3 rules 2, 3 and 5)."""

import ast
import dataclasses
import importlib
import inspect
import pickle
import re
import types
import typing
from collections import abc
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from models.base import Base
from services.actor import Actor
from services.changes import Done
from services.vault.unlocked import Unlocked
from tests.architecture.tree import parse, python_files

_PLAIN = (bool, int, float, str, bytes, date, datetime, time, timedelta, Decimal, UUID, types.NoneType)
_CALLED_BACK = frozenset({"progress", "cancel", "cancelled", "is_cancelled"})
_OPENS = frozenset({"read", "write"})
_READING = re.compile(r"\.(?:open|read)(?:_|$)")


@dataclasses.dataclass(frozen=True)
class UseCase:
    """A public function or method of `services` that opens a transaction."""

    name: str
    function: Callable[..., object]
    opened: tuple[str, ...]
    actors: tuple[str, ...]
    recorded: tuple[str, ...]

    def __str__(self) -> str:
        return self.name

    @property
    def makes_the_actor(self) -> bool:
        """Signing in: nobody acts yet."""
        return Actor in {self.hints().get("return"), *typing.get_args(self.hints().get("return"))}

    @property
    def only_opens(self) -> bool:
        """A reading that leaves an access entry; nothing on any screen changes by it."""
        return bool(self.recorded) and all(_READING.search(action) for action in self.recorded)

    def hints(self) -> dict[str, object]:
        function = inspect.unwrap(self.function)
        return typing.get_type_hints(function, localns=_imported_for_types(function.__module__))


@cache
def _imported_for_types(module: str) -> dict[str, object]:
    """What a module imports only `if TYPE_CHECKING`: its annotations name it, its globals do not hold it."""
    names: dict[str, object] = {}
    for node in ast.parse(inspect.getsource(importlib.import_module(module))).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for item in node.body:
                if isinstance(item, ast.ImportFrom) and item.module:
                    source = importlib.import_module(item.module)
                    names |= {alias.asname or alias.name: getattr(source, alias.name) for alias in item.names}
    return names


def _public_functions() -> Iterator[tuple[str, Callable[..., object], ast.FunctionDef]]:
    for path in python_files("services"):
        name = path.with_suffix("").as_posix().replace("/", ".")
        for node in parse(path).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield f"{name}.{node.name}", getattr(importlib.import_module(name), node.name), node
            elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                for item in node.body:
                    if isinstance(item, ast.FunctionDef) and not item.name.startswith("_"):
                        holder = getattr(importlib.import_module(name), node.name)
                        yield f"{name}.{node.name}.{item.name}", getattr(holder, item.name), item


@cache
def use_cases() -> tuple[UseCase, ...]:
    """All but the functions that are handed a unit of work: they are wiring inside `services`."""
    found = []
    for name, function, node in _public_functions():
        opened = [call for call in _calls(node) if _opens(call)]
        if opened and not any("UnitOfWork" in ast.unparse(argument) for argument in node.args.args):
            kinds = tuple(typing.cast("ast.Attribute", call.func).attr for call in opened)
            actors = tuple(ast.unparse(call.args[0]) if call.args else "" for call in opened)
            found.append(UseCase(name, function, kinds, actors, tuple(_recorded(node))))
    return tuple(found)


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    return (call for call in ast.walk(node) if isinstance(call, ast.Call))


def _recorded(node: ast.AST) -> Iterator[str]:
    for call in _calls(node):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "record" and call.args:
            texts = [part.value for part in ast.walk(call.args[0]) if isinstance(part, ast.Constant)]
            yield from (text for text in texts if isinstance(text, str))


def _opens(call: ast.Call) -> bool:
    """`self._uow.read(…)` or `uow.write(…)`."""
    is_opening = isinstance(call.func, ast.Attribute) and call.func.attr in _OPENS
    return is_opening and ast.unparse(typing.cast("ast.Attribute", call.func).value).rpartition(".")[2] in {
        "_uow",
        "uow",
    }


def test_there_are_use_cases() -> None:
    """Otherwise everything below holds for nothing."""
    assert len(use_cases()) > 10


def test_whoever_acts_is_a_parameter() -> None:
    strangers = []
    for case in use_cases():
        hints = case.hints()
        acting = {name for name, kind in hints.items() if kind is Actor}
        if not case.makes_the_actor and (not acting or not set(case.actors) <= acting):
            strangers.append(str(case))
    assert strangers == []


def test_one_use_case_is_one_writing_transaction() -> None:
    """Two writes in one method can leave the first done and the second not."""
    assert [str(case) for case in use_cases() if case.opened.count("write") > 1] == []


def test_a_write_says_what_it_changed() -> None:
    writing = [case for case in use_cases() if "write" in case.opened and not case.only_opens]
    assert [str(case) for case in writing if _origin(case.hints().get("return")) is not Done] == []


def test_arguments_and_results_are_plain_frozen_data() -> None:
    faults = []
    for case in use_cases():
        for name, kind in case.hints().items():  # the opened keys stay in the process that signs in
            if name not in _CALLED_BACK and not (case.makes_the_actor and kind is Unlocked):
                faults += [f"{case}({name}): {fault}" for fault in _faults(kind)]
    assert faults == []


def test_no_callable_but_progress_and_cancel() -> None:
    called = [
        f"{case}({name})"
        for case in use_cases()
        for name, kind in case.hints().items()
        if _origin(kind) in {Callable, type(Callable)} and name not in _CALLED_BACK
    ]
    assert called == []


def test_errors_can_be_sent_to_another_process() -> None:
    from services.errors import InvalidDraft, InvalidError, StaleError

    for error in (StaleError("errors.stale"), InvalidError("errors.required", "name", low=1)):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), again.key, again.field, again.values) == (
            type(error),
            error.key,
            error.field,
            error.values,
        )
    several = InvalidDraft(errors=(InvalidError("errors.required", "name"),))
    assert pickle.loads(pickle.dumps(several)).errors[0].field == "name"


def _origin(kind: object) -> object:
    return typing.get_origin(kind) or kind


def _faults(kind: object, seen: frozenset[object] = frozenset()) -> Iterator[str]:
    """What in a type cannot be frozen, pickled and sent."""
    if kind in seen or isinstance(kind, typing.TypeVar) or kind in _PLAIN or kind is typing.Any or kind is Ellipsis:
        return
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return
    if isinstance(kind, type) and issubclass(kind, Enum | Path):
        return
    if origin in {tuple, frozenset, typing.Union, types.UnionType} or _is_sequence(origin):
        for part in typing.get_args(kind):
            yield from _faults(part, seen)
        return
    if _is_mapping(origin or kind):
        for part in typing.get_args(kind):
            yield from _faults(part, seen)
        return
    holder = origin or kind
    if not (isinstance(holder, type) and dataclasses.is_dataclass(holder)):
        yield f"{getattr(holder, '__qualname__', holder)} is not plain"
        return
    yield from _dataclass_faults(holder, seen | {kind})
    for part in typing.get_args(kind):
        yield from _faults(part, seen | {kind})


def _dataclass_faults(holder: type, seen: frozenset[object]) -> Iterator[str]:
    name = holder.__qualname__
    if not holder.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        yield f"{name} is not frozen"
    if getattr(importlib.import_module(holder.__module__), name, None) is not holder:
        yield f"{name} cannot be found again by its name"
    hints = typing.get_type_hints(holder, localns=_imported_for_types(holder.__module__))
    for field in dataclasses.fields(holder):
        yield from (f"{name}.{field.name}: {fault}" for fault in _faults(hints[field.name], seen))


def _is_sequence(origin: object) -> bool:
    return origin in {abc.Sequence, abc.Collection, abc.Iterable, abc.Set}


def _is_mapping(kind: object) -> bool:
    """A read-only mapping, or the plain dict of a result; both pickle."""
    return kind in {dict, abc.Mapping}


class _Sample:
    pass


@pytest.mark.parametrize(
    ("kind", "words"),
    [(list[int], "list"), (_Sample, "_Sample"), (tuple[_Sample, ...], "_Sample"), (Base, "Base")],
)
def test_the_rule_finds_what_is_not_plain(kind: object, words: str) -> None:
    assert any(words in fault for fault in _faults(kind))
