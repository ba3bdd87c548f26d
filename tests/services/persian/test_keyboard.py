import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.persian.keyboard import fold_secret, older_layout, other_layout
from services.persian.text import search_key
from tests.services.persian.texts import PERSIAN, any_text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lplnd", "محمدی"),
        ("LPLND", "محمدی"),
        ("pskd", "حسنی"),
        ("hpln \\,v", "احمد پور"),
        ("hpln m,v", "احمد پور"),
        ("';d", "گکی"),
        ("Hvc,", "آرزو"),
        ("Cdgh", "ژیلا"),
        ("lplnd 1405", "محمدی 1405"),
        ("شیپهد", "admin"),
        ("ئشم۱۲", "mal12"),
        ("شيك", "ad;"),
    ],
)
def test_other_layout(typed: str, meant: str) -> None:
    assert other_layout(typed) == meant


@pytest.mark.parametrize("typed", ["", "1405/7", "۱۴۰۵", "علی ali", " ,;", "😀"])
def test_nothing_to_fold(typed: str) -> None:
    assert other_layout(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("lsm,gd", "مسئولی"), ("LSM,GD", "مسئولی"), ("v,Vdh", "روؤیا"), ("lplnd", None), ("مسئول", None), ("", None)],
)
def test_the_older_layout(typed: str, meant: str | None) -> None:
    assert older_layout(typed) == meant


@given(st.text(alphabet="qwertyuiopasdfghjklzxcvbnm", min_size=1))
def test_latin_keys_come_back(typed: str) -> None:
    persian = other_layout(typed)
    assert persian is not None
    assert other_layout(persian) == typed


@given(st.text(alphabet=PERSIAN, min_size=3))
def test_persian_keys_come_back(typed: str) -> None:
    latin = other_layout(typed)
    assert latin is not None
    back = other_layout(latin)
    # «گ;» alone has no Latin letter to tell a layout by; all capitals read as Caps Lock
    assert back is None or search_key(back) == search_key(typed) or latin.isupper()


@given(any_text)
def test_any_text(text: str) -> None:
    assert isinstance(other_layout(text), str | None)


def test_a_password_does_not_depend_on_the_layout() -> None:
    assert fold_secret("علي كبير ١٢٣") == fold_secret("علی کبیر ۱۲۳") == "علی کبیر 123"
    assert fold_secret("ي\u0654") == fold_secret("ئ") == "ئ"
    assert fold_secret("Pass Word") == "Pass Word"
    assert fold_secret("آ") != fold_secret("ا")


@given(any_text)
def test_a_folded_password_is_stable_and_has_bytes(text: str) -> None:
    folded = fold_secret(text)
    assert fold_secret(folded) == folded
    assert folded.encode("utf-8") is not None
