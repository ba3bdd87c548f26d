"""The form of letter numbers, as the head types it and as it is stored (domain.md §2.9).

Stored: `{unit}/4/{serial}` with English tokens. Typed: the same with the Persian words of `unit.token`, Persian
digits and `{serial:4}` for a number of four digits. The serial itself is drawn elsewhere and stays gap-free (R-10).
"""

import re

from services.catalogue import say
from services.errors import InvalidError
from services.persian.digits import to_ascii, to_persian
from services.persian.text import display_form

FIELD = "number_format"
TOKENS = ("unit", "year", "serial", "class")
_KNOWN = (*TOKENS, "section")
LENGTH = 60
_PLACE = re.compile(r"\{([^{}:]*)(?::0?(\d))?\}")
_PLAIN = re.compile(r"[\w/.\- ]*")
_MOST_DIGITS = 8


def words_of(name: str) -> str:
    """What a place is called where it is typed."""
    return say(f"unit.token.{name}")


def shown_pattern(pattern: str) -> str:
    """A stored form as it is typed."""
    return to_persian(_PLACE.sub(_shown, pattern))


def read_pattern(typed: str) -> str:
    """The stored form of what was typed; tokens may be typed in English too. InvalidError says what is wrong."""
    text = to_ascii(display_form(typed))
    if len(text) > LENGTH:
        raise InvalidError("errors.too_long", FIELD, limit=LENGTH)
    names = {words_of(name): name for name in _KNOWN} | {name: name for name in _KNOWN}
    used: list[str] = []
    parts: list[str] = []
    end = 0
    for place in _PLACE.finditer(text):
        name = names.get(place[1].strip())
        if name is None:
            raise InvalidError("unit.number_token", FIELD, name=place[1].strip())
        used.append(name)
        parts += [_plain(text[end : place.start()]), _stored(name, place[2])]
        end = place.end()
    parts.append(_plain(text[end:]))
    if used.count("serial") != 1 or len(set(used)) != len(used):
        raise InvalidError("unit.number_serial", FIELD, name=words_of("serial"))
    return "".join(parts)


def _shown(place: re.Match[str]) -> str:
    return f"{{{words_of(place[1])}{':' + place[2] if place[2] else ''}}}"


def _stored(name: str, digits: str | None) -> str:
    if not digits:
        return f"{{{name}}}"
    if name != "serial" or not 0 < int(digits) <= _MOST_DIGITS:
        raise InvalidError("unit.number_digits", FIELD, most=_MOST_DIGITS)
    return f"{{{name}:0{digits}}}"


def _plain(text: str) -> str:
    if not _PLAIN.fullmatch(text):
        raise InvalidError("unit.number_signs", FIELD)
    return text
