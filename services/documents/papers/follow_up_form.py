"""The form of a follow-up (domain.md §2.8.3), of a round of the file or empty to fill in by hand."""

from dataclasses import dataclass

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import Block, Checkbox, Checkboxes, KeyValues, Letterhead, Paper, SignatureRow, Table, Title
from ..templates import LetterText, fill
from .issue import Identity, Issue, framed
from .parties import box

LETTER = "follow_up_form"

Ticks = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class FollowUpFormContent:
    """`facts` are labels with values, an empty one a line to write on; each list holds its choices with whether it
    was chosen. `clauses` are the sentences of the agreement."""

    issue: Issue
    facts: tuple[tuple[str, str], ...]
    methods: Ticks
    safe: Ticks
    results: Ticks
    nexts: Ticks
    clauses: tuple[str, ...] = ()
    worker: str = ""


def compose(content: FollowUpFormContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    blocks: list[Block] = [Title(letter.title), KeyValues(content.facts, 2), *fill(letter.body, {})]
    for name in ("methods", "safe", "results", "nexts"):
        ticks: Ticks = getattr(content, name)
        boxes = tuple(Checkbox(label, chosen) for label, chosen in ticks)
        blocks += [Title(say(f"documents.followed.{name}"), level=2), Checkboxes(boxes, 4 if len(boxes) < 6 else 3)]
    if content.clauses:
        head = tuple(say(f"documents.followed.{name}") for name in ("clause", "kept", "evidence"))
        rows = tuple(
            (to_persian_text(f"{place}. {text}"), "", "") for place, text in enumerate(content.clauses, start=1)
        )
        blocks += [Title(say("documents.followed.clauses"), level=2), Table(head, rows, weights=(3.4, 0.9, 1.4))]
    blocks.append(SignatureRow((box(say("documents.signs.counsellor"), Identity(content.worker)),)))
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
