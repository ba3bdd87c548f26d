"""کد ملی (R-18, domain.md §4.3). A code that passes the check need not belong to anybody."""

import re

from services.persian.digits import to_ascii, to_persian
from services.persian.errors import PersianValueError

_SEPARATORS = re.compile("[\\s\\-‐–_/.٫٬،,\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_SHORT_OR_WHOLE = re.compile("[0-9]{8,10}")

# No county has the number 000, so a code that begins so can be nobody's.
_SYNTHETIC_CODES = 999_999
_SCATTER = 611_953  # prime: neighbouring seeds give codes that do not look alike


def normalise(text: str) -> str:
    """The ten ASCII digits of a code in any digits and with any separators; zeros lost in front are put back.

    Raises PersianValueError "length", "equal_digits" or "check_digit".
    """
    digits = _SEPARATORS.sub("", to_ascii(text))
    if _SHORT_OR_WHOLE.fullmatch(digits) is None:
        raise PersianValueError("length")
    code = digits.zfill(10)
    if code == code[0] * 10:
        raise PersianValueError("equal_digits")
    if code[9] != _check_digit(code[:9]):
        raise PersianValueError("check_digit")
    return code


def is_valid(text: str) -> bool:
    """Whether `normalise` accepts it."""
    try:
        normalise(text)
    except PersianValueError:
        return False
    return True


def synthetic(seed: int) -> str:
    """A code for made-up people: valid, begins with 000 and so belongs to nobody; 999,999 different ones."""
    number = 1 + seed * _SCATTER % _SYNTHETIC_CODES
    head = f"000{number:06d}"
    return head + _check_digit(head)


def mask(code: str) -> str:
    """The code with all but its last three digits hidden, in Persian digits, for the other side's copy (P-17)."""
    return "*" * (len(code) - 3) + to_persian(code[-3:])


def _check_digit(first_nine: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(first_nine, range(10, 1, -1), strict=True))
    rest = total % 11
    return str(rest if rest < 2 else 11 - rest)
