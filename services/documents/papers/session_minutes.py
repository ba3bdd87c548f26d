"""The minutes of a session (domain.md §3.3): who was there, topics, agreed tasks, the next day.

Those who sat there sign. Of talks that were held apart there are minutes for each side alone (domain.md §5.6).
"""

from dataclasses import dataclass
from datetime import date, time

from services.catalogue import say
from services.persian.digits import to_persian_text

from ..blocks import Block, KeyValues, Letterhead, Paper, SignatureRow, Table, Title
from ..templates import LetterText, fill
from .issue import Identity, Issue, day_words, framed, hour
from .outward import told
from .parties import Party, box, party_boxes

LETTER = "session_minutes"


@dataclass(frozen=True, slots=True)
class Participant:
    """A party, and in neutral words whether it was there; `is_present` signs."""

    party: Party
    attendance: str
    is_present: bool


@dataclass(frozen=True, slots=True)
class SessionMinutesContent:
    """`kind` is the kind of session in words; nothing here comes from notes or the case record (R-14)."""

    issue: Issue
    kind: str
    day: date
    from_hour: time
    to_hour: time
    participants: tuple[Participant, ...]
    topics: tuple[str, ...]
    tasks: tuple[str, ...]
    next_on: date | None
    counsellor: str
    interpreter: str = ""


def compose(content: SessionMinutesContent, letterhead: Letterhead, letter: LetterText) -> Paper:
    words = "documents.minutes"
    facts = [
        (say(f"{words}.kind"), content.kind),
        (say(f"{words}.day"), day_words(content.day)),
        (say(f"{words}.hours"), say(f"{words}.from_to", first=hour(content.from_hour), last=hour(content.to_hour))),
        (say(f"{words}.counsellor"), content.counsellor),
    ]
    if content.interpreter:
        facts.append((say("documents.signs.interpreter"), content.interpreter))
    head = (say("documents.party.part"), say("documents.party.name"), say(f"{words}.attendance"))
    rows = tuple((one.party.part, one.party.identity.full_name, one.attendance) for one in content.participants)
    blocks: list[Block] = [
        Title(letter.title),
        KeyValues(tuple(facts), columns=2),
        Table(head, rows, weights=(1.2, 2.2, 1.2), strong_column=1),
        *told(f"{words}.topics", tuple(map(to_persian_text, content.topics))),
        *told(f"{words}.tasks", tuple(map(to_persian_text, content.tasks))),
    ]
    if content.next_on is not None:
        blocks.append(KeyValues(((say(f"{words}.next"), day_words(content.next_on)),)))
    blocks += fill(letter.body, {})
    boxes = party_boxes(one.party for one in content.participants if one.is_present)
    boxes.append(box(say("documents.signs.counsellor"), Identity(content.counsellor)))
    if content.interpreter:
        boxes.append(box(say("documents.signs.interpreter"), Identity(content.interpreter)))
    blocks.append(SignatureRow(tuple(boxes)))
    return framed(letter.title, blocks, letterhead, content.issue, letter.subject)
