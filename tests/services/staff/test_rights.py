"""Every role against every right, as domain.md §2.7 and the P-rules say; the table here is written out by hand."""

import pytest

from services.actor import Right
from services.staff.rights import ROLE_RIGHTS, rights_of

_ROLES = (
    "unit_head",
    "psychologist",
    "counsellor",
    "social_worker",
    "honorary_police",
    "peace_facilitator",
    "conscript",
    "clerk",
    "station_commander",
    "auditor",
    "admin",
    "duty_officer",
)

# one column a role, in the order of _ROLES; x = may, . = may not
_TABLE = {
    Right.CASE_FIND: "xxxxxxxxxx..",
    Right.CASE_READ: "xxxxxxxxxx..",
    Right.CASE_READ_ALL: "xxxx..xxxx..",
    Right.CASE_REGISTER: "xxxxxxxx....",
    Right.CASE_EDIT: "xxxxxxx.....",
    Right.CASE_ASSIGN: "x...........",
    Right.CASE_VOID: "x...........",
    Right.CATEGORY_DETAIL: "xxxxxx..xx..",
    Right.IDENTITIES: "xxxxxxxxx...",
    Right.PERSON_READ: "xxxxxxxx....",
    Right.PERSON_EDIT: "xxxxxxx.....",
    Right.CONFIDENTIAL_CONTACT: "xxxxx.......",
    Right.CONSENT_WRITE: "xxxxxx......",
    Right.SAFETY_READ: "xxxxx.......",
    Right.SAFETY_WRITE: "xxxxx.......",
    Right.HEALTH: "xxxx........",
    Right.GATE_OVERRIDE: "x...........",
    Right.APPOINTMENT_READ: "xxxxxxxx....",
    Right.APPOINTMENT_WRITE: "xxxxxxxx....",
    Right.SESSION_READ: "xxxxxx......",
    Right.SESSION_WRITE: "xxxxxx......",
    Right.PROCESS_NOTE: "xxxxx.......",
    Right.NOTE_ESCROW: "x...........",
    Right.NOTE_SECOND_KEY: "........x...",
    Right.OUTCOME_WRITE: "xxxxxx......",
    Right.REFERRAL_WRITE: "xxxxx.......",
    Right.LETTER_READ: "xxxxxxxxx...",
    Right.LETTER_REGISTER: "xxxxx.xx....",
    Right.DOCUMENT_READ: "xxxxxx..x...",
    Right.DOCUMENT_ISSUE: "xxxxxx......",
    Right.ADVICE_WRITE: "xxxxxx......",
    Right.NIGHT_WRITE: "...........x",
    Right.NIGHT_COMPLETE: "xxxxx.xx....",
    Right.STAFF_MANAGE: "x.........x.",
    Right.SETTINGS_MANAGE: "x.........x.",
    Right.BACKUP: "x.........x.",
    Right.EXPORT: "xxxx........",
    Right.AUDIT_READ: "x........x..",
    Right.HANDOVER_GIVE: "xxxxxx......",
    Right.SHIFT_HANDOVER: "xxxxx.......",
    Right.STATISTICS: "x.......xx..",
}


def test_the_table_names_every_role_and_right() -> None:
    assert set(ROLE_RIGHTS) == set(_ROLES)
    assert set(_TABLE) == set(Right)


@pytest.mark.parametrize("role", _ROLES)
def test_role(role: str) -> None:
    column = _ROLES.index(role)
    expected = {right for right, marks in _TABLE.items() if marks[column] == "x"}
    assert rights_of(role) == expected


def test_an_unknown_role_may_nothing() -> None:
    assert rights_of("stranger") == frozenset()


def test_who_reads_safety_also_reads_the_file() -> None:
    for rights in ROLE_RIGHTS.values():
        if Right.SAFETY_READ in rights:
            assert Right.CASE_READ in rights


def test_an_administrator_reads_no_case() -> None:
    assert not {
        right for right in rights_of("admin") if right.value.startswith(("case", "person", "safety", "session"))
    }
