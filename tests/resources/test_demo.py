"""The word stock of the made-up precinct: enough, well spelt, and nobody real (P-44)."""

import re
from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

from resources import shelf
from services.persian.text import display_form, search_key

TYPED = "story.toml"  # what the people of the story type, mistakes included
FILES = sorted(file.name for file in shelf.path("demo").glob("*.toml") if file.name != TYPED)
KEYS_OF_CODES = {
    *("mission", "rank", "role", "sex", "source", "target", "actions", "topic", "result", "categories"),
    *(
        "basis",
        "by",
        "group",
        "kind",
        "next",
        "key",
        "answers",
        "follows",
        "direction",
        "channel",
        "urgency",
        "order_to",
    ),
    *("typed", "username", "unit_code", "mobile_prefix", "landline_prefix", "postal_prefix", "national_code_prefix"),
}


def _file(name: str) -> dict[str, Any]:
    return shelf.read_toml("demo", f"{name}.toml")


def _codes(name: str) -> set[str]:
    return {row.code for row in shelf.code_list(name)}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in KEYS_OF_CODES:
                yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)


@pytest.mark.parametrize("file", FILES)
def test_every_text_is_in_display_form_without_latin(file: str) -> None:
    for text in _texts(shelf.read_toml("demo", file)):
        assert display_form(text) == text
        assert not re.search("[A-Za-z0-9]", re.sub(r"\{[a-z]+\}", "", text)), text


def test_there_are_names_enough() -> None:
    names = _file("names")
    assert len(set(names["female"])) == len(names["female"]) >= 120
    assert len(set(names["male"])) == len(names["male"]) >= 120
    assert len(set(names["family"])) == len(names["family"]) >= 200
    assert set(names["frequent_family"]) <= set(names["family"])


def test_names_hold_the_hard_spellings() -> None:
    names = _file("names")
    everyone = [*names["female"], *names["male"], *names["family"]]
    for sign in ("\u200c", "ئ", "ؤ", "آ", "\u0651", " "):
        assert any(sign in name for name in everyone), sign
    keys = [search_key(name) for name in everyone]
    assert len(set(keys)) < len(keys), "two spellings of one name"
    for row in names["variant"]:
        assert row["typed"] != row["stored"]
        assert display_form(row["typed"]) == row["stored"]


def test_nobody_can_be_reached() -> None:
    place = _file("place")
    assert re.fullmatch(r"096\d{4}", place["mobile_prefix"])
    assert re.fullmatch(r"079\d{4}", place["landline_prefix"])
    assert place["national_code_prefix"] == "000"
    assert "079" not in {row.behaviour["area_code"] for row in shelf.code_list("province")}


def test_every_category_has_subject_lines() -> None:
    subjects = _file("subjects")
    assert set(subjects) == _codes("case_category")
    for code, lines in subjects.items():
        assert len(set(lines)) == len(lines) >= 4, code
        assert all(len(line) <= 60 for line in lines)


def test_every_kind_of_session_has_a_record() -> None:
    assert set(_file("records")) == _codes("session_type")


def test_codes_in_the_stock_exist() -> None:
    staff, bodies, quick = _file("staff"), _file("bodies"), _file("quick")
    assert {row["role"] for row in staff["staff"]} <= _codes("staff_role")
    assert len({row["username"] for row in staff["staff"]}) == len(staff["staff"])
    assert {row["rank"] for row in [*staff["staff"], *staff["officer"]]} <= _codes("rank")
    assert {row["source"] for row in bodies["body"] if "source" in row} <= _codes("referral_source")
    assert {row["target"] for row in bodies["body"] if "target" in row} <= _codes("referral_target")
    assert {action for row in quick["night"] for action in row["actions"]} <= _codes("danger_action")
    assert {row["topic"] for row in quick["advice"]} <= _codes("advice_topic")
    assert {row["result"] for row in quick["advice"]} <= _codes("advice_result")
    sent, after = _file("referrals_out")["referral"], _file("aftermath")
    assert {row["target"] for row in sent} <= _codes("referral_target")
    assert {row["basis"] for row in sent if row["basis"]} <= _codes("legal_basis")
    assert {code for row in sent for code in row["categories"]} <= _codes("case_category")
    assert {row["kind"] for row in after["scan"]} <= _codes("attachment_kind")
    work = _file("work")
    assert set(work["employed"]) == _codes("employment_kind")
    assert set(work["others"]) <= _codes("occupation_status")


def test_placeholders_are_known() -> None:
    known = {"client", "other", "weeks", "day", "obligor", "obligee", "amount", "due", "count", "weekday", "hour"}
    known.add("number")
    for file in FILES:
        for text in _texts(shelf.read_toml("demo", file)):
            assert {name for _, name, _, _ in Formatter().parse(text) if name} <= known, text


def test_clauses_say_where_they_fit_and_what_they_need() -> None:
    clauses = _file("clauses")["clause"]
    for row in clauses:
        assert set(row["categories"]) <= _codes("case_category")
        assert ("{amount}" in row["text"]) == ("amount_from" in row)
        assert ("{due}" in row["text"]) == ("due_days" in row)
        assert row.get("amount_from", 0) <= row.get("amount_to", 0)
        assert row.get("mutual") or "{obligor}" in row["text"] or row.get("recurring") or row.get("due_days")
