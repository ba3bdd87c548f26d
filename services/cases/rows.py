"""Cases as rows of lists: a page costs three queries, however many rows it has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from models.case import CaseFile, CaseParty, ReferralIn
from models.enums import Side
from models.letter import Letter
from models.person import Person
from services.actor import Right
from services.cases.access import people_of
from services.cases.shapes import CaseRow
from services.cases.words import category_words
from services.catalogue import say
from services.codes import CodeReader, Codes
from services.people.naming import Named, person_initials, screen_name
from services.staff.naming import staff_names
from services.unit_of_work import Tx

_SHOWN = 2


def case_rows(tx: Tx, codes: Codes, cases: Sequence[CaseFile]) -> tuple[CaseRow, ...]:
    """The rows of these cases, in their order. It does not ask whether the actor may see them."""
    ids = [case.id for case in cases]
    return _rows(tx, codes, cases, _latest(arrivals_of(tx, tuple(ids)))) if ids else ()


def listed_cases(tx: Tx, codes: Codes, ids: Sequence[UUID]) -> tuple[CaseRow, ...]:
    """The rows of the cases with these keys, in their order: of a hundred cases only what a list shows is read."""
    cases = {case.id: case for case in tx.rows(_LISTED, {"ids": ids})}
    arrivals = tx.rows(_LISTED_ARRIVALS, {"ids": ids})
    return _rows(tx, codes, [cases[key] for key in ids], _latest((one, one.number or "") for one in arrivals))


def case_initials(tx: Tx, codes: Codes, case_ids: Sequence[UUID]) -> dict[UUID, str]:
    """The initials of the sides of each case, for screens that others can see (P-3)."""
    people = _people(tx, codes.of(tx.actor), case_ids)
    return {case_id: _initials(people.get(case_id, [])) for case_id in case_ids}


def case_sides(tx: Tx, codes: Codes, case_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Both sides of each case by name, minors by initials (P-14); empty without the right to identities."""
    people = _parties(codes.of(tx.actor), _all(tx, case_ids)) if tx.actor.may(Right.IDENTITIES) else {}
    sides = {key: (_side(tx, named, Side.A), _side(tx, named, Side.B)) for key, named in people.items()}
    return {key: say("cases.joined_initials").join(filter(None, both)) for key, both in sides.items()}


@dataclass(frozen=True, slots=True)
class _Name:
    """As much of a person as a list needs: whole rows of hundreds would cost ten times as much."""

    given_name: str
    family_name: str
    birth_on: date | None


OnSide = tuple[Side, Named]


def _people(tx: Tx, codes: CodeReader, case_ids: Sequence[UUID]) -> dict[UUID, list[OnSide]]:
    if not tx.actor.may(Right.IDENTITIES):
        return {}
    rows = _people_of_one(tx, case_ids[0]) if len(case_ids) == 1 else _all(tx, case_ids)
    return _parties(codes, rows)


def _parties(codes: CodeReader, rows: Iterator[tuple[UUID, str, Side, Named]]) -> dict[UUID, list[OnSide]]:
    """Those of the people who are parties, by case."""
    found: dict[UUID, list[OnSide]] = {}
    for case_id, role, side, name in rows:
        if codes.does("party_role", role, "is_party"):
            found.setdefault(case_id, []).append((side, name))
    return found


def _people_of_one(tx: Tx, case_id: UUID) -> Iterator[tuple[UUID, str, Side, Named]]:
    return ((case_id, party.role, party.side, person) for party, person in people_of(tx, case_id))


def _all(tx: Tx, case_ids: Sequence[UUID]) -> Iterator[tuple[UUID, str, Side, Named]]:
    rows = tx.rows(_NAMES, {"ids": case_ids})
    return ((case_id, role, side, _Name(given, family, born)) for case_id, role, side, given, family, born in rows)


def arrivals_of(tx: Tx, case_ids: tuple[UUID, ...]) -> tuple[tuple[ReferralIn, str], ...]:
    """How these cases arrived, first arrival first, each with its number in our own book ("" for none)."""
    return tx.once(("arrivals_of", case_ids), lambda: _arrivals(tx, case_ids), (ReferralIn, Letter))


def know_arrivals(tx: Tx, case_id: UUID, arrivals: Iterable[tuple[ReferralIn, str]]) -> None:
    """What `arrivals_of` gives for a case that this transaction has made."""
    tx.know(("arrivals_of", (case_id,)), tuple(arrivals), (ReferralIn, Letter))


