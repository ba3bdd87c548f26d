"""T1 to T4 (domain.md §2.10): how files came and went, from where, about what, and how they ended."""

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, exists, func, literal, not_, or_, select

from models.case import CaseFile, CaseParty, ReferralIn
from models.follow_up import Closure, Reopening
from models.work import Outcome
from services.statistics.counting import (
    AWAITING,
    SAFETY,
    Counting,
    Placed,
    class_of_outcome,
    holding,
    is_closed_at,
    is_unsigned,
    living,
    on_safety_path,
    one_column,
    opened,
)

CARRIED, NEW, REOPENED, CLOSED, LEFT, BACK_EARLY = "carried", "new", "reopened", "closed", "left", "back_early"
UNKNOWN = "unknown"


def flow(of: Counting, row: str) -> Placed:
    """T1, one row: carried over + new + taken up again − closed = left at the end.

    A file is carried over when it was opened before the period and not closed at its begin; left when it was opened
    by its end and is not closed then. Taken up again and closed count files, not the times, and only where the file
    changed its side: one that was closed and came back within the period moves nothing. A file that came back before
    it was closed never left: it stands in a row of its own, outside the sum.
    """
    by_end = and_(living(of), CaseFile.opened_on <= of.period.last)
    before = and_(by_end, CaseFile.opened_on < of.period.first)
    was_closed, is_closed = is_closed_at(of.period.begins), is_closed_at(of.period.ends)
    conditions = {
        CARRIED: and_(before, not_(was_closed)),
        NEW: opened(of),
        REOPENED: and_(before, was_closed, not_(is_closed)),
        CLOSED: and_(by_end, is_closed, or_(CaseFile.opened_on >= of.period.first, not_(was_closed))),
        LEFT: and_(by_end, not_(is_closed)),
        BACK_EARLY: and_(by_end, _came_back_unclosed(of)),
    }
    return select(*one_column(CaseFile.id, literal(row).label("place_row"))).where(conditions[row])


def _came_back_unclosed(of: Counting) -> ColumnElement[bool]:
    closed_before = exists(
        select(Closure.id).where(Closure.case_id == Reopening.case_id, Closure.cycle == Reopening.cycle - 1)
    )
    return exists(
        select(Reopening.id).where(
            Reopening.case_id == CaseFile.id,
            Reopening.at >= of.period.begins,
            Reopening.at < of.period.ends,
            not_(closed_before),
        )
    )


def sources(of: Counting) -> Placed:
    """T2: the files opened in the period by the first referral of each; one without any is "unknown"."""
    return select(*one_column(CaseFile.id, func.coalesce(_first_source(), UNKNOWN).label("place_row"))).where(
        opened(of)
    )


def persons_by_source(of: Counting) -> dict[str, int]:
    """T2: the distinct sides of these files; whoever came in two files of one source counts once there."""
    roles = of.codes("party_role", "is_party")
    source = func.coalesce(_first_source(), UNKNOWN)
    query = (
        select(source, func.count(CaseParty.person_id.distinct()))
        .select_from(CaseFile)
        .join(CaseParty, CaseParty.case_id == CaseFile.id)
        .where(opened(of), CaseParty.role.in_(roles), CaseParty.is_removed.is_(False))
        .group_by(source)
    )
    return {str(code): count for code, count in of.tx.session.execute(query)}


def subjects(of: Counting) -> Placed:
    """T3: the files opened in the period by their main subject, and how each stood at the period's end.

    Settled means signed (P-30); a file on the path of safety stands in its own column whatever its outcome (P-19);
    one that waits for signatures is still in progress.
    """
    column = class_of_outcome(of).label("place_column")
    return (
        select(CaseFile.id, CaseFile.primary_category.label("place_row"), column)
        .select_from(CaseFile)
        .outerjoin(Outcome, holding(of))
        .where(opened(of))
    )


def outcomes(of: Counting) -> Placed:
    """T4: the outcomes decided in the period that still hold at its end, one for each file (P-35).

    Files on the path of safety stand in a row of their own, outside every rate (P-19); what waits for signatures in
    another (P-30).
    """
    safe_ends = of.codes("disposition", "counts_as", "safety")
    row = case(
        (or_(on_safety_path(of), Outcome.disposition.in_(safe_ends)), SAFETY),
        (is_unsigned(of), AWAITING),
        else_=Outcome.disposition,
    ).label("place_row")
    return (
        select(*one_column(CaseFile.id, row))
        .select_from(CaseFile)
        .join(Outcome, holding(of))
        .where(living(of), Outcome.decided_on >= of.period.first)
    )


def opened_off_safety_path(of: Counting) -> int:
    """How many files were opened in the period and are not on the path of safety: what a rate of files counts by."""
    query = select(func.count()).select_from(CaseFile).where(opened(of), not_(on_safety_path(of)))
    return of.tx.session.scalar(query) or 0


def _first_source() -> ScalarSelect[str]:
    return (
        select(ReferralIn.source)
        .where(ReferralIn.case_id == CaseFile.id)
        .order_by(ReferralIn.received_at, ReferralIn.id)
        .limit(1)
        .correlate(CaseFile)
        .scalar_subquery()
    )
