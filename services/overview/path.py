"""The path of a case at a glance: the dots behind us, the next one, and those still to come."""

from collections.abc import Sequence
from datetime import date

from models.enums import AppointmentStatus, CaseStatus, ConsentDecision, FollowUpState, ScreenState
from models.work import Outcome
from services.actor import Right
from services.cases.shapes import CaseDetail
from services.catalogue import say
from services.clock import local
from services.codes import Codes
from services.follow_up.shapes import FollowUpRow
from services.handover.reading import days_passed_on
from services.overview.shapes import PathStep, StepState
from services.safety.adults import latest_consents, latest_screens
from services.scheduling.shapes import AppointmentRow
from services.sessions.shapes import HeldDays
from services.unit_of_work import Tx

Dot = tuple[str, str, date | None]
_LAST = date.max
MOST_DOTS = 5


def path_of(
    tx: Tx,
    codes: Codes,
    detail: CaseDetail,
    appointments: Sequence[AppointmentRow],
    held: HeldDays,
    outcomes: Sequence[Outcome],
    follow_ups: Sequence[FollowUpRow],
) -> tuple[PathStep, ...]:
    """First to last. Whether somebody was asked for consent or talked to alone is for who may ask it (P-4, P-15)."""
    behind = _arrival(detail)
    if tx.actor.may(Right.CONSENT_WRITE):
        behind += _talks(tx, codes, detail)
    behind += _sessions(held)
    behind += [
        ("handover", say("overview.path.handover", who=who), day) for who, day in days_passed_on(tx, detail.id)
    ]
    behind += [("outcome", codes.label(tx.actor, "disposition", row.disposition), row.decided_on) for row in outcomes]
    replied = [local(one.replied_at).date() for one in detail.referrals if one.replied_at]
    if replied:
        behind.append(("reply", say("overview.path.reply"), max(replied)))
    asked = [local(one.done_at).date() for one in follow_ups if one.state is FollowUpState.DONE and one.done_at]
    if asked:
        behind.append(("follow_up", say("overview.path.follow_up"), max(asked)))
    if detail.closed_on:
        behind.append(("closure", say("overview.path.closure"), detail.closed_on))
    first, rest = behind[:2], sorted(behind[2:], key=lambda dot: dot[2] or _LAST)
    steps = [PathStep(kind, label, day, StepState.DONE) for kind, label, day in first + rest]
    ahead = _ahead(tx, detail, {kind for kind, _, _ in behind}, appointments, held)
    due = [one.due_on for one in follow_ups if one.state is FollowUpState.DUE]
    if due:
        ahead.append(("follow_up", say("overview.path.follow_up"), min(due)))
    for number, (kind, label, day) in enumerate(ahead):
        steps.append(PathStep(kind, label, day, StepState.TO_COME if number else StepState.NEXT))
    return tuple(steps)


def _arrival(detail: CaseDetail) -> list[Dot]:
    referral = detail.referrals[0] if detail.referrals else None
    came = local(referral.received_at).date() if referral else detail.row.opened_on
    is_letter = referral is not None and (referral.letter_no or referral.is_reply_owed)
    label = say("overview.path.referral" if is_letter else "overview.path.self_referral")
    return [("referral", label, came), ("intake", say("overview.path.intake"), detail.row.opened_on)]


def _talks(tx: Tx, codes: Codes, detail: CaseDetail) -> list[Dot]:
    clinical = {
        kind.code
        for kind in codes.all(tx.actor, "consent_kind", with_inactive=True)
        if kind.does("opens") == "clinical"
    }
    agreed = [
        local(row.decided_at).date()
        for (_, kind), row in latest_consents(tx, detail.id).items()
        if kind in clinical and row.decision is ConsentDecision.GIVEN
    ]
    met = [
        local(row.screened_at).date()
        for row in latest_screens(tx, detail.id).values()
        if row.state is ScreenState.COMPLETE
    ]
    dots: list[Dot] = []
    if agreed:
        dots.append(("consent", say("overview.path.consent"), min(agreed)))
    if met:
        dots.append(("screen", say("overview.path.screen"), min(met)))
    return dots


def _sessions(held: HeldDays) -> list[Dot]:
    """Meetings at which somebody was, each by its number; of many the first one and the latest few."""
    latest = held.latest if held.count <= MOST_DOTS else held.latest[1 - MOST_DOTS :]
    numbered = list(enumerate(latest, held.count - len(latest) + 1))
    if held.first is not None and held.count > MOST_DOTS:
        numbered.insert(0, (1, held.first))
    return [("session", say("overview.path.session", count=count), day) for count, day in numbered]


def _ahead(
    tx: Tx,
    detail: CaseDetail,
    behind: set[str],
    appointments: Sequence[AppointmentRow],
    held: HeldDays,
) -> list[Dot]:
    dots: list[Dot] = []
    if not detail.row.disposition and detail.row.status is not CaseStatus.VOIDED:
        if tx.actor.may(Right.CONSENT_WRITE):
            dots += [
                (kind, say(f"overview.path.{kind}"), None) for kind in ("consent", "screen") if kind not in behind
            ]
        booked = [row for row in appointments if row.status is AppointmentStatus.SCHEDULED]
        if booked:
            dots.append(("appointment", booked[0].type_label, booked[0].day))
        elif not held.count:
            dots.append(("session", say("overview.path.session", count=1), None))
        dots.append(("outcome", say("overview.path.outcome"), None))
    if detail.row.is_reply_owed:
        due = local(detail.row.due_at).date() if detail.row.due_at else None
        dots.append(("reply", say("overview.path.reply"), due))
    elif any(one.is_answer_outdated for one in detail.referrals):
        dots.append(("reply", say("overview.path.reply_again"), None))
    return dots
