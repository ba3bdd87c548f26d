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
    ("pytest", ("-m", "pytest", "-n", "2")),
)


def run_checks(pytest_arguments: Sequence[str] = ()) -> int:
    """Run all of them, whatever fails; 0 when none failed. The count of the test runner is what stands last."""
    failed = [name for name, arguments in STEPS[:-1] if not _passes(name, arguments)]
    name, arguments = STEPS[-1]
    if not _passes(name, (*arguments, *pytest_arguments)):
        failed.append(name)
    if failed:
        print(f"sazesh: failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


def _passes(name: str, arguments: Sequence[str]) -> bool:
    say(f"{name} ...")
    begun = time.monotonic()
    done = subprocess.run(
        [str(venv_python()), *arguments],
        cwd=ROOT,
        env=environment(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if name != STEPS[-1][0]:
        say(f"{name}: {'passed' if done.returncode == 0 else 'FAILED'} in {time.monotonic() - begun:.0f} s")
    return done.returncode == 0
