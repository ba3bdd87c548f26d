"""Cases for tests of the safety pages, and every page of them as it looks in use."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QThread
from PySide6.QtWidgets import QWidget

from services.actor import Actor
from services.cases import CaseDraft, PartyDraft, Side
from services.cases.registering import register_case
from services.people import PersonDraft
from services.safety import (
    Answer,
    AnswerDraft,
    ConsentDecision,
    ConsentDraft,
    FlagDraft,
    FlagLevel,
    ScreenDraft,
)
from tests.ui.desk import Desk
from ui.safety.argument import SafetyArgument

GIVEN = ConsentDecision.GIVEN


class Scene:
    """A couple with a child in one file at the counsellor's desk: wife 0, husband 1, child 2."""

    def __init__(self, desk: Desk, parties: tuple[PartyDraft, ...] = (), **wife: Any) -> None:
        self.desk = desk
        self.context = desk.context_of("counsellor")
        self.safety = desk.services.safety
        made = PersonDraft(given_name="نرگس", family_name="آزمونی", sex="female", **wife)
        parties = parties or (
            PartyDraft(made, "wife", Side.A, "spouse", is_inviting=True),
            PartyDraft(
                PersonDraft(given_name="فرهاد", family_name="نمونه‌پور", sex="male"), "husband", Side.B, "spouse"
            ),
            PartyDraft(
                PersonDraft(given_name="باران", family_name="نمونه‌پور", sex="female", birth_on=date(2017, 4, 4)),
                "child",
                Side.NONE,
            ),
        )
        draft = CaseDraft("marital_conflict", parties, responsible_id=self.actor.staff_id)
        with desk.services.uow.write(self.actor) as tx:
            self.case_id = register_case(tx, desk.services.codes, draft).id
            tx.record("case.register", "case", self.case_id)
        detail = desk.services.cases.get(self.actor, self.case_id)
        self.persons: tuple[UUID, ...] = tuple(party.person_id for party in detail.parties)
        self.parties: tuple[UUID, ...] = tuple(party.id for party in detail.parties)

    @property
    def actor(self) -> Actor:
        return self.context.actor

    def about(self, who: int = 0) -> SafetyArgument:
        return SafetyArgument(self.case_id, self.persons[who])

    def later(self, **step: float) -> None:
        self.desk.clock.advance(timedelta(**step))

    def consent(
        self, who: int = 0, kind: str = "counselling", decision: ConsentDecision = GIVEN, **more: Any
    ) -> None:
        self.later(seconds=1)
        draft = ConsentDraft(self.case_id, self.persons[who], kind, decision, was_read_aloud=True, **more)
        self.safety.record_consents(self.actor, (draft,))

    def screen(self, who: int = 0, yes: tuple[str, ...] = (), **more: Any) -> None:
        self.later(seconds=1)
        form = self.safety.form(self.actor, self.case_id, self.persons[who])
        asked = [question.code for section in form.sections for question in section.questions]
        answers = tuple(AnswerDraft(code, Answer.YES if code in yes else Answer.NO) for code in asked)
        draft = ScreenDraft(self.case_id, self.persons[who], is_full=True, was_alone=True, answers=answers, **more)
        self.safety.record_screen(self.actor, draft)

    def flag(self, who: int, kind: str, level: FlagLevel = FlagLevel.HIGH, hours_ago: float = 0) -> None:
        known_at = self.desk.clock.now() - timedelta(hours=hours_ago)
        self.safety.raise_flag(self.actor, FlagDraft(self.case_id, self.persons[who], kind, level, known_at))


def neighbours(desk: Desk) -> Scene:
    """Two neighbours, who get the six questions."""
    one, other = (
        PersonDraft(given_name="نرگس", family_name="آزمونی"),
        PersonDraft(given_name="فرهاد", family_name="نمونه‌پور"),
    )
    parties = (
        PartyDraft(one, "complainant", Side.A, "neighbour", is_inviting=True),
        PartyDraft(other, "neighbour", Side.B),
    )
    return Scene(desk, parties)


def strip(scene: Scene) -> QWidget:
    from ui.safety.strip import SafetyStrip

    scene.consent()
    scene.screen()
    scene.flag(0, "weapon")
    scene.flag(2, "child_at_risk", hours_ago=3)
    return SafetyStrip(scene.context, scene.case_id)


def consent(scene: Scene) -> QWidget:
    from ui.safety.consent_page import ConsentPage

    page = ConsentPage(scene.context, scene.about())
    page.activate()
    return page


