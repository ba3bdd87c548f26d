"""Consent: who decides, before whom, and what it opens (R-22, P-12, P-14, P-32)."""

from datetime import timedelta
from typing import Any

import pytest

from models.case import CaseFile
from models.enums import JointPolicy
from services.errors import InvalidDraft, InvalidError, NotAllowedError, NotFoundError
from services.people import PersonDraft
from services.safety import ConsentDecision, ConsentDraft, FlagLevel, HealthDraft
from tests.factories import Precinct
from tests.services.safety.matter import Matter, couple_matter, family_matter, person

WITHDRAWN, REFUSED = ConsentDecision.WITHDRAWN, ConsentDecision.REFUSED


def refused(matter: Matter, who: int, **values: Any) -> set[str]:
    """The keys of the sentences that a consent is refused with."""
    with pytest.raises((InvalidError, InvalidDraft)) as caught:
        matter.consent(who, **values)
    error = caught.value
    return {each.key for each in error.errors} if isinstance(error, InvalidDraft) else {error.key}


def illiterate() -> PersonDraft:
    return person("رها", "female", can_read=False)


def test_a_sheet_keeps_its_decisions_together(couple: Matter) -> None:
    drafts = tuple(
        ConsentDraft(couple.case_id, couple.persons[0], kind, decision, was_read_aloud=True)
        for kind, decision in (
            ("counselling", ConsentDecision.GIVEN),
            ("phone_contact", REFUSED),
            ("research_statistics", ConsentDecision.GIVEN),
        )
    )
    rows = couple.safety.record_consents(couple.worker, drafts).value
    assert [(row.kind, row.decision) for row in rows] == [(draft.kind, draft.decision) for draft in drafts]
    sheet = couple.safety.consent_sheet(couple.worker, couple.case_id, couple.persons[0])
    assert {row.kind for row in sheet.rows} == {"counselling", "phone_contact", "research_statistics"}
    assert sheet.earlier is not None
    assert len(sheet.points) == 7


def test_one_sheet_is_one_person_and_one_decision_a_kind(couple: Matter) -> None:
    one, other = (
        ConsentDraft(couple.case_id, who, "counselling", ConsentDecision.GIVEN, was_read_aloud=True)
        for who in couple.persons
    )
    with pytest.raises(InvalidError, match=r"safety\.one_person"):
        couple.safety.record_consents(couple.worker, (one, other))
    with pytest.raises(InvalidError, match=r"safety\.decided_twice"):
        couple.safety.record_consents(couple.worker, (one, one))
    with pytest.raises(InvalidError, match=r"safety\.nothing_decided"):
        couple.safety.record_consents(couple.worker, ())


def test_a_stranger_to_the_case_cannot_consent_in_it(unit: Precinct, couple: Matter) -> None:
    elsewhere = couple_matter(unit)
    draft = ConsentDraft(
        couple.case_id, elsewhere.persons[0], "counselling", ConsentDecision.GIVEN, was_read_aloud=True
    )
    with pytest.raises(NotFoundError):
        couple.safety.record_consents(couple.worker, (draft,))


def test_what_is_agreed_to_was_read_aloud(couple: Matter) -> None:
    assert refused(couple, 0, was_read_aloud=False) == {"safety.read_aloud_needed"}
    couple.consent(0, decision=REFUSED, was_read_aloud=False)


def test_who_cannot_read_has_two_witnesses_not_of_the_other_side(unit: Precinct) -> None:
    matter = couple_matter(unit, wife=illiterate())
    assert refused(matter, 0) == {"safety.two_witnesses"}
    assert refused(matter, 0, witnesses=("مینا راد", "مینا  راد")) == {"safety.two_witnesses"}
    assert refused(matter, 0, witnesses=("مینا راد", "سام آزمونی")) == {"safety.witness_of_other_side"}
    assert refused(matter, 0, witnesses=("مینا راد", "رها آزمونی")) == {"safety.witness_of_other_side"}
    matter.consent(0, decision=REFUSED)
    matter.consent(0, witnesses=("مینا راد", "پری راد"))


def test_an_interpreter_pledges_in_a_language_and_is_no_party(couple: Matter) -> None:
    assert refused(couple, 0, interpreter_name="مینا راد") == {
        "safety.interpreter_language",
        "safety.interpreter_pledge",
    }
    spoken = {"interpreter_language": "kurdish", "interpreter_pledged": True}
    assert refused(couple, 0, interpreter_name="سام آزمونی", **spoken) == {"safety.interpreter_is_party"}
    couple.consent(0, interpreter_name="مینا راد", **spoken)
    assert couple.safety.form(couple.worker, couple.case_id, couple.persons[0]).interpreter_name == "مینا راد"


def test_for_a_child_somebody_consents(unit: Precinct) -> None:
    matter = family_matter(unit)
    assert refused(matter, 2) == {"safety.guardian_needed"}
    matter.consent(2, guardian_name="دستور قضایی ۱۲")
    matter.consent(0)


def offered_to(matter: Matter, who: int) -> set[str]:
    """What the sheet asks of somebody."""
    kinds = matter.safety.consent_sheet(matter.worker, matter.case_id, matter.persons[who]).kinds
    return {kind.opens for kind in kinds}


