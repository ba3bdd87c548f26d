"""The use-cases of looking: the day, and one case."""

from uuid import UUID

from services.actor import Actor, Right
from services.cases.access import visible_case
from services.codes import Codes
from services.outcomes import Outcomes
from services.overview.case_page import case_page
from services.overview.home import home
from services.overview.shapes import CasePage, Home
from services.unit_of_work import UnitOfWork


class Overview:
    """The home page and the case page of one unit."""

    def __init__(self, uow: UnitOfWork, codes: Codes, outcomes: Outcomes) -> None:
        self._uow = uow
        self._codes = codes
        self._outcomes = outcomes

    def home(self, actor: Actor) -> Home:
        """The day at a glance, as far as the actor may know of it."""
        with self._uow.read(actor) as tx:
            return home(tx, self._codes)

    def case_page(self, actor: Actor, case_id: UUID) -> CasePage:
        """Everything of one case. The access is recorded and committed before anything is returned (R-24)."""
        with self._uow.write(actor, Right.CASE_READ) as tx:
            case = visible_case(tx, case_id)
            page = case_page(tx, self._codes, self._outcomes, case)
            tx.record("case.open", "case", case.id)
        return page
