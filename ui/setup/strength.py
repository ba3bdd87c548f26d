"""How hard a password is to guess, roughly: for a word beside the field, never to refuse one."""

import math
from enum import IntEnum
from itertools import pairwise


class Strength(IntEnum):
    NONE = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3


_COMMON = ("123456", "12345678", "password", "qwerty", "abcdef", "111111", "000000", "iran", "police")


def strength(password: str) -> Strength:
    """By length, kinds of signs, repetition and a few words that everybody tries first."""
    if not password:
        return Strength.NONE
    folded = password.casefold()
    alphabet = sum(
        size
        for size, present in (
            (10, any(char.isdigit() for char in password)),
            (26, any(char.isascii() and char.islower() for char in password)),
            (26, any(char.isascii() and char.isupper() for char in password)),
            (32, any(char.isalpha() and not char.isascii() for char in password)),
            (20, any(not char.isalnum() for char in password)),
        )
        if present
    )
    # a sign that repeats, or follows its neighbour in the alphabet, adds little
    fresh = 1 + sum(1 for a, b in pairwise(folded) if abs(ord(a) - ord(b)) > 1)
    bits = fresh * math.log2(max(2, alphabet))
    if len(password) < 8 or bits < 34 or any(folded.startswith(word) for word in _COMMON):
        return Strength.WEAK
    return Strength.GOOD if bits >= 56 else Strength.FAIR
