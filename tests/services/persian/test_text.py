import unicodedata

import pytest
from hypothesis import example, given

from services.persian.text import (
    display_form,
    display_multiline,
    has_only_name_letters,
    initials,
    isolate_codes,
    isolate_ltr,
    phonetic_core,
    phonetic_key,
    phonetic_tokens,
    search_key,
    search_tokens,
)
from tests.services.persian.texts import any_text

SAME_SEARCH = [
    ("محمد رضا", "محمدرضا"),
    ("محمد\u200cرضا", "محمدرضا"),
    ("رئیسی", "رییسی"),
    ("مؤمنی", "مومنی"),
    ("كريمي", "کریمی"),
    ("زهرة", "زهره"),
    ("آرزو", "ارزو"),
    ("سمیّه", "سمیه"),
    ("علي اکبر", "علی\u200cاکبر"),
    ("سید حسین", "سیدحسین"),
    ("نمی\u200cکنند", "نمیکنند"),
    ("۱۴۰۵/۰۱", "1405/01"),
    ("١٤٠٥", "1405"),
    ("خانۀ", "خانهٔ"),
    ("هيئت", "هیأت"[:2] + "ئت"),
    ("ALI", "ali"),
    ("ﻣﺤﻤﺪ", "محمد"),
]
SAME_SOUND = [
    ("رحمان", "رحمن"),
    ("اسماعیل", "اسمعیل"),
    ("طاهره", "تاهره"),
    ("غلامی", "قلامی"),
    ("مسعود", "مسئود"),
    ("ابراهیم", "ابراهیمی"),
]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("علي كاظمي", "علی کاظمی"),
        ("موسى", "موسی"),
        ("ڪتاب ہما ەما لےلی", "کتاب هما هما لیلی"),
        ("ئەحمەد ژیانە", "ئه\u200cحمه\u200cد ژیانه"),
        ("محـــمد", "محمد"),
        ("  علی   رضا \t", "علی رضا"),
        ("علی\u00a0رضا", "علی رضا"),
        ("می\u200c\u200cروم", "می\u200cروم"),
        ("\u200cعلی \u200c رضا\u200c", "علی رضا"),
        ("علی\u200f\u202eرضا\u2066\u2069\u061c", "علیرضا"),
        ("خط یک\r\nخط دو\u2028خط سه", "خط یک خط دو خط سه"),
        ("الف\u0000\u0007ب", "الفب"),
        ("ﻣﺤﻤﺪ ﻛﺮﻳﻤﻲ", "محمد کریمی"),
        ("ﷲ", "الله"),
        ("رئیسی مؤمنی أحمد آرزو خانۀ خانهٔ سمیّه", "رئیسی مؤمنی أحمد آرزو خانۀ خانهٔ سمیّه"),
        ("ي\u0654", "ئ"),
        ("ا\u200b\u0653", "آ"),
        ("علی 😀", "علی 😀"),
        ("\ud83d", ""),
        ("۱۴۰۵ 12", "۱۴۰۵ 12"),
        ("", ""),
    ],
)
def test_display_form(typed: str, stored: str) -> None:
    assert display_form(typed) == stored


@given(any_text)
@example("ـ\ufe71\u0653")
def test_display_form_is_stable_and_storable(text: str) -> None:
    shown = display_form(text)
    assert display_form(shown) == shown
    assert unicodedata.is_normalized("NFC", shown)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert "\x00" not in shown
    assert shown.splitlines() in ([], [shown])


