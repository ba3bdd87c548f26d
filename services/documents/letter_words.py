"""Letter texts as the unit's head reads and types them: places and choices by their Persian names.

Stored: `{{ name }}` and `{% if waiver and not conditional %} … {% endif %}`. Shown: `{label}`, and a choice as
`{if label; not label} … {end}` with the words of `[words]` in `resources/letters/fields.toml`. Lines stay lines, so
that an error's line is that of either form. What has no Persian form, or is typed as it is stored, passes unchanged.
"""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache

from resources import shelf
from services.documents.letter_shapes import LetterPlace
from services.documents.templates import TemplateError
from services.persian.text import search_key

_VALUE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_CHOICE = re.compile(r"\{%-?\s*((?:el)?if\s+[\w\s]+|else|endif)\s*-?%\}")
_SIGNS, _LONE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%"), re.compile(r"[{}]")
_NEAR = 0.6
_LONELY = ("else", "endif")
"""Words that stand in braces by themselves."""
_QUOTED = 60
_TYPED = re.compile(r"(?<!\{)\{(?![{%#])([^{}\n]*)\}(?!\})")


def shown(text: str, places: Sequence[LetterPlace]) -> str:
    """The stored text in Persian."""
    labels = {place.name: place.label for place in places}

    def value(found: re.Match[str]) -> str:
        label = labels.get(found[1])
        return f"{{{label}}}" if label else found[0]

    def choice(found: re.Match[str]) -> str:
        said = found[1].strip()
        if said in _LONELY:
            return f"{{{_word(said)}}}"
        word, _, conditions = said.partition(" ")
        parts = _conditions(conditions, labels)
        return f"{{{_word(word)} {_word('and').join(parts)}}}" if parts else found[0]

    return _CHOICE.sub(choice, _VALUE.sub(value, text))


def stored(text: str, places: Sequence[LetterPlace]) -> str:
    """What was typed, as it is kept.

    TemplateError with the line of a name that is none of the `places`, or of a brace that stands alone.
    """
    names = {_key(place.label): place for place in places}
    lines = (_stored_line(line, number, names) for number, line in enumerate(text.split("\n"), start=1))
    return "\n".join(lines)


def opening(place: LetterPlace) -> str:
    """What is written at the cursor for a place; of a choice its first line."""
    return f"{{{_word('if')} {place.label}}}" if place.is_choice else f"{{{place.label}}}"


def closing(place: LetterPlace) -> str:
    """The last line of a choice, nothing for a place that is printed."""
    return f"{{{_word('endif')}}}" if place.is_choice else ""


def _conditions(said: str, labels: dict[str, str]) -> list[str]:
    """The conditions of a choice in words; none where it says more than «and» and «not»."""
    parts = []
    for part in re.split(r"\band\b", said):
        words = part.split()
        is_not = words[:1] == ["not"]
        name = " ".join(words[1:] if is_not else words)
        if name not in labels:
            return []
        parts.append(f"{_word('not')} {labels[name]}" if is_not else labels[name])
    return parts


def _stored_line(line: str, number: int, names: dict[str, LetterPlace]) -> str:
    def place(found: re.Match[str]) -> str:
        said = found[1].strip()
        for word in _LONELY:
            if _key(said) == _key(_word(word)):
                return f"{{% {word} %}}"
        for word in ("elif", "if"):
            rest = _after(said, _word(word))
            if rest is not None and _key(said) not in names:
                parts = (_condition(part.strip(), number, names) for part in rest.split(_word("and").strip()))
                return f"{{% {word} {' and '.join(parts)} %}}"
        return f"{{{{ {_name(said, number, names)} }}}}"

    kept = _TYPED.sub(place, line)
    if _LONE.search(_SIGNS.sub("", kept)):
        raise TemplateError(number, line.strip()[:_QUOTED], "documents.template_syntax")
    return kept


def _condition(said: str, number: int, names: dict[str, LetterPlace]) -> str:
    rest = _after(said, _word("not"))
    if rest is not None and _key(said) not in names:
        return f"not {_name(rest, number, names)}"
    return _name(said, number, names)


def _after(said: str, words: str) -> str | None:
    """What follows these words, spelled in any way; None where it begins otherwise."""
    count = len(words.split())
    parts = said.split(maxsplit=count)
    begins = _key(" ".join(parts[:count])) == _key(words)
    return (parts[count] if len(parts) > count else "") if begins else None


def _name(label: str, number: int, names: dict[str, LetterPlace]) -> str:
    place = names.get(_key(label))
    if place is not None:
        return place.name
    if not label:
        raise TemplateError(number, "{}", "documents.template_syntax")
    known = {key: one.label for key, one in names.items()} | {_key(_word(word)): _word(word) for word in _LONELY}
    near = get_close_matches(_key(label), known, 1, _NEAR)
    if near:
        raise TemplateError(number, label, "documents.template_unknown_near", known[near[0]])
    raise TemplateError(number, label)


def _key(label: str) -> str:
    return search_key(label)


@cache
def _words() -> dict[str, str]:
    found: dict[str, str] = shelf.read_toml("letters", "fields.toml")["words"]
    return found


def _word(name: str) -> str:
    return _words()[name]
