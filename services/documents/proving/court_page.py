"""One HTML file that checks a unit's papers without Sazesh and without a network: for courts."""

import html
import json
from datetime import date
from functools import cache

from resources import shelf
from services.persian.jalali import format_date

from .checking import day_label, last_day
from .known_keys import KnownKey
from .payload import dictionary
from .revocations import RevocationList
from .showing import number_labels


def court_page(unit: str, keys: tuple[KnownKey, ...], lists: tuple[RevocationList, ...], made_on: date) -> bytes:
    """The page with the public keys printed in it, and what is void by the day of the lists."""
    known = {
        "keys": [
            {"id": key.key_id, "public": key.public.hex(), "unit": key.unit, "ends": last_day(key.ends_on)}
            for key in keys
        ],
        "day": day_label(),
        "numbers": number_labels(),
        "lists": [_plain(one) for one in lists],
        "days": _days(lists),
        "dictionary": dictionary().hex(),
    }
    parts = {
        "UNIT": html.escape(unit),
        "MADE": html.escape(format_date(made_on)),
        "NACL": _file("nacl-fast.min.js"),
        "CHECK": _file("check.js"),
        "KNOWN": json.dumps(known, ensure_ascii=False).replace("<", "\\u003c"),
    }
    page = _file("page.html")
    for name, part in parts.items():
        page = page.replace("{{" + name + "}}", part)
    return page.encode()


def _plain(one: RevocationList) -> dict[str, object]:
    return {"on": one.made_on.isoformat(), "void": [[row.code, row.on.isoformat()] for row in one.rows]}


def _days(lists: tuple[RevocationList, ...]) -> dict[str, str]:
    days = {one.made_on for one in lists} | {row.on for one in lists for row in one.rows}
    return {day.isoformat(): format_date(day) for day in sorted(days)}


@cache
def _file(name: str) -> str:
    return shelf.path("proof", name).read_text("utf-8")