def test_a_joint_session_is_asked_after_the_own_screen(couple: Matter) -> None:
    couple.consent(0)
    assert refused(couple, 0, kind="joint_session") == {"safety.screen_before_joint"}
    assert "joint" not in offered_to(couple, 0)
    couple.screen(0)
    assert "joint" in offered_to(couple, 0)
    couple.consent(0, "joint_session")
    couple.change(CaseFile, couple.case_id, joint_policy=JointPolicy.FORBIDDEN)
    assert "joint" not in offered_to(couple, 0)
    couple.change(CaseFile, couple.case_id, joint_policy=JointPolicy.ALLOWED)
    assert "joint" in offered_to(couple, 0)
    couple.later(days=31)
    assert "joint" not in offered_to(couple, 0), "the screen is too old to ask by"


def test_it_is_not_offered_to_who_is_afraid(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0, ("afraid_of_other",))
    assert "joint" not in offered_to(couple, 0)


def test_nothing_is_decided_in_the_future_or_withdrawn_before_it_was_given(couple: Matter) -> None:
    tomorrow = couple.unit.clock.now() + timedelta(days=1)
    assert refused(couple, 0, decided_at=tomorrow) == {"safety.consent_in_future"}
    assert refused(couple, 0, decision=WITHDRAWN) == {"safety.nothing_to_withdraw"}


def test_a_sheet_typed_late_does_not_undo_a_later_withdrawal(couple: Matter) -> None:
    noon = couple.unit.clock.now()
    couple.later(hours=3)
    couple.consent(0)
    couple.consent(0, decision=WITHDRAWN)
    couple.consent(0, decided_at=noon)
    with pytest.raises(InvalidError, match=r"safety\.consent_first"):
        couple.screen(0)


def test_health_is_closed_until_consent_and_after_its_withdrawal(couple: Matter) -> None:
    safety, worker, wife = couple.safety, couple.worker, couple.persons[0]
    draft = HealthDraft(couple.case_id, wife, medication="قرص فشار")
    assert safety.health(worker, couple.case_id, wife) is None
    with pytest.raises(InvalidError, match=r"safety\.consent_first"):
        safety.save_health(worker, draft)
    couple.consent(0)
    safety.save_health(worker, draft)
    stored = safety.health(worker, couple.case_id, wife)
    assert stored is not None
    assert stored.medication == "قرص فشار"
    couple.consent(0, decision=WITHDRAWN)
    assert safety.health(worker, couple.case_id, wife) is None
    with pytest.raises(InvalidError, match=r"safety\.consent_first"):
        safety.save_health(worker, draft)
    couple.consent(0)
    assert safety.health(worker, couple.case_id, wife) == stored


def test_an_emergency_opens_health_until_the_person_says_no(couple: Matter) -> None:
    safety, worker, wife = couple.safety, couple.worker, couple.persons[0]
    safety.save_health(worker, HealthDraft(couple.case_id, wife, medication="انسولین", emergency_reason="بی‌هوش شد"))
    assert safety.health(worker, couple.case_id, wife) is not None
    couple.consent(0, decision=REFUSED)
    assert safety.health(worker, couple.case_id, wife) is None


def test_the_other_sides_consent_opens_nothing(couple: Matter) -> None:
    couple.consent(1)
    assert couple.safety.health(couple.worker, couple.case_id, couple.persons[0]) is None
    with pytest.raises(InvalidError, match=r"safety\.consent_first"):
        couple.screen(0)


def test_a_colleague_who_does_not_see_the_case_sees_nothing(unit: Precinct, couple: Matter) -> None:
    with pytest.raises(NotAllowedError):
        couple.safety.consent_sheet(unit.clerk, couple.case_id, couple.persons[0])
    with pytest.raises(NotAllowedError):
        couple.safety.state(unit.actors["station_commander"], couple.case_id)
    with pytest.raises(NotFoundError):
        couple.safety.outline(unit.actors["peace_facilitator"], couple.case_id)


def test_the_case_page_is_told_neither_result_nor_reason(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0, ("locked_in",), result_reason="ترسیده بود")
    couple.flag(0, "suicide", note="گفت خسته شده")
    outline = couple.safety.outline(couple.worker, couple.case_id)
    assert outline.gate.conditions == ()
    assert outline.policy_reason == ""
    assert all(flag.note == "" for flag in outline.flags)
    screen = outline.parties[0].screen
    assert screen is not None
    assert (screen.result, screen.result_label) == (None, "")
    assert all(party.consents == () for party in outline.parties)


def test_the_next_step_of_each(unit: Precinct, couple: Matter) -> None:
    def step(who: int) -> str:
        return couple.safety.state(couple.worker, couple.case_id).parties[who].next_step

    assert step(0) == "consent"
    couple.consent(0)
    assert step(0) == "screen"
    couple.screen(0)
    assert step(0) == "joint_consent"
    couple.consent(0, "joint_session", REFUSED)
    assert step(0) == "invite_answer"
    couple.consent(1, decision=REFUSED)
    assert step(1) == "", "nobody is pressed"
    couple.flag(1, "medical", FlagLevel.IMMINENT)
    assert step(1) == "danger"


def test_a_minor_is_called_by_initials(unit: Precinct) -> None:
    matter = family_matter(unit)
    state = matter.safety.state(matter.worker, matter.case_id)
    assert [party.is_child for party in state.parties] == [False, False, True]
    assert "نی‌نا" not in state.parties[2].name