_IDS: Any = bindparam("ids", expanding=True)
_ARRIVALS = (
    select(ReferralIn, Letter.number)
    .outerjoin(Letter, Letter.id == ReferralIn.letter_id)
    .where(ReferralIn.case_id.in_(_IDS))
    .order_by(ReferralIn.received_at, ReferralIn.id)
)


_LISTED = select(
    CaseFile.id,
    CaseFile.version,
    CaseFile.case_no,
    CaseFile.opened_on,
    CaseFile.status,
    CaseFile.primary_category,
    CaseFile.subject_line,
    CaseFile.responsible_id,
    CaseFile.confidentiality,
    CaseFile.disposition,
).where(CaseFile.id.in_(_IDS))
_LISTED_ARRIVALS = (
    select(ReferralIn.case_id, ReferralIn.is_reply_owed, ReferralIn.replied_at, ReferralIn.due_at, Letter.number)
    .outerjoin(Letter, Letter.id == ReferralIn.letter_id)
    .where(ReferralIn.case_id.in_(_IDS))
    .order_by(ReferralIn.received_at, ReferralIn.id)
)
_NAMES = (
    select(CaseParty.case_id, CaseParty.role, CaseParty.side, Person.given_name, Person.family_name, Person.birth_on)
    .join(Person, Person.id == CaseParty.person_id)
    .where(CaseParty.case_id.in_(_IDS), CaseParty.is_removed.is_(False))
    .order_by(CaseParty.position, CaseParty.id)
)


def _arrivals(tx: Tx, case_ids: tuple[UUID, ...]) -> tuple[tuple[ReferralIn, str], ...]:
    rows = tx.session.execute(_ARRIVALS, {"ids": case_ids})
    return tuple((referral, number or "") for referral, number in rows)


def _latest(arrivals: Iterable[tuple[Any, str]]) -> dict[UUID, tuple[Any, str]]:
    """Of each case the last arrival, or the last to which a reply is owed."""
    latest: dict[UUID, tuple[Any, str]] = {}
    for referral, number in arrivals:
        known = latest.get(referral.case_id)
        if known is None or _is_owed(referral) or not _is_owed(known[0]):
            latest[referral.case_id] = (referral, number)
    return latest


def _is_owed(referral: Any) -> bool:
    return bool(referral.is_reply_owed) and referral.replied_at is None


def _rows(tx: Tx, codes: Codes, cases: Sequence[Any], arrivals: dict[UUID, tuple[Any, str]]) -> tuple[CaseRow, ...]:
    """`cases` and `arrivals`: of the tables, or rows of their listed columns."""
    people = _people(tx, codes.of(tx.actor), [case.id for case in cases]) if cases else {}
    names = staff_names(tx)
    return tuple(
        _row(tx, codes, case, people.get(case.id, []), arrivals.get(case.id), names[case.responsible_id])
        for case in cases
    )


def _row(
    tx: Tx,
    codes: Codes,
    case: Any,
    people: list[OnSide],
    referral: tuple[Any, str] | None,
    responsible_name: str,
) -> CaseRow:
    reader = codes.of(tx.actor)
    is_owed = referral is not None and _is_owed(referral[0])
    return CaseRow(
        id=case.id,
        version=case.version,
        case_no=case.case_no,
        opened_on=case.opened_on,
        status=case.status,
        status_label=reader.label("case_status", case.status),
        category=category_words(tx.actor, codes, case.primary_category),
        subject_line=case.subject_line if tx.actor.may(Right.IDENTITIES) else "",
        side_a=_side(tx, people, Side.A),
        side_b=_side(tx, people, Side.B),
        initials=_initials(people),
        responsible_id=case.responsible_id,
        responsible_name=responsible_name,
        confidentiality=case.confidentiality,
        disposition=case.disposition,
        is_reply_owed=is_owed,
        due_at=referral[0].due_at if referral is not None and is_owed else None,
        incoming_no=referral[1] if referral is not None else "",
    )


def _side(tx: Tx, people: list[OnSide], side: Side) -> str:
    today = tx.today
    names = [screen_name(name, today) for on, name in people if on is side]
    if len(names) > _SHOWN:
        return say("cases.and_others", names=_joined(names[:_SHOWN]), count=len(names) - _SHOWN)
    return _joined(names)


def _joined(names: list[str]) -> str:
    return say("cases.joined_names").join(names) if len(names) > 1 else "".join(names)


def _initials(people: list[OnSide]) -> str:
    sides = [person_initials(name) for on, name in people if on is not Side.NONE]
    return say("cases.joined_initials").join(sides[: 2 * _SHOWN])
