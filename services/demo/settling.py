"""What the sides of a made-up file agree on."""

from datetime import date, timedelta
from typing import Any

from models.enums import AgreementKind
from services.actor import Actor
from services.agreements.shapes import AgreementDraft, ClauseDraft, WitnessDraft
from services.cases.shapes import PartyRow
from services.codes import Code, Codes
from services.demo.play import Matter
from services.demo.stock import Stock

_RIALS = 10_000
"""A thousand toman."""


def agreement_between(matter: Matter, day: date, kind: AgreementKind, *, leaves_open: bool) -> AgreementDraft:
    """Two to five clauses and two witnesses; every second waiver depends on something (P-31)."""
    stock, sides = matter.stock, matter.sides
    words = stock.settlements
    if kind is AgreementKind.WAIVER:
        clauses = _condition(stock, sides, day) if stock.turn("conditional", (True, False)) else ()
    else:
        clauses = _clauses(stock, sides, day, is_family=matter.is_family())
    is_settlement = kind is AgreementKind.SETTLEMENT
    has_child = any(party.role == "child" for party in matter.dispute.draft.parties)
    return AgreementDraft(
        matter.case_id,
        kind,
        day,
        clauses,
        tuple(party.id for party in sides),
        tuple(_witness(stock) for _ in range(2)),
        sat_together=matter.sat_together,
        subject=matter.dispute.draft.subject_line,
        open_points=stock.pick(words["open_points"]) if leaves_open else "",
        is_conditional=bool(clauses) and not is_settlement,
        has_mutual_waiver=is_settlement and stock.chance(0.4),
        breach_words=stock.pick(words["breach_words"]) if clauses else "",
        children_words=stock.aftermath["children"] if is_settlement and has_child and matter.is_family() else "",
    )


def may_sign(codes: Codes, actor: Actor, sides: tuple[PartyRow, ...]) -> bool:
    """Whether two grown-up sides are there who sign for themselves."""
    roles = (codes.get(actor, "party_role", party.role) for party in sides)
    return len(sides) > 1 and not any(party.is_minor for party in sides) and all(_signs(role) for role in roles)


def _clauses(stock: Stock, sides: tuple[PartyRow, ...], day: date, *, is_family: bool) -> tuple[ClauseDraft, ...]:
    """Different ones; where money is owed, every second time another clause waits for it (P-31)."""
    fitting = [one for one in stock.settlements["clause"] if is_family or one["group"] == "any"]
    drawn: list[dict[str, Any]] = []
    count = stock.number(2, 4)
    while len(drawn) < count:
        one = stock.pick(fitting)
        if one not in drawn:
            drawn.append(one)
    clauses = [_clause(stock, one, sides, day) for one in drawn]
    owed = next((place for place, one in enumerate(drawn, 1) if one["amount"]), None)
    if owed is not None and stock.turn("depends", (True, False)):
        after = stock.turn("after", stock.settlements["after"])
        clauses.append(ClauseDraft(sides[0].id, after["text"], sides[1].id, depends_on=owed))
    return tuple(clauses)


def _condition(stock: Stock, sides: tuple[PartyRow, ...], day: date) -> tuple[ClauseDraft, ...]:
    """What the other side does first, so that the waiver takes effect."""
    text = stock.turn("condition", stock.settlements["conditions"])
    amount = stock.number(20, 90) * 100 * _RIALS
    return (ClauseDraft(sides[1].id, text, sides[0].id, amount, due_on=day + timedelta(days=20)),)


def _signs(role: Code) -> bool:
    return bool(role.does("signs") == "party")


def _clause(stock: Stock, drawn: dict[str, Any], sides: tuple[PartyRow, ...], day: date) -> ClauseDraft:
    debtor, creditor = sides[:2] if drawn["by"] == "first" else (sides[1], sides[0])
    return ClauseDraft(
        debtor.id,
        drawn["text"],
        creditor.id,
        drawn["amount"] * _RIALS or None,
        drawn["instalments"],
        day + timedelta(days=drawn["days"]) if drawn["days"] else None,
        stock.pick(stock.settlements["places"]) if drawn["amount"] else "",
    )


def _witness(stock: Stock) -> WitnessDraft:
    name = f"{stock.given_name('male')} {stock.family_name()}"
    return WitnessDraft(name, stock.given_name("male"), stock.national_code())
