from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.case import CaseFile
from models.person import Person
from models.unit import Counter
from models.work import Appointment, AppointmentParty, AppointmentStaff
from services.cases import CaseDraft, Cases, PartyDraft, ReferralDraft, Side
from services.errors import InvalidDraft, InvalidError, NotAllowedError, NotFoundError
from services.intake import FirstInterviewDraft, Intake, IntakeDraft
from services.letters import Letters
from services.people import People, PersonDraft
from tests.factories import Precinct
from tests.services.drafts_of import couple, wife

MONDAY = date(2026, 11, 23)
ORDER = ReferralDraft("prosecutor", body="دادسرا", branch="۳", letter_no="۱۲/۳/۹۸", letter_on=date(2026, 11, 1))


def both(unit: Precinct, first: int = 540, second: int = 660, **values: object) -> tuple[FirstInterviewDraft, ...]:
    made = (
        FirstInterviewDraft(0, MONDAY, first, 45, unit.rooms[0], unit.counsellor.staff_id),
        FirstInterviewDraft(1, MONDAY, second, 45, unit.rooms[0], unit.counsellor.staff_id),
    )
    return tuple(replace(one, **values) for one in made)  # type: ignore[arg-type]


def count(unit: Precinct, kind: type) -> int:
    with Session(unit.engine) as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


def test_one_transaction_makes_everything(unit: Precinct, intake: Intake) -> None:
    done = intake.register(unit.counsellor, IntakeDraft(couple(referral=ORDER), both(unit)))
    row = done.value
    assert (row.case_no, row.incoming_no, row.is_reply_owed) == ("1112-1405-0001", "1112/4/1", True)
    assert {change.noun for change in done.changes} >= {"case", "person", "party", "letter", "appointment"}
    with Session(unit.engine) as session:
        appointments = session.scalars(select(Appointment).order_by(Appointment.start)).all()
        parties = session.scalars(select(AppointmentParty.party_id)).all()
        staff = set(session.scalars(select(AppointmentStaff.staff_id)))
    assert [(one.day, one.start, one.type, one.is_joint) for one in appointments] == [
        (MONDAY, 540, "intake", False),
        (MONDAY, 660, "intake", False),
    ]
    assert len(set(parties)) == 2
    assert staff == {unit.counsellor.staff_id}
    detail = Cases(unit.uow, unit.codes).get(unit.counsellor, row.id)
    assert detail.referrals[0].incoming_no == "1112/4/1"
    letter = Letters(unit.uow, unit.codes).page(unit.counsellor).rows[0]
    assert (letter.case_no, letter.their_number, letter.correspondent) == (row.case_no, "12/3/98", "دادسرا ۳")


def test_it_is_searchable_and_audited_at_once(unit: Precinct, intake: Intake) -> None:
    intake.register(unit.counsellor, IntakeDraft(couple(referral=ORDER), both(unit)))
    assert len(People(unit.uow, unit.codes).suggest(unit.counsellor, "كريمي")) == 1
    with unit.engine.connect() as connection:
        actions = connection.exec_driver_sql("SELECT action FROM audit_event ORDER BY seq").scalars().all()
    assert actions[1:] == [
        "case.register", "person.add", "person.add", "letter.register", "appointment.book", "appointment.book",
    ]  # fmt: skip


def test_who_comes_of_their_own_accord_draws_no_letter_number(unit: Precinct, intake: Intake) -> None:
    assert intake.register(unit.counsellor, IntakeDraft(couple())).value.incoming_no == ""
    own = couple(referral=ReferralDraft("self", heard_from="relatives"))
    row = intake.register(unit.counsellor, IntakeDraft(own)).value
    assert (row.incoming_no, row.is_reply_owed) == ("", False)
    assert Letters(unit.uow, unit.codes).page(unit.counsellor).total == 0


def test_a_little_is_enough(unit: Precinct, intake: Intake) -> None:
    party = PartyDraft(PersonDraft(family_name="کریمی"), "applicant", Side.A)
    assert intake.register(unit.clerk, IntakeDraft(CaseDraft("marital_conflict", (party,)))).value.case_no


