"""Whatever was registered is found again by any spelling, digits and keyboard layout (R-20, P-41, §4.2, §4.6)."""

import tempfile
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.cases import PartyDraft, ReferralDraft, Side
from services.cases.registering import register_case
from services.letters import LetterDirection, LetterDraft, Letters
from services.people import ContactDraft, ContactKind, People, PersonDraft
from services.persian.digits import to_persian
from services.persian.keyboard import other_layout
from services.persian.national_code import synthetic
from services.persian.text import search_key
from services.search import Search, Tier
from tests.factories import Precinct, precinct
from tests.services.cases.conftest import Register
from tests.services.drafts_of import couple

PAIRS = (
    ("محمدرضا", "محمد رضا"), ("محمد رضا", "محمد\u200cرضا"), ("رئیسی", "رییسی"), ("رییسی", "رئیسی"),
    ("مؤمنی", "مومنی"), ("کریمی", "كريمي"), ("زهره", "زهرة"), ("آرزو", "ارزو"), ("سمیه", "سمیّه"),
    ("علی\u200cاکبر", "علي اکبر"), ("سید حسین", "سیدحسین"),
)  # fmt: skip
ALIKE = (("رحمان", "رحمن"), ("اسماعیل", "اسمعیل"), ("طاهره", "تاهره"), ("غلامی", "قلامی"))

ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
LETTERS = st.text(st.sampled_from("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئؤأ"), min_size=3, max_size=10)


def _save(people: People, unit: Precinct, given_name: str, family_name: str = "نمونه‌ای", **more: object) -> UUID:
    draft = PersonDraft(given_name=given_name, family_name=family_name, **more)  # type: ignore[arg-type]
    return people.save(unit.head, draft).value.id


@pytest.mark.parametrize(("stored", "typed"), PAIRS)
def test_another_spelling_is_the_same(
    stored: str, typed: str, unit: Precinct, people: People, search: Search
) -> None:
    person = _save(people, unit, stored)
    hits = search.find(unit.head, typed)
    assert [(hit.id, hit.tier is Tier.SIMILAR) for hit in hits if hit.noun == "person"] == [(person, False)]


@pytest.mark.parametrize(("stored", "typed"), ALIKE)
def test_another_sound_is_only_a_suggestion(
    stored: str, typed: str, unit: Precinct, people: People, search: Search
) -> None:
    person = _save(people, unit, stored)
    hit = next(hit for hit in search.find(unit.head, typed) if hit.id == person)
    assert hit.tier is Tier.SIMILAR
    assert hit.chip == "هم‌آوا"


def test_the_other_layout_is_tried(unit: Precinct, people: People, search: Search) -> None:
    person = _save(people, unit, "مریم", "محمدی")
    assert [hit.id for hit in search.find(unit.head, "lplnd")] == [person]
    assert [hit.id for hit in search.find(unit.head, "LPLND")] == [person]


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("قائم\u200cمقامی", "rhml lrhld"),
        ("سؤالی", "sVhgd"),
        ("حبیب\u200cالله", "حبیب اله"),
        ("نصراله\u200cزاده", "نصر الله زاده"),
        ("نصراله\u200cزاده", "نصرالله"),
        ("ڕێبوار", "ریبوار"),
        ("ڕێبوار", "ڕێبوار"),
        ("کوردۆ", "کورد"),
        ("ځدراڼ", "زدران"),
        ("هەژار", "هه ژار"),
    ],
)
def test_layouts_and_letters_of_the_neighbours(
    unit: Precinct, people: People, search: Search, stored: str, typed: str
) -> None:
    """The older layout of Windows, «الله» as each registrar writes it, names of other languages of the country."""
    person = _save(people, unit, "علی", stored)
    assert person in {hit.id for hit in search.find(unit.head, typed)}
    assert person in {row.id for row in people.suggest(unit.head, typed)}


