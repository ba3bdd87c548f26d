"""What the page of appointments is opened with, when it is more than today."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AppointmentsArgument:
    """`day` is shown first, in the `view` of `ui.scheduling.shown` that is named. With `case_id` a click on an empty
    hour books for that file without asking for one."""

    day: date | None = None
    case_id: UUID | None = None
    view: str = ""
