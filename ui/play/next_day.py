"""The next morning: everything is found again, by whatever is typed; then the pages one looks at every day."""

from datetime import timedelta
from pathlib import Path

from services.demo import PASSWORD
from ui.play.precinct import COUNSELLOR
from ui.play.story import Story, script

_EIGHT = 8 * 60 + 5


def play(story: Story, folder: Path) -> None:
    story.close()
    story.move_to(story.today + timedelta(days=1), _EIGHT)
    stage = story.open(folder)
    stage.sign_in(COUNSELLOR, PASSWORD)
    stage.picture("home-next-morning")
    find_again(story)
    look_round(story)
    lock(story)


def find_again(story: Story) -> None:
    """By another spelling, on the other keyboard layout, by the judicial number with other signs between."""
    stage, wife = story.stage, script()["wife"]
    person = stage.search(wife["other_spelling"], "search-other-spelling")
    story.facts["found_by_spelling"] = person.title()
    stage.picture("person")
    story.facts["found_by_layout"] = stage.search(wife["other_layout"], "search-other-layout").title()
    case = stage.search(script()["intake"]["judicial_typed"], "search-judicial-number")
    stage.keyboard.settle(lambda: case.shown is not None)
    story.facts["found_by_number"] = case.shown.detail.id
    stage.picture("case-found")


def look_round(story: Story) -> None:
    stage = story.stage
    for key, name in (
        ("appointments", "week"),
        ("letters", "letters"),
        ("people", "people"),
        ("cases", "cases"),
        ("settings", "settings"),
        ("home", "home-again"),
    ):
        stage.go(key)
        stage.settle_previews()  # rows of long lists come in a moment after the page
        stage.picture(name)


def lock(story: Story) -> None:
    """The lock covers everything; the PIN of the shift brings the page back (P-28)."""
    stage = story.stage
    stage.lock()
    stage.picture("locked")
    stage.come_back(COUNSELLOR)
    stage.picture("back-by-pin")
