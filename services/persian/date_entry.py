"""Reading dates and hours as people type them (P-40)."""

import datetime
import re
from dataclasses import dataclass
from datetime import time, timedelta
from functools import cache
from typing import Literal

from services.persian.date_words import DAYS_FROM_TODAY, MONTHS, WEEKDAYS
from services.persian.digits import to_ascii
from services.persian.errors import PersianValueError
from services.persian.solar_calendar import FIRST_YEAR, LAST_YEAR, from_jalali, to_jalali, weekday_index
from services.persian.text import display_form, search_key, search_tokens

Precision = Literal["day", "month", "year", "estimated"]

_LONGEST_ENTRY = 60
_OLDEST_PERSON = 120
_YEARS_AHEAD = 10

_SIGNED_DAYS = re.compile("([+\\-−–]) ?([0-9]{1,5})")
_FIGURES = re.compile(r"[0-9]+(?:(?: ?[/.\-\\٫] ?| )[0-9]+)*")
_FIGURE = re.compile("[0-9]+")
_LETTER_BY_FIGURE = re.compile(r"(?<=[0-9])(?=[^\W\d_])|(?<=[^\W\d_])(?=[0-9])")
_ABOUT = re.compile("(?:در )?(?:حدودا?ً?|تقریبا?ً?|~) ?(.+)")
_YEAR_WORD = re.compile("سال ?([0-9].*)")
_CLOCK = re.compile("([0-9]{1,2})(?:(?: ?[:./٫] ?| )?([0-9]{2}))?")

_FROM_TODAY = {search_key(word): days for word, days in DAYS_FROM_TODAY.items()}
_WEEKDAYS = {search_key(name): place for place, name in enumerate(WEEKDAYS)}
_WEEKDAYS |= {f"{place}{search_key(WEEKDAYS[0])}": place for place in range(1, 6)}
_MONTHS = {search_key(name): place for place, name in enumerate(MONTHS, start=1)}
_MONTHS |= {name + search_key("ماه"): place for name, place in _MONTHS.items()}
_MONTHS["امرداد"] = 5
_MONTH_IN_TWO = (search_key("اردی"), search_key("بهشت"))


@cache
def _ordinals() -> dict[str, str]:
    """«سوم», «بیست و یکم» as joined search keys, to figures."""
    from services.persian.amounts import number_words

    words = {search_key("اول"): "1"}
    for day in range(1, 32):
        word = number_words(day)
        nth = f"{word.removesuffix('سه')}سوم" if word.endswith("سه") else f"{word}م"
        words[search_key(nth)] = str(day)
    return words | {search_key("سی ام"): "30"}


