"""The unit's own service: letterhead, rooms, days off, books."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from services import data_folder
from services.errors import DuplicateError, InvalidDraft, InvalidError, NotAllowedError, StaleError
from services.unit_profile.rules import letter_no_format, letter_section_of, tidy
from tests.services.opened_unit import COUNSELLOR, COUNSELLOR_WORD, UNIT, OpenedUnit, opened_unit


@pytest.fixture
def unit(tmp_path: Path) -> Iterator[OpenedUnit]:
    made = opened_unit(tmp_path / "data")
    yield made
    made.services.close()


def test_editing_the_unit_shows_on_the_sign_in_page(unit: OpenedUnit) -> None:
    service, head = unit.services.unit, unit.head
    row = service.get(head)
    draft = replace(row.draft, name="كلانتري  ۱۲ ", letter_section="")
    stored = service.edit(head, row.version, draft).value
    assert stored.draft.name == "کلانتری ۱۲"
    assert stored.letter_no_example == "1112/37"
    assert data_folder.read_front(unit.folder).unit_name == "کلانتری ۱۲"
    with pytest.raises(StaleError):
        service.edit(head, row.version, draft)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"code": "۱۱ ۱۲"}, "code"),
        ({"code": ""}, "code"),
        ({"name": " "}, "name"),
        ({"county": ""}, "county"),
        ({"section": "د" * 121}, "section"),
        ({"letter_section": "۴/۲"}, "letter_section"),
        ({"letterhead_lines": ("الف",) * 6}, "letterhead_lines"),
        ({"letterhead_lines": ("الف" * 60,)}, "letterhead_lines"),
    ],
)
def test_what_a_unit_needs(unit: OpenedUnit, change: dict[str, object], field: str) -> None:
    row = unit.services.unit.get(unit.head)
    with pytest.raises(InvalidError) as caught:
        unit.services.unit.edit(unit.head, row.version, replace(row.draft, **change))
    assert caught.value.field == field


def test_tidy_and_formats() -> None:
    assert tidy(replace(UNIT, letterhead_lines=("  الف ", "", "ب"))).letterhead_lines == ("الف", "ب")
    for section in ("", "4", "4A"):
        assert letter_section_of(letter_no_format(section)) == section
    assert letter_section_of("{year}/{serial}") == ""


def test_a_form_of_its_own_stays_when_the_unit_is_edited(unit: OpenedUnit) -> None:
    head, looks, service = unit.head, unit.services.paper_looks, unit.services.unit
    detail = looks.get(head)
    looks.save(head, replace(detail.draft, number_format="{سال}/{شماره}/{طبقه}"), detail.versions)
    row = service.get(head)
    assert (row.draft.letter_section, row.letter_no_example) == ("", "1405/37")
    kept = service.edit(head, row.version, replace(row.draft, county="جعفریه")).value
    assert kept.letter_no_example == "1405/37"
    typed = service.edit(head, kept.version, replace(kept.draft, letter_section="9")).value
    assert typed.letter_no_example == "1112/9/37"


def test_rooms(unit: OpenedUnit) -> None:
    service, head = unit.services.unit, unit.head
    added = service.add_room(head, " اتاق  ۳ ").value
    assert added.name == "اتاق ۳"
    with pytest.raises(DuplicateError):
        service.add_room(head, "اتاق ۳")
    with pytest.raises(InvalidError):
        service.add_room(head, "")
    off = service.edit_room(head, added.id, added.version, "اتاق آرام", is_active=False).value
    assert [room.name for room in service.rooms(head)] == ["اتاق ۱", "اتاق ۲"]
    assert [room.name for room in service.rooms(head, with_inactive=True)][-1] == "اتاق آرام"
    with pytest.raises(StaleError):
        service.edit_room(head, added.id, added.version, "اتاق ۳", is_active=True)
    assert off.is_active is False


def test_days_off(unit: OpenedUnit) -> None:
    service, head = unit.services.unit, unit.head
    day = date(2026, 11, 24)
    row = service.add_closure(head, day, "آلودگی هوا", "office_closure").value
    assert row.is_own
    assert service.days_off(head, day, day) == {day: "آلودگی هوا"}
    with pytest.raises(DuplicateError):
        service.add_closure(head, day, "آلودگی هوا", "local")
    gone = service.set_cancelled(head, row.id, row.version, is_cancelled=True).value
    assert gone.is_cancelled
    assert service.days_off(head, day, day) == {}
    service.set_cancelled(head, row.id, gone.version, is_cancelled=False)
    assert service.days_off(head, day, day) == {day: "آلودگی هوا"}


def test_books_never_go_back(unit: OpenedUnit) -> None:
    service, head = unit.services.unit, unit.head
    service.continue_after(head, "confidential", 12, "دفتر کاغذی")
    assert {book.book: book.last for book in service.books(head)}["confidential"] == 12
    with pytest.raises(InvalidError) as caught:
        service.continue_after(head, "cases", 10, "اشتباه")
    assert caught.value.values["last"] == 36
    with pytest.raises(InvalidDraft):
        service.continue_after(head, "cases", -1, "")


def test_everybody_reads_and_only_managers_change(unit: OpenedUnit) -> None:
    service = unit.services.unit
    actor = unit.sign_in(COUNSELLOR, COUNSELLOR_WORD)
    assert service.get(actor).draft.code == "1112"
    for change in (
        lambda: service.edit(actor, 1, UNIT),
        lambda: service.add_room(actor, "اتاق ۹"),
        lambda: service.add_closure(actor, date(2026, 12, 1), "تعطیل", "local"),
        lambda: service.continue_after(actor, "cases", 99, "دلیل"),
    ):
        with pytest.raises(NotAllowedError):
            change()
