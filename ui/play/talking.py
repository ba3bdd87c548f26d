"""One person alone: consent read aloud and printed, the talk, the last questions (R-22, P-1, P-12)."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.play import papers
from ui.play.keyboard import StoryError
from ui.play.story import Story, script
from ui.safety.consent_page import ConsentPage
from ui.safety.party_line import PartyLine
from ui.safety.screen_page import ScreenPage

_MOST_QUESTIONS = 80
YES, NO = "1", "2"


def talk(story: Story, person_id: UUID, who: str) -> None:
    """From the page of the file and back to it: consent, its paper, a clear screen, both last questions with yes."""
    consent(story, person_id, who)
    screen(story, who)
    last_questions(story, who)
    story.stage.picture(f"case-after-talk-{who}")


def consent(story: Story, person_id: UUID, who: str) -> None:
    """The sheet, its paper, and on to the talk."""
    stage, keyboard = story.stage, story.stage.keyboard
    page = agree(story, person_id, who)
    keyboard.push(stage.button(page.tr("Print the sheet")))
    words = script()["consent"]
    papers.issue(story, f"consent-{who}", {"witness_1": words["witness_1"], "witness_2": words["witness_2"]})
    stage.back_to("ConsentPage")


def agree(story: Story, person_id: UUID, who: str = "") -> ConsentPage:
    """The sheet is read aloud, and everything that it asks is answered with yes."""
    stage, keyboard = story.stage, story.stage.keyboard
    keyboard.push(_step_of(story, person_id))
    page: ConsentPage = stage.on("ConsentPage")
    keyboard.settle(page.reading.tick.hasFocus)
    if who:
        stage.picture(f"consent-{who}")
    keyboard.key(Qt.Key.Key_Space, text=" ")
    for kind in tuple(page.decisions.values()):
        keyboard.go_to(page.decisions.field(kind).edit)
        keyboard.write(YES)
    if who:
        stage.picture(f"consent-{who}-answered")
    keyboard.save()
    keyboard.settle(lambda: not page.decisions.decisions())
    keyboard.settle()
    return page


def begin_screen(story: Story, who: str = "") -> ScreenPage:
    """From the stored consent to the first question: she is alone, and was told what is asked and why."""
    stage, keyboard = story.stage, story.stage.keyboard
    keyboard.save()
    page: ScreenPage = stage.on("ScreenPage")
    keyboard.settle(lambda: any(tick.hasFocus() for tick in page.room.ticks.values()))
    for tick in page.room.ticks.values():
        keyboard.go_to(tick)
        keyboard.key(Qt.Key.Key_Space, text=" ")
    if who:
        stage.picture(f"screen-{who}-room")
    keyboard.save()
    keyboard.settle(page.question.isVisible)
    return page


def screen(story: Story, who: str) -> None:
    """Every question is answered with no."""
    stage, keyboard = story.stage, story.stage.keyboard
    page = begin_screen(story, who)
    stage.picture(f"screen-{who}-question")
    for _ in range(_MOST_QUESTIONS):
        if page.closing.isVisible():
            break
        keyboard.write(NO)
        keyboard.settle()
    else:
        raise StoryError("the questions have no end")
    stage.picture(f"screen-{who}-closing")
    keyboard.save()


def last_questions(story: Story, who: str) -> None:
    stage, keyboard = story.stage, story.stage.keyboard
    page = stage.on("LastQuestionsPage")
    keyboard.settle(lambda: page.joint.hasFocus() or page.invitation.hasFocus())
    for answer in (page.joint, page.invitation):
        if answer.isVisible():
            keyboard.go_to(answer)
            keyboard.write(YES)
    stage.picture(f"last-questions-{who}")
    keyboard.save()
    stage.on("CasePage")


def _step_of(story: Story, person_id: UUID) -> QPushButton:
    lines: list[PartyLine] = story.stage.page.findChildren(PartyLine)
    for line in lines:
        if line.party.person_id == person_id and line.buttons():
            return line.buttons()[0]
    raise StoryError("the page of the file offers no step")
