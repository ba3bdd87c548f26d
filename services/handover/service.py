"""The use-cases of handing a colleague's work over (domain.md §2.7: lists at the end of a service)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from models.enums import HandoverKind, HandoverState
from models.handover import HandoverItem, WorkHandover
from models.unit import Staff
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError, NotAllowedError, NotFoundError, refuse
from services.handover import giving
from services.handover.gathering import work_of
from services.handover.period import period_errors, period_of
from services.handover.reading import OPENED, UNDO, concerns, handover_rows, passed_on, row_of, still_to_move
from services.handover.shapes import Given, HandoverDraft, HandoverRow, PassedOn, Work
from services.unit_of_work import Tx, UnitOfWork


class Handovers:
    """A colleague's files, hours and letters in other hands. The head for anybody, whoever holds cases for their own.

    Process notes are no part of it: they open with their author's keys and with those of whom the author shared them
    with, and stay that way (R-14).
    """

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def work(
        self, actor: Actor, staff_id: UUID, kind: HandoverKind, first_on: date, last_on: date | None = None
    ) -> Work:
        """What a colleague would leave behind in these days, and who can take which of it."""
        with self._uow.read(actor, Right.HANDOVER_GIVE) as tx:
            giver = _giver(tx, staff_id)
            refuse(period_errors(tx, kind, first_on, last_on))
            return work_of(tx, self._codes, giver, period_of(kind, first_on, last_on))

    def give(self, actor: Actor, draft: HandoverDraft) -> Done[Given]:
        """Hand it over, from now on. Hours for which a receiver has no time stay with the giver and are told.

        A receiver whom P-7 forbids is refused in neutral words beside `items.<place>.to_id`; nothing is given then.
        """
        with self._uow.write(actor, Right.HANDOVER_GIVE) as tx:
            _giver(tx, draft.staff_id)
            row = giving.give(tx, self._codes, draft)
            tx.record("handover.give", "handover", row.id)
            tx.changed("handover", row.id)
            value = Given(row.id, row.version, len(draft.items), still_to_move(tx, self._codes, row))
        return tx.done(value)

    def undo(self, actor: Actor, handover_id: UUID, version: int) -> Done[Given]:
        """Take all of it back within a day, as if it had not been."""
        with self._uow.write(actor, Right.HANDOVER_GIVE) as tx:
            row = self._own(tx, handover_id, version)
            if tx.now - row.at > UNDO:
                raise InvalidError("handover.too_late")
            return self._back(tx, row, giving.items_of(tx, row), HandoverState.UNDONE, "handover.undo")

    def give_back(
        self, actor: Actor, handover_id: UUID, version: int, item_ids: tuple[UUID, ...] = ()
    ) -> Done[Given]:
        """At the end of an absence these items, or all, are the giver's again."""
        with self._uow.write(actor, Right.HANDOVER_GIVE) as tx:
            row = self._own(tx, handover_id, version)
            if row.kind is not HandoverKind.ABSENCE:
                raise InvalidError("handover.for_good")
            items = giving.items_of(tx, row)
            chosen = [item for item in items if not item_ids or item.id in item_ids]
            if not chosen:
                raise NotFoundError("errors.not_found")
            state = HandoverState.RETURNED if len(chosen) == len(items) else HandoverState.OPEN
            return self._back(tx, row, chosen, state, "handover.give_back")

    def list(self, actor: Actor) -> tuple[HandoverRow, ...]:
        """What was given by me and to me, for the head everything; the latest first."""
        with self._uow.read(actor, Right.HANDOVER_GIVE) as tx:
            return handover_rows(tx, self._codes)

    def open(self, actor: Actor, handover_id: UUID) -> Done[HandoverRow]:
        """One of them, for whom it concerns. That it was opened is recorded: who gave it sees by that who has seen
        it, and the receiver is reminded no longer."""
        with self._uow.read_recorded(actor, Right.HANDOVER_GIVE) as tx:
            row = tx.get(WorkHandover, handover_id)
            if not concerns(tx, row):
                raise NotFoundError("errors.not_found")
            tx.record(OPENED, "handover", row.id)
            tx.changed("handover", row.id)
            value = row_of(tx, self._codes, row)
        return tx.done(value)

    def of_case(self, actor: Actor, case_id: UUID) -> tuple[PassedOn, ...]:
        """Who gave a file to whom, the latest first."""
        with self._uow.read(actor, Right.CASE_READ) as tx:
            return passed_on(tx, visible_case(tx, case_id).id)

    def _own(self, tx: Tx, handover_id: UUID, version: int) -> WorkHandover:
        row = tx.get(WorkHandover, handover_id)
        if not tx.actor.may(Right.CASE_ASSIGN) and row.from_id != tx.actor.staff_id:
            raise NotFoundError("errors.not_found")
        tx.expect(row, version)
        if row.state is not HandoverState.OPEN:
            raise InvalidError("handover.over")
        return row

    def _back(
        self, tx: Tx, row: WorkHandover, items: Sequence[HandoverItem], state: HandoverState, action: str
    ) -> Done[Given]:
        kept = giving.take_back(tx, self._codes, row, items)
        if state is not HandoverState.OPEN:
            row.state, row.ended_at, row.ended_by_id = state, tx.now, tx.actor.staff_id
        tx.record(action, "handover", row.id)
        tx.changed("handover", row.id)
        tx.session.flush()
        return tx.done(Given(row.id, row.version, len(items) - kept, still_to_move(tx, self._codes, row), kept))


def _giver(tx: Tx, staff_id: UUID) -> Staff:
    """A colleague whose work this actor may give away."""
    if staff_id != tx.actor.staff_id and not tx.actor.may(Right.CASE_ASSIGN):
        raise NotAllowedError("errors.not_allowed")
    return tx.get(Staff, staff_id)
