"""What every measure of files is made of: which files live, how each stood at the end of a period, and counting."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, not_, or_, select

from models.case import CaseFile
from models.enums import CaseStatus, FlagLevel, JointPolicy
from models.follow_up import Closure, Reopening
from models.safety import RiskFlag
from models.work import Outcome
from services.codes import CodeReader
from services.statistics.period import Period
from services.unit_of_work import Tx

SAFETY, AWAITING, IN_PROGRESS = "safety_path", "awaiting", "in_progress"
SETTLED, PARTIAL, NOT_SETTLED, REFERRED, OTHER = "settled", "partial", "not_settled", "referred", "other"
_CLASSES = {
    "settled": SETTLED,
    "waived": SETTLED,
    "settled_partial": PARTIAL,
    "not_settled": NOT_SETTLED,
    "referred": REFERRED,
    "safety": SAFETY,
}


@dataclass(frozen=True, slots=True)
class Counting:
    """A period of a unit, with the unit's lists."""

    tx: Tx
    lists: CodeReader
    period: Period

    def codes(self, name: str, behaviour: str, *values: Any) -> list[str]:
        """The codes of a list, retired ones too, that have the behaviour."""
        rows = self.lists.codes.all(self.lists.actor, name, with_inactive=True)
        return [row.code for row in rows if (row.does(behaviour) in values if values else row.does(behaviour))]

    def every(self, name: str) -> list[str]:
        return [row.code for row in self.lists.codes.all(self.lists.actor, name, with_inactive=True)]


Placed = Select[UUID, str, str]
"""Files, each with the row and the column in which it is counted; a file stands there once."""


def counts(of: Counting, placed: Placed) -> Counter[tuple[str, str]]:
    """How many files stand in each row and column, counted by the database."""
    inner = placed.subquery()
    query = select(inner.c[1], inner.c[2], func.count()).group_by(inner.c[1], inner.c[2])
    return Counter({(row, column): count for row, column, count in of.tx.session.execute(query)})


def one_column(*columns: Any) -> tuple[Any, ...]:
    """The columns of a `Placed` with a single column of figures."""
    return (*columns, literal("files").label("place_column"))


def living(of: Counting) -> ColumnElement[bool]:
    """The unit's files; one that was made void never was, one that was joined to another is that one (R-9)."""
    merged = of.codes("disposition", "counts_as", "excluded")
    return and_(
        CaseFile.unit_id == of.tx.actor.unit_id,
        CaseFile.status != CaseStatus.VOIDED,
        CaseFile.disposition.not_in(merged),
    )


def opened(of: Counting) -> ColumnElement[bool]:
    """Files opened in the period."""
    return and_(living(of), CaseFile.opened_on >= of.period.first, CaseFile.opened_on <= of.period.last)


def on_safety_path(of: Counting) -> ColumnElement[bool]:
    """P-19: joint sessions are forbidden for the file, or a mark of high level or above stood in the period."""
    flagged = exists(
        select(RiskFlag.id).where(
            RiskFlag.case_id == CaseFile.id,
            RiskFlag.level.in_((FlagLevel.HIGH, FlagLevel.IMMINENT)),
            RiskFlag.raised_at < of.period.ends,
            or_(RiskFlag.closed_at.is_(None), RiskFlag.closed_at >= of.period.begins),
        )
    )
    return or_(CaseFile.joint_policy == JointPolicy.FORBIDDEN, flagged)


def holding(of: Counting) -> ColumnElement[bool]:
    """The condition on `Outcome` under which it is how its file stood at the end of the period: decided by then, the
    last of its rounds, and the file not taken up again after it. So a matter counts once (P-35)."""
    later = Outcome.__table__.alias("later")
    return and_(
        Outcome.case_id == CaseFile.id,
        Outcome.decided_on <= of.period.last,
        not_(
            exists(
                select(later.c.id).where(
                    later.c.case_id == Outcome.case_id,
                    later.c.cycle > Outcome.cycle,
                    later.c.decided_on <= of.period.last,
                )
            )
        ),
        not_(
            exists(
                select(Reopening.id).where(
                    Reopening.case_id == Outcome.case_id,
                    Reopening.cycle > Outcome.cycle,
                    Reopening.at < of.period.ends,
                )
            )
        ),
    )


def is_unsigned(of: Counting) -> ColumnElement[bool]:
    """P-30: what needs signatures and had not all of them at the end of the period."""
    return and_(
        Outcome.disposition.in_(of.codes("disposition", "needs_signatures")),
        or_(Outcome.signatures_seen_on.is_(None), Outcome.signatures_seen_on > of.period.last),
    )


def class_of_outcome(of: Counting) -> ColumnElement[str]:
    """In which column a file stands: path of safety first, then in progress, waiting for signatures, and the rest."""
    by_class: dict[str, list[str]] = {}
    for counted, place in _CLASSES.items():
        by_class.setdefault(place, []).extend(of.codes("disposition", "counts_as", counted))
    whens: Sequence[Any] = (
        (on_safety_path(of), SAFETY),
        (Outcome.id.is_(None), IN_PROGRESS),
        (is_unsigned(of), AWAITING),
        *((Outcome.disposition.in_(codes), place) for place, codes in by_class.items()),
    )
    return case(*whens, else_=OTHER)


def is_closed_at(moment: Any) -> ColumnElement[bool]:
    """Whether a file was closed at a moment: it had been, and was not taken up again since."""
    again = exists(
        select(Reopening.id).where(
            Reopening.case_id == Closure.case_id, Reopening.at >= Closure.closed_at, Reopening.at < moment
        )
    )
    return exists(select(Closure.id).where(Closure.case_id == CaseFile.id, Closure.closed_at < moment, not_(again)))
