"""A case with its people, and short words for what the tests do to it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from models.case import CaseFile, CaseParty, ReferralIn
from models.enums import JointPolicy, Side
from models.safety import DangerResponse, RiskFlag, SafetyScreen
from services.actor import Actor
from services.cases import CaseDraft, PartyDraft
from services.cases.registering import register_case
from services.people import PersonDraft
from services.safety import (
    Answer,
    AnswerDraft,
    ConsentDecision,
    ConsentDraft,
    FlagDraft,
    FlagLevel,
    GateState,
    InviteAnswer,
    Safety,
    ScreenDraft,
    ScreenOutcome,
)
from services.safety.gate import gate
from tests.factories import Precinct


@dataclass
class Matter:
    """`persons` and `parties` in the order of the file."""

    unit: Precinct
    safety: Safety
    case_id: UUID
    persons: tuple[UUID, ...]
    parties: tuple[UUID, ...]

    @property
    def worker(self) -> Actor:
        return self.unit.counsellor

    def later(self, **step: float) -> None:
        self.unit.clock.advance(timedelta(**step))

    def consent(
        self,
        who: int,
        kind: str = "counselling",
        decision: ConsentDecision = ConsentDecision.GIVEN,
        **values: Any,
    ) -> None:
        self.later(seconds=1)
        given = {"was_read_aloud": True} | values
        draft = ConsentDraft(self.case_id, self.persons[who], kind, decision, **given)
        self.safety.record_consents(self.worker, (draft,))

    def asked(self, who: int, **values: Any) -> tuple[str, ...]:
        form = self.safety.form(self.worker, self.case_id, self.persons[who], **values)
        return tuple(question.code for section in form.sections for question in section.questions)

    def draft(self, who: int, yes: tuple[str, ...] = (), refused: tuple[str, ...] = (), **values: Any) -> ScreenDraft:
        """The full form; every question that is neither in `yes` nor in `refused` is answered "no"."""
        answers = tuple(
            AnswerDraft(code, Answer.YES if code in yes else Answer.REFUSED if code in refused else Answer.NO)
            for code in self.asked(who, is_full=True)
        )
        given = {"is_full": True, "was_alone": True, "answers": answers} | values
        return ScreenDraft(self.case_id, self.persons[who], **given)

    def screen(self, who: int, yes: tuple[str, ...] = (), **values: Any) -> ScreenOutcome:
        self.later(seconds=1)
        return self.safety.record_screen(self.worker, self.draft(who, yes, **values)).value

    def clear(self, who: int) -> None:
        """Consent, a clear screen, and consent to a joint session."""
        self.consent(who)
        self.screen(who)
        self.consent(who, "joint_session")

    def gate(self) -> GateState:
        with self.unit.uow.read(self.worker) as tx:
            case = tx.session.get(CaseFile, self.case_id)
            assert case is not None
            return gate(tx, self.unit.codes, case)

    def conditions(self) -> set[str]:
        return {condition.code for condition in self.gate().conditions}

    def may_invite(self, who: int) -> bool:
        return self.safety.may_invite(self.worker, self.case_id, self.parties[who])

    def answer(self, who: int, answer: InviteAnswer) -> None:
        self.later(seconds=1)
        self.safety.answer_invitation(self.worker, self.case_id, self.parties[who], answer)

    def flag(self, who: int, kind: str, level: FlagLevel = FlagLevel.HIGH, **values: Any) -> UUID:
        draft = FlagDraft(self.case_id, self.persons[who], kind, level, **values)
        return self.safety.raise_flag(self.worker, draft).value

    def flags(self) -> list[tuple[UUID, str]]:
        return [(flag.person_id, flag.kind) for flag in self.rows(RiskFlag)]

    def policy(self) -> JointPolicy:
        return self.rows(CaseFile)[0].joint_policy

    def rows(self, kind: type[Any]) -> list[Any]:
        with self.unit.uow.read(self.unit.head) as tx:
            column = kind.id if kind is CaseFile else kind.case_id
            return list(tx.session.scalars(select(kind).where(column == self.case_id).order_by(kind.id)))

    def screens(self) -> list[SafetyScreen]:
        return self.rows(SafetyScreen)

    def dangers(self) -> list[DangerResponse]:
        return self.rows(DangerResponse)

    def change(self, kind: type[Any], row_id: UUID | None = None, **values: Any) -> None:
        """Set columns of a row directly: what another room of the program would have done."""
        with self.unit.uow.write(self.unit.head) as tx:
            query = select(kind).where((kind.id if kind is CaseFile else kind.case_id) == self.case_id)
            for row in tx.session.scalars(query if row_id is None else query.where(kind.id == row_id)):
                for key, value in values.items():
                    setattr(row, key, value)
            tx.record("case.edit", "case", self.case_id)

    def order_both(self) -> None:
        """An authority ordered both sides to come."""
        with self.unit.uow.write(self.unit.head) as tx:
            tx.add(ReferralIn(case_id=self.case_id, source="court", ordered_both=True, received_at=tx.now))
            tx.record("referral.record", "referral")


def make(unit: Precinct, category: str, *parties: PartyDraft) -> Matter:
    draft = CaseDraft(category, parties, responsible_id=unit.counsellor.staff_id)
    with unit.uow.write(unit.counsellor) as tx:
        case = register_case(tx, unit.codes, draft)
        tx.record("case.register", "case", case.id)
        case_id = case.id
    with unit.uow.read(unit.head) as tx:
        query = select(CaseParty).where(CaseParty.case_id == case_id).order_by(CaseParty.position)
        rows = list(tx.session.scalars(query))
    persons, ids = tuple(row.person_id for row in rows), tuple(row.id for row in rows)
    return Matter(unit, Safety(unit.uow, unit.codes), case_id, persons, ids)


def person(given: str, sex: str = "unknown", **values: Any) -> PersonDraft:
    return PersonDraft(given_name=given, family_name="آزمونی", sex=sex, **values)


def couple_matter(unit: Precinct, *, wife: PersonDraft | None = None, inviting: str = "a") -> Matter:
    return make(
        unit,
        "marital_conflict",
        PartyDraft(wife or person("رها", "female"), "wife", Side.A, "spouse", is_inviting="a" in inviting),
        PartyDraft(person("سام", "male"), "husband", Side.B, "spouse", is_inviting="b" in inviting),
    )


def neighbours(unit: Precinct) -> Matter:
    return make(
        unit,
        "neighbour_dispute",
        PartyDraft(person("رها"), "complainant", Side.A, "neighbour", is_inviting=True),
        PartyDraft(person("سام"), "neighbour", Side.B),
    )


def family_matter(unit: Precinct, father_side: Side = Side.B) -> Matter:
    """Mother, father and their child of nine; the parents stand against each other unless said otherwise."""
    return make(
        unit,
        "parent_child",
        PartyDraft(person("رها", "female"), "mother", Side.A, is_inviting=True),
        PartyDraft(person("سام", "male"), "father", father_side),
        PartyDraft(person("نی‌نا", "female", birth_on=date(2017, 5, 5)), "child", Side.NONE),
    )
