"""Of which kinds a case holds anything at all: one question instead of many empty answers."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, exists, or_, select

from models.agreement import Agreement
from models.case import CaseCategory, CaseFile, CaseParty, CaseWorker
from models.enums import LetterDirection, LetterState
from models.follow_up import FollowUp
from models.handover import HandoverItem
from models.letter import Attachment, Document, Letter
from models.note import SessionTask
from models.referral_out import ReferralOut
from models.safety import Consent, DangerResponse, RiskFlag, SafetyScreen
from models.work import Appointment, AppointmentParty, Outcome, Session
from services.unit_of_work import Tx

_KINDS = (
    CaseCategory, CaseWorker, Appointment, Session, SessionTask, Outcome, Agreement, FollowUp, ReferralOut, Document,
    Attachment, Consent, SafetyScreen, DangerResponse, RiskFlag, HandoverItem,
)  # fmt: skip

_CONFIDENTIAL = "confidential"


def holds(tx: Tx, case_id: UUID, kind: type[Any]) -> bool:
    """Whether the case has any row of that table; for `CaseFile`, whether another file goes on from it; for `Letter`,
    whether something went out of it that the program did not write."""
    return kind in _held(tx, case_id)


def is_confidential(tx: Tx, case_id: UUID) -> bool:
    """R-16: a file takes the class of its highest paper: of a letter of its books, or of what is attached to it.

    Papers of that class stand in the confidential book; a void one classifies nothing.
    """
    return _CONFIDENTIAL in _held(tx, case_id)


def _held(tx: Tx, case_id: UUID) -> frozenset[object]:
    return tx.once(("holdings", case_id), lambda: _read(tx, case_id))


def _read(tx: Tx, case_id: UUID) -> frozenset[object]:
    (row,) = tx.rows(_HELD, {"of_case": case_id})
    names = (CaseFile, Letter, _CONFIDENTIAL, *_KINDS)
    return frozenset(kind for kind, is_held in zip(names, row, strict=True) if is_held)


def _asked() -> Select[*tuple[Any, ...]]:
    of_case: Any = bindparam("of_case", type_=CaseFile.id.type)
    later = exists().where(CaseFile.previous_case_id == of_case)
    by_hand = exists().where(
        Letter.case_id == of_case,
        Letter.direction != LetterDirection.INCOMING,
        ~exists().where(Document.letter_id == Letter.id),
    )
    # a group belongs to no file, and its guests to several
    in_group = exists().where(AppointmentParty.party_id.in_(select(CaseParty.id).where(CaseParty.case_id == of_case)))
    held = (exists().where(kind.case_id == of_case) for kind in _KINDS)
    asked = (or_(one, in_group) if kind is Appointment else one for kind, one in zip(_KINDS, held, strict=True))
    letter = exists().where(
        Letter.case_id == of_case, Letter.classification == _CONFIDENTIAL, Letter.state != LetterState.VOIDED
    )
    scan = exists().where(
        Attachment.case_id == of_case, Attachment.classification == _CONFIDENTIAL, Attachment.void_reason == ""
    )
    return select(later, by_hand, or_(letter, scan), *asked)


_HELD = _asked()
