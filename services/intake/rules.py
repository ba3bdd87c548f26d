"""First interviews: each party alone, at separate hours (P-1, R-29). Pure functions."""

from collections.abc import Sequence

from models.enums import Side
from services.intake.shapes import FirstInterviewDraft
from services.people.fields import Fields


def check_interviews(
    drafts: Sequence[FirstInterviewDraft],
    sides: Sequence[Side],
    *,
    minutes: int,
    apart: int,
    fields: Fields,
) -> None:
    """Note what stands against the interviews of one intake among themselves.

    `sides` are the parties' sides, `minutes` the usual length, `apart` the minutes between the two sides; two
    interviews never overlap, whatever `apart` is.
    """
    seen: set[int] = set()
    sound: list[FirstInterviewDraft] = []
    for place, draft in enumerate(drafts):
        under = fields.under("interviews", place)
        if not 0 <= draft.party < len(sides):
            under.wrong("party", "intake.no_such_party")
            continue
        if draft.party in seen:
            under.wrong("party", "intake.twice")
        seen.add(draft.party)
        if any(_too_near(draft, other, sides, minutes, apart) for other in sound):
            under.wrong("start", "intake.separate_hours", apart=apart)
        sound.append(draft)


def _too_near(
    one: FirstInterviewDraft, other: FirstInterviewDraft, sides: Sequence[Side], minutes: int, apart: int
) -> bool:
    if one.day != other.day:
        return False
    pair = {sides[one.party], sides[other.party]}
    gap = apart if {Side.A, Side.B} <= pair else 0
    one_end = one.start + (one.minutes or minutes) + gap
    other_end = other.start + (other.minutes or minutes) + gap
    return one.start < other_end and other.start < one_end
