"""What of a day lies outside the hours in which the unit works."""

from ui.scheduling.week_layout import Bands


def off_hours(hours: Bands, opens: int, closes: int) -> Bands:
    """What of `opens` to `closes` lies outside the open hours."""
    found, at = [], opens
    for begin, end in sorted(hours):
        if begin > at:
            found.append((at, min(begin, closes)))
        at = max(at, end)
    if at < closes:
        found.append((at, closes))
    return tuple((begin, end) for begin, end in found if begin < end)
