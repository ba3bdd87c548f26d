"""The calendar: a week of 300 appointments painted and one of them drawn across it, beside Qt painting as much."""

import json

from tests.benchmarks.figures import Figure
from tests.benchmarks.window_figures import run

_FRAME = 16.0
_ROWS = "300 appointments"


def calendar_figures() -> list[Figure]:
    """All in one process of its own; milliseconds of processor time, so that what else runs does not count."""
    took: dict[str, float] = json.loads(run("child_calendar").splitlines()[-1])
    return [
        Figure(f"week of {_ROWS}: who stands where", took["layout"], limit=_FRAME),
        Figure(f"week of {_ROWS}: the very first picture", took["first"]),
        Figure(
            f"week of {_ROWS}: turned to, all words new",
            took["turned"],
            took["floor"],
            "as many rounded rectangles and texts by Qt alone",
            limit=_FRAME,
            ratio_limit=1.5,
        ),
        Figure(f"week of {_ROWS}: painted again", took["again"], took["floor"], "the same", _FRAME, 1.0),
        Figure("drawing an appointment: frame, p95 of 300", took["drag_p95"], limit=_FRAME),
        Figure("drawing an appointment: longest frame", took["drag_largest"], limit=_FRAME),
    ]
