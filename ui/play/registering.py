"""A referral with both sides, registered from the keyboard; then the page of the new file."""

from pathlib import Path

from PySide6.QtCore import Qt

from ui.play.story import Story, script


def play(story: Story, _folder: Path) -> None:
    """From «new intake» to the page of the file; the facts of the file are kept in the story."""
    stage, keyboard = story.stage, story.stage.keyboard
    keyboard.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = stage.on("IntakePage")
    keyboard.settle(lambda: page.focusWidget() is not None)
    stage.picture("intake-empty")
    keyboard.beyond = 0
    _referral(story)
    _wife(story)
    _husband(story)
    keyboard.settle()
    story.facts["keys_beyond"] = keyboard.beyond
    stage.picture("intake-filled")
    _address(story, page)
    stage.picture("intake-more")
    keyboard.save()
    stage.on("CasePage")
    _remember(story)
    stage.picture("case-new")


def _referral(story: Story) -> None:
    keyboard, words = story.stage.keyboard, script()["intake"]
    keyboard.choose(words["source"])
    for key in ("branch", "letter_no", "letter_on", "judicial_case_no", "order", "due"):
        keyboard.value(words[key])
    keyboard.enter(3)  # the hour of the deadline, both ordered, a reply is owed
    keyboard.choose(words["category"])
    keyboard.value(words["subject"])
    keyboard.enter(2)  # criminal aspect, responsible


def _wife(story: Story) -> None:
    keyboard, words = story.stage.keyboard, script()["wife"]
    for key in ("given_name", "family_name", "father_name"):
        keyboard.value(words[key])
    keyboard.enter()  # her role stands there already
    for key in ("national_code", "birth", "phone"):
        keyboard.value(words[key])
    keyboard.enter()  # identity paper


def _husband(story: Story) -> None:
    keyboard, words = story.stage.keyboard, script()["husband"]
    for key in ("given_name", "family_name", "father_name"):
        keyboard.value(words[key])
    keyboard.enter()
    for key in ("national_code", "birth", "phone"):
        keyboard.value(words[key])


def _address(story: Story, page: object) -> None:
    """Where she lives now is nobody's business but hers (P-8)."""
    keyboard, words = story.stage.keyboard, script()["wife"]
    block = page.parties.blocks()[0]  # type: ignore[attr-defined]
    keyboard.go_to(block.grid.field("given_name").edit)
    keyboard.key(Qt.Key.Key_F9)
    keyboard.go_to(block.more.field("address").edit)
    keyboard.value(words["address"])
    keyboard.go_to(block.more.field("is_confidential").edit)
    keyboard.key(Qt.Key.Key_Space, text=" ")
    keyboard.settle()


def _remember(story: Story) -> None:
    page = story.stage.page
    story.stage.keyboard.settle(lambda: page.shown is not None)
    case_id = page.shown.detail.id
    detail = story.services.cases.get(story.actor, case_id)
    story.case_id, story.case_no = case_id, detail.row.case_no
    first, second = detail.parties
    story.wife, story.husband = first.person_id, second.person_id
    story.facts["parties"] = (first.id, second.id)
