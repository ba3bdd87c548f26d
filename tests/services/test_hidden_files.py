"""Every public function of every service, asked by everybody about a file that they may not see (P-6, P-7).

Nobody is told that it exists: not by an answer, not by a count, not by the words or values of a refusal.
"""

import dataclasses
import enum
import inspect
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import pytest

from services.actor import Actor
from services.errors import AppError
from services.persian.digits import to_ascii
from tests.factories import MORNING, Precinct, precinct
from tests.services.documents.readers import poppler
from tests.services.hidden_file import OPEN_TEXTS, SEALED_TEXTS, HiddenFile, early_entries, lay, services_of

STRANGERS = (
    "second_counsellor", "psychologist", "social_worker", "honorary_police", "peace_facilitator", "conscript",
    "clerk", "station_commander", "auditor", "admin", "duty_officer",
)  # fmt: skip

_TAKEN_HOURS = {("scheduling", "between"), ("scheduling", "row")}
"""A hidden appointment shows as an hour that is taken: its own id, its rooms, its colleagues."""
_HANDED_BACK = {("printouts", "key_card")}
"""What comes out is what went in: the page of keys as the screen names them."""
_LISTED = {("printouts", "day"), ("printouts", "week"), ("printouts", "gather_book")}
"""Papers that list hours or numbers of the whole unit: what is printed on them is read."""
_BOOKS = {("letters", "page"), ("letters", "count"), ("letters", "get")}
"""The open book shows every number and its date, whatever the letter is about (P-16)."""


@dataclasses.dataclass
class Scene:
    unit: Precinct
    services: dict[str, Any]
    hidden: HiddenFile
    before: dict[tuple[str, str, str], Any]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    unit = precinct(tmp_path_factory.mktemp("hidden"))
    services = services_of(unit)
    advice_id, night_id = early_entries(unit, services)
    before = {
        (role, name, method.__name__): _answer(method, unit.actors[role], {})
        for role in STRANGERS
        for name, method in _methods(services)
        if not _needs_subject(method)
    }
    hidden = lay(unit, services, advice_id, night_id)
    yield Scene(unit, services, hidden, before)
    unit.close()


def _methods(services: Mapping[str, Any]) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, service in services.items():
        for key, method in inspect.getmembers(service, inspect.ismethod):
            if not key.startswith("_"):
                yield name, method