_IGNORED_WORDS = frozenset({search_key("ماه"), search_key("سال")})


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """What was understood.

    `date` is Gregorian; of a month or a year it is the first day, so only what `precision` says may be shown.
    `alternatives` are the other dates that fit as well: when there are any, the person must be asked.
    """

    date: datetime.date
    precision: Precision
    alternatives: tuple[datetime.date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fields:
    """The parts as typed: `year` keeps its figures, because two of them mean something else than four."""

    year: str | None
    month: int | None = None
    day: int | None = None


def parse_date(text: str, today: datetime.date, *, birth: bool = False) -> ParsedDate:
    """A date in any typed form: figures, «+3», «فردا», «شنبه» (the next, not today), «۳ آذر ۱۴۰۵», «سوم آذر»,
    «حدود ۱۳۴۰».

    A year of two figures is the latest that is at most ten years ahead of `today`; in a birth date it is of this
    or the last century, so 00–05 give `alternatives` in 1405. A birth date is never after `today` nor more than
    120 years before; two figures alone are a year only there and after «حدود» or «سال». There alone a whole date may
    be Gregorian, as on a passport: `1992/5/6`.

    Raises PersianValueError "unreadable", "no_such_day", "no_such_month" or "out_of_range".
    """
    entry = to_ascii(display_form(text)) if len(text) <= _LONGEST_ENTRY else ""
    relative = _relative(entry, today)
    if relative is not None:
        if birth and relative > today:
            raise PersianValueError("out_of_range")
        return ParsedDate(relative, "day")
    about = _ABOUT.fullmatch(entry)
    if about is not None:
        entry = about[1]
    of_year = _YEAR_WORD.fullmatch(entry)
    if of_year is not None:
        entry = of_year[1]
    year_alone = birth or about is not None or of_year is not None
    if _FIGURES.fullmatch(entry):
        weekday, fields = None, _fields_of_figures(_FIGURE.findall(entry), year_alone=year_alone)
        if birth and _is_of_a_passport(fields):
            return ParsedDate(_gregorian_birth(fields, today), "estimated" if about else "day")
    else:
        weekday, fields = _fields_of_words(entry)
    days = _possible_days(fields, today, birth=birth)
    if weekday is not None and weekday_index(days[0]) != weekday:
        raise PersianValueError("no_such_day")
    return ParsedDate(days[0], "estimated" if about else _precision(fields), tuple(days[1:]))


def parse_time(text: str) -> time:
    """An hour (`9`) or hour and minute (`930`, `9:30`, `9 30`, `9.30` of the figure block) of a day of 24 hours.

    Raises PersianValueError "unreadable" (also for `9.5`) or "out_of_range".
    """
    match = _CLOCK.fullmatch(to_ascii(display_form(text))) if len(text) <= _LONGEST_ENTRY else None
    if match is None:
        raise PersianValueError("unreadable")
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 23 or minute > 59:
        raise PersianValueError("out_of_range")
    return time(hour, minute)


def _relative(entry: str, today: datetime.date) -> datetime.date | None:
    signed = _SIGNED_DAYS.fullmatch(entry)
    if signed is not None:
        days = int(signed[2]) if signed[1] == "+" else -int(signed[2])
    else:
        word = search_key(entry)
        if word in _WEEKDAYS:
            days = (_WEEKDAYS[word] - weekday_index(today) - 1) % 7 + 1
        elif word in _FROM_TODAY:
            days = _FROM_TODAY[word]
        else:
            return None
    try:
        day = today + timedelta(days=days)
    except OverflowError:
        raise PersianValueError("out_of_range") from None
    to_jalali(day)  # refuses what the calendar does not serve
    return day


def _fields_of_figures(figures: list[str], *, year_alone: bool) -> _Fields:
    if len(figures) == 1:
        return _one_figure(figures[0], year_alone=year_alone)
    match [len(figure) for figure in figures]:
        case ([4, 1 | 2] | [1 | 2, 4]) as lengths:
            year, month = figures if lengths[0] == 4 else reversed(figures)
            fields = _Fields(year, int(month))
        case [1 | 2, 1 | 2]:
            first, second = int(figures[0]), int(figures[1])
            is_year = year_alone and first > 12 and len(figures[0]) == 2
            fields = _Fields(figures[0], second) if is_year else _Fields(None, first, second)
        case [4 | 2, 1 | 2, 1 | 2]:
            fields = _year_month_day(*figures)
        case [1 | 2, 1 | 2, 4]:
            fields = _year_month_day(*reversed(figures))
        case _:
            raise PersianValueError("unreadable")
    return fields


def _one_figure(figure: str, *, year_alone: bool) -> _Fields:
    month = int(figure[:2])
    match len(figure):
        case 8:
            return _year_month_day(figure[:4], figure[4:6], figure[6:])
        case 6:
            return _six_figures(figure)
        case 4:
            return _Fields(figure) if year_alone or month > 12 else _Fields(None, month, int(figure[2:]))
        case 2 if year_alone:
            return _Fields(figure)
    raise PersianValueError("unreadable")


def _year_month_day(year: str, month: str, day: str) -> _Fields:
    return _Fields(year, int(month), int(day))


def _six_figures(figures: str) -> _Fields:
    """`710214`; but `140407` may be meant as a month of 1404 and is not guessed."""
    if figures[:2] in ("13", "14") and 1 <= int(figures[4:]) <= 12 and FIRST_YEAR <= int(figures[:4]) <= LAST_YEAR:
        raise PersianValueError("unreadable")
    return _year_month_day(figures[:2], figures[2:4], figures[4:])


def _fields_of_words(entry: str) -> tuple[int | None, _Fields]:
    """The weekday, if one is named, and `[day] month [year]` with the month as a word."""
    words = [word for word in search_tokens(_LETTER_BY_FIGURE.sub(" ", entry)) if word not in _IGNORED_WORDS]
    weekday = None
    for length in (1, 2):
        named = _WEEKDAYS.get("".join(words[:length]))
        if named is not None:
            weekday, words = named, words[length:]
            break
    words = _in_one(words)
    place = next((place for place, word in enumerate(words) if word in _MONTHS), None)
    if place is None:
        raise PersianValueError("unreadable")
    month = _MONTHS[words[place]]
    before, after = words[:place], words[place + 1 :]
    if before and not before[0].isdigit():
        before = [_ordinals().get("".join(before), "")]
    if not all(word.isascii() and word.isdigit() for word in before + after):
        raise PersianValueError("unreadable")
    match [len(word) for word in before], [len(word) for word in after]:
        case [1 | 2], []:
            return weekday, _Fields(None, month, int(before[0]))
        case [1 | 2], [2 | 4]:
            return weekday, _Fields(after[0], month, int(before[0]))
        case [], [4] if weekday is None:
            return None, _Fields(after[0], month)
    raise PersianValueError("unreadable")


def _in_one(words: list[str]) -> list[str]:
    """With the one month whose name many write as two words in one."""
    for place in range(len(words) - 1):
        if tuple(words[place : place + 2]) == _MONTH_IN_TWO:
            return [*words[:place], "".join(_MONTH_IN_TWO), *words[place + 2 :]]
    return words


def _precision(fields: _Fields) -> Precision:
    if fields.day is not None:
        return "day"
    return "month" if fields.month is not None else "year"


def _possible_days(fields: _Fields, today: datetime.date, *, birth: bool) -> list[datetime.date]:
    """Every day that the parts can mean, the likeliest first; raises the most telling reason if there is none."""
    days: list[datetime.date] = []
    reasons: set[str] = set()
    for year in _possible_years(fields.year, today, birth=birth):
        try:
            day = from_jalali(
                year, 1 if fields.month is None else fields.month, 1 if fields.day is None else fields.day
            )
        except PersianValueError as error:
            reasons.add(error.reason)
            continue
        if birth and not _can_be_birth(year, day, today):
            reasons.add("out_of_range")
        else:
            days.append(day)
    if not days:
        raise PersianValueError(max(reasons, key=("out_of_range", "no_such_day", "no_such_month").index))
    return days


def _is_of_a_passport(fields: _Fields) -> bool:
    """A whole date whose year no Jalali calendar has yet: as on a foreigner's passport."""
    whole = fields.year is not None and len(fields.year) == 4 and fields.day is not None
    return whole and LAST_YEAR < int(fields.year or 0) <= datetime.MAXYEAR


def _gregorian_birth(fields: _Fields, today: datetime.date) -> datetime.date:
    try:
        day = datetime.date(int(fields.year or 0), fields.month or 0, fields.day or 0)
    except ValueError:
        raise PersianValueError("no_such_day") from None
    if day > today or not _can_be_birth(to_jalali(day)[0], day, today):
        raise PersianValueError("out_of_range")
    return day


def _possible_years(typed: str | None, today: datetime.date, *, birth: bool) -> list[int]:
    this_year = to_jalali(today)[0]
    if typed is None:
        return [this_year]
    if len(typed) == 4:
        return [int(typed)]
    if birth:
        in_this_century = this_year - this_year % 100 + int(typed)
        return [in_this_century, in_this_century - 100]
    latest = this_year + _YEARS_AHEAD
    return [latest - (latest - int(typed)) % 100]


def _can_be_birth(year: int, day: datetime.date, today: datetime.date) -> bool:
    return day <= today and year >= to_jalali(today)[0] - _OLDEST_PERSON
