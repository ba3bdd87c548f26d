"""The other side's invitation (P-1), in every combination."""

from dataclasses import replace
from itertools import product

import pytest
from sqlalchemy import select

from models.case import CaseParty
from models.enums import ScreenState
from models.safety import RiskFlag
from services.cases import Cases, PartyDraft, PartyEdit, PartyRow, Side
from services.errors import InvalidError
from services.people import PersonDraft
from services.safety import FlagLevel, InviteAnswer
from tests.factories import Precinct
from tests.services.safety.matter import Matter, couple_matter, family_matter, make, person

SCREENS = ("none", "clear", "high")


@pytest.mark.parametrize(("screen", "answer", "ordered"), list(product(SCREENS, InviteAnswer, [False, True])))
def test_every_combination(unit: Precinct, screen: str, answer: InviteAnswer, ordered: bool) -> None:
    """The other side may be invited after her own screen and "no objection"; or where an authority ordered both,
    she did not hold it back, and nothing dangerous stands."""
    matter = couple_matter(unit)
    if screen != "none":
        matter.consent(0)
        matter.screen(0, ("locked_in",) if screen == "high" else ())
    matter.change(CaseParty, matter.parties[0], invite_answer=answer, invite_answered_at=unit.clock.now())
    if ordered:
        matter.order_both()
    agreed = screen != "none" and answer is InviteAnswer.NO_OBJECTION
    held_back = answer in (InviteAnswer.NOT_YET, InviteAnswer.NEVER)
    by_order = ordered and not held_back and screen != "high"
    assert matter.may_invite(1) is (agreed or by_order)
    assert matter.may_invite(0), "who asked for help may always be invited"


def test_any_flag_ends_the_way_by_order(couple: Matter) -> None:
    couple.order_both()
    assert couple.may_invite(1)
    couple.flag(1, "medical", FlagLevel.LOW)
    assert not couple.may_invite(1)


def test_a_dangerous_screen_ends_it_too_when_its_flag_is_closed(couple: Matter) -> None:
    couple.order_both()
    couple.consent(0)
    couple.screen(0, ("locked_in",))
    with couple.unit.uow.write(couple.unit.head) as tx:
        for flag in tx.session.scalars(select(RiskFlag)):
            flag.closed_at = tx.now
        tx.record("flag.close", "case", couple.case_id)
    assert not couple.may_invite(1)


def test_a_screen_that_was_not_done_opens_nothing(couple: Matter) -> None:
    couple.consent(0)
    couple.safety.record_screen(
        couple.worker, couple.draft(0, answers=(), was_alone=False, not_done_reason="همراه بیرون نرفت")
    )
    assert [screen.state for screen in couple.screens()] == [ScreenState.NOT_DONE]
    with pytest.raises(InvalidError, match=r"safety\.screen_before_invitation"):
        couple.answer(0, InviteAnswer.NO_OBJECTION)
    assert not couple.may_invite(1)


def test_a_dangerous_screen_asks_again(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0)
    couple.answer(0, InviteAnswer.NO_OBJECTION)
    assert couple.may_invite(1)
    couple.later(days=2)
    couple.screen(0, ("locked_in",))
    assert not couple.may_invite(1)
    couple.answer(0, InviteAnswer.NO_OBJECTION)
    assert couple.may_invite(1)


def test_imminent_danger_holds_every_invitation_of_the_other_side_back(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0)
    couple.answer(0, InviteAnswer.NO_OBJECTION)
    couple.order_both()
    couple.flag(0, "medical", FlagLevel.IMMINENT)
    assert not couple.may_invite(1)
    assert couple.may_invite(0)


def test_the_other_sides_word_counts_for_nothing(couple: Matter) -> None:
    """A husband's «no objection» must not make him the one who invites himself."""
    couple.consent(1)
    couple.screen(1)
    with pytest.raises(InvalidError, match=r"safety\.not_inviting"):
        couple.answer(1, InviteAnswer.NO_OBJECTION)
    assert not couple.may_invite(1)


def test_where_both_came_each_waits_for_the_other(unit: Precinct) -> None:
    matter = couple_matter(unit, inviting="ab")
    assert not matter.may_invite(0)
    assert not matter.may_invite(1)
    matter.consent(0)
    matter.screen(0)
    matter.answer(0, InviteAnswer.NO_OBJECTION)
    assert matter.may_invite(1)
    assert not matter.may_invite(0)


def test_never_stands_whoever_is_called_inviting_later(couple: Matter) -> None:
    couple.answer(0, InviteAnswer.NEVER)
    couple.change(CaseParty, couple.parties[0], is_inviting=False)
    couple.change(CaseParty, couple.parties[1], is_inviting=True)
    couple.order_both()
    assert not couple.may_invite(1)


