"""The page of imminent danger inside an open transaction (P-11): opened by itself, kept until it is completed."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from models.case import CaseFile
from models.enums import JointPolicy
from models.safety import DangerResponse, RiskFlag
from services.actor import Actor
from services.cases.rules import stricter
from services.catalogue import say
from services.codes import Codes
from services.errors import InvalidError, NotFoundError, refuse
from services.people.naming import screen_name
from services.persian.errors import PersianValueError
from services.persian.jalali import parse_time
from services.persian.text import display_form
from services.safety import form
from services.safety.adults import clinical_consent, open_danger_of, open_flags, person_in
from services.safety.flags import has_clock
from services.safety.shapes import DangerDetail, DangerDraft, DangerStep, OpenDanger, StepDraft
from services.settings.service import number_in
from services.typed import REASON, too_long
from services.unit_of_work import Tx
from services.visibility import visible_to

_WORDS = ("name", "hour", "note", "reason")


def open_page(tx: Tx, case: CaseFile, person_id: UUID, known_at: datetime, reason: str = "") -> DangerResponse:
    """The person's danger page: the one that is not completed, or a new one. Joint sessions stop with it."""
    case_policy(case)
    row = open_danger_of(tx, case.id).get(person_id)
    if row is None:
        row = DangerResponse(case_id=case.id, person_id=person_id, steps={}, known_at=known_at)
        row.recorded_at = tx.now
        row.staff_id = tx.actor.staff_id
        row.no_consent_reason = display_form(reason)
        tx.add(row)
        tx.session.flush()
    row.known_at = min(row.known_at, known_at)
    tx.changed("danger", case.id)
    return row


def case_policy(case: CaseFile) -> None:
    """An imminent danger forbids joint sessions until the head lifts it."""
    if case.joint_policy is not JointPolicy.FORBIDDEN:
        case.joint_policy = stricter(case.joint_policy, JointPolicy.FORBIDDEN)
        case.joint_policy_reason = say("safety.policy_by_screen")


def danger_detail(tx: Tx, codes: Codes, case: CaseFile, person_id: UUID, danger_id: UUID | None) -> DangerDetail:
    """The page that `danger_id` names, otherwise the open one, otherwise an empty one."""
    person = person_in(tx, case, person_id)
    rows = _rows(tx, case.id, person_id)
    row = _chosen(rows, danger_id)
    flags = [flag for flag in open_flags(tx, [case.id]).get(case.id, []) if flag.person_id == person_id]
    return DangerDetail(
        row.id if row else None,
        case.id,
        case.case_no,
        person_id,
        screen_name(person, tx.today),
        row.known_at if row else None,
        row.recorded_at if row else None,
        clinical_consent(tx, codes, case.id, person_id) is not None,
        (row.no_consent_reason if row else "") or form.no_consent_reason(),
        form.danger_steps(flag.kind for flag in flags),
        tuple(StepDraft(code, **given) for code, given in row.steps.items()) if row else (),
        row is not None and row.completed_at is not None,
        _clock_end(tx, codes, flags),
        tuple(one.id for one in rows if one.completed_at is not None),
    )


def _chosen(rows: list[DangerResponse], danger_id: UUID | None) -> DangerResponse | None:
    if danger_id is None:
        return next((row for row in rows if row.completed_at is None), None)
    for row in rows:
        if row.id == danger_id:
            return row
    raise NotFoundError("errors.not_found")


def _rows(tx: Tx, case_id: UUID, person_id: UUID) -> list[DangerResponse]:
    query = select(DangerResponse).where(DangerResponse.case_id == case_id, DangerResponse.person_id == person_id)
    return list(tx.session.scalars(query.order_by(DangerResponse.recorded_at.desc(), DangerResponse.id.desc())))


def _clock_end(tx: Tx, codes: Codes, flags: Iterable[RiskFlag]) -> datetime | None:
    hours = timedelta(hours=number_in(tx, "child_clock_hours"))
    ends = [flag.known_at + hours for flag in flags if flag.reported_at is None and has_clock(tx, codes, flag)]
    return min(ends, default=None)


