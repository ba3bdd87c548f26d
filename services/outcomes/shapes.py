"""What goes into and comes out of outcomes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.enums import AgreementKind
from services.agreements.shapes import AgreementDraft, Refusal


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """How the case ended. `version` is the case's; `signatures_seen_on` makes a settlement count (P-30).

    `agreement`: what was agreed, where the disposition rests on an agreement and none is stored, or to correct the
    stored one; errors in it name `agreement.clauses.<place>.debtor_id` ….
    """

    case_id: UUID
    version: int
    disposition: str
    decided_on: date
    summary: str = ""
    signatures_seen_on: date | None = None
    agreement: AgreementDraft | None = None


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """`is_awaiting_signatures`: it needs them and they were not seen yet. `needs_judicial`: R-23 forbids to close
    the case with it alone. `summary` is empty for who may not read the file's papers.

    `is_conditional`: it takes effect when its condition is kept, and `label` says so (P-31). `paper_label`: the words
    on papers that leave the unit; where `is_neutral`, no paper says more, the summary neither (P-5). `refused_by`:
    who would not sign (P-30).
    """

    id: UUID
    cycle: int
    disposition: str
    label: str
    decided_on: date
    summary: str
    signatures_seen_on: date | None
    is_awaiting_signatures: bool
    needs_judicial: bool
    staff_name: str
    is_conditional: bool = False
    paper_label: str = ""
    is_neutral: bool = False
    refused_by: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class DispositionChoice:
    """A disposition that can be chosen for this case; `label` is already R-23's where that rule binds.

    `attempts_missing`: so many recorded tries to invite are still needed before it can be chosen. `needs_words`: the
    summary must name the body, the other case or the reason. `agreement_kind`: the agreement that it rests on, None
    for none; `needs_open_points`: which points stay open must be written in it.
    """

    code: str
    label: str
    needs_signatures: bool
    needs_judicial: bool
    attempts_missing: int = 0
    needs_words: bool = False
    agreement_kind: AgreementKind | None = None
    needs_open_points: bool = False
