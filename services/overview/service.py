"""The use-cases of looking: the day, and one case."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from models.unit import AuditEvent
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.codes import Codes
from services.errors import NotAllowedError
from services.overview.case_page import case_page, history
from services.overview.home import home
from services.overview.readers import OPENED, ReaderRow, readers_of
from services.overview.shapes import CaseHistory, CasePage, Home
from services.unit_of_work import Tx, UnitOfWork

_OPEN_FOR = timedelta(hours=12)


class Overview:
    """The home page and the case page of one unit."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def home(self, actor: Actor) -> Home:
        """The day at a glance, as far as the actor may know of it. Not recorded: it names nobody."""
        with self._uow.read(actor) as tx:
            return home(tx, self._codes)

    def case_page(self, actor: Actor, case_id: UUID) -> CasePage:
        """Everything of one case. The access is recorded and committed before anything is returned (R-24)."""
        with self._uow.read_recorded(actor, Right.CASE_READ) as tx:
            case = visible_case(tx, case_id)
            page = case_page(tx, self._codes, case)
            tx.record(OPENED, "case", case.id)
        return page

    def refresh_case(self, actor: Actor, case_id: UUID) -> CasePage:
        """The same page again after a change, for who opened it in the last half day.

        A reading, so that two workstations do not wake each other for ever; `NotAllowedError` without an opening.
        """
        with self._uow.read(actor, Right.CASE_READ) as tx:
            case = visible_case(tx, case_id)
            if not _was_opened(tx, case.id):
                raise NotAllowedError("errors.not_allowed")
            return case_page(tx, self._codes, case)

    def history(self, actor: Actor, case_id: UUID) -> CaseHistory:
        """All that was done in a case, however long ago, for who has its page open; refused as `refresh_case`."""
        with self._uow.read(actor, Right.CASE_READ) as tx:
            case = visible_case(tx, case_id)
            if not _was_opened(tx, case.id):
                raise NotAllowedError("errors.not_allowed")
            return history(tx, self._codes, case)

    def readers(self, actor: Actor, case_id: UUID) -> tuple[ReaderRow, ...]:
        """Who has opened a case that the actor may see, the latest first: whoever works on it may know (R-24)."""
        with self._uow.read(actor, Right.CASE_READ) as tx:
            return readers_of(tx, self._codes, visible_case(tx, case_id).id)


def _was_opened(tx: Tx, case_id: UUID) -> bool:
    opened = tx.session.scalars(
        select(AuditEvent.id)
        .where(
            AuditEvent.subject_id == case_id,
            AuditEvent.action == OPENED,
            AuditEvent.staff_id == tx.actor.staff_id,
            AuditEvent.at > tx.now - _OPEN_FOR,
        )
        .limit(1)
    )
    return opened.first() is not None