def test_what_the_other_layout_finds_is_added(unit: Precinct, people: People, search: Search) -> None:
    """A Latin text that is a name itself, and a Persian one on the other layout."""
    persian = _save(people, unit, "مریم", "محمدی")
    people.save(unit.head, PersonDraft(given_name="علی", family_name="راد", other_id_no="lpl55", id_kind="passport"))
    hits = search.find(unit.head, "lpl")
    assert len(hits) == 2
    assert persian in {hit.id for hit in hits}


def test_words_in_any_order(unit: Precinct, people: People, search: Search) -> None:
    person = _save(people, unit, "سید مهدی", "حسینی تبریزی", father_name="رضا")
    for typed in ("حسینی مهدی", "تبریزی سید", "مهدی رضا", "حسینی تبریزی سید مهدی", "م حسینی"):
        assert person in {hit.id for hit in search.find(unit.head, typed)}, typed


def test_a_fragment_of_three_letters(unit: Precinct, people: People, search: Search) -> None:
    person = _save(people, unit, "گلناز", "ابراهیم‌پور")
    assert [hit.tier for hit in search.find(unit.head, "هیمپ")] == [Tier.FRAGMENT]
    assert [hit.id for hit in search.find(unit.head, "هیم‌پ")] == [person]
    assert search.find(unit.head, "یم") == ()
    assert [hit.id for hit in search.find(unit.head, "گ")] == [person]


def test_who_bears_a_name_stands_before_the_children_of_who_does(
    unit: Precinct, people: People, search: Search
) -> None:
    child = _save(people, unit, "رضا", "آرام", father_name="کاووس")
    bearer = _save(people, unit, "کاووس", "آرام")
    assert [hit.id for hit in search.find(unit.head, "کاووس")] == [bearer, child]


@pytest.mark.parametrize("write", [str, to_persian, lambda text: text.translate(ARABIC_DIGITS)])
def test_numbers_in_any_digits(write: object, unit: Precinct, people: People, search: Search) -> None:
    contact = ContactDraft(ContactKind.MOBILE, "09601234567")
    code = synthetic(4711)
    person = _save(people, unit, "مریم", national_code=code, contacts=(contact,))
    for number in (code, code.lstrip("0"), "09601234567", "9601234567", "+989601234567", "0960 123 45 67"):
        assert [hit.id for hit in search.find(unit.head, write(number))] == [person], number  # type: ignore[operator]


def test_a_confidential_telephone_finds_nobody(unit: Precinct, people: People, search: Search) -> None:
    secret = ContactDraft(ContactKind.MOBILE, "09601234567", is_confidential=True)
    _save(people, unit, "مریم", contacts=(secret,))
    assert search.find(unit.head, "09601234567") == ()


@pytest.mark.parametrize(
    "typed",
    [
        "1112-1405-0001", "۱۱۱۲/۱۴۰۵/۰۰۰۱", "111214050001", "1405/1", "1405-0001", "0001",
        "140500910001234", "۱۴۰۵/۰۰۹۱۰/۰۰۱۲۳۴", "12/3/98/456", "12398456", "456",
        "ش۴۴", "9-77", "98001", "1405/9/12",
    ],
)  # fmt: skip
def test_a_case_is_found_by_each_of_its_numbers(
    typed: str, unit: Precinct, register: Register, search: Search
) -> None:
    referral = ReferralDraft(
        "prosecutor", letter_no="1405/9/12", judicial_case_no="۱۴۰۵۰۰۹۱۰۰۰۱۲۳۴", judicial_archive_no="12/3/98/456",
        notice_no="98001", complaint_no="ش۴۴", incident_no="9-77",
    )  # fmt: skip
    case = register(unit.counsellor, couple(referral=referral))
    assert case.id in {hit.id for hit in search.find(unit.counsellor, typed) if hit.noun == "case"}


