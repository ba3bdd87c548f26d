"""The closing sheet of a file (domain.md §3.3, §2.3): days, meetings, how it ended, the checklist, its reviewer."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import Block, Checkbox, Checkboxes, Clauses, KeyValues, Letterhead, Paper, Paragraph, Table, Title
from ..templates import LetterText, fill
from .issue import Issue, Signer, framed, sign_off
from .parties import Party, party_table

LETTER = "closure_summary"


@dataclass(frozen=True, slots=True)
class ClosureSummaryContent:
    """Rows as they are printed. `meetings`: type, day, hours, who was there; `follow_ups`: round, name, day, state.

    `checks` are the lines of the checklist with whether each is done; `decisions` the head's decisions on joint
    meetings (R-7): day and measures, never why.
    """

    issue: Issue
    parties: tuple[Party, ...]
    days: tuple[tuple[str, str], ...]
    meetings: tuple[tuple[str, ...], ...]
    outcome: tuple[tuple[str, str], ...]
    follow_ups: tuple[tuple[str, ...], ...]
    checks: tuple[tuple[str, bool], ...]
    signer: Signer
    decisions: tuple[str, ...] = ()
    reviewer: str = ""


def compose(content: ClosureSummaryContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    blocks: list[Block] = [Title(letter.title), party_table(content.parties), *_facts("days", content.days)]
    blocks += _table("meetings", ("type", "day", "hours", "present"), content.meetings)
    blocks += _facts("outcome", content.outcome)
    blocks += _table("follow_ups", ("round", "name", "day", "state"), content.follow_ups)
    if content.decisions:
        blocks += [_heading("decisions"), Clauses(tuple(map(to_persian_text, content.decisions)), numbered=False)]
    boxes = tuple(Checkbox(label, checked) for label, checked in content.checks)
    blocks += [_heading("checks"), Checkboxes(boxes, 2), *fill(letter.body, {"reviewer": content.reviewer})]
    blocks.append(sign_off(content.signer))
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)


def _heading(name: str) -> Title:
    return Title(say(f"documents.closure.{name}"), level=2)


def _facts(name: str, items: tuple[tuple[str, str], ...]) -> list[Block]:
    return [_heading(name), KeyValues(items, 2)]


def _table(name: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[Block]:
    if not rows:
        return [_heading(name), Paragraph(say("documents.own.none"))]
    head = tuple(say(f"documents.closure.{column}") for column in columns)
    return [_heading(name), Table(head, rows, weights=(1.6, 1.2, 1.2, 2.2))]
