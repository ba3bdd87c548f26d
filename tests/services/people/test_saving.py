from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.person import Contact
from services.errors import DuplicateError, InvalidDraft, NotAllowedError, StaleError
from services.people import ContactDraft, ContactKind, GivenBy, People, PersonDraft
from services.persian.national_code import synthetic
from tests.factories import Precinct


def draft(given: str = "زهرا", family: str = "کریمی", **values: object) -> PersonDraft:
    return replace(PersonDraft(given_name=given, family_name=family, sex="female"), **values)  # type: ignore[arg-type]


def mobile(number: str, **values: object) -> ContactDraft:
    return replace(ContactDraft(ContactKind.MOBILE, number), **values)  # type: ignore[arg-type]


def test_a_saved_person_comes_back_as_it_was_typed(unit: Precinct, people: People) -> None:
    typed = draft(
        father_name="علی", national_code=synthetic(1), birth_on=date(1991, 4, 3), contacts=(mobile("09601111111"),)
    )
    done = people.save(unit.counsellor, typed)
    assert {change.noun for change in done.changes} == {"person"}
    detail = people.get(unit.counsellor, done.value.id)
    assert detail == done.value
    assert (detail.name, detail.father_name, detail.birth_year) == ("زهرا کریمی", "علی", 1370)
    assert detail.contacts[0].value == "09601111111"
    again = people.save(unit.counsellor, detail.draft())
    assert again.value.draft() == detail.draft()


def test_opening_is_recorded_and_suggesting_is_not(unit: Precinct, people: People) -> None:
    key = people.save(unit.counsellor, draft()).value.id
    before = unit.committed[-1].chain_seq
    people.suggest(unit.counsellor, "زهرا")
    people.get(unit.counsellor, key)
    assert unit.committed[-1].chain_seq == before + 1


def test_an_old_version_is_refused(unit: Precinct, people: People) -> None:
    first = people.save(unit.counsellor, draft()).value
    people.save(unit.counsellor, replace(first.draft(), father_name="حسن"))
    with pytest.raises(StaleError):
        people.save(unit.counsellor, replace(first.draft(), father_name="حسین"))


def test_a_code_belongs_to_one_person(unit: Precinct, people: People) -> None:
    known = people.save(unit.counsellor, draft(national_code=synthetic(2))).value
    with pytest.raises(DuplicateError) as caught:
        people.save(unit.counsellor, draft("مریم", "نوری", national_code=synthetic(2)))
    assert (caught.value.key, caught.value.field) == ("people.code_taken", "national_code")
    assert caught.value.values["person_id"] == known.id


def test_all_errors_of_a_form_come_together(unit: Precinct, people: People) -> None:
    with pytest.raises(InvalidDraft) as caught:
        people.save(unit.counsellor, draft("x", contacts=(mobile("12"),)))
    assert [error.field for error in caught.value.errors] == ["given_name", "contacts.0.value"]


def test_a_clerk_may_not_edit(unit: Precinct, people: People) -> None:
    with pytest.raises(NotAllowedError):
        people.save(unit.clerk, draft())


def test_what_another_person_says_never_replaces_what_she_gave(unit: Precinct, people: People) -> None:
    her = people.save(unit.counsellor, draft(contacts=(mobile("09601111111", is_safe=True),))).value
    him = people.save(unit.counsellor, draft("رضا", "احمدی")).value
    own = her.draft().contacts[0]
    said = replace(own, value="09602222222", given_by=GivenBy.PERSON, given_by_person_id=him.id)
    after = people.save(unit.counsellor, replace(her.draft(), contacts=(said,))).value
    assert {(row.value, row.given_by, row.given_by_name) for row in after.contacts} == {
        ("09601111111", GivenBy.SELF, ""),
        ("09602222222", GivenBy.PERSON, "رضا احمدی"),
    }


