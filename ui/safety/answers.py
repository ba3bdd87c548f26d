"""The answers given so far, and which question comes next: plain data without a widget."""

from dataclasses import dataclass, field
from typing import Any

from services.safety import Answer, AnswerDraft, Question, ScreenForm

_FOLLOWED = (Answer.YES.value, Answer.REFUSED.value)


@dataclass
class Answers:
    """`given`: question code → "yes", "no" or "refused"; `notes`: question code → text."""

    given: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    at: int = 0

    def asked(self, form: ScreenForm) -> tuple[tuple[str, Question], ...]:
        """Section title and question, in order; what follows a "no" or an open question is left out."""
        return tuple(
            (section.title, question)
            for section in form.sections
            for question in section.questions
            if not question.after or self.given.get(question.after) in _FOLLOWED
        )

    def next_open(self, form: ScreenForm, after: int) -> int | None:
        """The place of the next question without an answer behind `after`, then from the start; None for none."""
        asked = self.asked(form)
        order = [*range(after + 1, len(asked)), *range(min(after + 1, len(asked)))]
        return next((place for place in order if asked[place][1].code not in self.given), None)

    def opens_full(self) -> bool:
        """Whether one of the answers calls for the full form (P-20)."""
        return any(answer in _FOLLOWED for answer in self.given.values())

    def drafts(self, form: ScreenForm) -> tuple[AnswerDraft, ...]:
        """For the service: the answers to what is asked now; a follow-up whose question was taken back is not."""
        return tuple(
            AnswerDraft(question.code, Answer(self.given[question.code]), self.notes.get(question.code, ""))
            for _, question in self.asked(form)
            if question.code in self.given
        )

    def plain(self) -> dict[str, Any]:
        return {"given": dict(self.given), "notes": dict(self.notes), "at": self.at}

    def take(self, plain: dict[str, Any]) -> None:
        self.given, self.notes = dict(plain.get("given", {})), dict(plain.get("notes", {}))
        self.at = int(plain.get("at", 0))
