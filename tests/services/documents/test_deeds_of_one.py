"""Papers about one side: the certificate of a finished course, an undertaking, a waiver (D06, D10, D11)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from models.enums import AgreementKind, InviteAnswer
from models.letter import Letter
from services.agreements.service import Agreements
from services.documents import PaperKind, PaperOffer, PaperRequest
from services.errors import AppError, InvalidDraft, InvalidError
from services.persian.digits import to_persian
from tests.factories import precinct
from tests.services.documents.readers import READERS, flat, pdfium
from tests.services.documents.scene import SHELTER, Scene
from tests.services.documents.story import CLAUSES, HIS_CODE, about_person, agreement, end, story
from tests.services.documents.test_outcome_papers import said_in_order, text_of

Reader = Callable[[bytes, Path], str]


@pytest.fixture
def tale(tmp_path: Path) -> Iterator[Scene]:
    unit = precinct(tmp_path)
    yield story(unit)
    unit.close()


def completion(scene: Scene, who: int = 0, **values: str) -> PaperRequest:
    typed = {"form": "plain", "addressee": "دادگاه خانواده", "service": "مشاوره خانواده"} | values
    return about_person(scene, PaperKind.COMPLETION_CERTIFICATE, who, **typed)


def undertaking(scene: Scene, who: int = 1, agreement_id: UUID | None = None, **values: str) -> PaperRequest:
    typed = {
        "was_read_all": "yes",
        "promises": "دیوار را کوتاه کند\n- بی‌خبر وارد خانه همسایه نشود",
        "beneficiary": scene.persons[1 - who].hex,
        "duration": "تا یک سال از امروز",
    } | values
    request = about_person(scene, PaperKind.UNDERTAKING, who, **typed)
    return replace(request, agreement_id=agreement_id)


def waiver(scene: Scene, agreement_id: UUID | None = None, **values: str) -> PaperRequest:
    typed = {
        "was_read_all": "yes",
        "to_whom": "دادیار محترم شعبه ۲ دادسرای قم",
        "waiver_form": "full",
        "commander": "سرهنگ ناصر نوری",
    } | values
    return replace(about_person(scene, PaperKind.COMPLAINT_WAIVER, 0, **typed), agreement_id=agreement_id)


def offered(scene: Scene, kind: PaperKind) -> list[PaperOffer]:
    return [one for one in scene.documents.offer(scene.worker, scene.case_id) if one.kind is kind]


def saved(scene: Scene, kind: AgreementKind, **values: object) -> UUID:
    draft = agreement(scene, kind=kind, has_mutual_waiver=False, **values)
    return Agreements(scene.unit.uow, scene.unit.codes).save(scene.worker, draft).value.id


@pytest.mark.parametrize("reader", READERS)
def test_a_finished_course_is_counted(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    [mine, his] = offered(tale, PaperKind.COMPLETION_CERTIFICATE)
    assert mine.reason == "نخست نتیجه پرونده را ثبت کنید."
    assert his.reason == "هنوز حضوری برای او ثبت نشده است."
    end(tale, "counselling_completed")
    assert offered(tale, PaperKind.COMPLETION_CERTIFICATE)[0].reason == ""
    text = text_of(tale, completion(tale), reader, tmp_path)
    said_in_order(
        text,
        "گواهی پایان دوره مشاوره",
        "مریم محمدی‌نیا، فرزند حسن، با کد ملی ۰۰۰۲۱۸۵۶۷۹",
        "دوره مشاوره خانواده را در این واحد گذرانده است",
        "از ۱ جلسه تعیین‌شده در ۱ جلسه حضور داشته است",
        "شنبه ۳۰ آبان ۱۴۰۵ (۱۴۰۵/۰۸/۳۰)",
        "جهت ارائه به دادگاه خانواده",
        "هیچ نظر کارشناسی یا تشخیصی",
    )
    for words in ("فرهاد", "دیوار", "۱۱۱۲-۱۴۰۵-۰۰۰۱", "D06"):
        assert words not in text


@pytest.mark.parametrize("reader", READERS)
def test_the_neutral_form_names_no_unit_and_no_counsellor(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    end(tale, "counselling_completed")
    text = text_of(tale, completion(tale, form="neutral", addressee="محل کار"), reader, tmp_path)
    said_in_order(text, "گواهی مراجعه اداری", "در ۱ نوبت برای انجام امور اداری", "جهت ارائه به محل کار")
    for words in ("مشاور", "مددکار", "دایره", "جلسه", "فرهاد", "دیوار", "۱۱۱۲-۱۴۰۵-۰۰۰۱"):
        assert words not in text
    with pytest.raises(InvalidError, match=r"documents\.neutral_word_typed"):
        tale.issue(completion(tale, form="neutral", addressee="مرکز مشاوره مهر"))


def test_who_never_came_finished_nothing(tale: Scene) -> None:
    end(tale, "counselling_completed")
    with pytest.raises(InvalidError, match=r"documents\.attendance_first"):
        tale.issue(completion(tale, 1))


@pytest.mark.parametrize("reader", READERS)
def test_an_undertaking_is_typed_where_there_is_no_agreement(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    assert [one.agreement_id for one in offered(tale, PaperKind.UNDERTAKING)] == [None, None]
    text = text_of(tale, undertaking(tale), reader, tmp_path)
    said_in_order(
        text,
        "تعهدنامه",
        "فرهاد بهرامی",
        "این‌جانب فرهاد بهرامی درباره «اختلاف بر سر دیوار مشترک»، با علم و اختیار",
        "در برابر مریم محمدی‌نیا تعهد می‌کنم",
        "دیوار را کوتاه کند",
        "بی‌خبر وارد خانه همسایه نشود",
        "مدت این تعهد: تا یک سال از امروز",
        "در سه نسخه با اعتبار یکسان تنظیم شد، برای: طرف مقابل، شاکی، پرونده",
        "متن برای طرفین قرائت شد.",
        "اثر انگشت",
        "فرزند اسماعیل",
    )
    for words in ("۰۰۰۲۱۸۵۶۷۹", "حسن", "گواه ۱", "D10"):
        assert words not in text


def test_the_other_sides_original_hides_the_code(tale: Scene, tmp_path: Path) -> None:
    """P-17, also without an agreement behind it."""
    paper = tale.issue(undertaking(tale))
    assert [one.label for one in paper.recipients] == ["طرف مقابل", "شاکی", "پرونده"]
    tale.documents.record_print(tale.worker, paper.id, "چاپگر")
    hers = flat(pdfium(tale.documents.record_print(tale.worker, paper.id, "چاپگر", 2).value.content, tmp_path))
    full = to_persian(HIS_CODE)
    assert full not in hers
    assert "۱۳۶۴/۰۲/۱۴" not in hers
    assert "فرهاد بهرامی" in hers
    assert full in flat(pdfium(tale.content(paper), tmp_path))


@pytest.mark.parametrize("reader", READERS)
def test_an_undertaking_says_the_clauses_of_the_agreement(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    held = saved(tale, AgreementKind.UNDERTAKING)
    mine, his = offered(tale, PaperKind.UNDERTAKING)
    assert (mine.agreement_id, his.agreement_id) == (None, held)
    text = text_of(tale, undertaking(tale, agreement_id=held, promises="", duration="یک سال"), reader, tmp_path)
    said_in_order(text, CLAUSES[0], CLAUSES[1], "این بند پس از انجام بند ۱", "اکبر صادقی‌پور", "زهرا کریمی")
    assert offered(tale, PaperKind.UNDERTAKING)[1].issued_id is not None
    with pytest.raises(InvalidError, match=r"documents\.issued_already"):
        tale.issue(undertaking(tale, agreement_id=held, promises="", duration="یک سال"))


@pytest.mark.parametrize("reader", READERS)
def test_a_full_waiver_goes_to_the_authority(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    text = text_of(tale, waiver(tale), reader, tmp_path)
    said_in_order(
        text,
        "برگ اعلام گذشت شاکی",
        "به: دادیار محترم شعبه ۲ دادسرای قم",
        "پرونده ۱۴۰۵۹۱۹۲۰۰۰۰۱۲۳۴۵۶ آن مرجع",
        "از شکایت خود از فرهاد بهرامی فرزند اسماعیل",
        "به‌صورت کامل و بدون قید و شرط گذشت می‌کنم",
        "بازگشت از گذشت شنیده نمی‌شود (ماده ۱۰۱ قانون مجازات اسلامی)",
        "متن برای طرفین قرائت شد.",
        "اثر انگشت",
        "رئیس کلانتری ۱۲ آزمون",
    )
    assert "مشروط" not in text


@pytest.mark.parametrize("reader", READERS)
def test_a_conditional_waiver_says_so_and_on_what(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    """P-31: conditional until its conditions are met."""
    with pytest.raises(InvalidError) as caught:
        tale.issue(waiver(tale, waiver_form="conditional"))
    assert (caught.value.key, caught.value.field) == ("errors.required", "conditions")
    text = text_of(tale, waiver(tale, waiver_form="conditional", conditions="دیوار کوتاه شود"), reader, tmp_path)
    said_in_order(text, "به‌صورت مشروط گذشت می‌کنم", "دیوار کوتاه شود", "گذشت مشروط پس از انجام شرط")
    assert "بدون قید و شرط" not in text


def test_an_agreed_waiver_is_printed_as_it_was_agreed(tale: Scene, tmp_path: Path) -> None:
    held = saved(tale, AgreementKind.WAIVER, is_conditional=True)
    waivers = {one.person_id: one.agreement_id for one in offered(tale, PaperKind.COMPLAINT_WAIVER)}
    assert [waivers[person_id] for person_id in tale.persons] == [held, None], "who owes the condition waives nothing"
    text = text_of(tale, waiver(tale, held, waiver_form=""), pdfium, tmp_path)
    said_in_order(text, "مشروط", CLAUSES[0], CLAUSES[1], "گواه ۱")


def test_who_may_not_know_of_the_file_signs_nothing(tale: Scene) -> None:
    """P-1: he never came, and she said that he must not be invited."""
    tale.answer(InviteAnswer.NEVER)
    assert offered(tale, PaperKind.UNDERTAKING)[1].reason == "این برگه برای او فعلاً صادر نمی‌شود."
    with pytest.raises(InvalidError, match=r"documents\.not_for_now"):
        tale.issue(undertaking(tale))
    assert tale.issue(waiver(tale)).number


def test_who_cannot_read_has_two_witnesses(tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    scene = story(unit, can_read=False)
    with pytest.raises(InvalidDraft) as caught:
        scene.issue(undertaking(scene))
    assert {one.field for one in caught.value.errors} == {"witness_1", "witness_2"}
    typed = {"witness_1": "اکبر صادقی‌پور", "witness_2": "زهرا کریمی"}
    text = text_of(scene, undertaking(scene, **typed), pdfium, tmp_path)
    said_in_order(text, "فرهاد بهرامی: برای نامبرده قرائت و تفهیم شد.", "اکبر صادقی‌پور", "زهرا کریمی")
    unit.close()


def test_a_child_signs_nothing(tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    scene = story(unit)
    from models.person import Person

    with unit.uow.write(unit.head) as tx:
        row = tx.session.get(Person, scene.persons[1])
        assert row is not None
        row.birth_on = date(2015, 1, 1)
        tx.record("person.test", "person")
    assert [one.person_id for one in offered(scene, PaperKind.UNDERTAKING)] == [scene.persons[0]]
    with pytest.raises(InvalidError, match=r"documents\.guardian_signs"):
        scene.issue(undertaking(scene))
    unit.close()


@pytest.mark.parametrize("name", ["promises", "duration", "conditions", "to_whom"])
def test_what_is_typed_into_a_deed_tells_nothing(tale: Scene, name: str) -> None:
    build = undertaking if name in ("promises", "duration") else waiver
    typed = {name: f"نزدیک {SHELTER}"} | ({"waiver_form": "conditional"} if name == "conditions" else {})
    with pytest.raises(AppError) as caught:
        tale.issue(build(tale, **typed))
    assert (caught.value.key, caught.value.field) == ("documents.confidential_text", name)
    assert tale.rows(Letter) == []


def test_what_an_agreement_quotes_is_searched(tale: Scene) -> None:
    first, second = agreement(tale).clauses
    held = saved(tale, AgreementKind.UNDERTAKING, clauses=(replace(first, text=f"کلید در {SHELTER}"), second))
    with pytest.raises(InvalidError, match=r"documents\.confidential_part"):
        tale.issue(undertaking(tale, agreement_id=held, promises="", duration="یک سال"))
