from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import shelf
from services.catalogue import say
from services.people import BirthPrecision, ContactDraft, ContactKind, GivenBy, PersonDraft
from services.people.fields import Fields
from services.people.naming import is_minor
from services.people.rules import clean_contact, clean_person
from services.persian.jalali import from_jalali
from services.persian.national_code import synthetic

TODAY = date(2026, 11, 21)


class ShelfLists:
    """The lists as shipped, without a database."""

    def knows(self, name: str, code: str) -> bool:
        return any(row.code == code for row in shelf.code_list(name))

    def does(self, name: str, code: str, behaviour: str) -> Any:
        return next((row.behaviour.get(behaviour, False) for row in shelf.code_list(name) if row.code == code), False)

    def first(self, name: str, behaviour: str, value: Any = True) -> str:
        found = (row.code for row in shelf.code_list(name) if row.behaviour.get(behaviour, False) == value)
        return next(found, "")


def clean(**values: Any) -> tuple[PersonDraft, dict[str | None, str]]:
    values = {"given_name": "زهرا", "family_name": "کریمی"} | values
    fields = Fields("parties.0.person")
    draft = clean_person(PersonDraft(**values), TODAY, ShelfLists(), fields)
    return draft, {error.field: error.key for error in fields.errors}


def contact(value: str, kind: ContactKind = ContactKind.MOBILE, **values: Any) -> tuple[ContactDraft, list[str]]:
    fields = Fields()
    cleaned = clean_contact(ContactDraft(kind, value, **values), ShelfLists(), fields)
    return cleaned, [error.key for error in fields.errors]


def test_a_name_is_all_that_is_needed() -> None:
    assert clean(family_name="")[1] == {}
    assert clean(given_name="", family_name="", is_name_unknown=True)[1] == {}
    assert clean(given_name=" ", family_name="")[1] == {"parties.0.person.family_name": "people.name_needed"}


def test_arabic_letters_and_spaces_are_mended() -> None:
    draft, errors = clean(given_name=" علي\u200c اكبر ", family_name="كريمي")
    assert errors == {}
    assert (draft.given_name, draft.family_name) == ("علی اکبر", "کریمی")


@pytest.mark.parametrize(
    ("name", "key"),
    [("الف" * 4000, "errors.too_long"), ("علی۲", "people.name_letters"), ("🙂🙂", "people.name_letters"),
     ("Ali", "people.name_letters"), ("ع", "people.name_short")],
)  # fmt: skip
def test_a_name_that_is_none_says_why(name: str, key: str) -> None:
    assert clean(given_name=name)[1] == {"parties.0.person.given_name": key}


def test_the_unknown_mark_goes_when_a_name_is_there() -> None:
    assert clean(is_name_unknown=True)[0].is_name_unknown is False


@pytest.mark.parametrize("code", ["1234567890", "1111111111", "12345", "abc", "1234567891234"])
def test_a_wrong_code_gets_the_sentence_of_practice(code: str) -> None:
    assert clean(national_code=code)[1] == {"parties.0.person.national_code": "people.code_wrong"}
    assert say("people.code_wrong") == (
        "این کد ملی درست نیست؛ از روی کارت دوباره بزنید — کارت همراه نیست؟ بدون کد ادامه دهید"
    )


def test_a_right_code_in_any_digits_is_stored_in_ascii_and_names_its_kind() -> None:
    draft, errors = clean(national_code="۰۰۰-۲۱۸۵۶۷-۹", id_kind="no_document_shown")
    assert errors == {}
    assert (draft.national_code, draft.id_kind) == ("0002185679", "national_code")


def test_no_code_is_ever_demanded() -> None:
    for row in shelf.code_list("id_kind"):
        assert clean(id_kind=row.code)[1] == {}


@pytest.mark.parametrize(
    ("kind", "number", "key"),
    [("foreigner_fida", "۱۲۳۴۵۶۷۸۹۰۱۲", None), ("foreigner_fida", "123", "people.fida_wrong"),
     ("amayesh_card", "12a4", "people.id_digits"), ("passport", "P 1234567", None)],
)  # fmt: skip
def test_other_papers(kind: str, number: str, key: str | None) -> None:
    errors = clean(id_kind=kind, other_id_no=number)[1]
    assert errors == ({} if key is None else {"parties.0.person.other_id_no": key})


