"""The unit's own safety screen, danger steps and plan prompts, read from the shelf (domain.md §5.6)."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from resources import shelf
from services.errors import refuse
from services.persian.text import display_multiline
from services.safety.shapes import DangerStep, PlanPhase, PlanPrompt, Question, RoomCheck, Section
from services.typed import PARAGRAPH, too_long


@cache
def screen_file() -> dict[str, Any]:
    """The whole definition of the screen: sections, questions with their weights, rules, checks."""
    return shelf.read_toml("codes", "safety_screen.toml")


def questions() -> dict[str, dict[str, Any]]:
    """Every question with its weights, by code."""
    return {question["code"]: question for question in screen_file()["question"]}


def sections(*, is_full: bool, audiences: frozenset[str]) -> tuple[Section, ...]:
    """The questions to ask; `audiences` are the `applies_to` values that fit (partner, has_children …)."""
    file = screen_file()
    found = []
    for section in file["section"]:
        asked = tuple(
            _question(question)
            for question in file["question"]
            if question["section"] == section["code"]
            and (is_full or question.get("short"))
            and question.get("applies_to", "all") in audiences
        )
        if asked:
            found.append(Section(section["code"], section["title"], section.get("hint", ""), asked))
    return tuple(found)


def room_checks() -> tuple[RoomCheck, ...]:
    """What must be true in the room before the first question (P-12)."""
    return tuple(RoomCheck(check["code"], check["text"]) for check in screen_file()["check"] if check.get("needed"))


def _question(row: dict[str, Any]) -> Question:
    return Question(row["code"], row["text"], row.get("hint", ""), row.get("after", ""), bool(row.get("is_delicate")))


def danger_steps(flags: Iterable[str]) -> tuple[DangerStep, ...]:
    """The steps of the danger page for a person with these flags, in order."""
    standing = set(flags)
    return tuple(
        DangerStep(
            step["code"],
            step["title"],
            step["text"],
            step["kind"],
            tuple(step.get("records", ())),
            bool(step.get("required")) or bool(standing & set(step.get("required_for", ()))),
            step.get("number", ""),
            bool(step.get("may_be_declined")),
            step.get("document", ""),
        )
        for step in shelf.read_toml("codes", "danger_steps.toml")["step"]
    )


def no_consent_reason() -> str:
    """The reason that the danger page proposes for acting without consent (P-11)."""
    return str(shelf.read_toml("codes", "danger_steps.toml")["no_consent_reason"])


def plan_phases() -> tuple[PlanPhase, ...]:
    """The prompts of the safety plan, by phase."""
    file = shelf.read_toml("codes", "safety_plan.toml")
    return tuple(
        PlanPhase(
            phase["code"],
            phase["title"],
            phase.get("hint", ""),
            tuple(_prompt(row) for row in file["prompt"] if row["phase"] == phase["code"]),
        )
        for phase in file["phase"]
    )


def plan_content(answers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is stored of a plan's answers by prompt; errors are named `content.<prompt>`."""
    typed = list(answers)
    refuse(too_long([(f"content.{code}", text) for code, text in typed], PARAGRAPH))
    return {code: display_multiline(text) for code, text in typed if text.strip()}


def _prompt(row: dict[str, Any]) -> PlanPrompt:
    return PlanPrompt(
        row["code"],
        row["phase"],
        row["text"],
        row.get("hint", ""),
        row.get("kind", "text"),
        tuple(row.get("items", ())),
        bool(row.get("required")),
        bool(row.get("is_secret")),
    )
