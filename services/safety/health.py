"""Health fields inside an open transaction: closed until the person's own consent holds (R-22)."""

from uuid import UUID

from sqlalchemy import select

from models.person import HealthRecord
from services.codes import Codes
from services.errors import refuse
from services.persian.text import display_multiline
from services.safety.adults import clinical_consent, consent_to, latest_consents
from services.safety.shapes import HealthDraft
from services.typed import REASON, line, too_long
from services.unit_of_work import Tx

TEXTS = ("disability", "chronic_illness", "medication", "addiction")


def health_row(tx: Tx, case_id: UUID, person_id: UUID) -> HealthRecord | None:
    return tx.session.scalars(
        select(HealthRecord).where(HealthRecord.case_id == case_id, HealthRecord.person_id == person_id)
    ).one_or_none()


def is_health_open(tx: Tx, codes: Codes, case_id: UUID, person_id: UUID) -> bool:
    """Whether the fields may be read: consent holds, or they were stored in an emergency since the last word.

    A refusal or withdrawal closes what was stored before it, also what an emergency had opened.
    """
    if clinical_consent(tx, codes, case_id, person_id) is not None:
        return True
    row = health_row(tx, case_id, person_id)
    if row is None or not row.emergency_reason:
        return False
    last = consent_to(tx, codes, "clinical", person_id, latest_consents(tx, case_id))
    return last is None or row.recorded_at > last.recorded_at


def health_of(tx: Tx, codes: Codes, case_id: UUID, person_id: UUID) -> HealthDraft | None:
    """What is stored, empty fields where nothing is, or None while they are closed."""
    if not is_health_open(tx, codes, case_id, person_id):
        return None
    row = health_row(tx, case_id, person_id)
    if row is None:
        return HealthDraft(case_id, person_id)
    return HealthDraft(
        case_id,
        person_id,
        row.disability,
        row.chronic_illness,
        row.medication,
        row.addiction,
        row.is_pregnant,
        row.emergency_reason,
    )


def store_health(tx: Tx, draft: HealthDraft, consent_id: UUID | None) -> None:
    """Write the fields under a consent, or under the reason of an emergency."""
    refuse(too_long((name, getattr(draft, name)) for name in TEXTS))
    reason = line("emergency_reason", draft.emergency_reason, REASON)
    row = health_row(tx, draft.case_id, draft.person_id)
    if row is None:
        row = HealthRecord(person_id=draft.person_id, case_id=draft.case_id)
        tx.add(row)
    row.consent_id = consent_id
    row.recorded_at = tx.now
    row.emergency_reason = "" if consent_id else reason
    for name in TEXTS:
        setattr(row, name, display_multiline(getattr(draft, name)))
    row.is_pregnant = draft.is_pregnant
    tx.session.flush()
