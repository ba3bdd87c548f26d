"""The folder `.venv`: made once, filled from the lock files, and stamped when it is whole.

The stamp is what makes the second start fast: while it names the lock files and the Python at hand, nothing
is looked at again. A set-up that was interrupted leaves a stamp that says so, and is begun anew.
"""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self

from installers import system_packages
from installers.machine import ROOT, VENV, SetupError, check_system, environment, say, venv_python

LOCKS = {"runtime": ("runtime.txt",), "test": ("runtime.txt", "test.txt")}
_STAMP = VENV / "sazesh-setup.json"


@dataclass(slots=True)
class Stamp:
    """What is known to be whole: digests of the lock files, and which of Qt's needs were met."""

    python: str = ""
    packages: dict[str, str] = field(default_factory=dict)
    busy: bool = False
    qt: bool = False
    screen: bool = False

    @classmethod
    def read(cls) -> Self:
        try:
            return cls(**json.loads(_STAMP.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return cls()

    def write(self) -> None:
        part = _STAMP.with_suffix(".part")
        part.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
        part.replace(_STAMP)


def ensure(kind: str, *, screen: bool, wheels: Path | None) -> None:
    """Make `.venv` whole for `kind` ("runtime" or "test"; the latter includes the former)."""
    stamp = Stamp.read()
    digest = digest_of(LOCKS[kind])
    if stamp.busy or stamp.python != _identity() or not venv_python().exists():
        stamp = _create(interrupted=stamp.busy)
    if stamp.packages.get(kind) != digest:
        _install(kind, digest, stamp, wheels)
    if not stamp.qt or (screen and not stamp.screen):
        stamp.screen = system_packages.ensure_qt(screen=screen)
        stamp.qt = True
        stamp.write()


def digest_of(names: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for name in names:
        digest.update((ROOT / "requirements" / name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _identity() -> str:
    """The real program behind `.venv`'s python: another one after an upgrade of the system's Python."""
    return str(venv_python().resolve()) if venv_python().exists() else ""


def _create(*, interrupted: bool) -> Stamp:
    """A virtual environment with pip. One that a developer made by hand is kept when it is sound."""
    check_system()
    if interrupted or not _is_sound():
        system_packages.ensure_venv_module()
        say("The last set-up was interrupted; making .venv anew ..." if interrupted else "Making .venv ...")
        shutil.rmtree(VENV, ignore_errors=True)
        VENV.mkdir(exist_ok=True)
        Stamp(busy=True).write()
        done = subprocess.run(
            [sys.executable, "-m", "venv", str(VENV)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise SetupError(f"The virtual environment could not be made: {(done.stderr or done.stdout).strip()}")
    return Stamp(python=_identity())


_SOUND = """
import sys, pip
sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 14) and sys.prefix != sys.base_prefix))
"""


def _is_sound() -> bool:
    """Whether `.venv` runs one of our Pythons and has pip."""
    command = [str(venv_python()), "-c", _SOUND]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _install(kind: str, digest: str, stamp: Stamp, wheels: Path | None) -> None:
    names = LOCKS[kind]
    count = sum((ROOT / "requirements" / name).read_text(encoding="utf-8").count("==") for name in names)
    size = "" if wheels else " (about 150 MB; minutes on a slow line)"
    say(f"Installing {count} packages into .venv{size} ...")
    stamp.busy = True
    stamp.write()
    command = [
        str(venv_python()),
        "-m",
        "pip",
        "install",
        "-qq",
        "--no-input",
        "--disable-pip-version-check",
    ]
    command += ["--require-hashes", "--only-binary", ":all:", "--no-deps"]
    if wheels is not None:
        command += ["--no-index", "--find-links", str(wheels)]
    for name in names:
        command += ["--requirement", str(ROOT / "requirements" / name)]
    done = subprocess.run(command, env=environment(), stdin=subprocess.DEVNULL, check=False)
    if done.returncode > 0:  # pip gave up in good order and left the packages whole
        stamp.busy = False
        stamp.write()
    if done.returncode != 0:
        where = f"the folder {wheels}" if wheels else "the package index that pip uses (or give --wheels DIR)"
        raise SetupError(f"The packages could not be installed; pip's words stand above. It looked in {where}.")
    stamp.packages = {kind: digest, "runtime": digest_of(LOCKS["runtime"])}
    stamp.busy = False
    stamp.write()
