"""Measuring, and the lines in which it is told."""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

WARM_UP = 3


@dataclass(frozen=True, slots=True)
class Sample:
    """Milliseconds of one thing done many times."""

    median: float
    p95: float
    largest: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One line. `floor` is the bare thing in the same run, or what a peer took; `limit` ours must keep, in `unit`.

    `ratio_limit`: how often of the floor ours may take, 0 for no such limit.
    """

    name: str
    ours: float
    floor: float = 0.0
    floor_words: str = ""
    limit: float = 0.0
    ratio_limit: float = 0.0
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else 0.0

    @property
    def is_met(self) -> bool:
        within = not self.limit or self.ours <= self.limit
        return within and (not self.ratio_limit or self.ratio <= self.ratio_limit)

    def line(self, pace_now: float = 0.0) -> str:
        ours = f"{self.ours:9.1f} {self.unit:2}"
        floor = f"{self.floor:9.1f} {self.unit:2}" if self.floor else " " * 12
        ratio = f"x{self.ratio:6.2f}" if self.floor else " " * 7
        asked = " ".join(
            part
            for part in (
                f"<= {self.limit:g} {self.unit}" if self.limit else "",
                f"<= x{self.ratio_limit:g}" if self.ratio_limit else "",
            )
            if part
        )
        verdict = "" if not asked else ("ok" if self.is_met else "MISSED")
        beat = f"{pace_now:5.1f}  " if pace_now else ""
        return f"{self.name:54}{ours} {floor} {ratio}  {asked:24}{verdict:7} {beat}{self.floor_words}".rstrip()


HEAD = f"{'':54}{'ours':>12} {'floor':>12} {'ratio':>7}  {'asked':24}{'':7} {'pace':>5}"


def measure(
    todo: Sequence[Callable[[], object]],
    rounds: int = 1,
    *,
    warm_up: int = WARM_UP,
    clock: Callable[[], float] = time.perf_counter,
) -> Sample:
    """Each of `todo` once a round, after a few to warm up.

    `clock` may be `time.process_time`: then what the machine does for others meanwhile does not count. Python's cycle
    collector works between the uses, as in the program (`ui.runtime.collector`).
    """
    for one in todo[:warm_up]:
        one()
    times = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for one in todo:
                began = clock()
                one()
                times.append((clock() - began) * 1000)
                gc.collect(0)
    finally:
        gc.enable()
    return sample(times)


def side_by_side(
    floor: Sequence[Callable[[], object]], ours: Sequence[Callable[[], object]], rounds: int = 1
) -> tuple[Sample, Sample]:
    """Processor time of both, one of each in turn, so that a slow moment of the machine meets both alike."""
    times: tuple[list[float], list[float]] = ([], [])
    for pair in list(zip(floor, ours, strict=True))[:WARM_UP]:
        for one in pair:
            one()
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for pair in zip(floor, ours, strict=True):
                for place, one in enumerate(pair):
                    began = time.process_time()
                    one()
                    times[place].append((time.process_time() - began) * 1000)
                    gc.collect(0)
    finally:
        gc.enable()
    return sample(times[0]), sample(times[1])


def sample(times: Sequence[float]) -> Sample:
    ordered = sorted(times)
    place = min(len(ordered) - 1, round(0.95 * len(ordered)))
    return Sample(statistics.median(ordered), ordered[place], ordered[-1])


def flush_time(folder: Path | None = None, times: int = 60) -> Sample:
    """What the disk takes to keep 4 KiB: the part of every stored record that no program can save."""
    taken = []
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        for _ in range(times):
            file.write(os.urandom(4096))
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            taken.append((time.perf_counter() - began) * 1000)
    return sample(taken)


def pace() -> float:
    """Milliseconds of a fixed piece of work, now: on a machine that is shared a slow moment is no slow program."""
    began = time.perf_counter()
    kept = {str(number): number * number for number in range(20_000)}
    assert sum(kept.values())
    return (time.perf_counter() - began) * 1000


def memory_mb(which: str = "VmRSS") -> float:
    """The memory of this process, or with "VmHWM" the most it ever had; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    for line in status.read_text("utf-8").splitlines():
        if line.startswith(which):
            return int(line.split()[1]) / 1024
    return 0.0


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
