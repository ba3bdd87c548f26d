"""The forms of a text: as stored and printed, for exact search, and for «نام‌های مشابه» (R-20, domain.md §4.6)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_ZWNJ = "\u200c"

# --- A. display form ------------------------------------------------------------------------------------------

# Invisible or without meaning on a form: tatweel, soft hyphen, joiners of lines, marks and overrides of
# direction, control and annotation characters, non-characters, halves of surrogate pairs (no storage takes them).
_DELETED = (
    "\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u061c\u0640\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
_SPACES = "\u0009-\u000d\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_PRESENTATION = "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc"

_ONE_SHAPE = str.maketrans(
    {"ي": "ی", "ى": "ی", "ے": "ی", "ۓ": "ئ", "ك": "ک", "ڪ": "ک", "ہ": "ه", "ە": "ه", "ۂ": "ۀ"}
)  # the keys of this table are letters that look alike; look at the code points before touching it


def _code_points(ranges: str) -> Iterator[int]:
    place = 0
    while place < len(ranges):
        first = last = ord(ranges[place])
        if ranges[place + 1 : place + 2] == "-":
            last = ord(ranges[place + 2])
            place += 2
        place += 1
        yield from range(first, last + 1)


def _cleaning_table() -> dict[int, str]:
    table = dict.fromkeys(_code_points(_DELETED), "")
    table |= dict.fromkeys(_code_points(_SPACES), " ")
    for code in _code_points(_PRESENTATION):
        letters = unicodedata.normalize("NFKC", chr(code))
        if letters != chr(code):
            table[code] = letters.translate(table)
    return table


_CLEANING = _cleaning_table()
_UNCLEAN = re.compile(
    f"[{_DELETED}{_SPACES}{_PRESENTATION}{''.join(map(chr, _ONE_SHAPE))}]"
    rf"|\A[ {_ZWNJ}]|[ {_ZWNJ}]\Z|[ {_ZWNJ}][ {_ZWNJ}]"
)
_GAP = re.compile(f"[ {_ZWNJ}]{{2,}}")
# Within a word ە is the Kurdish vowel, which never joins the letter after it; as a Persian ه it would, and the
# name would read otherwise.
_NOT_JOINED = re.compile(r"(?<=[^\W\d_])\u06d5(?=[^\W\d_])")
_LINE_BREAK = re.compile("\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]")


def _one_gap(match: re.Match[str]) -> str:
    return " " if " " in match[0] else _ZWNJ


def display_form(text: str) -> str:
    """The form that is stored and printed: one shape for each letter, no stray or invisible characters, one line.

    Keeps what is spelling: ZWNJ inside words, hamza, madda, typed harakat; digits stay as typed. Takes any text of
    any length and never raises; applying it twice changes nothing.
    """
    if _UNCLEAN.search(text) is None and unicodedata.is_normalized("NFC", text):
        return text
    # NFC after the deletions: a letter and its mark may have been parted by an invisible character. The shapes
    # come last, because NFC only knows ي (not ی) and ە (not ه) as bases of ئ and ۀ.
    composed = unicodedata.normalize("NFC", text.translate(_CLEANING))
    composed = _NOT_JOINED.sub("\u06d5" + _ZWNJ, composed).translate(_ONE_SHAPE)
    return _GAP.sub(_one_gap, composed).strip(" " + _ZWNJ)


def display_multiline(text: str) -> str:
    """`display_form` of every line; the line breaks stay (as \\n), empty lines at both ends go."""
    return "\n".join(display_form(line) for line in _LINE_BREAK.split(text)).strip("\n")


# --- B. search key --------------------------------------------------------------------------------------------

_SEARCH_SHAPE = {
    **dict.fromkeys("يىےۍێېۑؠ", "ی"),
    **dict.fromkeys("كڪڬڭڮ", "ک"),
    **dict.fromkeys("ګڰ", "گ"),
    **dict.fromkeys("ہەةۃھ", "ه"),
    **dict.fromkeys("ٱٲٳ", "ا"),
    **dict.fromkeys("ءٴ", ""),
}


def _fold(char: str) -> str:
    letters = unicodedata.normalize("NFD", _CLEANING.get(ord(char), char))
    folded = []
    for part in unicodedata.normalize("NFD", letters.casefold()):
        category = unicodedata.category(part)
        if category in ("Mn", "Cf"):
            continue
        decimal = unicodedata.decimal(part, None)
        if decimal is not None:
            folded.append(str(decimal))
        else:
            folded.append(_SEARCH_SHAPE.get(part, part if part.isalnum() else " "))
    return "".join(folded)


class _Folding(dict[int, str]):
    """What each code point becomes in a search key; worked out when it is first met. A space parts two tokens."""

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        if code < 0x3000:  # rarer scripts are not worth the memory
            self[code] = folded
        return folded


_FOLDING = _Folding()


def search_key(text: str) -> str:
    """The text without anything in which spellings differ (R-20 B), joined: «محمد رضا» = «محمدرضا».

    Gives the same for a text and for its display form. Empty when the text has neither letters nor digits.
    """
    return text.translate(_FOLDING).replace(" ", "")


def search_tokens(text: str) -> tuple[str, ...]:
    """The words of `search_key`, parted at spaces and punctuation; ZWNJ does not part."""
    return tuple(text.translate(_FOLDING).split())


# Letters of Kurdish, Azeri, Pashto, Balochi and Urdu as a Persian keyboard writes them. No part of the search key,
# for stored keys must not change: a name that has one is found by both.
_NEIGHBOURS = str.maketrans(
    {
        **dict.fromkeys("ڕڑړڔ", "ر"), **dict.fromkeys("ۆۇۈۋۊۉ", "و"), **dict.fromkeys("ڵڶ", "ل"),
        **dict.fromkeys("ټٹ", "ت"), **dict.fromkeys("ډڈ", "د"), **dict.fromkeys("ڼںڻ", "ن"), "ښ": "ش", "ځ": "ز",
        "څ": "س", "ڤ": "و", "ؽ": "ی", "ږ": "ژ",
    }
)  # fmt: skip
_OF_GOD = re.compile("ال(ل?)ه(?!ام|ه|ی\\b)")


def in_persian_letters(name: str) -> str:
    """A name of a neighbouring language as a Persian keyboard writes it: «ڕێبوار» = «ریبوار». Others stay."""
    return name.translate(_NEIGHBOURS)


def other_spelling(text: str) -> str | None:
    """The text with «اله» for «الله» or the reverse, of which every registrar has his own: «نصراله» = «نصرالله».

    None where neither stands in it.
    """
    joined = search_key(text)
    other = _OF_GOD.sub(lambda match: "اله" if match[1] else "الله", joined)
    return other if other != joined else None


def one_spelling(text: str) -> str:
    """The search key without what registrars spell in two ways: «نصر الله» = «نصراله», «ڕێبوار» = «ریبوار».

    For comparing two names, never stored.
    """
    return _OF_GOD.sub("اله", search_key(in_persian_letters(text)))


# --- C. phonetic key ------------------------------------------------------------------------------------------

_SAME_SOUND = str.maketrans("ذضظثصطحغع", "زززسستهقا")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_WEAK = str.maketrans("", "", "اوی")


def _sound(key: str) -> str:
    sound = _DOUBLED.sub(r"\1", key.translate(_SAME_SOUND))
    sound = sound[:1] + sound[1:].translate(_WEAK)
    return sound if len(sound) >= 2 else key


def phonetic_key(text: str) -> str:
    """One key for names that sound alike (R-20 C), joined. It joins too much: for suggestions, never to merge."""
    return _sound(search_key(text))


def phonetic_tokens(text: str) -> tuple[str, ...]:
    """The phonetic key of each word."""
    return tuple(_sound(token) for token in search_tokens(text))


_TITLES = frozenset({"سید", "سیده", "میر", "حاج", "حاجی", "حاجیه", "کربلایی", "مشهدی"})
_GLUED_TITLE = re.compile(r"\A(?:سیده|سید|حاجی)(?=\w{3})")
_ENDING = re.compile(r"(?<=\w{3})(?:زاده|پور|نژاد|فر|نیا|یان|ی)\Z")


def phonetic_core(full_name: str) -> tuple[str, ...]:
    """The phonetic words of a name without its optional titles and family endings (domain.md §4.6, tier two).

    «سید حسین کریمی» and «سیدحسین کریمی‌زاده» give the same. Never empty for a name that has letters.
    """
    words = search_tokens(full_name)
    bare = [word for word in words if word not in _TITLES] or list(words)
    return tuple(_sound(_ENDING.sub("", _GLUED_TITLE.sub("", word))) for word in bare)


# --- names and direction --------------------------------------------------------------------------------------

_LETTER = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
_NAME = re.compile(rf"[ {_ZWNJ}\-‐]*[{_LETTER}][{_LETTER}\u064b-\u0655\u0670 {_ZWNJ}\-‐]*")
_DIRECTION_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_CODE = re.compile(
    "(?<![0-9۰-۹/-])(?:[0-9۰-۹]+(?:/[0-9۰-۹]+)*/[آ-ی](?![آ-ی\u200c/])|[0-9۰-۹]+(?:-[0-9۰-۹]{4})+-[0-9۰-۹]+(?![0-9۰-۹-]))"
)
_WITHIN_CODE, _KEPT_LEFT = re.compile("(?<=[0-9۰-۹/-])[آ-ی]+(?=[/-])"), "\u200e\\g<0>\u200e"
_INITIALS = 3


def has_only_name_letters(text: str) -> bool:
    """Persian or Arabic letters (harakat allowed), space, ZWNJ and hyphen, and at least one letter."""
    return _NAME.fullmatch(text) is not None


def initials(full_name: str) -> str:
    """The first letters of the first three words, for screens that others can see (P-3, P-14): «م.م»."""
    return ".".join(_first_letters(display_form(full_name).split(" ")))


def _first_letters(words: Iterable[str]) -> list[str]:
    found = (next((char for char in word if char.isalpha()), "") for word in words)
    return [letter for letter in found if letter][:_INITIALS]


def isolate_ltr(text: str) -> str:
    """A code, phone or Latin name that keeps its own order inside Persian text (U+2066 … U+2069).

    Persian letters within a code turn nothing around: U+200E stands on both sides of them. Other direction marks
    inside are dropped, so that isolating twice is isolating once; empty stays empty.
    """
    bare = _DIRECTION_MARKS.sub("", text)
    return f"\u2066{_WITHIN_CODE.sub(_KEPT_LEFT, bare)}\u2069" if bare else ""


def isolate_codes(text: str) -> str:
    """A sentence in which numbers of files (1112-1405-0037), of bank cards and of confidential letters run as they do
    where they stand alone; what is isolated already stays so."""
    if "-" not in text and "/" not in text:
        return text
    return _CODE.sub(lambda found: found[0] if _is_isolated(text, found.start()) else isolate_ltr(found[0]), text)


def _is_isolated(text: str, at: int) -> bool:
    return text.count("\u2066", 0, at) > text.count("\u2069", 0, at)
