"""`python -m tests.benchmarks`: every speed figure of the program, one a line, beside its floor or peer.

`--small` runs on a small file, to see that it works; `--only data|windows|calendar` runs one part.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence

from tests.benchmarks.big_folder import big_folder
from tests.benchmarks.big_rows import Size
from tests.benchmarks.figures import HEAD, Figure, flush_time, tell

SMALL = Size(persons=2_500, cases=1_000, appointments=2_500)


def main() -> int:
    """The number of figures that were missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--only", choices=("data", "windows", "calendar"))
    given = parser.parse_args()
    if given.only == "calendar":
        tell(HEAD)
        return _missed(_told(_calendar()))
    size = SMALL if given.small else Size()
    folder = big_folder(size)
    flush = flush_time(folder)
    tell(f"flush of 4 KiB on this disk: median {flush.median:.2f} ms, p95 {flush.p95:.2f} ms{_load()}")
    tell(HEAD)
    figures: list[Figure] = []
    if given.only != "windows":
        from tests.benchmarks.data_figures import data_figures
        from tests.benchmarks.free_time_figures import free_time_figures

        figures += _told(data_figures(folder, size))
        figures += _told(free_time_figures())
    if given.only != "data":
        from tests.benchmarks.window_figures import window_figures

        figures += _told(window_figures(folder))
        figures += _told(_calendar())
    return _missed(figures)


def _calendar() -> list[Figure]:
    from tests.benchmarks.calendar_figures import calendar_figures

    return calendar_figures()


def _missed(figures: Sequence[Figure]) -> int:
    missed = sum(not figure.is_met for figure in figures)
    tell(f"{len(figures)} figures, {missed} missed")
    return missed


def _load() -> str:
    """What else the machine is doing; figures of a busy one are those of a slower one."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f"; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


def _told(figures: Iterable[Figure]) -> list[Figure]:
    told = []
    for figure in figures:
        tell(figure.line())
        told.append(figure)
    return told


if __name__ == "__main__":
    sys.exit(main())
