"""What the form of an appointment is filled from, read in one transaction."""

from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.person import Person
from models.unit import Staff
from models.work import AppointmentParty
from services.actor import Right
from services.cases.access import visible_case
from services.cases.rows import case_initials
from services.codes import Codes
from services.people.naming import person_initials, screen_name
from services.persian.digits import to_persian
from services.scheduling.shapes import BookingFacts, Colleague, Participant
from services.settings.service import number_in
from services.unit_of_work import Tx
from services.unit_profile.service import room_rows
from services.visibility import visible_to


def booking_facts(tx: Tx, codes: Codes, case_id: UUID | None, appointment_id: UUID | None = None) -> BookingFacts:
    """Types, rooms and colleagues to choose from, and the parties of the case if there is one."""
    case = visible_case(tx, case_id) if case_id is not None else None
    return BookingFacts(
        case_id,
        case.case_no if case else "",
        case_initials(tx, codes, [case.id]).get(case.id, "") if case else "",
        case.responsible_id if case else None,
        _participants(tx, codes, case) if case else _guests(tx, codes, appointment_id),
        codes.all(tx.actor, "session_type"),
        codes.all(tx.actor, "joint_measure"),
        room_rows(tx),
        colleagues(tx, codes),
        number_in(tx, "day_starts"),
        number_in(tx, "day_ends"),
    )


def _participants(tx: Tx, codes: Codes, case: CaseFile) -> tuple[Participant, ...]:
    rows = tx.session.execute(
        select(CaseParty, Person)
        .join(Person, Person.id == CaseParty.person_id)
        .where(CaseParty.case_id == case.id, CaseParty.is_removed.is_(False), Person.is_deceased.is_(False))
        .order_by(CaseParty.position, CaseParty.id)
    )
    may_name = tx.actor.may(Right.IDENTITIES)
    return tuple(
        Participant(
            party.id,
            screen_name(person, tx.today) if may_name else person_initials(person),
            codes.label(tx.actor, "party_role", party.role),
            party.side,
        )
        for party, person in rows
    )


def _guests(tx: Tx, codes: Codes, appointment_id: UUID | None) -> tuple[Participant, ...]:
    """Who comes to an appointment of several files, as far as the actor may see those."""
    if appointment_id is None:
        return ()
    rows = tx.session.execute(
        select(CaseParty, Person, CaseFile.case_no)
        .join(Person, Person.id == CaseParty.person_id)
        .join(CaseFile, CaseFile.id == CaseParty.case_id)
        .join(AppointmentParty, AppointmentParty.party_id == CaseParty.id)
        .where(AppointmentParty.appointment_id == appointment_id, visible_to(tx.actor))
        .order_by(CaseFile.case_no, CaseParty.position)
    )
    may_name = tx.actor.may(Right.IDENTITIES)
    return tuple(
        Participant(
            party.id,
            f"{screen_name(person, tx.today) if may_name else person_initials(person)} · {to_persian(case_no)}",
            codes.label(tx.actor, "party_role", party.role),
            party.side,
        )
        for party, person, case_no in rows
    )


def colleagues(tx: Tx, codes: Codes) -> tuple[Colleague, ...]:
    """Who holds cases, the actor first."""
    holding = {role.code for role in codes.all(tx.actor, "staff_role") if role.does("holds_cases")}
    rows = tx.session.scalars(
        select(Staff)
        .where(Staff.unit_id == tx.actor.unit_id, Staff.is_active.is_(True), Staff.role.in_(holding))
        .order_by(Staff.full_name)
    )
    found = [
        Colleague(staff.id, staff.full_name, staff.title)
        for staff in rows
        if staff.service_end_on is None or staff.service_end_on >= tx.today
    ]
    return tuple(sorted(found, key=lambda one: one.id != tx.actor.staff_id))
