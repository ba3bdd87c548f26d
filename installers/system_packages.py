"""What Debian and Ubuntu do not bring by themselves: Qt's libraries, Poppler for the checks, the venv module.

As root these are installed with apt-get; for everybody else set-up names the one command to give.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from installers.machine import SetupError, can_install, environment, say, venv_python

OFFSCREEN = (
    "libegl1",
    "libgl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
    "libglib2.0-0",
    "libgssapi-krb5-2",
)
SCREEN = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libx11-xcb1",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libcups2",
)
POPPLER = ("poppler-utils",)
_POPPLER_PROGRAMS = ("pdftotext", "pdftoppm", "pdfinfo", "pdffonts")

_LOAD_QT = """
import sys
from PySide6 import QtCore, QtGui, QtNetwork, QtPdf, QtPdfWidgets, QtPrintSupport, QtSvg, QtWidgets
QtWidgets.QApplication(sys.argv[:1])
"""
_LOAD_XCB = """
import ctypes, pathlib, PySide6
ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"))
"""


def ensure_qt(*, screen: bool) -> bool:
    """Make Qt load; with `screen` it must also be able to open windows. Answers whether it can."""
    if sys.platform != "linux":
        return True
    offscreen_fault, screen_fault = _load_fault(_LOAD_QT), _load_fault(_LOAD_XCB)
    words = ""
    if (offscreen_fault or screen_fault) and can_install():
        say("Installing the libraries that Qt needs (apt-get) ...")
        words = _apt_install((*OFFSCREEN, *SCREEN))
        offscreen_fault, screen_fault = _load_fault(_LOAD_QT), _load_fault(_LOAD_XCB)
    fault = offscreen_fault or (screen_fault if screen else "")
    if fault:
        raise SetupError(f"Qt cannot start ({fault}). {words}{advice((*OFFSCREEN, *SCREEN))}")
    return not screen_fault


def ensure_poppler() -> None:
    """The checks read every paper back with Poppler."""
    words = ""
    if not _has_poppler() and can_install():
        say("Installing poppler-utils (apt-get) ...")
        words = _apt_install(POPPLER)
    if not _has_poppler():
        raise SetupError(f"The checks read papers with Poppler (pdftotext, pdftoppm). {words}{advice(POPPLER)}")


def ensure_venv_module() -> None:
    """Debian and Ubuntu ship Python without ensurepip; `venv` cannot work without it."""
    exact = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    words = ""
    if not _has_ensurepip() and can_install():
        say(f"Installing {exact} (apt-get) ...")
        words = _apt_install((exact,)) and _apt_install(("python3-venv",))
    if not _has_ensurepip():
        raise SetupError(f"This Python has no ensurepip, which .venv needs. {words}{advice((exact,))}")


def advice(packages: Sequence[str]) -> str:
    """The one command for whoever may not install."""
    if shutil.which("apt-get"):
        return "Please give this command, then try again:\n  sudo apt-get install " + " ".join(packages)
    return (
        "Please install what these Debian packages hold under the names of your system, then try again: "
        + " ".join(packages)
    )


def _has_poppler() -> bool:
    return all(shutil.which(program) for program in _POPPLER_PROGRAMS)


def _has_ensurepip() -> bool:
    """Asked in a process of its own, whose import caches do not remember what was missing a moment ago."""
    asked = [sys.executable, "-c", "import ensurepip, venv"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _load_fault(code: str) -> str:
    """The last words of a Python that could not load it; nothing when it could."""
    done = subprocess.run(
        [str(venv_python()), "-c", code],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return ""
    return (done.stderr.strip().splitlines() or [f"status {done.returncode}"])[-1]


def _apt_install(packages: Sequence[str]) -> str:
    """What apt-get said when it failed, as a sentence of its own; nothing when it did not."""
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", *command],
            env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
    return "" if done.returncode == 0 else f"apt-get said:\n{done.stdout.strip()}\n"
