"""The printed letter book (D26), the hours of a day (D24) and of a week, read back by both readers."""

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from services.cases.access import parties_of
from services.cases.registering import register_case
from services.documents import BookRange, Printouts
from services.documents.printouts import KeyGroup, set_up
from services.errors import InvalidError, NotAllowedError
from services.letters import ActionDraft, LetterDirection, LetterDraft, LetterRow, Letters, LinkDraft
from services.letters.registering import register_letter
from services.persian.digits import to_ascii
from services.scheduling import Scheduling
from services.scheduling.shapes import AppointmentDraft
from tests.factories import MORNING, Precinct, precinct
from tests.services.documents.readers import flat, pdfium, poppler
from tests.services.drafts_of import couple

Reader = Callable[[bytes, Path], str]
TODAY = MORNING.date()


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[Precinct]:
    made = precinct(tmp_path)
    yield made
    made.close()


def entered(unit: Precinct, way: str = "incoming", **words: object) -> LetterRow:
    unit.clock.advance(timedelta(seconds=1))
    kind = {"incoming": "incoming_other", "outgoing": "outgoing_other", "internal": "internal_note"}[way]
    draft = LetterDraft(LetterDirection(way), kind, **words)  # type: ignore[arg-type]
    return Letters(unit.uow, unit.codes).register(unit.clerk, draft).value


def printed(unit: Precinct, which: BookRange, reader: Reader, folder: Path, role: str = "unit_head") -> str:
    job = set_up(Printouts(unit.uow, unit.codes).gather_book(unit.actors[role], which).value)
    return to_ascii(flat(reader(job.content, folder)))


@pytest.mark.parametrize("reader", [poppler, pdfium])
def test_every_column_stands_in_the_book(unit: Precinct, tmp_path: Path, reader: Reader) -> None:
    letters = Letters(unit.uow, unit.codes)
    first = entered(
        unit,
        correspondent="دادسرای عمومی",
        subject="پرسش درباره پرونده",
        summary="پاسخ خواسته شده",
        their_number="77/120",
        their_date=date(2026, 11, 1),
        enclosures="۲ برگ",
        urgency="urgent",
        channel="courier",
        receipt="دبیرخانه",
    )
    letters.assign(unit.clerk, ActionDraft(first.id, unit.second.staff_id, "پاسخ", TODAY))
    entered(unit, "outgoing", links=(LinkDraft("refers_to", first.id),))
    spoilt = entered(unit, "internal", subject="نوبت پاس")
    letters.void(unit.head, spoilt.id, spoilt.version, "دو بار")
    text = printed(unit, BookRange("normal", 1405), reader, tmp_path)
    for words in (
        "ردیف", "تاریخ ثبت", "فرستنده", "موضوع", "پیوست", "ارجاع به", "عطف", "شماره پرونده", "نحوه ارسال",
        "وارده", "صادره", "داخلی", "1112/4/1", "1112/4/3", "77/120", "1405/08/10", "1405/08/30", "دادسرای عمومی",
        "پرسش درباره", "پاسخ خواسته", "2 برگ", "فوری", "پیک", "دبیرخانه", "همکار دوم", "ابطال", "دو بار",
        "صفحه 1 از 1", "متصدی دفتر", "دفتر عادی",
    ):  # fmt: skip
        assert flat(words) in text, words


def test_a_range_of_numbers_or_days_is_printed_alone(unit: Precinct, tmp_path: Path) -> None:
    for place in range(3):
        entered(unit, subject=f"روز نخست {place}")
    unit.clock.advance(timedelta(days=1))
    entered(unit, subject="روز دوم")
    by_number = printed(unit, BookRange("normal", 1405, first=2, last=3), poppler, tmp_path)
    assert "1112/4/2" in by_number
    assert "1112/4/3" in by_number
    assert "1112/4/1" not in by_number
    assert "1112/4/4" not in by_number
    day = TODAY + timedelta(days=1)
    by_day = printed(unit, BookRange("normal", 1405, first_day=day, last_day=day), poppler, tmp_path)
    assert "1112/4/4" in by_day
    assert "1112/4/3" not in by_day
    assert "1112/4" not in printed(unit, BookRange("normal", 1404), poppler, tmp_path)
    with pytest.raises(InvalidError, match="no_range"):
        printed(unit, BookRange("normal", 1405, first=3, last=2), poppler, tmp_path)
    with pytest.raises(InvalidError, match="unknown_code"):
        printed(unit, BookRange("third", 1405), poppler, tmp_path)


def test_what_the_printer_may_not_read_is_not_printed(unit: Precinct, tmp_path: Path) -> None:
    with unit.uow.write(unit.counsellor) as tx:
        case = register_case(tx, unit.codes, couple("spouse_abuse"))
        draft = LetterDraft(LetterDirection.INCOMING, "referral_order", case_id=case.id, subject="موضوع سربسته")
        register_letter(tx, unit.codes.of(unit.counsellor), draft)
    entered(unit, subject="آشکار")
    for role, sees in (("clerk", False), ("second_counsellor", False), ("unit_head", True), ("counsellor", True)):
        text = printed(unit, BookRange("normal", 1405), poppler, tmp_path, role)
        assert "1112/4/1" in text
        assert flat("آشکار") in text
        assert (flat("سربسته") in text) is sees, role
        assert (to_ascii(case.case_no) in text) is sees, role
    for role in ("station_commander", "auditor", "admin", "duty_officer"):
        with pytest.raises(NotAllowedError):
            printed(unit, BookRange("normal", 1405), poppler, tmp_path, role)


