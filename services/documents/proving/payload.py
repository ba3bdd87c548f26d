"""What stands in the QR code: letters that every reader of QR codes gives back and that survive copying and pasting.

`SZ1:` and, three characters for two bytes, of an alphabet without a space or a small letter: version, key id, short
code, signature, and the text as raw DEFLATE with the dictionary of its version (`resources/proof`).
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache

from resources import shelf
from services.persian.digits import to_ascii

PREFIX = "SZ1:"
VERSION = 1
KEY_BYTES, CODE_BYTES, SIGNATURE_BYTES = 8, 5, 64
PACKED_LIMIT = 1200
"""Bytes of packed text that a code may hold; above it stands the short form (design.md §5)."""

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-./"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_BASE = len(_ALPHABET)
_HEAD = 1 + KEY_BYTES + CODE_BYTES + SIGNATURE_BYTES
_MOST_TEXT = 100_000
_FOUND = re.compile(re.escape(PREFIX) + r"[0-9A-Z$*./\-\s]+", re.IGNORECASE)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MOST_AFTER = 3
"""How many words behind a code may have been pasted with it."""
_SIGNED = b"sazesh paper 1\0"


class DamagedPayloadError(ValueError):
    """It begins like the code of a paper and is none: cut off, mistyped or changed."""


@dataclass(frozen=True, slots=True)
class Payload:
    """`key_id` in hexadecimal; `code` is the short code that stands in the foot; all but `signature` is signed."""

    key_id: str
    code: bytes
    signature: bytes
    text: str


def signed_bytes(key_id: str, code: bytes, text: str) -> bytes:
    """What the signature is made over."""
    return _SIGNED + bytes.fromhex(key_id) + code + text.encode()


@lru_cache(maxsize=4)
def packed(text: str) -> bytes:
    """The text as it lies in the code; remembered, since it is measured before it is written."""
    maker = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, dictionary())
    return maker.compress(text.encode()) + maker.flush()


def encode(payload: Payload) -> str:
    head = bytes([VERSION]) + bytes.fromhex(payload.key_id) + payload.code + payload.signature
    return PREFIX + _letters(head + packed(payload.text))


def decode(text: str) -> Payload:
    """What `encode` made, found anywhere in `text`. Forgiven are line breaks, small letters, Persian and Arabic
    digits, characters without ink, and a full stop or a few words pasted with it.

    `LookupError` where there is no such thing in it, `DamagedPayloadError` where it is broken.
    """
    found = _FOUND.search(_UNSEEN.sub("", to_ascii(text)))
    if found is None:
        raise LookupError("no code of a paper")
    readings = list(_readings(found[0].upper()))
    for reading in readings[:-1]:
        with suppress(DamagedPayloadError):
            return _parted(reading)
    return _parted(readings[-1])


def _readings(letters: str) -> Iterator[str]:
    """The letters as they stand, then without what may not belong to the code: `check.js` has the same."""
    words = letters.split()
    for count in range(len(words), max(0, len(words) - _MOST_AFTER - 1), -1):
        joined = "".join(words[:count]).removeprefix(PREFIX)
        yield joined
        if joined.endswith("."):
            yield joined.rstrip(".")


def _parted(letters: str) -> Payload:
    raw = _bytes(letters)
    if len(raw) <= _HEAD or raw[0] != VERSION:
        raise DamagedPayloadError("cut off")
    key, code = raw[1 : 1 + KEY_BYTES], raw[1 + KEY_BYTES : 1 + KEY_BYTES + CODE_BYTES]
    return Payload(key.hex(), code, raw[_HEAD - SIGNATURE_BYTES : _HEAD], _unpacked(raw[_HEAD:]))


@cache
def dictionary() -> bytes:
    """Words of papers, most used last. It belongs to version 1 for ever: papers were packed with it."""
    return shelf.path("proof", "dictionary-1.txt").read_bytes()


def _unpacked(raw: bytes) -> str:
    taker = zlib.decompressobj(-15, dictionary())
    try:
        text = taker.decompress(raw, _MOST_TEXT)
        if not taker.eof or taker.unused_data:
            raise DamagedPayloadError("cut off")
        return text.decode()
    except (zlib.error, UnicodeDecodeError):
        raise DamagedPayloadError("changed") from None


def _letters(raw: bytes) -> str:
    letters = []
    for at in range(0, len(raw) - 1, 2):
        high, rest = divmod(raw[at] << 8 | raw[at + 1], _BASE * _BASE)
        letters += [_ALPHABET[high], _ALPHABET[rest // _BASE], _ALPHABET[rest % _BASE]]
    if len(raw) % 2:
        letters += [_ALPHABET[raw[-1] // _BASE], _ALPHABET[raw[-1] % _BASE]]
    return "".join(letters)


def _bytes(letters: str) -> bytes:
    values = [_VALUES[letter] for letter in letters]
    raw = bytearray()
    for at in range(0, len(values) - 2, 3):
        number = (values[at] * _BASE + values[at + 1]) * _BASE + values[at + 2]
        if number > 0xFFFF:
            raise DamagedPayloadError("no such letters")
        raw += number.to_bytes(2, "big")
    left = len(values) % 3
    if left:
        number = values[-2] * _BASE + values[-1] if left == 2 else 0x100
        if number > 0xFF:
            raise DamagedPayloadError("cut off")
        raw.append(number)
    return bytes(raw)
