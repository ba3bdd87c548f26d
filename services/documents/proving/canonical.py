"""The form in which a paper is signed: plain lines that anybody can compare with the sheet by eye.

Everything that the sheet says is in it, in its order: heads, number, date, parties, every sentence, who signs. Not in
it are what is cut off (the delivery slip) and what is added to each print (page numbers, the mark of a copy).
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from services.catalogue import say
from services.persian.digits import to_persian, to_persian_text
from services.persian.found import amounts_in, dates_in

from .. import blocks as b
from ..papers.issue import Identity

_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BESIDE = " | "
_RESULT_LIMIT = 200
HASH_BYTES = 16


def canonical_text(paper: b.Paper) -> str:
    """All that the paper says, a line each. Equal papers give equal text."""
    is_named = any(isinstance(block, b.Title) and block.text == paper.title for block in paper.blocks)
    lines = ["" if is_named else paper.title, _head(paper), *_numbers(paper), *paper.marks]
    for block in paper.blocks:
        says = _SAYS.get(type(block))
        if says is not None:
            lines += says(block)
    return "\n".join(line for line in (_clean(one) for one in lines) if line)


def short_text(paper: b.Paper, content: object, *, most: int | None = None) -> str:
    """What the code of a long paper holds: heads, initials, amounts, dates, the result, and a hash of all of it.

    `most`: no more than so many of the amounts and of the dates; the line then ends in dots.
    """
    whole = canonical_text(paper)
    told = "\n".join(line for line in whole.split("\n") if line not in _numbers(paper))
    initials = say("documents.list_comma").join(dict.fromkeys(map(initials_of, _names(content))))
    result = str(getattr(content, "result", ""))
    lines = [
        paper.title,
        _head(paper),
        *_numbers(paper),
        *paper.marks,
        _labelled("documents.proof.parties", initials),
        _labelled("documents.proof.amounts", _listed(amounts_in(told), most)),
        _labelled("documents.proof.dates", _listed(dates_in(told), most)),
        _labelled("documents.proof.result", result[:_RESULT_LIMIT]),
    ]
    return "\n".join([*filter(None, map(_clean, lines)), _hash_line(whole)])


def bare_text(paper: b.Paper) -> str:
    """The code of a neutral paper: number, date and hash alone (P-2)."""
    return "\n".join((*_numbers(paper)[:2], _hash_line(canonical_text(paper))))


def hash_of(text: str) -> str:
    """128 bits of a canonical text in hexadecimal."""
    return hashlib.sha256(text.encode()).digest()[:HASH_BYTES].hex()


def initials_of(name: str) -> str:
    """The first letter of each part of a name."""
    return " ".join(f"{part[0]}." for part in name.split())


def _clean(line: str) -> str:
    """As it is printed: Persian digits, no marks of direction."""
    return " ".join(to_persian_text(unicodedata.normalize("NFC", _CONTROLS.sub("", line))).split())


def _labelled(key: str, text: str) -> str:
    return f"{say(key)}: {text}" if text else ""


def _hash_line(text: str) -> str:
    return f"{say('documents.proof.hash')}: {hash_of(text)}"


def _listed(values: tuple[str, ...], most: int | None) -> str:
    shown = values if most is None else values[:most]
    return say("documents.list_comma").join(shown) + (" …" if len(shown) < len(values) else "")


def _head(paper: b.Paper) -> str:
    head = paper.letterhead
    return _BESIDE.join(line for line in (*head.lines, head.unit_line) if line) if head else ""


def _numbers(paper: b.Paper) -> list[str]:
    rows = paper.number_block.rows if paper.number_block else ()
    return [_clean(f"{label}: {value}") for label, value in rows if value]


def _names(value: object) -> Iterator[str]:
    """The people whom a paper's content names, in the order of its fields."""
    if isinstance(value, Identity):
        yield value.full_name
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _names(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _names(one)


def _table(block: b.Table) -> Iterable[str]:
    return (_BESIDE.join(row) for row in (block.head, *block.rows))


def _clauses(block: b.Clauses) -> Iterable[str]:
    if not block.numbered:
        return block.items
    return (f"{to_persian(number)}- {item}" for number, item in enumerate(block.items, start=block.first))


def _pairs(block: b.KeyValues) -> Iterable[str]:
    return (f"{label}: {value}" for label, value in block.items)


def _boxes(block: b.SignatureRow) -> Iterable[str]:
    return (_BESIDE.join(filter(None, (box.part, box.name, box.father_name, box.code))) for box in block.boxes)


def _choices(block: b.Checkboxes) -> Iterable[str]:
    return (f"{'[x]' if item.checked else '[ ]'} {item.text}" for item in block.items)


def _own_text(block: Any) -> Iterable[str]:
    return (block.text,)


_SAYS: dict[type[Any], Callable[[Any], Iterable[str]]] = {
    b.Paragraph: _own_text,
    b.Notice: _own_text,
    b.PhotoBox: _own_text,
    b.Title: _own_text,
    b.Clauses: _clauses,
    b.Table: _table,
    b.KeyValues: _pairs,
    b.SignatureRow: _boxes,
    b.SignOff: lambda block: (_BESIDE.join(block.lines),),
    b.Checkboxes: _choices,
    b.CodeGroups: lambda block: (" ".join(block.groups),),
}