def test_a_paper_file_is_found_by_its_old_number(unit: Precinct, register: Register, search: Search) -> None:
    case = register(unit.counsellor, couple(paper_case_no="الف/۹۸/۱۲۳۴"))
    for typed in ("الف/98/1234", "1234", "98/1234", "۹۸۱۲۳۴", "الف۹۸"):
        assert case.id in {hit.id for hit in search.find(unit.counsellor, typed)}, typed


def test_letters_are_found_by_both_numbers(unit: Precinct, letters: Letters, search: Search) -> None:
    draft = LetterDraft(LetterDirection.INCOMING, "referral_order", their_number="۷۷/۱۴۰۵/ص", correspondent="دادسرا")
    letter = letters.register(unit.counsellor, draft).value
    for typed in ("77/1405", "۷۷۱۴۰۵ص", "1112/4/1", "4/1"):
        assert [hit.id for hit in search.find(unit.counsellor, typed)] == [letter.id], typed
    hit = search.find(unit.counsellor, "1112/4/1")[0]
    assert (hit.title, hit.quiet) == ("۱۱۱۲/۴/۱ · ارجاع یا دستور", "دادسرا · عطف به ۷۷/۱۴۰۵/ص · ۱۴۰۵/۰۸/۳۰")


def test_the_files_of_a_person_follow_the_person(unit: Precinct, register: Register, search: Search) -> None:
    case = register(unit.counsellor, couple())
    hits = search.find(unit.counsellor, "کریمی زهرا")
    assert [hit.noun for hit in hits] == ["person", "case"]
    assert hits[1].id == case.id
    assert hits[1].title == "۱۱۱۲-۱۴۰۵-۰۰۰۱ · زهرا کریمی / رضا احمدی"


@pytest.mark.parametrize("typed", ["", " ", "\u200c", "…", "\u202e", "🙂", "'", '"', "%", "_", "*", "AND", '"a" OR'])
def test_odd_texts_find_nothing_and_break_nothing(typed: str, unit: Precinct, people: People, search: Search) -> None:
    _save(people, unit, "مریم")
    assert search.find(unit.head, typed) == ()


def test_a_pasted_page_is_no_burden(unit: Precinct, people: People, search: Search) -> None:
    _save(people, unit, "مریم")
    assert search.find(unit.head, "مریم " * 5_000) != ()
    assert search.find(unit.head, "ق" * 10_000) == ()


@cache
def _standing() -> tuple[Precinct, People, Search]:
    made = precinct(Path(tempfile.mkdtemp(prefix="sazesh-search-")))
    return made, People(made.uow, made.codes), Search(made.uow, made.codes)


@settings(max_examples=60)
@given(given_name=LETTERS, family=LETTERS, data=st.data())
def test_any_name_is_found_by_its_variants(given_name: str, family: str, data: st.DataObject) -> None:
    unit, people, search = _standing()
    if len(search_key(given_name)) < 2 or len(search_key(family)) < 2:
        return
    person = _save(people, unit, given_name, family)
    full = f"{given_name} {family}"
    key = search_key(full)
    start = data.draw(st.integers(0, max(0, len(key) - 6)))
    variants = [
        full, f"{family} {given_name}", full.replace("ی", "ي").replace("ک", "ك"), full.replace(" ", "\u200c"), key,
        key[start : start + 6],
    ]  # fmt: skip
    latin = other_layout(full)
    if latin is not None and other_layout(latin) is not None and search_key(other_layout(latin) or "") == key:
        variants.append(latin)
    for typed in variants:
        assert person in {hit.id for hit in search.find(unit.head, typed, 500)}, typed


def test_cases_of_drafts_are_searchable_at_once(unit: Precinct, search: Search) -> None:
    """In the transaction that registers, not by a job that may come later."""
    with unit.uow.write(unit.counsellor) as tx:
        register_case(
            tx, unit.codes, couple(parties=(PartyDraft(PersonDraft(family_name="رستگار"), "wife", Side.A),))
        )
    assert {hit.noun for hit in search.find(unit.counsellor, "رستگار")} == {"person", "case"}
