"""Every check of the project, in the order of how soon it answers."""

import subprocess
import sys
import time
from collections.abc import Sequence

from installers.machine import ROOT, environment, say, venv_python

_LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("lint-imports", ("-c", _LINT_IMPORTS)),
    ("pytest", ("-m", "pytest", "-n", "2", "--dist", "worksteal")),
)


def run_checks(pytest_arguments: Sequence[str] = ()) -> int:
    """Run all of them, whatever fails; 0 when none failed. The count of the test runner is what stands last."""
    *quick, (name, arguments) = STEPS
    failed = [step for step, words in quick if not _passes(step, words)]
    say(f"{name} ...")
    if _run((*arguments, *pytest_arguments), quiet=False).returncode != 0:
        failed.append(name)
    if failed:
        print(f"sazesh: failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


def _passes(name: str, arguments: Sequence[str]) -> bool:
    """One line for a check that passes; one that fails says why."""
    begun = time.monotonic()
    done = _run(arguments, quiet=True)
    passed = done.returncode == 0
    if not passed:
        print(done.stdout, flush=True)
    say(f"{name}: {'passed' if passed else 'FAILED'} ({time.monotonic() - begun:.0f} s)")
    return passed


def _run(arguments: Sequence[str], *, quiet: bool) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(venv_python()), *arguments],
        cwd=ROOT,
        env=environment(QT_QPA_PLATFORM="offscreen", PYTHONIOENCODING="utf-8"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
