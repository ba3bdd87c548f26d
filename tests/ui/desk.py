"""A desk for tests of pages: a real encrypted folder, real services, one colleague signed in, a window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from services.actor import Actor
from services.clock import SetClock
from services.container import Services, SetupDraft, open_services
from services.opening import Colleague
from services.staff.shapes import StaffDraft
from services.unit_profile.shapes import UnitDraft
from tests.unit_folder import CHEAP, copied_unit
from ui.context import AppContext
from ui.runtime.change_bus import ChangeBus
from ui.runtime.lanes import Lanes

MORNING = datetime(2026, 11, 21, 5, 30, tzinfo=UTC)
"""Saturday, 30 Aban 1405, nine o'clock."""

_WORD = "یک گذرواژه بلند و ساده ۱۲"
_COLLEAGUES = (
    ("مینا پارسی‌نیا", "counsellor"),
    ("رحمان بذرافشان", "clerk"),
    ("بهزاد سالاری", "duty_officer"),
)


@dataclass
class Said:
    """What the page told the frame."""

    toasts: list[str] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    went: list[tuple[str, Any]] = field(default_factory=list)

    def show(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.toasts.append(text)

    def present(self, error: BaseException, _form: Any = None) -> None:
        assert isinstance(error, Exception)
        self.errors.append(error)

    def navigate(self, page_key: str, argument: Any = None) -> None:
        self.went.append((page_key, argument))


@dataclass
class Desk:
    """`context_of(role)` signs the colleague of that role in at this desk."""

    services: Services
    clock: SetClock
    actors: dict[str, Actor]
    lanes: Lanes
    bus: ChangeBus
    said: Said

    def context_of(self, role: str = "unit_head") -> AppContext:
        return AppContext(
            self.services, self.actors[role], self.lanes, self.bus, self.said, self.said, self.said.navigate
        )

    def close(self) -> None:
        self.lanes.close()
        self.services.close()


def lay_desk(folder: Path, rooms: tuple[str, ...] = ("اتاق ۱", "اتاق ۲")) -> Desk:
    """A unit in `folder`, just set up, and everybody signed in."""
    from services.vault.opening import open_with_password
    from ui.widgets import calendar_facts

    clock = SetClock(MORNING)
    draft = SetupDraft(
        unit=UnitDraft("1112", "کلانتری ۱۲ نمونه‌آباد", "دایره مشاوره", "qom", "نمونه"),
        head=StaffDraft("زهرا فرهمند", "unit_head", title="مسئول واحد"),
        head_password=_WORD,
        rooms=rooms,
        colleagues=tuple(Colleague(StaffDraft(name, role), _WORD) for name, role in _COLLEAGUES),
    )
    made = copied_unit(folder, draft, MORNING)
    services = open_services(folder, made.unlocked, clock, CHEAP)
    head = services.staff.sign_in(made.unlocked).value
    actors = {"unit_head": head}
    for row in services.staff.list(head):
        if row.role not in actors:
            unlocked = open_with_password(folder, row.username, _WORD, now=clock.now())
            actors[row.role] = services.staff.sign_in(unlocked).value
    bus = ChangeBus()
    said = Said()
    calendar_facts.install(MORNING.date, lambda _first, _last: {})
    return Desk(services, clock, actors, Lanes(bus, said.errors.append), bus, said)


def show(widget: QWidget, width: int = 1170, height: int = 711) -> QWidget:
    """Put a page in sight at the size it has in a window of 1366×768."""
    widget.resize(width, height)
    widget.show()
    return widget
