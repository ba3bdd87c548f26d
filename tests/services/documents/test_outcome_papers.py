"""The papers of an outcome from real data, read back field by field by two readers (domain.md §3.3)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from services.documents import PaperKind, PaperRequest
from services.documents.composing import Composition, compose, letters_of
from services.documents.render import render
from services.documents.samples import samples
from services.documents.templates import letter_text
from services.errors import InvalidError
from services.persian.amounts import amount_line
from tests.factories import precinct
from tests.services.documents.papers.samples import LETTERHEAD
from tests.services.documents.readers import READERS, flat, poppler
from tests.services.documents.scene import PHONE, Scene
from tests.services.documents.story import (
    CLAUSES,
    DUTY,
    HIS_CODE,
    OWN_WORDS,
    about_person,
    agree,
    end,
    invite,
    non_settlement,
    reply,
    settlement,
    slip,
    story,
)

Reader = Callable[[bytes, Path], str]
R_13 = (
    "این صورت‌جلسه سند عادی است؛ طرفین می‌توانند برای صدور گزارش اصلاحی آن را نزد "
    "دادگاه/شورای حل اختلاف/دادگاه صلح تأیید کنند"
)
P_5 = "واحد، جلسه مشترک را مناسب تشخیص نداد."


@pytest.fixture
def tale(tmp_path: Path) -> Iterator[Scene]:
    unit = precinct(tmp_path)
    yield story(unit)
    unit.close()


def text_of(scene: Scene, request: PaperRequest, reader: Reader, folder: Path) -> str:
    return flat(reader(scene.content(scene.issue(request)), folder))


def said_in_order(text: str, *wanted: str) -> None:
    """Each after the one before it: what is read is what was written, in its order, half spaces too."""
    at = 0
    for words in wanted:
        found = text.find(words, at)
        assert found >= 0, f"{words!r} is missing, or stands before {text[max(0, at - 60) : at]!r}"
        at = found + len(words)


@pytest.mark.parametrize("reader", READERS)
def test_a_settlement_says_every_clause(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    agree(tale, children_words="دیدار هفتگی فرزندان برقرار می‌ماند.", breach_words="شورا رسیدگی می‌کند.")
    text = text_of(tale, settlement(tale), reader, tmp_path)
    said_in_order(
        text,
        "صورت‌جلسه سازش",
        "شنبه ۳۰ آبان ۱۴۰۵ (۱۴۰۵/۰۸/۳۰)",
        "در دفتر واحد",
        "«دیوار مشترک دو خانه»",
        "با اراده آزاد، آگاهی کامل و بدون اکراه و اجبار",
        "فرهاد بهرامی در برابر مریم محمدی‌نیا متعهد می‌شود",
        "دیوار مشترک را تا ارتفاع ۲ متر پایین بیاورد",
        "۱۴۰۵/۰۹/۲۹",
        CLAUSES[1],
        amount_line(150_000_000),
        "۱۴۰۵/۱۰/۳۰",
        "این بند پس از انجام بند ۱ الزام‌آور است",
        "در این موضوع از یکدیگر گذشت می‌کنند",
        "مصلحت فرزندان: دیدار هفتگی فرزندان برقرار می‌ماند.",
        "اگر تعهدی انجام نشود: شورا رسیدگی می‌کند.",
        R_13,
        "این صورت‌جلسه در چهار نسخه با اعتبار یکسان تنظیم شد، برای: شاکی، طرف مقابل، پرونده، مرجع ارجاع‌دهنده",
        "متن برای طرفین قرائت شد.",
        "اثر انگشت",
        "فرزند حسن",
        "فرزند اسماعیل",
        "اکبر صادقی‌پور",
        "زهرا کریمی",
        "رئیس کلانتری ۱۲ آزمون",
    )
    for words in ("گواه ۱", "گواه ۲", "۰۰۰۲۱۸۵۶۷۹", "۱۳۶۹/۰۱/۰۱", "۱۳۶۴/۰۲/۱۴", "۱۱۱۲/۴/۱", "۱۱۱۲-۱۴۰۵-۰۰۰۱"):
        assert words in text
    for words in ("با حضور طرفین", "D08", "مشروط", "ماده ۱۹", "قرائت و تفهیم", P_5):
        assert words not in text


@pytest.mark.parametrize("reader", READERS)
def test_a_settlement_says_what_is_conditional_and_who_was_read_to(reader: Reader, tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    scene = story(unit, can_read=False)
    agree(scene, is_conditional=True, sat_together=True, open_points="خسارت سقف.")
    text = text_of(scene, settlement(scene), reader, tmp_path)
    said_in_order(
        text,
        "با حضور طرفین",
        "این گذشت مشروط است",
        "توافق نشد: خسارت سقف. حق",
        "متن برای طرفین قرائت شد. فرهاد بهرامی: برای نامبرده قرائت و تفهیم شد.",
    )
    unit.close()


@pytest.mark.parametrize("reader", READERS)
def test_no_settlement_says_steps_and_positions(reader: Reader, tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    scene = story(unit)
    invite(scene, 1, ("phone", "no_answer", 12), ("phone", "not_safe_to_talk", 14), ("in_person", "delivered", 15))
    end(scene, "not_settled")
    text = text_of(scene, non_settlement(scene), reader, tmp_path)
    said_in_order(
        text,
        "صورت‌جلسه عدم سازش",
        "درباره «اختلاف بر سر دیوار مشترک»",
        "دعوت فرهاد بهرامی: ۱۴۰۵/۰۸/۲۱، ۱۴۰۵/۰۸/۲۴",
        "گفت‌وگوی جداگانه: ۱۴۰۵/۰۸/۳۰",
        "مریم محمدی‌نیا: خواستار پایین آوردن دیوار است",
        "فرهاد بهرامی: دیوار را در حریم خود می‌داند",
        "میان طرفین توافقی به دست نیامد",
        "داوری نمی‌کند",
    )
    for words in ("۱۴۰۵/۰۸/۲۳", "از امضا امتناع", "D09"):
        assert words not in text
    unit.close()


@pytest.mark.parametrize("reader", READERS)
def test_an_answer_says_to_what_who_and_how_it_ended(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    agree(tale)
    end(tale, "settled_full", signatures_seen_on=date(2026, 11, 21))
    text = text_of(tale, reply(tale), reader, tmp_path)
    said_in_order(
        text,
        "از: کلانتری ۱۲ آزمون (دایره مشاوره و مددکاری اجتماعی)",
        "به: دادیار محترم شعبه ۲ دادسرای قم",
        "موضوع: اعلام نتیجه ارجاع",
        "سلام علیکم",
        "عطف به نامه شماره ۱۴۰۵/۸/۲۱۷ مورخ ۱۴۰۵/۰۸/۱۹",
        "پرونده ۱۴۰۵۹۱۹۲۰۰۰۰۱۲۳۴۵۶ آن مرجع",
        "مریم محمدی‌نیا فرزند حسن و فرهاد بهرامی فرزند اسماعیل",
        "گفت‌وگوی جداگانه: ۱۴۰۵/۰۸/۳۰",
        "نتیجه: میان طرفین سازش شد.",
        "ایفاد می‌گردد",
        "رئیس کلانتری ۱۲ آزمون",
    )
    assert "صورت‌جلسه سازش، ۲ برگ" in text
    assert "D13" not in text


@pytest.mark.parametrize("reader", READERS)
def test_absence_says_when_and_how_and_no_more(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    invite(
        tale, 1, ("phone", "no_answer", 12), ("letter_by_officer", "refused", 14), ("phone", "not_safe_to_talk", 15)
    )
    text = text_of(tale, about_person(tale, PaperKind.ABSENCE_NOTE, 1), reader, tmp_path)
    said_in_order(text, "شرح عدم حضور", "فرهاد بهرامی، فرزند اسماعیل", "(طرف مقابل)", "داوطلبانه")
    for words in ("۱۴۰۵/۰۸/۲۱", "به او دسترسی نشد", "۱۴۰۵/۰۸/۲۳", "اطلاع یافت", "۱۴۰۵/۰۸/۳۰", "حضور نیافت"):
        assert words in text
    for words in ("۱۴۰۵/۰۸/۲۴", "امن", "خودداری", "مریم"):
        assert words not in text
    with pytest.raises(InvalidError, match=r"documents\.no_attempt_yet"):
        tale.documents.missing(tale.worker, about_person(tale, PaperKind.ABSENCE_NOTE, 0))


@pytest.mark.parametrize("reader", READERS)
def test_an_intake_form_is_one_clients_own(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    text = text_of(tale, about_person(tale, PaperKind.INTAKE_FORM), reader, tmp_path)
    for words in (
        "فرم پذیرش و تشکیل پرونده",
        "دادسرا",
        "۱۴۰۵/۸/۲۱۷",
        "مریم محمدی‌نیا",
        "حسن",
        "۰۰۰۲۱۸۵۶۷۹",
        "۱۳۶۹/۰۱/۰۱",
        "زن",
        "همسایه",
        "۰۹۶۰۱۱۱۱۱۱۱",
        "اختلاف بر سر دیوار مشترک",
        f"به بیان خود او: {OWN_WORDS}",
        "فرهاد بهرامی",
    ):
        assert words in text
    for words in ("اسماعیل", "۰۲۵۳۷۷۷۷۷۷۷", "بهاران", "محافظت"):
        assert words not in text
    his = text_of(tale, about_person(tale, PaperKind.INTAKE_FORM, 1), reader, tmp_path)
    assert "۰۲۵۳۷۷۷۷۷۷۷" in his
    for words in (OWN_WORDS, "۰۰۰۲۱۸۵۶۷۹", "۰۹۶۰", "حسن"):
        assert words not in his


@pytest.mark.parametrize("reader", READERS)
def test_a_slip_hands_over_and_answers_one_question(reader: Reader, tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    scene = story(unit, DUTY)
    text = text_of(scene, slip(scene), reader, tmp_path)
    for words in (
        "برگ ارجاع داخلی",
        "ارجاع افسر نگهبان",
        "مریم محمدی‌نیا و فرهاد بهرامی",
        "۱۴۰۵-۳۱۸",
        "خطر فوری هست؟",
        "ستوان یکم رضا نوری",
    ):
        assert words in text
    asked = {one.name: one.proposal for one in scene.documents.missing(scene.worker, reply(scene, to_whom=""))}
    assert asked["to_whom"] == "افسر نگهبان محترم کلانتری"  # an answer goes to a person
    unit.close()


@pytest.mark.parametrize("reader", READERS)
def test_own_data_is_nobody_elses(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    tale.issue(tale.consent())
    text = text_of(tale, about_person(tale, PaperKind.OWN_DATA), reader, tmp_path)
    for words in (
        "اطلاعات ثبت‌شده شما",
        "مریم محمدی‌نیا",
        "۰۹۶۰۱۱۱۱۱۱۱",
        "۱۱۱۲-۱۴۰۵-۰۰۰۱",
        "شاکی",
        "مشاوره و مددکاری",
        "رضایت‌نامه آگاهانه مشاوره",
    ):
        assert words in text
    for words in ("فرهاد", "بهرامی", "دیوار", "۰۲۵۳۷۷۷۷۷۷۷", HIS_CODE):
        assert words not in text
    assert PHONE not in text


def test_an_answer_without_anything_done_announces_the_result_alone(tmp_path: Path) -> None:
    """A matter that was sent back at once: no list is announced that does not follow."""
    content = replace(samples()["referral_reply"].content, done=())  # type: ignore[call-arg]
    letters = tuple(letter_text(name) for name in letters_of(content))
    text = flat(poppler(render(compose(Composition(content, LETTERHEAD, letters))), tmp_path))
    assert "به استحضار می‌رساند: نتیجه: طرفین سازش کردند" in text
    assert "اقدام‌های زیر" not in text
