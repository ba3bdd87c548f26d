"""Answers to inquiries of the seven missions (D21): written from an incoming letter, issued through the one door."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from models.inquiry import Inquiry
from services.documents import IssuedPaper, PaperKind, PaperRequest
from services.documents.service import Documents
from services.errors import InvalidDraft, InvalidError, NotAllowedError, NotFoundError, StaleError
from services.inquiries import Inquiries, InquiryDraft, InquiryPerson, InquiryVisit
from services.letters import LetterDirection, LetterDraft, LetterRow, Letters
from services.persian.national_code import synthetic
from tests.factories import Precinct, precinct
from tests.services.documents.readers import READERS, flat
from tests.services.documents.scene import HER_CODE, POSTAL, SECRET_PHONE, SHELTER, WORD, Scene
from tests.services.documents.story import story
from tests.services.documents.test_outcome_papers import said_in_order

Reader = Callable[[bytes, Path], str]
FATHER, CHILD = synthetic(41), synthetic(42)
KIND = PaperKind.LOCAL_INQUIRY_REPORT
CUSTODY = "custody_local_inquiry"


@pytest.fixture
def tale(tmp_path: Path) -> Iterator[Scene]:
    unit = precinct(tmp_path)
    yield story(unit)
    unit.close()


def came(unit: Precinct, case_id: UUID | None = None, **values: Any) -> LetterRow:
    typed = {
        "correspondent": "شعبه ۳ دادگاه خانواده قم",
        "their_number": "1405/8/900",
        "their_date": date(2026, 11, 12),
        "subject": "تحقیقات محلی",
    } | values
    draft = LetterDraft(LetterDirection.INCOMING, "inquiry_request", case_id=case_id, **typed)
    return Letters(unit.uow, unit.codes).register(unit.clerk, draft).value


def inquiries(unit: Precinct) -> Inquiries:
    return Inquiries(unit.uow, unit.codes)


def draft(letter: LetterRow, mission: str = CUSTODY, **values: Any) -> InquiryDraft:
    typed = {
        "people": (
            InquiryPerson("رضا کاظمی", "پدر", "محمود", FATHER),
            InquiryPerson("آرش کاظمی", "کودک", "رضا", CHILD),
        ),
        "visits": (
            InquiryVisit("همسایه طبقه اول", "محل سکونت", date(2026, 11, 18)),
            InquiryVisit("معلم کودک", "مدرسه", date(2026, 11, 19)),
        ),
        "findings": (
            ("residence", "آپارتمانی ۶۰ متری و استیجاری در محدوده کلانتری."),
            ("child_carer", "مادربزرگ پدری، هر روز تا ساعت ۱۸."),
            ("income", "راننده تاکسی است."),
        ),
        "opinion": "نگهداری کودک در این خانه مناسب ارزیابی شد.",
    } | values
    return InquiryDraft(letter.id, mission, "شعبه ۳ دادگاه خانواده قم", **typed)


def request(unit: Precinct, letter: LetterRow, **values: str) -> PaperRequest:
    held = inquiries(unit).of_letter(unit.counsellor, letter.id)
    assert held.id is not None
    typed = {"to_whom": "ریاست محترم شعبه ۳ دادگاه خانواده قم", "commander": "سرهنگ ناصر نوری"} | values
    return PaperRequest(held.case_id, KIND, values=tuple(typed.items()), inquiry_id=held.id)


def answered(unit: Precinct, letter: LetterRow, given: InquiryDraft) -> IssuedPaper:
    inquiries(unit).write(unit.counsellor, given)
    return Documents(unit.uow, unit.codes).issue(unit.counsellor, request(unit, letter)).value


def read(unit: Precinct, paper: IssuedPaper, reader: Reader, folder: Path) -> str:
    return flat(reader(Documents(unit.uow, unit.codes).content(unit.counsellor, paper.id), folder))


@pytest.mark.parametrize("reader", READERS)
def test_a_local_inquiry_says_everything_in_its_order(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    letter = came(tale.unit)
    paper = answered(tale.unit, letter, draft(letter))
    text = read(tale.unit, paper, reader, tmp_path)
    said_in_order(
        text,
        "از: کلانتری ۱۲ آزمون",
        "به: ریاست محترم شعبه ۳ دادگاه خانواده قم",
        "موضوع: تحقیقات محلی سرپرستی اطفال ناشی از طلاق",
        "عطف به نامه شماره ۱۴۰۵/۸/۹۰۰ مورخ ۱۴۰۵/۰۸/۲۱",
        "رضا کاظمی فرزند محمود",
        "نام پدر",
        "روش تحقیق",
        "همسایه طبقه اول",
        "۱۴۰۵/۰۸/۲۷",
        "معلم کودک",
        "محل سکونت",
        "آپارتمانی ۶۰ متری و استیجاری",
        "چه کسی از کودک نگهداری می‌کند",
        "مادربزرگ پدری، هر روز تا ساعت ۱۸.",
        "شغل و درآمد",
        "راننده تاکسی است.",
        "نظریه",
        "نگهداری کودک در این خانه مناسب ارزیابی شد.",
        "تنها برای پاسخ به همین استعلام",
        "محل امضا",
    )
    for words in ("همکار counsellor", "رئیس کلانتری ۱۲ آزمون", "(امضا و مهر)"):
        assert words in text
    assert paper.number == "1112/4/2"
    assert paper.case_id is None


MISSIONS = {
    "photo_certificate": ("گواهی عکس", ()),
    CUSTODY: ("تحقیقات محلی سرپرستی اطفال ناشی از طلاق", ("residence", "care_conditions")),
    "child_affairs": ("امور اطفال", ("schooling",)),
    "incapacity_guardianship_inquiry": ("امور مجانین و تعیین سرپرست", ("own_affairs", "fit_guardian")),
    "kefalat_inquiry": ("کفالت", ("dependants", "other_supporters")),
    "insurance_inquiry": ("تحقیقات بیمه", ("insured_facts",)),
    "character_fitness_inquiry": ("صلاحیت اخلاقی و اجتماعی", ("reputation",)),
}


@pytest.mark.parametrize("mission", MISSIONS)
def test_every_mission_has_its_answer(tale: Scene, mission: str, tmp_path: Path) -> None:
    label, headings = MISSIONS[mission]
    letter = came(tale.unit)
    findings = tuple((code, f"یافته {at}") for at, code in enumerate(headings, start=1))
    given = draft(letter, mission, findings=findings)
    if mission == "photo_certificate":
        with pytest.raises((InvalidDraft, InvalidError)):
            inquiries(tale.unit).write(tale.worker, given)
        given = draft(letter, mission, people=given.people[:1])
    paper = answered(tale.unit, letter, given)
    offered = {one.code: one for one in inquiries(tale.unit).of_letter(tale.worker, letter.id).missions}
    assert set(offered) == set(MISSIONS)
    labels = dict(offered[mission].headings)
    for reader in READERS:
        text = read(tale.unit, paper, reader, tmp_path)
        said_in_order(text, f"موضوع: {label}", *(words for code in headings for words in (labels[code], "یافته")))
        has_photo = mission == "photo_certificate"
        assert ("محل الصاق عکس" in text) is has_photo
        assert ("مهر، نیمی روی عکس" in text) is has_photo


def test_it_can_be_changed_until_it_is_issued_and_then_corrected_as_a_paper(tale: Scene, tmp_path: Path) -> None:
    unit, letter = tale.unit, came(tale.unit)
    held = inquiries(unit).write(unit.counsellor, draft(letter, findings=())).value
    stale = draft(letter)
    with pytest.raises(StaleError):
        inquiries(unit).write(unit.counsellor, stale)
    again = draft(letter, version=held.draft.version)
    assert inquiries(unit).write(unit.counsellor, again).value.draft.findings == again.findings
    documents = Documents(unit.uow, unit.codes)
    first = documents.issue(unit.counsellor, request(unit, letter)).value
    done = inquiries(unit).of_letter(unit.counsellor, letter.id)
    assert (done.document_id, done.may_write) == (first.id, False)
    with pytest.raises(InvalidError, match=r"inquiries\.answered"):
        inquiries(unit).write(unit.counsellor, draft(letter, version=done.draft.version))
    with pytest.raises(InvalidError, match=r"documents\.issued_already"):
        documents.issue(unit.counsellor, request(unit, letter))
    assert first.may_correct
    correction = documents.correction(unit.counsellor, first.id)
    assert correction.inquiry_id == done.id
    typed = dict(request(unit, letter).values) | {"void_reason": "نام گیرنده", "to_whom": "شعبه ۴"}
    second = documents.issue(
        unit.counsellor,
        PaperRequest(
            None,
            PaperKind.LOCAL_INQUIRY_REPORT,
            values=tuple(typed.items()),
            replaces_id=first.id,
            inquiry_id=correction.inquiry_id,
        ),
    ).value
    assert inquiries(unit).of_letter(unit.counsellor, letter.id).document_id == second.id
    documents.void(unit.counsellor, second.id, second.version, "اشتباه")
    opened = inquiries(unit).of_letter(unit.counsellor, letter.id)
    assert (opened.document_id, opened.may_write) == (None, True)


def test_the_answer_stands_in_the_book_in_answer_to_the_letter(tale: Scene) -> None:
    unit, letter = tale.unit, came(tale.unit, their_number="")
    answered(unit, letter, draft(letter, is_confidential=True))
    links = Letters(unit.uow, unit.codes).detail(unit.counsellor, letter.id).links
    assert [(one.number, one.kind_label, one.is_earlier) for one in links] == [("1112/4/1/م", "عطف به", False)]
    with unit.uow.read(unit.head) as tx:
        row = tx.session.scalars(select(Inquiry)).one()
        assert row.answered_at is not None
        assert row.received_on == date(2026, 11, 21)


def test_what_lacks_is_said_beside_its_field(tale: Scene) -> None:
    letter = came(tale.unit)
    wrong = InquiryDraft(
        letter.id,
        "",
        "",
        (InquiryPerson("", national_code="1234567890"),),
        (InquiryVisit("", "مدرسه", date(2027, 1, 1)),),
    )
    with pytest.raises(InvalidDraft) as caught:
        inquiries(tale.unit).write(tale.worker, wrong)
    assert {error.field for error in caught.value.errors} == {
        "mission",
        "asked_by",
        "people.0.name",
        "people.0.national_code",
        "visits.0.who",
        "visits.0.day",
    }


def test_a_protected_address_is_on_no_answer(tale: Scene) -> None:
    """Also where no file hangs on the letter: the unit knows her by her code (P-8)."""
    unit = tale.unit
    her = (InquiryPerson("مریم محمدی‌نیا", "مادر", "حسن", HER_CODE),)
    for place, words in enumerate((SHELTER, SECRET_PHONE, WORD, POSTAL)):
        letter = came(unit, their_number=f"1405/8/{place}")
        with pytest.raises((InvalidError, InvalidDraft)) as caught:
            answered(unit, letter, draft(letter, people=her, findings=(("residence", f"او در {words} است"),)))
        assert words not in str(caught.value)


def test_a_protected_address_of_the_letter_s_file_is_on_no_answer_whoever_it_is_about(tale: Scene) -> None:
    letter = came(tale.unit, tale.case_id)
    with pytest.raises(InvalidError) as caught:
        answered(tale.unit, letter, draft(letter, findings=(("residence", f"مادر در {SHELTER} است"),)))
    assert caught.value.key == "documents.confidential_part"


def test_only_an_incoming_letter_that_one_may_read_is_answered(tale: Scene) -> None:
    unit = tale.unit
    own = Letters(unit.uow, unit.codes).register(unit.clerk, LetterDraft(LetterDirection.OUTGOING, "outgoing_other"))
    with pytest.raises(InvalidError, match=r"inquiries\.no_question"):
        inquiries(unit).of_letter(unit.counsellor, own.value.id)
    with pytest.raises(NotAllowedError):
        inquiries(unit).of_letter(unit.clerk, own.value.id)


def test_the_answer_about_a_hidden_file_is_hidden_with_it(tale: Scene) -> None:
    from models.case import CaseFile
    from models.enums import Confidentiality

    unit = tale.unit
    letter = came(unit, tale.case_id)
    inquiries(unit).write(unit.counsellor, draft(letter))
    asked = request(unit, letter)
    with unit.uow.write(unit.head) as tx:
        case = tx.get(CaseFile, tale.case_id)
        case.confidentiality, case.responsible_id = Confidentiality.STAFF_RELATIVE, unit.head.staff_id
        tx.record("case.test", "case")
    with pytest.raises(NotFoundError):
        inquiries(unit).of_letter(unit.counsellor, letter.id)
    with pytest.raises(NotFoundError):
        Documents(unit.uow, unit.codes).preview(unit.counsellor, asked)


def test_a_file_offers_the_answer_once_it_is_written(tale: Scene) -> None:
    unit, letter = tale.unit, came(tale.unit, tale.case_id)
    documents = Documents(unit.uow, unit.codes)

    def offered() -> tuple[str, UUID | None, UUID | None]:
        found = [one for one in documents.offer(tale.worker, tale.case_id) if one.kind is KIND]
        return found[0].reason, found[0].inquiry_id, found[0].issued_id

    assert offered()[0].startswith("نخست پاسخ را")
    inquiries(unit).write(unit.counsellor, draft(letter))
    reason, inquiry_id, issued_id = offered()
    assert (reason, issued_id) == ("", None)
    assert inquiry_id is not None
    paper = documents.issue(unit.counsellor, request(unit, letter)).value
    assert (paper.case_id, offered()[2]) == (tale.case_id, paper.id)
