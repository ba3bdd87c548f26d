"""The one reader of the shelf: where the data files lie, and the code lists in them.

A code list is `codes/<list>.toml`: `list`, `title`, optionally `closed = true`, then `[[value]]` rows of `code`,
`label`, `position`, optionally `unconfirmed = true`; every other key of a row is a behaviour column. A file under
`codes/` without a `list` key (the safety screen, the safety plan, the danger steps) is no code list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

_SHELF = Path(__file__).resolve().parent
_OWN_KEYS = frozenset({"code", "label", "position", "unconfirmed"})


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One entry of a code list as shipped; the unit's own labels and order lie in its database (R-1).

    `behaviour` is read-only and holds only what the file says: a missing yes/no column means no.
    `unconfirmed` marks a fact that the unit or its legal office must still confirm (`[OK]` in domain.md).
    """

    list: str
    code: str
    label: str
    position: int
    behaviour: Mapping[str, str | int | bool | tuple[str, ...]] = field(hash=False)
    unconfirmed: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "behaviour", MappingProxyType(dict(self.behaviour)))

    def __reduce__(self) -> tuple[object, ...]:
        # A mapping proxy cannot be pickled.
        values = (self.list, self.code, self.label, self.position, dict(self.behaviour), self.unconfirmed)
        return CodeRow, values


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list as a whole. A closed one names the codes of an enum: labels and order are editable, rows are not."""

    name: str
    title: str
    closed: bool
    rows: tuple[CodeRow, ...]


def path(*parts: str) -> Path:
    """Where a data file or folder lies, from source and from a packaged program alike."""
    return _SHELF.joinpath(*parts)


@cache
def read_toml(*parts: str) -> dict[str, Any]:
    """The parsed file, read once a process. It is shared by all callers: read it, never change it.

    Raises FileNotFoundError, or tomllib.TOMLDecodeError for a damaged file.
    """
    import tomllib  # loaded with the first data file: the sign-in page stands without any

    return tomllib.loads(path(*parts).read_text("utf-8"))


@cache
def code_lists() -> tuple[str, ...]:
    """The names of all shipped code lists, in alphabetical order."""
    names = sorted(file.stem for file in path("codes").glob("*.toml"))
    return tuple(name for name in names if "list" in read_toml("codes", f"{name}.toml"))


@cache
def whole_list(name: str) -> CodeList:
    """A list with its title. Raises KeyError for a name that is no code list."""
    if name not in code_lists():
        raise KeyError(name)
    content = read_toml("codes", f"{name}.toml")
    rows = sorted((_row(name, value) for value in content["value"]), key=lambda row: row.position)
    return CodeList(name, content["title"], content.get("closed", False), tuple(rows))


def code_list(name: str) -> tuple[CodeRow, ...]:
    """The rows of a list by position. Raises KeyError for a name that is no code list."""
    return whole_list(name).rows


def _row(name: str, value: Mapping[str, Any]) -> CodeRow:
    behaviour = {
        key: tuple(item) if isinstance(item, list) else item for key, item in value.items() if key not in _OWN_KEYS
    }
    return CodeRow(
        list=name,
        code=value["code"],
        label=value["label"],
        position=value["position"],
        behaviour=behaviour,
        unconfirmed=value.get("unconfirmed", False),
    )
