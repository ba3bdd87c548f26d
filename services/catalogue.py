"""What the services say in Persian, by key: `resources/texts/<noun>.toml`, key `<noun>.<name>`."""

from functools import cache
from typing import Any

from resources import shelf
from services.persian.digits import to_persian


@cache
def _texts(noun: str) -> dict[str, str]:
    import tomllib

    file = shelf.path("texts", f"{noun}.toml")
    return dict(_flat(tomllib.loads(file.read_text("utf-8"))))


def _flat(table: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for name, value in table.items():
        key = f"{prefix}{name}"
        rows.extend(_flat(value, f"{key}.") if isinstance(value, dict) else [(key, str(value))])
    return rows


def say(key: str, /, **values: object) -> str:
    """The sentence for `key` with its values set in; digits come out Persian.

    An unknown key is a bug and raises KeyError; a test walks every key that the code names.
    """
    noun, _, name = key.partition(".")
    return to_persian(_texts(noun)[name].format(**values))


def knows(key: str) -> bool:
    noun, _, name = key.partition(".")
    return shelf.path("texts", f"{noun}.toml").is_file() and name in _texts(noun)
