"""What goes into and comes out of agreements. Amounts are rials of one instalment; positions count from 1."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from models.enums import AgreementKind, AgreementState, ClauseState, SignatureState, SignerRole


class Proof(StrEnum):
    """Whose word a mark on a clause rests on. The debtor's own word alone proves nothing (P-18)."""

    BENEFICIARY = "beneficiary"
    RECEIPT = "receipt"
    DEBTOR = "debtor"


@dataclass(frozen=True, slots=True)
class ClauseDraft:
    """One clause: who owes whom what until when.

    `depends_on` is the position of the clause that must be kept first (P-31). `instalments` above 1: so many equal
    amounts, a month apart from `due_on`. `id` names a stored clause that is corrected.
    """

    debtor_id: UUID | None
    text: str
    creditor_id: UUID | None = None
    amount: int | None = None
    instalments: int = 0
    due_on: date | None = None
    place: str = ""
    depends_on: int | None = None
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class WitnessDraft:
    """A witness, who is no party and not of one side only by chance: the paper names both (domain.md §3.2)."""

    name: str
    father_name: str = ""
    national_code: str = ""


@dataclass(frozen=True, slots=True)
class AgreementDraft:
    """An agreement as it was reached. `signer_ids` are the parties who sign; `copies` 0: one a side, file, referrer.

    `open_points`: what a partial settlement leaves unsettled. `id` and `version` name the one that is corrected,
    which is possible only before its signatures were seen.
    """

    case_id: UUID
    kind: AgreementKind
    made_on: date
    clauses: tuple[ClauseDraft, ...]
    signer_ids: tuple[UUID, ...]
    witnesses: tuple[WitnessDraft, ...] = ()
    place: str = ""
    sat_together: bool = False
    subject: str = ""
    open_points: str = ""
    is_conditional: bool = False
    has_mutual_waiver: bool = False
    breach_words: str = ""
    children_words: str = ""
    copies: int = 0
    id: UUID | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A stored clause. `next_due_on`: the day of the next amount or act that is not settled; None when none is."""

    id: UUID
    version: int
    position: int
    debtor_id: UUID
    debtor_name: str
    creditor_id: UUID | None
    creditor_name: str
    text: str
    amount: int | None
    instalments: int
    due_on: date | None
    next_due_on: date | None
    place: str
    depends_on: int | None
    state: ClauseState
    settled_on: date | None
    evidence: str


@dataclass(frozen=True, slots=True)
class SignerRow:
    """Who signs, in the order of the paper: the parties, then the witnesses."""

    id: UUID
    role: SignerRole
    party_id: UUID | None
    name: str
    father_name: str
    national_code: str
    state: SignatureState
    seen_on: date | None


@dataclass(frozen=True, slots=True)
class AgreementDetail:
    """An agreement with its clauses and signers. `copies` is the real number of originals (P-46).

    `version` also counts changes of the texts of clauses and of signatures; a mark on a clause is counted by its own.
    """

    id: UUID
    version: int
    case_id: UUID
    cycle: int
    kind: AgreementKind
    state: AgreementState
    made_on: date
    place: str
    sat_together: bool
    subject: str
    open_points: str
    is_conditional: bool
    has_mutual_waiver: bool
    breach_words: str
    children_words: str
    copies: int
    court_body: str
    court_number: str
    court_on: date | None
    void_reason: str
    staff_name: str
    clauses: tuple[ClauseRow, ...]
    signers: tuple[SignerRow, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Somebody would not sign; two witnesses say so (P-30)."""

    party_id: UUID
    name: str
    on: date
    witnesses: tuple[WitnessDraft, ...]
