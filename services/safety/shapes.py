"""What goes into and comes out of the safety services."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from models.enums import Answer, ConsentDecision, FlagLevel, JointPolicy, ScreenResult, ScreenState


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """One decision. `decided_at` None means now; a handwritten sheet may bring an earlier hour (P-24)."""

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
    """The questions to ask one person. A short form opens the full one on any yes or refusal (P-20)."""

    case_id: UUID
    person_id: UUID
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
    `accepted_flags` are the proposed flags that the worker accepted.
    """

    case_id: UUID
    person_id: UUID
    is_full: bool
    was_alone: bool
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
    """What the answers mean: the least result, what it does to joint sessions, and the flags (§5.6)."""

    result: ScreenResult
    policy: JointPolicy
    raises: tuple[str, ...] = ()
    raises_other: tuple[str, ...] = ()
    proposes: tuple[str, ...] = ()


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
    """What recording a screen did; `is_imminent` opens the page of P-11 at once."""

    screen: ScreenRow
    policy: JointPolicy
    flags: tuple[str, ...]
    is_imminent: bool


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
    id: UUID
    version: int
    case_id: UUID
    person_id: UUID
    kind: str
    mark: Mark
    level: FlagLevel
    known_at: datetime
    raised_at: datetime
    review_on: date | None
    reported_at: datetime | None
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
    """Where one adult stands."""

    party_id: UUID
    person_id: UUID
    name: str
    needs_full_form: bool
    consents: tuple[ConsentRow, ...]
    screen: ScreenRow | None
    is_screen_current: bool
    flags: tuple[FlagRow, ...]
    invite_answer: str
    is_inviting: bool
    next_step: str


@dataclass(frozen=True, slots=True)
class SafetyState:
    case_id: UUID
    policy: JointPolicy
    policy_label: str
    gate: GateState
    parties: tuple[PartySafety, ...]


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
    case_id: UUID
    person_id: UUID
    known_at: datetime
    no_consent_reason: str
    steps: tuple[StepDraft, ...]
    is_complete: bool = False
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class DangerDetail:
    id: UUID | None
    known_at: datetime | None
    no_consent_reason: str
    steps: tuple[DangerStep, ...]
    done: tuple[StepDraft, ...]
    is_complete: bool


@dataclass(frozen=True, slots=True)
class PlanPrompt:
    code: str
    phase: str
    text: str
    kind: str
    items: tuple[str, ...]
    is_required: bool


@dataclass(frozen=True, slots=True)
class PlanPhase:
    code: str
    title: str
    hint: str
    prompts: tuple[PlanPrompt, ...]


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """The plan in the client's words: prompt code → text. A palm-size card may follow, a code word never."""

    case_id: UUID
    person_id: UUID
    made_with_client: bool
    content: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlanDetail:
    phases: tuple[PlanPhase, ...]
    made_on: date | None
    made_with_client: bool
    content: tuple[tuple[str, str], ...] = field(default=())


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
