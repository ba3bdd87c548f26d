"""Who is asked after an outcome: only people who came to the unit themselves, each alone (P-1, P-18)."""

from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile, CaseParty
from models.enums import ConsentDecision, InviteAnswer, Side
from models.work import Attendance, Session
from services.cases.access import parties_of
from services.codes import Codes
from services.safety.adults import adults_of, consent_to, latest_consents, open_flags
from services.unit_of_work import Tx

_HELD_BACK = (InviteAnswer.NOT_YET, InviteAnswer.NEVER)
_MARKS = (
    select(Attendance.party_id, Attendance.mark)
    .join(Session, Session.id == Attendance.session_id)
    .where(Session.case_id == bindparam("of_case"))
)


def people_to_ask(tx: Tx, codes: Codes, case: CaseFile) -> tuple[CaseParty, ...]:
    """The adult sides who came, in the order of the file; where nobody's coming is recorded, who asked for help.

    Somebody whom the unit may not invite, and of whom the other side spoke as dangerous, is not called: he may not
    know that the file exists.
    """
    sides = [adult.party for adult in adults_of(tx, codes, case) if adult.party.side is not Side.NONE]
    came = came_to_unit(tx, codes, case)
    found = [party for party in sides if party.id in came] or _who_asked(sides)
    return tuple(party for party in found if may_ask(tx, codes, case, party))


def came_to_unit(tx: Tx, codes: Codes, case: CaseFile) -> frozenset[UUID]:
    """The parties who were at a meeting, took a decision on the consent sheet, or asked for help themselves."""
    present = {code.code for code in codes.all(tx.actor, "attendance", with_inactive=True) if code.does("is_present")}
    marks = tx.rows(_MARKS, {"of_case": case.id})
    met = {party_id for party_id, mark in marks if mark.value in present}
    decided = {person_id for person_id, _ in latest_consents(tx, case.id)}
    return frozenset(
        party.id
        for party in parties_of(tx, case.id)
        if party.id in met or party.person_id in decided or party.is_inviting
    )


def may_ask(tx: Tx, codes: Codes, case: CaseFile, party: CaseParty) -> bool:
    """Whether this person may be asked now."""
    facing = [one for one in parties_of(tx, case.id) if one.person_id != party.person_id]
    if any(one.invite_answer in _HELD_BACK and one.side is not party.side for one in facing):
        return False
    flags = open_flags(tx, [case.id]).get(case.id, [])
    spoken_of = [flag for flag in flags if codes.of(tx.actor).does("risk_flag_kind", flag.kind, "about_other")]
    return all(flag.person_id != party.person_id for flag in spoken_of)


def may_phone(tx: Tx, codes: Codes, case: CaseFile, party: CaseParty) -> bool:
    """Whether the person's consent to calls holds now (P-18)."""
    consent = consent_to(tx, codes, "phone", party.person_id, latest_consents(tx, case.id))
    return consent is not None and consent.decision is ConsentDecision.GIVEN


def _who_asked(sides: list[CaseParty]) -> list[CaseParty]:
    return [party for party in sides if party.is_inviting] or [party for party in sides if party.side is Side.A]
