"""Taking over one typed text: its display form, and a length; nothing is ever cut off.

For use-cases with a text or two; whole forms gather their errors in `services.people.fields`.
"""

from collections.abc import Iterable

from services.errors import InvalidError
from services.persian.text import display_form, display_multiline

LINE = 200
REASON = 500
PARAGRAPH = 4000


def line(field: str, text: str, limit: int = LINE, *, needed: str = "") -> str:
    """One line of text. `InvalidError` beside `field` where it is too long, or empty and `needed` a key."""
    return _within(field, display_form(text), limit, needed)


def lines(field: str, text: str, limit: int = PARAGRAPH, *, needed: str = "") -> str:
    """A text of several lines; errors as `line`."""
    return _within(field, display_multiline(text), limit, needed)


def too_long(texts: Iterable[tuple[str, str]], limit: int = LINE) -> list[InvalidError]:
    """An error beside each field whose text is longer than `limit`."""
    return [_too_long(field, limit) for field, text in texts if len(display_multiline(text)) > limit]


def _within(field: str, clean: str, limit: int, needed: str) -> str:
    if needed and not clean:
        raise InvalidError(needed, field)
    if len(clean) > limit:
        raise _too_long(field, limit)
    return clean


def _too_long(field: str, limit: int) -> InvalidError:
    return InvalidError("errors.too_long", field, limit=limit)
