"""Clients who come back (P-35): the same people with the same matter, within the period of follow-up."""

from uuid import UUID

from sqlalchemy import func, select

from models.case import CaseCategory, CaseFile, CaseParty
from models.enums import Side
from services.actor import Right
from services.cases.status import CONCLUDED
from services.closing.shapes import Returning, ReturningQuery
from services.codes import Codes
from services.persian.jalali import add_months
from services.settings.service import number_in
from services.unit_of_work import Tx
from services.visibility import visible_to


def ended_files(tx: Tx, codes: Codes, query: ReturningQuery) -> tuple[Returning, ...]:
    """The ended files of exactly these people that the actor may see, the latest first; the same matter before
    others."""
    people = frozenset(query.person_ids)
    if not people:
        return ()
    since = add_months(tx.today, -number_in(tx, "return_months"))
    ended_on = func.coalesce(CaseFile.closed_on, CaseFile.disposition_on)
    cases = tx.session.scalars(
        select(CaseFile)
        .join(CaseParty, CaseParty.case_id == CaseFile.id)
        .where(
            CaseParty.person_id.in_(people),
            CaseParty.is_removed.is_(False),
            CaseFile.status.in_(CONCLUDED),
            ended_on >= since,
            visible_to(tx.actor),
        )
        .order_by(ended_on.desc(), CaseFile.id.desc())
        .distinct()
    ).all()
    found = [_returning(tx, codes, case, query) for case in cases if _sides(tx, case.id) == people]
    return tuple(sorted(found, key=lambda one: not one.is_same_matter))


def _sides(tx: Tx, case_id: UUID) -> frozenset[UUID]:
    rows = tx.session.scalars(
        select(CaseParty.person_id).where(
            CaseParty.case_id == case_id, CaseParty.is_removed.is_(False), CaseParty.side != Side.NONE
        )
    )
    return frozenset(rows)


def _returning(tx: Tx, codes: Codes, case: CaseFile, query: ReturningQuery) -> Returning:
    further = tx.session.scalars(select(CaseCategory.category).where(CaseCategory.case_id == case.id))
    ended_on = case.closed_on or case.disposition_on
    assert ended_on is not None  # a concluded file has a day of its outcome
    is_same = query.category in {case.primary_category, *further}
    lists = codes.of(tx.actor)
    return Returning(
        case.id,
        case.version,
        case.case_no,
        ended_on,
        lists.label("disposition", case.disposition),
        is_same,
        is_same and tx.actor.may(Right.OUTCOME_WRITE),
    )
