"""What every act of the story shares: where it plays, what is typed, and what came of it."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from resources import shelf
from services.clock import SetClock, instant, local
from services.vault.argon import STRONG, ArgonCost
from ui.play.stage import Camera, Stage

BEGINS = time(8, 10)
DEMO_DAYS = 60


@cache
def script() -> dict[str, Any]:
    """What is typed, by scene (`resources/demo/story.toml`)."""
    return shelf.read_toml("demo", "story.toml")


@dataclass
class Story:
    """One play. `papers` is where PDFs are saved; the facts below are filled by the acts, for who looks at them."""

    folder: Path
    clock: SetClock
    argon: ArgonCost = STRONG
    demo_days: int = DEMO_DAYS
    step: str = ""
    case_id: UUID | None = None
    case_no: str = ""
    wife: UUID | None = None
    husband: UUID | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    _stage: Stage | None = None

    def __post_init__(self) -> None:
        self.camera = Camera(self.folder / "screens")
        self.papers = self.folder / "papers"
        self.papers.mkdir(parents=True, exist_ok=True)

    @property
    def stage(self) -> Stage:
        assert self._stage is not None
        return self._stage

    @property
    def services(self) -> Any:
        """What the signed-in colleague's screens work with."""
        return self.stage.program.desk.services

    @property
    def actor(self) -> Any:
        """Whoever is signed in."""
        return self.stage.program.desk.actor

    def open(self, folder: Path) -> Stage:
        """The program's window on a data folder."""
        self.close()
        self._stage = Stage(folder, self.clock, self.camera, self.argon)
        return self._stage

    def close(self) -> None:
        if self._stage is not None:
            self._stage.close()
            self._stage = None

    def paper(self, name: str) -> Path:
        return self.papers / f"{name}.pdf"

    def move_to(self, day: date, minute: int) -> None:
        """Time passes to this local day and minute, never backwards."""
        then = instant(datetime.combine(day, time()) + timedelta(minutes=minute))
        self.clock.set(max(then, self.clock.now() + timedelta(minutes=1)))

    @property
    def today(self) -> date:
        return local(self.clock.now()).date()