def store_danger(tx: Tx, codes: Codes, case: CaseFile, draft: DangerDraft) -> DangerResponse:
    """Keep what was done so far; with `is_complete` each required step is done or has a written reason."""
    person_in(tx, case, draft.person_id)
    if draft.known_at > tx.now:
        raise InvalidError("safety.known_in_future", "known_at")
    refuse(_length_errors(draft))
    if not {step.code for step in draft.steps} <= {step.code for step in form.danger_steps(())}:
        raise InvalidError("safety.unknown_question", "steps")
    if draft.id is not None:
        row = _chosen(_rows(tx, case.id, draft.person_id), draft.id)
    else:
        row = open_page(tx, case, draft.person_id, draft.known_at)
    assert row is not None
    if draft.is_complete:
        _check(tx, codes, case, draft, row)
    row.known_at = draft.known_at
    row.no_consent_reason = display_form(draft.no_consent_reason)
    row.steps = {**row.steps, **{step.code: _step(step) for step in draft.steps}}
    if draft.is_complete and row.completed_at is None:
        row.completed_at = tx.now
    tx.session.flush()
    tx.changed("danger", case.id)
    return row


def _length_errors(draft: DangerDraft) -> list[InvalidError]:
    texts = [(f"steps.{step.code}.{name}", getattr(step, name)) for step in draft.steps for name in _WORDS]
    return [*too_long([("no_consent_reason", draft.no_consent_reason), *texts], REASON)]


def _check(tx: Tx, codes: Codes, case: CaseFile, draft: DangerDraft, row: DangerResponse) -> None:
    flags = open_flags(tx, [case.id]).get(case.id, [])
    given = {code: StepDraft(code, **kept) for code, kept in row.steps.items()}
    given.update((step.code, step) for step in draft.steps)
    for step in form.danger_steps(flag.kind for flag in flags if flag.person_id == draft.person_id):
        _check_step(step, given.get(step.code))
    if not display_form(draft.no_consent_reason) and not clinical_consent(tx, codes, case.id, draft.person_id):
        raise InvalidError("safety.reason_needed", "no_consent_reason")


def _check_step(step: DangerStep, answer: StepDraft | None) -> None:
    """A required step is done or has a reason; of every step that was done, who and at what hour is written."""
    is_done = answer is not None and answer.is_done
    if step.is_required and not is_done and not (answer and display_form(answer.reason)):
        raise InvalidError("safety.step_open", f"steps.{step.code}", step=step.title)
    if answer is None or not is_done:
        return
    if "name" in step.records and not display_form(answer.name):
        raise InvalidError("safety.step_name", f"steps.{step.code}.name", step=step.title)
    if "hour" in step.records and _hour(answer.hour) is None:
        raise InvalidError("safety.step_hour", f"steps.{step.code}.hour", step=step.title)


def _hour(text: str) -> str | None:
    try:
        hour = parse_time(text)
    except PersianValueError:
        return None
    return f"{hour.hour:02}:{hour.minute:02}"


def _step(step: StepDraft) -> dict[str, Any]:
    return {
        "is_done": step.is_done,
        "name": display_form(step.name),
        "hour": _hour(step.hour) or display_form(step.hour),
        "note": display_form(step.note),
        "reason": display_form(step.reason),
    }


def open_dangers(tx: Tx) -> tuple[OpenDanger, ...]:
    """Every danger page of the unit's files that this actor may see and that is not completed, oldest first."""
    return tuple(OpenDanger(*row) for row in tx.rows(_open_for(tx.actor)))


@lru_cache
def _open_for(actor: Actor) -> Select[UUID, UUID, str, UUID, datetime]:
    return (
        select(
            DangerResponse.id,
            DangerResponse.case_id,
            CaseFile.case_no,
            DangerResponse.person_id,
            DangerResponse.known_at,
        )
        .join(CaseFile, CaseFile.id == DangerResponse.case_id)
        .where(
            DangerResponse.unit_id == actor.unit_id,
            DangerResponse.completed_at.is_(None),
            visible_to(actor),
        )
        .order_by(DangerResponse.known_at)
    )