def room(scene: Scene) -> QWidget:
    from ui.safety.screen_page import ScreenPage

    scene.consent()
    page = ScreenPage(scene.context, scene.about())
    page.activate()
    return page


def question(scene: Scene) -> QWidget:
    from ui.safety.screen_page import ScreenPage

    scene.consent()
    page = ScreenPage(scene.context, scene.about())
    page.activate()
    _settle(scene)
    for tick in page.room.ticks.values():
        tick.setChecked(True)
    page.main_action()
    for answer in ("no", "no"):
        page.question.button(answer).click()
    return page


def imminent(scene: Scene) -> QWidget:
    page = question(scene)
    page.question.button("yes").click()  # type: ignore[attr-defined]
    return page


def closing(scene: Scene) -> QWidget:
    page = question(scene)
    for _ in range(60):
        if page._stage.currentIndex() == 2:  # type: ignore[attr-defined]
            break
        code = page._asked()[page.answers.at][1].code  # type: ignore[attr-defined]
        page.question.button("yes" if code in ("hit_or_pushed", "child_saw") else "no").click()  # type: ignore[attr-defined]
    _settle(scene)
    page.result.reveal.button().click()  # type: ignore[attr-defined]
    return page


def last_questions(scene: Scene) -> QWidget:
    from ui.safety.last_questions_page import LastQuestionsPage

    scene.consent()
    scene.screen()
    page = LastQuestionsPage(scene.context, scene.about())
    page.activate()
    return page


def danger(scene: Scene) -> QWidget:
    from ui.safety.danger_page import DangerPage

    scene.consent()
    scene.flag(0, "child_at_risk", hours_ago=2.5)
    scene.screen(yes=("danger_now",))
    page = DangerPage(scene.context, scene.about())
    page.activate()
    _settle(scene)
    page.steps["stay"].answer.set_value("done")
    page.steps["stay"].form.field("name").set_value("مریم آزمونی")
    page.steps["separate"].answer.set_value("not")
    return page


def plan(scene: Scene) -> QWidget:
    from ui.safety.plan_page import PlanPage

    page = PlanPage(scene.context, scene.about())
    page.activate()
    return page


def safety(scene: Scene) -> QWidget:
    from ui.safety.safety_page import SafetyPage

    scene.consent()
    scene.screen(yes=("weapon_used",))
    scene.flag(2, "child_at_risk", hours_ago=3)
    page = SafetyPage(scene.context, scene.case_id)
    page.activate()
    return page


def health(scene: Scene) -> QWidget:
    from ui.safety.consent_page import ConsentPage

    scene.consent(interpreter_name="مینا آزمونی", interpreter_language="kurdish", interpreter_pledged=True)
    page = ConsentPage(scene.context, scene.about())
    page.activate()
    _settle(scene)
    page.health.open()
    return page


def guardian(scene: Scene) -> QWidget:
    from ui.safety.consent_page import ConsentPage

    page = ConsentPage(scene.context, scene.about(2))
    page.activate()
    return page


def emergency(scene: Scene) -> QWidget:
    from ui.safety.screen_page import ScreenPage

    page = ScreenPage(scene.context, scene.about())
    page.activate()
    return page


def raise_sheet(scene: Scene) -> QWidget:
    page = safety(scene)
    _settle(scene)
    page.resize(1170, 711)
    page.show()
    page.flags.open_raise()  # type: ignore[attr-defined]
    return page


def not_done(scene: Scene) -> QWidget:
    page = question(scene)
    page.resize(1170, 711)
    page.show()
    page._not_done.click()  # type: ignore[attr-defined]
    return page


def _settle(scene: Scene) -> None:
    """Let every lane finish and its answer come home."""
    for _ in range(300):
        QCoreApplication.processEvents()
        if scene.desk.lanes.idle():
            break
        QThread.msleep(5)
    for _ in range(5):
        QCoreApplication.processEvents()


SCENES: dict[str, Callable[[Scene], QWidget]] = {
    "strip": strip,
    "consent": consent,
    "health": health,
    "guardian": guardian,
    "room": room,
    "emergency": emergency,
    "question": question,
    "imminent": imminent,
    "not_done": not_done,
    "closing": closing,
    "last_questions": last_questions,
    "danger": danger,
    "plan": plan,
    "safety": safety,
    "raise_sheet": raise_sheet,
}
