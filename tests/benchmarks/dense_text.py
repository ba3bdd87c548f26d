"""A made-up text as dense as a report: long paragraphs of Persian words, compounds, numbers, quotes and brackets."""

from random import Random
from typing import NamedTuple

from resources import shelf

_STEMS = """
خانواده همسر فرزند مادر پدر خواهر برادر همسایه کودک نوجوان زندگی خانه کار درآمد هزینه اجاره قرارداد وعده سخن دیدار
آشتی سازش گفت‌وگو پرسش پاسخ نگرانی آرامش احترام اعتماد مهربانی خشم اختلاف رفتار تصمیم پیشنهاد شرط بند توافق جلسه نوبت
پرونده گزارش نامه دادگاه دادسرا شعبه قاضی مشاور مددکار کلانتری مرجع معرفی پیگیری نتیجه بررسی مصلحت قانون هفته ماه سال
روز ساعت بامداد شهر روستا کوچه خیابان مدرسه بیمارستان پزشک دارو آزمایش درمان مرکز اداره سازمان
"""
_MIDDLE = """
و یا که در از به با برای درباره پیش‌از پس‌از میان نزد بدون تا چون اگر هرگاه نیز همچنین زیرا بنابراین آنگاه سپس بزرگ کوچک
تازه کهنه روشن درست نادرست آرام سخت آسان نخست دوم پایانی گذشته آینده همیشگی هرروزه دوسویه جداگانه
"""
_ENDS = """
است بود شد می‌شود می‌رود می‌خواهد نمی‌پذیرد پذیرفته‌است گفته‌اند نوشته‌ایم خواهند‌داد می‌گیرند برمی‌گردد نمانده‌است
انجام‌می‌شود فراهم‌آمد یادآوری‌شد به‌نتیجه‌رسید
"""
_TAILS = ("", "", "", "ها", "‌هایی", "‌های", "ی", "ان", "‌اش", "‌شان", "‌ای")


class Words(NamedTuple):
    """What a sentence is made of."""

    stems: list[str]
    middle: list[str]
    ends: list[str]
    people: list[str]


def dense_text(paragraphs: int, seed: int = 1) -> list[str]:
    """Paragraphs of a hundred to two hundred words; another seed is another text of the same kind."""
    rng = Random(seed)
    names = shelf.read_toml("demo", "names.toml")
    people = [*names["family"], *names["female"], *names["male"]]
    words = Words(_STEMS.split(), _MIDDLE.split(), _ENDS.split(), people)
    return [" ".join(_sentence(rng, words) for _ in range(rng.randrange(6, 12))) for _ in range(paragraphs)]


def _sentence(rng: Random, known: Words) -> str:
    words = []
    for _ in range(rng.randrange(9, 22)):
        kind = rng.random()
        if kind < 0.52:
            words.append(rng.choice(known.stems) + rng.choice(_TAILS))
        elif kind < 0.9:
            words.append(rng.choice(known.middle))
        elif kind < 0.94:
            words.append(f"«{rng.choice(known.people)}»")
        elif kind < 0.97:
            words.append(rng.choice(("۱۴۰۵/۰۲/۱۴", "۱۵۰٬۰۰۰٬۰۰۰", "۷۴٪", "۱۰:۳۰", "۳۷", "(بند ۴)")))
        else:
            words.append(rng.choice(known.stems) + "،")
    return f"{' '.join(words)} {rng.choice(known.ends)}{rng.choice('.؛؟.')}"
