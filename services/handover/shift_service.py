"""The use-cases of handing a shift over: given by one, taken by another, both signed in for it (P-34)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile
from models.handover import ShiftHandover
from models.unit import Staff
from services.actor import Actor, Right
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError, NotAllowedError, refuse
from services.handover.shift_lists import from_plain, lists_now, plain
from services.handover.shift_shapes import ShiftDraft, ShiftLists, ShiftRow
from services.persian.text import display_multiline
from services.staff.naming import staff_names
from services.typed import PARAGRAPH, too_long
from services.unit_of_work import Tx, UnitOfWork
from services.visibility import visible_to

FRESH = timedelta(minutes=5)
"""So long a sign-in for the handing over holds."""
_MOST = 100


class Shifts:
    """The handing over of shifts of one unit."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def lists(self, actor: Actor) -> ShiftLists:
        """What would be handed over now. Not recorded: it names nobody."""
        with self._uow.read(actor, Right.SHIFT_HANDOVER) as tx:
            return lists_now(tx, self._codes)

    def hand_over(self, actor: Actor, taker: Actor, draft: ShiftDraft) -> Done[ShiftRow]:
        """`actor` gives, `taker` takes: two colleagues, each signed in for it within the last five minutes.

        What stands is what `actor` may know of. `NotAllowedError` ("handover.sign_in_again") for an older sign-in.
        """
        texts = [("calls", draft.calls), ("papers", draft.papers), ("note", draft.note)]
        refuse(too_long(texts, PARAGRAPH))
        with self._uow.write(actor, Right.SHIFT_HANDOVER) as tx:
            if actor.staff_id == taker.staff_id:
                raise InvalidError("handover.two_people", "taker")
            for one in (actor, taker):
                signed_in_at = tx.get(Staff, one.staff_id).last_signed_in_at
                if signed_in_at is None or tx.now - signed_in_at > FRESH:
                    raise NotAllowedError("handover.sign_in_again", "taker" if one is taker else "giver")
            taker.require(Right.SHIFT_HANDOVER)
            row = ShiftHandover(
                given_by_id=actor.staff_id,
                taken_by_id=taker.staff_id,
                at=tx.now,
                content=plain(lists_now(tx, self._codes)),
                calls=display_multiline(draft.calls),
                papers=display_multiline(draft.papers),
                note=display_multiline(draft.note),
            )
            tx.add(row)
            tx.session.flush()
            tx.record("shift.hand_over", "shift", row.id)
            tx.changed("shift", row.id)
            value = _rows(tx, [row])[0]
        return tx.done(value)

    def list(self, actor: Actor) -> tuple[ShiftRow, ...]:
        """The shifts that were handed over, the latest first."""
        with self._uow.read(actor, Right.SHIFT_HANDOVER) as tx:
            found = tx.session.scalars(
                select(ShiftHandover)
                .where(ShiftHandover.unit_id == actor.unit_id)
                .order_by(ShiftHandover.at.desc(), ShiftHandover.id.desc())
                .limit(_MOST)
            ).all()
            return _rows(tx, found)


def shift_row(tx: Tx, shift_id: UUID) -> ShiftRow:
    """One handing over, as the actor may read it."""
    return _rows(tx, [tx.get(ShiftHandover, shift_id)])[0]


def _rows(tx: Tx, found: Sequence[ShiftHandover]) -> tuple[ShiftRow, ...]:
    names = staff_names(tx)
    stored = [from_plain(row.content) for row in found]
    known = _known(tx, {line.case_id for lists in stored for line in lists.lines if line.case_id is not None})
    return tuple(
        ShiftRow(
            row.id,
            row.at,
            names.get(row.given_by_id, ""),
            names.get(row.taken_by_id, ""),
            replace(lists, lines=tuple(one for one in lists.lines if one.case_id is None or one.case_id in known)),
            row.calls,
            row.papers,
            row.note,
        )
        for row, lists in zip(found, stored, strict=True)
    )


def _known(tx: Tx, ids: set[UUID]) -> set[UUID]:
    if not ids:
        return set()
    return set(tx.session.scalars(select(CaseFile.id).where(CaseFile.id.in_(ids), visible_to(tx.actor))))
