import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.persian.amounts import Unit, amount_line, number_words, parse_amount
from services.persian.digits import LARGEST, format_number
from services.persian.errors import PersianValueError
from tests.services.persian.texts import any_text, digit_texts, refusal

UNITS: tuple[Unit, ...] = ("rial", "toman")

WORD_VALUES = {
    word: value
    for words, values in [
        ("صفر یک دو سه چهار پنج شش هفت هشت نه ده", range(11)),
        ("یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده", range(11, 20)),
        ("بیست سی چهل پنجاه شصت هفتاد هشتاد نود", range(20, 100, 10)),
        ("یکصد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد", range(100, 1000, 100)),
    ]
    for word, value in zip(words.split(), values, strict=True)
}
SCALES = {"هزار": 10**3, "میلیون": 10**6}


def read_below_milliard(words: list[str]) -> int:
    total = group = 0
    for word in words:
        if word in SCALES:
            total += group * SCALES[word]
            group = 0
        elif word != "و":
            group += WORD_VALUES[word]
    return total + group


def read_words(text: str) -> int:
    """An independent reader: each «میلیارد» multiplies all that stands before it."""
    words = text.split()
    negative = words[0] == "منفی"
    total = 0
    group: list[str] = []
    for word in words[negative:]:
        if word == "میلیارد":
            total = (total + read_below_milliard(group)) * 10**9
            group = []
        else:
            group.append(word)
    total += read_below_milliard(group)
    return -total if negative else total


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "صفر"),
        (7, "هفت"),
        (18, "هجده"),
        (21, "بیست و یک"),
        (100, "یکصد"),
        (1000, "یک هزار"),
        (1405, "یک هزار و چهارصد و پنج"),
        (150_000_000, "یکصد و پنجاه میلیون"),
        (2_500_000_000, "دو میلیارد و پانصد میلیون"),
        (10**12, "یک هزار میلیارد"),
        (10**18, "یک میلیارد میلیارد"),
        (-31, "منفی سی و یک"),
    ],
)
def test_number_words(number: int, words: str) -> None:
    assert number_words(number) == words


@given(st.one_of(st.integers(-LARGEST, LARGEST), st.integers(-(10**6), 10**6)))
def test_words_say_the_number(number: int) -> None:
    assert read_words(number_words(number)) == number


def test_no_words_beyond_the_largest_number() -> None:
    for number in (LARGEST + 1, -LARGEST - 1):
        with pytest.raises(PersianValueError, match="out_of_range"):
            number_words(number)


def test_amount_line() -> None:
    assert amount_line(150_000_000) == "۱۵۰٬۰۰۰٬۰۰۰ ریال (یکصد و پنجاه میلیون ریال، معادل پانزده میلیون تومان)"
    assert amount_line(1234) == "۱٬۲۳۴ ریال (یک هزار و دویست و سی و چهار ریال)"
    assert amount_line(0) == "۰ ریال (صفر ریال)"


@pytest.mark.parametrize(
    ("typed", "unit", "rials"),
    [
        ("150000", "rial", 150_000),
        ("۱۵۰٬۰۰۰", "toman", 1_500_000),
        ("۱۵ میلیون", "toman", 150_000_000),
        ("15میلیون تومان", "toman", 150_000_000),
        ("۱.۵ میلیون", "rial", 1_500_000),
        ("۱٫۵ ميليون", "rial", 1_500_000),
        ("۱/۵ میلیون", "toman", 15_000_000),
        ("۲ میلیارد", "rial", 2_000_000_000),
        ("۲ میلیارد و ۵۰۰ میلیون", "rial", 2_500_000_000),
        ("۱ میلیون و ۲۰۰ هزار و ۵۰ ریال", "rial", 1_200_050),
        ("1,200 میلیون", "rial", 1_200_000_000),
        ("۱.۲۳۴۵ هزار", "toman", 12_345),
        ("150.000.000", "rial", 150_000_000),
        ("۱۲/۳۴۵/۶۷۸ ریال", "rial", 12_345_678),
        ("0", "rial", 0),
    ],
)
def test_parse_amount(typed: str, unit: Unit, rials: int) -> None:
    assert parse_amount(typed, unit) == rials


@pytest.mark.parametrize(
    ("typed", "unit", "reason"),
    [
        ("", "rial", "unreadable"),
        ("ریال", "rial", "unreadable"),
        ("پانزده میلیون", "rial", "unreadable"),
        ("میلیون", "rial", "unreadable"),
        ("-5", "rial", "unreadable"),
        ("1.5", "rial", "unreadable"),
        ("5 هزار 2 میلیون", "rial", "unreadable"),
        ("5 هزار و 2000", "rial", "unreadable"),
        ("5 هزار و", "rial", "unreadable"),
        ("5 هزاری", "rial", "unreadable"),
        ("۱.۲۳۴۵ هزار", "rial", "not_whole"),
        ("5 ریال", "toman", "other_unit"),
        ("5 تومان", "rial", "other_unit"),
        ("2000000000 میلیارد", "rial", "out_of_range"),
        (str(LARGEST), "toman", "out_of_range"),
        ("9" * 30, "rial", "out_of_range"),
    ],
)
def test_refused_amounts(typed: str, unit: Unit, reason: str) -> None:
    with pytest.raises(PersianValueError) as caught:
        parse_amount(typed, unit)
    assert caught.value.reason == reason


@given(st.integers(0, LARGEST // 10))
def test_an_amount_comes_back(amount: int) -> None:
    assert parse_amount(format_number(amount), "rial") == amount
    assert parse_amount(f"{format_number(amount)} تومان", "toman") == amount * 10


@given(st.one_of(any_text, digit_texts, st.text(alphabet="0123۴۵۶.,/٫ ومیلیونهزارد", max_size=30)))
def test_any_text_is_an_amount_or_has_a_reason(text: str) -> None:
    for unit in UNITS:
        refused = refusal(parse_amount, text, unit)
        assert refused in {None, "unreadable", "other_unit", "not_whole", "out_of_range"}
        assert refused or 0 <= parse_amount(text, unit) <= LARGEST
