"""The table of rights: what each role may do (domain.md §2.7, P-15, P-26, P-36).

Roles are an editable list for their labels; what a role may do is closed logic and stands here alone.
"""

from services.actor import Right as R

_FILES = {R.CASE_FIND, R.CASE_READ, R.CASE_READ_ALL, R.IDENTITIES, R.PERSON_READ, R.CATEGORY_DETAIL}
_DESK = {R.APPOINTMENT_READ, R.APPOINTMENT_WRITE, R.LETTER_READ}
_INTAKE = {R.CASE_REGISTER, R.CASE_EDIT, R.PERSON_EDIT, R.ADVICE_WRITE, R.NIGHT_COMPLETE}
_CLINICAL = {
    R.CONFIDENTIAL_CONTACT,
    R.CONSENT_WRITE,
    R.SAFETY_READ,
    R.SAFETY_WRITE,
    R.HEALTH,
    R.SESSION_READ,
    R.SESSION_WRITE,
    R.PROCESS_NOTE,
    R.OUTCOME_WRITE,
    R.REFERRAL_WRITE,
    R.DOCUMENT_READ,
    R.DOCUMENT_ISSUE,
    R.HANDOVER_GIVE,
    R.SHIFT_HANDOVER,
}
_WORKER = _FILES | _DESK | _INTAKE | _CLINICAL | {R.LETTER_REGISTER, R.EXPORT}

ROLE_RIGHTS: dict[str, frozenset[R]] = {
    "unit_head": frozenset(
        _WORKER
        | {R.CASE_ASSIGN, R.CASE_VOID, R.GATE_OVERRIDE, R.STAFF_MANAGE, R.SETTINGS_MANAGE, R.BACKUP, R.AUDIT_READ}
        | {R.NOTE_ESCROW, R.STATISTICS}
    ),
    "psychologist": frozenset(_WORKER),
    "counsellor": frozenset(_WORKER),
    "social_worker": frozenset(_WORKER),
    # own files only, no list of the unit's
    "honorary_police": frozenset(_WORKER - {R.CASE_READ_ALL, R.HEALTH, R.EXPORT}),
    # mediation of community disputes, no clinical data
    "peace_facilitator": frozenset(
        (_FILES - {R.CASE_READ_ALL})
        | _DESK
        | {R.CASE_REGISTER, R.CASE_EDIT, R.PERSON_EDIT, R.CONSENT_WRITE, R.SESSION_READ, R.SESSION_WRITE}
        | {R.OUTCOME_WRITE, R.DOCUMENT_READ, R.DOCUMENT_ISSUE, R.ADVICE_WRITE, R.HANDOVER_GIVE}
    ),
    # intake typing and scheduling; the subject only by its group (P-15)
    "conscript": frozenset(
        (_FILES - {R.CATEGORY_DETAIL})
        | _DESK
        | {R.CASE_REGISTER, R.CASE_EDIT, R.PERSON_EDIT, R.NIGHT_COMPLETE, R.LETTER_REGISTER}
    ),
    "clerk": frozenset(
        (_FILES - {R.CATEGORY_DETAIL}) | _DESK | {R.CASE_REGISTER, R.LETTER_REGISTER, R.NIGHT_COMPLETE}
    ),
    # summary and result, never notes: only the other half of their escrow
    "station_commander": frozenset(
        {R.CASE_FIND, R.CASE_READ, R.CASE_READ_ALL, R.IDENTITIES, R.CATEGORY_DETAIL, R.LETTER_READ, R.DOCUMENT_READ}
        | {R.NOTE_SECOND_KEY, R.STATISTICS}
    ),
    # read only, without names
    "auditor": frozenset({R.CASE_FIND, R.CASE_READ, R.CASE_READ_ALL, R.CATEGORY_DETAIL, R.AUDIT_READ, R.STATISTICS}),
    # users and backup, no case content
    "admin": frozenset({R.STAFF_MANAGE, R.SETTINGS_MANAGE, R.BACKUP}),
    # writes, and can neither search nor read (P-26)
    "duty_officer": frozenset({R.NIGHT_WRITE}),
}


def rights_of(role: str) -> frozenset[R]:
    """The rights of a role; a role without an entry may do nothing."""
    return ROLE_RIGHTS.get(role, frozenset())