@pytest.mark.parametrize("piece", ["ي", "\u200c", " ", "😀", "\u202e", "ا\u0653", "علی رضا ", "\ufdfa"])
def test_ten_thousand_characters(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    shown = display_form(text)
    assert display_form(shown) == shown
    assert search_key(shown) == search_key(text)
    assert isinstance(phonetic_key(text), str)


def test_display_multiline_keeps_line_breaks() -> None:
    assert display_multiline("\n  علي \r\n\r\n كاظمي\t۲ \u2029\n") == "علی\n\nکاظمی ۲"


@given(any_text)
def test_display_multiline_is_stable(text: str) -> None:
    shown = display_multiline(text)
    assert display_multiline(shown) == shown
    assert display_form(shown) == display_form(text)


@pytest.mark.parametrize(("one", "other"), SAME_SEARCH)
def test_verified_pairs_have_the_same_search_key(one: str, other: str) -> None:
    assert search_key(one) == search_key(other) != ""


@pytest.mark.parametrize(("one", "other"), SAME_SOUND)
def test_verified_pairs_sound_alike_but_are_not_the_same(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)
    assert phonetic_key(one) == phonetic_key(other)


def test_different_names_keep_different_search_keys() -> None:
    names = ["حسن", "حسین", "محسن", "احسان", "کریمی", "کرمی", "اکرمی", "رضایی", "رضا"]
    assert len({search_key(name) for name in names}) == len(names)


def test_search_tokens() -> None:
    assert search_tokens(" سید\u200cحسین  كريمي‌نژاد، (۱۴۰۵/۰۱)") == ("سیدحسین", "کریمینژاد", "1405", "01")
    assert search_tokens("😀 … -") == ()


@given(any_text)
def test_search_key_does_not_depend_on_the_form(text: str) -> None:
    key = search_key(text)
    assert search_key(display_form(text)) == key
    assert search_key(key) == key
    assert "".join(search_tokens(text)) == key
    assert all(char.isalnum() for char in key)


@given(any_text)
def test_phonetic_key_follows_the_search_key(text: str) -> None:
    assert phonetic_key(text) == phonetic_key(search_key(text))
    assert len(phonetic_tokens(text)) == len(search_tokens(text))
    assert bool(phonetic_key(text)) == bool(search_key(text))


def test_phonetic_key_of_a_short_name_is_its_search_key() -> None:
    assert phonetic_key("آوا") == "اوا"
    assert phonetic_tokens("علی ایا") == ("ال", "ایا")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سید حسین کریمی", "حسین کریمی"),
        ("سیدحسین کریمی", "حسین کریم"),
        ("حاج رضا احمدی\u200cزاده", "رضا احمدی"),
        ("مریم حسن\u200cپور", "مریم حسن"),
    ],
)
def test_phonetic_core_drops_titles_and_endings(one: str, other: str) -> None:
    assert phonetic_core(one) == phonetic_core(other)


@given(any_text)
def test_phonetic_core_is_never_empty_for_letters(text: str) -> None:
    assert bool(phonetic_core(text)) == bool(search_tokens(text))
    assert all(phonetic_core(text))


def test_a_title_alone_stays_a_name() -> None:
    assert phonetic_core("سید") == (phonetic_key("سید"),)
    assert phonetic_core("سیدی") != phonetic_core("ی")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("محمد محمدی", "م.م"),
        ("محمد\u200cرضا كريمي", "م.ک"),
        ("سید علی احمدی تبریزی", "س.ع.ا"),
        ("آرزو", "آ"),
        ("«نامشخص»", "ن"),
        ("😀 12", ""),
        ("", ""),
    ],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize("name", ["محمد", "علی\u200cاکبر", "احمدی تبریزی", "علی-رضا", "سمیّه", "زهرة", "أمیر"])
def test_name_letters(name: str) -> None:
    assert has_only_name_letters(name)


@pytest.mark.parametrize("name", ["", " ", "-", "ali", "علی۲", "علی2", "علی،", "علی😀", "محـمد", "علی\n", "ـ", "ّ"])
def test_other_letters(name: str) -> None:
    assert not has_only_name_letters(name)


@given(any_text)
def test_isolate_ltr(text: str) -> None:
    isolated = isolate_ltr(text)
    assert isolate_ltr(isolated) == isolated
    assert isolated.count("\u2066") == isolated.count("\u2069") == (1 if isolated else 0)


def test_isolate_ltr_wraps() -> None:
    assert isolate_ltr("A-12") == "\u2066A-12\u2069"
    assert isolate_ltr("") == ""
    assert isolate_ltr("1112/م/37") == "\u20661112/\u200eم\u200e/37\u2069"
    assert isolate_ltr("1112/م") == "\u20661112/م\u2069"


def test_numbers_within_a_sentence_run_as_they_do_alone() -> None:
    said = "ارجاع پرونده ۱۱۱۲-۱۴۰۵-۰۰۰۸، پیرو ۱۱۱۲/۴/۵/م"
    once = isolate_codes(said)
    assert once == "ارجاع پرونده \u2066۱۱۱۲-۱۴۰۵-۰۰۰۸\u2069، پیرو \u2066۱۱۱۲/۴/۵/م\u2069"
    assert isolate_codes(once) == once
    assert isolate_codes("کارت 6037-9912-3456-7890") == "کارت \u20666037-9912-3456-7890\u2069"
    for kept in ("صفحه ۱۲-۱۵", "۱۴۰۵/۰۸/۳۰", "۱/الف/ب", "۰۲۱-۸۸۸۸۷۷۷۷", "۱-۲-۳"):
        assert isolate_codes(kept) == kept
