"""The short code in the foot of a paper (domain.md §3.1): typed, it finds the paper in the issuing unit; and key ids.

Forty bits can't prove anything: whoever forges a paper can print any code.
"""

import hashlib
from uuid import UUID

from services.persian.digits import to_ascii, to_persian
from services.persian.text import isolate_ltr

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
_LOOKS_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def code_for(document_id: UUID, text: str) -> bytes:
    """Five bytes from the paper's own id and text."""
    return hashlib.sha256(document_id.bytes + text.encode()).digest()[:5]


def spelled(code: bytes) -> str:
    """Two groups of four, from digits and letters that are not mistaken for each other."""
    number = int.from_bytes(code, "big")
    letters = "".join(LETTERS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{letters[:4]}-{letters[4:]}"


def typed_code(text: str) -> str | None:
    """A typed code as `spelled` writes it, digits of any script and look-alikes forgiven; None for anything else."""
    letters = "".join(each for each in to_ascii(text).upper() if each.isalnum()).translate(_LOOKS_LIKE)
    if len(letters) != LENGTH or any(letter not in LETTERS for letter in letters):
        return None
    return f"{letters[:4]}-{letters[4:]}"


def key_words(key_id: str) -> str:
    """A key id in groups of four, as it stands on papers and screens."""
    shown = key_id.upper()
    return isolate_ltr(to_persian(" ".join(shown[at : at + 4] for at in range(0, len(shown), 4))))
