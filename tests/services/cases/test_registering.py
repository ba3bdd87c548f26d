from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.person import PersonRelation
from models.search import SearchTerm
from models.unit import Counter
from services.cases import (
    CaseDraft,
    Cases,
    CaseStatus,
    Confidentiality,
    JointPolicy,
    PartyDraft,
    ReferralDraft,
    Side,
)
from services.errors import InvalidDraft, InvalidError, NotAllowedError
from services.people import ContactDraft, ContactKind, GivenBy, People, PersonDraft, as_stored
from services.persian.national_code import synthetic
from tests.factories import MORNING, Precinct
from tests.services.cases.conftest import Register
from tests.services.drafts_of import couple, husband, wife


def test_a_name_a_side_and_a_category_are_enough(unit: Precinct, register: Register) -> None:
    draft = CaseDraft("marital_conflict", (PartyDraft(PersonDraft(is_name_unknown=True), "applicant", Side.A),))
    row = register(unit.counsellor, draft)
    assert (row.case_no, row.status, row.opened_on) == ("1112-1405-0001", CaseStatus.RECEIVED, date(2026, 11, 21))
    assert (row.side_a, row.side_b) == ("نامشخص", "")
    assert row.responsible_id == unit.counsellor.staff_id


def test_everything_typed_comes_back(unit: Precinct, cases: Cases, register: Register) -> None:
    due = MORNING + timedelta(days=10)
    draft = couple(
        subject_line="اختلاف بر سر\nرفت و آمد ",
        own_words="خط یک\r\nخط دو",
        further_categories=("in_laws", "in_laws", "marital_conflict"),
        has_criminal_aspect=False,
        referral=ReferralDraft(
            "prosecutor", body="دادسرا", branch="۳", letter_no="۱۲/۳/۹۸", letter_on=date(2026, 11, 1),
            judicial_case_no="۱۴۰۵۰۰۹۱۰۰۰۱۲۳۴", order_text="اقدام و گزارش", ordered_both=True, due_at=due,
        ),
        worker_ids=(unit.second.staff_id,),
    )  # fmt: skip
    detail = cases.get(unit.counsellor, register(unit.counsellor, draft).id)
    assert detail.row.subject_line == "اختلاف بر سر رفت و آمد"
    assert detail.own_words == "خط یک\nخط دو"
    assert detail.further_categories == ("in_laws",)
    assert [party.role_label for party in detail.parties] == ["زوجه", "زوج"]
    assert [party.is_intimate for party in detail.parties] == [True, True]
    referral = detail.referrals[0]
    assert (referral.letter_no, referral.judicial_case_no) == ("12/3/98", "140500910001234")
    assert referral.is_reply_owed
    assert (detail.row.is_reply_owed, detail.row.due_at) == (True, due)
    assert [worker.staff_id for worker in detail.workers] == [unit.second.staff_id]
    assert (detail.row.side_a, detail.row.side_b, detail.row.initials) == ("زهرا کریمی", "رضا احمدی", "ز.ک / ر.ا")


def test_all_errors_come_at_once_and_no_number_is_drawn(unit: Precinct, register: Register) -> None:
    draft = couple(
        "none-such",
        parties=(
            PartyDraft(wife(national_code="1"), "", Side.A),
            PartyDraft(husband(given_name="x"), "husband", Side.NONE, is_inviting=True),
        ),
        referral=ReferralDraft("", letter_on=date(2027, 1, 1)),
    )
    with pytest.raises(InvalidDraft) as caught:
        register(unit.counsellor, draft)
    assert {error.field: error.key for error in caught.value.errors} == {
        "primary_category": "people.unknown_code",
        "parties.0.role": "errors.required",
        "parties.0.person.national_code": "people.code_wrong",
        "parties.1.is_inviting": "cases.inviting_needs_side",
        "parties.1.person.given_name": "people.name_letters",
        "referral.source": "errors.required",
        "referral.letter_on": "errors.future_date",
    }
    with Session(unit.engine) as session:
        assert list(session.scalars(select(Counter))) == []


