"""D24, the appointments of a day for the door: hour, room and number of the file, nobody's name (P-3)."""

from dataclasses import dataclass
from datetime import date

from services.catalogue import say
from services.persian.digits import to_persian_text
from services.persian.jalali import format_long

from ..blocks import Alignment, Block, Letterhead, Paper, Paragraph, Table, Title
from .issue import code


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """An hour that is taken; `case_no` is empty where there is no file, or none that the reader may know of."""

    hours: str
    room: str
    case_no: str


@dataclass(frozen=True, slots=True)
class DailyScheduleContent:
    day: date
    rows: tuple[ScheduleLine, ...]
    is_practice: bool = False


def compose(content: DailyScheduleContent, letterhead: Letterhead) -> Paper:
    title, day = say("documents.schedule.title"), format_long(content.day)
    blocks: list[Block] = [Title(title), Paragraph(day, Alignment.CENTRE)]
    if content.rows:
        head = tuple(say(f"documents.schedule.{key}") for key in ("hour", "room", "case_no", "came"))
        rows = tuple((row.hours, to_persian_text(row.room), code(row.case_no), "") for row in content.rows)
        blocks.append(Table(head, rows, (1.2, 1.6, 2.0, 1.0), strong_column=2))
    else:
        blocks.append(Paragraph(say("documents.schedule.empty"), Alignment.CENTRE))
    return Paper(
        title=title,
        blocks=tuple(blocks),
        letterhead=letterhead,
        opening=say("documents.opening"),
        footer=(day,),
        marks=(say("documents.mark_practice"),) if content.is_practice else (),
        subject=day,
    )
