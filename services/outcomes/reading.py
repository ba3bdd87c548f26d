"""Outcomes as rows, inside an open transaction."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseCategory, CaseFile
from models.enums import ClauseState, LetterDirection, LetterState
from models.letter import Letter
from models.safety import RiskFlag
from models.work import Outcome
from services.actor import Right
from services.agreements.reading import clauses_of, holding_row
from services.agreements.shapes import Refusal, WitnessDraft
from services.cases.holdings import holds
from services.catalogue import say
from services.codes import Code, Codes
from services.outcomes.shapes import OutcomeRow
from services.staff.naming import staff_names
from services.unit_of_work import Tx

_ENDS_A_COMPLAINT = ("settled", "settled_partial", "waived")


_OF_CASE = select(Outcome).where(Outcome.case_id == bindparam("of_case")).order_by(Outcome.cycle)


def outcomes_of(tx: Tx, case_id: UUID) -> list[Outcome]:
    """The outcomes of a case, one a cycle, first to last."""
    return list(tx.session.scalars(_OF_CASE, {"of_case": case_id})) if holds(tx, case_id, Outcome) else []


def current_outcome(tx: Tx, case: CaseFile) -> Outcome | None:
    """The outcome that holds now; None for a case that was reopened, or is still under way."""
    rows = outcomes_of(tx, case.id)
    return rows[-1] if rows and case.disposition else None


def outcome_row(tx: Tx, codes: Codes, case: CaseFile, row: Outcome) -> OutcomeRow:
    """The words of the summary are for who may read the file's papers; how it ended is for all who see the case."""
    code = codes.get(tx.actor, "disposition", row.disposition)
    may_read = tx.actor.may(Right.DOCUMENT_READ)
    is_conditional = bool(code.does("needs_signatures")) and _is_condition_open(tx, case, row)
    paper_label = str(code.does("paper_label") or code.label)
    return OutcomeRow(
        row.id,
        row.cycle,
        row.disposition,
        _worded(code.label, is_conditional=is_conditional),
        row.decided_on,
        row.summary if may_read else "",
        row.signatures_seen_on,
        bool(code.does("needs_signatures")) and row.signatures_seen_on is None,
        needs_judicial(tx, codes, case, code),
        staff_names(tx).get(row.staff_id, ""),
        is_conditional=is_conditional,
        paper_label=_worded(paper_label, is_conditional=is_conditional),
        is_neutral=bool(code.does("paper_label")),
        refused_by=tuple(_refusal(one) for one in row.refused_by or ()) if may_read else (),
    )


def _worded(label: str, *, is_conditional: bool) -> str:
    """P-31: what depends on something that was not kept yet says so."""
    return say("outcomes.conditional", label=label) if is_conditional else label


def _is_condition_open(tx: Tx, case: CaseFile, row: Outcome) -> bool:
    agreement = holding_row(tx, case, row.cycle)
    if agreement is None or not agreement.is_conditional:
        return False
    return any(clause.state is not ClauseState.KEPT for clause in clauses_of(tx, agreement.id))


def _refusal(stored: dict[str, Any]) -> Refusal:
    witnesses = tuple(WitnessDraft(*one) for one in stored["witnesses"])
    return Refusal(UUID(hex=stored["party_id"]), stored["name"], date.fromisoformat(stored["on"]), witnesses)


def needs_judicial(tx: Tx, codes: Codes, case: CaseFile, code: Code) -> bool:
    """R-23: a settlement or waiver does not end a matter that may hold a public offence, or that concerns a child at
    risk; it is recorded and goes to the judiciary. So does what a colleague named as a legal issue that no
    settlement ends; else a matter without criminal aspect is the worker's judgement."""
    if code.does("counts_as") not in _ENDS_A_COMPLAINT:
        return False
    if _has_child_at_risk(tx, codes, case):
        return True
    lists = codes.of(tx.actor)
    if not all(lists.does("legal_issue", issue, "is_closable") for issue in case.legal_issues):
        return True
    if case.has_criminal_aspect is False:
        return False
    further = tx.session.scalars(select(CaseCategory.category).where(CaseCategory.case_id == case.id))
    return any(lists.does("case_category", one, "may_be_public") for one in (case.primary_category, *further))


def _has_child_at_risk(tx: Tx, codes: Codes, case: CaseFile) -> bool:
    kinds = [
        kind.code for kind in codes.all(tx.actor, "risk_flag_kind", with_inactive=True) if kind.does("child_clock")
    ]
    if not holds(tx, case.id, RiskFlag):
        return False
    found = tx.session.scalars(
        select(RiskFlag.id).where(RiskFlag.case_id == case.id, RiskFlag.kind.in_(kinds)).limit(1)
    )
    return found.first() is not None


def has_gone_out(tx: Tx, case_id: UUID) -> bool:
    """Whether a letter of the case was sent that is not void."""
    found = tx.session.scalars(
        select(Letter.id)
        .where(
            Letter.case_id == case_id,
            Letter.direction == LetterDirection.OUTGOING,
            Letter.state == LetterState.REGISTERED,
        )
        .limit(1)
    )
    return found.first() is not None