def test_her_own_new_number_retires_her_old_one_but_keeps_its_row(unit: Precinct, people: People) -> None:
    her = people.save(unit.counsellor, draft(contacts=(mobile("09601111111"),))).value
    changed = replace(her.draft().contacts[0], value="09603333333")
    after = people.save(unit.counsellor, replace(her.draft(), contacts=(changed,))).value
    assert [row.value for row in after.contacts] == ["09603333333"]
    with Session(unit.engine) as session:
        assert sorted(session.scalars(select(Contact.value))) == ["09601111111", "09603333333"]


def test_leaving_out_changes_nothing_and_removing_retires(unit: Precinct, people: People) -> None:
    her = people.save(unit.counsellor, draft(contacts=(mobile("09601111111"),))).value
    kept = people.save(unit.counsellor, replace(her.draft(), contacts=())).value
    assert len(kept.contacts) == 1
    gone = replace(kept.draft().contacts[0], is_removed=True)
    assert people.save(unit.counsellor, replace(kept.draft(), contacts=(gone,))).value.contacts == ()


def test_the_same_contact_twice_is_one(unit: Precinct, people: People) -> None:
    her = people.save(unit.counsellor, draft(contacts=(mobile("09601111111"), mobile("+98 9601111111")))).value
    assert len(her.contacts) == 1


def test_a_confidential_contact_is_masked_kept_and_not_searchable(unit: Precinct, people: People) -> None:
    secret = (
        mobile("09604444444", is_confidential=True, code_word="سیب", safe_hours="پس از ۲۰"),
        ContactDraft(ContactKind.ADDRESS, "قم، خیابان یکم", is_confidential=True, postal_code="0001485679"),
    )
    her = people.save(unit.counsellor, draft(contacts=secret)).value
    seen = people.get(unit.actors["conscript"], her.id)
    assert all(row.is_masked for row in seen.contacts)
    assert not any(row.value or row.postal_code or row.code_word or row.safe_hours for row in seen.contacts)
    again = people.save(unit.actors["conscript"], replace(seen.draft(), father_name="علی")).value
    gone = tuple(ContactDraft(row.kind, "", id=row.id, is_removed=True) for row in seen.contacts)
    people.save(unit.actors["conscript"], replace(again.draft(), contacts=gone))
    assert {row.value for row in people.get(unit.counsellor, her.id).contacts} == {"09604444444", "قم، خیابان یکم"}
    assert people.suggest(unit.counsellor, "09604444444") == ()


def test_a_masked_code_word_survives_the_hands_of_who_may_not_read_it(unit: Precinct, people: People) -> None:
    her = people.save(unit.counsellor, draft(contacts=(mobile("09601111111", code_word="سیب"),))).value
    seen = people.get(unit.actors["conscript"], her.id)
    assert seen.contacts[0].code_word == ""
    changed = replace(seen.draft().contacts[0], safe_hours="۹ تا ۱۱")
    people.save(unit.actors["conscript"], replace(seen.draft(), contacts=(changed,)))
    row = people.get(unit.counsellor, her.id).contacts[0]
    assert (row.code_word, row.safe_hours) == ("سیب", "۹ تا ۱۱")


def test_contacts_leave_only_hashes_in_the_audit_payload(unit: Precinct, people: People) -> None:
    people.save(unit.counsellor, draft(contacts=(mobile("09605555555", code_word="گلابی"),)))
    with unit.engine.connect() as connection:
        payloads = " ".join(connection.exec_driver_sql("SELECT content FROM audit_payload").scalars())
    assert "09605555555" not in payloads
    assert "گلابی" not in payloads


def test_a_relation_is_stored_once_and_read_from_both_ends(unit: Precinct, people: People) -> None:
    mother = people.save(unit.counsellor, draft()).value.id
    child = people.save(unit.counsellor, draft("سارا", "احمدی")).value.id
    people.relate(unit.counsellor, mother, child, "parent")
    people.relate(unit.counsellor, child, mother, "child")
    assert [row.kind for row in people.get(unit.counsellor, child).relations] == ["parent"]
    assert [row.kind for row in people.get(unit.counsellor, mother).relations] == ["child"]


def test_an_unknown_name_is_called_so(unit: Precinct, people: People) -> None:
    row = people.save(unit.counsellor, PersonDraft(is_name_unknown=True)).value
    assert row.name == "نامشخص"
