"""Running a deed in a child process that is killed, as by kill -9, at its n-th touch of the disk."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path

_fork = multiprocessing.get_context("fork")
_STILL = 0


def _touch_counted(limit: int) -> None:
    """Every replace, unlink, flush and making of a folder counts; the process dies before the `limit`-th."""
    touches = 0

    def dying(real: Callable[..., object]) -> Callable[..., object]:
        def touch(*args: object, **named: object) -> object:
            nonlocal touches
            touches += 1
            if touches == limit:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **named)

        return touch

    for name in ("replace", "unlink", "mkdir"):
        setattr(Path, name, dying(getattr(Path, name)))
    os.fsync = dying(os.fsync)  # type: ignore[assignment]


def _run(limit: int, deed: Callable[[], object]) -> None:
    _touch_counted(limit)
    deed()


def killed_at(limit: int, deed: Callable[[], object]) -> bool:
    """Whether the deed was killed; False when it had fewer touches and came to its end."""
    child = _fork.Process(target=_run, args=(limit, deed))
    child.start()
    child.join(60)
    assert child.exitcode in {_STILL, -signal.SIGKILL}, child.exitcode
    return child.exitcode != _STILL
