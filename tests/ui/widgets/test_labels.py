from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from ui.widgets.labels import elided, hold_numbers

TEXT = "اعلام نتیجه پرونده ۱۱۱۲-۱۴۰۵-۰۰۵۳ به شعبه، عطف به ۱۴۰۵/۸/۵۶۰ است"


def _metrics() -> QFontMetrics:
    return QFontMetrics(QApplication.font())


def test_what_fits_stays() -> None:
    held = hold_numbers(TEXT)
    assert elided(_metrics(), held, 10_000) == held


@given(st.integers(1, 400))
def test_a_number_is_whole_or_gone_and_the_dots_stand_at_the_end(width: int) -> None:
    shown = elided(_metrics(), hold_numbers(TEXT), width)
    assert shown.count("\u2066") == shown.count("\u2069")
    assert ("۱۱۱۲-۱۴۰۵-۰۰۵۳" in shown) or ("۱" not in shown)
    assert shown.endswith("…") or shown == hold_numbers(TEXT) or shown == ""
    assert shown.count("…") <= 1


@given(st.integers(20, 400))
def test_a_number_alone_is_cut_like_any_word(width: int) -> None:
    shown = elided(_metrics(), "\u2066۱۱۱۲-۱۴۰۵-۰۰۵۳\u2069", width)
    assert shown.count("\u2066") == shown.count("\u2069")
