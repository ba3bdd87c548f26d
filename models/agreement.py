"""Agreements of the sides, clause by clause, and who signed them (domain.md §4.1, P-30, P-31)."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Choice, Owned
from models.enums import AgreementKind, AgreementState, ClauseState, SignatureState, SignerRole


class Agreement(Owned, Base):
    """A settlement, an undertaking or a waiver: a private deed that counts when its signatures were seen (P-30).

    `cycle` is that of the outcome it belongs to. `court_…`: whether a court confirmed it (R-13).
    """

    __tablename__ = "agreement"
    __table_args__ = (Index("ix_agreement_case", "case_id", "cycle"),)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"))
    cycle: Mapped[int] = mapped_column(default=1)
    kind: Mapped[AgreementKind] = mapped_column(Choice(AgreementKind))
    state: Mapped[AgreementState] = mapped_column(Choice(AgreementState))
    made_on: Mapped[date]
    place: Mapped[str] = mapped_column(default="")
    sat_together: Mapped[bool] = mapped_column(default=False)
    subject: Mapped[str] = mapped_column(default="")
    open_points: Mapped[str] = mapped_column(default="")
    is_conditional: Mapped[bool] = mapped_column(default=False)
    has_mutual_waiver: Mapped[bool] = mapped_column(default=False)
    breach_words: Mapped[str] = mapped_column(default="")
    children_words: Mapped[str] = mapped_column(default="")
    copies: Mapped[int] = mapped_column(default=0)
    court_body: Mapped[str] = mapped_column(default="")
    court_number: Mapped[str] = mapped_column(default="")
    court_on: Mapped[date | None]
    void_reason: Mapped[str] = mapped_column(default="")
    recorded_at: Mapped[datetime]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))


class AgreementClause(Owned, Base):
    """Who owes whom what, until when. `amount` counts rials of one instalment; 0 instalments: not in instalments.

    A clause that depends on another binds when that one is kept (P-31). `position` counts from 1.
    """

    __tablename__ = "agreement_clause"
    __table_args__ = (
        UniqueConstraint("agreement_id", "position"),
        Index("ix_agreement_clause_due", "unit_id", "state", "due_on"),
    )
    agreement_id: Mapped[UUID] = mapped_column(ForeignKey("agreement.id"))
    position: Mapped[int]
    debtor_id: Mapped[UUID] = mapped_column(ForeignKey("case_party.id"), index=True)
    creditor_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_party.id"), index=True)
    text: Mapped[str]
    amount: Mapped[int | None] = mapped_column(BigInteger)
    instalments: Mapped[int] = mapped_column(default=0)
    due_on: Mapped[date | None]
    place: Mapped[str] = mapped_column(default="")
    depends_on_id: Mapped[UUID | None] = mapped_column(ForeignKey("agreement_clause.id"))
    state: Mapped[ClauseState] = mapped_column(Choice(ClauseState))
    settled_on: Mapped[date | None]
    evidence: Mapped[str] = mapped_column(default="")


class AgreementSigner(Owned, Base):
    """Somebody who signs: a party, or a witness who is no party. Refusing needs two witnesses (P-30)."""

    __tablename__ = "agreement_signer"
    __table_args__ = (Index("ix_agreement_signer_agreement", "agreement_id", "position"),)
    agreement_id: Mapped[UUID] = mapped_column(ForeignKey("agreement.id"))
    position: Mapped[int]
    role: Mapped[SignerRole] = mapped_column(Choice(SignerRole))
    party_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_party.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    father_name: Mapped[str] = mapped_column(default="")
    national_code: Mapped[str] = mapped_column(default="")
    state: Mapped[SignatureState] = mapped_column(Choice(SignatureState))
    seen_on: Mapped[date | None]
