"""The one use-case of intake."""

from services.actor import Actor, Right
from services.cases.rows import case_rows
from services.cases.shapes import CaseRow
from services.changes import Done
from services.codes import Codes
from services.intake.registering import register_intake
from services.intake.shapes import IntakeDraft
from services.unit_of_work import UnitOfWork


class Intake:
    """Registering what comes in."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def register(self, actor: Actor, draft: IntakeDraft) -> Done[CaseRow]:
        """Referral, case, parties, incoming number and first interviews, in one transaction.

        `InvalidError` or `InvalidDraft` name the fields; nothing was stored and no number drawn then. The other
        side's invitation is not made here: it waits for screen and answer of the inviting side (P-1).
        """
        with self._uow.write(actor, Right.CASE_REGISTER) as tx:
            if draft.interviews:
                actor.require(Right.APPOINTMENT_WRITE)
            case = register_intake(tx, self._codes, draft)
            return tx.done(case_rows(tx, self._codes, (case,))[0])
