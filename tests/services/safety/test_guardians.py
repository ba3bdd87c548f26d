"""Who answers for a child, and when a session waits for an order (P-14)."""

from typing import Any

import pytest

from models.enums import FlagLevel, Side
from services.errors import InvalidDraft, InvalidError
from services.safety import ConsentDecision, ConsentDraft, ConsentSheet
from services.scheduling import Scheduling
from services.scheduling.shapes import AppointmentDraft
from tests.factories import Precinct
from tests.services.safety.matter import Matter, family_matter
from tests.services.work import NINE, TODAY

REFUSED, CHILD = ConsentDecision.REFUSED, 2


@pytest.fixture
def family(unit: Precinct) -> Matter:
    return family_matter(unit)


def sheet(family: Matter) -> ConsentSheet:
    return family.safety.consent_sheet(family.worker, family.case_id, family.persons[CHILD])


def booked(family: Matter, who: int = CHILD) -> bool:
    """Whether an hour with that person can be had."""
    family.later(minutes=1)
    draft = AppointmentDraft(
        family.case_id,
        "individual",
        TODAY,
        NINE + 60,
        None,
        (family.worker.staff_id,),
        (family.parties[who],),
        minutes=30,
    )
    scheduling = Scheduling(family.unit.uow, family.unit.codes)
    try:
        row = scheduling.book(family.worker, draft).value
    except InvalidError:
        with pytest.raises(InvalidError, match=r"safety\.child_waits"):
            scheduling.check(family.worker, draft)
        return False
    scheduling.cancel(family.worker, row.id, row.version, by_party=False, reason="آزمون")
    return True


def keys(caught: Any) -> set[str]:
    error = caught.value
    return {each.key for each in error.errors} if isinstance(error, InvalidDraft) else {error.key}


def test_each_guardian_stands_there_with_the_last_word(family: Matter) -> None:
    assert [(row.name, row.decision) for row in sheet(family).guardians] == [
        ("رها آزمونی", None),
        ("سام آزمونی", None),
    ]
    family.consent(CHILD, guardian_name="رها آزموني", guardian_kind="mother", has_custody=True)
    family.consent(CHILD, guardian_name="سام آزمونی", guardian_kind="father", has_custody=False, decision=REFUSED)
    first, second = sheet(family).guardians
    assert (first.kind, first.has_custody, first.decision) == ("مادر", True, ConsentDecision.GIVEN)
    assert (second.name, second.has_custody, second.decision) == ("سام آزمونی", False, REFUSED)


def test_guardians_who_differ_need_an_order_for_a_session(family: Matter) -> None:
    assert not booked(family), "they stand against each other in the file, and nobody was asked"
    family.consent(CHILD, guardian_name="رها آزمونی")
    assert not booked(family), "the word of one of them is not enough"
    family.consent(CHILD, guardian_name="سام آزمونی")
    assert booked(family)
    family.consent(CHILD, guardian_name="سام آزمونی", decision=REFUSED)
    assert sheet(family).needs_order
    assert not booked(family)
    assert booked(family, who=0), "the others may come"
    family.consent(CHILD, judge_order="۱۴۰۵/۱۲، ۳۰ آبان")
    assert not sheet(family).needs_order
    assert booked(family)
    assert sheet(family).guardians[-1].basis == "۱۴۰۵/۱۲، ۳۰ آبان"


def test_guardians_of_one_side_are_in_no_dispute(unit: Precinct) -> None:
    """A child's matter that both parents bring: the word of one is enough until the other says no."""
    family = family_matter(unit, father_side=Side.A)
    assert booked(family)
    family.consent(CHILD, guardian_name="رها آزمونی")
    assert booked(family)
    family.consent(CHILD, guardian_name="سام آزمونی", decision=REFUSED)
    assert not booked(family)


def test_who_said_no_may_say_yes(family: Matter) -> None:
    family.consent(CHILD, guardian_name="رها آزمونی")
    family.consent(CHILD, decision=REFUSED)
    assert not booked(family)
    family.consent(CHILD, guardian_name="سام آزمونی")
    assert booked(family)


def test_a_guardian_who_is_said_to_be_violent_is_not_enough(family: Matter) -> None:
    family.consent(CHILD, guardian_name="سام آزمونی")
    family.flag(1, "ipv_suspected_aggressor")
    assert not booked(family)
    draft = ConsentDraft(
        family.case_id,
        family.persons[CHILD],
        "counselling",
        ConsentDecision.GIVEN,
        was_read_aloud=True,
        head_reason="خاله او همراه است",
    )
    with pytest.raises((InvalidError, InvalidDraft)) as caught:
        family.safety.record_consents(family.worker, (draft,))
    assert keys(caught) == {"safety.head_writes"}
    family.later(seconds=1)
    family.safety.record_consents(family.unit.head, (draft,))
    assert booked(family)


def test_what_is_urgent_never_waits(family: Matter) -> None:
    family.consent(CHILD, guardian_name="سام آزمونی", decision=REFUSED)
    flag = family.flag(CHILD, "child_at_risk")
    assert booked(family), "until the danger is reported"
    row = next(row for row in family.safety.state(family.worker, family.case_id).flags if row.id == flag)
    family.later(minutes=1)
    family.safety.report_child(family.worker, flag, row.version, "۱۲۳/۴", family.unit.clock.now())
    assert not booked(family)
    family.flag(0, "weapon", FlagLevel.IMMINENT)
    assert booked(family), "while danger stands open"


def test_each_takes_back_the_own_word_alone(family: Matter) -> None:
    family.consent(CHILD, guardian_name="رها آزمونی")
    family.consent(CHILD, guardian_name="سام آزمونی", decision=REFUSED)
    taken_back = ConsentDecision.WITHDRAWN
    with pytest.raises((InvalidError, InvalidDraft)) as caught:
        family.consent(CHILD, guardian_name="سام آزمونی", decision=taken_back)
    assert keys(caught) == {"safety.nothing_to_withdraw"}
    family.consent(CHILD, guardian_name="رها آزمونی", decision=taken_back)
    assert [row.decision for row in sheet(family).guardians] == [taken_back, REFUSED]


def test_a_guardian_by_order_shows_it(family: Matter) -> None:
    with pytest.raises((InvalidError, InvalidDraft)) as caught:
        family.consent(CHILD, guardian_name="لیلا راد", guardian_kind="appointed_guardian")
    assert keys(caught) == {"safety.order_of_guardian"}
    family.consent(CHILD, guardian_name="لیلا راد", guardian_kind="appointed_guardian", judge_order="۱۲/۳")
    with pytest.raises((InvalidError, InvalidDraft)) as caught:
        family.consent(CHILD, guardian_name="لیلا راد", guardian_kind="nobody")
    assert keys(caught) == {"errors.required"}
