"""The free letter, the sheets of the end and of calling back, the address sheet and the label, by two readers."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from models.case import CaseFile
from models.follow_up import FollowUp, FollowUpAttempt
from models.letter import Document, Letter
from models.unit import AuditEvent
from models.work import GateOverride
from services.closing.service import Closing
from services.closing.shapes import CloseDraft
from services.documents import PaperKind, PaperRequest
from services.errors import AppError, InvalidDraft, InvalidError, NotAllowedError, NotFoundError
from services.overview import Overview
from services.persian.text import search_key
from tests.factories import precinct
from tests.services.documents.readers import READERS, flat, pdfium
from tests.services.documents.scene import (
    ADDRESS,
    HIS_PHONE,
    PHONE,
    POSTAL,
    SECRET_PHONE,
    SHELTER,
    SUBJECT,
    WORD,
    Scene,
)
from tests.services.documents.story import CLAUSES, LETTER, TODAY, agree, end, of_file, story
from tests.services.documents.test_outcome_papers import said_in_order

Reader = Callable[[bytes, Path], str]


@pytest.fixture
def tale(tmp_path: Path) -> Iterator[Scene]:
    unit = precinct(tmp_path)
    yield story(unit)
    unit.close()


def text_of(scene: Scene, request: PaperRequest, reader: Reader, folder: Path) -> str:
    return flat(reader(scene.content(scene.issue(request)), folder))


# --- the free letter ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
def test_a_free_letter_says_what_was_typed(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    request = of_file(tale, PaperKind.FREE_LETTER, enclosures="۱ برگ", **LETTER)
    text = text_of(tale, request, reader, tmp_path)
    said_in_order(
        text,
        "به: مدیرکل محترم بهزیستی استان قم",
        "موضوع: هماهنگی",
        "سلام علیکم",
        "نماینده آن اداره معرفی شود.",
        "روز ۱۴۰۵/۰۹/۱۰",
        "ساعت ۱۰:۳۰",
        "مهناز کاوه",
        "رونوشت:",
        "معاونت اجتماعی استان",
        "بایگانی پرونده",
    )
    assert "۱۱۱۲/۴/۱" in text
    assert "محرمانه" not in text
    [letter] = tale.rows(Letter)
    assert (letter.book, letter.kind, letter.subject) == ("normal", "unit_letter", "هماهنگی")
    assert (letter.correspondent, letter.enclosures) == ("مدیرکل محترم بهزیستی استان قم", "۱ برگ")
    assert tale.rows(Document)[0].originals == 3


def test_a_confidential_letter_is_marked_and_stands_in_its_own_book(tale: Scene, tmp_path: Path) -> None:
    text = text_of(tale, of_file(tale, PaperKind.FREE_LETTER, **LETTER | {"book": "confidential"}), pdfium, tmp_path)
    assert text.count("محرمانه") == 2
    [letter] = tale.rows(Letter)
    assert (letter.book, letter.classification) == ("confidential", "confidential")


@pytest.mark.parametrize("field", ["to_whom", "letter_subject", "text_body", "text_copies", "enclosures"])
def test_a_free_letter_tells_no_hidden_home(tale: Scene, field: str) -> None:
    told = f"مراجعه به {SHELTER}"
    with pytest.raises(AppError) as caught:
        tale.issue(of_file(tale, PaperKind.FREE_LETTER, **LETTER | {field: told}))
    assert (caught.value.key, caught.value.field) == ("documents.confidential_text", field)
    assert not tale.rows(Letter)


def test_a_free_letter_wants_addressee_subject_and_text(tale: Scene) -> None:
    with pytest.raises(InvalidDraft) as caught:
        tale.issue(of_file(tale, PaperKind.FREE_LETTER))
    assert [one.field for one in caught.value.errors] == ["to_whom", "letter_subject", "text_body"]


# --- the end of a file --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
def test_a_closing_sheet_says_days_meetings_outcome_and_checks(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    agree(tale)
    end(tale, "settled_full", signatures_seen_on=TODAY)
    text = text_of(tale, of_file(tale, PaperKind.CLOSURE_SUMMARY, reviewer="سرگرد زهرا امینی"), reader, tmp_path)
    said_in_order(
        text,
        "خلاصه و مختومه‌نامه",
        "مریم محمدی‌نیا",
        "فرهاد بهرامی",
        "جلسه‌ها",
        "گفت‌وگوی جداگانه",
        "نتیجه",
        "پیگیری‌ها",
        "پیگیری یک‌ماهه",
        "فهرست بررسی پایان کار",
        "پاسخ به مرجع فرستاده شد",
        "بازبین پرونده پیش از بستن: سرگرد زهرا امینی",
        "مهناز کاوه",
    )
    for words in ("۰۷:۰۰ تا ۰۸:۰۰", "سازش", "۱۴۰۵/۰۹/۳۰"):
        assert words in text
    assert not tale.rows(Letter)


def test_no_closing_sheet_before_an_outcome(tale: Scene) -> None:
    with pytest.raises(InvalidError, match=r"documents\.outcome_first"):
        of_file(tale, PaperKind.CLOSURE_SUMMARY)


def test_a_closed_file_keeps_the_answers_it_was_closed_with(tmp_path: Path) -> None:
    unit = precinct(tmp_path)
    tale = story(unit, None)
    end(tale, "not_settled")
    with tale.unit.uow.read(tale.worker) as tx:
        version = tx.get(CaseFile, tale.case_id).version
    draft = CloseDraft(tale.case_id, version, ("may_return_told",), "پیگیری ندارد")
    Closing(tale.unit.uow, tale.unit.codes).close(tale.worker, draft)
    paper = tale.issue(of_file(tale, PaperKind.CLOSURE_SUMMARY))
    [document] = [one for one in tale.rows(Document) if one.id == paper.id]
    with tale.unit.uow.read(tale.worker) as tx:
        snapshot = tx.get(Document, document.id).snapshot
    answered = dict(snapshot["content"]["checks"])
    assert answered["به مراجع گفته شد که می‌تواند بازگردد"] is True
    assert answered["مسئول واحد پرونده را دید"] is False
    unit.close()


def test_a_decision_of_the_head_is_named_with_its_measures_and_not_why(tale: Scene, tmp_path: Path) -> None:
    with tale.unit.uow.write(tale.unit.head) as tx:
        tx.add(
            GateOverride(
                case_id=tale.case_id,
                appointment_id=tale.appointments[0],
                staff_id=tale.unit.head.staff_id,
                at=datetime(2026, 11, 20, 6, tzinfo=UTC),
                reason="نشان‌دلیل",
                measures="ورود جدا و حضور مأمور",
                conditions="نشان‌شرط",
            )
        )
        tx.record("gate.test", "case")
    end(tale, "not_settled")
    text = text_of(tale, of_file(tale, PaperKind.CLOSURE_SUMMARY), pdfium, tmp_path)
    assert "با تصمیم مسئول واحد و این تدابیر برگزار شد: ورود جدا و حضور مأمور" in text
    assert "نشان‌دلیل" not in text
    assert "نشان‌شرط" not in text


# --- calling back -------------------------------------------------------------------------------------------------


def _answered(scene: Scene) -> FollowUp:
    with scene.unit.uow.write(scene.worker) as tx:
        row = tx.session.scalars(select(FollowUp).order_by(FollowUp.due_on)).first()
        assert row is not None
        row.done_at, row.result, row.next_action = datetime(2026, 12, 21, 6, tzinfo=UTC), "improved", "session"
        row.words = "نشان‌گفته"
        tx.add(
            FollowUpAttempt(
                follow_up_id=row.id,
                at=row.done_at,
                method="in_person",
                answered_by="خود او",
                was_safe=True,
                result="improved",
                staff_id=scene.worker.staff_id,
            )
        )
        tx.record("follow_up.test", "follow_up")
        return row


@pytest.mark.parametrize("reader", READERS)
def test_a_follow_up_form_holds_one_round(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    agree(tale)
    end(tale, "settled_full", signatures_seen_on=TODAY)
    row = _answered(tale)
    request = of_file(tale, PaperKind.FOLLOW_UP_FORM, 0, round=row.id.hex)
    paper = tale.issue(request)
    text = flat(reader(tale.content(paper), tmp_path))
    for words in ("فرم پیگیری", "مریم محمدی‌نیا", "۱۴۰۵/۰۹/۳۰", "خود او", "راه پیگیری", "حضوری", "بهتر شده"):
        assert words in text
    assert CLAUSES[1] in text
    for words in ("نشان‌گفته", "۰۹۶۰", "شقایق"):
        assert words not in text
    with tale.unit.uow.read(tale.worker) as tx:
        content = tx.get(Document, paper.id).snapshot["content"]
    chosen = [
        label for name in ("methods", "safe", "results", "nexts") for label, is_chosen in content[name] if is_chosen
    ]
    assert chosen == ["حضوری", "بله", "بهتر شده", "نوبت جلسه"]


def test_an_empty_follow_up_form_ticks_nothing(tale: Scene) -> None:
    end(tale, "not_settled")
    paper = tale.issue(of_file(tale, PaperKind.FOLLOW_UP_FORM, 0, round="blank"))
    with tale.unit.uow.read(tale.worker) as tx:
        content = tx.get(Document, paper.id).snapshot["content"]
    assert not any(is_chosen for name in ("methods", "safe", "results", "nexts") for _, is_chosen in content[name])
    assert [value for _, value in content["facts"]][1:] == ["", "", ""]


# --- the address sheet --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
def test_the_address_sheet_alone_tells_and_nothing_of_it_is_kept(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    request = of_file(tale, PaperKind.ADDRESS_SHEET, 0, to_whom="ریاست محترم شعبه ۲", letter_no="1112/4/3")
    text = flat(reader(tale.documents.print_card(tale.worker, request).value.content, tmp_path))
    said_in_order(text, "پیوست محرمانه نشانی", "به: ریاست محترم شعبه ۲", "مریم محمدی‌نیا", "پاکت دربسته")
    key = search_key(text)
    for told in (SHELTER, SECRET_PHONE, POSTAL):
        assert search_key(told) in key
    for words in (PHONE, HIS_PHONE, ADDRESS, WORD, "فرهاد"):
        assert search_key(words) not in key
    assert text.count("محرمانه") >= 3
    assert not tale.rows(Document)
    assert not tale.rows(Letter)
    assert tale.rows(AuditEvent)[-1].action == "document.print_address"
    with pytest.raises(InvalidError, match=r"documents\.card_has_no_number"):
        tale.issue(request)


def test_a_screen_shows_the_address_sheet_without_the_address(tale: Scene, tmp_path: Path) -> None:
    request = of_file(tale, PaperKind.ADDRESS_SHEET, 0, to_whom="دادگاه")
    for content in (
        tale.documents.preview(tale.worker, request).content,
        tale.documents.print_draft(tale.worker, request).value.content,
    ):
        key = search_key(pdfium(content, tmp_path))
        assert not [one for one in (SHELTER, SECRET_PHONE, POSTAL) if search_key(one) in key]


def test_the_address_sheet_is_for_who_may_see_addresses(tale: Scene) -> None:
    request = PaperRequest(tale.case_id, PaperKind.ADDRESS_SHEET, tale.persons[0], values=(("to_whom", "دادگاه"),))
    for role in ("peace_facilitator", "clerk", "station_commander"):
        with pytest.raises((NotAllowedError, NotFoundError)):
            tale.documents.print_card(tale.unit.actors[role], request)
    with pytest.raises(InvalidError, match=r"documents\.nothing_protected"):
        tale.documents.print_card(tale.worker, replace(request, person_id=tale.persons[1]))


def test_the_address_sheet_still_tells_no_code_word(tale: Scene) -> None:
    request = of_file(tale, PaperKind.ADDRESS_SHEET, 0, to_whom=f"با واژه {WORD}")
    with pytest.raises(AppError, match=r"documents\.confidential_text"):
        tale.documents.print_card(tale.worker, request)


# --- the label ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS)
def test_a_label_bears_number_year_and_code_alone(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    job = tale.documents.print_card(tale.worker, of_file(tale, PaperKind.FILE_LABEL, retention="۵/الف")).value
    text = flat(reader(job.content, tmp_path))
    for words in ("۱۱۱۲-۱۴۰۵-۰۰۰۱", "۱۴۰۵", "۵/الف", "کلانتری"):
        assert words in text
    for words in (SUBJECT, "مریم", "فرهاد", "مشاوره", "مددکاری", "همسایه"):
        assert words not in text
    assert not tale.rows(Document)


@pytest.mark.parametrize("reader", READERS)
def test_a_file_takes_the_class_of_its_highest_paper(tale: Scene, reader: Reader, tmp_path: Path) -> None:
    """R-16: on its cover, on its closing sheet and on its page, for as long as that paper is not void."""
    end(tale, "not_settled")
    letter = of_file(tale, PaperKind.FREE_LETTER, **(LETTER | {"book": "confidential"}))
    assert _class_of(tale) == ""
    paper = tale.issue(letter)
    job = tale.documents.print_card(tale.worker, of_file(tale, PaperKind.FILE_LABEL, retention="۵/الف")).value
    assert flat(reader(job.content, tmp_path)).count("محرمانه") == 2, "once on each of the two labels"
    closing = text_of(tale, of_file(tale, PaperKind.CLOSURE_SUMMARY), reader, tmp_path)
    assert closing.count("محرمانه") >= 2, "above and below"
    assert _class_of(tale) == "محرمانه"
    tale.documents.void(tale.worker, paper.id, paper.version, "نشانی نادرست")
    assert _class_of(tale) == ""


def _class_of(tale: Scene) -> str:
    return Overview(tale.unit.uow, tale.unit.codes).case_page(tale.worker, tale.case_id).detail.class_label


def test_a_paper_with_a_number_is_no_loose_sheet(tale: Scene) -> None:
    with pytest.raises(InvalidError, match=r"documents\.has_number"):
        tale.documents.print_card(tale.worker, tale.certificate())
