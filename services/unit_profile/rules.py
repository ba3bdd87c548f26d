"""What makes a unit acceptable, and the number formats that follow from it."""

import re

from services.errors import InvalidError
from services.numbering import format_number
from services.persian.digits import to_ascii
from services.persian.text import display_form
from services.unit_profile.shapes import UnitDraft

LINES = 5
LENGTH = 120
_CODE = re.compile(r"[0-9A-Za-z]{1,12}")
_SECTION = re.compile(r"[0-9A-Za-z]{0,8}")
CASE_NO_FORMAT = "{unit}-{year}-{serial:04}"
_LETTER_NO = re.compile(r"\{unit\}/(?:([0-9A-Za-z]+)/)?\{serial\}")
HIGHEST = 999_999


def tidy(draft: UnitDraft) -> UnitDraft:
    """The draft in the form that is stored: display forms, ASCII digits in codes, no empty lines."""
    return UnitDraft(
        code=to_ascii(display_form(draft.code)),
        name=display_form(draft.name),
        section=display_form(draft.section),
        province=draft.province,
        county=display_form(draft.county),
        letterhead_lines=tuple(line for line in map(display_form, draft.letterhead_lines) if line),
        kind=draft.kind,
        phone=to_ascii(display_form(draft.phone)),
        address=display_form(draft.address),
        letter_section=to_ascii(display_form(draft.letter_section)),
    )


def errors_of(draft: UnitDraft) -> list[InvalidError]:
    """What must be mended in a tidied draft."""
    found = [
        InvalidError("errors.required", field)
        for field in ("name", "code", "section", "province", "county")
        if not getattr(draft, field)
    ]
    found += [
        InvalidError("errors.too_long", field, limit=LENGTH)
        for field in ("name", "section", "county")
        if len(getattr(draft, field)) > LENGTH
    ]
    if draft.code and not _CODE.fullmatch(draft.code):
        found.append(InvalidError("unit.code_form", "code"))
    if not _SECTION.fullmatch(draft.letter_section):
        found.append(InvalidError("unit.section_form", "letter_section"))
    if len(draft.letterhead_lines) > LINES:
        found.append(InvalidError("unit.too_many_lines", "letterhead_lines", limit=LINES))
    elif any(len(line) > LENGTH for line in draft.letterhead_lines):
        found.append(InvalidError("errors.too_long", "letterhead_lines", limit=LENGTH))
    return found


def letter_no_format(letter_section: str) -> str:
    """`{unit}/4/{serial}` where the section has a number, else `{unit}/{serial}` (domain.md §2.9)."""
    return f"{{unit}}/{letter_section}/{{serial}}" if letter_section else "{unit}/{serial}"


def letter_section_of(pattern: str) -> str:
    """The section's number inside a format made by `letter_no_format`."""
    found = _LETTER_NO.fullmatch(pattern)
    return (found[1] or "") if found else ""


def example(pattern: str, code: str, year: int, serial: int) -> str:
    """A case's number."""
    return format_number(pattern, unit_code=code, year=year, serial=serial)


def last_number_errors(last: int, field: str) -> list[InvalidError]:
    if 0 <= last <= HIGHEST:
        return []
    return [InvalidError("errors.out_of_bounds", field, low=0, high=HIGHEST)]


def part_errors(start: int | None, end: int | None) -> list[InvalidError]:
    """A part of a day is from an hour to a later one; no hours at all are the whole day."""
    if start is None and end is None:
        return []
    if start is None or end is None:
        return [InvalidError("errors.required", "start" if start is None else "end")]
    return [] if 0 <= start < end <= 24 * 60 else [InvalidError("unit.hours_reversed", "end")]
