"""`python -m tests.benchmarks`: every speed figure of the program, one a line, beside its floor or peer.

`--small` runs on a small file, to see that it works; `--only data|windows|papers` runs one part. The papers are set
beside other makers of PDFs (`requirements/peers.txt`) where a Python has them: `--peers`, or the folder `.peers`.
"""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks.big_folder import big_folder
from tests.benchmarks.big_rows import Size
from tests.benchmarks.figures import HEAD, Figure, flush_time, tell

SMALL = Size(persons=2_500, cases=1_000, appointments=2_500)


def main() -> int:
    """The number of figures that were missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--only", choices=("data", "windows", "papers"))
    parser.add_argument("--peers", type=Path, metavar="PYTHON")
    given = parser.parse_args()
    size = SMALL if given.small else Size()
    folder = big_folder(size)
    flush = flush_time(folder)
    tell(f"flush of 4 KiB on this disk: median {flush.median:.2f} ms, p95 {flush.p95:.2f} ms{_load()}")
    tell(HEAD)
    figures: list[Figure] = []
    if given.only in (None, "data"):
        from tests.benchmarks.data_figures import data_figures

        figures += _told(data_figures(folder, size))
    if given.only in (None, "windows"):
        from tests.benchmarks.window_figures import window_figures

        figures += _told(window_figures(folder))
    if given.only in (None, "papers"):
        from tests.benchmarks.paper_figures import paper_figures

        figures += _told(paper_figures(folder, given.peers))
    missed = [figure for figure in figures if not figure.is_met]
    tell(f"{len(figures)} figures, {len(missed)} missed")
    return len(missed)


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
