"""The number of a letter as the unit writes it (domain.md §2.9): `1112/4/37`; the confidential book adds a mark."""

from services.catalogue import say

NORMAL_BOOK, CONFIDENTIAL_BOOK = "normal", "confidential"


def letter_number(pattern: str, *, unit_code: str, section: str, year: int, serial: int, book: str) -> str:
    """Tokens: `{unit}`, `{section}`, `{year}`, `{serial}`, `{class}`. ASCII digits.

    Without `{class}` the mark of the confidential book is put behind, so that the two books never share a number.
    """
    mark = "" if book == NORMAL_BOOK else say("letters.confidential_mark")
    values = {"unit": unit_code, "section": section, "year": year, "serial": serial, "class": mark}
    number = pattern.format(**values).strip("/-")
    return number if not mark or "{class}" in pattern else f"{number}/{mark}"
