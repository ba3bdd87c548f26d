"""A second file: the first question is answered with yes, and one page opens that says what is to be done (P-11)."""

from pathlib import Path

from PySide6.QtCore import Qt

from ui.play import talking
from ui.play.keyboard import CONTROL
from ui.play.story import Story, script


def play(story: Story, _folder: Path) -> None:
    stage, keyboard = story.stage, story.stage.keyboard
    _register(story)
    page = stage.on("CasePage")
    keyboard.settle(lambda: page.shown is not None)
    story.facts["danger_case"] = page.shown.detail.id
    person_id = page.shown.detail.parties[0].person_id
    talking.agree(story, person_id)
    talking.begin_screen(story)
    keyboard.write(talking.YES)
    keyboard.settle()
    stage.picture("screen-imminent")
    keyboard.save()
    page = stage.on("DangerPage")
    keyboard.settle(lambda: bool(page.steps))
    stage.picture("danger")
    words = script()["danger"]
    for card in page.steps.values():
        keyboard.go_to(card.answer)
        keyboard.write(talking.YES if card.step.is_required else talking.NO)
        keyboard.settle()
        for name in ("name", "reason"):
            field = card.form.fields().get(name)
            if field is not None and field.isVisible() and not field.value():
                keyboard.go_to(field.edit)
                keyboard.write(words[name])
    stage.picture("danger-filled")
    keyboard.save()
    stage.on("CasePage")
    stage.picture("case-after-danger")


def _register(story: Story) -> None:
    """Somebody came by herself; little is needed to open a file (P-43)."""
    stage, keyboard, words = story.stage, story.stage.keyboard, script()["danger"]
    keyboard.key(Qt.Key.Key_N, CONTROL)
    page = stage.on("IntakePage")
    keyboard.settle(page.referral.isEnabled)
    keyboard.go_to(page.referral.field("source").edit)
    keyboard.choose(words["source"])
    keyboard.go_to(page.referral.field("primary_category").edit)
    keyboard.choose(words["category"])
    block = page.parties.blocks()[0]
    for key in ("given_name", "family_name", "phone"):
        keyboard.go_to(block.grid.field(key).edit)
        keyboard.value(words[key])
    keyboard.settle()
    keyboard.save()
