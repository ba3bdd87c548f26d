"""Who has opened a case, from the audit chain (R-24). The signed-in colleague's own openings count too."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from models.unit import AuditEvent, Staff
from services.codes import Codes
from services.unit_of_work import Tx

OPENED = "case.open"


@dataclass(frozen=True, slots=True)
class ReaderRow:
    """A colleague who opened the case, how often, and when first and last."""

    staff_id: UUID
    name: str
    role_label: str
    times: int
    first_at: datetime
    last_at: datetime


def readers_of(tx: Tx, codes: Codes, case_id: UUID) -> tuple[ReaderRow, ...]:
    """Everybody who opened the case, the latest first. It does not ask whether the actor may see the case."""
    last = func.max(AuditEvent.at)
    rows = tx.session.execute(
        select(Staff.id, Staff.full_name, Staff.role, func.count(), func.min(AuditEvent.at), last)
        .join(Staff, Staff.id == AuditEvent.staff_id)
        .where(
            AuditEvent.subject_id == case_id,
            AuditEvent.action == OPENED,
            AuditEvent.unit_id == tx.actor.unit_id,
        )
        .group_by(Staff.id, Staff.full_name, Staff.role)
        .order_by(last.desc(), Staff.id)
    )
    return tuple(
        ReaderRow(staff_id, name, codes.label(tx.actor, "staff_role", role), times, first_at, last_at)
        for staff_id, name, role, times, first_at, last_at in rows
    )
