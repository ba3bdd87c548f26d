"""The clock is a parameter (design.md §3 rule 5)."""

import ast
from pathlib import Path

from tests.architecture.tree import parse, place, python_files

_ASKS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "localtime"),
    ("time", "gmtime"),
    ("QDate", "currentDate"),
    ("QDateTime", "currentDateTime"),
    ("QDateTime", "currentDateTimeUtc"),
    ("QTime", "currentTime"),
}
_CLOCKS = {Path("services/clock.py"), Path("models/base.py"), Path("ui/runtime/errors.py")}
"""The clock; the keys, for a UUIDv7 begins with the machine's milliseconds and means nothing by them; the crash
report, which leans on nothing that may have crashed."""


def test_nobody_asks_the_machine_for_the_time() -> None:
    """But the clock itself: a test, a demo and a restored file must be able to stand in another time."""
    asked = [
        place(path, node)
        for path in python_files("models", "services", "ui")
        if path not in _CLOCKS
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Attribute) and (_last(node.value), node.attr) in _ASKS
    ]
    assert asked == []


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
