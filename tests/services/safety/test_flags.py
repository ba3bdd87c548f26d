"""Flags, their clock and their marks (R-8, P-3, P-10)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.case import CaseFile, CaseParty
from models.enums import GivenBy
from models.person import Contact
from models.safety import RiskFlag
from services.errors import InvalidError, NotAllowedError, NotFoundError, StaleError
from services.safety import FlagLevel, FlagRow, InviteAnswer
from services.safety.marks import marks_of_cases
from services.safety.shapes import Mark
from tests.factories import Precinct
from tests.services.safety.matter import Matter, couple_matter

HOURS_12 = timedelta(hours=12)


def only(matter: Matter) -> FlagRow:
    (flag,) = matter.safety.state(matter.worker, matter.case_id).flags
    return flag


def marks(matter: Matter, actor: object = None) -> tuple[Mark, ...]:
    with matter.unit.uow.read(actor or matter.worker) as tx:  # type: ignore[arg-type]
        return marks_of_cases(tx, matter.unit.codes, [matter.case_id]).get(matter.case_id, ())


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(min_value=0, max_value=72 * 60))
def test_the_clock_runs_from_knowledge(unit: Precinct, minutes: int) -> None:
    """However late the flag is typed: 12 hours from the hour of knowledge, and both hours are kept."""
    matter = couple_matter(unit)
    now = unit.clock.now()
    known = now - timedelta(minutes=minutes)
    matter.flag(0, "child_at_risk", known_at=known)
    flag = only(matter)
    assert flag.known_at == known
    assert flag.raised_at >= now
    assert flag.mark.clock_ends_at == known + HOURS_12


def test_a_screens_flag_counts_from_the_screen_at_the_latest(couple: Matter) -> None:
    couple.consent(0)
    screened = couple.unit.clock.now() - timedelta(hours=2)
    couple.screen(0, ("child_hurt",), screened_at=screened)
    assert only(couple).known_at == screened
    couple.screen(0, ("child_hurt",), screened_at=screened, known_at=screened - timedelta(hours=3))
    assert only(couple).mark.clock_ends_at == screened - timedelta(hours=3) + HOURS_12


def test_nothing_is_known_in_the_future(couple: Matter) -> None:
    with pytest.raises(InvalidError, match=r"safety\.known_in_future"):
        couple.flag(0, "child_at_risk", known_at=couple.unit.clock.now() + timedelta(minutes=1))


def test_a_second_raise_strengthens_the_first(couple: Matter) -> None:
    now = couple.unit.clock.now()
    couple.flag(0, "child_at_risk", FlagLevel.LOW, note="گفت گریه می‌کند")
    couple.flag(0, "child_at_risk", known_at=now - timedelta(hours=1), note="کبودی دیده شد")
    couple.flag(0, "child_at_risk", FlagLevel.LOW)
    flag = only(couple)
    assert (flag.level, flag.known_at) == (FlagLevel.HIGH, now - timedelta(hours=1))
    assert flag.note == "گفت گریه می‌کند\nکبودی دیده شد"


def test_what_is_known_after_a_report_has_its_own_clock(couple: Matter) -> None:
    couple.flag(0, "child_at_risk")
    first = only(couple)
    couple.later(hours=1)
    couple.safety.report_child(couple.worker, first.id, first.version, "۱۲۳۴", couple.unit.clock.now())
    assert only(couple).mark.clock_ends_at is None
    couple.later(hours=2)
    couple.flag(0, "child_at_risk")
    ends = [flag.mark.clock_ends_at for flag in couple.safety.state(couple.worker, couple.case_id).flags]
    assert ends == [None, couple.unit.clock.now() + HOURS_12]


def test_a_child_flag_closes_once_reported_or_by_the_head(couple: Matter) -> None:
    couple.flag(0, "child_at_risk")
    flag, safety = only(couple), couple.safety
    with pytest.raises(NotAllowedError, match=r"safety\.report_first"):
        safety.close_flag(couple.worker, flag.id, flag.version, "حل شد")
    with pytest.raises(InvalidError, match=r"safety\.reason_needed"):
        safety.close_flag(couple.unit.head, flag.id, flag.version, " ")
    safety.report_child(couple.worker, flag.id, flag.version, "۱۲۳۴/۵", couple.unit.clock.now())
    safety.close_flag(couple.worker, flag.id, only(couple).version, "تحویل اورژانس اجتماعی شد")
    assert safety.state(couple.worker, couple.case_id).flags == ()
    couple.flag(0, "child_at_risk")
    safety.close_flag(couple.unit.head, only(couple).id, only(couple).version, "اشتباه در ثبت")


def test_a_report_has_its_number_and_an_hour_that_can_be(couple: Matter) -> None:
    couple.flag(0, "child_at_risk")
    flag, now = only(couple), couple.unit.clock.now()
    for number, at, key in (
        ("", now, "safety.report_number"),
        ("۱", now + timedelta(minutes=5), "errors.future_date"),
        ("۱", now - timedelta(hours=1), "safety.report_before_known"),
    ):
        with pytest.raises(InvalidError, match=key):
            couple.safety.report_child(couple.worker, flag.id, flag.version, number, at)


def test_a_review_is_at_most_seven_days_off_when_high(couple: Matter) -> None:
    today = couple.unit.clock.now().date()
    couple.flag(0, "weapon")
    flag = only(couple)
    assert flag.review_on == today + timedelta(days=7)
    couple.later(days=5)
    couple.safety.review_flag(couple.worker, flag.id, flag.version, "هنوز هست")
    assert only(couple).review_on == today + timedelta(days=12)
    assert only(couple).note == "هنوز هست"


def test_two_colleagues_do_not_overwrite_each_other(couple: Matter) -> None:
    couple.flag(0, "weapon")
    flag = only(couple)
    couple.safety.review_flag(couple.worker, flag.id, flag.version, "یک")
    with pytest.raises(StaleError):
        couple.safety.close_flag(couple.unit.head, flag.id, flag.version, "دو")


def test_a_closed_flag_stays_closed(couple: Matter) -> None:
    couple.flag(0, "weapon")
    flag = only(couple)
    couple.safety.close_flag(couple.worker, flag.id, flag.version, "سلاح تحویل شد")
    with pytest.raises(InvalidError, match=r"safety\.flag_closed"):
        couple.safety.review_flag(couple.worker, flag.id, flag.version + 1, "")


def test_a_flag_is_on_somebody_of_the_case_and_of_a_known_kind(unit: Precinct, couple: Matter) -> None:
    elsewhere = couple_matter(unit)
    with pytest.raises(NotFoundError):
        Matter(unit, couple.safety, couple.case_id, elsewhere.persons, elsewhere.parties).flag(0, "weapon")
    with pytest.raises(InvalidError):
        couple.flag(0, "no_such_kind")


def test_words_are_for_who_may_read_them_and_the_clock_for_all(couple: Matter) -> None:
    couple.flag(0, "child_at_risk")
    (mark,), (clerks,) = marks(couple), marks(couple, couple.unit.clerk)
    assert mark.words
    assert (clerks.letter, clerks.words, clerks.clock_ends_at) == (mark.letter, "", mark.clock_ends_at)


def test_one_letter_shows_the_most_urgent(couple: Matter) -> None:
    couple.flag(0, "child_at_risk", FlagLevel.LOW)
    couple.flag(1, "child_at_risk", FlagLevel.HIGH, known_at=couple.unit.clock.now() - timedelta(hours=3))
    (mark,) = marks(couple)
    assert mark.is_urgent
    assert mark.clock_ends_at == couple.unit.clock.now() - timedelta(hours=3) + HOURS_12


def test_protections_are_marks_too(couple: Matter) -> None:
    with couple.unit.uow.write(couple.unit.head) as tx:
        tx.add(
            Contact(
                person_id=couple.persons[0],
                kind="address",
                value="x",
                is_confidential=True,
                given_by=GivenBy.SELF,
                given_at=datetime(2026, 1, 1, tzinfo=UTC),
            )
        )
        tx.record("contact.add", "person", couple.persons[0])
    couple.change(CaseParty, couple.parties[0], invite_answer=InviteAnswer.NEVER)
    assert {mark.letter for mark in marks(couple)} == {"ی", "ع"}


def test_every_reading_of_dangers_is_logged(couple: Matter) -> None:
    before = couple.unit.committed[-1].chain_seq
    couple.safety.state(couple.worker, couple.case_id)
    couple.safety.danger(couple.worker, couple.case_id, couple.persons[0])
    couple.safety.plan(couple.worker, couple.case_id, couple.persons[0])
    couple.safety.health(couple.worker, couple.case_id, couple.persons[0])
    assert couple.unit.committed[-1].chain_seq == before + 4


def test_flags_keep_their_screen(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0, ("weapon_used",))
    (flag,) = couple.rows(RiskFlag)
    assert flag.screen_id == couple.screens()[0].id


def test_who_may_not_read_safety_sees_a_flag_as_its_mark_alone(unit: Precinct, couple: Matter) -> None:
    """A mediator takes consents and sees that care is needed, not why (P-3)."""
    couple.change(CaseFile, responsible_id=unit.actors["peace_facilitator"].staff_id)
    couple.flag(0, "ipv_victim", note="ترس از خانه")
    [seen] = couple.safety.outline(unit.actors["peace_facilitator"], couple.case_id).flags
    assert (seen.kind, seen.mark.words, seen.note) == ("", "", "")
    assert seen.mark.letter
    [read] = couple.safety.outline(unit.head, couple.case_id).flags
    assert read.kind == "ipv_victim"
