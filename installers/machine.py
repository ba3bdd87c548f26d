"""What the machine is, as far as set-up needs to know it."""

import os
import platform
import shutil
import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST_GLIBC = (2, 34)  # the wheels of PySide6 6.12
OLDEST_WINDOWS = 10


class SetupError(Exception):
    """A sentence that says what is wrong and what to do."""


def say(sentence: str) -> None:
    print(f"sazesh: {sentence}", flush=True)


def check_system() -> None:
    """Refuse in words a system on which the packages cannot be installed."""
    if struct.calcsize("P") < 8:
        raise SetupError("Sazesh needs a 64-bit Python; this one has 32 bits.")
    if sys.platform == "win32":
        if sys.getwindowsversion().major < OLDEST_WINDOWS:
            raise SetupError("Sazesh needs Windows 10 or later.")
        return
    name, version = platform.libc_ver()
    if sys.platform == "linux" and (name != "glibc" or _numbers(version) < OLDEST_GLIBC):
        raise SetupError(
            "Sazesh needs a Linux with glibc 2.34 or later (Debian 12, Ubuntu 22.04 or newer); "
            f"this one has {name or 'another C library'} {version}".rstrip()
            + "."
        )


def venv_python() -> Path:
    return VENV / "Scripts" / "python.exe" if sys.platform == "win32" else VENV / "bin" / "python"


def has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def can_install() -> bool:
    """Whether set-up may itself call apt-get."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def environment(**more: str) -> dict[str, str]:
    """The environment for Python of the virtual environment; Qt wants a locale in UTF-8."""
    given = dict(os.environ)
    given.pop("PYTHONHOME", None)
    language = given.get("LC_ALL") or given.get("LC_CTYPE") or given.get("LANG") or ""
    if sys.platform == "linux" and "utf" not in language.lower():
        given["LC_ALL"] = "C.UTF-8"
    return given | more


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
