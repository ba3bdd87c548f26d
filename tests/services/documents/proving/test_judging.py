"""Genuine, altered, unknown unit, void: nothing but the code's text and public keys is asked."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.documents.proving.canonical import canonical_text, hash_of, short_text
from services.documents.proving.checking import Judgement, judge
from services.documents.proving.making import make_proof, text_to_sign
from services.documents.proving.payload import PACKED_LIMIT, decode, encode, packed
from services.documents.proving.revocations import (
    Revocation,
    RevocationList,
    keep_list,
    known_lists,
    read_list,
    signed_list,
)
from services.errors import InvalidError
from tests.services.documents.proving.signer import DOCUMENT_ID, UNIT_ID, Signer, paper

SENTENCE = "فرهاد بهرامی مبلغ ۱۵۰٬۰۰۰٬۰۰۰ ریال را تا ۱۴۰۵/۰۹/۲۹ می‌پردازد."
WORDS = ["دیوار", "خانه", "پرداخت", "مهلت", "گواه", "توافق", "سند", "حیاط", "بام", "ناودان", "درخت", "کوچه"]


def letters_of(*sentences: str, signer: Signer | None = None) -> str:
    return make_proof(paper(*sentences), None, DOCUMENT_ID, signer or Signer()).payload


def long_sentence(words: int) -> str:
    """Words that hardly pack."""
    import hashlib

    found = []
    for number in range(words):
        digest = hashlib.sha256(str(number).encode()).digest()
        found.append("".join("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"[byte % 32] for byte in digest[:9]))
    return " ".join(found)


def test_a_genuine_paper_says_its_own_text() -> None:
    verdict = judge(letters_of(SENTENCE), [Signer().known])
    assert verdict.judgement is Judgement.GENUINE
    assert verdict.unit == "کلانتری ۱۲"
    assert verdict.text.split("\n") == [
        "فرماندهی انتظامی | کلانتری ۱۲ | دایره مشاوره",
        "شماره: ۱۱۱۲/۴/۳۷",
        "تاریخ: ۱۴۰۵/۰۸/۳۰",
        "گواهی",
        SENTENCE,
        "مهناز کاوه | رئیس دایره",
    ]


@pytest.mark.parametrize(
    ("was", "now"), [("۱۵۰", "۹۵۰"), ("فرهاد", "فرزاد"), ("۱۴۰۵/۰۹/۲۹", "۱۴۰۶/۰۹/۲۹"), ("۱۱۱۲/۴/۳۷", "۱۱۱۲/۴/۳۸")]
)
def test_a_changed_amount_name_date_or_number_is_altered(was: str, now: str) -> None:
    payload = decode(letters_of(SENTENCE))
    assert was in payload.text
    forged = encode(replace(payload, text=payload.text.replace(was, now)))
    assert judge(forged, [Signer().known]).judgement is Judgement.ALTERED


@given(st.integers(0, 10_000), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-./"))
def test_one_changed_letter_of_the_code_never_passes(place: int, letter: str) -> None:
    letters = letters_of(SENTENCE)
    at = 4 + place % (len(letters) - 4)
    changed = letters[:at] + letter + letters[at + 1 :]
    if judge(changed, [Signer().known]).judgement is Judgement.GENUINE:
        # the last byte of a packed text has bits that say nothing
        assert decode(changed) == decode(letters)
    else:
        assert changed != letters


@given(st.sampled_from(["key_id", "code", "signature", "text"]), st.integers(0, 100_000))
def test_no_field_can_be_changed(field: str, place: int) -> None:
    payload = decode(letters_of(SENTENCE))
    held = getattr(payload, field)
    if field == "text":
        at = place % len(held)
        changed: object = held[:at] + ("ب" if held[at] != "ب" else "پ") + held[at + 1 :]
    elif field == "key_id":
        changed = f"{int(held, 16) ^ 1 << place % 64:016x}"
    else:
        raw = bytearray(held)
        raw[place % len(raw)] ^= 1 << place % 8
        changed = bytes(raw)
    verdict = judge(encode(replace(payload, **{field: changed})), [Signer().known])
    assert verdict.judgement is (Judgement.UNKNOWN_UNIT if field == "key_id" else Judgement.ALTERED)


def test_another_key_under_the_same_id_is_altered_and_another_id_an_unknown_unit() -> None:
    letters = letters_of(SENTENCE, signer=Signer(seed=2))
    assert judge(letters, [Signer().known]).judgement is Judgement.ALTERED
    assert judge(letters_of(SENTENCE), []).judgement is Judgement.UNKNOWN_UNIT
    assert judge("بی‌نشان", [Signer().known]).judgement is Judgement.NO_CODE
    assert judge("SZ1:AB", [Signer().known]).judgement is Judgement.ALTERED


def test_a_void_paper_is_revoked_and_a_list_says_how_far_it_knows() -> None:
    letters, key, day = letters_of(SENTENCE), Signer().known, date(2026, 11, 22)
    code = judge(letters, [key]).code
    empty = RevocationList(UNIT_ID, day, ())
    assert judge(letters, [key], [empty]).listed_on == day
    void = RevocationList(UNIT_ID, day, (Revocation(code, date(2026, 11, 21)),))
    verdict = judge(letters, [key], [void])
    assert verdict.judgement is Judgement.REVOKED
    assert verdict.revoked_on == date(2026, 11, 21)
    for both in (
        [void, replace(empty, made_on=date(2026, 12, 1))],
        [replace(empty, made_on=date(2026, 11, 1)), void],
    ):
        verdict = judge(letters, [key], both)
        assert (verdict.revoked_on, verdict.listed_on) == (date(2026, 11, 21), max(one.made_on for one in both))
    foreign = replace(void, unit_id=DOCUMENT_ID)
    assert judge(letters, [key], [foreign]).judgement is Judgement.GENUINE
    assert judge(letters, [key], [foreign]).listed_on is None


def test_nobody_makes_the_papers_of_another_unit_void() -> None:
    ours, theirs = Signer(), Signer(2, "b1b2c3d4e5f60718")
    keys = [ours.known, replace(theirs.known, unit_id=DOCUMENT_ID)]
    made = RevocationList(UNIT_ID, date(2026, 11, 22), (Revocation("7F3K-9Q2M", date(2026, 11, 21)),))
    assert read_list(signed_list(made, ours), keys) == made
    with pytest.raises(InvalidError, match="unknown_list"):
        read_list(signed_list(made, theirs), keys)


def test_an_older_list_does_not_take_the_place_of_a_later_one(tmp_path: Path) -> None:
    ours, day = Signer(), date(2026, 11, 22)
    later = RevocationList(UNIT_ID, day, (Revocation("7F3K-9Q2M", day),))
    keep_list(tmp_path, signed_list(later, ours), [ours.known])
    older = signed_list(RevocationList(UNIT_ID, date(2026, 11, 1), ()), ours)
    with pytest.raises(InvalidError, match="older_list"):
        keep_list(tmp_path, older, [ours.known])
    assert known_lists(tmp_path, [ours.known]) == (later,)


def test_at_the_limit_stands_the_whole_text_and_above_it_the_short_one() -> None:
    low, high = 1, 400
    while high - low > 1:  # the longest paper whose text still fits
        middle = (low + high) // 2
        low, high = (
            (middle, high)
            if len(packed(canonical_text(paper(long_sentence(middle))))) <= PACKED_LIMIT
            else (low, middle)
        )
    fits, not_ = paper(long_sentence(low)), paper(long_sentence(high))
    assert PACKED_LIMIT - 20 < len(packed(canonical_text(fits))) <= PACKED_LIMIT
    assert text_to_sign(fits, None) == canonical_text(fits)
    short = text_to_sign(not_, None)
    assert short == short_text(not_, None) != canonical_text(not_)
    assert short.endswith(hash_of(canonical_text(not_)))
    letters = make_proof(not_, None, DOCUMENT_ID, Signer()).payload
    assert judge(letters, [Signer().known]).judgement is Judgement.GENUINE


def test_the_short_form_holds_every_amount_and_date() -> None:
    told = paper(long_sentence(300), SENTENCE, "قسط دوم: ۲۰ میلیون تومان در ۳۰ آبان ۱۴۰۵ ساعت ۰۹:۳۰؛ ۳ سکه.")
    text = text_to_sign(told, None)
    for value in ("۱۵۰٬۰۰۰٬۰۰۰ ریال", "۱۴۰۵/۰۹/۲۹", "۲۰ میلیون تومان", "۳۰ آبان ۱۴۰۵", "۰۹:۳۰", "۳ سکه"):
        assert value in text
    assert "بهرامی" not in text


def test_a_paper_with_more_amounts_than_a_code_holds_still_gets_one() -> None:
    told = paper(
        *(f"بند {n}: {n * 7919:,} ریال تا {n % 28 + 1} آبان {1400 + n}".replace(",", "٬") for n in range(900))
    )
    text = text_to_sign(told, None)
    assert len(packed(text)) <= PACKED_LIMIT
    assert " …" in text
    assert hash_of(canonical_text(told)) in text


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.integers(0, 29), st.sampled_from(WORDS))
def test_any_changed_word_changes_the_signed_text(words: list[str], place: int, other: str) -> None:
    changed = list(words)
    changed[place % len(words)] = other
    same = text_to_sign(paper(" ".join(words)), None) == text_to_sign(paper(" ".join(changed)), None)
    assert same == (changed == words)


def test_equal_papers_give_equal_letters() -> None:
    assert letters_of(SENTENCE) == letters_of(SENTENCE)
