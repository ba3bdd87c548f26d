"""Recording how a case ended (domain.md §2.8, R-9, R-23, P-30, P-31)."""

from uuid import UUID

from models.case import CaseFile
from models.enums import CaseStatus
from models.work import Outcome
from services.actor import Actor, Right
from services.agreements.reading import holding_row
from services.agreements.signing import see_in
from services.cases.access import visible_case
from services.cases.answers import weigh_answers
from services.cases.status import advance
from services.catalogue import knows, say
from services.changes import Done
from services.codes import Code, Codes
from services.errors import InvalidError
from services.follow_up.making import follow_up_outcome
from services.outcomes.attempts import attempts_missing
from services.outcomes.checking import NEEDS_WORDS, agreement_kind_of, check_outcome, is_partial, settle_agreement
from services.outcomes.reading import current_outcome, needs_judicial, outcome_row, outcomes_of
from services.outcomes.shapes import DispositionChoice, OutcomeDraft, OutcomeRow
from services.persian.text import display_multiline
from services.unit_of_work import Tx, UnitOfWork


class Outcomes:
    """Outcomes of one unit's cases."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def choices(self, actor: Actor, case_id: UUID) -> tuple[DispositionChoice, ...]:
        """The dispositions to choose from, in the unit's order; automatic ones are left out."""
        with self._uow.read(actor, Right.OUTCOME_WRITE) as tx:
            case = visible_case(tx, case_id)
            missing = attempts_missing(tx, self._codes, case.id)
            codes = self._codes.all(actor, "disposition")
            return tuple(self._choice(tx, case, code, missing) for code in codes if not code.does("is_automatic"))

    def record(self, actor: Actor, draft: OutcomeDraft) -> Done[OutcomeRow]:
        """Store how the case ended, or correct it; the status moves to "outcome recorded" and no further (R-9).

        What rests on an agreement is stored with it in one transaction, and follow-ups make themselves (P-37).
        Refused for a case that is already in its follow-up or closed: it is reopened first.
        """
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            tx.expect(case, draft.version)
            checked = check_outcome(tx, self._codes, case, draft)
            row = current_outcome(tx, case) or self._new_cycle(tx, case)
            row.disposition = draft.disposition
            row.decided_on = draft.decided_on
            row.summary = display_multiline(draft.summary)
            row.signatures_seen_on = checked.seen_on
            row.staff_id = actor.staff_id
            row.recorded_at = tx.now
            case.disposition = draft.disposition
            case.disposition_on = draft.decided_on
            advance(tx, case, CaseStatus.OUTCOME_RECORDED)
            settle_agreement(tx, case, checked, row.cycle)
            tx.session.flush()
            weigh_answers(tx, case)
            follow_up_outcome(tx, self._codes, case, row)
            tx.record("outcome.record", "outcome", row.id)
            tx.changed("outcome", row.id)
            tx.changed("case", case.id)
            value = outcome_row(tx, self._codes, case, row)
        return tx.done(value)

    def see_signatures(self, actor: Actor, case_id: UUID, version: int) -> Done[None]:
        """Record that the signatures of all sides were seen today; only then a settlement counts (P-30)."""
        with self._uow.write(actor, Right.OUTCOME_WRITE) as tx:
            case = visible_case(tx, case_id)
            tx.expect(case, version)
            row = current_outcome(tx, case)
            if row is None or not outcome_row(tx, self._codes, case, row).is_awaiting_signatures:
                raise InvalidError("outcomes.none_awaiting")
            agreement = holding_row(tx, case, row.cycle)
            if agreement is not None:
                see_in(tx, agreement, tx.today)
            row.signatures_seen_on = tx.today
            tx.session.flush()
            weigh_answers(tx, case)
            tx.record("outcome.see_signatures", "outcome", row.id)
            tx.changed("outcome", row.id)
            tx.changed("case", case.id)
        return tx.done(None)

    def _new_cycle(self, tx: Tx, case: CaseFile) -> Outcome:
        """A reopened case begins a new cycle; what was said of the earlier one stays."""
        cycle = max((row.cycle for row in outcomes_of(tx, case.id)), default=0) + 1
        row = Outcome(case_id=case.id, cycle=cycle)
        tx.add(row)
        return row

    def _choice(self, tx: Tx, case: CaseFile, code: Code, missing: int) -> DispositionChoice:
        judicial = needs_judicial(tx, self._codes, case, code)
        key = f"outcomes.to_judiciary.{code.does('counts_as')}"
        return DispositionChoice(
            code.code,
            say(key) if judicial and knows(key) else code.label,
            bool(code.does("needs_signatures")),
            judicial,
            missing if code.does("needs_attempts") else 0,
            any(code.does(need) for need in NEEDS_WORDS),
            agreement_kind_of(code),
            is_partial(code),
        )
