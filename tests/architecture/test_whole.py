"""Nothing half-done, nothing that belongs to one machine."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import parse, place, python_files, read, text_files

_OWN = "tests/architecture/test_whole.py"
_ABSTRACT = frozenset({"Protocol", "ABC"})


def test_no_stub() -> None:
    assert [place(path, node) for path in python_files() for node in _stubs(parse(path))] == []


def test_no_test_is_passed_over() -> None:
    passed_over = [
        place(path, node)
        for path in python_files("tests")
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Attribute) and node.attr in {"skip", "skipif", "xfail", "importorskip", "skipTest"}
    ]
    assert passed_over == []


def test_no_note_to_self() -> None:
    note = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
    assert _lines(note, python_files()) == []


def test_no_place_of_one_machine() -> None:
    """Neither a folder of somebody's machine nor the address of a package registry: machines are configured,
    the program is not."""
    folder = r"(?<![\w.~}>-])/(?:work|root|tmp|home/\w+|Users/\w+)/|[A-Z]:\\\\?Users\\"
    hosts = (
        "py" + "pi.org",
        "python" + "hosted.org",
        "registry." + "npmjs",
        "deb." + "debian.org",
        "archive." + "ubuntu",
    )
    found = _lines(re.compile("|".join((folder, *map(re.escape, hosts)))), text_files())
    assert [line for line in found if not line.startswith(_OWN)] == []


def _lines(pattern: re.Pattern[str], paths: tuple[Path, ...]) -> list[str]:
    return [
        place(path, number)
        for path in paths
        for number, line in enumerate(read(path).splitlines(), start=1)
        if pattern.search(line)
    ]


def _stubs(module: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(module):
        if isinstance(node, ast.Raise) and node.exc is not None and "NotImplementedError" in ast.unparse(node.exc):
            yield node
        if isinstance(node, ast.ClassDef) and _ABSTRACT & {_name(base) for base in node.bases}:
            continue
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) and _is_empty(child):
                yield child


def _is_empty(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Nothing but `...` or `pass`; a docstring that says why nothing is to be done is enough."""
    if {_name(decorator) for decorator in function.decorator_list} & {"overload", "abstractmethod"}:
        return False
    [*first, last] = function.body
    if first:
        return False
    is_dots = isinstance(last, ast.Expr) and isinstance(last.value, ast.Constant) and last.value.value is ...
    return is_dots or isinstance(last, ast.Pass)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Subscript):
        node = node.value
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
