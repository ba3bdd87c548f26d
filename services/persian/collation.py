"""A stored key in whose plain binary order texts stand as CLDR's `fa` puts them (R-21, domain.md §4.7).

The key is printable ASCII, so Python, SQLite's BINARY and PostgreSQL's "C" agree on it. It has two levels with a
space between them:

1. one character for each letter, digit and punctuation mark; space, ZWNJ and harakat have none;
2. only where level one leaves something out: pairs of (how many plain characters come before, what is special),
   so that two different texts never share a key and the plainer one stands first.
"""

import re
import unicodedata

from services.persian.text import display_form

_LEVELS = " "
_PARTS = "!"
_PUNCTUATION = "#"
_DIGITS = "0123456789"
_PERSIAN = "آاءبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ELSEWHERE = "~"  # before the code point of a letter of another script

# Variants stand with their letter. The first three rows are CLDR's; of the letters of Arabic, Kurdish, Pashto and
# Urdu CLDR makes letters of their own after the same neighbours.
_VARIANTS = {
    "ا": "ٱ", "ء": "أٲإٳؤئ", "ک": "ڪګكڬڭڮ", "ه": "ەہۂةۃۀھ", "ی": "ىےۓيېۑۍێؠ",
    "ب": "ٮٻڀ", "ت": "ٹٺټٽٿ", "ج": "ڃڄ", "چ": "ڿڇ", "خ": "ځڂڅ", "د": "ڈډڊڋڌڍڎڏڐ", "ر": "ڑڒړڔڕږڗ", "ژ": "ڙ",
    "س": "ښڛ", "ش": "ڜۺ", "ض": "ڝڞۻ", "ظ": "ڟ", "غ": "ڠۼ", "ف": "ڡڢڣڤڥڦ", "ق": "ٯڧڨ", "گ": "ڰڱڲڳڴ", "ل": "ڵڶڷڸ",
    "ن": "ںڻڼڽڹ", "و": "ۄۅۆۇۈۉۊۋۏ",
}  # fmt: skip

_FIRST_LETTER = ord("A")
_WEIGHTS = {letter: chr(_FIRST_LETTER + place) for place, letter in enumerate(_PERSIAN + _LATIN)}
_WEIGHTS |= {digit: digit for digit in _DIGITS}
_SPECIAL = re.compile(f"[^{_DIGITS}{_PERSIAN}{_LATIN}]")

# Level two: one character for what is frequent in names, in the order in which it follows the plain text.
_FREQUENT = "\u200c -‐/.\u0651\u064e\u0650\u064f\u064b\u064d\u064c\u0652\u0670\u0654\u0655\u0653ٱأإؤئةۀ۰۱۲۳۴۵۶۷۸۹"
_SPECIAL_CODES = {char: chr(0x21 + place) for place, char in enumerate(_FREQUENT)}
_RADIX = 93
_LONGEST_RUN = 88


def sort_key(text: str, *further: str) -> str:
    """The key to store and order by; several texts (family name, given name) are compared one after the other.

    Takes any text and never raises. Texts whose display forms differ have different keys.
    """
    levels = [_levels(display_form(part)) for part in (text, *further)]
    first = _PARTS.join(primary for primary, _ in levels)
    second = _PARTS.join(special for _, special in levels)
    return f"{first}{_LEVELS}{second}" if second.strip(_PARTS) else first


def _levels(text: str) -> tuple[str, str]:
    primary = text.translate(_PRIMARY)
    special = []
    plain_from = 0
    for match in _SPECIAL.finditer(text):
        special.append(_run(match.start() - plain_from) + _special_code(match[0]))
        plain_from = match.end()
    return primary, "".join(special)


def _run(length: int) -> str:
    """Longer runs of plain characters sort lower: the special character comes later in the text."""
    whole, rest = divmod(length, _LONGEST_RUN + 1)
    return "%" * whole + chr(0x7E - rest)


def _special_code(char: str) -> str:
    return _SPECIAL_CODES.get(char) or _ELSEWHERE + _number(ord(char))


def _number(code: int) -> str:
    digits = []
    for _ in range(4):
        code, digit = divmod(code, _RADIX)
        digits.append(chr(0x21 + digit))
    return "".join(reversed(digits))


def _primary(char: str) -> str:
    """The level-one weight of what is not a plain letter or digit."""
    weights = []
    for part in unicodedata.normalize("NFD", char.lower()):
        decimal = unicodedata.decimal(part, None)
        category = unicodedata.category(part)
        if decimal is not None:
            weights.append(str(decimal))
        elif part in _WEIGHTS:
            weights.append(_WEIGHTS[part])
        elif part.isalpha():
            weights.append(_ELSEWHERE + _number(ord(part)))
        elif category[0] not in "MZC":
            weights.append(_PUNCTUATION)
    return "".join(weights)


class _Primaries(dict[int, str]):
    def __missing__(self, code: int) -> str:
        weight = _primary(chr(code))
        if code < 0x3000:  # rarer scripts are not worth the memory
            self[code] = weight
        return weight


_PRIMARY = _Primaries({ord(char): weight for char, weight in _WEIGHTS.items()})
_PRIMARY |= {ord(variant): _WEIGHTS[letter] for letter, variants in _VARIANTS.items() for variant in variants}
