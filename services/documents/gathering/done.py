"""What the unit did in a file, as papers may say it: invitations and sessions by day; never what was said there."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile
from models.work import InvitationAttempt, Session
from services.catalogue import say
from services.clock import local
from services.codes import CodeReader
from services.documents.gathering.parties import Side
from services.persian.jalali import format_date
from services.safety.gate import gate
from services.unit_of_work import Tx

_SESSIONS = (
    select(Session.type, Session.day)
    .where(Session.case_id == bindparam("of_case"))
    .order_by(Session.day, Session.start)
)
_ATTEMPTS = (
    select(InvitationAttempt)
    .where(InvitationAttempt.case_id == bindparam("of_case"))
    .order_by(InvitationAttempt.at, InvitationAttempt.id)
)
_BOTH_SIDES = "both_sides"
WITH_PARTIES = ("one_party", _BOTH_SIDES)
_NOT_DONE_YET = (
    "no_screen",
    "screen_old",
    "no_joint_consent",
    "joint_consent_before_screen",
    "no_party",
    "policy_not_screened",
)


def invited_lines(tx: Tx, codes: CodeReader, case: CaseFile, sides: Iterable[Side]) -> list[str]:
    """A line for each side that was invited, with the days."""
    days: dict[UUID, list[date]] = defaultdict(list)
    for attempt in told_attempts(tx, codes, case.id):
        days[attempt.party_id].append(local(attempt.at).date())
    return [
        say("documents.done.invited", name=side.party.identity.full_name, days=day_list(days[side.row.id]))
        for side in sides
        if days[side.row.id]
    ]


def held_lines(tx: Tx, codes: CodeReader, case: CaseFile, *, with_both_sides: bool = False) -> list[str]:
    """A line for each kind of session, with the days. `with_both_sides`: only sessions that both sides know of, for
    a paper that both sign: it must not tell one side that the other came alone."""
    days: dict[str, list[date]] = defaultdict(list)
    wanted = (_BOTH_SIDES,) if with_both_sides else WITH_PARTIES
    for kind, day in tx.rows(_SESSIONS, {"of_case": case.id}):
        if codes.does("session_type", kind, "who") in wanted:
            days[kind].append(day)
    return [
        say("documents.done.held", kind=codes.label("session_type", kind), days=day_list(found))
        for kind, found in days.items()
    ]


def told_attempts(tx: Tx, codes: CodeReader, case_id: UUID) -> list[InvitationAttempt]:
    """The invitations that a paper may name: not those that never counted, as a call that was not safe (P-18)."""
    rows = tx.session.scalars(_ATTEMPTS, {"of_case": case_id})
    return [row for row in rows if not row.result or codes.does("invitation_result", row.result, "counts_as_attempt")]


def was_prevented(tx: Tx, codes: CodeReader, case: CaseFile) -> bool:
    """Whether the gate, or a consent that was not given, kept the sides out of one room (P-5): then papers say the
    one sentence, whatever the reason was. Steps that nobody took yet prevent nothing."""
    held = tx.rows(_SESSIONS, {"of_case": case.id})
    if any(codes.does("session_type", kind, "is_joint") for kind, _ in held):
        return False
    conditions = gate(tx, codes.codes, case).conditions
    return any(one.code not in _NOT_DONE_YET for one in conditions)


def day_list(days: Iterable[date]) -> str:
    """Each day once, the first one first."""
    return say("documents.list_comma").join(format_date(day) for day in sorted(set(days)))
