"""Letter texts: plain text with named places, sandboxed, and the small markup that turns it into blocks.

A file `resources/letters/<id>.txt` begins with a head (`key: value` lines up to `---`: version, title, subject) and
goes on with the text: a blank line ends a paragraph, `# ` begins a heading, `- ` and `1. ` begin clauses, `! ` a
framed notice. Places are written `{{ name }}`, choices `{% if name %} … {% endif %}`; nothing else of Jinja is
allowed, so that no text can loop, call or look behind the values it is given (the unit's head edits these texts).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from resources import shelf
from services.errors import InvalidError
from services.persian.digits import to_ascii

from .blocks import Block, Clauses, Notice, Paragraph, Title

if TYPE_CHECKING:
    from jinja2 import Template

_HEAD_END = "---"
_VALUE_MARK = "\ue000"
_BREAKS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")
_NUMBERED = re.compile(r"(\d{1,4})\. +")
_CHOICE = re.compile(r"\{%-?\s*(if|endif)\b")
_RAW = re.compile(r"\{%[-+]?\s*(end)?raw\b")
_QUOTED = 60
_DEEPEST, _MOST_CHOICES = 40, 200
_SIGN = re.compile(r"\{[{%].*?(?:[}%]\}|\Z)", re.DOTALL)
_DEEPER = re.compile(r"[(\[{~*/+<>=|.-]|\b(?:not|and|or|if)\b")
_ALLOWED = frozenset(
    "Template Output TemplateData Name If CondExpr Compare Operand Const And Or Not".split()  # noqa: SIM905
)


class TemplateError(InvalidError):
    """A letter text can't be used: `line` (from 1, in the text as given) and `name` say where and what is wrong.

    `near` is what may have been meant.
    """

    def __init__(self, line: int, name: str, key: str = "documents.template_unknown_field", near: str = "") -> None:
        super().__init__(key, None, line=line, name=name, near=near)
        self.line = line
        self.name = name
        self.near = near

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.line, self.name, self.key, self.near)


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter text as it stands in its file or, edited (`is_own`), in the unit's database; versions count apart."""

    letter: str
    version: int
    title: str
    subject: str
    body: str
    is_own: bool = False


def letter_text(letter: str) -> LetterText:
    """The text shipped with the program. Raises FileNotFoundError for an unknown letter."""
    return _shipped(letter)


@lru_cache(maxsize=64)
def _shipped(letter: str) -> LetterText:
    return parse_letter(letter, shelf.path("letters", f"{letter}.txt").read_text("utf-8"))


def parse_letter(letter: str, text: str) -> LetterText:
    """Part the head from the body. Raises TemplateError where the head is damaged."""
    head, found, body = text.partition(f"\n{_HEAD_END}\n")
    values: dict[str, str] = {}
    for number, line in enumerate(head.splitlines(), start=1):
        key, colon, value = line.partition(":")
        if not colon:
            raise TemplateError(number, line[:40], "documents.template_head")
        values[key.strip()] = value.strip()
    version = to_ascii(values.get("version", ""))
    if not found or not version.isdecimal() or not values.get("title"):
        raise TemplateError(1, letter, "documents.template_head")
    return LetterText(letter, int(version), values["title"], values.get("subject", ""), body)


def fill(template_text: str, data: Mapping[str, object]) -> tuple[Block, ...]:
    """The blocks of a text with its places filled in.

    A value never makes markup: its line breaks become spaces, and a dash or number sign at its beginning stays a
    dash or sign. At least one block, an empty paragraph where nothing is said. Raises TemplateError for a field that
    `data` lacks (also in a choice not taken) and for anything beyond places and choices.
    """
    template = _checked(template_text, frozenset(data))
    return tuple(_blocks(str(template.render(data)))) or (Paragraph(""),)


def check_places(template_text: str, known: Iterable[str]) -> None:
    """Raises the TemplateError that `fill` would raise for a text whose places are `known`."""
    _checked(template_text, frozenset(known))


