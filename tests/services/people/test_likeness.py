from dataclasses import replace
from datetime import date

import pytest

from services.people import ContactDraft, ContactKind, LikenessReason, People, PersonDraft
from services.persian.national_code import synthetic
from tests.factories import Precinct

R = LikenessReason


@pytest.fixture
def known(unit: Precinct, people: People) -> PersonDraft:
    draft = PersonDraft(
        given_name="سید حسین",
        family_name="کریمی",
        father_name="علی",
        national_code=synthetic(7),
        birth_on=date(1980, 5, 5),
        contacts=(ContactDraft(ContactKind.MOBILE, "09601112233"),),
    )
    people.save(unit.counsellor, draft)
    return draft


def reasons(unit: Precinct, people: People, draft: PersonDraft) -> list[tuple[LikenessReason, ...]]:
    return [one.reasons for one in people.likely_same(unit.counsellor, draft)]


def test_each_reason_is_named(unit: Precinct, people: People, known: PersonDraft) -> None:
    assert reasons(unit, people, PersonDraft(national_code="۰" + synthetic(7)[1:])) == [(R.SAME_CODE,)]
    same = PersonDraft(given_name="سیدحسین", family_name="كريمي", father_name="علي")
    assert reasons(unit, people, same) == [(R.SAME_NAME_AND_FATHER,)]
    phone = PersonDraft(contacts=(ContactDraft(ContactKind.MOBILE, "+98 960 111 2233"),))
    assert reasons(unit, people, phone) == [(R.SAME_PHONE,)]
    alike = PersonDraft(given_name="حسین", family_name="کریمی‌زاده", birth_on=date(1980, 11, 1))
    assert reasons(unit, people, alike) == [(R.SOUNDS_ALIKE,)]


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        (("نصراله", "صادقی"), ("نصر الله", "صادقی")),
        (("رضا", "هدایت الله‌زاده"), ("رضا", "هدایت‌اله زاده")),
        (("ڕێبوار", "کوردۆ"), ("ریبوار", "کوردو")),
        (("گل‌آغا", ""), ("گل آغا", "")),
    ],
)
def test_one_name_as_two_registrars_write_it(
    unit: Precinct, people: People, stored: tuple[str, str], typed: tuple[str, str]
) -> None:
    """With the father's name; also of people who have one name alone."""
    given, family = stored
    people.save(unit.counsellor, PersonDraft(given_name=given, family_name=family, father_name="حبیب‌الله"))
    given, family = typed
    draft = PersonDraft(given_name=given, family_name=family, father_name="حبیب اله")
    assert reasons(unit, people, draft) == [(R.SAME_NAME_AND_FATHER,)]
    assert reasons(unit, people, replace(draft, father_name="حسن")) == []
    assert reasons(unit, people, replace(draft, given_name="", family_name="")) == []


def test_a_foreigner_is_known_by_paper_and_by_a_number_abroad(unit: Precinct, people: People) -> None:
    told = ContactDraft(ContactKind.MOBILE, "+93 70 000 0001")
    stored = PersonDraft(
        given_name="گل‌آغا",
        family_name="نورزی",
        id_kind="foreigner_fida",
        other_id_no="۱۲۳۴۵۶۷۸۹۰۱۲",
        contacts=(told,),
    )
    people.save(unit.counsellor, stored)
    paper = PersonDraft(id_kind="foreigner_fida", other_id_no="123456 789012")
    assert reasons(unit, people, paper) == [(R.SAME_PAPER,)]
    assert reasons(unit, people, replace(paper, id_kind="passport")) == []
    phone = PersonDraft(contacts=(ContactDraft(ContactKind.PHONE, "0093700000001"),))
    assert reasons(unit, people, phone) == [(R.SAME_PHONE,)]


def test_a_short_number_of_an_old_birth_certificate_tells_little(unit: Precinct, people: People) -> None:
    stored = PersonDraft(given_name="گل‌اندام", family_name="نیک‌پی", id_kind="birth_cert_only", other_id_no="۱۲")
    people.save(unit.counsellor, stored)
    assert reasons(unit, people, replace(stored, given_name="شهرام", family_name="زند")) == []
    assert reasons(unit, people, replace(stored, given_name="گل اندام", family_name="زند")) == [(R.SAME_PAPER,)]


def test_the_surest_comes_first_and_says_why(unit: Precinct, people: People, known: PersonDraft) -> None:
    people.save(
        unit.counsellor,
        PersonDraft(given_name="سید حسین", family_name="کریمی", father_name="علی", birth_on=date(1960, 1, 1)),
    )
    found = people.likely_same(unit.counsellor, known)
    assert found[0].reasons == (R.SAME_CODE, R.SAME_NAME_AND_FATHER, R.SAME_PHONE, R.SOUNDS_ALIKE)
    assert found[0].is_sure
    assert found[1].reasons == (R.SAME_NAME_AND_FATHER,)
    assert found[1].words == "نام و نام پدر یکسان"
    assert (found[0].person.father_name, found[0].person.birth_year) == ("علی", 1359)


def test_strangers_and_the_person_itself_are_not_offered(unit: Precinct, people: People, known: PersonDraft) -> None:
    assert people.likely_same(unit.counsellor, PersonDraft(given_name="حسین", family_name="نوری")) == ()
    far = PersonDraft(given_name="حسین", family_name="کریمی", birth_on=date(2000, 1, 1))
    assert people.likely_same(unit.counsellor, far) == ()
    itself = people.suggest(unit.counsellor, "حسین")[0]
    detail = people.get(unit.counsellor, itself.id)
    assert people.likely_same(unit.counsellor, detail.draft()) == ()


@pytest.mark.parametrize(
    "typed",
    ["سیدحسین", "حسین کریمی", "کریمی حسین", "كريمي", "کر", "sdn psdk", synthetic(7), "۰۹۶۰۱۱۱۲۲۳۳", "+989601112233",
     "960 111", "علی", "حصین کریمی"],
)  # fmt: skip
def test_suggestions_come_by_any_spelling(unit: Precinct, people: People, known: PersonDraft, typed: str) -> None:
    assert [row.name for row in people.suggest(unit.counsellor, typed)] == ["سید حسین کریمی"]


@pytest.mark.parametrize("typed", ["", " ", "\u200c", "🙂", "مریم", "99999999999", "حسین نوری"])
def test_no_suggestion_where_nothing_fits(unit: Precinct, people: People, known: PersonDraft, typed: str) -> None:
    assert people.suggest(unit.counsellor, typed) == ()


def test_suggestions_stop_at_the_limit(unit: Precinct, people: People) -> None:
    for number in range(12):
        people.save(
            unit.counsellor, PersonDraft(given_name="مینا", family_name="نوری", national_code=synthetic(number))
        )
    assert len(people.suggest(unit.counsellor, "م", 5)) == 5
    assert len({row.id for row in people.suggest(unit.counsellor, "نوری", 50)}) == 12
