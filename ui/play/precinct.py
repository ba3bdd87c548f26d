"""The made-up precinct of the story, and the first sign-in of its counsellor."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from services.demo import PASSWORD, make_demo
from ui.play.story import Story
from ui.theme.style import Scheme, apply_theme

COUNSELLOR = "counsellor"


def wear(scheme: Scheme) -> None:
    """The colours of practice (P-44), as the program itself wears them on this folder."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, scheme, practice=True)


def make(story: Story, folder: Path) -> None:
    """Sixty days of a unit, up to the story's present moment."""
    make_demo(folder, story.clock, story.argon, days=story.demo_days)


def play(story: Story, folder: Path) -> None:
    """The counsellor comes to work: tiles, password, PIN, the home page."""
    if not folder.exists():
        make(story, folder)
    wear("light")
    stage = story.open(folder)
    stage.choose(COUNSELLOR)
    stage.picture("sign-in-precinct")
    stage.sign_in(COUNSELLOR, PASSWORD)
    stage.picture("home")
