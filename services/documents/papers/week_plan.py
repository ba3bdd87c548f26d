"""The week for the wall, beside D24: a row an hour, a column a day; nobody's name (P-3), no code (P-2)."""

from dataclasses import dataclass
from datetime import date

from services.catalogue import say
from services.persian.digits import to_persian, to_persian_text
from services.persian.jalali import format_day_month, weekday_name
from services.persian.text import isolate_ltr
from services.scheduling.clock_words import clock

from ..blocks import Alignment, Block, Letterhead, PageSize, Paper, Paragraph, Table, Title, Tone
from .issue import code

_HOUR = 60


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A stretch that is taken, in minutes of the day; `case_no` as in `ScheduleLine`."""

    day: date
    start: int
    end: int
    room: str
    case_no: str


@dataclass(frozen=True, slots=True)
class WeekPlanContent:
    """`days` are the columns with the name of their day off or ""; `whose` the room or colleague, "" for all."""

    days: tuple[tuple[date, str], ...]
    rows: tuple[PlanLine, ...]
    range: str
    whose: str = ""
    is_practice: bool = False


def compose(content: WeekPlanContent, letterhead: Letterhead) -> Paper:
    title = say("documents.schedule.week_title")
    line = " · ".join(part for part in (content.range, content.whose) if part)
    blocks: list[Block] = [Title(title), Paragraph(line, Alignment.CENTRE, Tone.SMALL)]
    if content.rows:
        blocks.append(_table(content))
    else:
        blocks.append(Paragraph(say("documents.schedule.week_empty"), Alignment.CENTRE))
    return Paper(
        title=title,
        blocks=tuple(blocks),
        letterhead=letterhead,
        opening=say("documents.opening"),
        footer=(line,),
        marks=(say("documents.mark_practice"),) if content.is_practice else (),
        size=PageSize.A4_ACROSS,
        subject=line,
    )


def _table(content: WeekPlanContent) -> Table:
    hours = [row.start // _HOUR for row in content.rows]
    head = (say("documents.schedule.hour"), *(_head(day, off) for day, off in content.days))
    rows = tuple(
        (to_persian(f"{hour:02}:00"), *(_cell(content, day, hour) for day, _ in content.days))
        for hour in range(min(hours), max(hours) + 1)
    )
    return Table(head, rows, (0.6, *(1.4 for _ in content.days)), strong_column=0)


def _head(day: date, off: str) -> str:
    return "\n".join(part for part in (weekday_name(day), format_day_month(day), off) if part)


def _cell(content: WeekPlanContent, day: date, hour: int) -> str:
    """What begins in that hour, one under the other, an empty line between."""
    return "\n\u00a0\n".join(_entry(row) for row in content.rows if row.day == day and row.start // _HOUR == hour)


def _entry(row: PlanLine) -> str:
    number = code(row.case_no)
    until = say("documents.schedule.until", hour=_clock(row.end))
    lines = ((_clock(row.start), number), (until, to_persian_text(row.room)))
    return "\n".join(" · ".join(part for part in line if part) for line in lines)


def _clock(minute: int) -> str:
    return isolate_ltr(to_persian(clock(minute)))
