"""Invitations whose result nobody knows yet: they are with somebody outside, and come back with a slip."""

from functools import lru_cache

from sqlalchemy import Select, bindparam, select

from models.case import CaseFile, CaseParty
from models.enums import CaseStatus
from models.person import Person
from models.work import Appointment, InvitationAttempt
from services.actor import Actor
from services.codes import Codes
from services.people.naming import person_initials
from services.scheduling.invitations import attempt_rows
from services.scheduling.shapes import InFieldRow
from services.unit_of_work import Tx
from services.visibility import visible_to, worked_on_by

LIMIT = 300
_OVER = (CaseStatus.CLOSED, CaseStatus.VOIDED)


def in_field(tx: Tx, codes: Codes) -> tuple[InFieldRow, ...]:
    """The tries without a result in the open files that the actor may see, the oldest first."""
    found = tx.session.execute(_open_for(tx.actor), {"of_unit": tx.actor.unit_id}).all()
    rows = attempt_rows(tx, codes, [(row.InvitationAttempt, row.Person) for row in found])
    return tuple(
        InFieldRow(
            attempt,
            one.CaseFile.id,
            one.CaseFile.case_no,
            person_initials(one.Person),
            one.day,
            one.start,
            bool(one.is_mine),
        )
        for attempt, one in zip(rows, found, strict=True)
    )


@lru_cache
def _open_for(
    actor: Actor,
) -> Select[InvitationAttempt, Person, CaseFile, object, object, bool]:
    return (
        select(
            InvitationAttempt,
            Person,
            CaseFile,
            Appointment.day,
            Appointment.start,
            worked_on_by(actor).label("is_mine"),
        )
        .join(CaseFile, CaseFile.id == InvitationAttempt.case_id)
        .join(CaseParty, CaseParty.id == InvitationAttempt.party_id)
        .join(Person, Person.id == CaseParty.person_id)
        .outerjoin(Appointment, Appointment.id == InvitationAttempt.appointment_id)
        .where(
            InvitationAttempt.unit_id == bindparam("of_unit"),
            InvitationAttempt.result == "",
            CaseFile.status.not_in(_OVER),
            visible_to(actor),
        )
        .order_by(InvitationAttempt.at, InvitationAttempt.id)
        .limit(LIMIT)
    )
