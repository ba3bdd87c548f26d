"""Paragraphs: nothing too wide, nothing lost, no loose lines, no lone word at the end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from services.documents.typesetting.fonts import Face
from services.documents.typesetting.lines import TextStyle, break_text, single_line

STYLE = TextStyle(Face.REGULAR, 11.5, 20.0)
WORDS = st.lists(st.text(st.sampled_from("ابپسلاهویم۱۲a"), min_size=1, max_size=60), min_size=1, max_size=60)
SENTENCE = "مشاوران خانواده در این واحد هر روز به پرونده‌های ارجاعی رسیدگی می‌کنند و نتیجه را می‌نویسند. "


def text_of(line):
    return "".join(glyph.text for glyph in line.glyphs)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.booleans(), st.floats(40, 400))
def test_lines_fit_and_keep_every_letter(words, justify, width):
    text = " ".join(words)
    lines = break_text(text, STYLE, width, justify=justify).lines
    assert all(line.width <= width + 0.01 for line in lines)
    wanted = sorted(text.replace(" ", ""))
    assert (
        sorted(
            "".join(text_of(line) for line in lines).translate({0x20: None, 0x200E: None, 0x200F: None, 0x200B: None})
        )
        == wanted
    )


def test_justified_lines_reach_both_edges_by_spaces_alone():
    lines = break_text(SENTENCE * 6, STYLE, 400, justify=True).lines
    assert len(lines) > 4
    for line in lines[:-1]:
        assert abs(line.width - 400) < 0.01
        assert -0.3 * STYLE.size < line.gap < 0.35 * STYLE.size
    assert lines[-1].gap <= 0


def test_the_last_line_is_seldom_one_short_word():
    words = (SENTENCE * 6).split()
    short = 0
    for count in range(20, len(words)):
        last = break_text(" ".join(words[:count]), STYLE, 400, justify=True).lines[-1]
        short += last.width < 0.08 * 400
    assert short <= (len(words) - 20) * 0.05


def test_ragged_lines_never_shrink():
    for line in break_text(SENTENCE * 4, STYLE, 300).lines:
        assert line.gap == 0


def test_forced_breaks_and_empty_text():
    assert len(break_text("یک\nدو\n\nسه", STYLE, 200).lines) == 4
    assert break_text("", STYLE, 200).lines[0].glyphs == ()
    assert len(single_line("یک\nدو", STYLE).lines) == 1


def test_unknown_characters_are_reported_once_a_word():
    assert break_text("الف 😀 ب", STYLE, 200).unknown == ("😀",)
