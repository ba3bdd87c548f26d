"""Nobody comes upon what is hidden, in whatever way it is sought (P-6, P-7, P-14, P-15, P-16)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.case import CaseFile, CaseParty
from models.person import Person
from models.search import SearchTerm, SearchText
from models.unit import AuditEvent, AuditPayload
from services.actor import Actor
from services.cases import CaseDraft, Confidentiality, PartyDraft, ReferralDraft, Side
from services.errors import NotAllowedError
from services.letters import LetterDirection, LetterDraft, Letters
from services.people import ContactDraft, ContactKind, People, PersonDraft, as_stored
from services.persian.national_code import synthetic
from services.search import CaseFilter, Lists, Search
from services.visibility import person_visible_to, visible_to
from tests.factories import Precinct
from tests.services.cases.conftest import Register
from tests.services.drafts_of import couple, wife

CODE = synthetic(815)


def _secret(unit: Precinct, register: Register, letters: Letters) -> UUID:
    """A restricted file of the first counsellor, with everything that one may be found by."""
    contact = ContactDraft(ContactKind.MOBILE, "09607654321")
    woman = wife(given_name="نرگس", family_name="پناهی", national_code=CODE, contacts=(contact,))
    draft = couple(
        "spouse_abuse",
        parties=(PartyDraft(woman, "wife", Side.A),),
        paper_case_no="الف/۴۴",
        referral=ReferralDraft("prosecutor", letter_no="۵۵/۶۶", judicial_case_no="140500910005555"),
    )
    case = register(unit.counsellor, draft)
    letters.register(
        unit.counsellor,
        LetterDraft(LetterDirection.INCOMING, "referral_order", case_id=case.id, their_number="۸۸/۹۹"),
    )
    return case.id


def _everything_typed(unit: Precinct) -> set[str]:
    """Every term, every fragment of three letters and every beginning that the index knows."""
    with Session(unit.engine) as session:
        terms = set(session.scalars(select(SearchTerm.term)))
        texts = set(session.scalars(select(SearchText.text)))
    typed = set(terms) | {term[:2] for term in terms}
    for text in texts:
        typed |= {text[at : at + 3] for at in range(len(text) - 2)}
    return {one for one in typed if " " not in one}


@pytest.mark.parametrize("role", ["second_counsellor", "clerk", "conscript", "honorary_police", "peace_facilitator"])
def test_a_restricted_file_is_found_by_nothing(
    role: str, unit: Precinct, register: Register, letters: Letters, search: Search
) -> None:
    _secret(unit, register, letters)
    stranger = unit.actors[role]
    for typed in _everything_typed(unit):
        assert search.find(stranger, typed) == (), typed
    assert search.find(unit.counsellor, "نرگس پناهی") != ()
    assert search.find(unit.head, "۵۵/۶۶") != ()


def test_who_stands_in_both_is_found_without_the_hidden_file(
    unit: Precinct, register: Register, letters: Letters, search: Search
) -> None:
    secret = _secret(unit, register, letters)
    with Session(unit.engine) as session:
        her = session.scalars(select(CaseParty.person_id).where(CaseParty.case_id == secret)).one()
    shown = register(unit.head, couple(parties=(PartyDraft(as_stored(her), "wife", Side.A),)))
    hits = search.find(unit.second, "نرگس پناهی")
    assert {(hit.noun, hit.id) for hit in hits} == {("person", her), ("case", shown.id)}


def test_an_auditor_finds_files_by_number_and_no_names(
    unit: Precinct, register: Register, people: People, search: Search
) -> None:
    register(unit.counsellor, couple())
    auditor = unit.actors["auditor"]
    assert search.find(auditor, "کریمی") == ()
    assert search.find(auditor, "09601111111") == ()
    (hit,) = search.find(auditor, "1112-1405-0001")
    assert (hit.noun, hit.title) == ("case", "۱۱۱۲-۱۴۰۵-۰۰۰۱")


@pytest.mark.parametrize("role", ["duty_officer", "admin"])
def test_some_may_not_search_at_all(role: str, unit: Precinct, search: Search, lists: Lists) -> None:
    actor = unit.actors[role]
    for use in (lambda: search.find(actor, "م"), lambda: search.rested(actor, "م"), lambda: lists.cases(actor)):
        with pytest.raises(NotAllowedError):
            use()


def test_a_child_shows_by_initials(unit: Precinct, register: Register, search: Search) -> None:
    child = PersonDraft(given_name="پارسا", family_name="یکتا", father_name="کامران", birth_on=date(2018, 3, 21))
    register(unit.head, couple(parties=(PartyDraft(child, "child", Side.A),), confidentiality=Confidentiality.NORMAL))
    hits = search.find(unit.counsellor, "پارسا یکتا")
    words = " ".join((hit.title + hit.quiet + hit.chip) for hit in hits)
    assert [hit.noun for hit in hits] == ["person", "case"]
    assert hits[0].title == "پ.ی"
    assert not {"پارسا", "یکتا", "کامران"} & set(words.replace("·", " ").split())


def test_a_clerk_reads_the_group_of_the_subject(unit: Precinct, register: Register, search: Search) -> None:
    register(unit.counsellor, couple("infidelity", confidentiality=Confidentiality.NORMAL))
    (case,) = (hit for hit in search.find(unit.clerk, "کریمی") if hit.noun == "case")
    assert case.quiet.startswith("خانواده")


def test_a_letter_of_the_confidential_book_is_not_come_upon(unit: Precinct, letters: Letters, search: Search) -> None:
    draft = LetterDraft(LetterDirection.INCOMING, "referral_order", book="confidential", their_number="۱۲۳/۴۵۶")
    letters.register(unit.counsellor, draft)
    assert search.find(unit.clerk, "123/456") == ()
    assert len(search.find(unit.second, "123/456")) == 1


def test_a_rested_search_leaves_no_text_outside_the_payload(unit: Precinct, search: Search) -> None:
    search.rested(unit.counsellor, "نرگس پناهی")
    with Session(unit.engine) as session:
        event = session.scalars(select(AuditEvent).order_by(AuditEvent.seq.desc()).limit(1)).one()
        payload = session.get(AuditPayload, event.id)
    assert (event.action, event.noun, event.subject_id) == ("search.rest", "search", None)
    assert payload is not None
    assert "نرگس پناهی" in payload.content


def test_copying_needs_its_right_and_is_recorded(unit: Precinct, search: Search, register: Register) -> None:
    case = register(unit.counsellor, couple())
    with pytest.raises(NotAllowedError):
        search.copied(unit.clerk, "case", (case.id,))
    search.copied(unit.counsellor, "case", (case.id,))
    with Session(unit.engine) as session:
        event = session.scalars(select(AuditEvent).order_by(AuditEvent.seq.desc()).limit(1)).one()
    assert (event.action, event.subject_id, event.staff_id) == ("list.copy", case.id, unit.counsellor.staff_id)


def test_lists_hold_what_the_predicates_know(
    unit: Precinct, register: Register, letters: Letters, lists: Lists, people: People
) -> None:
    secret = _secret(unit, register, letters)
    with Session(unit.engine) as session:
        her = session.scalars(select(CaseParty.person_id).where(CaseParty.case_id == secret)).one()
    register(unit.second, couple())
    register(unit.second, couple("spouse_abuse", parties=(PartyDraft(wife(family_name="صبوری"), "wife", Side.A),)))
    register(unit.head, couple(parties=(PartyDraft(wife(family_name="آزاد"), "wife", Side.A),)))
    people.save(unit.head, PersonDraft(given_name="بی", family_name="پرونده"))
    for role in ("unit_head", "counsellor", "second_counsellor", "clerk"):
        _check_lists(unit, unit.actors[role], lists)
    register(unit.head, couple(parties=(PartyDraft(as_stored(her), "wife", Side.A),)))
    for role in ("unit_head", "second_counsellor"):
        _check_lists(unit, unit.actors[role], lists)
    assert lists.persons(unit.actors["honorary_police"]) == ()


def _check_lists(unit: Precinct, actor: Actor, lists: Lists) -> None:
    with Session(unit.engine) as session:
        persons = session.execute(select(Person.full_sort, Person.id).where(person_visible_to(actor))).all()
        cases = set(session.scalars(select(CaseFile.id).where(visible_to(actor))))
    listed = lists.persons(actor)
    assert [row.id for row in listed] == [row.id for row in sorted(persons, key=lambda row: (row[0], row[1].bytes))]
    assert lists.count_persons(actor) == len(listed)
    assert {row.id for row in lists.cases(actor)} == cases == {row.id for row in lists.cases(actor, limit=500)}
    assert lists.count_cases(actor) == len(cases)


def test_lists_come_in_stretches(unit: Precinct, register: Register, lists: Lists) -> None:
    made = [register(unit.counsellor, couple()).id for _ in range(5)]
    pages = [lists.cases(unit.counsellor, None, offset, 2) for offset in (0, 2, 4, 6)]
    assert [row.id for page in pages for row in page] == made[::-1]
    oldest = lists.cases(unit.counsellor, is_oldest_first=True)
    assert [row.id for row in oldest] == made
    names = [row.name for row in lists.persons(unit.counsellor, is_descending=True)]
    assert names == [row.name for row in lists.persons(unit.counsellor)][::-1]


def test_filters_narrow_the_cases(unit: Precinct, register: Register, lists: Lists) -> None:
    mine = register(unit.counsellor, couple())
    theirs = register(unit.second, couple("neighbour_dispute"))
    actor = unit.counsellor

    def found(**which: object) -> list[UUID]:
        return [row.id for row in lists.cases(actor, replace(CaseFilter(), **which))]  # type: ignore[arg-type]

    assert found(is_mine=True) == [mine.id]
    assert found(group="family") == [mine.id]
    assert found(responsible_id=unit.second.staff_id) == [theirs.id]
    assert found(is_open=True) == [theirs.id, mine.id]
    assert found(is_open=False) == []
    assert found(status=mine.status) == [theirs.id, mine.id]
    assert lists.count_cases(actor, CaseFilter(group="none-such")) == 0


def test_the_limit_holds_and_the_nouns_take_turns(
    unit: Precinct, register: Register, letters: Letters, search: Search
) -> None:
    for _ in range(8):
        register(unit.head, CaseDraft("marital_conflict", (PartyDraft(wife(), "wife", Side.A),)))
        letters.register(unit.head, LetterDraft(LetterDirection.INCOMING, "referral_order"))
    hits = search.find(unit.head, "1112", 9)
    assert len(hits) == 9
    assert {hit.noun for hit in hits} == {"case", "letter"}
    assert len(search.find(unit.head, "کریمی", 5)) == 5
