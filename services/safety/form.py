"""The unit's own safety screen, danger steps and plan prompts, read from the shelf (domain.md §5.6)."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from uuid import UUID

from resources import shelf
from services.safety.shapes import DangerStep, PlanPhase, PlanPrompt, Question, RoomCheck, ScreenForm, Section


@cache
def screen_file() -> dict[str, Any]:
    """The whole definition of the screen: sections, questions with their weights, rules, checks."""
    return shelf.read_toml("codes", "safety_screen.toml")


def questions() -> dict[str, dict[str, Any]]:
    """Every question with its weights, by code."""
    return {question["code"]: question for question in screen_file()["question"]}


def screen_form(case_id: UUID, person_id: UUID, *, is_full: bool, audiences: frozenset[str]) -> ScreenForm:
    """The questions for one person; `audiences` are the `applies_to` values that fit (partner, has_children …)."""
    file = screen_file()

    def fits(question: dict[str, Any]) -> bool:
        asked = is_full or bool(question.get("short"))
        return asked and question.get("applies_to", "all") in audiences

    sections = []
    for section in file["section"]:
        asked = tuple(_question(q) for q in file["question"] if q["section"] == section["code"] and fits(q))
        if asked:
            sections.append(Section(section["code"], section["title"], section.get("hint", ""), asked))
    return ScreenForm(
        case_id,
        person_id,
        file["version"],
        is_full,
        file["intro"],
        file["limits"],
        file["closing"],
        tuple(RoomCheck(check["code"], check["text"]) for check in file["check"] if check.get("needed")),
        tuple(sections),
    )


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
        )
        for step in shelf.read_toml("codes", "danger_steps.toml")["step"]
    )


def no_consent_reason() -> str:
    """The reason that the danger page proposes for acting without consent (P-11)."""
    return str(shelf.read_toml("codes", "danger_steps.toml")["no_consent_reason"])


def plan_phases() -> tuple[PlanPhase, ...]:
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


def _prompt(row: dict[str, Any]) -> PlanPrompt:
    return PlanPrompt(
        row["code"],
        row["phase"],
        row["text"],
        row.get("kind", "text"),
        tuple(row.get("items", ())),
        bool(row.get("required")),
    )
