"""The use-cases of safety. Every one of them is refused to roles without the rights of domain.md §2.7."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty
from models.enums import InviteAnswer, JointPolicy, ScreenResult, Side
from models.safety import Consent, SafetyPlan
from services.actor import Actor, Right
from services.cases.access import parties_of, party_of, visible_case
from services.cases.rules import stricter
from services.changes import Done
from services.codes import Codes
from services.errors import InvalidError, NotAllowedError, NotFoundError
from services.people.naming import screen_name
from services.safety import flags, form, recording
from services.safety.adults import (
    Adult,
    adults_of,
    clinical_consent,
    consent_to,
    latest_consents,
    latest_screens,
    person_in,
)
from services.safety.consents import consent_row, consent_sheet, require_consent, save_consent
from services.safety.danger import danger_detail, open_page, store_danger
from services.safety.gate import may_ask_joint, may_invite
from services.safety.health import health_of, store_health
from services.safety.reading import outlined, screen_row, state_of
from services.safety.shapes import (
    ConsentDraft,
    ConsentRow,
    ConsentSheet,
    DangerDetail,
    DangerDraft,
    FlagDraft,
    HealthDraft,
    PlanDetail,
    PlanDraft,
    SafetyState,
    ScreenDraft,
    ScreenForm,
    ScreenOutcome,
    Weighed,
)
from services.typed import REASON, line, lines
from services.unit_of_work import Tx, UnitOfWork

_REPORT_NO = 40


class Safety:
    """Consent, screens, flags, the danger page, plans and health fields of one unit."""

    def __init__(self, uow: UnitOfWork, codes: Codes) -> None:
        self._uow = uow
        self._codes = codes

    def state(self, actor: Actor, case_id: UUID) -> SafetyState:
        """Where each person of the case stands, and the gate. Reading it is logged: it names dangers."""
        with self._uow.read_recorded(actor, Right.CASE_READ, Right.SAFETY_READ) as tx:
            case = visible_case(tx, case_id)
            state = state_of(tx, self._codes, case)
            tx.record("safety.open", "case", case.id)
        return state

    def outline(self, actor: Actor, case_id: UUID) -> SafetyState:
        """Where each person stands, without a result, a note or a reason: what the case page may show (P-3, P-4).

        The gate says open or shut alone. Reading it is a part of opening the case.
        """
        with self._uow.read(actor, Right.CASE_READ, Right.CONSENT_WRITE) as tx:
            state = state_of(tx, self._codes, visible_case(tx, case_id))
            return outlined(state, names_flags=actor.may(Right.SAFETY_READ))

    # consent

    def consent_sheet(self, actor: Actor, case_id: UUID, person_id: UUID) -> ConsentSheet:
        """What the consent page of one person starts from."""
        with self._uow.read(actor, Right.CONSENT_WRITE) as tx:
            return consent_sheet(tx, self._codes, visible_case(tx, case_id), person_id)

    def record_consents(self, actor: Actor, drafts: tuple[ConsentDraft, ...]) -> Done[tuple[ConsentRow, ...]]:
        """Store the decisions of one person's consent sheet together."""
        if not drafts:
            raise InvalidError("safety.nothing_decided", "kind")
        if len({(draft.case_id, draft.person_id) for draft in drafts}) > 1:
            raise InvalidError("safety.one_person", "person_id")
        if len({draft.kind for draft in drafts}) < len(drafts):
            raise InvalidError("safety.decided_twice", "kind")
        with self._uow.write(actor, Right.CONSENT_WRITE) as tx:
            case = visible_case(tx, drafts[0].case_id)
            rows = [save_consent(tx, self._codes, case, draft) for draft in drafts]
            for row in rows:
                tx.record("consent.record", "consent", row.id)
            tx.changed("consent", case.id)
            tx.changed("case", case.id)
            value = tuple(consent_row(tx, self._codes, row) for row in rows)
        return tx.done(value)

    # the screen

    def form(
        self, actor: Actor, case_id: UUID, person_id: UUID, *, is_full: bool | None = None, has_children: bool = True
    ) -> ScreenForm:
        """The questions for one adult: six for relations that are not intimate, the full form otherwise (P-20).

        `is_full` True asks for the full form whatever the relation.
        """
        with self._uow.read(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, case_id)
            adult = self._adult(tx, case, person_id)
            full = adult.is_intimate or bool(is_full)
            fit = recording.audiences(tx, self._codes, case, adult, has_children=has_children)
            sheet = consent_to(tx, self._codes, "clinical", person_id, latest_consents(tx, case.id))
            file = form.screen_file()
            return ScreenForm(
                case.id,
                case.case_no,
                person_id,
                screen_name(adult.person, tx.today),
                clinical_consent(tx, self._codes, case.id, person_id) is not None,
                sheet.interpreter_name if sheet else "",
                file["version"],
                full,
                file["intro"],
                file["limits"],
                file["closing"],
                form.room_checks(),
                form.sections(is_full=full, audiences=fit),
            )

    def weigh(self, actor: Actor, draft: ScreenDraft) -> Weighed:
        """What the answers given so far mean, and which flags they offer; nothing is stored."""
        with self._uow.read(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            return recording.weigh(tx, self._codes, case, self._adult(tx, case, draft.person_id), draft)

    def record_screen(self, actor: Actor, draft: ScreenDraft) -> Done[ScreenOutcome]:
        """Store one adult's screen, raise what its answers demand, and say whether danger is imminent.

        Refused before the person's recorded consent, unless an emergency reason is given (R-22). While somebody
        else is in the room the screen can only be stored as not done (P-12). An imminent danger may be stored
        before the remaining questions are asked.
        """
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            adult = self._adult(tx, case, draft.person_id)
            screen, weighed = recording.record(tx, self._codes, case, adult, draft)
            tx.record("screen.record", "screen", screen.id)
            tx.changed("screen", case.id)
            tx.changed("case", case.id)
            is_imminent = ScreenResult.IMMINENT in (screen.result, weighed.result)
            value = ScreenOutcome(
                screen_row(tx, self._codes, screen),
                case.joint_policy,
                tuple(dict.fromkeys((*weighed.raises, *draft.accepted_flags))),
                is_imminent,
                may_ask_joint(tx, case, latest_screens(tx, case.id).get(adult.person.id)),
                adult.party.is_inviting and screen.result is not None,
                adult.party.id,
            )
        return tx.done(value)

    # the other side's invitation

    def answer_invitation(
        self, actor: Actor, case_id: UUID, party_id: UUID, answer: InviteAnswer
    ) -> Done[InviteAnswer]:
        """The inviting side's answer on inviting the other side (P-1); asked alone, after the own screen.

        Only where nobody invites yet does the answer itself make a party the inviting one.
        """
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, case_id)
            party = party_of(tx, case, party_id)
            if not party.is_inviting and _is_invited_by_others(tx, case, party):
                raise InvalidError("safety.not_inviting", "answer")
            if answer is InviteAnswer.NO_OBJECTION and party.person_id not in latest_screens(tx, case.id):
                raise InvalidError("safety.screen_before_invitation", "answer")
            party.is_inviting = True
            party.invite_answer = answer
            party.invite_answered_at = None if answer is InviteAnswer.UNASKED else tx.now
            tx.record("party.answer_invitation", "party", party.id)
            tx.changed("party", party.id)
            tx.changed("invitation", case.id)
            tx.changed("case", case.id)
        return tx.done(answer)

    def may_invite(self, actor: Actor, case_id: UUID, party_id: UUID) -> bool:
        """Whether an invitation for this party may exist now (P-1)."""
        with self._uow.read(actor, Right.CASE_READ) as tx:
            case = visible_case(tx, case_id)
            return may_invite(tx, case, party_of(tx, case, party_id))

    # policy and flags

    def set_policy(self, actor: Actor, case_id: UUID, policy: JointPolicy, reason: str) -> Done[JointPolicy]:
        """Change the joint policy after a review, with a reason. Only the head lifts "forbidden"."""
        why = line("reason", reason, REASON, needed="safety.reason_needed")
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, case_id)
            loosened = stricter(case.joint_policy, policy) is not policy
            if loosened and case.joint_policy is JointPolicy.FORBIDDEN and not actor.may(Right.GATE_OVERRIDE):
                raise NotAllowedError("safety.head_lifts", "policy")
            case.joint_policy = policy
            case.joint_policy_reason = why
            tx.record("case.set_joint_policy", "case", case.id)
            tx.changed("case", case.id)
        return tx.done(policy)

    def raise_flag(self, actor: Actor, draft: FlagDraft) -> Done[UUID]:
        """Put a mark on a person of the case; an imminent one opens the person's danger page (P-11)."""
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            flag = flags.raise_flag(tx, self._codes, case, draft)
            if flags.is_imminent(flag):
                open_page(tx, case, draft.person_id, flag.known_at, form.no_consent_reason())
            tx.record("flag.raise", "flag", flag.id)
            tx.changed("case", case.id)
        return tx.done(flag.id)

    def review_flag(self, actor: Actor, flag_id: UUID, version: int, note: str) -> Done[None]:
        """Record that the risk was looked at again; the next review is set by the flag's level."""
        seen = lines("note", note)
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            flag = flags.open_flag(tx, flag_id, version)
            flag.note = seen or flag.note
            flag.review_on = flags.review_day(tx, flag.level)
            tx.record("flag.review", "flag", flag.id)
            tx.changed("flag", flag.id)
            tx.changed("case", flag.case_id)
        return tx.done(None)

    def close_flag(self, actor: Actor, flag_id: UUID, version: int, reason: str) -> Done[None]:
        """Close a flag with a reason. A child's flag closes only once reported, or by the head's reason (R-8)."""
        why = line("reason", reason, REASON, needed="safety.reason_needed")
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            flag = flags.open_flag(tx, flag_id, version)
            flags.close(tx, self._codes, flag, why)
            tx.record("flag.close", "flag", flag.id)
            tx.changed("flag", flag.id)
            tx.changed("case", flag.case_id)
        return tx.done(None)

    def report_child(
        self, actor: Actor, flag_id: UUID, version: int, number: str, reported_at: datetime
    ) -> Done[None]:
        """Stop the 12-hour clock: reported, with number and hour (R-8)."""
        written = line("number", number, _REPORT_NO, needed="safety.report_number")
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            flag = flags.open_flag(tx, flag_id, version)
            if reported_at > tx.now:
                raise InvalidError("errors.future_date", "reported_at")
            if reported_at < flag.known_at.replace(second=0, microsecond=0):  # people write hours and minutes
                raise InvalidError("safety.report_before_known", "reported_at")
            flag.reported_no = written
            flag.reported_at = reported_at
            tx.record("flag.report", "flag", flag.id)
            tx.changed("flag", flag.id)
            tx.changed("case", flag.case_id)
        return tx.done(None)

    # imminent danger

    def danger(self, actor: Actor, case_id: UUID, person_id: UUID, danger_id: UUID | None = None) -> DangerDetail:
        """The page of imminent danger for a person: the open one, or the one named, or an empty one (P-11)."""
        with self._uow.read_recorded(actor, Right.CASE_READ, Right.SAFETY_READ) as tx:
            case = visible_case(tx, case_id)
            detail = danger_detail(tx, self._codes, case, person_id, danger_id)
            tx.record("danger.open", "danger", detail.id)
        return detail

    def record_danger(self, actor: Actor, draft: DangerDraft) -> Done[UUID]:
        """Store what was done so far. To complete it, each required step is done or has a written reason."""
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            row = store_danger(tx, self._codes, case, draft)
            tx.record("danger.complete" if draft.is_complete else "danger.record", "danger", row.id)
            tx.changed("case", case.id)
        return tx.done(row.id)

    # the safety plan

    def plan(self, actor: Actor, case_id: UUID, person_id: UUID) -> PlanDetail:
        """The safety plan's prompts with what the client said. Reading is logged."""
        with self._uow.read_recorded(actor, Right.CASE_READ, Right.SAFETY_READ) as tx:
            person_in(tx, visible_case(tx, case_id), person_id)
            row = self._plan_row(tx, case_id, person_id)
            tx.record("plan.open", "person", person_id)
            if row is None:
                return PlanDetail(form.plan_phases(), None, made_with_client=False)
            content = tuple(row.content.items())
            return PlanDetail(form.plan_phases(), row.made_on, row.made_with_client, content, row.version)

    def save_plan(self, actor: Actor, draft: PlanDraft) -> Done[UUID]:
        """Store the safety plan, complete or not."""
        content = form.plan_content(draft.content)
        with self._uow.write(actor, Right.SAFETY_WRITE) as tx:
            case = visible_case(tx, draft.case_id)
            person_in(tx, case, draft.person_id)
            row = self._plan_row(tx, draft.case_id, draft.person_id)
            if row is None:
                row = SafetyPlan(case_id=case.id, person_id=draft.person_id)
                tx.add(row)
            else:
                tx.expect(row, draft.version)
            row.made_on = tx.today
            row.staff_id = actor.staff_id
            row.made_with_client = draft.made_with_client
            row.content = content
            tx.session.flush()
            tx.record("plan.save", "danger", row.id)
            tx.changed("case", case.id)
        return tx.done(row.id)

    # health

    def health(self, actor: Actor, case_id: UUID, person_id: UUID) -> HealthDraft | None:
        """The health fields, or None while they are closed because consent is missing. Reading is logged."""
        with self._uow.read_recorded(actor, Right.CASE_READ, Right.HEALTH) as tx:
            person_in(tx, visible_case(tx, case_id), person_id)
            tx.record("health.open", "person", person_id)
            return health_of(tx, self._codes, case_id, person_id)

    def save_health(self, actor: Actor, draft: HealthDraft) -> Done[None]:
        """Store the health fields; refused before consent, unless an emergency reason is given (R-22)."""
        with self._uow.write(actor, Right.HEALTH) as tx:
            case = visible_case(tx, draft.case_id)
            person_in(tx, case, draft.person_id)
            consent: Consent | None = require_consent(
                tx, self._codes, case.id, draft.person_id, draft.emergency_reason
            )
            store_health(tx, draft, consent.id if consent else None)
            tx.record("health.save", "person", draft.person_id)
            tx.changed("person", draft.person_id)
        return tx.done(None)

    # private: all of these receive the transaction

    def _adult(self, tx: Tx, case: CaseFile, person_id: UUID) -> Adult:
        for adult in adults_of(tx, self._codes, case):
            if adult.person.id == person_id:
                return adult
        raise NotFoundError("safety.not_an_adult_party")

    def _plan_row(self, tx: Tx, case_id: UUID, person_id: UUID) -> SafetyPlan | None:
        return tx.session.scalars(
            select(SafetyPlan).where(SafetyPlan.case_id == case_id, SafetyPlan.person_id == person_id)
        ).one_or_none()


def _is_invited_by_others(tx: Tx, case: CaseFile, party: CaseParty) -> bool:
    """Whether somebody who is not on this party's side invites: then this party's word decides nothing (P-1)."""
    return any(
        one.is_inviting and (one.side is not party.side or party.side is Side.NONE)
        for one in parties_of(tx, case.id)
        if one.id != party.id
    )
