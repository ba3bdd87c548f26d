"""The life of one made-up file: interviews, consent, safety screen, sessions, outcome."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from models.enums import (
    AgreementKind,
    Answer,
    AppointmentStatus,
    Confidentiality,
    ConsentDecision,
    InviteAnswer,
    JointPolicy,
)
from services.cases.shapes import PartyRow
from services.clock import local
from services.codes import Code
from services.demo import meeting, papers
from services.demo.aftermath import Aftermath
from services.demo.diary import moment
from services.demo.play import Matter
from services.demo.sending import may_send
from services.demo.settling import agreement_between, may_sign
from services.errors import InvalidDraft, InvalidError
from services.intake.shapes import FirstInterviewDraft, IntakeDraft
from services.outcomes.checking import agreement_kind_of, is_partial
from services.outcomes.shapes import OutcomeDraft
from services.safety.shapes import AnswerDraft, ConsentDraft, ScreenDraft
from services.scheduling.shapes import AppointmentDraft, AppointmentRow, AttemptDraft
from services.sessions.shapes import SessionRow

_MILD = ("threatened_harm", "fear_same_room", "afraid_of_other")
_GRAVE = ("hit_or_pushed", "weapon_used", "threatened_to_kill", "fear_going_home")
_GRAVE_CATEGORIES = ("spouse_abuse", "elder_abuse", "generation_forced_marriage")
_NO_SHOW = 0.09
_FULL, _PART, _NONE, _WAIVED = "settled_full", "settled_partial", "not_settled", "complaint_waived"
# fmt: off
_ENDINGS = (
    _FULL, _NONE, _FULL, _PART, _FULL, _WAIVED, _FULL, "referred_legal_aid", _FULL, _NONE, _FULL, _FULL, _WAIVED,
    _FULL, "referred_judicial", _FULL, _FULL, _NONE, _FULL, _PART, _FULL, "referred_addiction_centre", _FULL,
    _NONE, _FULL,
)
# fmt: on
_AT_ONCE = (True, False, True, True, True, False, True, True, True, True)
"""Most settlements are signed on the spot."""


@dataclass
class Life(Matter):
    """One file on its way; each method is an event at a moment of the play."""

    interviewed: set[UUID] = field(default_factory=set)
    sessions: int = 0
    is_over: bool = False
    is_open_file: bool = False
    held: SessionRow | None = None

    def register(self, now: datetime) -> None:
        """The slip arrives: the file is registered with its first interviews at separate hours."""
        play, day = self.play, local(now).date()
        room = play.rooms[self.worker.staff_id]
        interviews: list[FirstInterviewDraft] = []
        when = day
        for place in range(2 if self.dispute.is_two_sided else 1):
            first = when + timedelta(days=play.stock.number(1, 3))
            known = self.dispute.draft.parties[place].person.id
            people = (known,) if known is not None else ()
            when, start = play.diary.free_hour(first, self.worker.staff_id, room, *people)
            interviews.append(
                FirstInterviewDraft(place, when, start, 45, room_id=room, staff_id=self.worker.staff_id)
            )
        draft = IntakeDraft(self.dispute.draft, tuple(interviews))
        row = play.services.intake.register(play.desk, draft).value
        self.case_id = row.id
        detail = play.services.cases.get(self.worker, row.id)
        self.sides = detail.parties[: len(interviews)]
        self.owes_reply = any(referral.is_reply_owed for referral in detail.referrals)
        self.is_open_file = row.confidentiality is Confidentiality.NORMAL
        for party in self.sides:
            if not party.is_minor and self.is_open_file:
                play.cast.remember(party.person_id, party.name, party.sex)
        for booked in play.services.scheduling.of_case(self.worker, row.id):
            for party in self.sides:
                if party.id in booked.party_ids:
                    play.diary.take(booked.day, booked.start, party.person_id)
            play.diary.at(_end(booked), lambda at, booked=booked: self.interview(at, booked))  # type: ignore[misc]

    def interview(self, now: datetime, booked: AppointmentRow) -> None:
        """One party alone: consent, safety screen, the first session; or nobody came."""
        if self.is_over:
            return
        party = next(one for one in self.sides if one.id in booked.party_ids)
        if self.play.stock.chance(_NO_SHOW):
            meeting.hold(self, booked, is_missed=True)
            self._miss(now, party)
            return
        if party.needs_screen and not party.is_minor:
            self._ask(party)
        self._hold(booked)
        if not self.interviewed:
            papers.opening_papers(self)
            may_send(self, party)
        self.interviewed.add(party.id)
        if len(self.interviewed) == len(self.sides):
            self._plan_session(now)

    def _miss(self, now: datetime, party: PartyRow) -> None:
        """Nobody came: who asked for help is called twice more, and the file ends."""
        scheduling = self.play.services.scheduling
        may_invite = self.play.services.safety.may_invite(self.worker, self.case_id, party.id)
        if not may_invite or not self.stock.turn("called_again", (True, False)):
            self.conclude(now, "client_withdrew")
            return
        for _ in range(2):
            scheduling.record_attempt(self.worker, AttemptDraft(party.id, "phone", result="no_answer"))
        self.conclude(now, "no_show")

    def session(self, now: datetime, booked: AppointmentRow) -> None:
        """A further session; after one or two of them the file comes to its outcome."""
        if self.is_over:
            return
        self._hold(booked)
        if self.held is not None and self.held.is_stopped:
            self.conclude(now, "safety_stop")
            return
        self.sessions += 1
        if self.sessions < 2 and self.play.stock.chance(0.45):
            self._plan_session(now)
            return
        two_sided = self.dispute.is_two_sided
        self.conclude(now, self.stock.turn("ending", _ENDINGS) if two_sided else "counselling_completed")

    def go_on(self, now: datetime) -> None:
        """The file was taken up again: one more session, and another outcome."""
        self.is_over, self.sessions = False, 1
        self._plan_session(now)

    def conclude(self, now: datetime, disposition: str) -> None:
        """The outcome; most settlements are signed at once."""
        self.is_over = True
        services, day = self.services, local(now).date()
        code, kind = self._ending(disposition)
        signed = bool(code.does("needs_signatures")) and self.stock.turn("signed", _AT_ONCE)
        draft = OutcomeDraft(
            self.case_id,
            services.cases.get(self.worker, self.case_id).version,
            code.code,
            day,
            self.stock.pick(self.stock.quick["outcome_notes"]),
            day if signed else None,
            agreement_between(self, day, kind, leaves_open=is_partial(code)) if kind is not None else None,
        )
        services.outcomes.record(self.worker, draft)
        for row in services.scheduling.of_case(self.worker, self.case_id):
            if row.status is AppointmentStatus.SCHEDULED:
                reason = self.stock.pick(self.stock.quick["cancel_reasons"])
                services.scheduling.cancel(self.worker, row.id, row.version, by_party=False, reason=reason)
        if self.is_open_file and all(not party.is_minor for party in self.sides):
            self.play.cast.remember_matter(self.case_id, self.dispute, self.sides)
        after = Aftermath(self, code.code, self.go_on)
        follows_up = bool(code.does("follow_up"))
        after.begin(now, self.held, has_agreement=kind is not None, follows_up=follows_up)

    def _ending(self, disposition: str) -> tuple[Code, AgreementKind | None]:
        """What can be recorded: where somebody can't sign nothing is settled."""
        codes = self.services.codes
        code = codes.get(self.worker, "disposition", disposition)
        kind = agreement_kind_of(code)
        if kind is None or may_sign(codes, self.worker, self.sides):
            return code, kind
        return codes.get(self.worker, "disposition", _NONE), None

    def _hold(self, booked: AppointmentRow) -> None:
        """A session that was held; what was to be done since the one before is ticked off."""
        before = self.held
        self.held = meeting.hold(self, booked, is_missed=False)
        self.sat_together = booked.is_joint
        if before is not None and before.tasks:
            meeting.tick_off(self, all_done=self.stock.turn("tasks_done", (True, False, True)))

    def _ask(self, party: PartyRow) -> None:
        safety, person_id = self.play.services.safety, party.person_id
        self._consent(person_id, "counselling", "phone_contact")
        self.phones.add(person_id)
        category = self.dispute.draft.primary_category
        is_first = party.id == self.sides[0].id
        yes: tuple[str, ...] = ()
        if is_first and category in _GRAVE_CATEGORIES:
            yes = _GRAVE[: self.play.stock.number(1, 4)]
        elif is_first and self.play.stock.chance(0.07):
            yes = _MILD[: self.play.stock.number(1, 3)]
        elif category == "suicide_ideation" and is_first:
            yes = ("thoughts_of_death",)
        self.has_marks = self.has_marks or bool(yes)
        form = safety.form(self.worker, self.case_id, person_id, is_full=bool(yes))
        asked = [question for section in form.sections for question in section.questions]
        answers = tuple(
            AnswerDraft(question.code, Answer.YES if question.code in yes else Answer.NO)
            for question in asked
            if not question.after or question.after in yes
        )
        screen = ScreenDraft(self.case_id, person_id, is_full=form.is_full, was_alone=True, answers=answers)
        outcome = safety.record_screen(self.worker, screen).value
        if outcome.asks_joint:
            self._consent(person_id, "joint_session", refuses=self.play.stock.chance(0.08))
        if party.is_inviting:
            answer = InviteAnswer.NOT_YET if yes else InviteAnswer.NO_OBJECTION
            safety.answer_invitation(self.worker, self.case_id, party.id, answer)

    def _consent(self, person_id: UUID, *kinds: str, refuses: bool = False) -> None:
        decision = ConsentDecision.REFUSED if refuses else ConsentDecision.GIVEN
        witnesses = tuple(f"{self.play.stock.given_name('male')} {self.play.stock.family_name()}" for _ in range(2))
        drafts = tuple(
            ConsentDraft(self.case_id, person_id, kind, decision, was_read_aloud=True, witnesses=witnesses)
            for kind in kinds
        )
        self.play.services.safety.record_consents(self.worker, drafts)

    def _plan_session(self, now: datetime) -> None:
        play, room = self.play, self.play.rooms[self.worker.staff_id]
        first = local(now).date() + timedelta(days=play.stock.number(2, 9))
        people = (party.person_id for party in self.sides)
        day, start = play.diary.free_hour(first, self.worker.staff_id, room, *people)
        everybody = tuple(party.id for party in self.sides)
        policy = play.services.cases.get(self.worker, self.case_id).joint_policy
        kinds = [("individual", everybody[:1])]
        if self.dispute.is_two_sided:
            kinds.insert(0, ("shuttle", everybody))
            if self.dispute.is_joint_fit and policy is JointPolicy.ALLOWED:
                kinds.insert(0, ("joint_mediation", everybody))
        for kind, parties in kinds:
            second = play.second_room if kind == "shuttle" else None
            draft = AppointmentDraft(
                self.case_id, kind, day, start, room, (self.worker.staff_id,), parties, minutes=45,
                second_room_id=second,
            )  # fmt: skip
            try:
                booked = play.services.scheduling.book(self.worker, draft).value
            except (InvalidError, InvalidDraft):
                continue  # the gate is shut for this kind; the next one asks less of it
            play.diary.at(_end(booked), lambda at, booked=booked: self.session(at, booked))  # type: ignore[misc]
            return


def _end(row: AppointmentRow) -> datetime:
    return moment(row.day, row.start + row.minutes + 10)
