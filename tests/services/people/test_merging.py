"""Joining two records of one person: everything moves, nothing is shown to anybody who didn't see it before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from models.case import CaseParty
from models.person import Contact, Person
from models.safety import Consent
from services import audit
from services.actor import Actor
from services.cases import CaseDraft, Cases, Confidentiality
from services.cases.registering import register_case
from services.errors import InvalidError, NotAllowedError, NotFoundError, StaleError
from services.people import ContactDraft, ContactKind, MergeDraft, People, PersonDraft, as_stored
from services.persian.national_code import synthetic
from services.safety import ConsentDecision, ConsentDraft, Safety
from tests.factories import Precinct
from tests.services.drafts_of import between, couple, husband, wife

CODE = synthetic(31)


class Twins:
    """A hidden file with her real record, and an open one with a twin that somebody else typed."""

    def __init__(self, unit: Precinct) -> None:
        self.unit, self.people, self.cases = unit, People(unit.uow, unit.codes), Cases(unit.uow, unit.codes)
        secret = ContactDraft(ContactKind.ADDRESS, "خانه امن، کوچه یک", is_confidential=True)
        phone = ContactDraft(ContactKind.MOBILE, "09601111111")
        self.hidden = self.file(unit.counsellor, couple())
        self.old, self.him = (party.person_id for party in self.cases.get(unit.counsellor, self.hidden).parties)
        known = self.people.get(unit.counsellor, self.old).draft()
        known = replace(known, national_code=CODE, birth_on=date(1991, 4, 3), contacts=(phone, secret))
        self.people.save(unit.counsellor, known)
        row = self.cases.row(unit.head, self.hidden)
        self.cases.set_confidentiality(unit.head, row.id, row.version, Confidentiality.RESTRICTED)
        hers = replace(wife(given_name="زهره"), national_code=CODE, contacts=())
        self.open = self.file(unit.second, between(hers, PersonDraft(given_name="نادر", family_name="یزدانی")))
        self.new = self.cases.get(unit.second, self.open).parties[0].person_id

    def file(self, actor: Actor, draft: CaseDraft) -> UUID:
        with self.unit.uow.write(actor) as tx:
            case = register_case(tx, self.unit.codes, draft)
            tx.session.flush()
            return case.id

    def draft(self, *from_other: str, reason: str = "کارت ملی هر دو دیده شد") -> MergeDraft:
        seen = self.people.compare(self.unit.head, self.old, self.new)
        return MergeDraft(self.old, seen.kept.version, self.new, seen.other.version, from_other, reason)


@pytest.fixture
def twins(unit: Precinct) -> Twins:
    return Twins(unit)


def test_the_head_finds_and_compares_the_two(unit: Precinct, twins: Twins) -> None:
    assert "same_code" in {row.kind.value for row in twins.cases.notices(unit.head)}
    assert [row.id for row in twins.people.other_records(unit.head, twins.old)] == [twins.new]
    assert [row.id for row in twins.people.other_records(unit.head, twins.new)] == [twins.old]
    seen = twins.people.compare(unit.head, twins.old, twins.new)
    assert seen.differing == ("given_name", "birth_on")
    assert (seen.kept.given_name, seen.other.given_name) == ("زهرا", "زهره")


def test_everything_moves_and_old_links_lead_to_the_kept_one(unit: Precinct, twins: Twins) -> None:
    safety = Safety(unit.uow, unit.codes)
    given = ConsentDraft(twins.open, twins.new, "counselling", ConsentDecision.GIVEN, was_read_aloud=True)
    safety.record_consents(unit.second, (given,))
    done = twins.people.merge(unit.head, twins.draft("given_name")).value
    assert (done.id, done.given_name, done.birth_on) == (twins.old, "زهره", date(1991, 4, 3))
    assert twins.people.get(unit.head, twins.new).id == twins.old
    assert {case.id for case in twins.cases.earlier_files(unit.head, twins.new)} == {twins.hidden, twins.open}
    assert twins.cases.get(unit.second, twins.open).parties[0].person_id == twins.old
    assert twins.people.other_records(unit.head, twins.old) == ()
    with unit.uow.read(unit.head) as tx:
        assert set(tx.session.scalars(select(CaseParty.person_id))).isdisjoint({twins.new})
        assert set(tx.session.scalars(select(Consent.person_id))) == {twins.old}
        gone = tx.session.get(Person, twins.new)
        assert gone is not None
        assert (gone.merged_into_id, gone.twin_of_id, gone.given_name) == (twins.old, None, "زهره")
        assert audit.verify(tx.session, unit.head.unit_id, unit.uow.installation_id).broken_at is None
    assert "same_code" not in {row.kind.value for row in twins.cases.notices(unit.head)}
    assert [row.id for row in twins.people.suggest(unit.head, "زهره کریمی")] == [twins.old]
    assert [row.id for row in twins.people.suggest(unit.head, CODE)] == [twins.old]


def test_nobody_sees_more_than_before(unit: Precinct, twins: Twins) -> None:
    before = twins.people.get(unit.second, twins.new)
    twins.people.merge(unit.head, twins.draft())
    after = twins.people.get(unit.second, twins.old)
    assert (before.contacts, before.relations[0].other.name) == ((), "نادر یزدانی")
    assert after.contacts == ()
    assert [row.other.name for row in after.relations] == ["نادر یزدانی"]
    assert [case.id for case in twins.cases.earlier_files(unit.second, twins.old)] == [twins.open]
    with pytest.raises(NotFoundError):
        twins.cases.get(unit.second, twins.hidden)
    assert twins.people.suggest(unit.second, "09601111111") == ()
    own = {row.value for row in twins.people.get(unit.counsellor, twins.old).contacts}
    assert own == {"09601111111", "خانه امن، کوچه یک"}
    with unit.uow.read(unit.head) as tx:
        assert set(tx.session.scalars(select(Contact.is_confidential).where(Contact.kind == "address"))) == {True}


def test_the_other_way_round_hides_as_much(unit: Precinct, twins: Twins) -> None:
    seen = twins.people.compare(unit.head, twins.new, twins.old)
    draft = MergeDraft(
        twins.new, seen.kept.version, twins.old, seen.other.version, ("national_code", "birth_on"), "یک نفرند"
    )
    done = twins.people.merge(unit.head, draft).value
    assert (done.national_code, done.birth_on) == (CODE, date(1991, 4, 3))
    assert twins.people.get(unit.second, twins.new).contacts == ()
    assert len(twins.people.get(unit.head, twins.old).contacts) == 2


def test_opposite_sides_come_to_the_head(unit: Precinct, twins: Twins) -> None:
    other = twins.file(unit.counsellor, between(PersonDraft(given_name="مینا", family_name="راد"), wife(contacts=())))
    third = twins.cases.get(unit.counsellor, other).parties[1].person_id
    seen = twins.people.compare(unit.head, twins.old, third)
    twins.people.merge(unit.head, MergeDraft(twins.old, seen.kept.version, third, seen.other.version, (), "یک نفرند"))
    assert "opposite_sides" in {row.kind.value for row in twins.cases.notices(unit.head)}


def refusal(call: Callable[[], object]) -> tuple[str, str | None]:
    with pytest.raises(InvalidError) as caught:
        call()
    return caught.value.key, caught.value.field


def test_what_can_not_be_joined_is_said(unit: Precinct, twins: Twins) -> None:
    people, draft = twins.people, twins.draft()
    assert refusal(lambda: people.merge(unit.head, replace(draft, reason=" "))) == ("people.merge_reason", "reason")
    assert refusal(lambda: people.merge(unit.head, replace(draft, reason="ا" * 10_000)))[0] == "errors.too_long"
    itself = replace(draft, gone_id=twins.old)
    assert refusal(lambda: people.merge(unit.head, itself)) == ("people.merge_itself", "other")
    seen = people.compare(unit.head, twins.old, twins.him)
    couple_ = MergeDraft(twins.old, seen.kept.version, twins.him, seen.other.version, (), "نه")
    assert refusal(lambda: people.merge(unit.head, couple_)) == ("people.merge_same_file", "other")
    for actor in (unit.counsellor, unit.clerk):
        with pytest.raises(NotAllowedError):
            people.merge(actor, draft)
        with pytest.raises(NotAllowedError):
            people.compare(actor, twins.old, twins.new)
    people.save(unit.head, replace(people.get(unit.head, twins.new).draft(), father_name="حسین"))
    with pytest.raises(StaleError):
        people.merge(unit.head, draft)


def test_an_old_form_of_the_joined_record_is_stale(unit: Precinct, twins: Twins) -> None:
    form = twins.people.get(unit.second, twins.new).draft()
    twins.people.merge(unit.head, twins.draft())
    with pytest.raises(StaleError):
        twins.people.save(unit.second, replace(form, father_name="حسین"))
    again = between(as_stored(twins.new), husband())
    case = twins.cases.get(unit.second, twins.file(unit.second, again))
    assert case.parties[0].person_id == twins.old
