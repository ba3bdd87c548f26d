"""Amounts and dates as they stand in a Persian text, in their order."""

import re

_DIGITS = "0-9۰-۹٠-٩"
_NUMBER = rf"[{_DIGITS}](?:[{_DIGITS}٬,،٫./](?=[{_DIGITS}])|[{_DIGITS}])*"
_SCALE = "هزار|میلیون|میلیارد"
_MEASURE = (
    "ریال|تومان|تومن|دلار|یورو|درهم|سکه|گرم|مثقال|کیلو|کیلوگرم|متر|مترمربع|هکتار|درصد|قسط|فقره|دستگاه|دانگ|عدد|نسخه"
    "|روز|هفته|ماه|سال|ساعت|نوبت|بار"
)
_MONTHS = "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"
_AMOUNT = re.compile(rf"{_NUMBER}(?: (?:{_SCALE}))* (?:{_MEASURE})(?!\w)|{_NUMBER}(?: (?:{_SCALE}))+(?!\w)")
_DATE = re.compile(
    rf"(?<![{_DIGITS}/])[{_DIGITS}]{{4}}/[{_DIGITS}]{{1,2}}/[{_DIGITS}]{{1,2}}(?![{_DIGITS}/])"
    rf"|[{_DIGITS}]{{1,2}} (?:{_MONTHS}) [{_DIGITS}]{{4}}"
    rf"|(?<![{_DIGITS}:])[{_DIGITS}]{{1,2}}:[{_DIGITS}]{{2}}(?![{_DIGITS}:])"
)
_GROUPED = re.compile(rf"[{_DIGITS}]{{1,3}}(?:٬[{_DIGITS}]{{3}})+")


def amounts_in(text: str) -> tuple[str, ...]:
    """Every number with a unit of money or measure, and every number in groups of three, each once."""
    spans = [found.span() for found in _AMOUNT.finditer(text)]
    for found in _GROUPED.finditer(text):
        if not any(start <= found.start() < end for start, end in spans):
            spans.append(found.span())
    return tuple(dict.fromkeys(text[start:end] for start, end in sorted(spans)))


def dates_in(text: str) -> tuple[str, ...]:
    """Every date, in figures or with the name of its month, and every hour, each once."""
    return tuple(dict.fromkeys(found[0] for found in _DATE.finditer(text)))
