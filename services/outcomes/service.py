"""Recording how a case ended (domain.md §2.8, R-9, R-23, P-30)."""

from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile
from models.enums import CaseStatus
from models.unit import Staff
from models.work import Outcome
from services.actor import Actor, Right
from services.cases.access import visible_case
from services.cases.status import advance
from services.catalogue import say
from services.changes import Done
from services.codes import Code, Codes
from services.errors import InvalidError, refuse
from services.outcomes.shapes import DispositionChoice, OutcomeDraft, OutcomeRow
from services.persian.jalali import format_date
from services.persian.text import display_multiline
from services.unit_of_work import Tx, UnitOfWork

_SETTLED = ("settled", "settled_partial")


class Outcomes:
    """Outcomes of one unit's cases."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def choices(self, actor: Actor, case_id: UUID) -> tuple[DispositionChoice, ...]:
        """The dispositions to choose from, in the unit's order; automatic ones are left out."""
        with self._uow.read(actor, Right.OUTCOME_WRITE) as tx:
            case = visible_case(tx, case_id)
            return tuple(
                DispositionChoice(
                    code.code,
                    say("outcomes.settled_to_judiciary") if self._needs_judicial(tx, case, code) else code.label,
                    bool(code.does("needs_signatures")),
                    self._needs_judicial(tx, case, code),
                )
                for code in self._codes.all(actor, "disposition")
                if not code.does("is_automatic")
            )

    def record(self, actor: Actor, draft: OutcomeDraft) -> Done[OutcomeRow]:
        """Store how the case ended; its status moves to "outcome recorded" and no further (R-9)."""
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            tx.expect(case, draft.version)
            self._check(tx, case, draft)
            row = current_outcome(tx, case.id)
            if row is None or not case.disposition:  # a reopened case begins a new cycle
                row = Outcome(case_id=case.id, cycle=(row.cycle if row else 0) + 1)
                tx.add(row)
            row.disposition = draft.disposition
            row.decided_on = draft.decided_on
            row.summary = display_multiline(draft.summary)
            row.signatures_seen_on = draft.signatures_seen_on
            row.staff_id = actor.staff_id
            row.recorded_at = tx.now
            case.disposition = draft.disposition
            case.disposition_on = draft.decided_on
            if case.status is not CaseStatus.OUTCOME_RECORDED:
                advance(tx, case, CaseStatus.OUTCOME_RECORDED)
            tx.session.flush()
            tx.record("outcome.record", "outcome", row.id)
            tx.changed("outcome", row.id)
            tx.changed("case", case.id)
            value = self.row_in(tx, case, row)
        return tx.done(value)

    def see_signatures(self, actor: Actor, case_id: UUID, version: int) -> Done[None]:
        """Record that the signatures of all sides were seen today; only then a settlement counts (P-30)."""
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            case = visible_case(tx, case_id)
            tx.expect(case, version)
            row = current_outcome(tx, case.id)
            if row is None:
                raise InvalidError("outcomes.none_yet")
            row.signatures_seen_on = tx.today
            tx.record("outcome.see_signatures", "outcome", row.id)
            tx.changed("case", case.id)
        return tx.done(None)

    def row_in(self, tx: Tx, case: CaseFile, row: Outcome) -> OutcomeRow:
        """The row of an outcome inside an open transaction."""
        code = self._codes.get(tx.actor, "disposition", row.disposition)
        worker = tx.session.get(Staff, row.staff_id)
        return OutcomeRow(
            row.id,
            row.cycle,
            row.disposition,
            code.label,
            row.decided_on,
            row.summary,
            row.signatures_seen_on,
            bool(code.does("needs_signatures")) and row.signatures_seen_on is None,
            self._needs_judicial(tx, case, code),
            worker.full_name if worker else "",
        )

    def _check(self, tx: Tx, case: CaseFile, draft: OutcomeDraft) -> None:
        errors = []
        known = {code.code: code for code in self._codes.all(tx.actor, "disposition")}
        code = known.get(draft.disposition)
        if code is None or code.does("is_automatic"):
            errors.append(InvalidError("errors.required", "disposition"))
        if draft.decided_on > tx.today:
            errors.append(InvalidError("errors.future_date", "decided_on"))
        if draft.decided_on < case.opened_on:
            errors.append(InvalidError("outcomes.before_case", "decided_on", opened=format_date(case.opened_on)))
        if draft.signatures_seen_on is not None and draft.signatures_seen_on > tx.today:
            errors.append(InvalidError("errors.future_date", "signatures_seen_on"))
        refuse(errors)

    def _needs_judicial(self, tx: Tx, case: CaseFile, code: Code) -> bool:
        if code.does("counts_as") not in _SETTLED:
            return False
        category = self._codes.get(tx.actor, "case_category", case.primary_category)
        return bool(category.does("may_be_public")) and case.has_criminal_aspect is not False


def current_outcome(tx: Tx, case_id: UUID) -> Outcome | None:
    """The outcome of the case's latest cycle."""
    return tx.session.scalars(
        select(Outcome).where(Outcome.case_id == case_id).order_by(Outcome.cycle.desc()).limit(1)
    ).first()
