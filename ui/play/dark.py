"""The same rooms in the evening: home and a file in dark colours."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from services.demo import PASSWORD
from ui.play.precinct import COUNSELLOR
from ui.play.story import Story
from ui.theme.style import apply_theme


def play(story: Story, folder: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    story.close()
    apply_theme(application, "dark", practice=True)
    try:
        stage = story.open(folder)
        stage.picture("sign-in-dark")
        stage.sign_in(COUNSELLOR, PASSWORD)
        stage.picture("home-dark")
        page = stage.search(story.case_no, "search-dark")
        stage.keyboard.settle(lambda: page.shown is not None)
        stage.picture("case-dark")
        stage.go("appointments")
        stage.picture("week-dark")
        story.close()
    finally:
        apply_theme(application, "light", practice=True)
