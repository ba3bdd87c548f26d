"""One person alone: consent read aloud and printed, the talk, the last questions (R-22, P-1, P-12)."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.play import papers
from ui.play.keyboard import StoryError
from ui.play.story import Story, script
from ui.safety.party_line import PartyLine

_MOST_QUESTIONS = 80
YES, NO = "1", "2"


def talk(story: Story, person_id: UUID, who: str) -> None:
    """From the page of the file and back to it: consent, its paper, a clear screen, both last questions with yes."""
    consent(story, person_id, who)
    screen(story, who)
    last_questions(story, who)
    story.stage.picture(f"case-after-talk-{who}")


def consent(story: Story, person_id: UUID, who: str) -> None:
    stage, keyboard = story.stage, story.stage.keyboard
    keyboard.push(_step_of(story, person_id))
    page = stage.on("ConsentPage")
    keyboard.settle(page.reading.tick.hasFocus)
    stage.picture(f"consent-{who}")
    keyboard.key(Qt.Key.Key_Space, text=" ")
    for kind in tuple(page.decisions.values()):
        keyboard.go_to(page.decisions.field(kind).edit)
        keyboard.write(YES)
    stage.picture(f"consent-{who}-answered")
    keyboard.save()
    keyboard.settle(lambda: not page.decisions.decisions())
    keyboard.settle()
    keyboard.push(stage.button(page.tr("Print the sheet")))
    words = script()["consent"]
    papers.issue(story, f"consent-{who}", {"witness_1": words["witness_1"], "witness_2": words["witness_2"]})
    stage.back_to("ConsentPage")
    keyboard.save()


def screen(story: Story, who: str) -> None:
    stage, keyboard = story.stage, story.stage.keyboard
    page = stage.on("ScreenPage")
    keyboard.settle(lambda: any(tick.hasFocus() for tick in page.room.ticks.values()))
    for tick in page.room.ticks.values():
        keyboard.go_to(tick)
        keyboard.key(Qt.Key.Key_Space, text=" ")
    stage.picture(f"screen-{who}-room")
    keyboard.save()
    keyboard.settle(page.question.isVisible)
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
