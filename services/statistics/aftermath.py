"""T7 to T9, T12 and what stands apart: sent on, special matters, follow-ups, missions, advice (domain.md §2.10)."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, exists, func, literal, not_, or_, select

from models.case import Advice, CaseCategory, CaseFile
from models.enums import CaseStatus, FollowUpState
from models.follow_up import FollowUp
from models.inquiry import Inquiry
from models.referral_out import ReferralOut
from models.safety import RiskFlag
from models.work import GateOverride
from services.clock import local
from services.settings.service import value_in
from services.statistics.counting import Counting, Placed, is_closed_at, living, one_column, opened
from services.unit_of_work import Tx

NEW, OPEN = "new", "open"


@dataclass(frozen=True, slots=True)
class Missions:
    """Inquiries of one mission; `days` is the sum of the days of the answered ones."""

    received: int = 0
    answered: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """Advice of one topic."""

    count: int
    minutes: int
    dangers: int


def sent_on(of: Counting) -> dict[str, tuple[int, int]]:
    """T7: by target, the referrals sent in the period and the answers that came in it, of whatever day they left."""
    found: Counter[tuple[str, int]] = Counter()
    for place, column in enumerate((ReferralOut.sent_on, ReferralOut.answered_on)):
        query = (
            select(ReferralOut.target, func.count())
            .join(CaseFile, CaseFile.id == ReferralOut.case_id)
            .where(
                ReferralOut.unit_id == of.tx.actor.unit_id,
                CaseFile.status != CaseStatus.VOIDED,
                column >= of.period.first,
                column <= of.period.last,
            )
            .group_by(ReferralOut.target)
        )
        for target, count in of.tx.session.execute(query):
            found[target, place] = count
    return {target: (found[target, 0], found[target, 1]) for target, _ in found}


def special(of: Counting, row: str, column: str) -> Placed:
    """T8: the files with a subject, main or further, of that row: opened in the period, or open at its end."""
    codes = of.codes("case_category", "special_row", row)
    further = exists(
        select(CaseCategory.id).where(CaseCategory.case_id == CaseFile.id, CaseCategory.category.in_(codes))
    )
    about = or_(CaseFile.primary_category.in_(codes), further)
    still_open = and_(living(of), CaseFile.opened_on <= of.period.last, not_(is_closed_at(of.period.ends)))
    when = opened(of) if column == NEW else still_open
    place = one_column(CaseFile.id, literal(row).label("place_row"))
    return select(*place).where(when, about)


def reported_in_time(of: Counting, row: str) -> int:
    """T8: of the files opened in the period, those with a mark that starts the clock of R-8 and a report within its
    hours of the knowledge (P-10)."""
    files = special(of, row, NEW).subquery()
    query = select(RiskFlag.case_id, RiskFlag.known_at, RiskFlag.reported_at).where(
        RiskFlag.case_id.in_(select(files.c[0])),
        RiskFlag.kind.in_(of.codes("risk_flag_kind", "child_clock")),
        RiskFlag.reported_at.is_not(None),
    )
    allowed = timedelta(hours=_clock_hours(of.tx))
    return len({one for one, known, told in of.tx.session.execute(query) if _within(known, told, allowed)})


def follow_ups(of: Counting) -> Counter[str]:
    """T9: the follow-ups that fell due in the period, by how they stand: "due" all of them, without those that a
    taking up again dropped; the results of those that are done; "no_news" (P-37) and "waiting"."""
    found: Counter[str] = Counter()
    query = (
        select(FollowUp.state, FollowUp.result, func.count())
        .join(CaseFile, CaseFile.id == FollowUp.case_id)
        .where(
            FollowUp.unit_id == of.tx.actor.unit_id,
            CaseFile.status != CaseStatus.VOIDED,
            FollowUp.due_on >= of.period.first,
            FollowUp.due_on <= of.period.last,
            FollowUp.state != FollowUpState.DROPPED,
        )
        .group_by(FollowUp.state, FollowUp.result)
    )
    for state, result, count in of.tx.session.execute(query):
        found["due"] += count
        if state is FollowUpState.DUE:
            found["waiting"] += count
        elif state is FollowUpState.NO_NEWS:
            found["no_news"] += count
        else:
            found["done"] += count
            counted = str(of.lists.does("follow_up_result", result, "counts_as") or "")
            found[counted if counted in {"kept", "partly_kept", "breached", "violence"} else "other"] += count
    return found


def missions(of: Counting) -> dict[str, Missions]:
    """T12: inquiries by mission: their letters came in the period; the answers issued in it, and how many days each
    took from the letter's entry. They are in no rate of files (R-5)."""
    found: dict[str, Missions] = {}
    in_period = Inquiry.received_on.between(of.period.first, of.period.last)
    answered = and_(Inquiry.answered_at >= of.period.begins, Inquiry.answered_at < of.period.ends)
    rows = of.tx.session.execute(
        select(Inquiry.mission, Inquiry.received_on, Inquiry.answered_at, in_period, answered).where(
            Inquiry.unit_id == of.tx.actor.unit_id, or_(in_period, answered)
        )
    )
    for mission, received_on, answered_at, is_received, is_answered in rows:
        one = found.get(mission, Missions())
        days = (local(answered_at).date() - received_on).days if is_answered and answered_at else 0
        found[mission] = Missions(one.received + bool(is_received), one.answered + bool(is_answered), one.days + days)
    return found


def advice(of: Counting) -> dict[str, Given]:
    """Advice without a file by topic (P-25): counted apart, in no rate."""
    query = (
        select(Advice.topic, func.count(), func.sum(Advice.minutes), func.count().filter(Advice.is_danger))
        .where(Advice.unit_id == of.tx.actor.unit_id, Advice.day >= of.period.first, Advice.day <= of.period.last)
        .group_by(Advice.topic)
    )
    return {topic: Given(*figures) for topic, *figures in of.tx.session.execute(query)}


def overrides(of: Counting) -> int:
    """P-19: decisions against the gate in the period, for the auditor."""
    query = select(func.count()).where(
        GateOverride.unit_id == of.tx.actor.unit_id,
        GateOverride.at >= of.period.begins,
        GateOverride.at < of.period.ends,
    )
    return of.tx.session.scalar(query) or 0


def _clock_hours(tx: Tx) -> int:
    return int(value_in(tx, "child_clock_hours"))


def _within(known: datetime, told: datetime | None, allowed: timedelta) -> bool:
    return told is not None and told - known <= allowed
