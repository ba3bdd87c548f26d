"""Flags inside an open transaction: raising, reviewing, reporting, closing (R-8, P-10)."""

from datetime import date, datetime, timedelta
from uuid import UUID

from models.case import CaseFile
from models.enums import FlagLevel
from models.person import Person
from models.safety import RiskFlag
from services.actor import Right
from services.cases.access import visible_case
from services.codes import Codes
from services.errors import InvalidError, NotAllowedError
from services.people.naming import screen_name
from services.persian.text import display_form
from services.safety.adults import open_flags, person_in
from services.safety.marks import mark_of_flag
from services.safety.shapes import FlagDraft, FlagRow
from services.settings.service import number_in
from services.staff.naming import staff_names
from services.typed import lines
from services.unit_of_work import Tx

_LEVELS = list(FlagLevel)


def raise_flag(tx: Tx, codes: Codes, case: CaseFile, draft: FlagDraft, *, screen_id: UUID | None = None) -> RiskFlag:
    """Open a flag, or raise the level of the one that stands; its review is at most 7 days off when high.

    A flag that was reported already keeps its report: what becomes known after it is a new flag with a new clock.
    """
    person_in(tx, case, draft.person_id)
    note = lines("note", draft.note)
    if draft.kind not in {kind.code for kind in codes.all(tx.actor, "risk_flag_kind", with_inactive=True)}:
        raise InvalidError("errors.required", "kind")
    known_at = draft.known_at or tx.now
    if known_at > tx.now:
        raise InvalidError("safety.known_in_future", "known_at")
    for flag in open_flags(tx, [case.id]).get(case.id, []):
        is_same = flag.person_id == draft.person_id and flag.kind == draft.kind
        if is_same and (flag.reported_at is None or known_at <= flag.reported_at):
            return _strengthen(tx, flag, draft, known_at, note)
    flag = RiskFlag(
        case_id=case.id,
        person_id=draft.person_id,
        kind=draft.kind,
        level=draft.level,
        known_at=known_at,
        raised_at=tx.now,
        raised_by_id=tx.actor.staff_id,
        screen_id=screen_id,
        note=note,
        review_on=review_day(tx, draft.level),
    )
    tx.add(flag)
    tx.session.flush()
    tx.changed("flag", flag.id)
    return flag


def _strengthen(tx: Tx, flag: RiskFlag, draft: FlagDraft, known_at: datetime, note: str) -> RiskFlag:
    flag.level = max(flag.level, draft.level, key=_LEVELS.index)
    flag.known_at = min(flag.known_at, known_at)
    flag.review_on = review_day(tx, flag.level)
    if note and note not in flag.note:
        flag.note = f"{flag.note}\n{note}".strip()
    tx.changed("flag", flag.id)
    return flag


def review_day(tx: Tx, level: FlagLevel) -> date:
    """When the flag is to be looked at again."""
    key = "review_days_low" if level is FlagLevel.LOW else "review_days_high"
    return tx.today + timedelta(days=number_in(tx, key))


def open_flag(tx: Tx, flag_id: UUID, version: int) -> RiskFlag:
    """An open flag of a case that the actor may see, as the person saw it."""
    flag = tx.get(RiskFlag, flag_id)
    visible_case(tx, flag.case_id)
    tx.expect(flag, version)
    if flag.closed_at is not None:
        raise InvalidError("safety.flag_closed")
    return flag


def has_clock(tx: Tx, codes: Codes, flag: RiskFlag) -> bool:
    """Whether a kind of flag has to be reported within hours (R-8)."""
    return bool(codes.get(tx.actor, "risk_flag_kind", flag.kind).does("child_clock"))


def is_imminent(flag: RiskFlag) -> bool:
    """Whether a flag says that the danger is now."""
    return flag.level is FlagLevel.IMMINENT


def close(tx: Tx, codes: Codes, flag: RiskFlag, reason: str) -> None:
    """Close a flag; with a clock only once it is reported, or by the head (R-8)."""
    if has_clock(tx, codes, flag) and flag.reported_at is None and not tx.actor.may(Right.GATE_OVERRIDE):
        raise NotAllowedError("safety.report_first")
    flag.closed_at = tx.now
    flag.closed_by_id = tx.actor.staff_id
    flag.close_reason = reason


def flag_row(tx: Tx, codes: Codes, flag: RiskFlag) -> FlagRow:
    """A flag as its panel shows it."""
    mark = mark_of_flag(tx, codes, flag, number_in(tx, "child_clock_hours"))
    return FlagRow(
        flag.id,
        flag.version,
        flag.case_id,
        flag.person_id,
        screen_name(tx.get(Person, flag.person_id), tx.today),
        flag.kind,
        mark,
        flag.level,
        codes.label(tx.actor, "flag_level", flag.level.value),
        flag.known_at,
        flag.raised_at,
        staff_names(tx).get(flag.raised_by_id, ""),
        flag.review_on,
        has_clock(tx, codes, flag),
        flag.reported_at,
        display_form(flag.reported_no),
        flag.note,
    )
