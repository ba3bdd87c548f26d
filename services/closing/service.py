"""Closing a file with its checklist, and taking it up again (domain.md §2.3 step 13, R-6, R-9, P-35)."""

from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.enums import CaseStatus, FollowUpState
from models.follow_up import Closure, Reopening
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.cases.status import CONCLUDED, advance
from services.catalogue import say
from services.changes import Done
from services.closing.checks import check_items
from services.closing.returning import ended_files
from services.closing.shapes import (
    CheckItem,
    Checklist,
    CloseDraft,
    ReopenDraft,
    Returning,
    ReturningQuery,
    Round,
)
from services.codes import Codes
from services.errors import AppError, InvalidError, refuse
from services.follow_up.making import drop_open
from services.follow_up.reading import follow_ups_of_case
from services.outcomes.reading import current_outcome
from services.staff.naming import staff_names
from services.typed import REASON, line, lines
from services.unit_of_work import Tx, UnitOfWork

_CLOSABLE = (CaseStatus.OUTCOME_RECORDED, CaseStatus.FOLLOW_UP)
_CLOSURES = select(Closure).where(Closure.case_id == bindparam("of_case"))
_REOPENINGS = select(Reopening).where(Reopening.case_id == bindparam("of_case"))


class Closing:
    """The end of one unit's files."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def checklist(self, actor: Actor, case_id: UUID) -> Checklist:
        """What stands between the file and its end; refused before an outcome is recorded."""
        with self._uow.read(actor, Right.OUTCOME_WRITE) as tx:
            case = self._concluded(tx, case_id)
            follow_ups = follow_ups_of_case(tx, self._codes, case.id)
            due = sum(row.state is FollowUpState.DUE for row in follow_ups)
            return Checklist(case.id, case.version, case.case_no, check_items(tx, self._codes, case), due)

    def close(self, actor: Actor, draft: CloseDraft) -> Done[None]:
        """Close a file. What holds it back is named beside `checks.<code>`; anything else that is left open needs a
        note. Follow-ups that are still to come end with it. Late notes and papers can still be added (P-27)."""
        note = lines("note", draft.note, REASON)
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            case = self._concluded(tx, draft.case_id)
            tx.expect(case, draft.version)
            items = check_items(tx, self._codes, case, draft.ticked)
            refuse(_held_back(items))
            if not note and any(not item.is_done for item in items):
                raise InvalidError("closing.note_needed", "note")
            outcome = current_outcome(tx, case)
            assert outcome is not None  # `_concluded`
            drop_open(tx, case)
            advance(tx, case, CaseStatus.CLOSED)
            tx.add(
                Closure(
                    case_id=case.id,
                    cycle=outcome.cycle,
                    closed_at=tx.now,
                    staff_id=actor.staff_id,
                    checks={item.code: item.is_done for item in items},
                    note=note,
                )
            )
            tx.record("case.close", "case", case.id)
            tx.changed("case", case.id)
        return tx.done(None)

    def reopen(self, actor: Actor, draft: ReopenDraft) -> Done[None]:
        """Take a concluded file up again, for a breach or because it came back (P-35); the next outcome begins a new
        cycle, with follow-ups of its own."""
        why = line("reason", draft.reason, REASON, needed="cases.reason_needed")
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            tx.expect(case, draft.version)
            if not self._codes.of(actor).knows("reopen_reason", draft.kind):
                raise InvalidError("errors.required", "kind")
            if case.status not in CONCLUDED:
                raise InvalidError("cases.forbidden_move", "status")
            outcome = current_outcome(tx, case)
            drop_open(tx, case)
            advance(tx, case, CaseStatus.ACTIVE)
            tx.add(
                Reopening(
                    case_id=case.id,
                    cycle=outcome.cycle + 1 if outcome is not None else 1,
                    at=tx.now,
                    staff_id=actor.staff_id,
                    kind=draft.kind,
                    reason=why,
                )
            )
            tx.record("case.reopen", "case", case.id, reason=why)
            tx.changed("case", case.id)
        return tx.done(None)

    def rounds(self, actor: Actor, case_id: UUID) -> tuple[Round, ...]:
        """How often the file was closed and taken up again, first to last."""
        with self._uow.read(actor, Right.CASE_READ) as tx:
            return self._rounds(tx, visible_case(tx, case_id))

    def returning(self, actor: Actor, query: ReturningQuery) -> tuple[Returning, ...]:
        """The ended files of the same people within the follow-up period, only those that the actor may see (P-6)."""
        with self._uow.read(actor, Right.CASE_FIND, Right.IDENTITIES) as tx:
            return ended_files(tx, self._codes, query)

    def _concluded(self, tx: Tx, case_id: UUID) -> CaseFile:
        case = visible_case(tx, case_id)
        if case.status not in _CLOSABLE or current_outcome(tx, case) is None:
            raise InvalidError("closing.no_outcome")
        return case

    def _rounds(self, tx: Tx, case: CaseFile) -> tuple[Round, ...]:
        names, lists = staff_names(tx), self._codes.of(tx.actor)
        may_read = tx.actor.may(Right.SESSION_READ)
        rows = [
            Round(
                True,
                row.cycle,
                row.closed_at,
                say("closing.closed"),
                row.note if may_read else "",
                names.get(row.staff_id, ""),
            )
            for row in tx.session.scalars(_CLOSURES, {"of_case": case.id})
        ]
        rows += [
            Round(
                False,
                row.cycle,
                row.at,
                lists.label("reopen_reason", row.kind),
                row.reason if may_read else "",
                names.get(row.staff_id, ""),
            )
            for row in tx.session.scalars(_REOPENINGS, {"of_case": case.id})
        ]
        return tuple(sorted(rows, key=lambda one: one.at))


def _held_back(items: tuple[CheckItem, ...]) -> list[AppError]:
    return [
        InvalidError("closing.held", f"checks.{item.code}", what=item.missing or item.label)
        for item in items
        if item.holds and not item.is_done
    ]
