"""Everything of one case, read in one transaction with a fixed number of queries (≤ 15 ms at 40,000 cases)."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile
from models.enums import AppointmentStatus, ConsentDecision, DocumentState, InviteAnswer, ScreenState
from models.letter import Document, Letter
from models.safety import Consent, SafetyScreen
from services.actor import Right
from services.cases.detail import case_detail
from services.cases.shapes import CaseDetail, PartyRow
from services.catalogue import say
from services.clock import local
from services.codes import Codes
from services.outcomes.service import Outcomes, current_outcome
from services.outcomes.shapes import OutcomeRow
from services.overview.shapes import CasePage, PaperRow, PathStep, StepState
from services.persian.amounts import number_words
from services.safety.adults import consent_to, latest_consents, latest_screens, open_flags
from services.safety.gate import is_screen_current
from services.safety.marks import mark_of_flag, marks_of_cases
from services.safety.shapes import Mark
from services.scheduling.service import attempts_of_case, rows_of_case
from services.scheduling.shapes import AppointmentRow
from services.sessions.service import rows_of_case as sessions_of_case
from services.sessions.shapes import SessionRow
from services.settings.service import number_in
from services.unit_of_work import Tx


def case_page(tx: Tx, codes: Codes, outcomes: Outcomes, case: CaseFile) -> CasePage:
    """The page of a case that the actor was already found to see."""
    detail = case_detail(tx, codes, case)
    may_plan = tx.actor.may(Right.APPOINTMENT_READ)
    appointments = rows_of_case(tx, codes, case.id) if may_plan else ()
    sessions = sessions_of_case(tx, codes, case.id) if tx.actor.may(Right.SESSION_READ) else ()
    row = current_outcome(tx, case.id)
    outcome = outcomes.row_in(tx, case, row) if row else None
    consents, screens = latest_consents(tx, case.id), latest_screens(tx, case.id)
    step, person_id = _next_step(tx, codes, detail, consents, screens, appointments, sessions, outcome)
    start = min([detail.row.opened_on, *(local(one.received_at).date() for one in detail.referrals)])
    return CasePage(
        detail,
        marks_of_cases(tx, codes, [case.id]).get(case.id, ()),
        _marks_of_parties(tx, codes, case),
        _path(tx, codes, detail, consents, screens, appointments, sessions, outcome),
        appointments,
        sessions,
        attempts_of_case(tx, codes, case.id) if may_plan else (),
        outcome,
        papers_of_case(tx, case.id) if tx.actor.may(Right.DOCUMENT_READ) else (),
        step,
        person_id,
        (tx.today - start).days,
    )


def papers_of_case(tx: Tx, case_id: UUID) -> tuple[PaperRow, ...]:
    """The issued papers of a case, latest first."""
    rows = tx.session.execute(
        select(Document.id, Document.title, Document.issued_at, Document.state, Letter.number)
        .outerjoin(Letter, Letter.id == Document.letter_id)
        .where(Document.case_id == case_id)
        .order_by(Document.issued_at.desc())
    )
    return tuple(
        PaperRow(row.id, row.title, row.number or "", row.issued_at, row.state is DocumentState.VOIDED)
        for row in rows
    )


def _marks_of_parties(tx: Tx, codes: Codes, case: CaseFile) -> tuple[tuple[UUID, tuple[Mark, ...]], ...]:
    hours = number_in(tx, "child_clock_hours")
    by_person: dict[UUID, list[Mark]] = {}
    for flag in open_flags(tx, [case.id]).get(case.id, []):
        by_person.setdefault(flag.person_id, []).append(mark_of_flag(tx, codes, flag, hours))
    return tuple((person_id, tuple(marks)) for person_id, marks in by_person.items())


def _next_step(
    tx: Tx,
    codes: Codes,
    detail: CaseDetail,
    consents: dict[tuple[UUID, str], Consent],
    screens: dict[UUID, SafetyScreen],
    appointments: tuple[AppointmentRow, ...],
    sessions: tuple[SessionRow, ...],
    outcome: OutcomeRow | None,
) -> tuple[str, UUID | None]:
    """The one thing to do next. An outcome ends the questions; before it, each adult alone comes first (R-22)."""
    if outcome is not None:
        if outcome.is_awaiting_signatures:
            return "signatures", None
        return ("reply" if detail.row.is_reply_owed else ""), None
    for party in (party for party in detail.parties if party.needs_screen and not party.is_minor):
        waiting = _waits_for(tx, codes, party, consents, screens)
        if waiting:
            return waiting, party.person_id
    if any(row.status is AppointmentStatus.SCHEDULED for row in appointments):
        return "session", None
    return ("outcome" if sessions else "appointment"), None


def _waits_for(
    tx: Tx,
    codes: Codes,
    party: PartyRow,
    consents: dict[tuple[UUID, str], Consent],
    screens: dict[UUID, SafetyScreen],
) -> str:
    consent = consent_to(tx, codes, "clinical", party.person_id, consents)
    if consent is None:
        return "consent"
    if consent.decision is not ConsentDecision.GIVEN:
        return ""
    if not is_screen_current(tx, screens.get(party.person_id)):
        return "screen"
    if party.is_inviting and party.invite_answer is InviteAnswer.UNASKED:
        return "invite_answer"
    return ""


def _path(
    tx: Tx,
    codes: Codes,
    detail: CaseDetail,
    consents: dict[tuple[UUID, str], Consent],
    screens: dict[UUID, SafetyScreen],
    appointments: tuple[AppointmentRow, ...],
    sessions: tuple[SessionRow, ...],
    outcome: OutcomeRow | None,
) -> tuple[PathStep, ...]:
    """The dots of the case's path, first to last; what is behind us, what comes next, what is still to come."""
    done: list[tuple[str, str, date | None]] = []
    referral = detail.referrals[0] if detail.referrals else None
    came = local(referral.received_at).date() if referral else detail.row.opened_on
    is_letter = referral is not None and (referral.letter_no or referral.is_reply_owed)
    done.append(("referral", say("overview.path.referral" if is_letter else "overview.path.self_referral"), came))
    done.append(("intake", say("overview.path.intake"), detail.row.opened_on))
    asked = [consent_to(tx, codes, "clinical", person_id, consents) for person_id in {one for one, _ in consents}]
    agreed = [local(row.decided_at).date() for row in asked if row is not None]
    if agreed:
        done.append(("consent", say("overview.path.consent"), min(agreed)))
    screened = [local(row.screened_at).date() for row in screens.values() if row.state is ScreenState.COMPLETE]
    if screened:
        done.append(("screen", say("overview.path.screen"), min(screened)))
    for count, row in enumerate(sorted(sessions, key=lambda row: (row.day, row.start)), start=1):
        done.append(("session", say("overview.path.session", count=number_words(count)), row.day))
    if outcome is not None:
        done.append(("outcome", outcome.label, outcome.decided_on))
    replied = [local(one.replied_at).date() for one in detail.referrals if one.replied_at]
    if replied:
        done.append(("reply", say("overview.path.reply"), max(replied)))
    steps = [PathStep(kind, label, day, StepState.DONE) for kind, label, day in done]
    return (*steps, *_ahead({kind for kind, _, _ in done}, detail, appointments, sessions))


def _ahead(
    behind: set[str],
    detail: CaseDetail,
    appointments: tuple[AppointmentRow, ...],
    sessions: tuple[SessionRow, ...],
) -> list[PathStep]:
    planned: list[tuple[str, str, date | None]] = []
    if "outcome" not in behind:
        if "consent" not in behind:
            planned.append(("consent", say("overview.path.consent"), None))
        if "screen" not in behind:
            planned.append(("screen", say("overview.path.screen"), None))
        booked = [row for row in appointments if row.status is AppointmentStatus.SCHEDULED]
        if booked:
            planned.append(("appointment", booked[0].type_label, booked[0].day))
        elif not sessions:
            planned.append(("session", say("overview.path.session", count=number_words(1)), None))
        planned.append(("outcome", say("overview.path.outcome"), None))
    if detail.row.is_reply_owed and "reply" not in behind:
        due = local(detail.row.due_at).date() if detail.row.due_at else None
        planned.append(("reply", say("overview.path.reply"), due))
    return [
        PathStep(kind, label, day, StepState.NEXT if number == 0 else StepState.TO_COME)
        for number, (kind, label, day) in enumerate(planned)
    ]
