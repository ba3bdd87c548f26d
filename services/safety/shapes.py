"""What goes into and comes out of the safety services."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from models.enums import Answer, ConsentDecision, FlagLevel, JointPolicy, ScreenResult, ScreenState


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """One decision. `decided_at` None means now; a handwritten sheet may bring an earlier hour (P-24).

    For a minor `guardian_name` decides, who stands to the child as `guardian_kind` says (a code) and has the custody
    or not, or a `judge_order` (its number and day), or the `head_reason`, which the head alone writes (P-14).
    `body` is to whom information may be given, for that kind alone.
    """

    case_id: UUID
    person_id: UUID
    kind: str
    decision: ConsentDecision
    decided_at: datetime | None = None
    guardian_name: str = ""
    was_read_aloud: bool = False
    witnesses: tuple[str, ...] = ()
    interpreter_name: str = ""
    interpreter_language: str = ""
    interpreter_pledged: bool = False
    body: str = ""
    guardian_kind: str = ""
    has_custody: bool | None = None
    judge_order: str = ""
    head_reason: str = ""


@dataclass(frozen=True, slots=True)
class GuardianRow:
    """What somebody who answers for a child said last; `decision` None: not asked yet. `kind` is a label.

    `basis`: the judge's order or the head's written reason on which it rests, "" for a guardian's own word.
    """

    name: str
    kind: str
    has_custody: bool | None
    decision: ConsentDecision | None
    decided_at: datetime | None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """The decision that holds now for one person and kind."""

    id: UUID
    person_id: UUID
    kind: str
    label: str
    decision: ConsentDecision
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class ConsentKind:
    """Something that a person may be asked to agree to now; `opens` as in the code list."""

    code: str
    label: str
    opens: str


@dataclass(frozen=True, slots=True)
class ConsentSheet:
    """What the consent page of one person starts from.

    `points` are the sentences that are read aloud. `kinds` holds a joint session only once the person's own screen
    is there and nothing stands against it: before that it is not asked (R-7). `earlier` is the sheet before, if any.
    Of a child, `guardians` are those who answered and those of the file who were not asked yet; `needs_order`: their
    word alone does not carry a session (P-14).
    """

    case_id: UUID
    case_no: str
    person_id: UUID
    name: str
    is_minor: bool
    can_read: bool | None
    needs_interpreter: bool | None
    language: str
    sex: str
    needs_screen: bool
    is_screened: bool
    is_health_open: bool
    points: tuple[str, ...]
    kinds: tuple[ConsentKind, ...]
    rows: tuple[ConsentRow, ...]
    earlier: ConsentDraft | None
    guardians: tuple[GuardianRow, ...] = ()
    needs_order: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    code: str
    text: str
    hint: str
    after: str
    is_delicate: bool


@dataclass(frozen=True, slots=True)
class Section:
    code: str
    title: str
    hint: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class RoomCheck:
    """Something that must be true in the room before the first question (P-12)."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ScreenForm:
    """The questions to ask one person. A short form opens the full one on any yes or refusal (P-20).

    `consent_holds`: without it an emergency reason is needed before anything is stored (R-22).
    """

    case_id: UUID
    case_no: str
    person_id: UUID
    name: str
    consent_holds: bool
    interpreter_name: str
    version: int
    is_full: bool
    intro: str
    limits: str
    closing: str
    checks: tuple[RoomCheck, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    question: str
    answer: Answer
    note: str = ""


@dataclass(frozen=True, slots=True)
class ScreenDraft:
    """A screen as asked. `not_done_reason` stores it as not done: never a row of "no" (P-12).

    `raised_result` is the worker's own judgement; it may raise the weighed result and never lower it.
    `accepted_flags` are the proposed flags that the worker accepted. `has_children` False leaves out the questions
    about children, where none live with the person and the file names none.
    """

    case_id: UUID
    person_id: UUID
    is_full: bool
    was_alone: bool
    has_children: bool = True
    answers: tuple[AnswerDraft, ...] = ()
    others_present: str = ""
    interpreter_name: str = ""
    screened_at: datetime | None = None
    known_at: datetime | None = None
    raised_result: ScreenResult | None = None
    result_reason: str = ""
    accepted_flags: tuple[str, ...] = ()
    emergency_reason: str = ""
    not_done_reason: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the answers mean: the least result, what it does to joint sessions, and the flags (§5.6).

    Of each group in `must_choose` one flag has to be accepted: the answer says that somebody is in danger now, and
    the worker alone knows who.
    """

    result: ScreenResult
    policy: JointPolicy
    raises: tuple[str, ...] = ()
    raises_other: tuple[str, ...] = ()
    proposes: tuple[str, ...] = ()
    must_choose: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ScreenRow:
    id: UUID
    person_id: UUID
    state: ScreenState
    result: ScreenResult | None
    result_label: str
    screened_at: datetime
    by_name: str


@dataclass(frozen=True, slots=True)
class ScreenOutcome:
    """What recording a screen did; `is_imminent` opens the page of P-11 at once.

    `asks_joint` and `asks_invitation`: what this person is to be asked next, alone.
    """

    screen: ScreenRow
    policy: JointPolicy
    flags: tuple[str, ...]
    is_imminent: bool
    asks_joint: bool = False
    asks_invitation: bool = False
    party_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A neutral mark: a letter for every eye, words for a held key (P-3). `clock_ends_at`: R-8's hour."""

    letter: str
    words: str
    is_urgent: bool = False
    clock_ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FlagDraft:
    case_id: UUID
    person_id: UUID
    kind: str
    level: FlagLevel
    known_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FlagRow:
    """An open flag. `known_at` is the hour of knowledge, `raised_at` the hour of typing (P-10)."""

    id: UUID
    version: int
    case_id: UUID
    person_id: UUID
    person_name: str
    kind: str
    mark: Mark
    level: FlagLevel
    level_label: str
    known_at: datetime
    raised_at: datetime
    raised_by: str
    review_on: date | None
    is_clock: bool
    reported_at: datetime | None
    reported_no: str
    note: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One reason why the gate is shut: whose, and the key of its words (second, deliberate key: P-4)."""

    person_id: UUID | None
    code: str


@dataclass(frozen=True, slots=True)
class GateState:
    """R-7 for one case. An override can't open it while `is_overridable` is False (P-11)."""

    is_open: bool
    is_overridable: bool
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class PartySafety:
    """Where one adult, or one child, stands. A child is not screened: `is_child`, and only the consent counts.

    `consent` is "given", "refused", "withdrawn" or "" (not asked). `next_step` is "danger", "consent", "screen",
    "joint_consent", "invite_answer" or "" (nothing). `asks_joint`: a joint session may be asked for now.
    """

    party_id: UUID
    person_id: UUID
    name: str
    role_label: str
    is_child: bool
    needs_full_form: bool
    consent: str
    consents: tuple[ConsentRow, ...]
    screen: ScreenRow | None
    is_screen_current: bool
    flags: tuple[FlagRow, ...]
    invite_answer: str
    is_inviting: bool
    asks_joint: bool
    has_open_danger: bool
    next_step: str


@dataclass(frozen=True, slots=True)
class SafetyState:
    """Everything of a case that its safety pages show; `flags` are the open flags of every person in it."""

    case_id: UUID
    case_no: str
    policy: JointPolicy
    policy_label: str
    policy_reason: str
    gate: GateState
    parties: tuple[PartySafety, ...]
    flags: tuple[FlagRow, ...]


@dataclass(frozen=True, slots=True)
class DangerStep:
    """One step of the page of imminent danger, as shipped (P-11)."""

    code: str
    title: str
    text: str
    kind: str
    records: tuple[str, ...]
    is_required: bool
    number: str
    may_be_declined: bool
    document: str = ""


@dataclass(frozen=True, slots=True)
class StepDraft:
    """What was done about a step, or in `reason` why not. `hour` is wall-clock text as checked by the screen."""

    code: str
    is_done: bool
    name: str = ""
    hour: str = ""
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DangerDraft:
    """The page as it stands; steps that it does not name stay as they are. `id` names a page that exists."""

    case_id: UUID
    person_id: UUID
    known_at: datetime
    no_consent_reason: str
    steps: tuple[StepDraft, ...]
    is_complete: bool = False
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class DangerDetail:
    """The page of one danger; `earlier` are the ids of this person's completed pages, latest first.

    `clock_ends_at` is the end of a child's 12 hours that run for this person's flags (R-8), None otherwise.
    """

    id: UUID | None
    case_id: UUID
    case_no: str
    person_id: UUID
    name: str
    known_at: datetime | None
    recorded_at: datetime | None
    consent_holds: bool
    no_consent_reason: str
    steps: tuple[DangerStep, ...]
    done: tuple[StepDraft, ...]
    is_complete: bool
    clock_ends_at: datetime | None = None
    earlier: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenDanger:
    """A danger page that is not completed: it stays at the top of the home page until it is (P-11)."""

    id: UUID
    case_id: UUID
    case_no: str
    person_id: UUID
    known_at: datetime


@dataclass(frozen=True, slots=True)
class PlanPrompt:
    """`is_secret`: on no paper, not even the card (P-2)."""

    code: str
    phase: str
    text: str
    hint: str
    kind: str
    items: tuple[str, ...]
    is_required: bool
    is_secret: bool


@dataclass(frozen=True, slots=True)
class PlanPhase:
    code: str
    title: str
    hint: str
    prompts: tuple[PlanPrompt, ...]


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """The plan in the client's words: prompt code → text. A palm-size card may follow, a code word never.

    `version` is the one that was read, 0 for a plan that was not there.
    """

    case_id: UUID
    person_id: UUID
    made_with_client: bool
    content: tuple[tuple[str, str], ...]
    version: int = 0


@dataclass(frozen=True, slots=True)
class PlanDetail:
    phases: tuple[PlanPhase, ...]
    made_on: date | None
    made_with_client: bool
    content: tuple[tuple[str, str], ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class HealthDraft:
    """Health fields of a person in a case; closed until the person's consent is recorded (R-22)."""

    case_id: UUID
    person_id: UUID
    disability: str = ""
    chronic_illness: str = ""
    medication: str = ""
    addiction: str = ""
    is_pregnant: bool | None = None
    emergency_reason: str = ""
