"""The use-cases of safety. Every one of them is refused to roles without the rights of domain.md §2.7."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile
from models.enums import InviteAnswer, JointPolicy, ScreenResult, ScreenState
from models.person import HealthRecord
from models.safety import Consent, DangerResponse, RiskFlag, SafetyPlan, SafetyScreen
from models.unit import Staff
from services.actor import Actor, Right
from services.cases.access import party_of, visible_case
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError, NotAllowedError, NotFoundError
from services.people.naming import full_name
from services.persian.text import display_form, display_multiline
from services.safety import form, rules
from services.safety.adults import Adult, adults_of, latest_consents, latest_screens, open_flags
from services.safety.gate import gate, is_screen_current, may_invite
from services.safety.marks import mark_of_flag
from services.safety.recording import (
    COUNSELLING,
    audiences,
    consent_for_clinical,
    raise_flag,
    raise_flags,
    require_consent,
    review_day,
    save_consent,
    save_screen,
    settle_policy,
    weigh_screen,
)
from services.safety.shapes import (
    ConsentDraft,
    ConsentRow,
    DangerDetail,
    DangerDraft,
    FlagDraft,
    FlagRow,
    HealthDraft,
    PartySafety,
    PlanDetail,
    PlanDraft,
    SafetyState,
    ScreenDraft,
    ScreenForm,
    ScreenOutcome,
    ScreenRow,
    StepDraft,
)
from services.settings.service import number_in
from services.unit_of_work import Tx, UnitOfWork


class Safety:
    """Consent, screens, flags, the danger page, plans and health fields of one unit."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def state(self, actor: Actor, case_id: UUID) -> SafetyState:
        """Where each adult of the case stands, and the gate. Reading it is logged: it names dangers."""
        with self._uow.write(actor, Right.CASE_READ, Right.SAFETY_READ) as tx:
            case = visible_case(tx, case_id)
            state = self._state(tx, case)
            tx.record("safety.open", "case", case.id)
        return state

    def form(
        self, actor: Actor, case_id: UUID, person_id: UUID, *, is_full: bool | None = None, has_children: bool = True
    ) -> ScreenForm:
        """The questions for one adult: six for relations that are not intimate, the full form otherwise (P-20).

        `is_full` True asks for the full form whatever the relation.
        """
        with self._uow.read(actor, Right.SAFETY_WRITE) as tx:
            adult = self._adult(tx, visible_case(tx, case_id), person_id)
            full = adult.is_intimate if is_full is None else is_full or adult.is_intimate
            fit = audiences(adult, with_children=has_children)
            return form.screen_form(case_id, person_id, is_full=full, audiences=fit)

    def record_consents(self, actor: Actor, drafts: tuple[ConsentDraft, ...]) -> Done[tuple[ConsentRow, ...]]:
        """Store the decisions of one person's consent sheet together."""
        if not drafts:
            raise InvalidError("errors.required", "kind")
        with self._uow.write(actor, Right.CONSENT_WRITE) as tx:
            case = visible_case(tx, drafts[0].case_id)
            rows = [save_consent(tx, self._codes, draft) for draft in drafts]
            for row in rows:
                tx.record("consent.record", "consent", row.id)
            tx.changed("consent", case.id)
            tx.changed("case", case.id)
            value = tuple(self._consent_row(tx, row) for row in rows)
        return tx.done(value)

    def record_screen(self, actor: Actor, draft: ScreenDraft) -> Done[ScreenOutcome]:
        """Store one adult's screen, raise what its answers demand, and say whether danger is imminent.

        Refused before the person's recorded consent, unless an emergency reason is given (R-22). While somebody
        else is in the room the screen can only be stored as not done (P-12).
        """
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            adult = self._adult(tx, case, draft.person_id)
            if draft.screened_at is not None and draft.screened_at > tx.now:
                raise InvalidError("errors.future_date", "screened_at")
            consent = require_consent(tx, case.id, draft.person_id, draft.emergency_reason)
            weighed = None
            if not draft.not_done_reason:
                if not draft.was_alone:
                    raise InvalidError("safety.not_alone", "others_present")
                weighed = weigh_screen(draft, adult)
            screen = save_screen(tx, draft, adult, weighed, consent)
            flags: tuple[str, ...] = ()
            if weighed is not None:
                flags = raise_flags(tx, draft, weighed, screen)
                settle_policy(tx, self._codes, case)
            tx.record("screen.record", "screen", screen.id)
            tx.changed("screen", case.id)
            tx.changed("case", case.id)
            is_imminent = screen.result is ScreenResult.IMMINENT
            value = ScreenOutcome(self._screen_row(tx, screen), case.joint_policy, flags, is_imminent)
        return tx.done(value)

    def answer_invitation(
        self, actor: Actor, case_id: UUID, party_id: UUID, answer: InviteAnswer
    ) -> Done[InviteAnswer]:
        """The inviting side's answer on inviting the other side (P-1); asked alone, after the own screen."""
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, case_id)
            party = party_of(tx, case, party_id)
            if answer is InviteAnswer.NO_OBJECTION and party.person_id not in latest_screens(tx, case.id):
                raise InvalidError("safety.screen_before_invitation", "answer")
            party.is_inviting = True
            party.invite_answer = answer
            party.invite_answered_at = tx.now
            tx.record("party.answer_invitation", "party", party.id)
            tx.changed("case", case.id)
        return tx.done(answer)

    def may_invite(self, actor: Actor, case_id: UUID, party_id: UUID) -> bool:
        """Whether an invitation for this party may exist now (P-1)."""
        with self._uow.read(actor, Right.CASE_READ) as tx:
            case = visible_case(tx, case_id)
            return may_invite(tx, case, party_of(tx, case, party_id))

    def set_policy(self, actor: Actor, case_id: UUID, policy: JointPolicy, reason: str) -> Done[JointPolicy]:
        """Change the joint policy after a review, with a reason. Only the head lifts "forbidden"."""
        why = display_form(reason)
        if not why:
            raise InvalidError("safety.reason_needed", "reason")
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, case_id)
            loosened = rules.stricter(case.joint_policy, policy) is not policy
            if loosened and case.joint_policy is JointPolicy.FORBIDDEN and not actor.may(Right.GATE_OVERRIDE):
                raise NotAllowedError("safety.head_lifts")
            case.joint_policy = policy
            case.joint_policy_reason = why
            tx.record("case.set_joint_policy", "case", case.id, reason=why)
            tx.changed("case", case.id)
        return tx.done(policy)

    def raise_flag(self, actor: Actor, draft: FlagDraft) -> Done[UUID]:
        """Put a mark on a person of the case."""
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            flag = raise_flag(tx, draft)
            tx.record("flag.raise", "flag", flag.id)
            tx.changed("case", case.id)
        return tx.done(flag.id)

    def review_flag(self, actor: Actor, flag_id: UUID, version: int, note: str) -> Done[None]:
        """Record that the risk was looked at again; the next review is set by the flag's level."""
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            flag = self._flag(tx, flag_id, version)
            flag.note = display_multiline(note) or flag.note
            flag.review_on = review_day(tx, flag.level)
            tx.record("flag.review", "flag", flag.id)
            tx.changed("flag", flag.id)
            tx.changed("case", flag.case_id)
        return tx.done(None)

    def close_flag(self, actor: Actor, flag_id: UUID, version: int, reason: str) -> Done[None]:
        """Close a flag with a reason. A child's flag closes only once reported, or by the head's reason (R-8)."""
        why = display_form(reason)
        if not why:
            raise InvalidError("safety.reason_needed", "reason")
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            flag = self._flag(tx, flag_id, version)
            has_clock = bool(self._codes.get(actor, "risk_flag_kind", flag.kind).does("child_clock"))
            if has_clock and flag.reported_at is None and not actor.may(Right.GATE_OVERRIDE):
                raise NotAllowedError("safety.report_first")
            flag.closed_at = tx.now
            flag.closed_by_id = actor.staff_id
            flag.close_reason = why
            tx.record("flag.close", "flag", flag.id, reason=why)
            tx.changed("flag", flag.id)
            tx.changed("case", flag.case_id)
        return tx.done(None)

    def report_child(
        self, actor: Actor, flag_id: UUID, version: int, number: str, reported_at: datetime
    ) -> Done[None]:
        """Stop the 12-hour clock: reported, with number and hour (R-8)."""
        if not display_form(number):
            raise InvalidError("safety.report_number", "number")
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            flag = self._flag(tx, flag_id, version)
            if reported_at > tx.now:
                raise InvalidError("errors.future_date", "reported_at")
            flag.reported_no = display_form(number)
            flag.reported_at = reported_at
            tx.record("flag.report", "flag", flag.id)
            tx.changed("flag", flag.id)
            tx.changed("case", flag.case_id)
        return tx.done(None)

    def danger(self, actor: Actor, case_id: UUID, person_id: UUID) -> DangerDetail:
        """The page of imminent danger for a person: its steps, and what was done already (P-11)."""
        with self._uow.read(actor, Right.SAFETY_READ) as tx:
            case = visible_case(tx, case_id)
            flags = [flag.kind for flag in open_flags(tx, [case.id]).get(case.id, []) if flag.person_id == person_id]
            steps = form.danger_steps(flags)
            row = self._danger_row(tx, case_id, person_id)
            if row is None:
                return DangerDetail(None, None, form.no_consent_reason(), steps, (), is_complete=False)
            done = tuple(StepDraft(code, **given) for code, given in row.steps.items())
            is_complete = row.completed_at is not None
            return DangerDetail(row.id, row.known_at, row.no_consent_reason, steps, done, is_complete=is_complete)

    def record_danger(self, actor: Actor, draft: DangerDraft) -> Done[UUID]:
        """Store what was done so far. To complete it, each required step is done or has a written reason."""
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            if draft.known_at > tx.now:
                raise InvalidError("safety.known_in_future", "known_at")
            if draft.is_complete:
                self._check_danger(tx, draft)
            row = self._danger_row(tx, draft.case_id, draft.person_id)
            if row is None:
                row = DangerResponse(case_id=case.id, person_id=draft.person_id, steps={})
                row.recorded_at = tx.now
                row.staff_id = actor.staff_id
                tx.add(row)
            row.known_at = draft.known_at
            row.no_consent_reason = display_form(draft.no_consent_reason)
            row.steps = {step.code: _step(step) for step in draft.steps}
            row.completed_at = tx.now if draft.is_complete else None
            tx.session.flush()
            tx.record("danger.record", "danger", row.id)
            tx.changed("danger", case.id)
            tx.changed("case", case.id)
        return tx.done(row.id)

    def plan(self, actor: Actor, case_id: UUID, person_id: UUID) -> PlanDetail:
        """The safety plan's prompts with what the client said."""
        with self._uow.read(actor, Right.SAFETY_READ) as tx:
            visible_case(tx, case_id)
            row = self._plan_row(tx, case_id, person_id)
            if row is None:
                return PlanDetail(form.plan_phases(), None, made_with_client=False)
            return PlanDetail(form.plan_phases(), row.made_on, row.made_with_client, tuple(row.content.items()))

    def save_plan(self, actor: Actor, draft: PlanDraft) -> Done[UUID]:
        """Store the safety plan."""
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            row = self._plan_row(tx, draft.case_id, draft.person_id)
            if row is None:
                row = SafetyPlan(case_id=case.id, person_id=draft.person_id, staff_id=actor.staff_id)
                tx.add(row)
            row.made_on = tx.today
            row.made_with_client = draft.made_with_client
            row.content = {code: display_multiline(text) for code, text in draft.content if text.strip()}
            tx.session.flush()
            tx.record("plan.save", "danger", row.id)
            tx.changed("case", case.id)
        return tx.done(row.id)

    def health(self, actor: Actor, case_id: UUID, person_id: UUID) -> HealthDraft | None:
        """The health fields, or None while they are closed because consent is missing. Reading is logged."""
        with self._uow.write(actor, Right.HEALTH) as tx:
            visible_case(tx, case_id)
            row = self._health_row(tx, case_id, person_id)
            tx.record("health.open", "person", person_id)
            if row is None:
                is_open = consent_for_clinical(tx, case_id, person_id) is not None
                return HealthDraft(case_id, person_id) if is_open else None
            return HealthDraft(
                case_id,
                person_id,
                row.disability,
                row.chronic_illness,
                row.medication,
                row.addiction,
                row.is_pregnant,
                row.emergency_reason,
            )

    def save_health(self, actor: Actor, draft: HealthDraft) -> Done[None]:
        """Store the health fields; refused before consent, unless an emergency reason is given (R-22)."""
        with self._uow.write(actor, Right.HEALTH) as tx:
            case = visible_case(tx, draft.case_id)
            consent = require_consent(tx, case.id, draft.person_id, draft.emergency_reason)
            row = self._health_row(tx, draft.case_id, draft.person_id)
            if row is None:
                row = HealthRecord(person_id=draft.person_id, case_id=case.id)
                tx.add(row)
            row.consent_id = consent.id if consent else None
            row.emergency_reason = display_form(draft.emergency_reason)
            row.disability = display_multiline(draft.disability)
            row.chronic_illness = display_multiline(draft.chronic_illness)
            row.medication = display_multiline(draft.medication)
            row.addiction = display_multiline(draft.addiction)
            row.is_pregnant = draft.is_pregnant
            tx.record("health.save", "person", draft.person_id)
            tx.changed("person", draft.person_id)
        return tx.done(None)

    # private: all of these receive the transaction

    def _state(self, tx: Tx, case: CaseFile) -> SafetyState:
        consents = latest_consents(tx, case.id)
        screens = latest_screens(tx, case.id)
        flags = open_flags(tx, [case.id]).get(case.id, [])
        parties = []
        for adult in adults_of(tx, self._codes, case):
            person_id = adult.person.id
            own = tuple(self._consent_row(tx, row) for (owner, _), row in consents.items() if owner == person_id)
            screen = screens.get(person_id)
            parties.append(
                PartySafety(
                    adult.party.id,
                    person_id,
                    full_name(adult.person),
                    adult.is_intimate,
                    own,
                    self._screen_row(tx, screen) if screen else None,
                    is_screen_current(tx, screen),
                    tuple(self._flag_row(tx, flag) for flag in flags if flag.person_id == person_id),
                    adult.party.invite_answer.value,
                    adult.party.is_inviting,
                    _next_step(adult, consents, is_current=is_screen_current(tx, screen)),
                )
            )
        label = self._codes.label(tx.actor, "joint_policy", case.joint_policy.value)
        return SafetyState(case.id, case.joint_policy, label, gate(tx, self._codes, case), tuple(parties))

    def _adult(self, tx: Tx, case: CaseFile, person_id: UUID) -> Adult:
        for adult in adults_of(tx, self._codes, case):
            if adult.person.id == person_id:
                return adult
        raise NotFoundError("safety.not_an_adult_party")

    def _consent_row(self, tx: Tx, row: Consent) -> ConsentRow:
        label = self._codes.label(tx.actor, "consent_kind", row.kind)
        return ConsentRow(row.id, row.person_id, row.kind, label, row.decision, row.decided_at)

    def _screen_row(self, tx: Tx, row: SafetyScreen) -> ScreenRow:
        if row.state is ScreenState.NOT_DONE or row.result is None:
            label = self._codes.label(tx.actor, "screen_state", ScreenState.NOT_DONE.value)
        else:
            label = self._codes.label(tx.actor, "screen_result", row.result.value)
        worker = tx.session.get(Staff, row.staff_id)
        name = worker.full_name if worker else ""
        return ScreenRow(row.id, row.person_id, row.state, row.result, label, row.screened_at, name)

    def _flag_row(self, tx: Tx, flag: RiskFlag) -> FlagRow:
        mark = mark_of_flag(tx, self._codes, flag, number_in(tx, "child_clock_hours"))
        return FlagRow(
            flag.id,
            flag.version,
            flag.case_id,
            flag.person_id,
            flag.kind,
            mark,
            flag.level,
            flag.known_at,
            flag.raised_at,
            flag.review_on,
            flag.reported_at,
            flag.note,
        )

    def _flag(self, tx: Tx, flag_id: UUID, version: int) -> RiskFlag:
        flag = tx.get(RiskFlag, flag_id)
        visible_case(tx, flag.case_id)
        tx.expect(flag, version)
        if flag.closed_at is not None:
            raise InvalidError("safety.flag_closed")
        return flag

    def _check_danger(self, tx: Tx, draft: DangerDraft) -> None:
        flags = [
            flag.kind
            for flag in open_flags(tx, [draft.case_id]).get(draft.case_id, [])
            if flag.person_id == draft.person_id
        ]
        given = {step.code: step for step in draft.steps}
        for step in form.danger_steps(flags):
            answer = given.get(step.code)
            if step.is_required and not (answer and (answer.is_done or display_form(answer.reason))):
                raise InvalidError("safety.step_open", f"steps.{step.code}", step=step.title)
        if not display_form(draft.no_consent_reason) and not consent_for_clinical(tx, draft.case_id, draft.person_id):
            raise InvalidError("safety.reason_needed", "no_consent_reason")

    def _danger_row(self, tx: Tx, case_id: UUID, person_id: UUID) -> DangerResponse | None:
        return tx.session.scalars(
            select(DangerResponse)
            .where(DangerResponse.case_id == case_id, DangerResponse.person_id == person_id)
            .order_by(DangerResponse.recorded_at.desc())
            .limit(1)
        ).first()

    def _plan_row(self, tx: Tx, case_id: UUID, person_id: UUID) -> SafetyPlan | None:
        return tx.session.scalars(
            select(SafetyPlan).where(SafetyPlan.case_id == case_id, SafetyPlan.person_id == person_id)
        ).one_or_none()

    def _health_row(self, tx: Tx, case_id: UUID, person_id: UUID) -> HealthRecord | None:
        return tx.session.scalars(
            select(HealthRecord).where(HealthRecord.case_id == case_id, HealthRecord.person_id == person_id)
        ).one_or_none()


def _step(step: StepDraft) -> dict[str, Any]:
    return {
        "is_done": step.is_done,
        "name": display_form(step.name),
        "hour": step.hour,
        "note": display_form(step.note),
        "reason": display_form(step.reason),
    }


def _next_step(adult: Adult, consents: dict[tuple[UUID, str], Consent], *, is_current: bool) -> str:
    """The next thing to do for an adult: "consent", "screen", "invite_answer" or "" (nothing)."""
    if (adult.person.id, COUNSELLING) not in consents:
        return "consent"
    if not is_current:
        return "screen"
    if adult.party.is_inviting and adult.party.invite_answer is InviteAnswer.UNASKED:
        return "invite_answer"
    return ""
