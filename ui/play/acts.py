"""The acts of the story in their order. The test of the journey plays the same acts, and looks after each of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ui.play import danger, dark, ending, first_start, next_day, night, precinct, registering, the_file
from ui.play.story import Story

UNIT, PRECINCT = "unit", "precinct"


@dataclass(frozen=True, slots=True)
class Act:
    """`play` is given the data folder of that name. `name` is what a stopped story is told by."""

    name: str
    folder: str
    play: Callable[[Story, Path], None]


ALL: tuple[Act, ...] = (
    Act("the first start", UNIT, first_start.play),
    Act("the made-up precinct", PRECINCT, precinct.play),
    Act("registering a referral", PRECINCT, registering.play),
    Act("the life of the file", PRECINCT, the_file.play),
    Act("the next day", PRECINCT, next_day.play),
    Act("the night", PRECINCT, night.play),
    Act("a danger", PRECINCT, danger.play),
    Act("a month later", PRECINCT, ending.play),
    Act("dark colours", PRECINCT, dark.play),
)
