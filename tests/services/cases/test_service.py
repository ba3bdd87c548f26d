from dataclasses import replace

import pytest

from services.cases import (
    CaseEdit,
    Cases,
    CaseStatus,
    Confidentiality,
    PartyDraft,
    PartyEdit,
    Side,
)
from services.errors import InvalidError, NotAllowedError, NotFoundError, StaleError
from services.people import PersonDraft, as_stored
from tests.factories import Precinct
from tests.services.cases.conftest import Register
from tests.services.drafts_of import couple, husband, wife


def test_opening_is_recorded_before_anything_is_shown(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple())
    cases.get(unit.counsellor, case.id)
    with unit.engine.connect() as connection:
        last = connection.exec_driver_sql("SELECT action, noun FROM audit_event ORDER BY seq DESC LIMIT 1").one()
    assert tuple(last) == ("case.open", "case")


def test_the_head_of_a_case_is_edited_as_a_whole(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple(further_categories=("in_laws", "gambling")))
    edit = CaseEdit(
        "divorce_request", "موضوع تازه", further_categories=("in_laws", "anger"), has_criminal_aspect=True
    )
    after = cases.edit(unit.counsellor, case.id, case.version, edit).value
    assert (after.primary_category, after.row.subject_line) == ("divorce_request", "موضوع تازه")
    assert set(after.further_categories) == {"in_laws", "anger"}
    with pytest.raises(StaleError):
        cases.edit(unit.counsellor, case.id, case.version, edit)
    with pytest.raises(NotAllowedError):
        cases.edit(unit.actors["conscript"], case.id, after.version, edit)
    with pytest.raises(InvalidError) as caught:
        cases.edit(unit.counsellor, case.id, after.version, replace(edit, subject_line="ب" * 201))
    assert (caught.value.key, caught.value.field) == ("errors.too_long", "subject_line")


def test_a_party_is_added_changed_and_taken_off(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple())
    mother = PartyDraft(PersonDraft(given_name="مریم", family_name="نوری"), "relative", Side.B, "in_law")
    done = cases.add_party(unit.counsellor, case.id, case.version, mother)
    assert {change.noun for change in done.changes} >= {"case", "person", "party"}
    party = done.value.parties[2]
    assert (party.name, party.relation_label) == ("مریم نوری", "بستگان دیگر همسر")
    moved = cases.edit_party(unit.counsellor, party.id, party.version, PartyEdit("witness", Side.NONE)).value
    assert moved.parties[2].role == "witness"
    less = cases.remove_party(unit.counsellor, party.id, moved.parties[2].version, "اشتباه").value
    assert len(less.parties) == 2
    again = PartyDraft(as_stored(party.person_id), "witness", Side.NONE)
    assert len(cases.add_party(unit.counsellor, case.id, less.version, again).value.parties) == 3
    with pytest.raises(InvalidError) as caught:
        cases.add_party(unit.counsellor, case.id, less.version, again)
    assert caught.value.key == "cases.party_known"


def test_nobody_stands_on_both_sides_of_a_file(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple())
    him = cases.get(unit.counsellor, case.id).parties[1]
    with pytest.raises(InvalidError) as caught:
        cases.add_party(
            unit.counsellor, case.id, case.version, PartyDraft(as_stored(him.person_id), "complainant", Side.A)
        )
    assert (caught.value.key, caught.value.field) == ("cases.on_other_side", "side")
    beside = PartyDraft(as_stored(him.person_id), "witness", Side.NONE)
    case_detail = cases.add_party(unit.counsellor, case.id, case.version, beside).value
    witness = case_detail.parties[2]
    with pytest.raises(InvalidError) as caught:
        cases.edit_party(unit.counsellor, witness.id, witness.version, PartyEdit("complainant", Side.A))
    assert caught.value.key == "cases.on_other_side"


def test_errors_of_a_new_party_name_their_fields(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple())
    with pytest.raises(InvalidError) as caught:
        cases.add_party(
            unit.counsellor, case.id, case.version, PartyDraft(wife(national_code="1"), "witness", Side.NONE)
        )
    assert caught.value.field == "person.national_code"


def test_the_last_party_stays(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple(parties=couple().parties[:1]))
    party = cases.get(unit.counsellor, case.id).parties[0]
    with pytest.raises(InvalidError) as caught:
        cases.remove_party(unit.counsellor, party.id, party.version, "اشتباه")
    assert caught.value.key == "cases.last_party"


def test_taking_off_needs_a_reason(unit: Precinct, cases: Cases, register: Register) -> None:
    party = cases.get(unit.counsellor, register(unit.counsellor, couple()).id).parties[1]
    with pytest.raises(InvalidError) as caught:
        cases.remove_party(unit.counsellor, party.id, party.version, " ")
    assert (caught.value.key, caught.value.field) == ("cases.reason_needed", "reason")


def test_the_head_assigns(unit: Precinct, cases: Cases, register: Register) -> None:
    case = register(unit.counsellor, couple(worker_ids=(unit.head.staff_id,)))
    with pytest.raises(NotAllowedError):
        cases.assign(unit.counsellor, case.id, case.version, unit.second.staff_id)
    after = cases.assign(unit.head, case.id, case.version, unit.second.staff_id, (unit.counsellor.staff_id,)).value
    assert after.row.responsible_id == unit.second.staff_id
    assert [worker.staff_id for worker in after.workers] == [unit.counsellor.staff_id]
    closed = cases.set_confidentiality(unit.head, case.id, after.version, Confidentiality.RESTRICTED).value
    assert cases.row(unit.counsellor, case.id).version == closed.version
    with pytest.raises(NotFoundError):
        cases.row(unit.actors["psychologist"], case.id)


def test_an_earlier_file_becomes_history_without_circles(unit: Precinct, cases: Cases, register: Register) -> None:
    first, second = register(unit.counsellor, couple()), register(unit.counsellor, couple())
    after = cases.link_previous(unit.counsellor, second.id, second.version, first.id).value
    assert after.previous_case is not None
    assert after.previous_case.case_no == first.case_no
    assert [ref.id for ref in cases.get(unit.counsellor, first.id).later_cases] == [second.id]
    for previous, key in ((second.id, "cases.circle"), (first.id, "cases.same_case")):
        with pytest.raises(InvalidError) as caught:
            cases.link_previous(unit.counsellor, first.id, first.version, previous)
        assert caught.value.key == key


def test_a_file_is_voided_by_the_head_with_a_reason_and_never_deleted(
    unit: Precinct, cases: Cases, register: Register
) -> None:
    case = register(unit.counsellor, couple())
    with pytest.raises(NotAllowedError):
        cases.void(unit.counsellor, case.id, case.version, "دوباره ثبت شد")
    with pytest.raises(InvalidError):
        cases.void(unit.head, case.id, case.version, "")
    after = cases.void(unit.head, case.id, case.version, "دوباره ثبت شد").value
    assert (after.row.status, after.void_reason) == (CaseStatus.VOIDED, "دوباره ثبت شد")
    with pytest.raises(NotFoundError):
        cases.row(unit.counsellor, case.id)
    with pytest.raises(InvalidError):
        cases.move(unit.head, case.id, after.version, CaseStatus.ACTIVE)
    assert register(unit.counsellor, couple(parties=(PartyDraft(husband(), "applicant", Side.A),))).case_no.endswith(
        "2"
    )
