"""Closed lists that drive logic. A list whose entries a unit may edit is data (`resources/codes`), not here."""

from enum import StrEnum


class CaseStatus(StrEnum):
    """Where a case is (domain.md §2.8.1); how it ended is its disposition (R-9)."""

    RECEIVED = "received"
    TRIAGE = "triage"
    INTAKE = "intake"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    OUTCOME_RECORDED = "outcome_recorded"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
    VOIDED = "voided"


class Confidentiality(StrEnum):
    NORMAL = "normal"
    RESTRICTED = "restricted"
    STAFF_RELATIVE = "staff_relative"


class JointPolicy(StrEnum):
    """Whether the two sides may sit in one room (R-7)."""

    NOT_SCREENED = "not_screened"
    ALLOWED = "allowed"
    SEPARATE_ONLY = "separate_only"
    FORBIDDEN = "forbidden"


class Side(StrEnum):
    A = "a"
    B = "b"
    NONE = "none"


class InviteAnswer(StrEnum):
    """The inviting side's own answer to inviting the other side (P-1)."""

    UNASKED = "unasked"
    NO_OBJECTION = "no_objection"
    NOT_YET = "not_yet"
    NEVER = "never"


class NoticeKind(StrEnum):
    """What the head alone is told (P-6, P-7)."""

    OPPOSITE_SIDES = "opposite_sides"
    STAFF_RELATIVE = "staff_relative"
    NAMED_AS_STAFF = "named_as_staff"
    SAME_CODE = "same_code"


class ConsentDecision(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ScreenState(StrEnum):
    COMPLETE = "complete"
    NOT_DONE = "not_done"


class ScreenResult(StrEnum):
    NONE = "none"
    PRESENT_LOW = "present_low"
    HIGH = "high"
    IMMINENT = "imminent"


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    REFUSED = "refused"


class FlagLevel(StrEnum):
    LOW = "low"
    HIGH = "high"
    IMMINENT = "imminent"


class AppointmentStatus(StrEnum):
    SCHEDULED = "scheduled"
    HELD = "held"
    CANCELLED_BY_UNIT = "cancelled_by_unit"
    CANCELLED_BY_PARTY = "cancelled_by_party"
    NO_SHOW_ALL = "no_show_all"
    SAFETY_STOPPED = "safety_stopped"


class AttendanceMark(StrEnum):
    ATTENDED = "attended"
    LATE = "late"
    LEFT_EARLY = "left_early"
    NO_SHOW = "no_show"
    EXCUSED = "excused"
    REFUSED = "refused"


class ContactKind(StrEnum):
    MOBILE = "mobile"
    PHONE = "phone"
    ADDRESS = "address"


class GivenBy(StrEnum):
    """Who told us a contact (P-9)."""

    SELF = "self"
    PERSON = "person"
    REFERRER = "referrer"
    STAFF = "staff"


class BirthPrecision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ESTIMATED = "estimated"


class LetterDirection(StrEnum):
    INCOMING = "incoming"
    OUTGOING = "outgoing"
    INTERNAL = "internal"


class LetterState(StrEnum):
    REGISTERED = "registered"
    VOIDED = "voided"


class DocumentState(StrEnum):
    ISSUED = "issued"
    VOIDED = "voided"


class PrintKind(StrEnum):
    """What left the printer (P-23); spoilt sheets are printed again as originals."""

    ORIGINAL = "original"
    COPY = "copy"
    SPOILT = "spoilt"


class WaitingState(StrEnum):
    WAITING = "waiting"
    BOOKED = "booked"
    WITHDRAWN = "withdrawn"


class HolidayKind(StrEnum):
    OFFICIAL = "official"
    ESTIMATED = "estimated"
    LOCAL = "local"
    OFFICE_CLOSURE = "office_closure"


class AgreementKind(StrEnum):
    SETTLEMENT = "settlement"
    UNDERTAKING = "undertaking"
    WAIVER = "waiver"


class AgreementState(StrEnum):
    """A deed counts when its signatures were seen (P-30); a refused or corrected one is void."""

    AWAITING = "awaiting"
    SIGNED = "signed"
    VOIDED = "voided"


class ClauseState(StrEnum):
    """Kept only when the beneficiary, or a receipt, says so (P-18)."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    BREACHED = "breached"


class SignerRole(StrEnum):
    PARTY = "party"
    WITNESS = "witness"


class SignatureState(StrEnum):
    AWAITED = "awaited"
    SEEN = "seen"
    REFUSED = "refused"


class FollowUpState(StrEnum):
    """Two honest attempts close a follow-up as one without news (P-37); a reopened file drops those to come."""

    DUE = "due"
    DONE = "done"
    NO_NEWS = "no_news"
    DROPPED = "dropped"


class HandoverKind(StrEnum):
    """Why a colleague's work is given to others."""

    ABSENCE = "absence"
    LEAVING = "leaving"


class HandoverState(StrEnum):
    OPEN = "open"
    RETURNED = "returned"
    UNDONE = "undone"
