"""Telephone numbers (domain.md §4.4): eleven ASCII digits in storage, grouped Persian digits on paper.

A number abroad keeps its country: «+» and its digits.
"""

import re

from services.persian.digits import only_digits, to_ascii, to_persian
from services.persian.errors import PersianValueError
from services.persian.text import isolate_ltr

_TYPED = re.compile("\\+?[0-9][0-9\\s()\\-‐–_/.\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*")
_MOBILE = re.compile("09[0-9]{9}")
_LANDLINE = re.compile("0[1-8][0-9]{9}")
_LENGTH = 11
_ABROAD = re.compile("[1-9][0-9]{7,14}")

# The no-break space is a "common separator" for the bidirectional algorithm: the groups keep their order in
# right-to-left text, which they would not with an ordinary space.
_GROUP = "\u00a0"


def normalise_phone(text: str) -> str:
    """A mobile or a landline, or a number abroad typed with its country behind «+» or «00»: `+93701234567`.

    Raises PersianValueError "unreadable", "length" or "not_phone".
    """
    number = _national(text)
    if number.startswith("+"):
        return number
    return _expect(_MOBILE if number.startswith("09") else _LANDLINE, number, "not_phone")


def format_phone(number: str) -> str:
    """«۰۹۶۰ ۳۴۵ ۶۷۸۹», «۰۲۱ ۱۲۳۴ ۵۶۷۸», joined by no-break spaces; anything else only in Persian digits.

    A number abroad is isolated, or its «+» would go to the other end in Persian text.
    """
    if _MOBILE.fullmatch(number):
        groups = (number[:4], number[4:7], number[7:])
    elif _LANDLINE.fullmatch(number):
        groups = (number[:3], number[3:7], number[7:])
    else:
        return to_persian(isolate_ltr(number) if number.startswith("+") else number)
    return to_persian(_GROUP.join(groups))


def _national(text: str) -> str:
    typed = to_ascii(text).strip().lstrip("\u200e\u200f\u202a\u202d\u2066(")
    if _TYPED.fullmatch(typed) is None:
        raise PersianValueError("unreadable")
    digits = only_digits(typed)
    abroad = digits if typed.startswith("+") else digits.removeprefix("00") if digits.startswith("00") else ""
    if abroad and not abroad.startswith("98") and _ABROAD.fullmatch(abroad):
        return f"+{abroad}"
    for prefix in ("0098", "98"):
        if digits.startswith(prefix) and len(digits) >= len(prefix) + _LENGTH - 1:
            digits = digits.removeprefix(prefix)
            break
    if len(digits) == _LENGTH - 1 and not digits.startswith("0"):
        digits = "0" + digits
    return digits


def _expect(pattern: re.Pattern[str], number: str, reason: str) -> str:
    if len(number) != _LENGTH:
        raise PersianValueError("length")
    if pattern.fullmatch(number) is None:
        raise PersianValueError(reason)
    return number
