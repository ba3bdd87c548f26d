"""The theme in force: colours and the scale of everything that is measured in pixels."""

from typing import NamedTuple

from ui.theme import palette
from ui.theme.palette import Colours

FAMILY = "Vazirmatn"
BODY_POINTS = 10.0


class Theme(NamedTuple):
    """`scale` is the size of the text against 10 pt; `density` the screen's points against 96 a inch."""

    colours: Colours
    scale: float = 1.0
    density: float = 1.0

    def px(self, value: float) -> int:
        """Pixels of the sketches (96 dpi, 10 pt) as pixels here; never less than one."""
        return max(1, round(value * self.scale * self.density))

    def points(self, value: float) -> float:
        """Points of the sketches as points here."""
        return round(value * self.scale, 2)


class _InForce:
    theme = Theme(palette.LIGHT)


def theme() -> Theme:
    """The theme in force. Painted widgets ask at paint time, so that a change shows at once."""
    return _InForce.theme


def set_theme(new: Theme) -> None:
    _InForce.theme = new


def px(value: float) -> int:
    return _InForce.theme.px(value)