def test_nobody_inviting_leaves_only_the_order(unit: Precinct) -> None:
    matter = couple_matter(unit, inviting="")
    assert not matter.may_invite(0)
    assert not matter.may_invite(1)
    matter.order_both()
    assert matter.may_invite(0)
    assert matter.may_invite(1)


def test_everybody_who_asked_for_help_has_no_objection(unit: Precinct) -> None:
    wife = PartyDraft(person("رها", "female"), "wife", Side.A, "spouse", is_inviting=True)
    mother = PartyDraft(person("مینا", "female"), "relative", Side.A, is_inviting=True)
    husband = PartyDraft(person("سام", "male"), "husband", Side.B, "spouse")
    matter = make(unit, "marital_conflict", wife, mother, husband)
    for who in (0, 1):
        assert not matter.may_invite(2)
        matter.consent(who)
        matter.screen(who)
        matter.answer(who, InviteAnswer.NO_OBJECTION)
    assert matter.may_invite(2)


def test_of_two_without_a_side_each_speaks_for_the_other_s(unit: Precinct) -> None:
    first = PartyDraft(person("رها", "female"), "applicant", Side.NONE, "neighbour")
    matter = make(
        unit, "neighbour_dispute", first, PartyDraft(person("سام", "male"), "respondent", Side.NONE, "neighbour")
    )
    matter.order_both()
    assert matter.may_invite(1)
    matter.change(CaseParty, matter.parties[0], invite_answer=InviteAnswer.NEVER, invite_answered_at=unit.clock.now())
    assert not matter.may_invite(1)


def test_a_child_without_a_side_waits_for_the_mother(unit: Precinct) -> None:
    matter = family_matter(unit)
    assert not matter.may_invite(2)
    matter.consent(0)
    matter.screen(0)
    matter.answer(0, InviteAnswer.NO_OBJECTION)
    assert matter.may_invite(2)


def test_whoever_was_taken_off_the_case_decides_nothing(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0)
    couple.answer(0, InviteAnswer.NO_OBJECTION)
    couple.change(CaseParty, couple.parties[0], is_removed=True)
    assert not couple.may_invite(1)


@pytest.mark.parametrize("answer", [InviteAnswer.NOT_YET, InviteAnswer.NEVER])
def test_no_change_of_the_parties_leads_round_an_answer(unit: Precinct, answer: InviteAnswer) -> None:
    """Neither by the side, nor by who invites, nor by taking somebody off and on again; one sentence for all."""
    wife = PartyDraft(person("رها", "female"), "wife", Side.A, "spouse", is_inviting=True)
    husband = PartyDraft(person("سام", "male"), "husband", Side.B, "spouse")
    matter = make(unit, "marital_conflict", wife, husband, PartyDraft(person("مینا", "female"), "relative", Side.A))
    matter.answer(0, answer)
    cases, worker = Cases(unit.uow, unit.codes), matter.worker

    def parties() -> tuple[PartyRow, ...]:
        return cases.get(worker, matter.case_id).parties

    hers, his, mothers = parties()
    for party, edit in (
        (hers, PartyEdit("wife", Side.A, "spouse")),
        (hers, PartyEdit("wife", Side.B, "spouse", is_inviting=True)),
        (his, PartyEdit("husband", Side.A, "spouse", is_inviting=True)),
    ):
        with pytest.raises(InvalidError, match=r"cases\.sides_stay"):
            cases.edit_party(worker, party.id, party.version, edit)
    with pytest.raises(InvalidError, match=r"cases\.party_has_work"):
        cases.remove_party(worker, hers.id, hers.version, "به اشتباه")
    cases.remove_party(worker, his.id, his.version, "به اشتباه")
    version = cases.get(worker, matter.case_id).version
    again = PartyDraft(PersonDraft(id=his.person_id), "husband", Side.A, "spouse", is_inviting=True)
    with pytest.raises(InvalidError, match=r"cases\.sides_stay"):
        cases.add_party(worker, matter.case_id, version, again)
    cases.add_party(worker, matter.case_id, version, replace(again, side=Side.B))
    cases.edit_party(worker, mothers.id, mothers.version, PartyEdit("relative", Side.B))
    assert not matter.may_invite(1), "though he asks for help now"


def test_an_answer_does_not_outlive_a_change_of_who_invites(couple: Matter) -> None:
    couple.consent(0)
    couple.screen(0)
    couple.answer(0, InviteAnswer.NO_OBJECTION)
    cases = Cases(couple.unit.uow, couple.unit.codes)
    party = cases.get(couple.worker, couple.case_id).parties[0]
    cases.edit_party(couple.worker, party.id, party.version, PartyEdit("wife", Side.A, "spouse"))
    state = couple.safety.state(couple.worker, couple.case_id)
    assert state.parties[0].invite_answer == InviteAnswer.UNASKED.value
