"""What stands in the code: every text comes back, and nothing else is taken for one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.documents.proving.payload import (
    DamagedPayloadError,
    Payload,
    decode,
    dictionary,
    encode,
)
from services.documents.proving.short_code import LETTERS, code_for, spelled, typed_code
from services.persian.digits import to_persian
from tests.services.documents.proving.signer import DOCUMENT_ID

SIGNATURE = bytes(range(64))
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=400)


def of(text: str) -> Payload:
    return Payload("00ff00ff00ff00ff", b"\0\1\2\3\xff", SIGNATURE, text)


@given(TEXTS)
def test_every_text_comes_back(text: str) -> None:
    assert decode(encode(of(text))) == of(text)


@given(TEXTS, st.randoms(use_true_random=False))
def test_pasting_breaks_lines_and_makes_letters_small(text: str, chance: random.Random) -> None:
    letters = list(encode(of(text)))
    for _ in range(5):
        letters.insert(chance.randrange(4, len(letters) + 1), chance.choice("\n \t"))
    pasted = "متن نشان:\n" + "".join(letters).lower() + "\n"
    assert decode(pasted) == decode(to_persian(pasted)) == of(text)


def test_the_letters_are_those_that_a_code_packs_densely() -> None:
    assert set(encode(of("سلام"))) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$%*+-./:")


@pytest.mark.parametrize("text", ["", "سلام", "https://example.org", "SZ2:AAAA", "SZ1"])
def test_other_texts_are_no_code(text: str) -> None:
    with pytest.raises(LookupError):
        decode(text)


@given(st.integers(1, 200))
def test_a_code_that_was_cut_off_is_damaged(lost: int) -> None:
    letters = encode(of("مبلغ ۱۵۰٬۰۰۰٬۰۰۰ ریال تا ۱۴۰۵/۰۹/۲۹ پرداخت می‌شود. " * 3))
    with pytest.raises(DamagedPayloadError):
        decode(letters[: max(5, len(letters) - lost)])


def test_a_text_that_would_unpack_without_end_is_damaged() -> None:
    with pytest.raises(DamagedPayloadError):
        decode(encode(of("الف" * 200_000)))


def test_the_dictionary_stays_as_it_is_for_ever() -> None:
    """Papers in people's hands were packed with it."""
    import hashlib

    assert (
        hashlib.sha256(dictionary()).hexdigest() == "17ae219e31cf9015380ebeaa9672281dc386503b8eb92944e59cd2d166dbea2b"
    )


def test_a_typed_short_code_is_forgiven_what_hands_do() -> None:
    shown = spelled(code_for(DOCUMENT_ID, "متن"))
    assert len(shown) == 9
    assert set(shown) <= set(LETTERS + "-")
    for typed in (shown, to_persian(shown).lower(), shown.replace("-", "  ")):
        assert typed_code(typed) == shown
    assert typed_code("OIL0-UUUU") == "0110-VVVV"
    assert typed_code("۱۲۳") is None
    assert typed_code("") is None
    assert typed_code("ABCD-EFG!") is None
    assert code_for(DOCUMENT_ID, "متن") != code_for(DOCUMENT_ID, "متن.")