@lru_cache(maxsize=128)
def _checked(template_text: str, known: frozenset[str]) -> "Template":
    from jinja2 import nodes

    tree = _parsed(template_text)
    for node in _walk(tree):
        if type(node).__name__ not in _ALLOWED:
            raise TemplateError(node.lineno, _line(template_text, node.lineno), "documents.template_not_allowed")
        if isinstance(node, nodes.Name) and node.name not in known:
            raise TemplateError(node.lineno, node.name)
    template: Template = _environment().from_string(template_text)
    return template


def _parsed(template_text: str) -> Any:
    from jinja2 import TemplateSyntaxError

    deep = _too_deep(template_text)
    if deep:
        raise TemplateError(deep, _line(template_text, deep), "documents.template_too_deep")
    raw = _RAW.search(template_text)
    if raw is not None:  # nothing of it would be seen in the tree
        line = template_text.count("\n", 0, raw.start()) + 1
        raise TemplateError(line, _line(template_text, line), "documents.template_not_allowed")
    try:
        return _environment().parse(template_text)
    except TemplateSyntaxError as error:
        line = _left_open(template_text) or error.lineno
        raise TemplateError(line, _line(template_text, line), "documents.template_syntax") from error


def _too_deep(template_text: str) -> int:
    """The line of the sign in which more is said, or the choice of which there are more, than can be read; or 0."""
    choices = 0
    for sign in _SIGN.finditer(template_text):
        choices += sign[0].startswith("{%")
        if choices > _MOST_CHOICES or len(_DEEPER.findall(sign[0])) > _DEEPEST:
            return template_text.count("\n", 0, sign.start()) + 1
    return 0


def _line(template_text: str, number: int) -> str:
    """That line, as far as a sentence can quote it."""
    lines = template_text.split("\n")
    return lines[number - 1].strip()[:_QUOTED] if 0 < number <= len(lines) else ""


def _left_open(template_text: str) -> int:
    """The line of the innermost choice that no `endif` closes, 0 if there is none."""
    opened: list[int] = []
    for number, line in enumerate(template_text.split("\n"), start=1):
        for word in _CHOICE.findall(line):
            if word == "if":
                opened.append(number)
            elif opened:
                opened.pop()
    return opened[-1] if opened else 0


def _walk(node: Any) -> Iterator[Any]:
    for child in node.iter_child_nodes():
        yield child
        yield from _walk(child)


@lru_cache(maxsize=1)
def _environment() -> Any:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        finalize=_value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.globals.clear()
    return environment


def _value(value: object) -> str:
    return _VALUE_MARK + _BREAKS.sub(" ", str(value))


def _blocks(text: str) -> Iterator[Block]:
    paragraph: list[str] = []
    items: list[str] = []
    numbers: list[int] = []
    for line in [*text.split("\n"), ""]:
        sign, number, rest = _sign(line)
        goes_on = bool(line.strip()) and not sign
        if items and goes_on:
            items[-1] = f"{items[-1]} {_clean(line)}"
            continue
        if items and sign != ("1" if numbers else "-"):
            yield Clauses(tuple(items), numbered=bool(numbers), first=numbers[0] if numbers else 1)
            items, numbers = [], []
        if goes_on:
            paragraph.append(_clean(line))
            continue
        if paragraph:
            yield Paragraph(" ".join(paragraph))
            paragraph = []
        if sign in ("-", "1"):
            items.append(rest)
            numbers += [number] if sign == "1" else []
        elif sign == "#":
            yield Title(rest, level=2)
        elif sign == "!":
            yield Notice(rest)


def _sign(line: str) -> tuple[str, int, str]:
    """("#", "!", "-", "1" or nothing; the number; what follows the sign)."""
    bare = line.strip()
    numbered = _NUMBERED.match(to_ascii(bare))
    if numbered:
        return "1", int(numbered[1]), _clean(bare[numbered.end() :])
    if bare[:2] in ("# ", "! ", "- "):
        return bare[0], 0, _clean(bare[2:])
    return "", 0, ""


def _clean(line: str) -> str:
    return line.replace(_VALUE_MARK, "").strip()