def _parameters(method: Callable[..., Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(method)
    return {name: hints[name] for name in inspect.signature(method).parameters if name != "actor"}


def _needs_subject(method: Callable[..., Any]) -> bool:
    signature = inspect.signature(method)
    required = [one for one in signature.parameters.values() if one.default is one.empty and one.name != "actor"]
    return bool(required)


def _answer(method: Callable[..., Any], actor: Actor, values: Mapping[str, Any]) -> Any:
    """What comes back; a refusal as its key, field and values."""
    try:
        return method(actor, **values)
    except AppError as error:
        return ("refused", type(error).__name__, error.key, error.field, error.values)


def test_all_services_of_the_files_are_asked(scene: Scene) -> None:
    assert {"people", "cases", "letters", "documents", "safety", "scheduling", "sessions", "outcomes"} < set(
        scene.services
    )
    assert len(list(_methods(scene.services))) > 80


@pytest.mark.parametrize("role", STRANGERS)
def test_a_stranger_learns_nothing_by_asking_for_it(scene: Scene, role: str) -> None:
    actor = scene.unit.actors[role]
    told = []
    for name, method in _methods(scene.services):
        values = _about(scene.hidden, method)
        answer = _answer(method, actor, values)
        told += [
            f"{name}.{method.__name__}: {leak}"
            for leak in _leaks(scene.hidden, answer, (name, method.__name__), values)
        ]
    assert told == []


_ANSWERED = (
    _TAKEN_HOURS
    | _BOOKS
    | {("people", "likely_same"), ("search", "find"), ("search", "rested"), ("search", "copied")}
    | {("quick_entries", "advice_between"), ("closing", "returning"), ("printouts", "week")}
    | {("documents", "came_out")}  # one's own marks are forgotten, whatever they are about
)
"""What a stranger is answered who asks with something of the file; the test above says that nothing is in it."""


@pytest.mark.parametrize("role", STRANGERS)
def test_whoever_names_its_rows_is_refused(scene: Scene, role: str) -> None:
    actor = scene.unit.actors[role]
    answered = [
        f"{name}.{method.__name__}"
        for name, method in _methods(scene.services)
        if (name, method.__name__) not in _ANSWERED
        and not scene.hidden.all_ids.isdisjoint(_uuids(values := _about(scene.hidden, method)))
        and not _is_refused(_answer(method, actor, values))
    ]
    assert answered == []


def _uuids(values: Mapping[str, Any]) -> set[UUID]:
    return {value for value in _each(dict(values)) if isinstance(value, UUID)}


def _is_refused(answer: Any) -> bool:
    return isinstance(answer, tuple) and answer[:1] == ("refused",)


@pytest.mark.parametrize("role", STRANGERS)
def test_what_a_stranger_sees_and_counts_is_the_same_with_it_and_without(scene: Scene, role: str) -> None:
    actor = scene.unit.actors[role]
    now = scene.unit.clock.now()
    changed = []
    scene.unit.clock.set(max(now, MORNING + timedelta(minutes=5)))
    for name, method in _methods(scene.services):
        if _needs_subject(method) or (name, method.__name__) in _BOOKS:
            continue
        after = _answer(method, actor, {})
        if after != scene.before[role, name, method.__name__] and not _is_completed_night(name, method):
            changed.append((name, method.__name__, scene.before[role, name, method.__name__], after))
    assert changed == []


def _is_completed_night(name: str, method: Callable[..., Any]) -> bool:
    """The morning list is shorter by an entry that everybody could read before."""
    lists = {("quick_entries", "nights_to_complete"), ("overview", "home"), ("worklist", "page")}
    return (name, method.__name__) in lists


def test_its_worker_and_the_head_are_told(scene: Scene) -> None:
    """Otherwise the tests above ask for nothing."""
    for actor in (scene.unit.counsellor, scene.unit.head):
        telling = set()
        for name, method in _methods(scene.services):
            if not _writes(method):
                answer = _answer(method, actor, _about(scene.hidden, method))
                if any(True for _ in _leaks(scene.hidden, answer, (name, method.__name__), {})):
                    telling.add(f"{name}.{method.__name__}")
        assert len(telling) >= 25, sorted(telling)


def _writes(method: Callable[..., Any]) -> bool:
    from services.changes import Done

    kind = typing.get_type_hints(method).get("return")
    return (typing.get_origin(kind) or kind) is Done


# --- asking -------------------------------------------------------------------------------------------------------


def _about(hidden: HiddenFile, method: Callable[..., Any]) -> dict[str, Any]:
    """Arguments that name the hidden file in every way in which they can."""
    parameters = _parameters(method)
    subject = next((name for name in parameters if name in hidden.versions), "case_id")
    return {name: _value(hidden, name, kind, subject) for name, kind in parameters.items()}


def _value(hidden: HiddenFile, name: str, kind: Any, subject: str) -> Any:
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _value(hidden, name, next(part for part in parts if part is not types.NoneType), subject)
    if kind is UUID:
        return hidden.ids.get(name, hidden.ids.get(f"{name.removesuffix('s')}", hidden.ids["case_id"]))
    if origin in (tuple, Sequence):
        is_list = origin is Sequence or parts[-1] is Ellipsis
        name = name.removesuffix("s") if is_list else name
        return tuple(_value(hidden, name, part, subject) for part in (parts[:1] if is_list else parts))
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return next(iter(kind))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _draft(hidden, kind)
    return _plain(hidden, name, kind, subject)


def _plain(hidden: HiddenFile, name: str, kind: Any, subject: str) -> Any:
    if kind is bool:
        return True
    if kind is int:
        return hidden.versions[subject] if name == "version" else 50 if name == "limit" else 1
    if kind is datetime:
        return MORNING
    if kind is date:
        return date(2026, 11, 23) if name == "last" else date(2026, 11, 21)
    return _CODES.get(name, OPEN_TEXTS[1])


_CODES = {"type": "intake", "channel": "phone", "result": "", "noun": "case", "book": "normal", "sex": "female"}


def _draft(hidden: HiddenFile, kind: type[Any]) -> Any:
    hints = typing.get_type_hints(kind)
    values: dict[str, Any] = {}
    for each in dataclasses.fields(kind):
        is_named = each.name in hidden.ids or each.name.removesuffix("s") in hidden.ids
        if each.name == "id":
            values["id"] = _own_id(hidden, kind)
        elif each.name == "version":
            values["version"] = 1
        elif is_named or each.default is dataclasses.MISSING:
            values[each.name] = _value(hidden, each.name, hints[each.name], "case_id")
    return kind(**values)


def _own_id(hidden: HiddenFile, kind: type[Any]) -> UUID | None:
    name = {
        "PersonDraft": "person_id",
        "AppointmentDraft": "appointment_id",
        "SessionDraft": "session_id",
        "AgreementDraft": "agreement_id",
        "ClauseDraft": "clause_id",
        "ReferralOutMove": "case_id",
    }
    return hidden.ids.get(name.get(kind.__name__, ""), None)


# --- listening ----------------------------------------------------------------------------------------------------


def _leaks(hidden: HiddenFile, answer: Any, method: tuple[str, str], given: Mapping[str, Any]) -> Iterator[str]:
    """Strings and ids of the file in an answer; of the ids none but those that one asked with and may ask with."""
    texts, ids = set(), set()
    for value in _each(answer):
        if isinstance(value, str):
            texts.add(value)
        elif isinstance(value, UUID):
            ids.add(value)
        elif isinstance(value, bytes) and value and method in _LISTED:
            texts.add(_printed(value))
        elif isinstance(value, bytes) and len(value) > 64 and method not in _HANDED_BACK:
            yield "bytes"
    typed = {value for value in _each(dict(given)) if isinstance(value, str)}
    secrets = (*OPEN_TEXTS, *SEALED_TEXTS, hidden.case_no)
    yield from (f"says {one}" for one in secrets for text in texts if one in text and text not in typed)
    if method not in _TAKEN_HOURS | _BOOKS:
        yield from (f"names {name}" for name in _names_of(hidden, ids & hidden.all_ids))


def _names_of(hidden: HiddenFile, ids: set[UUID]) -> list[str]:
    names = {key: name for name, key in hidden.ids.items()}
    return sorted(names.get(key, "a row") for key in ids)


def _each(value: Any) -> Iterator[Any]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from _each(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _each(key)
            yield from _each(item)
    elif isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from _each(item)
    else:
        yield value


def _printed(content: bytes) -> str:
    with TemporaryDirectory() as folder:
        return to_ascii(poppler(content, Path(folder)))
