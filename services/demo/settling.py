"""What the sides of a made-up file agree on."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from models.enums import AgreementKind
from services.agreements.shapes import AgreementDraft, ClauseDraft, WitnessDraft
from services.cases.shapes import PartyRow
from services.demo.stock import Stock

_RIALS = 10_000
"""A thousand toman."""


def agreement_between(
    stock: Stock, case_id: UUID, sides: tuple[PartyRow, ...], day: date, kind: AgreementKind, *, is_family: bool
) -> AgreementDraft:
    """Two to four clauses and two witnesses; a waiver asks for nothing in return."""
    words = stock.settlements
    drawn: list[dict[str, Any]] = []
    if kind is AgreementKind.SETTLEMENT:
        fitting = [one for one in words["clause"] if is_family or one["group"] == "any"]
        count = stock.number(2, 4)
        while len(drawn) < min(count, len(fitting)):
            one = stock.pick(fitting)
            if one not in drawn:
                drawn.append(one)
    return AgreementDraft(
        case_id,
        kind,
        day,
        tuple(_clause(stock, one, sides, day) for one in drawn),
        tuple(party.id for party in sides),
        tuple(_witness(stock) for _ in range(2)),
        sat_together=stock.chance(0.6),
        open_points=stock.pick(words["open_points"]),
        has_mutual_waiver=kind is AgreementKind.SETTLEMENT and stock.chance(0.4),
        breach_words=stock.pick(words["breach_words"]) if drawn else "",
    )


def may_sign(sides: tuple[PartyRow, ...]) -> bool:
    """Whether two grown-up sides are there."""
    return len(sides) > 1 and not any(party.is_minor for party in sides)


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
