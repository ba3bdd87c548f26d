"""Sheets with a code for an envelope: what it opens and what it does not, and how to use it.

The recovery sheet opens the data; the note sheet is one of the two keys of the unit's process notes.
"""

from dataclasses import dataclass, replace
from datetime import date

from services.catalogue import say
from services.persian.jalali import format_date

from ..blocks import Block, CodeGroups, KeyValues, Letterhead, Paper, Title
from ..templates import fill, letter_text
from .issue import Issue, framed

LETTER = "recovery_sheet"
NOTE_LETTER = "note_sheet"


@dataclass(frozen=True, slots=True)
class RecoverySheetContent:
    """`groups` are the code's groups in their order; `key_name` tells this sheet from an older one."""

    groups: tuple[str, ...]
    unit_name: str
    made_on: date
    head_name: str
    key_name: str = ""
    is_practice: bool = False
    letter: str = LETTER


def compose(content: RecoverySheetContent, letterhead: Letterhead) -> Paper:
    letter = letter_text(content.letter)
    words = "documents.recovery"
    facts = [
        (say(f"{words}.unit"), content.unit_name),
        (say(f"{words}.made_on"), format_date(content.made_on)),
        (say(f"{words}.head"), content.head_name),
    ]
    if content.key_name:
        facts.append((say(f"{words}.key"), content.key_name))
    blocks: list[Block] = [
        Title(letter.title),
        KeyValues(tuple(facts)),
        CodeGroups(content.groups, columns=4),
        *fill(letter.body, {}),
        KeyValues(
            (
                (say(f"{words}.sealed_by"), ""),
                (say(f"{words}.sealed_on"), ""),
            ),
            columns=2,
        ),
    ]
    issue = Issue(content.made_on, is_confidential=True, is_practice=content.is_practice)
    return replace(framed(letter.title, blocks, letterhead, issue, letter.subject), number_block=None)
