"""The night form is written and not read again; the morning completes it (P-26). Advice is counted (P-25)."""

from pathlib import Path

from PySide6.QtCore import Qt

from services.demo import PASSWORD
from services.quick_entries import NightRow
from ui.play.keyboard import CONTROL, SHIFT
from ui.play.precinct import COUNSELLOR
from ui.play.story import Story, script
from ui.quick_entries.advice_sheet import AdviceSheet
from ui.quick_entries.night_sheet import NightSheet

OFFICER = "duty"


def play(story: Story, _folder: Path) -> None:
    story.stage.lock()
    write(story)
    story.stage.lock()
    complete(story)
    advise(story)


def write(story: Story) -> None:
    """Another person sits down at the same window."""
    stage, keyboard, words = story.stage, story.stage.keyboard, script()["night"]
    stage.sign_in(OFFICER, PASSWORD)
    page = stage.on("NightPage")
    keyboard.settle(lambda: bool(page.form.field("officer").value()))
    keyboard.go_to(page.form.field("names").edit)
    keyboard.value(words["names"])
    keyboard.value(words["phone"])
    keyboard.go_to(page.form.field("line").edit)
    keyboard.write(words["line"])
    keyboard.go_to(page.form.field("is_danger_now").edit)
    keyboard.write("2")
    keyboard.go_to(page.form.field("actions").edit)
    keyboard.key(Qt.Key.Key_Space, text=" ")  # the hour of the deed stands there by itself
    keyboard.go_to(page.form.field("done_what").edit)
    keyboard.write(words["spoken"])
    stage.picture("night-form")
    keyboard.save()
    keyboard.settle(lambda: not page.form.field("names").value())
    stage.picture("night-form-registered")


def complete(story: Story) -> None:
    stage, keyboard, words = story.stage, story.stage.keyboard, script()["night"]
    stage.come_back(COUNSELLOR)
    page = stage.go("quick_entries")
    keyboard.settle(lambda: bool(page.nights.rows()))
    stage.picture("quick-entries")
    key = next(row.id for row in story.services.quick_entries.nights_to_complete(story.actor) if _is_ours(row))
    keyboard.go_to(page.nights)
    for _ in page.nights.rows():
        if page.nights.current_key() == key:
            break
        keyboard.key(Qt.Key.Key_Down)
    keyboard.enter()
    sheet = stage.wait_sheet(NightSheet)
    keyboard.go_to(sheet.form.field("words").edit)
    keyboard.write(words["words"])
    stage.picture("night-entry")
    keyboard.key(Qt.Key.Key_F9)
    stage.wait_no_sheet()
    stage.picture("night-completed")


def advise(story: Story) -> None:
    stage, keyboard, words = story.stage, story.stage.keyboard, script()["advice"]
    keyboard.key(Qt.Key.Key_M, CONTROL | SHIFT)
    sheet = stage.wait_sheet(AdviceSheet)
    keyboard.settle(lambda: bool(sheet.form.field("minutes").value()))
    keyboard.go_to(sheet.form.field("topic").edit)
    keyboard.choose(words["topic"])
    keyboard.key(Qt.Key.Key_A, CONTROL)
    keyboard.value(words["minutes"])
    keyboard.choose(words["result"])
    keyboard.write("2")
    keyboard.go_to(sheet.form.field("name").edit)
    keyboard.value(words["name"])
    keyboard.go_to(sheet.form.field("note").edit)
    keyboard.write(words["note"])
    stage.picture("advice")
    keyboard.save()
    stage.wait_no_sheet()
    stage.picture("advice-registered")


def _is_ours(row: NightRow) -> bool:
    return bool(row.names == script()["night"]["names"])
