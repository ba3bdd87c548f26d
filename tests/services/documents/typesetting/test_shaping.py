"""Letters become the right glyphs, and glyphs remember their letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.documents.typesetting.fonts import Face, typeface
from services.documents.typesetting.shaping import shape_line, split_lines, split_words

PERSIAN = st.text(st.sampled_from("ابپچسعغفقکگلمنوهیآأئۀة\u064e\u0651\u200c"), min_size=1, max_size=14)


def letters_of(word):
    """The source letters of a shaped word, in logical order."""
    return "".join(glyph.text[::-1] for glyph in word.glyphs).replace("\u200f", "")


def outline(word, place):
    return word.glyphs[place].parts[0].glyph


def glyph_of(code, face=Face.REGULAR):
    return typeface(face).file.glyph_of[code]


def only_word(text, face=Face.REGULAR):
    (word,) = shape_line(text, face).words
    return word


def test_letters_are_joined():
    word = only_word("بیت")
    assert [part.parts[0].glyph for part in word.glyphs] == [glyph_of(code) for code in (0xFE91, 0xFBFF, 0xFE96)]


@pytest.mark.parametrize(
    ("text", "joined"), [("سڵ", (True, True)), ("بەڕ", (True, True, False)), ("ئێمە", (True,) * 4)]
)
def test_kurdish_letters_are_joined_by_the_font(text, joined):
    """Unicode has no characters for their joined forms; the letters beside them join as well."""
    word = only_word(text)
    assert tuple(outline(word, place) != glyph_of(ord(letter)) for place, letter in enumerate(text)) == joined
    assert letters_of(word) == text


def test_blessing_in_one_character_is_drawn_from_right_to_left():
    (_, blessing, _) = only_word("\ufdfa").glyphs
    parts = blessing.parts
    assert parts[-1].glyph == glyph_of(0xFEBB)


@pytest.mark.parametrize("inside", ["۱۲/م/۳", "۱۲/\u200eم\u200e/۳"])
def test_a_number_with_a_letter_is_drawn_from_left_to_right_as_it_was_typed(inside):
    (_, code, _) = only_word(f"\u2066{inside}\u2069").glyphs
    drawn = [part.glyph for part in sorted(code.parts, key=lambda part: part.dx)]
    assert drawn == [glyph_of(ord(letter)) for letter in "۱۲/"] + [glyph_of(0xFEE1)] + [
        glyph_of(ord(letter)) for letter in "/۳"
    ]


def test_zwnj_parts_letters_and_stays_in_the_text():
    word = only_word("می\u200cشود")
    assert outline(word, 1) == glyph_of(0xFBFD)
    assert letters_of(word) == "می\u200cشود"
    assert all(glyph.width > 0 for glyph in word.glyphs)


@pytest.mark.parametrize(("text", "code"), [("لا", 0xFEFB), ("لأ", 0xFEF7), ("لإ", 0xFEF9), ("لآ", 0xFEF5)])
def test_lam_alef_is_one_glyph_of_two_letters(text, code):
    word = only_word(text)
    assert len(word.glyphs) == 1
    assert outline(word, 0) == glyph_of(code)
    assert letters_of(word) == text


def test_harakat_sit_on_their_letter_of_the_ligature():
    lam, alef = only_word("لَا"), only_word("لاَ")
    assert len(lam.glyphs) == len(alef.glyphs) == 1
    assert lam.glyphs[0].parts[1].dx > alef.glyphs[0].parts[1].dx
    assert letters_of(lam) == "لَا"
    assert letters_of(alef) == "لاَ"


def test_vowel_lies_above_tashdid_whichever_was_typed_first():
    first, second = only_word("م\u0651\u064e"), only_word("م\u064e\u0651")
    assert first.glyphs[0].parts == second.glyphs[0].parts
    tashdid, vowel = first.glyphs[0].parts[1:]
    assert vowel.dy > tashdid.dy


def test_heh_with_hamza_in_all_spellings():
    for text in ("ۀ", "خانۀ", "هٔ", "خانهٔ"):
        word = only_word(text)
        assert not word.unknown
        assert letters_of(word) == text


def test_brackets_are_mirrored():
    word = only_word("(الف)")
    assert outline(word, 0) == glyph_of(ord(")"))
    assert outline(word, -1) == glyph_of(ord("("))
    (latin,) = shape_line("(abc)", Face.REGULAR, base=0).words
    assert outline(latin, 0) == glyph_of(ord("("))


def test_unknown_character_is_visible_and_named():
    word = only_word("😀")
    assert word.unknown == ("😀",)
    assert outline(word, 0) == glyph_of(0xFFFD)
    assert word.glyphs[0].text == "😀"


def test_compatibility_letters_are_drawn_by_their_parts():
    word = only_word("\uff21\uff22")
    assert not word.unknown
    assert outline(word, 0) == glyph_of(ord("A"))


def test_breaks_and_spaces():
    assert split_lines("یک\nدو\r\nسه\u2028چهار") == ["یک", "دو", "سه", "چهار"]
    shaped = split_words("  یک \t دو  ", Face.REGULAR)
    assert len(shaped.words) == 2
    assert shaped.space_levels == (1,)
    assert len(shape_line("یک\nدو", Face.REGULAR).words) == 2


@given(PERSIAN)
def test_every_letter_is_kept(text):
    bare = text.strip("\u200c")
    first = next((place for place, letter in enumerate(bare) if unicodedata.category(letter) != "Mn"), None)
    if first is None:
        return
    word = only_word(bare)
    assert not word.unknown
    assert letters_of(word) == bare


@pytest.mark.parametrize("face", Face)
def test_every_face_has_all_persian_letters(face):
    letters = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگیۀ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩،؛؟٪٫٬«»…–"
    harakat = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
    for letter in letters:
        for neighbour in (letter, f"س{letter}", f"{letter}س", f"س{letter}س"):
            assert not only_word(neighbour, face).unknown
    for mark in harakat:
        assert typeface(face).has(mark)


@pytest.mark.parametrize("before", ["\u200d\u0647", "_\u200d", "\u200d\\", "\u0628\u200d"])
def test_a_ligature_behind_a_joiner_is_set(before: str) -> None:
    """Pasted text may hold joiners anywhere; the shaper itself loses its place there."""
    word = shape_line(f"{before}\u0627\u0644\u0644\u0647", Face.REGULAR)
    assert word.width > 0
    assert not word.words[0].unknown


@given(
    st.lists(
        st.sampled_from(["\u200d", "\u200c", "\u0627", "\u0644", "\u0647", "\u0651", "_", "\U0001f467"]), max_size=9
    )
)
def test_joiners_and_ligatures_in_any_order_are_set(letters: list[str]) -> None:
    shape_line("".join(letters), Face.REGULAR)
