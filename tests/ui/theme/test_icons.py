import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from ui.theme import palette
from ui.theme.fonts import icon_font, load_text_fonts
from ui.theme.icons import icon
from ui.theme.theme import Theme, set_theme, theme


def _strongest(made: QIcon) -> QColor:
    image = made.pixmap(QSize(32, 32)).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda colour: colour.alpha())


def test_icons_are_drawn_in_the_colour_of_their_tone(qapp: QApplication) -> None:
    assert _strongest(icon("lock", "danger")).name().upper() == theme().colours.danger


def test_icons_follow_a_change_of_theme(qapp: QApplication) -> None:
    before, made = theme(), icon("lock", "text")
    set_theme(Theme(palette.DARK))
    try:
        assert _strongest(icon("lock", "text")).name().upper() == palette.DARK.text
        assert not made.isNull()
    finally:
        set_theme(before)


def test_an_unknown_icon_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_fonts_come_from_our_own_files(qapp: QApplication) -> None:
    assert load_text_fonts() == "Vazirmatn"
    assert qapp.font().family() == "Vazirmatn"
    assert "lock" in icon_font()[1]