def test_a_party_is_needed(unit: Precinct, register: Register) -> None:
    with pytest.raises(InvalidError) as caught:
        register(unit.counsellor, couple(parties=()))
    assert (caught.value.key, caught.value.field) == ("cases.party_needed", "parties")


def test_numbers_follow_one_another(unit: Precinct, register: Register) -> None:
    numbers = [register(unit.counsellor, couple(parties=couple().parties[:1])).case_no for _ in range(3)]
    assert numbers == ["1112-1405-0001", "1112-1405-0002", "1112-1405-0003"]


def test_a_new_year_begins_at_one(unit: Precinct, register: Register) -> None:
    register(unit.counsellor, couple())
    unit.clock.set(datetime(2027, 3, 21, 6, tzinfo=UTC))
    assert register(unit.counsellor, couple()).case_no == "1112-1406-0001"


def test_the_same_code_twice_in_a_form(unit: Precinct, register: Register) -> None:
    code = synthetic(3)
    parties = (
        PartyDraft(wife(national_code=code), "wife", Side.A),
        PartyDraft(husband(national_code=code), "husband", Side.B),
    )
    with pytest.raises(InvalidError) as caught:
        register(unit.counsellor, couple(parties=parties))
    assert (caught.value.key, caught.value.field) == ("people.code_twice", "parties.1.person.national_code")


def test_a_known_person_is_reused(unit: Precinct, register: Register, people: People, cases: Cases) -> None:
    known = people.save(unit.counsellor, wife(national_code=synthetic(4))).value
    parties = (PartyDraft(as_stored(known.id), "wife", Side.A), PartyDraft(husband(), "husband", Side.B))
    case = register(unit.clerk, couple(parties=parties))
    assert cases.get(unit.counsellor, case.id).parties[0].person_id == known.id
    with pytest.raises(InvalidError) as caught:
        register(unit.clerk, couple(parties=(parties[0], replace(parties[0], role="husband"))))
    assert caught.value.key == "people.twice"


def test_a_clerk_registers_but_does_not_edit_known_persons(
    unit: Precinct, register: Register, people: People
) -> None:
    known = people.save(unit.counsellor, wife()).value
    same = PartyDraft(known.draft(), "wife", Side.A)
    register(unit.clerk, couple(parties=(same,)))
    other = replace(same, person=replace(known.draft(), father_name="حسین"))
    with pytest.raises(NotAllowedError):
        register(unit.clerk, couple(parties=(other,)))
    assert people.get(unit.counsellor, known.id).father_name == "علی"


def test_who_registers_is_responsible_if_that_role_holds_cases(unit: Precinct, register: Register) -> None:
    assert register(unit.clerk, couple()).responsible_id == unit.head.staff_id
    assert register(unit.clerk, couple(responsible_id=unit.second.staff_id)).responsible_id == unit.second.staff_id
    with pytest.raises(InvalidError) as caught:
        register(unit.clerk, couple(responsible_id=unit.clerk.staff_id))
    assert caught.value.key == "cases.role_holds_no_cases"


@pytest.mark.parametrize(
    ("category", "further", "policy", "level"),
    [
        ("marital_conflict", (), JointPolicy.NOT_SCREENED, Confidentiality.NORMAL),
        ("neighbour_dispute", (), JointPolicy.ALLOWED, Confidentiality.NORMAL),
        ("neighbour_dispute", ("threat",), JointPolicy.SEPARATE_ONLY, Confidentiality.NORMAL),
        ("fight_group", (), JointPolicy.SEPARATE_ONLY, Confidentiality.NORMAL),
        ("spouse_abuse", ("money_debt",), JointPolicy.FORBIDDEN, Confidentiality.RESTRICTED),
    ],
)
def test_the_category_proposes_policy_and_confidentiality(
    unit: Precinct,
    register: Register,
    category: str,
    further: tuple[str, ...],
    policy: JointPolicy,
    level: Confidentiality,
) -> None:
    row = register(unit.head, couple(category, further_categories=further))
    detail = Cases(unit.uow, unit.codes).get(unit.head, row.id)
    assert (detail.joint_policy, row.confidentiality) == (policy, level)


