"""What a text would have been on the other keyboard layout, and passwords that do not depend on it (P-41)."""

import re
import unicodedata

# ISIRI 9147, the layout that Windows calls «Persian (Standard)». The backslash key is پ on the older Windows
# layout; the standard one has nothing useful there.
_PLAIN = dict(zip("qwertyuiop[]asdfghjkl;'zxcvbnm,", "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو", strict=True))
_SHIFTED = {
    "A": "ؤ", "S": "ئ", "D": "ی", "F": "إ", "G": "أ", "H": "آ", "J": "ة", "Z": "ک", "C": "ژ", "B": "\u200c", "M": "ء",
    "Q": "\u0652", "W": "\u064c", "E": "\u064d", "R": "\u064b", "T": "\u064f", "Y": "\u0650", "U": "\u064e",
    "I": "\u0651", "V": "\u0670", "N": "\u0654", "X": "\u0653",
}  # fmt: skip
_UNUSED = dict.fromkeys("OPKL", "")  # brackets and quotation marks
_OLDER = {"m": "ئ", "M": "ء", "N": "أ", "V": "ؤ", "Z": "ة", "G": "ۀ", "A": "\u064e", "S": "\u064f"}

_TO_PERSIAN = str.maketrans({**_PLAIN, **_SHIFTED, **_UNUSED, "\\": "پ"})
_TO_OLDER = {**_TO_PERSIAN, **str.maketrans(_OLDER)}
_ON_OLDER = frozenset("mMNVZG")
_TO_LATIN = str.maketrans(
    {
        **{persian: latin for latin, persian in _SHIFTED.items() if persian not in "یک"},
        **{persian: latin for latin, persian in _PLAIN.items()},
        "ي": "d", "ى": "d", "ك": ";", "ئ": "m",  # the older Windows layout
        **dict(zip("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789", strict=True)),
    }
)  # fmt: skip

_LATIN_LETTER = re.compile("[A-Za-z]")
_PERSIAN_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3]")

_SECRET = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ك": "ک",
        **dict(zip("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789", strict=True)),
    }
)  # fmt: skip
_HALF_PAIR = re.compile("[\ud800-\udfff]")


def other_layout(text: str) -> str | None:
    """The text as the same keys would have written it on the other layout: `lplnd` is «محمدی», and back.

    None when there is nothing to fold: no letter, or letters of both scripts. Latin capitals count as Shift, but
    all capitals as Caps Lock.
    """
    latin = _LATIN_LETTER.search(text) is not None
    persian = _PERSIAN_LETTER.search(text) is not None
    if latin == persian:
        return None
    if persian:
        return text.translate(_TO_LATIN)
    keys = text.lower() if len(text) > 1 and text.isupper() else text
    return keys.translate(_TO_PERSIAN)


def older_layout(text: str) -> str | None:
    """As `other_layout`, by the one that Windows calls «Persian», where M is ئ; None where it makes no difference.

    Most machines of the field have this one or both: `lsm,gd` = مسئولی.
    """
    if _PERSIAN_LETTER.search(text) or _ON_OLDER.isdisjoint(text):
        return None
    keys = text.lower() if len(text) > 1 and text.isupper() else text
    return keys.translate(_TO_OLDER)


def fold_secret(text: str) -> str:
    """A password as it enters the key derivation: the same keys on any Persian layout give the same bytes.

    Never change what this gives for any text: people would no longer get in. The result is always valid UTF-8.
    """
    return _HALF_PAIR.sub("\ufffd", unicodedata.normalize("NFC", text)).translate(_SECRET)
