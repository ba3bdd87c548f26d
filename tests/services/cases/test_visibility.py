"""Who may know of a file (P-6, P-7, P-15)."""

from dataclasses import replace

import pytest

from services.cases import Cases, Confidentiality, NoticeKind, PartyDraft, PartyEdit, Side
from services.errors import NotAllowedError, NotFoundError
from services.people import ContactDraft, ContactKind, GivenBy, People, PersonDraft, as_stored
from services.persian.national_code import synthetic
from tests.factories import Precinct
from tests.services.cases.conftest import Register
from tests.services.drafts_of import between, couple, husband, wife

CODE = synthetic(11)


def test_a_clerk_sees_the_group_of_the_subject_only(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple("infidelity", own_words="شرح", confidentiality=Confidentiality.NORMAL))
    seen = cases.get(unit.clerk, case.id)
    assert (seen.row.category, seen.primary_category, seen.own_words) == ("خانواده", "", "")
    assert cases.get(unit.counsellor, case.id).row.category == "بی‌اعتمادی زوجین"


def test_an_auditor_sees_no_names(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple(subject_line="اختلاف زهرا"))
    seen = cases.get(unit.actors["auditor"], case.id)
    assert (seen.row.side_a, seen.row.initials, seen.row.subject_line) == ("", "", "")
    assert {party.name for party in seen.parties} == {""}


def test_a_restricted_file_exists_for_its_workers_and_the_head(
    unit: Precinct, cases: Cases, people: People, register: Register
) -> None:
    case = register(unit.counsellor, couple("spouse_abuse"))
    assert cases.row(unit.head, case.id) == cases.row(unit.counsellor, case.id)
    with pytest.raises(NotFoundError):
        cases.get(unit.second, case.id)
    her = cases.get(unit.counsellor, case.id).parties[0].person_id
    with pytest.raises(NotFoundError):
        people.get(unit.second, her)
    assert people.suggest(unit.second, "زهرا") == ()
    assert people.likely_same(unit.second, wife()) == ()


def test_earlier_files_show_neither_existence_nor_count_of_hidden_ones(
    unit: Precinct, cases: Cases, register: Register
) -> None:
    open_case = register(unit.second, couple())
    her = cases.get(unit.second, open_case.id).parties[0].person_id
    hidden = register(unit.counsellor, couple("spouse_abuse", parties=(PartyDraft(as_stored(her), "wife", Side.A),)))
    assert [row.id for row in cases.earlier_files(unit.second, her)] == [open_case.id]
    assert [row.id for row in cases.earlier_files(unit.counsellor, her)] == [hidden.id, open_case.id]
    assert cases.earlier_files(unit.second, her, except_case_id=open_case.id) == ()


def test_contacts_given_in_a_hidden_file_stay_there(
    unit: Precinct, cases: Cases, people: People, register: Register
) -> None:
    open_case = register(unit.second, couple())
    her = cases.get(unit.second, open_case.id).parties[0].person_id
    safe = ContactDraft(ContactKind.MOBILE, "09609999999")
    register(unit.counsellor, couple("spouse_abuse", parties=(PartyDraft(as_stored(her, safe), "wife", Side.A),)))
    assert [row.value for row in people.get(unit.second, her).contacts] == ["09601111111"]
    assert len(people.get(unit.counsellor, her).contacts) == 2


def test_what_a_stranger_to_the_file_told_elsewhere_is_not_shown_in_it(
    unit: Precinct, cases: Cases, people: People, register: Register
) -> None:
    """P-7: his wife gave his number in their file; in his quarrel with a neighbour nothing of it appears."""
    told = ContactDraft(ContactKind.MOBILE, "09600000002", given_by=GivenBy.PERSON, given_by_party=0)
    own = ContactDraft(ContactKind.MOBILE, "09600000003")
    parties = (PartyDraft(wife(), "wife", Side.A), PartyDraft(husband(contacts=(told, own)), "husband", Side.B))
    theirs = register(unit.counsellor, couple(parties=parties))
    his = cases.get(unit.counsellor, theirs.id).parties[1].person_id
    quarrel = register(unit.counsellor, between(as_stored(his), PersonDraft(family_name="گرگیج")))
    assert [row.value for row in people.get(unit.counsellor, his, quarrel.id).contacts] == ["09600000003"]
    assert len(people.get(unit.counsellor, his, theirs.id).contacts) == 2
    assert len(people.get(unit.counsellor, his).contacts) == 2


