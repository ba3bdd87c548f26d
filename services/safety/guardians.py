"""Who answers for a child, and when a session needs more than a guardian's word (P-14)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from models.case import CaseFile, CaseParty
from models.enums import ConsentDecision, Side
from models.person import Person
from models.safety import Consent
from services.cases.access import people_of
from services.codes import Code, Codes
from services.people.naming import full_name, is_minor, screen_name
from services.persian.text import search_key
from services.safety.adults import children_of, consents_of, open_flags
from services.safety.gate import is_danger_open
from services.safety.shapes import GuardianRow
from services.unit_of_work import Tx

_GUARDING = ("parent_child", "couple")
"""Groups of roles whose adults may answer for a child of the file."""


def guardians_of(tx: Tx, codes: Codes, case: CaseFile, child_id: UUID) -> tuple[GuardianRow, ...]:
    """Everybody who answered for the child, by the last word of each, then those of the file who were not asked."""
    answers = _last_words(_clinical(tx, codes, case, child_id))
    asked = {search_key(row.guardian_name) for row in answers}
    around = [person for _, person in _adults_around(tx, codes, case, child_id)]
    waiting = [one for one in around if search_key(full_name(one)) not in asked]
    return (
        *(_answered(tx, codes, row) for row in answers),
        *(GuardianRow(screen_name(one, tx.today), "", None, None, None) for one in waiting),
    )


def needs_order(tx: Tx, codes: Codes, case: CaseFile, child_id: UUID) -> bool:
    """Whether a session with the child waits for a judge's order or the head's written reason.

    It does while a guardian says no or is said to be violent, and while guardians who stand against each other in the
    file have not both said yes. It does not once there is such an order, nor while danger stands open: urgent
    protection never waits.
    """
    answers = _last_words(_clinical(tx, codes, case, child_id))
    if any(row.decision is ConsentDecision.GIVEN and _basis(row) for row in answers):
        return False
    is_refused = any(row.decision is not ConsentDecision.GIVEN for row in answers)
    in_dispute = is_refused or _is_one_silent_in_dispute(tx, codes, case, child_id, answers)
    if not (in_dispute or _is_one_suspected(tx, codes, case, child_id)):
        return False
    return not (is_danger_open(tx, case.id) or _does_clock_run(tx, codes, case, child_id))


def waiting_child(tx: Tx, codes: Codes, case: CaseFile, party_ids: Iterable[UUID]) -> bool:
    """Whether one of these parties is a child with whom a session waits for an order."""
    wanted = set(party_ids)
    return any(
        child.party.id in wanted and needs_order(tx, codes, case, child.person.id)
        for child in children_of(tx, codes, case)
    )


def _clinical(tx: Tx, codes: Codes, case: CaseFile, child_id: UUID) -> list[Consent]:
    """All decisions about the counselling of the child, oldest first."""
    kinds = codes.all(tx.actor, "consent_kind", with_inactive=True)
    wanted = {kind.code for kind in kinds if kind.does("opens") == "clinical"}
    return [row for row in consents_of(tx, case.id) if row.person_id == child_id and row.kind in wanted]


def _last_words(rows: Sequence[Consent]) -> list[Consent]:
    """The last decision of each who answered; of a no without a name every later yes takes the place."""
    last: dict[str, Consent] = {}
    for row in rows:
        if row.decision is ConsentDecision.GIVEN:
            last.pop("", None)
        last[search_key(row.guardian_name) or search_key(_basis(row))] = row
    return list(last.values())


def _basis(row: Consent) -> str:
    return row.judge_order or row.head_reason


def _answered(tx: Tx, codes: Codes, row: Consent) -> GuardianRow:
    kind = codes.label(tx.actor, "guardian_kind", row.guardian_kind)
    return GuardianRow(row.guardian_name, kind, row.has_custody, row.decision, row.decided_at, _basis(row))


def _adults_around(tx: Tx, codes: Codes, case: CaseFile, child_id: UUID) -> list[tuple[CaseParty, Person]]:
    return [
        (party, person)
        for party, person in people_of(tx, case.id)
        if person.id != child_id
        and not person.is_deceased
        and not is_minor(person, tx.today)
        and _may_guard(codes.get(tx.actor, "party_role", party.role))
    ]


def _is_one_silent_in_dispute(
    tx: Tx, codes: Codes, case: CaseFile, child_id: UUID, answers: Sequence[Consent]
) -> bool:
    """Whether guardians of both sides of the file stand around the child, and one of them has not agreed."""
    around = [one for one in _adults_around(tx, codes, case, child_id) if one[0].side is not Side.NONE]
    if len({party.side for party, _ in around}) == 1 or not around:
        return False
    agreed = {search_key(row.guardian_name) for row in answers if row.decision is ConsentDecision.GIVEN}
    return any(search_key(full_name(person)) not in agreed for _, person in around)


def _may_guard(role: Code) -> bool:
    return role.does("group") in _GUARDING and role.does("protection") != "child"


def _is_one_suspected(tx: Tx, codes: Codes, case: CaseFile, child_id: UUID) -> bool:
    around = {person.id for _, person in _adults_around(tx, codes, case, child_id)}
    return any(
        flag.person_id in around and codes.get(tx.actor, "risk_flag_kind", flag.kind).does("about_other")
        for flag in open_flags(tx, [case.id]).get(case.id, [])
    )


def _does_clock_run(tx: Tx, codes: Codes, case: CaseFile, child_id: UUID) -> bool:
    """Until a child's danger is reported, nothing that helps the child waits (R-8)."""
    return any(
        flag.person_id == child_id
        and flag.reported_at is None
        and codes.get(tx.actor, "risk_flag_kind", flag.kind).does("child_clock")
        for flag in open_flags(tx, [case.id]).get(case.id, [])
    )
