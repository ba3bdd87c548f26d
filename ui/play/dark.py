"""The same rooms in the evening: home and a file in dark colours."""

from pathlib import Path

from services.demo import PASSWORD
from ui.play.precinct import COUNSELLOR, wear
from ui.play.story import Story


def play(story: Story, folder: Path) -> None:
    story.close()
    wear("dark")
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
        wear("light")
