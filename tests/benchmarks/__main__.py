"""`python -m tests.benchmarks`: every speed figure of the program, one a line, beside its floor or peer.

`--small` runs on a small file, to see that it works; `--only` runs one part. The papers are set beside other makers
of PDFs (`requirements/peers.txt`) where a Python has them: `--peers`, or the folder `.peers`.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.big_folder import big_folder
from tests.benchmarks.big_rows import Size
from tests.benchmarks.figures import HEAD, Figure, flush_time, pace, tell

SMALL = Size(persons=2_500, cases=1_000, appointments=2_500)
_PARTS = ("data", "windows", "calendar", "papers")


def main() -> int:
    """The number of figures that were missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--only", choices=_PARTS)
    parser.add_argument("--peers", type=Path, metavar="PYTHON")
    given = parser.parse_args()
    size = SMALL if given.small else Size()
    folder = big_folder(size)
    flush = flush_time(folder)
    tell(f"flush of 4 KiB on this disk: median {flush.median:.2f} ms, p95 {flush.p95:.2f} ms{_load()}")
    tell(HEAD)
    figures: list[Figure] = []
    beats = [min(pace() for _ in range(10))]
    for part in (given.only,) if given.only else _PARTS:
        for figure in _figures(part, folder, size, given.peers):
            beats.append(min(pace() for _ in range(3)))
            tell(figure.line(beats[-1]))
            figures.append(figure)
    missed = sum(not figure.is_met for figure in figures)
    tell(f"{len(figures)} figures, {missed} missed; pace: the same work took {min(beats):.1f} to {max(beats):.1f} ms")
    return missed


def _figures(part: str, folder: Path, size: Size, peers: Path | None) -> Iterator[Figure]:
    """Each part loads its own modules: what one measures is not warmed up by another."""
    if part == "data":
        from tests.benchmarks.data_figures import data_figures
        from tests.benchmarks.free_time_figures import free_time_figures

        yield from data_figures(folder, size)
        yield from free_time_figures()
    elif part == "windows":
        from tests.benchmarks.window_figures import window_figures

        yield from window_figures(folder)
    elif part == "calendar":
        from tests.benchmarks.calendar_figures import calendar_figures

        yield from calendar_figures()
    else:
        from tests.benchmarks.paper_figures import paper_figures

        yield from paper_figures(folder, peers)


def _load() -> str:
    """What else the machine is doing; figures of a busy one are those of a slower one."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f"; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"


if __name__ == "__main__":
    sys.exit(main())
