"""From «new paper» to a PDF in the folder of the papers."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt

from ui.documents.print_sheet import PrintSheet
from ui.play.story import Story


def issue(story: Story, name: str, answers: Mapping[str, str] | None = None) -> Path:
    """The page of a new paper is in sight: answer what it asks, draw the number, save it as PDF.

    `answers` by the names of the fields; ticks are ticked. The paper's own page stays in sight.
    """
    stage, keyboard = story.stage, story.stage.keyboard
    page = stage.on("IssuePage")
    keyboard.settle(lambda: page.choosing.offer() is not None and page.asking.isVisible())
    for field in page.asking.names():
        if page.asking.is_tick(field):
            keyboard.go_to(page.asking.tick(field))
            keyboard.key(Qt.Key.Key_Space, text=" ")
        elif answers and field in answers:
            keyboard.go_to(page.asking.field(field).edit)
            keyboard.value(answers[field])
    keyboard.settle()
    stage.settle_previews()
    stage.picture(f"issue-{name}")
    keyboard.save()
    stage.on("PaperPage")
    sheet = stage.wait_sheet(PrintSheet)
    stage.picture(f"print-{name}")
    file = story.paper(name)
    button = stage.button(sheet.tr("Save as PDF"), inside=sheet)
    stage.save_file(lambda: keyboard.push(button), file)
    stage.settle_previews()
    stage.picture(f"paper-{name}")
    return file
