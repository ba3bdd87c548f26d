"""What a person's page, the suggestions and the search leave out: minors' names (P-14), hidden files (P-7)."""

from dataclasses import replace
from datetime import date

import pytest

from models.enums import GivenBy
from services.actor import Actor
from services.cases import CaseDraft, Cases, Confidentiality
from services.cases.registering import register_case
from services.people import ContactDraft, ContactKind, LikenessReason, People, PersonDraft, as_stored
from services.persian.national_code import synthetic
from services.search import Search
from tests.factories import Precinct
from tests.services.drafts_of import between, couple, husband, wife

CHILD = PersonDraft(
    given_name="سارا", family_name="احمدی", father_name="رضا", birth_on=date(2016, 5, 1), national_code=synthetic(9)
)


def filed(unit: Precinct, actor: Actor, draft: CaseDraft) -> tuple[Cases, object]:
    with unit.uow.write(actor) as tx:
        case = register_case(tx, unit.codes, draft)
        tx.session.flush()
        key = case.id
    return Cases(unit.uow, unit.codes), key


def hide(unit: Precinct, cases: Cases, key: object) -> None:
    row = cases.row(unit.head, key)  # type: ignore[arg-type]
    cases.set_confidentiality(unit.head, row.id, row.version, Confidentiality.RESTRICTED)


# --- minors (P-14) ------------------------------------------------------------------------------------------------


def test_a_minor_is_suggested_by_initials_and_year(unit: Precinct, people: People) -> None:
    people.save(unit.counsellor, CHILD)
    (row,) = people.suggest(unit.counsellor, "سارا احمدی")
    assert (row.name, row.father_name, row.birth_year) == ("س.ا", "", 1395)
    (same,) = people.likely_same(unit.counsellor, replace(CHILD, national_code=""))
    assert same.person == row


def test_a_minor_is_called_by_initials_wherever_another_page_names_her(unit: Precinct, people: People) -> None:
    child = people.save(unit.counsellor, CHILD).value
    mother = people.save(unit.counsellor, wife()).value
    people.relate(unit.counsellor, mother.id, child.id, "parent")
    assert [row.other.name for row in people.get(unit.counsellor, mother.id).relations] == ["س.ا"]
    with pytest.raises(Exception, match="code_taken") as caught:
        people.save(unit.counsellor, replace(wife(), national_code=synthetic(9)))
    assert caught.value.values["name"] == "س.ا"  # type: ignore[attr-defined]


def test_only_who_may_change_her_gets_a_minors_names(unit: Precinct, people: People) -> None:
    key = people.save(unit.counsellor, CHILD).value.id
    ours, theirs = people.get(unit.counsellor, key), people.get(unit.clerk, key)
    assert (ours.name, ours.given_name, ours.family_name, ours.is_editable) == ("س.ا", "سارا", "احمدی", True)
    assert (theirs.name, theirs.given_name, theirs.family_name, theirs.father_name) == ("س.ا", "", "", "")
    assert not theirs.is_editable


# --- hidden files (P-7) -------------------------------------------------------------------------------------------


def test_a_relation_told_in_a_hidden_file_is_read_by_its_own_people_alone(unit: Precinct, people: People) -> None:
    cases, open_file = filed(unit, unit.counsellor, between(wife(), husband()))
    her, him = (party.person_id for party in cases.get(unit.counsellor, open_file).parties)  # type: ignore[arg-type]
    draft = couple()
    parties = tuple(
        replace(party, person=as_stored(key)) for party, key in zip(draft.parties, (her, him), strict=True)
    )
    _, hidden = filed(unit, unit.counsellor, replace(draft, parties=parties))
    assert [row.kind for row in people.get(unit.second, her).relations] == ["spouse"]
    hide(unit, cases, hidden)
    assert [row.kind for row in people.get(unit.second, her).relations] == ["neighbour"]
    assert [row.kind for row in people.get(unit.counsellor, her).relations] == ["spouse"]
    hide(unit, cases, open_file)
    assert [row.kind for row in people.get(unit.head, her).relations] == ["spouse"]


def test_a_relation_of_two_who_meet_in_a_hidden_file_alone_is_not_told(unit: Precinct, people: People) -> None:
    cases, hidden = filed(unit, unit.counsellor, couple())
    her, him = (party.person_id for party in cases.get(unit.counsellor, hidden).parties)  # type: ignore[arg-type]
    for key in (her, him):
        filed(unit, unit.counsellor, between(as_stored(key), PersonDraft(given_name="نادر", family_name="یزدانی")))
    hide(unit, cases, hidden)
    assert "spouse" not in [row.kind for row in people.get(unit.second, her).relations]
    assert "spouse" in [row.kind for row in people.get(unit.counsellor, her).relations]


def test_what_one_side_told_stays_in_its_file_and_a_hidden_giver_is_not_named(unit: Precinct, people: People) -> None:
    cases, first = filed(unit, unit.counsellor, between(wife(), husband()))
    her, him = (party.person_id for party in cases.get(unit.counsellor, first).parties)  # type: ignore[arg-type]
    by_him = ContactDraft(ContactKind.MOBILE, "09609998877", given_by=GivenBy.PERSON, given_by_person_id=him)
    row = people.get(unit.counsellor, her)
    people.save(unit.counsellor, replace(row.draft(), contacts=(*row.draft().contacts, by_him)))
    by_other = ContactDraft(ContactKind.MOBILE, "09601112233", given_by=GivenBy.PERSON, given_by_party=1)
    other = PersonDraft(given_name="نادر", family_name="یزدانی")
    _, second = filed(unit, unit.counsellor, between(as_stored(her, by_other), other))
    told = [
        {one.value for one in people.get(unit.counsellor, her, key).contacts if one.given_by is GivenBy.PERSON}  # type: ignore[arg-type]
        for key in (first, second)
    ]
    assert told == [{"09609998877"}, {"09609998877", "09601112233"}]
    hide(unit, cases, first)
    [shown] = [one for one in people.get(unit.second, her).contacts if one.value == "09609998877"]
    assert (shown.given_by_name, shown.given_by_person_id) == ("", None)


def test_a_telephone_told_in_a_hidden_file_finds_nobody(unit: Precinct, people: People) -> None:
    cases, open_file = filed(unit, unit.counsellor, couple())
    her, him = (party.person_id for party in cases.get(unit.counsellor, open_file).parties)  # type: ignore[arg-type]
    phone = ContactDraft(ContactKind.MOBILE, "09609998877")
    again = between(as_stored(her, phone), as_stored(him))
    _, hidden = filed(unit, unit.counsellor, again)
    search, asked = Search(unit.uow, unit.codes), PersonDraft(contacts=(phone,))

    def finds(actor: Actor, text: str = "0960 999 8877") -> tuple[bool, bool, bool]:
        hits = [hit for hit in search.find(actor, text) if hit.id == her]
        return bool(people.suggest(actor, text)), bool(people.likely_same(actor, asked)), bool(hits)

    assert finds(unit.second) == (True, True, True)
    hide(unit, cases, hidden)
    assert finds(unit.second) == (False, False, False)
    assert finds(unit.second, "99988") == (False, False, False)
    assert finds(unit.counsellor) == finds(unit.head) == (True, True, True)
    assert people.suggest(unit.second, "09601111111")
    assert people.likely_same(unit.counsellor, asked)[0].reasons == (LikenessReason.SAME_PHONE,)
