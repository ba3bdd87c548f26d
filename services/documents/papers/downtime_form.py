"""A blank form to write on by hand (P-24); its lines, boxes and sentences are data of its letter text."""

from dataclasses import dataclass, replace

from services.catalogue import say

from ..blocks import (
    Block,
    Checkbox,
    Checkboxes,
    Clauses,
    KeyValues,
    Letterhead,
    NumberBlock,
    Paper,
    SignatureBox,
    SignatureRow,
    Table,
    Title,
)
from ..templates import LetterText, fill
from .issue import Issue, framed


@dataclass(frozen=True, slots=True)
class DowntimeFormContent:
    """`signs` are who signs it: a key of `documents.signs`, and whether with a fingerprint. `checks` are boxes to
    tick, `questions` sentences with room for an answer beside each."""

    issue: Issue
    signs: tuple[tuple[str, bool], ...] = ()
    checks: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def compose(content: DowntimeFormContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    """A list of the text whose items end with a colon becomes lines to write on."""
    blocks: list[Block] = [Title(letter.title), *(_written_on(block) for block in fill(letter.body, {}))]
    if content.checks:
        blocks.append(Checkboxes(tuple(Checkbox(text) for text in content.checks)))
    if content.questions:
        head = tuple(say(f"downtime.screen.{name}") for name in ("question", "yes", "no", "refused"))
        rows = tuple((text, "", "", "") for text in content.questions)
        blocks.append(Table(head, rows, weights=(6.0, 0.7, 0.7, 1.1)))
    boxes = tuple(SignatureBox(say(f"documents.signs.{part}"), fingerprint=finger) for part, finger in content.signs)
    if boxes:
        blocks.append(SignatureRow(boxes))
    return undated(framed(letter.title, blocks, letterhead, content.issue, letter.subject))


def undated(paper: Paper) -> Paper:
    """The same sheet with its day and enclosures to be written by hand: it may be used weeks later."""
    if paper.number_block is None:
        return paper
    blank = {say("documents.date"), say("documents.attachment")}
    rows = tuple((label, "" if label in blank else value) for label, value in paper.number_block.rows)
    return replace(paper, number_block=NumberBlock(rows))


def _written_on(block: Block) -> Block:
    if not isinstance(block, Clauses) or block.numbered or not all(item.endswith(":") for item in block.items):
        return block
    items = tuple((item.removesuffix(":"), "") for item in block.items)
    return KeyValues(items, 1 if len(items) == 1 else 2)
