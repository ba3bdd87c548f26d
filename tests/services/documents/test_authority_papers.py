"""The court report and the request for more time from real data, read back by two readers (domain.md §3.4, P-33)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.case import ReferralIn
from models.letter import Letter
from models.work import Session
from services.actor import Actor
from services.documents import FieldKind, MissingField, PaperKind
from services.documents.blocks import Clauses, Paragraph
from services.documents.papers.passage import passage
from services.errors import AppError, InvalidDraft
from services.persian.digits import to_persian
from tests.factories import precinct
from tests.services.documents.readers import READERS, flat, pdfium
from tests.services.documents.scene import SHELTER, SUBJECT, Scene
from tests.services.documents.story import ASKED, ORDER, OWN_WORDS, end, extension, invite, reply, report, story
from tests.services.documents.test_outcome_papers import P_5, said_in_order

Reader = Callable[[bytes, Path], str]
RECORD = "هر دو از کودکی همسایه‌اند و راه رفت‌وآمد مشترک است."


@pytest.fixture
def court(tmp_path: Path) -> Iterator[Scene]:
    unit = precinct(tmp_path)
    yield story(unit, ASKED)
    unit.close()


def _record(scene: Scene, text: str) -> None:
    with scene.unit.uow.write(scene.unit.head) as tx:
        tx.get(Session, scene.session_id).case_record = text
        tx.record("session.test", "session")


def _asked(scene: Scene, actor: Actor | None = None) -> dict[str, MissingField]:
    bare = replace(report(scene), values=())
    return {field.name: field for field in scene.documents.missing(actor or scene.worker, bare)}


@pytest.mark.parametrize("reader", READERS)
def test_a_report_says_its_ten_sections_in_order(court: Scene, reader: Reader, tmp_path: Path) -> None:
    text = flat(reader(court.content(court.issue(report(court, text_limits="بازدید منزل نشد."))), tmp_path))
    said_in_order(
        text,
        "گزارش مددکاری اجتماعی",
        "به: ریاست محترم شعبه ۲ دادگاه",
        "عطف به نامه شماره ۱۴۰۵/۸/۲۱۷ مورخ ۱۴۰۵/۰۸/۱۹",
        "مریم محمدی‌نیا فرزند حسن و فرهاد بهرامی فرزند اسماعیل",
        "مشخصات پرونده",
        "۱۴۰۵۹۱۹۲۰۰۰۰۱۲۳۴۵۶",
        "پرسش مرجع:",
        ORDER,
        "منابع گزارش",
        "گفت‌وگو با هر طرف",
        "مشخصات طرفین و ترکیب خانوار",
        "۳۶ سال",
        "خلاصه موضوع به بیان هر طرف",
        "مریم محمدی‌نیا:",
        "بی‌اجازه او بالا رفته است.",
        "فرهاد بهرامی:",
        "در حریم خود اوست.",
        "مشاهدات",
        "دیوار مشترک ۳ متر بلندی داشت.",
        "نور حیاط از صبح تا ظهر گرفته می‌شد.",
        "وضعیت اقتصادی",
        "در این باره اطلاعی به دست نیامد.",
        "ارزیابی خطر",
        "در این باره اطلاعی به دست نیامد.",
        "اقدامات انجام‌شده و نتیجه",
        "نظر کارشناسی و پیشنهاد",
        "پیشنهاد می‌شود کارشناس رسمی",
        "محدودیت‌ها",
        "بازدید منزل نشد.",
        "ایفاد می‌گردد",
    )
    assert text.count("محرمانه") >= 2
    for words in ("D12", "۰۰۰۲۱۸۵۶۷۹", SUBJECT, OWN_WORDS):
        assert words not in text


def test_a_report_opens_filled_from_the_file_and_lists_its_gaps(court: Scene) -> None:
    _record(court, f"{RECORD}\nدیوار قدیمی است.")
    invite(court, 1, ("phone", "no_answer", 12))
    fields = _asked(court)
    assert fields["text_question"].proposal == ORDER
    assert fields["text_account_1"].proposal == OWN_WORDS
    assert not fields["text_account_2"].proposal
    assert f"۱۴۰۵/۰۸/۳۰: «{RECORD} دیوار قدیمی است.»" in fields["text_done"].proposal
    assert "۱۴۰۵/۰۸/۲۱" in fields["text_done"].proposal
    assert fields["text_limits"].proposal == "گفت‌وگو با فرهاد بهرامی میسر نشد."
    assert {one.kind for name, one in fields.items() if name.startswith("text_")} == {FieldKind.PASSAGE}
    proposed = tuple((one.name, one.proposal) for one in fields.values())
    gaps = court.documents.preview(court.worker, replace(report(court), values=proposed)).gaps
    assert "ارزیابی خطر" in gaps
    assert "مشاهدات" in gaps
    assert "به بیان فرهاد بهرامی" in gaps
    assert "پرسش مرجع" not in gaps


def test_a_report_prints_what_was_typed_and_no_proposal(court: Scene, tmp_path: Path) -> None:
    _record(court, RECORD)
    text = flat(pdfium(court.content(court.issue(report(court))), tmp_path))
    assert RECORD not in text
    assert OWN_WORDS not in text


def test_what_a_record_tells_of_a_hidden_home_is_not_printed(court: Scene) -> None:
    _record(court, f"فعلاً در {SHELTER} است.")
    with pytest.raises(AppError) as caught:
        court.issue(report(court, text_done=_asked(court)["text_done"].proposal))
    assert (caught.value.key, caught.value.field) == ("documents.confidential_text", "text_done")


def test_a_report_wants_question_sources_and_opinion(court: Scene) -> None:
    with pytest.raises(InvalidDraft) as caught:
        court.issue(report(court, text_question="", text_sources="", text_opinion=" \n "))
    assert [error.field for error in caught.value.errors] == ["text_question", "text_sources", "text_opinion"]
    assert not court.rows(Letter)


def test_a_report_stands_in_the_confidential_book_and_pays_the_debt(court: Scene) -> None:
    paper = court.issue(report(court))
    [letter] = court.rows(Letter)
    assert (letter.book, letter.kind, letter.classification) == (
        "confidential",
        "social_work_report",
        "confidential",
    )
    assert court.rows(ReferralIn)[0].replied_at is not None
    court.documents.void(court.worker, paper.id, paper.version, "اشتباه در شعبه")
    assert court.rows(ReferralIn)[0].replied_at is None


def test_a_void_report_leaves_an_answer_that_was_given_before(court: Scene) -> None:
    end(court, "not_settled")
    court.issue(reply(court))
    replied_at = court.rows(ReferralIn)[0].replied_at
    court.unit.clock.advance(timedelta(minutes=5))
    paper = court.issue(report(court))
    court.documents.void(court.worker, paper.id, paper.version, "اشتباه")
    assert court.rows(ReferralIn)[0].replied_at == replied_at


def test_a_corrected_report_still_answers(court: Scene) -> None:
    paper = court.issue(report(court))
    court.unit.clock.advance(timedelta(minutes=5))
    request = court.documents.correction(court.worker, paper.id)
    fields = {one.name: one for one in court.documents.missing(court.worker, request)}
    assert fields["text_observed"].proposal.count("\n") == 1
    values = (*report(court).values, ("void_reason", "نام شعبه"))
    second = court.issue(replace(request, values=values))
    assert court.rows(ReferralIn)[0].replied_at is not None
    court.documents.void(court.worker, second.id, second.version, "باز هم")
    assert court.rows(ReferralIn)[0].replied_at is None


def test_a_long_report_takes_as_many_pages_as_it_needs(court: Scene, tmp_path: Path) -> None:
    text = "\n".join(f"بند {n} مشاهده شد که دیوار مشترک ترک دارد و آب باران از آن می‌گذرد." for n in range(130))
    paper = court.issue(report(court, text_observed=text))
    assert paper.pages > 4
    read = flat(pdfium(court.content(paper), tmp_path))
    assert read.count("آب باران از آن می‌گذرد.") == 130
    with pytest.raises(AppError):
        court.issue(report(court, text_observed=text * 2))


def test_what_kept_the_sides_apart_is_one_sentence_in_a_report_too(court: Scene, tmp_path: Path) -> None:
    from tests.services.documents.test_nothing_leaks import _mark

    _mark(court)
    text = flat(pdfium(court.content(court.issue(report(court))), tmp_path))
    assert text.count(P_5) == 1


@pytest.mark.parametrize("reader", READERS)
def test_more_time_is_asked_on_their_order_with_a_neutral_reason(
    court: Scene, reader: Reader, tmp_path: Path
) -> None:
    text = flat(reader(court.content(court.issue(extension(court))), tmp_path))
    said_in_order(
        text,
        "به: دادیار محترم شعبه ۲",
        "موضوع: درخواست تمدید مهلت",
        "عطف به نامه شماره ۱۴۰۵/۸/۲۱۷ مورخ ۱۴۰۵/۰۸/۱۹، پرونده ۱۴۰۵۹۱۹۲۰۰۰۰۱۲۳۴۵۶ آن مرجع",
        "بررسی پایان نیافته است.",
        "چهارشنبه ۴ آذر ۱۴۰۵ (۱۴۰۵/۰۹/۰۴) ساعت ۱۲:۰۰",
        "۱۰ (ده) روز",
    )
    assert "پیرو" not in text
    again = flat(reader(court.content(court.issue(extension(court, days="5"))), tmp_path))
    assert "و پیرو نامه شماره ۱۱۱۲/۴/۱ مورخ ۱۴۰۵/۰۸/۳۰" in again
    assert court.rows(ReferralIn)[0].replied_at is None


def test_no_time_is_asked_for_what_was_answered(court: Scene) -> None:
    court.issue(report(court))
    offers = court.documents.offer(court.worker, court.case_id)
    [offer] = [one for one in offers if one.kind is PaperKind.DEADLINE_EXTENSION]
    assert offer.reason
    with pytest.raises(AppError, match=r"documents\.answered_already"):
        court.issue(extension(court))


def test_some_days_must_be_chosen(court: Scene) -> None:
    for days in ("", "400"):
        with pytest.raises(AppError) as caught:
            court.issue(extension(court, days=days))
        assert caught.value.field == "days"


@given(st.lists(st.text("ابپ ت۱2-.", max_size=12), max_size=6))
def test_no_line_of_a_passage_is_lost(lines: list[str]) -> None:
    wanted = [to_persian(line).strip() for line in lines]
    wanted = [line[2:].strip() if line.startswith("- ") else line for line in wanted if line]
    said: list[str] = []
    for block in passage("\n".join(lines)):
        said += block.items if isinstance(block, Clauses) else [block.text] if isinstance(block, Paragraph) else []
    assert said == wanted
