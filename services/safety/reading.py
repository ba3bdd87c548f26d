"""Where every person of a case stands, read inside an open transaction."""

from dataclasses import dataclass, replace
from uuid import UUID

from models.case import CaseFile, CaseParty
from models.enums import ConsentDecision, InviteAnswer, ScreenState
from models.person import Person
from models.safety import Consent, DangerResponse, RiskFlag, SafetyScreen
from services.codes import Codes
from services.people.naming import screen_name
from services.safety.adults import (
    Adult,
    adults_of,
    children_of,
    consent_to,
    latest_consents,
    latest_screens,
    open_danger_of,
    open_flags,
)
from services.safety.consents import consent_row
from services.safety.flags import flag_row
from services.safety.gate import gate, is_screen_current, may_ask_joint
from services.safety.shapes import FlagRow, PartySafety, SafetyState, ScreenRow
from services.staff.naming import staff_names
from services.unit_of_work import Tx


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows of one case say, read once."""

    tx: Tx
    codes: Codes
    case: CaseFile
    consents: dict[tuple[UUID, str], Consent]
    screens: dict[UUID, SafetyScreen]
    flags: tuple[FlagRow, ...]
    dangers: dict[UUID, DangerResponse]


def state_of(tx: Tx, codes: Codes, case: CaseFile) -> SafetyState:
    """Adults first, then the children, each in the order of the file."""
    flags: list[RiskFlag] = open_flags(tx, [case.id]).get(case.id, [])
    known = _Known(
        tx,
        codes,
        case,
        latest_consents(tx, case.id),
        latest_screens(tx, case.id),
        tuple(flag_row(tx, codes, flag) for flag in flags),
        open_danger_of(tx, case.id),
    )
    parties = [_adult(known, adult) for adult in adults_of(tx, codes, case)]
    parties += [_child(known, child.party, child.person) for child in children_of(tx, codes, case)]
    return SafetyState(
        case.id,
        case.case_no,
        case.joint_policy,
        codes.label(tx.actor, "joint_policy", case.joint_policy.value),
        case.joint_policy_reason,
        gate(tx, codes, case),
        tuple(parties),
        known.flags,
    )


def _adult(known: _Known, adult: Adult) -> PartySafety:
    person, party = adult.person, adult.party
    screen = known.screens.get(person.id)
    is_current = is_screen_current(known.tx, screen)
    asks_joint = may_ask_joint(known.tx, known.case, screen)
    return PartySafety(
        party.id,
        person.id,
        screen_name(person, known.tx.today),
        known.codes.label(known.tx.actor, "party_role", party.role),
        False,
        adult.is_intimate,
        _decision(known, person.id, "clinical"),
        tuple(
            consent_row(known.tx, known.codes, row)
            for (owner, _), row in known.consents.items()
            if owner == person.id
        ),
        screen_row(known.tx, known.codes, screen) if screen else None,
        is_current,
        tuple(flag for flag in known.flags if flag.person_id == person.id),
        party.invite_answer.value,
        party.is_inviting,
        asks_joint,
        person.id in known.dangers,
        _next_step(known, adult, screen, is_current=is_current, asks_joint=asks_joint),
    )


def _child(known: _Known, party: CaseParty, person: Person) -> PartySafety:
    consent = _decision(known, person.id, "clinical")
    has_danger = person.id in known.dangers
    return PartySafety(
        party.id,
        person.id,
        screen_name(person, known.tx.today),
        known.codes.label(known.tx.actor, "party_role", party.role),
        True,
        False,
        consent,
        tuple(
            consent_row(known.tx, known.codes, row)
            for (owner, _), row in known.consents.items()
            if owner == person.id
        ),
        None,
        False,
        tuple(flag for flag in known.flags if flag.person_id == person.id),
        party.invite_answer.value,
        party.is_inviting,
        False,
        has_danger,
        "danger" if has_danger else ("" if consent else "consent"),
    )


def _decision(known: _Known, person_id: UUID, opens: str) -> str:
    row = consent_to(known.tx, known.codes, opens, person_id, known.consents)
    return row.decision.value if row else ""


def _next_step(
    known: _Known, adult: Adult, screen: SafetyScreen | None, *, is_current: bool, asks_joint: bool
) -> str:
    """A refusal of counselling ends the steps: nobody is pressed (P-19)."""
    person_id = adult.person.id
    consent = _decision(known, person_id, "clinical")
    invites = adult.party.is_inviting and adult.party.invite_answer is InviteAnswer.UNASKED
    is_joint_due = asks_joint and not _decided_after(known, person_id, screen)
    steps = (
        ("danger", person_id in known.dangers),
        ("consent", not consent),
        ("", consent != ConsentDecision.GIVEN.value),
        ("screen", not is_current),
        ("joint_consent", is_joint_due),
        ("invite_answer", invites),
    )
    return next((step for step, is_due in steps if is_due), "")


def _decided_after(known: _Known, person_id: UUID, screen: SafetyScreen | None) -> bool:
    row = consent_to(known.tx, known.codes, "joint", person_id, known.consents)
    return row is not None and (screen is None or row.decided_at >= screen.screened_at)


def outlined(state: SafetyState, *, names_flags: bool) -> SafetyState:
    """The same without what only the safety pages may tell.

    Without `names_flags` a flag is its mark alone: its kind says as much as its words.
    """
    return replace(
        state,
        policy_reason="",
        gate=replace(state.gate, conditions=()),
        parties=tuple(
            replace(
                party,
                consents=(),
                screen=replace(party.screen, result=None, result_label="") if party.screen else None,
                flags=tuple(_bare(flag, names_flags=names_flags) for flag in party.flags),
            )
            for party in state.parties
        ),
        flags=tuple(_bare(flag, names_flags=names_flags) for flag in state.flags),
    )


def _bare(flag: FlagRow, *, names_flags: bool) -> FlagRow:
    return replace(flag, note="") if names_flags else replace(flag, note="", kind="", reported_no="")


def screen_row(tx: Tx, codes: Codes, row: SafetyScreen) -> ScreenRow:
    """A screen without its answers."""
    if row.state is ScreenState.NOT_DONE or row.result is None:
        label = codes.label(tx.actor, "screen_state", ScreenState.NOT_DONE.value)
    else:
        label = codes.label(tx.actor, "screen_result", row.result.value)
    return ScreenRow(
        row.id, row.person_id, row.state, row.result, label, row.screened_at, staff_names(tx).get(row.staff_id, "")
    )
