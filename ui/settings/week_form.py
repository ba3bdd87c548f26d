"""Seven lines, one a weekday from Saturday, each with the hours of that day."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from services.persian.date_words import WEEKDAYS
from services.working_time import Band
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.hours_edit import HoursEdit


class WeekForm(FormGrid):
    """Errors of a weekday come as `day_0` … `day_6`."""

    def __init__(self, parent: QWidget | None = None, *, submits: bool = False) -> None:
        super().__init__(2, parent, submits=submits)
        for weekday, name in enumerate(WEEKDAYS):
            self.add(f"day_{weekday}", Field(name, HoursEdit()))

    def set_bands(self, bands: Iterable[Band]) -> None:
        by_day: dict[int, list[tuple[int, int]]] = {}
        for band in bands:
            by_day.setdefault(band.weekday, []).append((band.start, band.end))
        self.set_values({f"day_{weekday}": by_day.get(weekday, ()) for weekday in range(7)})

    def bands(self) -> tuple[Band, ...]:
        """What is typed; ask `check` first."""
        values = self.values()
        return tuple(
            Band(weekday, start, end) for weekday in range(7) for start, end in values.get(f"day_{weekday}") or ()
        )
