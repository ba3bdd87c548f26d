"""What people see: starting, signing in, lists, frames and memory, each in a process of its own."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import Figure

_ROOT = Path(__file__).resolve().parents[2]
_BYTECODE = Path(tempfile.gettempdir()) / "sazesh-benchmarks-bytecode"
_TIMES = 8
_START_RATIO = 1.6
_LISTS = (("people", "persons"), ("cases", "cases"), ("letters", "letters"))


def window_figures(folder: Path) -> list[Figure]:
    """All figures that need a window; offscreen where no other platform is chosen."""
    empty, start = _starts(folder)
    took = _session(folder)
    beyond = took["sign_in"] - took["derivation"]
    memory = took["memory_after_sign_in"]
    return [
        Figure(
            "process start to sign-in window",
            start,
            empty,
            "an empty PySide6 window with the same font",
            ratio_limit=_START_RATIO,
        ),
        Figure(
            "sign-in to filled home page, beyond key derivation",
            beyond,
            took["derivation"],
            "key derivation",
            limit=500,
        ),
        Figure("search: last key to painted results, p95 of 8", took["search_typed"], limit=100),
        *(Figure(f"list of {words}: click to painted rows", took[f"{key}_open"], limit=100) for key, words in _LISTS),
        *(
            Figure(f"list of {words}: longest frame of our own work", took[f"{key}_frame_largest"], limit=16)
            for key, words in _LISTS
        ),
        Figure("case page: click to painted page, median of 5", took["case_open"], limit=200),
        Figure("memory after sign-in", memory, limit=220, unit="MB"),
        Figure("memory at its peak", took["memory_peak"], limit=280, unit="MB"),
    ]


def _starts(folder: Path) -> tuple[float, float]:
    """Medians of both, started in turn so that the machine's moods meet both alike."""
    empty, start = [], []
    for _ in range(_TIMES):
        empty.append(_first_paint("child_empty"))
        start.append(_first_paint("child_start", str(folder)))
    return statistics.median(empty[1:]), statistics.median(start[1:])


def _first_paint(child: str, *arguments: str) -> float:
    began = time.monotonic()
    done = run(child, *arguments)
    return (float(done.splitlines()[-1]) - began) * 1000


def _session(folder: Path) -> dict[str, float]:
    found: dict[str, float] = json.loads(run("child_session", str(folder)).splitlines()[-1])
    return found


def run(child: str, *arguments: str) -> str:
    """What a script of this package told, in a process of its own."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(_ROOT)}
    # from bytecode, as set-up leaves the program and pip its packages; the first run makes it and does not count
    environment |= {"PYTHONPYCACHEPREFIX": str(_BYTECODE), "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", f"tests.benchmarks.{child}", *arguments]
    done = subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"{child} failed:\n{done.stderr[-3000:]}")
    return done.stdout