def test_birth_lies_between_1300_and_today() -> None:
    assert clean(birth_on=from_jalali(1300, 1, 1))[1] == {}
    assert clean(birth_on=TODAY)[1] == {}
    assert list(clean(birth_on=from_jalali(1300, 1, 1) - timedelta(days=1))[1].values()) == ["people.birth_early"]
    assert list(clean(birth_on=TODAY + timedelta(days=1))[1].values()) == ["people.birth_future"]
    assert clean(birth_on=TODAY)[0].birth_precision is BirthPrecision.DAY


@pytest.mark.parametrize(("born", "is_child"), [((1387, 8, 30), False), ((1387, 9, 1), True)])
def test_who_is_eighteen_today_is_no_minor_any_more(born: tuple[int, int, int], is_child: bool) -> None:
    assert is_minor(PersonDraft(birth_on=from_jalali(*born)), TODAY) is is_child


def test_all_errors_come_together() -> None:
    errors = clean(given_name="x", national_code="1", birth_on=TODAY + timedelta(1), sex="", education="none-such")[1]
    assert set(errors) == {
        f"parties.0.person.{name}" for name in ("given_name", "national_code", "birth_on", "sex", "education")
    }


@pytest.mark.parametrize(
    ("typed", "kind", "stored"),
    [("۰۹۶۰ ۳۴۵ ۶۷۸۹", ContactKind.MOBILE, "09603456789"), ("+98 960 345 6789", ContactKind.MOBILE, "09603456789"),
     ("025-37701234", ContactKind.PHONE, "02537701234"), ("+93 70 123 4567", ContactKind.MOBILE, "+93701234567")],
)  # fmt: skip
def test_phones_are_stored_in_one_form(typed: str, kind: ContactKind, stored: str) -> None:
    cleaned, errors = contact(typed, kind)
    assert (cleaned.kind, cleaned.value, errors) == (kind, stored, [])


def test_the_number_decides_the_kind() -> None:
    assert contact("02537701234", ContactKind.MOBILE)[0].kind is ContactKind.PHONE
    assert contact("09603456789", ContactKind.PHONE)[0].kind is ContactKind.MOBILE


def test_a_short_phone_is_refused_with_what_to_do() -> None:
    assert contact("0912")[1] == ["people.mobile_wrong"]
    assert contact("37701234", ContactKind.PHONE)[1] == ["people.phone_wrong"]


def test_a_line_of_the_other_side_is_not_safe() -> None:
    assert contact("09603456789", owner="other_side")[0].is_safe is False
    assert contact("09603456789", owner="own")[0].is_safe is None


def test_what_a_person_said_needs_that_person() -> None:
    assert contact("09603456789", given_by=GivenBy.PERSON)[1] == ["people.giver_needed"]
    assert contact("09603456789", given_by=GivenBy.PERSON, given_by_party=0)[1] == []


def test_an_empty_new_row_is_left_out_and_a_half_one_is_asked_for() -> None:
    assert clean(contacts=(ContactDraft(ContactKind.MOBILE, " "),))[0].contacts == ()
    errors = clean(contacts=(ContactDraft(ContactKind.ADDRESS, "", postal_code="0001485679"),))[1]
    assert errors == {"parties.0.person.contacts.0.value": "people.contact_empty"}


@given(st.text(max_size=120), st.text(max_size=120), st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_stored_clean_or_refused(given_name: str, family: str, code: str, phone: str) -> None:
    draft, errors = clean(
        given_name=given_name,
        family_name=family,
        national_code=code,
        contacts=(ContactDraft(ContactKind.MOBILE, phone),),
    )
    again, more = clean(
        given_name=draft.given_name, family_name=draft.family_name, national_code=draft.national_code,
        is_name_unknown=draft.is_name_unknown, contacts=draft.contacts if not errors else (),
    )  # fmt: skip
    if not errors:
        assert more == {}
        assert (again.given_name, again.family_name) == (draft.given_name, draft.family_name)
        assert again.contacts == draft.contacts


@given(st.integers(0, 999_998))
def test_every_synthetic_code_passes(seed: int) -> None:
    assert clean(national_code=synthetic(seed))[1] == {}
