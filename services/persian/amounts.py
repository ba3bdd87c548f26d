"""Money: whole rials in storage, figures and words on paper (P-42, domain.md §4.4)."""

import re
from decimal import Decimal
from typing import Literal

from services.persian.digits import LARGEST, format_number, only_digits, parse_int, to_ascii
from services.persian.errors import PersianValueError
from services.persian.text import display_form

_UNITS = [
    "صفر",
    "یک",
    "دو",
    "سه",
    "چهار",
    "پنج",
    "شش",
    "هفت",
    "هشت",
    "نه",
    "ده",
    "یازده",
    "دوازده",
    "سیزده",
    "چهارده",
    "پانزده",
    "شانزده",
    "هفده",
    "هجده",
    "نوزده",
]
_TENS = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
_HUNDREDS = ["یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]
_AND = " و "
_MINUS = "منفی"
_THOUSAND, _MILLION, _MILLIARD = "هزار", "میلیون", "میلیارد"
_SCALES = ((10**9, _MILLIARD), (10**6, _MILLION), (10**3, _THOUSAND))
_RIAL, _TOMAN = "ریال", "تومان"
_RIALS_IN_TOMAN = 10

Unit = Literal["rial", "toman"]
_UNIT_WORDS: dict[str, Unit] = {_RIAL: "rial", _TOMAN: "toman", "تومن": "toman"}

_UNIT_AT_END = re.compile(rf"(.*?) ?({'|'.join(_UNIT_WORDS)})", re.DOTALL)
_WHOLE = r"[0-9]{1,3}(?:[٬,،][0-9]{3}){1,5}|[0-9]{1,18}"
_SCALED = re.compile(rf"({_WHOLE})(?:[.٫/]([0-9]{{1,12}}))? ?({_THOUSAND}|{_MILLION}|{_MILLIARD})")
_POINTED = re.compile(r"[0-9]{1,3}([./])[0-9]{3}(?:\1[0-9]{3}){1,4}")
_NEXT_TERM = re.compile(r" و | ")
_SCALE_VALUES = {word: value for value, word in _SCALES}


def number_words(number: int) -> str:
    """The number in words («یکصد و پنجاه میلیون»); above a milliard in milliards («یک هزار میلیارد»).

    Raises PersianValueError "out_of_range" beyond ±10^18.
    """
    if abs(number) > LARGEST:
        raise PersianValueError("out_of_range")
    if number < 0:
        return f"{_MINUS} {number_words(-number)}"
    return _AND.join(_terms(number)) if number else _UNITS[0]


def _terms(number: int) -> list[str]:
    terms = []
    for value, word in _SCALES:
        count, number = divmod(number, value)
        if count:
            terms.append(f"{_AND.join(_terms(count))} {word}")
    hundreds, number = divmod(number, 100)
    if hundreds:
        terms.append(_HUNDREDS[hundreds - 1])
    if number >= 20:
        tens, number = divmod(number, 10)
        terms.append(_TENS[tens - 2])
    if number:
        terms.append(_UNITS[number])
    return terms


def amount_line(rials: int) -> str:
    """The amount as papers print it, in figures and words, with its value in toman where that is whole.

    Raises PersianValueError "out_of_range" beyond ±10^18.
    """
    words = f"{number_words(rials)} {_RIAL}"
    if rials and rials % _RIALS_IN_TOMAN == 0:
        words += f"، معادل {number_words(rials // _RIALS_IN_TOMAN)} {_TOMAN}"
    return f"{format_number(rials)} {_RIAL} ({words})"


def parse_amount(text: str, unit: Unit) -> int:
    """Rials from what was typed in rials or toman: «۱۵۰٬۰۰۰», «150.000.000», «۱٫۵ میلیون», «۲ میلیارد و ۵۰۰ میلیون».

    Raises PersianValueError "unreadable", "other_unit" (the text itself names the other unit), "not_whole" (a
    part of a rial) or "out_of_range" (beyond 10^18 rials).
    """
    entry = to_ascii(display_form(text))
    named = _UNIT_AT_END.fullmatch(entry)
    if named is not None:
        if _UNIT_WORDS[named[2]] != unit:
            raise PersianValueError("other_unit")
        entry = named[1]
    amount = _scaled_amount(entry)
    if amount is None:
        # thousands parted by points, as many type them; a single point is a decimal one or a slip
        amount = Decimal(parse_int(only_digits(entry) if _POINTED.fullmatch(entry) else entry))
    rials = amount * (_RIALS_IN_TOMAN if unit == "toman" else 1)
    if rials < 0:
        raise PersianValueError("unreadable")
    if rials != rials.to_integral_value():
        raise PersianValueError("not_whole")
    if rials > LARGEST:
        raise PersianValueError("out_of_range")
    return int(rials)


def _scaled_amount(entry: str) -> Decimal | None:
    """The sum of terms with scale words, great ones first, plain figures last; None without any scale word."""
    total, place, scale_before = Decimal(0), 0, LARGEST
    while (match := _SCALED.match(entry, place)) is not None:
        scale = _SCALE_VALUES[match[3]]
        if scale >= scale_before:
            raise PersianValueError("unreadable")
        total += Decimal(f"{only_digits(match[1])}.{match[2] or 0}") * scale
        scale_before, place = scale, match.end()
        if place == len(entry):
            return total
        join = _NEXT_TERM.match(entry, place)
        if join is None:
            raise PersianValueError("unreadable")
        place = join.end()
    if place == 0:
        return None
    rest = parse_int(entry[place:])
    if not 0 <= rest < scale_before:
        raise PersianValueError("unreadable")
    return total + rest
