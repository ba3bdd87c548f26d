"""The signed text for the eye: numbers of letters and files run on a screen as they do on the sheet.

The text itself holds no marks of direction; without them a screen turns the parts of a number with hyphens or a
letter around, and a reader who compares would take an untouched sheet for a changed one.
"""

from services.catalogue import say
from services.persian.text import isolate_codes, isolate_ltr

_LABELLED = ("documents.number", "documents.case_no")


def number_labels() -> tuple[str, ...]:
    """The words before those numbers that are a code whatever they are made of."""
    return tuple(say(key) for key in _LABELLED)


def as_on_sheet(text: str) -> str:
    """The same lines, their codes isolated; `resources/proof/check.js` does the same."""
    labels = tuple(f"{label}: " for label in number_labels())
    return "\n".join(_line(line, labels) for line in text.split("\n"))


def _line(line: str, labels: tuple[str, ...]) -> str:
    for label in labels:
        if line.startswith(label):
            return f"{label}{isolate_ltr(line.removeprefix(label))}"
    return isolate_codes(line)
