"""Who acts, and what that person may do. Every service takes an `Actor`; only `staff` makes one."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from services.errors import NotAllowedError


class Right(StrEnum):
    """What a role may do. The table of roles and rights is in `services.staff.rights` (domain.md §2.7)."""

    CASE_FIND = "case.find"
    CASE_READ = "case.read"
    CASE_READ_ALL = "case.read_all"
    CASE_REGISTER = "case.register"
    CASE_EDIT = "case.edit"
    CASE_ASSIGN = "case.assign"
    CASE_VOID = "case.void"
    CATEGORY_DETAIL = "category.detail"
    IDENTITIES = "identities"
    PERSON_READ = "person.read"
    PERSON_EDIT = "person.edit"
    CONFIDENTIAL_CONTACT = "contact.confidential"
    CONSENT_WRITE = "consent.write"
    SAFETY_READ = "safety.read"
    SAFETY_WRITE = "safety.write"
    HEALTH = "health"
    GATE_OVERRIDE = "gate.override"
    APPOINTMENT_READ = "appointment.read"
    APPOINTMENT_WRITE = "appointment.write"
    SESSION_READ = "session.read"
    SESSION_WRITE = "session.write"
    PROCESS_NOTE = "note.process"
    NOTE_ESCROW = "note.escrow"
    NOTE_SECOND_KEY = "note.second_key"
    OUTCOME_WRITE = "outcome.write"
    REFERRAL_WRITE = "referral.write"
    LETTER_READ = "letter.read"
    LETTER_REGISTER = "letter.register"
    DOCUMENT_READ = "document.read"
    DOCUMENT_ISSUE = "document.issue"
    ADVICE_WRITE = "advice.write"
    NIGHT_WRITE = "night.write"
    NIGHT_COMPLETE = "night.complete"
    STAFF_MANAGE = "staff.manage"
    SETTINGS_MANAGE = "settings.manage"
    BACKUP = "backup"
    EXPORT = "export"
    AUDIT_READ = "audit.read"
    STATISTICS = "statistics.read"
    HANDOVER_GIVE = "handover.give"
    SHIFT_HANDOVER = "shift.handover"


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in colleague. Plain data: it holds no key and can be sent to a server process."""

    staff_id: UUID
    unit_id: UUID
    session_id: UUID
    name: str
    role: str
    rights: frozenset[Right]

    def may(self, right: Right) -> bool:
        return right in self.rights

    def require(self, *rights: Right) -> None:
        """Raise `NotAllowedError` unless the actor has all the rights."""
        if not self.rights.issuperset(rights):
            raise NotAllowedError("errors.not_allowed")
