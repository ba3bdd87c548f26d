"""An issued invitation that may not leave the house any more: what forbids it is younger than the paper (P-1)."""

from uuid import UUID

from models.case import CaseFile
from models.letter import Document
from models.work import Appointment
from services.cases.access import parties_of
from services.documents.gathering.subject import is_ahead
from services.documents.shapes import PaperKind
from services.errors import InvalidError
from services.safety.gate import may_invite
from services.unit_of_work import Tx


def is_held_back(tx: Tx, kind: str, person_id: UUID | None, appointment_id: UUID | None) -> bool:
    """Whether a paper invites somebody who may not be invited now, to an hour that is still to come.

    Who was taken off the file is invited no more either.
    """
    if kind != PaperKind.INVITATION_LETTER.value or appointment_id is None:
        return False
    appointment = tx.get(Appointment, appointment_id)
    if appointment.case_id is None or not is_ahead(tx, appointment):
        return False
    case = tx.get(CaseFile, appointment.case_id)
    return not any(may_invite(tx, case, party) for party in parties_of(tx, case.id) if party.person_id == person_id)


def expect_free(tx: Tx, document: Document) -> None:
    """`InvalidError` in the same neutral words whatever stands against it (P-4)."""
    if is_held_back(tx, document.kind, document.person_id, document.appointment_id):
        raise InvalidError("documents.not_out_now")
