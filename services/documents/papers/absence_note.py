"""The note of absence (domain.md §3.3): how and when somebody was invited, and what came of it; nothing else."""

from dataclasses import dataclass
from datetime import date

from services.catalogue import say
from services.persian.jalali import format_date

from ..blocks import Block, Letterhead, Paper, SignOff, Spacer, Table, Title
from ..templates import LetterText, fill
from .issue import Issue, code, framed
from .parties import Party

LETTER = "absence_note"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try: the day, how, and in neutral words what came of it."""

    day: date
    way: str
    result: str


@dataclass(frozen=True, slots=True)
class AbsenceNoteContent:
    """`no_joint`: the one sentence of P-5, where it was the unit that saw no joint session."""

    issue: Issue
    party: Party
    attempts: tuple[Attempt, ...]
    counsellor: str
    post: str = ""
    no_joint: bool = False


def compose(content: AbsenceNoteContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    who = content.party.identity
    fields: dict[str, object] = {
        "part": content.party.part,
        "name": who.full_name,
        "father_name": who.father_name,
        "national_code": code(who.national_code),
        "no_joint": content.no_joint,
    }
    opening, *closing = fill(letter.body, fields)
    head = tuple(say(f"documents.absence.{name}") for name in ("day", "way", "result"))
    rows = tuple((format_date(one.day), one.way, one.result) for one in content.attempts)
    blocks: list[Block] = [
        Title(letter.title),
        opening,
        Table(head, rows, weights=(1.0, 1.6, 1.6)),
        *closing,
        Spacer(4),
        SignOff(tuple(line for line in (content.counsellor, content.post) if line), stamp=False),
    ]
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