def test_contacts_know_their_giver_and_file(unit: Precinct, register: Register, cases: Cases, people: People) -> None:
    said = ContactDraft(ContactKind.MOBILE, "09602222222", given_by=GivenBy.PERSON, given_by_party=0)
    draft = couple(parties=(couple().parties[0], PartyDraft(husband(contacts=(said,)), "husband", Side.B)))
    case = register(unit.counsellor, draft)
    his, hers = (cases.get(unit.counsellor, case.id).parties[place].person_id for place in (1, 0))
    row = people.get(unit.counsellor, his, case.id).contacts[0]
    assert (row.given_by, row.given_by_person_id, row.given_by_name) == (GivenBy.PERSON, hers, "زهرا کریمی")
    assert row.case_id == case.id


def test_safety_of_a_phone_can_differ_by_file(
    unit: Precinct, register: Register, cases: Cases, people: People
) -> None:
    first = register(unit.counsellor, couple())
    her = cases.get(unit.counsellor, first.id).parties[0].person_id
    unsafe = ContactDraft(ContactKind.MOBILE, "09601111111", is_safe=False, safe_hours="هرگز")
    second = register(unit.counsellor, couple(parties=(PartyDraft(as_stored(her, unsafe), "wife", Side.A),)))
    assert [row.is_safe for row in people.get(unit.counsellor, her, first.id).contacts] == [None]
    assert [row.is_safe for row in people.get(unit.counsellor, her, second.id).contacts] == [False]


def test_what_the_parties_are_to_each_other_is_stored_once(unit: Precinct, register: Register) -> None:
    register(unit.counsellor, couple())
    with Session(unit.engine) as session:
        assert [row.kind for row in session.scalars(select(PersonRelation))] == ["spouse"]


def test_a_paper_file_keeps_its_number(unit: Precinct, register: Register) -> None:
    row = register(unit.counsellor, couple(paper_case_no="۱۱۱۲/۴۰۴/۷", opened_on=date(2026, 2, 1)))
    assert (row.case_no, row.opened_on) == ("1112/404/7", date(2026, 2, 1))
    assert register(unit.counsellor, couple()).case_no == "1112-1405-0001"
    for number, key in (("1112/404/7", "cases.number_taken"), ("1112-1405-0009", "cases.number_to_come")):
        with pytest.raises(InvalidError) as caught:
            register(unit.counsellor, couple(paper_case_no=number))
        assert (caught.value.key, caught.value.field) == (key, "paper_case_no")


def test_a_case_is_found_by_each_of_its_numbers(unit: Precinct, register: Register) -> None:
    referral = ReferralDraft(
        "court", letter_no="۱۲/۳/۹۸", judicial_case_no="1405-0091", judicial_archive_no="0500123", incident_no="77",
        notice_no="N-8", complaint_no="9/9", agency_no="123-5",
    )  # fmt: skip
    case = register(unit.counsellor, couple(referral=referral))
    with Session(unit.engine) as session:
        terms = set(session.scalars(select(SearchTerm.term).where(SearchTerm.subject_id == case.id)))
    assert terms >= {"111214050001", "12398", "14050091", "0500123", "500123", "77", "n8", "99", "1235"}


def test_names_of_minors_are_initials_on_screens(unit: Precinct, register: Register) -> None:
    child = PersonDraft(given_name="سارا", family_name="کریمی", birth_on=date(2018, 1, 1))
    parties = (*couple().parties, PartyDraft(child, "child", Side.A))
    row = register(unit.head, couple(parties=parties))
    assert row.side_a == "زهرا کریمی و س.ک"


def test_a_deadline_lies_after_the_arrival(unit: Precinct, register: Register) -> None:
    with pytest.raises(InvalidError) as caught:
        register(unit.counsellor, couple(referral=ReferralDraft("court", due_at=MORNING - timedelta(hours=1))))
    assert (caught.value.key, caught.value.field) == ("cases.due_before_received", "referral.due_at")
