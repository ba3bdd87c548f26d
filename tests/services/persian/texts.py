"""What people may paste, and what it is refused for: shared by the tests of this package."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from services.persian.errors import PersianValueError

PERSIAN = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
AWKWARD = (
    "يىےۓكڪہەۂۀةأإٱؤئءٴ\u0653\u0654\u0655\u0651\u064e\u0670ـ\u200c\u200d\u200b\u200e\u200f\u061c\u202e\u2066\u2069"
    "\u00a0\u00ad\ufeff\u0000\u0085\u2028\t\n\r\x1f\ud83d\ufdfa\ufdf2\ufe70\ufe71\ufefb\ufb8a😀🏴\ufe0fßİÅé0۰٠/.-_()"
)

persian_words = st.text(alphabet=PERSIAN + "\u200c ", max_size=40)
any_text = st.one_of(
    persian_words,
    st.text(alphabet=PERSIAN + AWKWARD, max_size=60),
    st.text(alphabet=st.characters(exclude_categories=()), max_size=60),
)
digit_texts = st.text(alphabet="0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩ /.-+:٬،,٫~", max_size=24)


def refusal(read: Callable[..., Any], *args: Any, **options: Any) -> str | None:
    """The reason for which the call refuses its text, or None."""
    try:
        read(*args, **options)
    except PersianValueError as error:
        return error.reason
    return None
