"""Blank forms for a day without the program: what stands on them, their numbers, and entering them (P-24)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from models.downtime import HandwrittenSheet
from models.letter import Document, Letter
from services.documents import LetterDraft, LetterTexts, PaperLooks
from services.documents.downtime import Downtime, HandwrittenDraft, KitRequest, ReservedSheet
from services.documents.downtime.forms import CONSENT
from services.documents.papers.informed_consent import LETTER
from services.documents.printouts import BookRange, Printouts, set_up
from services.documents.templates import letter_text
from services.errors import AppError, InvalidDraft, InvalidError, NotAllowedError, NotFoundError
from services.letters import Letters
from services.overview import Overview
from services.persian.digits import to_persian
from tests.factories import precinct
from tests.services.documents.readers import READERS, flat, poppler
from tests.services.documents.scene import Scene, lay
from tests.services.documents.test_looks import picture
from tests.services.documents.test_outcome_papers import R_13

Reader = Callable[[bytes, Path], str]
EVENT = date(2026, 11, 18)


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[tuple[Scene, Downtime]]:
    unit = precinct(tmp_path)
    yield lay(unit), Downtime(unit.uow, unit.codes)
    unit.close()


def _all(scene: Scene, downtime: Downtime, sets: int = 1) -> KitRequest:
    return KitRequest(tuple(form.code for form in downtime.forms(scene.worker)), sets)


def _draft(sheet: ReservedSheet) -> HandwrittenDraft:
    return HandwrittenDraft(sheet.letter_id, EVENT, "فرهاد بهرامی", "دعوت به گفت‌وگو")


@pytest.mark.parametrize("reader", READERS)
def test_every_form_is_there_and_names_nobody(kit: tuple[Scene, Downtime], reader: Reader, tmp_path: Path) -> None:
    scene, downtime = kit
    text = flat(reader(downtime.print_kit(scene.worker, _all(scene, downtime)).value.content, tmp_path))
    titles = [form.title for form in downtime.forms(scene.worker)]
    assert len(titles) == 10
    for words in (
        *titles,
        R_13,
        "داوطلبانه",
        "متن برای طرفین قرائت شد",
        "نخواست",
        "محرمانه",
        "دست‌نویس؛ پس از راه افتادن برنامه ثبت شود",
        "رسید ابلاغ",
        "اثر انگشت",
        "امضا نکرد",
        "برای او قرائت و تفهیم شد",
        "اورژانس اجتماعی ۱۲۳",
    ):
        assert words in text, words
    for words in ("مریم", "فرهاد", "اخطار", "احضار", "D04", "سرهنگ", "۱۴۰۵/۰۸/۳۰", "همکار"):
        assert words not in text, words
    for letter in scene.rows(Letter):
        assert to_persian(letter.number).removesuffix("/م") in text
    assert not scene.rows(Document)


def test_the_blank_consent_says_what_the_unit_wrote_into_it(kit: tuple[Scene, Downtime], tmp_path: Path) -> None:
    scene, downtime = kit
    texts, letter = LetterTexts(scene.unit.uow), letter_text(LETTER)
    own = LetterDraft(LETTER, letter.title, letter.subject, f"{letter.body}\n\nصدا و تصویر ضبط نمی‌شود.")
    texts.save(scene.unit.head, own, 0)
    sheet = downtime.print_kit(scene.worker, KitRequest((CONSENT,))).value
    assert "صدا و تصویر ضبط نمی‌شود" in flat(poppler(sheet.content, tmp_path))


def test_blank_forms_look_like_the_papers_of_the_unit(kit: tuple[Scene, Downtime]) -> None:
    scene, downtime = kit
    looks = PaperLooks(scene.unit.uow)
    detail = looks.get(scene.unit.head)
    looks.save(scene.unit.head, replace(detail.draft, emblem=picture()), detail.versions)
    assert b"/Subtype /Image" in downtime.print_kit(scene.worker, KitRequest(("invitation",))).value.content
    day = Printouts(scene.unit.uow, scene.unit.codes).day(scene.worker, EVENT).value
    book = set_up(
        Printouts(scene.unit.uow, scene.unit.codes).gather_book(scene.worker, BookRange("normal", 1405)).value
    )
    assert all(b"/Subtype /Image" in job.content for job in (day, book))


def test_numbers_are_drawn_without_a_gap_and_none_twice(kit: tuple[Scene, Downtime]) -> None:
    scene, downtime = kit
    downtime.print_kit(scene.worker, KitRequest(("invitation", "intake"), 3))
    scene.issue(scene.invitation())
    downtime.print_kit(scene.worker, KitRequest(("settlement",), 1))
    letters = sorted(scene.rows(Letter), key=lambda letter: letter.serial)
    assert [letter.serial for letter in letters] == [1, 2, 3, 4, 5]
    assert {letter.book for letter in letters} == {"normal"}
    forms = [sheet.form for sheet in downtime.waiting(scene.worker)]
    assert forms == ["invitation"] * 3 + ["settlement"]


def test_a_child_report_is_numbered_in_the_confidential_book(kit: tuple[Scene, Downtime]) -> None:
    scene, downtime = kit
    downtime.print_kit(scene.worker, KitRequest(("child_report",)))
    [letter] = scene.rows(Letter)
    assert (letter.book, letter.kind) == ("confidential", "child_at_risk_report")
    assert scene.rows(Letter)[0].classification == "confidential"


def test_what_was_written_by_hand_is_entered_with_its_own_day(kit: tuple[Scene, Downtime]) -> None:
    scene, downtime = kit
    downtime.print_kit(scene.worker, KitRequest(("invitation",), 2))
    first, second = downtime.waiting(scene.worker)
    downtime.enter(scene.worker, replace(_draft(first), case_id=scene.case_id))
    letters = {letter.id: letter for letter in scene.rows(Letter)}
    entered = letters[first.letter_id]
    assert entered.subject == "دست‌نویس، وقوع ۱۴۰۵/۰۸/۲۷: دعوت به گفت‌وگو"
    assert (entered.correspondent, entered.case_id) == ("فرهاد بهرامی", scene.case_id)
    sheets = {sheet.letter_id: sheet for sheet in scene.rows(HandwrittenSheet)}
    assert sheets[first.letter_id].happened_on == EVENT
    assert sheets[first.letter_id].entered_at is not None
    assert downtime.waiting(scene.worker) == (second,)
    [shown] = Overview(scene.unit.uow, scene.unit.codes).case_page(scene.worker, scene.case_id).papers
    assert (shown.id, shown.number, shown.day, shown.is_by_hand) == (first.letter_id, first.number, EVENT, True)
    with pytest.raises(InvalidError, match=r"downtime\.not_reserved"):
        downtime.enter(scene.worker, _draft(first))


def test_a_number_of_last_year_is_given_again(kit: tuple[Scene, Downtime], tmp_path: Path) -> None:
    """A sheet says until when its number is good; in the new year it is told from the others."""
    scene, downtime = kit
    printed = downtime.print_kit(scene.worker, KitRequest(("invitation", "intake"))).value
    assert flat(READERS[0](printed.content, tmp_path)).count("شماره تا پایان سال ۱۴۰۵ است") == 1
    assert not downtime.waiting(scene.worker)[0].is_of_past_year
    scene.unit.clock.set(datetime(2027, 3, 21, 6, tzinfo=UTC))
    assert downtime.waiting(scene.worker)[0].is_of_past_year


def test_a_sheet_that_was_not_used_is_void_in_the_book(kit: tuple[Scene, Downtime]) -> None:
    scene, downtime = kit
    downtime.print_kit(scene.worker, KitRequest(("invitation",)))
    [sheet] = downtime.waiting(scene.worker)
    [letter] = scene.rows(Letter)
    Letters(scene.unit.uow, scene.unit.codes).void(scene.unit.head, letter.id, letter.version, "به کار نرفت")
    assert downtime.waiting(scene.worker) == ()
    with pytest.raises(InvalidError, match=r"downtime\.not_reserved"):
        downtime.enter(scene.worker, _draft(sheet))


def test_wrong_entries_name_their_fields(kit: tuple[Scene, Downtime]) -> None:
    scene, downtime = kit
    downtime.print_kit(scene.worker, KitRequest(("invitation",)))
    [sheet] = downtime.waiting(scene.worker)
    with pytest.raises(InvalidDraft) as caught:
        downtime.enter(scene.worker, HandwrittenDraft(sheet.letter_id, None, " ", ""))
    assert [error.field for error in caught.value.errors] == ["happened_on", "correspondent", "subject"]
    with pytest.raises(AppError) as late:
        downtime.enter(scene.worker, replace(_draft(sheet), happened_on=date(2027, 1, 1)))
    assert (late.value.key, late.value.field) == ("errors.future_date", "happened_on")
    with pytest.raises(AppError) as long:
        downtime.enter(scene.worker, replace(_draft(sheet), subject="ا" * 300))
    assert (long.value.key, long.value.field) == ("errors.too_long", "subject")


@pytest.mark.parametrize("request_", [KitRequest(()), KitRequest(("other",)), KitRequest(("intake",), 0)])
def test_an_impossible_kit_draws_no_number(kit: tuple[Scene, Downtime], request_: KitRequest) -> None:
    scene, downtime = kit
    with pytest.raises(AppError):
        downtime.print_kit(scene.worker, request_)
    assert not scene.rows(Letter)


def test_the_kit_is_for_who_may_enter_letters(kit: tuple[Scene, Downtime]) -> None:
    scene, downtime = kit
    assert downtime.forms(scene.unit.actors["clerk"])
    for role in ("duty_officer", "auditor", "station_commander"):
        with pytest.raises(NotAllowedError):
            downtime.print_kit(scene.unit.actors[role], KitRequest(("intake",)))


def test_a_hidden_file_takes_no_sheet(kit: tuple[Scene, Downtime]) -> None:
    from models.case import CaseFile
    from models.enums import Confidentiality

    scene, downtime = kit
    downtime.print_kit(scene.worker, KitRequest(("invitation",)))
    [sheet] = downtime.waiting(scene.worker)
    with scene.unit.uow.write(scene.unit.head) as tx:
        tx.get(CaseFile, scene.case_id).confidentiality = Confidentiality.RESTRICTED
        tx.record("case.test", "case")
    with pytest.raises(NotFoundError):
        downtime.enter(scene.unit.second, replace(_draft(sheet), case_id=scene.case_id))
    assert downtime.waiting(scene.worker) == (sheet,)
