import re

import pytest

from resources import shelf
from ui.theme import palette
from ui.theme.style import style_sheet
from ui.theme.theme import Theme

EVERY = [palette.colours(dark, practice) for dark in (False, True) for practice in (False, True)]


@pytest.mark.parametrize("colours", EVERY)
def test_every_text_has_enough_contrast_on_its_ground(colours: palette.Colours) -> None:
    for text, ground in palette.text_pairs(colours):
        assert palette.contrast(text, ground) >= 4.5, (text, ground)


def test_contrast_of_black_on_white_is_21() -> None:
    assert palette.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert palette.contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert palette.contrast("#777777", "#777777") == pytest.approx(1)


def test_an_unknown_tone_is_a_bug() -> None:
    with pytest.raises(KeyError):
        palette.LIGHT.tone("purple")


def test_practice_mode_is_told_apart_at_a_glance() -> None:
    for dark in (False, True):
        usual, practice = palette.colours(dark), palette.colours(dark, practice=True)
        assert usual.rail != practice.rail
        assert usual.accent != practice.accent


@pytest.mark.parametrize("colours", EVERY)
def test_style_sheet_names_only_colours_that_exist(colours: palette.Colours) -> None:
    text = style_sheet(Theme(colours))
    assert "@" not in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def test_sizes_grow_with_the_scale_and_nothing_becomes_zero() -> None:
    usual, large = style_sheet(Theme(palette.LIGHT)), style_sheet(Theme(palette.LIGHT, 1.5))
    assert "font-size: 10.0pt" in usual
    assert "font-size: 15.0pt" in large
    assert "border: 1px" in usual
    assert "border: 2px" in large
    assert "border: 0px" not in style_sheet(Theme(palette.LIGHT, 0.5))


def test_no_rule_reaches_into_native_dialogs() -> None:
    text = shelf.path("styles", "app.qss").read_text("utf-8")
    assert not re.search(r"(^|[},\s])\*\s*[{,:]", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
