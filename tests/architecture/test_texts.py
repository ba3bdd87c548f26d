"""Every sentence that services say is in the catalogue, and none lies there that nobody says."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache

from services.catalogue import knows
from tests.architecture.tree import ROOT, parse, place, python_files

_RAISED = re.compile(r"(?:Error|InvalidDraft)$")
_KEY = re.compile(r"[a-z_]+\.[a-z_.0-9]*[a-z_0-9]")
_SAID = {"say", "wrong"}
"""Functions whose text argument is a key: `say("noun.key")`, `fields.wrong("field", "noun.key")`."""


@cache
def _keys() -> frozenset[str]:
    found: set[str] = set()
    for file in sorted((ROOT / "resources" / "texts").glob("*.toml")):
        found |= {f"{file.stem}.{name}" for name in _flat(tomllib.loads(file.read_text("utf-8")))}
    return frozenset(found)


def _flat(table: dict[str, object], prefix: str = "") -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}"


@cache
def _texts() -> tuple[frozenset[str], tuple[str, ...]]:
    """Every text constant of the program, and every composed text as a pattern."""
    constants: set[str] = set()
    patterns: list[str] = []
    for path in python_files("models", "services", "ui"):
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else ".+" for v in node.values]
                patterns.append("".join(parts))
    return frozenset(constants), tuple(p for p in patterns if re.search(r"[a-z]", p))


def test_every_key_that_is_named_has_a_sentence() -> None:
    missing = [
        f"{place(path, node)} {key}"
        for path in python_files("services", "ui")
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Call)
        for key in _named(node)
        if not knows(key)
    ]
    assert missing == []


def test_every_sentence_is_said_somewhere() -> None:
    constants, patterns = _texts()
    unsaid = [
        key for key in sorted(_keys() - constants) if not any(re.fullmatch(pattern, key) for pattern in patterns)
    ]
    assert unsaid == []


def _named(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if not (_RAISED.search(name) or name in _SAID):
        return
    nouns = {key.partition(".")[0] for key in _keys()}
    for argument in call.args[:2]:
        text = argument.value if isinstance(argument, ast.Constant) else None
        if isinstance(text, str) and _KEY.fullmatch(text) and text.partition(".")[0] in nouns:
            yield text
