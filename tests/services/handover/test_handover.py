"""A colleague's work in other hands: files, hours and letters go and come back; what clashes stays and is told."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from models.case import CaseWorker
from models.enums import Confidentiality
from services.actor import Actor
from services.cases import CaseDraft, PartyDraft, Side
from services.errors import InvalidDraft, InvalidError, NotAllowedError, NotFoundError
from services.handover import HandoverDraft, HandoverKind, Handovers, HandoverState, ItemDraft
from services.handover.shapes import Given
from services.letters import ActionDraft, LetterDirection, LetterDraft, Letters
from services.people import PersonDraft
from services.scheduling.shapes import AppointmentDraft
from services.worklist import TaskKind, WorkFilter, Worklist
from tests.services.work import TODAY, Work

TOMORROW = TODAY + timedelta(days=1)
WEEK = TODAY + timedelta(days=6)


def handovers(work: Work) -> Handovers:
    return Handovers(work.unit.uow, work.unit.codes)


def draft(work: Work, *items: ItemDraft, **given: Any) -> HandoverDraft:
    """The counsellor is away from tomorrow for a week."""
    fields: dict[str, Any] = {
        "staff_id": work.worker.staff_id,
        "kind": HandoverKind.ABSENCE,
        "first_on": TOMORROW,
        "last_on": WEEK,
        "items": items,
    }
    return HandoverDraft(**(fields | given))


def give(work: Work, *items: ItemDraft, actor: Actor | None = None, **given: Any) -> Given:
    return handovers(work).give(actor or work.worker, draft(work, *items, **given)).value


def to(work: Work, case_id: UUID | None, note: str = "", who: Actor | None = None) -> ItemDraft:
    return ItemDraft(case_id, (who or work.unit.second).staff_id, note)


def responsible(work: Work, case_id: UUID) -> UUID:
    return work.detail(case_id).row.responsible_id


def staff_of(work: Work, appointment_id: UUID) -> tuple[UUID, ...]:
    return work.scheduling.row(work.unit.head, appointment_id).staff_ids


def test_the_file_and_its_hours_go_to_the_colleague(work: Work) -> None:
    case_id = work.register()
    today, later = work.book(case_id), work.book(case_id, day=TOMORROW)
    given = give(work, to(work, case_id, "به برادرش زنگ نزنید"))
    assert (given.count, given.to_move) == (1, ())
    assert responsible(work, case_id) == work.unit.second.staff_id
    assert staff_of(work, later.id) == (work.unit.second.staff_id,)
    assert staff_of(work, today.id) == (work.worker.staff_id,)
    told = handovers(work).of_case(work.worker, case_id)[0]
    assert (told.from_name, told.to_name, told.note) == (
        work.worker.name,
        work.unit.second.name,
        "به برادرش زنگ نزنید",
    )
    assert "handover.give" in work.actions()


def test_the_list_counts_what_is_open(work: Work) -> None:
    first, second = work.register(), work.register()
    work.book(first, day=TOMORROW)
    work.book(second, day=WEEK + timedelta(days=1))
    found = handovers(work).work(work.worker, work.worker.staff_id, HandoverKind.ABSENCE, TOMORROW, WEEK)
    items = {item.case_id: item for item in found.items}
    assert [len(items[one].appointments) for one in (first, second)] == [1, 0]
    assert all(item.is_responsible for item in found.items)
    assert work.unit.second.staff_id in {one.id for one in found.receivers}
    assert work.unit.clerk.staff_id not in {one.id for one in found.receivers}


def test_an_hour_for_which_there_is_no_time_stays_and_is_told(work: Work) -> None:
    case_id = work.register()
    hour = work.book(case_id, day=TOMORROW)
    other = work.register()
    work.book(other, day=TOMORROW, staff_ids=(work.unit.second.staff_id,), room_id=work.unit.rooms[1])
    given = give(work, to(work, case_id))
    assert [row.id for row in given.to_move] == [hour.id]
    assert staff_of(work, hour.id) == (work.worker.staff_id,)
    assert responsible(work, case_id) == work.unit.second.staff_id
    assert [row.id for row in handovers(work).open(work.unit.head, given.handover_id).value.to_move] == [hour.id]


def test_all_at_once_to_several_with_one_note_for_all(work: Work) -> None:
    cases = [work.register() for _ in range(3)]
    psychologist = work.unit.actors["psychologist"]
    items = [to(work, cases[0]), to(work, cases[1], who=psychologist), to(work, cases[2], "خودش زنگ می‌زند")]
    given = give(work, *items, note="تا شنبه برمی‌گردم")
    row = handovers(work).open(work.worker, given.handover_id).value
    assert {item.case_id: item.note for item in row.items} == {
        cases[0]: "تا شنبه برمی‌گردم",
        cases[1]: "تا شنبه برمی‌گردم",
        cases[2]: "خودش زنگ می‌زند",
    }
    assert set(row.receivers) == {work.unit.second.name, psychologist.name}


def test_letters_and_hours_without_a_file_go_along(work: Work) -> None:
    letters = Letters(work.unit.uow, work.unit.codes)
    book = LetterDraft(LetterDirection.INCOMING, "referral_order", correspondent="دادسرا", subject="استعلام")
    letter = letters.register(work.unit.head, book).value
    action = letters.assign(work.unit.head, ActionDraft(letter.id, work.worker.staff_id, "اقدام شود")).value
    hour = AppointmentDraft(None, "outreach", TOMORROW, 600, None, (work.worker.staff_id,))
    workshop = work.scheduling.book(work.unit.head, hour).value
    given = give(work, to(work, None))
    assert staff_of(work, workshop.id) == (work.unit.second.staff_id,)
    told = letters.detail(work.unit.second, letter.id).actions
    assert [(one.id, one.to_name) for one in told] == [(action.id, work.unit.second.name)]
    item = handovers(work).open(work.worker, given.handover_id).value.items[0]
    assert (item.appointments, item.letters, item.initials) == (1, 1, "بدون پرونده")


def test_at_the_end_of_the_absence_everything_returns(work: Work) -> None:
    first, second = work.register(), work.register()
    hour = work.book(first, day=TOMORROW)
    given = give(work, to(work, first), to(work, second))
    items = handovers(work).open(work.worker, given.handover_id).value.items
    one = next(item for item in items if item.case_id == second)
    back = handovers(work).give_back(work.worker, given.handover_id, given.version, (one.id,)).value
    assert (back.count, responsible(work, second)) == (1, work.worker.staff_id)
    assert handovers(work).open(work.worker, given.handover_id).value.state is HandoverState.OPEN
    handovers(work).give_back(work.worker, given.handover_id, back.version)
    assert responsible(work, first) == work.worker.staff_id
    assert staff_of(work, hour.id) == (work.worker.staff_id,)
    assert handovers(work).open(work.worker, given.handover_id).value.state is HandoverState.RETURNED


def test_undone_it_is_as_if_it_had_not_been(work: Work) -> None:
    case_id = work.register()
    hour = work.book(case_id, day=TOMORROW)
    given = give(work, to(work, case_id))
    handovers(work).undo(work.worker, given.handover_id, given.version)
    assert responsible(work, case_id) == work.worker.staff_id
    assert staff_of(work, hour.id) == (work.worker.staff_id,)
    assert handovers(work).of_case(work.worker, case_id)[0].is_undone


def test_after_a_day_nothing_is_undone_and_for_good_nothing_returns(work: Work) -> None:
    case_id = work.register()
    given = give(work, to(work, case_id), kind=HandoverKind.LEAVING, first_on=TODAY, last_on=None)
    with pytest.raises(InvalidError) as caught:
        handovers(work).give_back(work.worker, given.handover_id, given.version)
    assert caught.value.key == "handover.for_good"
    work.later(days=1, minutes=1)
    with pytest.raises(InvalidError) as caught:
        handovers(work).undo(work.worker, given.handover_id, given.version)
    assert caught.value.key == "handover.too_late"


def test_a_file_that_a_third_one_took_over_stays_there(work: Work) -> None:
    case_id = work.register()
    given = give(work, to(work, case_id))
    third = work.unit.actors["psychologist"]
    work.cases.assign(work.unit.head, case_id, work.detail(case_id).version, third.staff_id)
    back = handovers(work).give_back(work.worker, given.handover_id, given.version).value
    assert (back.count, back.kept, responsible(work, case_id)) == (0, 1, third.staff_id)


def test_who_only_shares_the_work_gives_the_share(work: Work) -> None:
    head, second = work.unit.head, work.unit.second
    case_id = work.register(responsible_id=head.staff_id)
    work.cases.assign(head, case_id, work.detail(case_id).version, head.staff_id, (work.worker.staff_id,))
    given = give(work, to(work, case_id))
    assert (responsible(work, case_id), workers(work, case_id)) == (head.staff_id, {second.staff_id})
    handovers(work).give_back(work.worker, given.handover_id, given.version)
    assert workers(work, case_id) == {work.worker.staff_id}


def workers(work: Work, case_id: UUID) -> set[UUID]:
    with work.unit.uow.read(work.unit.head) as tx:
        return set(tx.session.scalars(select(CaseWorker.staff_id).where(CaseWorker.case_id == case_id)))


def test_a_restricted_file_comes_back_to_who_lost_sight_of_it(work: Work) -> None:
    case_id = work.register()
    hour = work.book(case_id, day=TOMORROW)
    version = work.detail(case_id).version
    work.cases.set_confidentiality(work.unit.head, case_id, version, Confidentiality.RESTRICTED)
    given = give(work, to(work, case_id))
    with pytest.raises(NotFoundError):
        work.cases.get(work.worker, case_id)
    assert handovers(work).open(work.worker, given.handover_id).value.items == ()
    back = handovers(work).give_back(work.worker, given.handover_id, given.version).value
    assert (back.count, responsible(work, case_id)) == (1, work.worker.staff_id)
    assert staff_of(work, hour.id) == (work.worker.staff_id,)


# --- who may, and who must not receive (P-7) ----------------------------------------------------------------------


def refused(work: Work, *items: ItemDraft, actor: Actor | None = None, **given: Any) -> set[str]:
    with pytest.raises((InvalidError, InvalidDraft)) as caught:
        give(work, *items, actor=actor, **given)
    error = caught.value
    return {one.key for one in error.errors} if isinstance(error, InvalidDraft) else {error.key}


def test_a_counsellor_gives_the_own_work_alone_and_the_head_anybodys(work: Work) -> None:
    case_id = work.register()
    with pytest.raises(NotAllowedError):
        give(work, to(work, case_id), actor=work.unit.second)
    with pytest.raises(NotAllowedError):
        give(work, to(work, case_id), actor=work.unit.clerk)
    assert give(work, to(work, case_id), actor=work.unit.head).count == 1


def test_the_other_side_of_the_colleagues_own_file_is_refused_in_neutral_words(work: Work) -> None:
    case_id = work.register()
    husband = work.detail(case_id).parties[1].person_id
    opposite = CaseDraft(
        "neighbour_dispute",
        (
            PartyDraft(PersonDraft(id=husband), "applicant", Side.A, "neighbour"),
            PartyDraft(PersonDraft(given_name="سام", family_name="نمونه"), "respondent", Side.B, "neighbour"),
        ),
        responsible_id=work.unit.second.staff_id,
    )
    work.register(opposite, actor=work.unit.head)
    assert refused(work, to(work, case_id)) == {"handover.other_colleague"}
    found = handovers(work).work(work.worker, work.worker.staff_id, HandoverKind.ABSENCE, TOMORROW, WEEK)
    item = next(item for item in found.items if item.case_id == case_id)
    assert item.refused == (work.unit.second.staff_id,)
    assert item.words == "این پرونده را به همکار دیگری بسپارید."
    assert give(work, to(work, case_id, who=work.unit.actors["psychologist"])).count == 1


def test_a_party_who_is_the_colleague_is_refused(work: Work) -> None:
    given_name, _, family_name = work.unit.second.name.partition(" ")
    parties = (
        PartyDraft(PersonDraft(given_name=given_name, family_name=family_name), "applicant", Side.A, "neighbour"),
        PartyDraft(PersonDraft(given_name="سام", family_name="نمونه"), "respondent", Side.B, "neighbour"),
    )
    case_id = work.register(CaseDraft("neighbour_dispute", parties, responsible_id=work.worker.staff_id))
    assert refused(work, to(work, case_id), actor=work.unit.head) == {"handover.other_colleague"}


def test_a_staff_relatives_file_is_given_by_the_head_alone(work: Work) -> None:
    case_id = work.register()
    version = work.detail(case_id).version
    work.cases.set_confidentiality(work.unit.head, case_id, version, Confidentiality.STAFF_RELATIVE)
    assert refused(work, to(work, case_id)) == {"handover.by_the_head"}
    assert give(work, to(work, case_id), actor=work.unit.head).count == 1


def test_who_is_away_or_holds_no_files_receives_nothing(work: Work) -> None:
    case_id, other = work.register(), work.register(responsible_id=work.unit.second.staff_id)
    second_away = draft(work, to(work, other, who=work.worker), staff_id=work.unit.second.staff_id)
    handovers(work).give(work.unit.second, second_away)
    assert refused(work, to(work, case_id)) == {"handover.receiver_away"}
    assert refused(work, to(work, case_id, who=work.unit.clerk)) == {"handover.no_receiver"}
    assert refused(work, to(work, case_id, who=work.worker)) == {"handover.no_receiver"}


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"first_on": WEEK, "last_on": TOMORROW}, "handover.ends_before"),
        ({"first_on": date(2026, 1, 1), "last_on": date(2026, 1, 2)}, "handover.past_day"),
        ({"last_on": None}, "errors.required"),
        ({"last_on": TODAY + timedelta(days=500)}, "handover.too_long"),
        ({"kind": HandoverKind.LEAVING, "first_on": date(2026, 1, 1)}, "handover.past_day"),
    ],
)
def test_days_that_cannot_be(work: Work, given: dict[str, Any], key: str) -> None:
    assert refused(work, to(work, work.register()), **given) == {key}


def test_nothing_and_the_same_file_twice_are_refused(work: Work) -> None:
    case_id = work.register()
    assert refused(work) == {"handover.nothing"}
    assert refused(work, to(work, case_id), to(work, case_id)) == {"handover.twice"}


def test_a_file_that_is_not_the_givers_work_does_not_exist_here(work: Work) -> None:
    other = work.register(responsible_id=work.unit.second.staff_id)
    with pytest.raises(NotFoundError):
        give(work, to(work, other))


def test_a_note_is_for_those_whom_it_concerns(work: Work) -> None:
    case_id = work.register()
    give(work, to(work, case_id, "رمز کمد نزد من است"))
    readers = (work.worker, work.unit.second, work.unit.head)
    assert {handovers(work).of_case(one, case_id)[0].note for one in readers} == {"رمز کمد نزد من است"}
    assert handovers(work).of_case(work.unit.actors["psychologist"], case_id)[0].note == ""
    assert handovers(work).list(work.unit.actors["psychologist"]) == ()


def test_the_receiver_is_told_until_it_was_seen_and_who_gave_it_sees_that(work: Work) -> None:
    given = give(work, to(work, work.register()), to(work, work.register()))
    worklist, second = Worklist(work.unit.uow, work.unit.codes), work.unit.second

    def told(actor: Actor) -> list[str]:
        rows = worklist.page(actor, WorkFilter(kind=TaskKind.HANDED)).rows
        return [f"{row.task.title} · {row.task.line}" for row in rows]

    assert told(second) == [f"کار {work.worker.name} به شما سپرده شده است · ۲ پرونده"]
    assert told(work.worker) == told(work.unit.head) == []
    mine = handovers(work).open(work.worker, given.handover_id).value
    assert mine.unseen_by == (second.name,)
    assert told(second), "who gave it has looked, not who has it now"
    handovers(work).open(second, given.handover_id)
    assert told(second) == []
    (row,) = handovers(work).list(work.worker)
    assert row.unseen_by == ()
    assert {item.seen_at is None for item in row.items} == {False}
