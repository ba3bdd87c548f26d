"""The made-up precinct for tests and pictures: made once for a state of the program, then copied."""

import getpass
import hashlib
import os
import shutil
import tempfile
import time
from datetime import datetime
from functools import cache
from pathlib import Path

from services.actor import Actor
from services.clock import SetClock, instant
from services.container import Services, open_services
from services.demo import PASSWORD, make_demo
from services.opening import confirm_moved
from services.vault.argon import ArgonCost
from services.vault.opening import open_with_password

CHEAP = ArgonCost(memory_kib=64, passes=1, lanes=1)
DAYS = 45
_ROOT = Path(__file__).resolve().parent.parent
_SOURCES = ("models", "services", "resources")
_PATIENCE = 240.0


def begin() -> datetime:
    """A Saturday morning, always the same: no check depends on the day on which it is made."""
    return instant(datetime(2026, 11, 21, 8, 10))  # noqa: DTZ001 - a wall-clock reading


def demo_clock() -> SetClock:
    return SetClock(begin())


@cache
def demo_template(days: int = DAYS) -> Path:
    """The folder as it was made, never opened again; another process that makes it is waited for."""
    place = Path(tempfile.gettempdir()) / f"sazesh-demo-{getpass.getuser()}"
    place.mkdir(mode=0o700, exist_ok=True)
    made = place / f"{begin():%Y%m%d}-{days}-{_state()}"
    mark = made.with_suffix(".making")
    limit = time.monotonic() + _PATIENCE
    while not made.exists():
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            if time.monotonic() > limit:
                mark.unlink(missing_ok=True)
            time.sleep(0.2)
            continue
        try:
            if not made.exists():
                _make(made, days)
        finally:
            mark.unlink(missing_ok=True)
    return made


def demo_copy(folder: Path, days: int = DAYS) -> Path:
    """A made-up precinct of one's own in `folder`, at home there; everybody's password is `PASSWORD`."""
    shutil.copytree(demo_template(days), folder)
    services, actor = enter(folder, "head")
    services.uow.refuses_writes = ""
    confirm_moved(services.uow, folder, actor)
    services.staff.sign_out(actor)
    services.close()
    return folder


def enter(folder: Path, username: str) -> tuple[Services, Actor]:
    """Open the folder and sign somebody in."""
    clock = demo_clock()
    unlocked = open_with_password(folder, username, PASSWORD, now=clock.now())
    services = open_services(folder, unlocked, clock, CHEAP)
    return services, services.staff.sign_in(unlocked).value


def _make(made: Path, days: int) -> None:
    work = made.with_suffix(f".{os.getpid()}")
    shutil.rmtree(work, ignore_errors=True)
    make_demo(work, demo_clock(), CHEAP, days=days)
    for old in made.parent.glob("*"):
        if old not in (work, made) and old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
    work.rename(made)


def _state() -> str:
    """Changes with every change of what makes the folder."""
    found = hashlib.sha256()
    for name in _SOURCES:
        for file in sorted((_ROOT / name).rglob("*")):
            if file.suffix in (".py", ".toml", ".txt"):
                found.update(file.read_bytes())
    return found.hexdigest()[:12]
