"""English lives in code, Persian in `resources` (design.md §3 rule 4)."""

import ast
import re

from tests.architecture.tree import PROGRAM, parse, place, python_files, read, text_files

_PERSIAN = re.compile("[\u0620-\u0669\u066e-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")


def test_no_persian_letter_in_code() -> None:
    """Only `services/persian` knows letters, number, month and day words."""
    found = [
        place(path, number)
        for path in (*python_files(*PROGRAM), *python_files("main.py"))
        if not path.as_posix().startswith("services/persian/")
        for number, line in enumerate(read(path).splitlines(), start=1)
        if _PERSIAN.search(line)
    ]
    assert found == []


def test_no_hidden_sign_in_code() -> None:
    """Zero-width and direction signs are written as escapes, so that a reader sees them."""
    hidden = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
    found = [
        place(path, number)
        for path in python_files(*PROGRAM)
        if not path.as_posix().startswith("services/persian/")
        for number, line in enumerate(read(path).splitlines(), start=1)
        if hidden.search(line)
    ]
    assert found == []


def test_no_arabic_letters_in_what_people_read() -> None:
    """Persian texts use Persian ye and kaf: a search for the one never finds the other."""
    arabic = re.compile("[\u0643\u064a\u0649]")
    texts = [path for path in text_files() if path.parts[0] == "resources" and path.suffix in {".toml", ".ts", ".j2"}]
    found = [
        place(path, number)
        for path in texts
        for number, line in enumerate(read(path).splitlines(), start=1)
        if arabic.search(line)
    ]
    assert found == []


def test_no_branch_on_an_editable_code() -> None:
    """Logic asks for an entry's behaviour (`counts_as`, `safety_default` …), never for its code: units rename
    and add entries."""
    branches = [
        place(path, node)
        for path in python_files("services", "ui")
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Compare) and _compares_code([node.left, *node.comparators])
    ]
    assert branches == []


def _compares_code(sides: list[ast.expr]) -> bool:
    names = [side.attr if isinstance(side, ast.Attribute) else getattr(side, "id", "") for side in sides]
    is_code = any(name.endswith(("category_code", "_kind_code", "_type_code", "reason_code")) for name in names)
    return is_code and any(_is_text(side) for side in sides)


def _is_text(side: ast.expr) -> bool:
    if isinstance(side, ast.Tuple | ast.List | ast.Set):
        return any(_is_text(part) for part in side.elts)
    return isinstance(side, ast.Constant) and isinstance(side.value, str) and bool(side.value)
