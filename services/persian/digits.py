"""The three digit sets: storage keeps ASCII, people see Persian, typing may be any (domain.md §4.6)."""

import re

from services.persian.errors import PersianValueError

_ASCII = "0123456789"
_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_ARABIC = "٠١٢٣٤٥٦٧٨٩"

_TO_ASCII = str.maketrans(_PERSIAN + _ARABIC, _ASCII * 2)
_TO_PERSIAN = str.maketrans(_ASCII + _ARABIC, _PERSIAN * 2)
_GROUPED_PERSIAN = str.maketrans(_ASCII + ",", _PERSIAN + "٬")

_LATIN = re.compile("(?<![!-~])[!-~]*?[A-Za-z][!-~]*")
_NOT_DIGIT = re.compile("[^0-9]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = re.compile(rf"([+\-−]?){_SPACE}?([0-9]+|[0-9]{{1,3}}(?:(?:[٬,،']|{_SPACE})[0-9]{{3}})+)")

# A minus before Persian digits jumps behind them in right-to-left text; CLDR's fa keeps it in place with a mark.
_MINUS = "\u200e−"

LARGEST = 10**18
"""No count or amount is larger in either direction; it fits a 64-bit column."""


def to_ascii(text: str) -> str:
    """Persian and Arabic-Indic digits become 0-9; everything else stays."""
    return text if text.isascii() else text.translate(_TO_ASCII)


def to_persian(text: str | int) -> str:
    """ASCII and Arabic-Indic digits become ۰-۹; everything else stays."""
    return str(text).translate(_TO_PERSIAN)


def to_persian_text(text: str) -> str:
    """As `to_persian`, but what holds Latin letters (an address, a passport's number, «GHQ-28») stays as it is."""
    at, parts = 0, []
    for latin in _LATIN.finditer(text):
        parts += [text[at : latin.start()].translate(_TO_PERSIAN), latin[0]]
        at = latin.end()
    return "".join((*parts, text[at:].translate(_TO_PERSIAN)))


def only_digits(text: str) -> str:
    """The digits alone, as ASCII."""
    return _NOT_DIGIT.sub("", to_ascii(text))


def format_number(number: int) -> str:
    """Persian digits in groups of three («۱۲٬۳۴۵»); the minus stands left of them in any surroundings."""
    grouped = f"{abs(number):,}".translate(_GROUPED_PERSIAN)
    return _MINUS + grouped if number < 0 else grouped


def parse_int(text: str) -> int:
    """A whole number in any digits; groups of three may be parted by «٬», «,», «،» or a space.

    Raises PersianValueError "unreadable" or "out_of_range" (beyond `LARGEST`).
    """
    match = _NUMBER.fullmatch(_INVISIBLE.sub("", to_ascii(text)).strip())
    if match is None:
        raise PersianValueError("unreadable")
    digits = only_digits(match[2]).lstrip("0")
    if len(digits) > len(str(LARGEST)):  # also keeps int() below its own limit on digits
        raise PersianValueError("out_of_range")
    number = int(digits or "0")
    if number > LARGEST:
        raise PersianValueError("out_of_range")
    return number if match[1] in ("", "+") else -number
