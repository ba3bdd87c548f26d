"""The use-cases of what is due: the list, the frame's reminders, the unit's load."""

from services.actor import Actor, Right
from services.codes import Codes
from services.errors import NotAllowedError
from services.unit_of_work import Tx, UnitOfWork
from services.worklist.gathering import gather
from services.worklist.load import load_of
from services.worklist.ordering import in_order
from services.worklist.pulse import pulse
from services.worklist.scope import Scope
from services.worklist.shapes import Load, Pulse, Whose, WorkFilter, WorkPage

DAYS_AHEAD = 30
OF_A_KIND, OF_ONE_KIND = 40, 300
"""So many rows of each kind stand in the whole list; asked for one kind alone, so many of it."""


class Worklist:
    """What waits in one unit. Reading it is not recorded: it names nobody (P-3)."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def page(self, actor: Actor, which: WorkFilter = WorkFilter()) -> WorkPage:  # noqa: B008 - frozen
        """What is due and what falls due within thirty days, as far as the actor may know of it.

        The unit's list is for whoever may read the unit's files (domain.md §2.7), else `NotAllowedError`.
        """
        sees_unit = actor.may(Right.CASE_READ_ALL)
        if which.whose is Whose.UNIT and not sees_unit:
            raise NotAllowedError("errors.not_allowed")
        with self._uow.read(actor) as tx:
            return self._page(tx, which, sees_unit=sees_unit)

    def pulse(self, actor: Actor) -> Pulse:
        """Running clocks and what is about to be due; asked for every minute."""
        with self._uow.read(actor) as tx:
            return pulse(tx, self._codes)

    def load(self, actor: Actor) -> Load:
        """Files, hours and free capacity: for the head alone."""
        with self._uow.read(actor, Right.CASE_ASSIGN) as tx:
            return load_of(tx, self._codes)

    def _page(self, tx: Tx, which: WorkFilter, *, sees_unit: bool) -> WorkPage:
        limits = {which.kind: OF_ONE_KIND} if which.kind is not None else {}
        found = dict(gather(tx, self._codes, Scope(which.whose, DAYS_AHEAD, OF_A_KIND), limits))
        shown = list(found) if which.kind is None else [which.kind]
        tasks = [task for kind in shown if kind in found for task in found[kind].tasks]
        return WorkPage(
            in_order(tasks, tx.today),
            tuple((kind, one.count) for kind, one in found.items() if one.count),
            sees_unit,
        )
