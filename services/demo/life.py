"""The life of one made-up file: interviews, consent, safety screen, sessions, outcome."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from models.enums import (
    AgreementKind,
    Answer,
    AppointmentStatus,
    AttendanceMark,
    Confidentiality,
    ConsentDecision,
    InviteAnswer,
    JointPolicy,
)
from services.actor import Actor
from services.agreements.shapes import AgreementDraft
from services.cases.shapes import PartyRow
from services.clock import local
from services.container import Services
from services.demo.cast import Cast, Dispute
from services.demo.diary import Diary, moment
from services.demo.settling import agreement_between, may_sign
from services.demo.stock import Stock
from services.errors import InvalidDraft, InvalidError
from services.intake.shapes import FirstInterviewDraft, IntakeDraft
from services.letters.shapes import ReplyDraft
from services.outcomes.checking import agreement_kind_of
from services.outcomes.shapes import OutcomeDraft
from services.safety.shapes import AnswerDraft, ConsentDraft, ScreenDraft
from services.scheduling.shapes import AppointmentDraft, AppointmentRow, AttemptDraft
from services.sessions.shapes import AttendanceDraft, SessionDraft

_MILD = ("threatened_harm", "fear_same_room", "afraid_of_other")
_GRAVE = ("hit_or_pushed", "weapon_used", "threatened_to_kill", "fear_going_home")
_GRAVE_CATEGORIES = ("spouse_abuse", "elder_abuse", "generation_forced_marriage")
_NO_SHOW = 0.09
_UNSIGNED = "not_settled"
_ENDINGS = {
    "settled_full": 60.0,
    "settled_partial": 8,
    "not_settled": 16,
    "complaint_waived": 6,
    "referred_judicial": 4,
    "referred_legal_aid": 3,
    "referred_addiction_centre": 3,
}


@dataclass
class Play:
    """What every file of the play shares."""

    services: Services
    stock: Stock
    cast: Cast
    diary: Diary
    desk: Actor
    counsellors: dict[UUID, Actor]
    rooms: dict[UUID, UUID]
    second_room: UUID


@dataclass
class Life:
    """One file on its way; each method is an event at a moment of the play."""

    play: Play
    dispute: Dispute
    worker: Actor
    case_id: UUID = field(init=False)
    sides: tuple[PartyRow, ...] = field(init=False)
    interviewed: set[UUID] = field(default_factory=set)
    sessions: int = 0
    is_over: bool = False

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
        self.sides = play.services.cases.get(self.worker, row.id).parties[: len(interviews)]
        for party in self.sides:
            if not party.is_minor and row.confidentiality is Confidentiality.NORMAL:
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
            self._hold(booked, AttendanceMark.NO_SHOW)
            self._miss(now, party)
            return
        if party.needs_screen and not party.is_minor:
            self._ask(party)
        self._hold(booked, AttendanceMark.LATE if self.play.stock.chance(0.08) else AttendanceMark.ATTENDED)
        self.interviewed.add(party.id)
        if len(self.interviewed) == len(self.sides):
            self._plan_session(now)

    def _miss(self, now: datetime, party: PartyRow) -> None:
        """Nobody came: who asked for help is called twice more, and the file ends."""
        scheduling = self.play.services.scheduling
        may_invite = self.play.services.safety.may_invite(self.worker, self.case_id, party.id)
        if not may_invite or self.play.stock.chance(0.5):
            self.conclude(now, "client_withdrew")
            return
        for _ in range(2):
            scheduling.record_attempt(self.worker, AttemptDraft(party.id, "phone", result="no_answer"))
        self.conclude(now, "no_show")

    def session(self, now: datetime, booked: AppointmentRow) -> None:
        """A further session; after one or two of them the file comes to its outcome."""
        if self.is_over:
            return
        self._hold(booked, AttendanceMark.ATTENDED)
        self.sessions += 1
        if self.sessions < 2 and self.play.stock.chance(0.45):
            self._plan_session(now)
            return
        self.conclude(
            now, self.play.stock.weighted(_ENDINGS) if self.dispute.is_two_sided else "counselling_completed"
        )

    def conclude(self, now: datetime, disposition: str) -> None:
        """The outcome; most settlements were signed at once."""
        self.is_over = True
        services, day = self.play.services, local(now).date()
        detail = services.cases.get(self.worker, self.case_id)
        code = services.codes.get(self.worker, "disposition", disposition)
        kind = agreement_kind_of(code)
        if kind is not None and not may_sign(self.sides):
            code, kind = services.codes.get(self.worker, "disposition", _UNSIGNED), None
        signed = bool(code.does("needs_signatures")) and self.play.stock.chance(0.9)
        summary = self.play.stock.pick(self.play.stock.quick["outcome_notes"])
        draft = OutcomeDraft(
            self.case_id,
            detail.version,
            code.code,
            day,
            summary,
            day if signed else None,
            self._agreement(kind, day) if kind is not None else None,
        )
        services.outcomes.record(self.worker, draft)
        self.play.diary.at(now + timedelta(days=self.play.stock.number(1, 6), hours=1), self.look_again)
        if self.play.stock.chance(0.97):
            self.play.diary.at(now + timedelta(days=self.play.stock.number(0, 3), minutes=30), self.reply)
        for row in services.scheduling.of_case(self.worker, self.case_id):
            if row.status is AppointmentStatus.SCHEDULED:
                reason = self.play.stock.pick(self.play.stock.quick["cancel_reasons"])
                services.scheduling.cancel(self.worker, row.id, row.version, by_party=False, reason=reason)

    def _agreement(self, kind: AgreementKind, day: date) -> AgreementDraft:
        category = self.play.services.codes.get(self.worker, "case_category", self.dispute.draft.primary_category)
        is_family = category.does("group") == "family"
        return agreement_between(self.play.stock, self.case_id, self.sides, day, kind, is_family=is_family)

    def reply(self, _now: datetime) -> None:
        """The authority that waits gets its answer."""
        services = self.play.services
        for referral in services.cases.get(self.worker, self.case_id).referrals:
            if referral.is_reply_owed and referral.replied_at is None:
                services.letters.reply(self.worker, ReplyDraft(referral.id, referral.version))

    def look_again(self, now: datetime) -> None:
        """Marks of a concluded file are looked at a last time; a child's is reported before it is closed (R-8)."""
        safety, stock = self.play.services.safety, self.play.stock
        for flag in safety.state(self.worker, self.case_id).flags:
            version = flag.version
            if flag.is_clock and flag.reported_at is None:
                safety.report_child(self.worker, flag.id, version, str(stock.number(100, 999)), now)
                version += 1
            safety.close_flag(self.worker, flag.id, version, stock.pick(stock.quick["flag_closings"]))

    def _ask(self, party: PartyRow) -> None:
        safety, person_id = self.play.services.safety, party.person_id
        self._consent(person_id, "counselling", "phone_contact")
        category = self.dispute.draft.primary_category
        is_first = party.id == self.sides[0].id
        yes: tuple[str, ...] = ()
        if is_first and category in _GRAVE_CATEGORIES:
            yes = _GRAVE[: self.play.stock.number(1, 4)]
        elif is_first and self.play.stock.chance(0.07):
            yes = _MILD[: self.play.stock.number(1, 3)]
        elif category == "suicide_ideation" and is_first:
            yes = ("thoughts_of_death",)
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

    def _hold(self, booked: AppointmentRow, mark: AttendanceMark) -> None:
        record = ""
        if mark is not AttendanceMark.NO_SHOW:
            first, second = self.dispute.first_name, self.dispute.second_name
            record = self.play.stock.record(booked.type, first, second or first)
        marks = tuple(AttendanceDraft(party_id, mark) for party_id in booked.party_ids)
        draft = SessionDraft(
            self.case_id,
            booked.type,
            booked.day,
            booked.start,
            booked.start + booked.minutes - self.play.stock.number(0, 10),
            marks,
            appointment_id=booked.id,
            room_id=booked.room_id,
            second_room_id=booked.second_room_id,
            case_record=record,
        )
        self.play.services.sessions.record(self.worker, draft)

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
