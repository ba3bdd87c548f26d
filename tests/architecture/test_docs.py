"""The pages in `docs` keep up with the tree: a newcomer who trusts them is not led astray."""

import re

from tests.architecture.tree import PROGRAM, ROOT, python_files, read

_RULE = re.compile(r"\b[RP]-\d+\b")


def _doc(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_every_rule_that_code_names_is_said() -> None:
    named = {rule for path in python_files(*PROGRAM) for rule in _RULE.findall(read(path))}
    said = set(re.findall(r"^\| ([RP]-\d+) \|", _doc("rules.md"), re.MULTILINE))
    assert sorted(named - said) == []


def test_the_map_names_the_rooms_of_services_and_no_others() -> None:
    table = _doc("architecture.md").partition("## Rooms of `services`")[2].partition("\n## ")[0]
    first_cells = "".join(re.findall(r"^\|([^|]*)\|", table, re.MULTILINE))
    told = {name.partition(".")[0] for name in re.findall(r"`([a-z_.]+)`", first_cells)}
    there = {path.parts[1].removesuffix(".py") for path in python_files("services")} - {"__init__"}
    assert told == there