def test_the_confidential_book_bears_its_mark(unit: Precinct, tmp_path: Path) -> None:
    entered(unit, subject="محتوا", classification="confidential")
    text = printed(unit, BookRange("confidential", 1405), poppler, tmp_path)
    assert text.count(flat("محرمانه")) >= 4  # top, bottom, the row, the book's own name


def test_pages_of_a_long_book_repeat_the_head_and_count_themselves(unit: Precinct, tmp_path: Path) -> None:
    with unit.uow.write(unit.clerk) as tx:
        lists = unit.codes.of(unit.clerk)
        for place in range(120):
            subject = f"درخواست اعلام نتیجه ارجاع شماره {place} درباره خانواده"
            register_letter(tx, lists, LetterDraft(LetterDirection.INCOMING, "incoming_other", subject=subject))
    job = set_up(Printouts(unit.uow, unit.codes).gather_book(unit.head, BookRange("normal", 1405)).value)
    again = set_up(Printouts(unit.uow, unit.codes).gather_book(unit.head, BookRange("normal", 1405)).value)
    assert job.content == again.content
    pages = to_ascii(flat(poppler(job.content, tmp_path)))
    count = pages.count(flat("عطف و پیرو"))
    assert count >= 5
    assert flat(f"صفحه {count} از {count}") in pages
    for serial in (1, 60, 120):
        assert f"1112/4/{serial}" in pages


def test_a_book_of_six_hundred_rows_is_quick(unit: Precinct) -> None:
    with unit.uow.write(unit.clerk) as tx:
        lists = unit.codes.of(unit.clerk)
        for place in range(600):
            words = {
                "subject": f"موضوع {place} درباره خانواده و همسایه",
                "correspondent": f"شعبه {place} دادگاه خانواده",
            }
            register_letter(tx, lists, LetterDraft(LetterDirection.OUTGOING, "outgoing_other", **words))  # type: ignore[arg-type]
    begun = time.perf_counter()
    set_up(Printouts(unit.uow, unit.codes).gather_book(unit.head, BookRange("normal", 1405)).value)
    assert time.perf_counter() - begun < 15


def booked(unit: Precinct) -> list[str]:
    """Two files, one of them hidden from the clerk, with an hour each; their numbers."""
    scheduling = Scheduling(unit.uow, unit.codes)
    numbers = []
    for place, kind in enumerate(("marital_conflict", "spouse_abuse")):
        with unit.uow.write(unit.counsellor) as tx:
            case = register_case(tx, unit.codes, couple(kind))
            case_id = case.id
            numbers.append(case.case_no)
            parties = tuple(party.id for party in parties_of(tx, case_id))
        staff, room = (unit.counsellor.staff_id,), unit.rooms[place]
        draft = AppointmentDraft(case_id, "intake", TODAY, 10 * 60 + 60 * place, room, staff, parties[:1])
        scheduling.book(unit.counsellor, draft)
    return numbers


@pytest.mark.parametrize("reader", [poppler, pdfium])
def test_the_hours_of_a_day_name_nobody(unit: Precinct, tmp_path: Path, reader: Reader) -> None:
    seen, hidden = booked(unit)
    text = to_ascii(flat(reader(Printouts(unit.uow, unit.codes).day(unit.clerk, TODAY).value.content, tmp_path)))
    for words in ("10:00", "11:00", "اتاق 1", "اتاق 2", seen):
        assert flat(words) in text, words
    for words in (hidden, "کریمی", "احمدی", "زهرا", "همکار"):
        assert flat(words) not in text, words
    own = to_ascii(flat(reader(Printouts(unit.uow, unit.codes).day(unit.counsellor, TODAY).value.content, tmp_path)))
    assert hidden in own
    with pytest.raises(NotAllowedError):
        Printouts(unit.uow, unit.codes).day(unit.actors["admin"], TODAY)


@pytest.mark.parametrize("reader", [poppler, pdfium])
def test_the_week_for_the_wall_names_nobody(unit: Precinct, tmp_path: Path, reader: Reader) -> None:
    seen, hidden = booked(unit)
    printouts = Printouts(unit.uow, unit.codes)

    def read(role: str, **of: UUID) -> str:
        return to_ascii(flat(reader(printouts.week(unit.actors[role], TODAY, **of).value.content, tmp_path)))

    text = read("clerk")
    for words in ("برنامه نوبت هفته", "شنبه", "پنجشنبه", "10:00", "11:00", "اتاق 1", "اتاق 2", seen):
        assert flat(words) in text, words
    for words in (hidden, "کریمی", "احمدی", "زهرا", "همکار"):
        assert flat(words) not in text, words
    assert hidden in read("counsellor")
    room = read("counsellor", room_id=unit.rooms[1])
    assert hidden in room
    assert seen not in room
    nobodys = read("counsellor", staff_id=unit.head.staff_id)
    assert seen not in nobodys
    assert flat("برای این هفته نوبتی نیست") in nobodys
    with pytest.raises(NotAllowedError):
        printouts.week(unit.actors["admin"], TODAY)


def test_the_key_card_is_one_page(unit: Precinct, tmp_path: Path) -> None:
    """P-44: whatever a colleague may do; nothing of any file stands on it."""
    groups = tuple(KeyGroup(f"جای {at}", tuple((f"کار {n}", "کنترل+ت") for n in range(8))) for at in range(5))
    job = Printouts(unit.uow, unit.codes).key_card(unit.actors["duty_officer"], groups).value
    text = to_ascii(flat(pdfium(job.content, tmp_path)))
    assert text.count("کنترل+ت") == 40
    assert "صفحه 1 از 1" in text
