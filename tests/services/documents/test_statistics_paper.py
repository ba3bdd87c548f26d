"""The report of a period's figures (D20), issued through the one door and read back by two readers."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from services.documents import Documents, PaperKind, PaperRequest
from services.errors import InvalidError, NotAllowedError
from services.statistics import Statistics
from tests.factories import Precinct, precinct
from tests.services.documents.readers import READERS, flat
from tests.services.documents.test_outcome_papers import said_in_order
from tests.services.statistics.month import ABAN, Month, aban, november

Reader = Callable[[bytes, Path], str]
KIND = PaperKind.MONTHLY_STATISTICS


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    aban(made).advised(november(3), "couple", 20)
    yield made
    made.close()


def request(period: str = ABAN.name, **values: str) -> PaperRequest:
    typed = {"to_whom": "معاونت محترم فرهنگی و اجتماعی استان قم"} | values
    return PaperRequest(None, KIND, values=tuple(typed.items()), period=period)


def documents(unit: Precinct) -> Documents:
    return Documents(unit.uow, unit.codes)


def test_a_reported_month_stands_and_what_changes_later_is_a_correction(unit: Precinct, tmp_path: Path) -> None:
    """domain.md §2.3, step 14."""
    office, reader = documents(unit), READERS[0]
    part = office.issue(unit.head, request()).value
    assert office.reported(unit.head, ABAN.name) is None, "the month has not ended: the paper counts a part"
    unit.clock.advance(timedelta(days=2))
    first = office.issue(unit.head, request()).value
    told = office.reported(unit.head, ABAN.name)
    assert told is not None
    assert (told.document_id, told.changed) == (first.id, 0)
    Month(unit).advised(november(4), "couple", 30)
    told = office.reported(unit.head, ABAN.name)
    assert told is not None
    assert told.changed >= 1
    assert "مشاوره بدون پرونده" in told.words
    again = office.issue(unit.head, request()).value
    text = flat(reader(office.content(unit.head, again.id), tmp_path))
    assert "اصلاحی" in text
    for paper in (part, first):
        assert "اصلاحی" not in flat(reader(office.content(unit.head, paper.id), tmp_path))


@pytest.mark.parametrize("reader", READERS)
def test_the_paper_says_what_the_screen_says(unit: Precinct, reader: Reader, tmp_path: Path) -> None:
    paper = documents(unit).issue(unit.head, request()).value
    text = flat(reader(documents(unit).content(unit.head, paper.id), tmp_path))
    said_in_order(
        text,
        "به: معاونت محترم فرهنگی و اجتماعی استان قم",
        "موضوع: گزارش آماری آبان ۱۴۰۵",
        "از ۱۴۰۵/۰۸/۰۱ تا ۱۴۰۵/۰۸/۳۰",
        "گردش پرونده",
        "این دوره",
        "سال پیش",
        "مانده از قبل",
        "وارده جدید",
        "مفتوح مجدد",
        "مختومه",
        "مانده پایان",
        "منبع ارجاع",
        "موضوع پرونده‌های دوره",
        "مسیر ایمنی",
        "نتیجه",
        "گذشت شاکی",
        "در انتظار امضا",
        "نرخ سازش با صورت و مخرج",
        "سازش از مختومه: ۶۰ درصد (۳ از ۵)؛ فرمول:",
        "مراجعان",
        "جلسه‌ها",
        "معرفی به نهادهای دیگر",
        "موارد ویژه",
        "کودک‌آزاری",
        "پیگیری",
        "مشاوره فعال و هماهنگی",
        "نیروی انسانی",
        "پاسخ استعلام‌ها",
        "گواهی عکس",
        "مشاوره بدون پرونده",
        "زوجین و خانواده",
        "توضیح",
        "آزمون‌ها: در این برنامه آزمونی ثبت نمی‌شود.",
    )
    for words in ("مهناز کاوه", "(امضا و مهر)", "صفحه ۱ از"):
        assert words in text
    found = Statistics(unit.uow, unit.codes).report(unit.head, ABAN)
    for table in found.tables:
        assert table.title in text
        assert all(row.label in text for row in table.rows)
    assert "T1" not in text
    assert "همکار counsellor" not in text
    assert (paper.number, paper.case_id) == ("1112/4/1", None)


def test_small_figures_are_not_told_outside(unit: Precinct, tmp_path: Path) -> None:
    paper = documents(unit).issue(unit.head, request(hides_small="yes")).value
    for reader in READERS:
        text = flat(reader(documents(unit).content(unit.head, paper.id), tmp_path))
        assert "زیر ۵" in text
        assert "سازش از مختومه: – درصد" in text
        assert "شمارهای کمتر از پنج گفته نشده است." in text


def test_only_the_head_issues_it(unit: Precinct) -> None:
    for role in ("counsellor", "station_commander", "auditor", "clerk"):
        with pytest.raises(NotAllowedError):
            documents(unit).issue(unit.actors[role], request())
    for period in ("", "month-1405-9"):
        with pytest.raises(InvalidError):
            documents(unit).preview(unit.head, request(period))


def test_a_correction_counts_again(unit: Precinct) -> None:
    first = documents(unit).issue(unit.head, request()).value
    month = Month(unit)
    month.file("Z", november(20))
    correction = documents(unit).correction(unit.head, first.id)
    assert correction.period == ABAN.name
    values = (*request().values, ("void_reason", "یک پرونده دیرتر ثبت شد"))
    again = PaperRequest(None, KIND, values=values, replaces_id=first.id, period=correction.period)
    second = documents(unit).issue(unit.head, again).value
    assert second.replaces_id == first.id
    assert documents(unit).get(unit.head, first.id).is_void