def test_a_code_of_a_hidden_person_tells_nothing_and_the_head_is_told(
    unit: Precinct, cases: Cases, people: People, register: Register
) -> None:
    """Neither an error nor the stored name: both would tell of the hidden file (P-6)."""
    hidden = register(
        unit.counsellor, couple("spouse_abuse", parties=(PartyDraft(wife(national_code=CODE), "wife", Side.A),))
    )
    typed = PartyDraft(wife(given_name="مریم", national_code=CODE), "complainant", Side.A)
    mine = register(unit.second, couple("neighbour_dispute", parties=(typed,)))
    party = cases.get(unit.second, mine.id).parties[0]
    assert party.name == "مریم کریمی"
    assert people.get(unit.second, party.person_id).national_code == CODE
    assert [row.id for row in cases.earlier_files(unit.second, party.person_id)] == [mine.id]
    [notice] = cases.notices(unit.head)
    assert (notice.kind, notice.case and notice.case.id) == (NoticeKind.SAME_CODE, mine.id)
    assert {row.id for row in cases.earlier_files(unit.head, party.person_id)} == {mine.id, hidden.id}
    # afterwards the code finds the row that this actor may know, like any other
    [found] = people.likely_same(unit.second, wife(national_code=CODE))
    assert found.person.id == party.person_id
    people.save(unit.second, replace(people.get(unit.second, party.person_id).draft(), father_name="حسن"))
    assert len(cases.notices(unit.head)) == 1


def test_opposite_sides_of_two_files_reach_the_head_alone(
    unit: Precinct, cases: Cases, people: People, register: Register
) -> None:
    first = register(unit.counsellor, between(wife(), husband()))
    her = cases.get(unit.counsellor, first.id).parties[0].person_id
    again = register(unit.counsellor, between(as_stored(her), husband(given_name="ناصر")))
    assert cases.notices(unit.head) == ()
    second = register(unit.second, between(husband(given_name="کامران"), as_stored(her)))
    [*notices] = cases.notices(unit.head)
    assert {notice.kind for notice in notices} == {NoticeKind.OPPOSITE_SIDES}
    assert {notice.case and notice.case.id for notice in notices} == {second.id}
    assert {notice.other_case and notice.other_case.id for notice in notices} == {first.id, again.id}
    with pytest.raises(NotAllowedError):
        cases.notices(unit.counsellor)


def test_a_seen_notice_goes_away(unit: Precinct, cases: Cases, register: Register) -> None:
    register(unit.counsellor, between(wife(is_staff_relative=True), husband()))
    [notice] = cases.notices(unit.head)
    cases.mark_notice_seen(unit.head, notice.id, notice.version)
    assert cases.notices(unit.head) == ()
    assert len(cases.notices(unit.head, with_seen=True)) == 1


def test_a_file_of_a_staff_relative_is_the_heads_and_the_assigned_workers(
    unit: Precinct, cases: Cases, register: Register
) -> None:
    case = register(unit.clerk, between(wife(is_staff_relative=True), husband()))
    assert (case.confidentiality, case.responsible_id) == (Confidentiality.STAFF_RELATIVE, unit.head.staff_id)
    for actor in (unit.clerk, unit.counsellor, unit.actors["station_commander"]):
        with pytest.raises(NotFoundError):
            cases.row(actor, case.id)
    cases.assign(unit.head, case.id, case.version, unit.second.staff_id)
    assert cases.row(unit.second, case.id).id == case.id
    assert [notice.kind for notice in cases.notices(unit.head)] == [NoticeKind.STAFF_RELATIVE]


def test_a_party_who_bears_a_colleagues_name_is_reported(unit: Precinct, cases: Cases, register: Register) -> None:
    register(unit.counsellor, between(wife(given_name="مهناز", family_name="كاوه"), husband()))
    assert [notice.kind for notice in cases.notices(unit.head)] == [NoticeKind.NAMED_AS_STAFF]


def test_a_facilitator_sees_own_files_only(unit: Precinct, cases: Cases, register: Register) -> None:
    facilitator = unit.actors["peace_facilitator"]
    own, other = register(facilitator, couple()), register(unit.counsellor, couple())
    assert cases.row(facilitator, own.id).id == own.id
    with pytest.raises(NotFoundError):
        cases.row(facilitator, other.id)


def test_a_file_of_another_unit_does_not_exist(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple())
    with pytest.raises(NotFoundError):
        cases.get(replace(unit.head, unit_id=case.id), case.id)


def test_who_turns_out_to_be_a_staff_relative_closes_the_files(
    unit: Precinct, cases: Cases, people: People, register: Register
) -> None:
    case = register(unit.counsellor, between(wife(), husband()))
    her = cases.get(unit.counsellor, case.id).parties[0].person_id
    people.save(unit.counsellor, replace(people.get(unit.counsellor, her).draft(), is_staff_relative=True))
    with pytest.raises(NotFoundError):
        cases.row(unit.second, case.id)
    assert cases.row(unit.counsellor, case.id).confidentiality is Confidentiality.STAFF_RELATIVE
    assert [notice.kind for notice in cases.notices(unit.head)] == [NoticeKind.STAFF_RELATIVE]


def test_a_change_of_side_is_watched_too(unit: Precinct, cases: Cases, register: Register) -> None:
    first = register(unit.counsellor, between(wife(), husband()))
    her = cases.get(unit.counsellor, first.id).parties[0].person_id
    second = register(unit.second, between(as_stored(her), husband(given_name="ناصر")))
    party = cases.get(unit.second, second.id).parties[0]
    cases.edit_party(unit.second, party.id, party.version, PartyEdit("respondent", Side.B))
    assert [notice.kind for notice in cases.notices(unit.head)] == [NoticeKind.OPPOSITE_SIDES]
