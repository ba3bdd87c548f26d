"""The unit's safety screen, the safety plan and the danger page (domain.md §5.6, P-11, P-12, P-20)."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from resources import shelf
from services.persian.text import display_form

RESULTS = ("none", "present_low", "high", "imminent")
SCREEN = shelf.read_toml("codes", "safety_screen.toml")
PLAN = shelf.read_toml("codes", "safety_plan.toml")
DANGER = shelf.read_toml("codes", "danger_steps.toml")
QUESTIONS: dict[str, dict[str, Any]] = {row["code"]: row for row in SCREEN["question"]}
FLAGS = {row.code for row in shelf.code_list("risk_flag_kind")}


def _persian(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key in {"title", "text", "hint", "intro", "limits", "closing", "items", "no_consent_reason"}:
                yield from _persian_texts(item)
            elif isinstance(item, list):
                for row in item:
                    yield from _persian(row)


def _persian_texts(item: object) -> list[str]:
    return [str(part) for part in item] if isinstance(item, list) else [str(item)]


@pytest.mark.parametrize("file", [SCREEN, PLAN, DANGER], ids=["screen", "plan", "danger"])
def test_every_text_is_in_display_form_without_latin(file: dict[str, Any]) -> None:
    texts = list(_persian(file))
    assert len(texts) > 10
    for text in texts:
        assert display_form(text) == text
        assert not re.search("[A-Za-z0-9]", text)


def test_sections_a_to_g_each_ask_something() -> None:
    sections = [row["code"] for row in SCREEN["section"]]
    assert sections == list("ABCDEFG")
    assert {row["section"] for row in SCREEN["question"]} == set(sections)
    assert len(QUESTIONS) == len(SCREEN["question"])


def test_questions_are_questions_and_name_no_general_violence() -> None:
    for code, row in QUESTIONS.items():
        assert "؟" in row["text"], code
        assert "خشونت" not in row["text"], "ask for what was done, not for a word"


def test_the_six_questions_of_the_short_form() -> None:
    short = [code for code, row in QUESTIONS.items() if row.get("short")]
    assert short == [
        "injured_now",
        "dependent_at_risk",
        "weapon_used",
        "threatened_harm",
        "fear_same_room",
        "thoughts_of_death",
    ]
    assert "yes" in SCREEN["short_opens_full_on"]
    assert all("applies_to" not in QUESTIONS[code] and "after" not in QUESTIONS[code] for code in short)


@pytest.mark.parametrize(
    "code",
    [
        "strangled",
        "weapon_used",
        "weapon_at_hand",
        "threatened_to_kill",
        "suicide_attempt",
        "suicide_plan",
        "suicide_intent_now",
        "child_danger_now",
        "child_hurt",
    ],
)
def test_what_makes_a_result_high_at_once(code: str) -> None:
    assert RESULTS.index(QUESTIONS[code]["at_least"]) >= RESULTS.index("high")
    assert QUESTIONS[code].get("refused_at_least", "none") != "none", "a refusal is no «no»"


def test_imminent_dangers() -> None:
    imminent = {code for code, row in QUESTIONS.items() if row["at_least"] == "imminent"}
    assert imminent == {"danger_now", "dependent_at_risk", "suicide_intent_now", "child_danger_now"}


def test_weights_come_from_closed_sets() -> None:
    for row in [*SCREEN["question"], *SCREEN["rule"]]:
        assert row["at_least"] in RESULTS
        assert row.get("refused_at_least", "none") in RESULTS
        assert row.get("policy", "separate_only") in {"separate_only", "forbidden"}
        for key in ("raises", "raises_other", "proposes"):
            assert set(row.get(key, ())) <= FLAGS
        assert row.get("raises_when", "intimate") == "intimate"
        assert row.get("applies_to", "all") in {"all", "partner", "female_partner", "has_children"}
        assert row.get("after", "strangled") in QUESTIONS


def test_a_question_follows_one_that_stands_before_it() -> None:
    order = list(QUESTIONS)
    for code, row in QUESTIONS.items():
        assert "after" not in row or order.index(row["after"]) < order.index(code)


def test_fear_of_one_room_keeps_them_apart() -> None:
    assert QUESTIONS["fear_same_room"]["policy"] in {"separate_only", "forbidden"}


def test_a_childs_danger_raises_the_childs_flag() -> None:
    assert QUESTIONS["child_danger_now"]["raises"] == ["child_at_risk"]
    assert QUESTIONS["child_hurt"]["raises"] == ["child_at_risk"]


def test_the_room_is_checked_first() -> None:
    assert {row["code"] for row in SCREEN["check"]} >= {"alone", "no_companion", "own_interpreter"}


def test_the_plan_has_before_during_and_after() -> None:
    phases = [row["code"] for row in PLAN["phase"]]
    assert phases == ["concern", "resources", "before", "during", "after"]
    prompts = PLAN["prompt"]
    assert {row["phase"] for row in prompts} == set(phases)
    assert {row["resource"] for row in prompts if "resource" in row} == {"economic", "relations", "community"}
    assert {row.get("kind", "text") for row in prompts} <= {
        "text",
        "people",
        "checklist",
        "contact",
        "yes_no",
        "date",
    }
    assert [row["code"] for row in prompts if row.get("is_secret")] == ["code_word"]
    card = next(row for row in prompts if "D27" in row.get("offers", ()))
    assert card["kind"] == "yes_no"


def test_the_danger_page_has_its_calls_papers_and_people() -> None:
    steps = {row["code"]: row for row in DANGER["step"]}
    assert len(steps) == len(DANGER["step"])
    assert {row["number"] for row in steps.values() if row["kind"] == "call"} == {"110", "115", "123"}
    assert {row["document"] for row in steps.values() if row["kind"] == "paper"} == {"D14", "D15", "D16"}
    assert {row["kind"] for row in steps.values()} == {"person", "action", "call", "paper", "plan", "told"}
    assert all({"hour", "name"} <= set(row["records"]) for row in steps.values() if row["kind"] in {"call", "told"})
    assert steps["stay"]["required"]
    for row in steps.values():
        assert set(row.get("records", ())) <= {"name", "hour", "answer", "number", "place"}
        assert set(row.get("required_for", ())) | set(row.get("fits", ())) <= FLAGS
