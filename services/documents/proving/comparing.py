"""A file of Sazesh whose text can be read is compared with its signed text word by word, not by eye alone."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from services.persian.digits import to_ascii

from .canonical import hash_of
from .checking import Judgement, Verdict

_MOST = 12
_BETWEEN = re.compile(r"[^\w\u200c]+")
_LATIN = re.compile("[A-Za-z]")
_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def compared(verdict: Verdict, shown: str) -> Verdict:
    """The verdict on a file whose pages say `shown`: altered where a signed word, number or date is not there.

    A short or bare form is only held against its own lines. What the file says beyond the signed text (page numbers,
    the mark of a copy) is not looked at: the reader sees the signed text.
    """
    if verdict.judgement is not Judgement.GENUINE or not shown.strip():
        return verdict
    held = Counter(_words(shown))
    lines = verdict.text.split("\n")
    told = lines if _is_whole(lines) else lines[:-1]
    missing = Counter(_words("\n".join(told))) - held
    if not missing:
        return verdict
    words = tuple(word for word in dict.fromkeys(_words(verdict.text)) if word in missing)
    return replace(verdict, judgement=Judgement.ALTERED, differing=words[:_MOST])


def _is_whole(lines: list[str]) -> bool:
    last = lines[-1].rpartition(": ")[2]
    return not (len(last) == len(hash_of("")) and all(letter in "0123456789abcdef" for letter in last))


def _words(text: str) -> Iterator[str]:
    """Words and numbers; Latin words stand in another order in a file's text and are left out."""
    clean = to_ascii(unicodedata.normalize("NFC", _CONTROLS.sub("", text)))
    words = (part.strip("\u200c") for part in _BETWEEN.split(clean))
    return (word for word in words if word and not _LATIN.search(word))
