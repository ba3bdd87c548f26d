"""Neutral marks: a letter on every screen, its words only for those who may read them, while a key is held."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, CompoundSelect, bindparam, literal, select, union_all

from models.case import CaseParty
from models.enums import FlagLevel, InviteAnswer
from models.person import Contact
from models.safety import RiskFlag
from services.actor import Right
from services.codes import Codes
from services.safety.adults import open_flags
from services.safety.shapes import Mark
from services.settings.service import number_in
from services.unit_of_work import Tx


def mark_of_flag(tx: Tx, codes: Codes, flag: RiskFlag, clock_hours: int) -> Mark:
    """The mark of one flag. A child's clock runs from the hour of knowledge (P-10) until it is reported."""
    kind = codes.get(tx.actor, "risk_flag_kind", flag.kind)
    runs = bool(kind.does("child_clock")) and flag.reported_at is None
    return Mark(
        str(kind.does("mark") or "?"),
        str(kind.does("words") or kind.label) if tx.actor.may(Right.SAFETY_READ) else "",
        flag.level is not FlagLevel.LOW,
        flag.known_at + timedelta(hours=clock_hours) if runs else None,
    )


def marks_of_cases(tx: Tx, codes: Codes, case_ids: Iterable[UUID]) -> dict[UUID, tuple[Mark, ...]]:
    """The marks of each case that has any: its open flags, then its protections; one a letter, the most urgent."""
    ids = tuple(case_ids)
    return tx.once(("marks_of_cases", ids), lambda: _marks(tx, codes, ids)) if ids else {}


def _marks(tx: Tx, codes: Codes, ids: tuple[UUID, ...]) -> dict[UUID, tuple[Mark, ...]]:
    hours = number_in(tx, "child_clock_hours")
    marks: dict[UUID, dict[str, Mark]] = {}
    for case_id, flags in open_flags(tx, ids).items():
        for flag in flags:
            mark = mark_of_flag(tx, codes, flag, hours)
            by_letter = marks.setdefault(case_id, {})
            known = by_letter.get(mark.letter)
            by_letter[mark.letter] = mark if known is None else _urgent_one(known, mark)
    for case_id, kind in _protections(tx, ids):
        code = codes.get(tx.actor, "protection_kind", kind)
        words = str(code.does("words")) if tx.actor.may(Right.SAFETY_READ) else ""
        marks.setdefault(case_id, {})[str(code.does("mark"))] = Mark(str(code.does("mark")), words)
    return {case_id: tuple(by_letter.values()) for case_id, by_letter in marks.items()}


def _urgent_one(one: Mark, other: Mark) -> Mark:
    """Two marks of one letter as one: urgent if either is, with the clock that ends first."""
    ends = [mark.clock_ends_at for mark in (one, other) if mark.clock_ends_at is not None]
    return Mark(one.letter, one.words, one.is_urgent or other.is_urgent, min(ends, default=None))


def _protections(tx: Tx, case_ids: tuple[UUID, ...]) -> list[tuple[UUID, str]]:
    """What protects somebody in a case, each with its code of `protection_kind`."""
    rows: Iterable[Sequence[Any]] = tx.rows(_PROTECTED, {"ids": case_ids})
    return [(row[0], kind) for row in rows for kind, stands in zip(_PROTECTIONS, row[1:], strict=True) if stands]


def _protected() -> CompoundSelect[Any]:
    """Case, then a column for each of `_PROTECTIONS`; built once, for it is asked for with every list of cases."""
    ids = bindparam("ids", expanding=True, type_=Contact.case_id.type)
    protects = Contact.is_confidential.is_(True) | Contact.do_not_call.is_(True)
    no, yes = literal(False, Boolean), literal(True, Boolean)
    columns = (Contact.is_confidential, Contact.do_not_call, no)
    in_case = select(Contact.case_id.label("case_id"), *columns).where(
        Contact.case_id.in_(ids), Contact.is_current.is_(True), protects
    )
    of_person = (
        select(CaseParty.case_id, *columns)
        .join(CaseParty, CaseParty.person_id == Contact.person_id)
        .where(
            CaseParty.case_id.in_(ids),
            CaseParty.is_removed.is_(False),
            Contact.case_id.is_(None),
            Contact.is_current.is_(True),
            protects,
        )
    )
    never = select(CaseParty.case_id, no, no, yes).where(
        CaseParty.case_id.in_(ids),
        CaseParty.is_removed.is_(False),
        CaseParty.invite_answer == InviteAnswer.NEVER,
    )
    return union_all(in_case, of_person, never)


_PROTECTIONS = ("address_confidential", "do_not_call", "never_invite_other")
_PROTECTED = _protected()
