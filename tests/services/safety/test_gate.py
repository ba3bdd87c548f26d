"""The gate before joint sessions (R-7, P-4, P-11)."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import pytest
from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import JointPolicy, Side
from models.safety import DangerResponse
from services.cases import Cases, PartyDraft
from services.catalogue import knows
from services.errors import InvalidError, NotAllowedError
from services.safety import ConsentDecision, FlagLevel
from tests.factories import Precinct
from tests.services.safety.matter import Matter, couple_matter, family_matter, make, neighbours, person


def test_it_opens_when_both_talked_are_clear_and_agreed(couple: Matter) -> None:
    couple.clear(0)
    assert not couple.gate().is_open
    couple.clear(1)
    assert couple.policy() is JointPolicy.ALLOWED
    state = couple.gate()
    assert (state.is_open, state.conditions) == (True, ())


@dataclass(frozen=True)
class Side_:
    """What one adult did: the gate may open for both at their best alone."""

    screened: bool
    clear: bool
    current: bool
    agreed: str


@pytest.mark.parametrize(
    "done",
    [
        Side_(*values)
        for values in product(
            [True, False], [True, False], [True, False], ["after", "before", "refused", "withdrawn", ""]
        )
        if values[0] or (values[1], values[2]) == (True, True)
    ],
    ids=str,
)
def test_it_is_shut_unless_each_adult_is_screened_clear_current_and_agreed(unit: Precinct, done: Side_) -> None:
    matter = neighbours(unit)
    matter.consent(0)
    if done.screened:
        if done.agreed == "before":
            matter.screen(0)
            matter.consent(0, "joint_session")
        matter.screen(0, () if done.clear else ("afraid_of_other",))
    if done.screened and done.agreed in ("after", "withdrawn"):
        matter.consent(0, "joint_session")
    if done.agreed == "withdrawn" and done.screened:
        matter.consent(0, "joint_session", ConsentDecision.WITHDRAWN)
    if done.agreed == "refused":
        matter.consent(0, "joint_session", ConsentDecision.REFUSED)
    if not done.current:
        matter.later(days=31)
    matter.clear(1)
    matter.change(CaseFile, joint_policy=JointPolicy.ALLOWED)
    best = done == Side_(True, True, True, "after")
    assert matter.gate().is_open is best


@pytest.mark.parametrize("policy", list(JointPolicy))
def test_every_policy_but_allowed_shuts_it(couple: Matter, policy: JointPolicy) -> None:
    couple.clear(0)
    couple.clear(1)
    couple.change(CaseFile, joint_policy=policy)
    assert couple.gate().is_open is (policy is JointPolicy.ALLOWED)


@pytest.mark.parametrize(
    ("kind", "shuts"),
    [
        ("ipv_victim", True),
        ("weapon", True),
        ("child_at_risk", True),
        ("flight_risk_runaway", True),
        ("medical", False),
    ],
)
def test_a_flag_shuts_it_as_its_kind_says(couple: Matter, kind: str, shuts: bool) -> None:
    couple.clear(0)
    couple.clear(1)
    couple.flag(1, kind, FlagLevel.LOW)
    assert couple.gate().is_open is not shuts


def test_imminent_danger_can_be_overridden_by_nobody(couple: Matter) -> None:
    couple.clear(0)
    couple.clear(1)
    couple.flag(0, "medical", FlagLevel.IMMINENT)
    state = couple.gate()
    assert not state.is_open
    assert not state.is_overridable
    assert "imminent" in couple.conditions()
    with couple.unit.uow.write(couple.unit.head) as tx:
        for page in tx.session.scalars(select(DangerResponse)):
            page.completed_at = tx.now
        tx.record("danger.complete", "case", couple.case_id)
    assert not couple.gate().is_overridable, "the page is done, the danger is not over"


def test_a_file_without_an_adult_has_nobody_to_sit_together(couple: Matter) -> None:
    couple.clear(0)
    couple.clear(1)
    with couple.unit.uow.write(couple.unit.head) as tx:
        for party_id in couple.parties:
            tx.get(CaseParty, party_id).is_removed = True
        tx.record("party.remove", "case", couple.case_id)
    assert (couple.gate().is_open, couple.conditions()) == (False, {"no_party"})


def test_a_third_adult_waits_too(unit: Precinct, couple: Matter) -> None:
    couple.clear(0)
    couple.clear(1)
    cases = Cases(unit.uow, unit.codes)
    version = cases.get(unit.head, couple.case_id).version
    cases.add_party(unit.head, couple.case_id, version, PartyDraft(person("فرد"), "relative", Side.B))
    assert couple.conditions() == {"no_screen", "no_joint_consent"}


def test_a_grown_child_is_screened_and_a_small_one_is_not(unit: Precinct) -> None:
    matter = make(
        unit,
        "parent_child",
        PartyDraft(person("رها", "female"), "mother", Side.A, is_inviting=True),
        PartyDraft(person("سام", "male", birth_on=date(1995, 5, 5)), "child", Side.B),
    )
    matter.clear(0)
    assert matter.conditions() >= {"no_screen", "no_joint_consent"}
    family = family_matter(unit)
    for who in (0, 1):
        family.clear(who)
    assert family.gate().is_open


def test_a_married_minor_is_screened_like_an_adult(unit: Precinct) -> None:
    matter = couple_matter(unit, wife=person("رها", "female", birth_on=date(2010, 5, 5)))
    matter.clear(1)
    assert "no_screen" in matter.conditions()
    matter.consent(0, guardian_name="نظر کتبی مسئول واحد")
    matter.screen(0)
    matter.consent(0, "joint_session", guardian_name="نظر کتبی مسئول واحد")
    assert matter.gate().is_open


def test_every_condition_has_words(unit: Precinct) -> None:
    for code in (
        *(f"policy_{policy.value}" for policy in JointPolicy if policy is not JointPolicy.ALLOWED),
        *("no_party", "no_screen", "screen_old", "danger", "no_joint_consent", "joint_refused"),
        *("joint_consent_before_screen", "flag", "imminent"),
    ):
        assert knows(f"safety.condition.{code}"), code


def test_only_the_head_lifts_forbidden(couple: Matter) -> None:
    couple.safety.set_policy(couple.worker, couple.case_id, JointPolicy.FORBIDDEN, "تهدید تازه")
    for policy in (JointPolicy.ALLOWED, JointPolicy.NOT_SCREENED, JointPolicy.SEPARATE_ONLY):
        with pytest.raises(NotAllowedError):
            couple.safety.set_policy(couple.worker, couple.case_id, policy, "دلیل")
    assert couple.policy() is JointPolicy.FORBIDDEN
    couple.safety.set_policy(couple.unit.head, couple.case_id, JointPolicy.ALLOWED, "بازبینی شد")
    assert couple.policy() is JointPolicy.ALLOWED


def test_a_policy_needs_a_reason(couple: Matter) -> None:
    with pytest.raises(InvalidError, match=r"safety\.reason_needed"):
        couple.safety.set_policy(couple.worker, couple.case_id, JointPolicy.SEPARATE_ONLY, "  ")


def test_a_screen_makes_the_policy_stricter_and_never_looser(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0, ("weapon_used",))
    assert couple.policy() is JointPolicy.FORBIDDEN
    couple.consent(1)
    couple.screen(1)
    couple.later(days=1)
    couple.screen(0)
    assert couple.policy() is JointPolicy.FORBIDDEN


def test_what_the_head_lifted_stays_lifted_until_a_new_danger(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0, ("weapon_used",))
    couple.safety.set_policy(couple.unit.head, couple.case_id, JointPolicy.ALLOWED, "بازبینی شد")
    couple.consent(1)
    couple.screen(1)
    assert couple.policy() is JointPolicy.ALLOWED
    assert not couple.gate().is_open
    couple.later(days=1)
    couple.screen(0, ("strangled",))
    assert couple.policy() is JointPolicy.FORBIDDEN


def test_the_review_of_a_screen_is_30_days(couple: Matter) -> None:
    couple.clear(0)
    couple.clear(1)
    couple.unit.clock.advance(timedelta(days=29))
    assert couple.gate().is_open
    couple.unit.clock.advance(timedelta(days=2))
    assert "screen_old" in couple.conditions()
