"""What is due on the big file: the list for me and for the unit, and the frame's minute, beside their own statements
asked barely in the same run."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from services.actor import Actor
from services.clock import local
from services.container import Services
from services.worklist import TaskKind, Whose, WorkFilter
from tests.benchmarks.bare import replay, statements_of
from tests.benchmarks.figures import Figure, measure, side_by_side

_LIST_MS, _RATIO, _SMALL_MS = 50.0, 4.0, 2.0
_ROUNDS = 25


def due_figures(services: Services, head: Actor, counsellor: Actor, raw: object) -> Iterator[Figure]:
    """Wall time against the limit, processor time against the bare statements."""
    worklist, today = services.worklist, local(services.uow.clock.now()).date()
    days = today + timedelta(days=1), today + timedelta(days=7)
    uses: dict[str, Callable[[], object]] = {
        "what is due: mine": partial(worklist.page, counsellor, WorkFilter()),
        "what is due: the unit's": partial(worklist.page, head, WorkFilter(Whose.UNIT)),
        "what is due: the unit's files at rest": partial(
            worklist.page, head, WorkFilter(Whose.UNIT, TaskKind.RESTING)
        ),
        "the frame's minute: clocks and reminders": partial(worklist.pulse, counsellor),
        "the unit's load": partial(worklist.load, head),
        "the desk, the first page of the day": partial(services.overview.home, counsellor),
        "the desk's days to come": partial(
            services.scheduling.between, counsellor, *days, staff_id=counsellor.staff_id, most=48
        ),
    }
    cursor = raw.cursor()  # type: ignore[attr-defined]
    for name, use in uses.items():
        asked = statements_of(services.uow._engine, use)
        wall = measure([use] * _ROUNDS)
        floor, ours = side_by_side([partial(replay, cursor, asked)] * _ROUNDS, [use] * _ROUNDS)
        words = f"its own {len(asked)} statements, bare; processor time of both"
        yield Figure(f"{name}, p95", wall.p95, limit=_LIST_MS)
        is_small = floor.median < _SMALL_MS  # of so little the ratio tells of noise alone
        yield Figure(f"{name}, median", ours.median, floor.median, words, ratio_limit=0.0 if is_small else _RATIO)