@pytest.mark.parametrize("second", [540, 570, 584, 500])
def test_the_two_interviews_never_share_an_hour(unit: Precinct, intake: Intake, second: int) -> None:
    drafts = both(unit, second=second)
    apart = (drafts[0], replace(drafts[1], room_id=unit.rooms[1], staff_id=unit.second.staff_id))
    with pytest.raises(InvalidError) as caught:
        intake.register(unit.counsellor, IntakeDraft(couple(), apart))
    assert (caught.value.key, caught.value.field) == ("intake.separate_hours", "interviews.1.start")


def test_a_delicate_subject_keeps_them_further_apart(unit: Precinct, intake: Intake) -> None:
    close = both(unit, second=590)
    intake.register(unit.counsellor, IntakeDraft(couple(), close))
    tuesday = tuple(replace(one, day=MONDAY + timedelta(days=1)) for one in close)
    with pytest.raises(InvalidError) as caught:
        intake.register(unit.counsellor, IntakeDraft(couple("spouse_abuse"), tuesday))
    assert caught.value.key == "intake.separate_hours"


def test_errors_of_form_and_interviews_come_together_and_leave_nothing(unit: Precinct, intake: Intake) -> None:
    case = couple(parties=(PartyDraft(wife(national_code="1"), "wife", Side.A), couple().parties[1]))
    with pytest.raises(InvalidDraft) as caught:
        intake.register(unit.counsellor, IntakeDraft(case, both(unit, second=540)))
    assert [error.field for error in caught.value.errors] == [
        "parties.0.person.national_code",
        "interviews.1.start",
    ]
    assert (count(unit, CaseFile), count(unit, Person), count(unit, Counter)) == (0, 0, 0)


def test_a_clash_names_its_interview_and_leaves_nothing(unit: Precinct, intake: Intake) -> None:
    intake.register(unit.counsellor, IntakeDraft(couple(), both(unit)))
    with pytest.raises(InvalidError) as caught:
        intake.register(unit.counsellor, IntakeDraft(couple(), both(unit, first=600)))
    assert caught.value.field == "interviews.1.start"
    assert (count(unit, CaseFile), count(unit, Person), count(unit, Appointment)) == (1, 2, 2)
    assert intake.register(unit.counsellor, IntakeDraft(couple())).value.case_no.endswith("0002")


def test_an_interview_needs_a_party_and_one_each(unit: Precinct, intake: Intake) -> None:
    wrong = (FirstInterviewDraft(5, MONDAY, 540), *both(unit)[:1], replace(both(unit)[0], start=700))
    with pytest.raises(InvalidDraft) as caught:
        intake.register(unit.counsellor, IntakeDraft(couple(), wrong))
    assert [(error.field, error.key) for error in caught.value.errors] == [
        ("interviews.0.party", "intake.no_such_party"),
        ("interviews.2.party", "intake.twice"),
    ]


def test_a_clerk_finishes_what_is_hidden_from_then_on(unit: Precinct, intake: Intake) -> None:
    done = intake.register(unit.clerk, IntakeDraft(couple("spouse_abuse", referral=ORDER), both(unit)))
    assert done.value.incoming_no == "1112/4/1"
    with pytest.raises(NotFoundError):
        Cases(unit.uow, unit.codes).get(unit.clerk, done.value.id)


def test_without_the_right_nothing_is_registered(unit: Precinct, intake: Intake) -> None:
    for role in ("station_commander", "auditor", "duty_officer", "admin"):
        with pytest.raises(NotAllowedError):
            intake.register(unit.actors[role], IntakeDraft(couple()))


def test_a_paper_file_draws_no_numbers(unit: Precinct, intake: Intake) -> None:
    paper = couple(paper_case_no="404/7", referral=ORDER, opened_on=date(2026, 3, 1))
    row = intake.register(unit.counsellor, IntakeDraft(paper)).value
    assert (row.case_no, row.incoming_no) == ("404/7", "")
    assert count(unit, Counter) == 0
