"""`main.py --play DIR`: the story of a day, played through the real screens; pictures and papers stay in DIR."""

import os
import shutil
import sys
import time
import traceback
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from services.clock import SetClock, instant
from services.vault.argon import LIGHT
from ui.start.options import Options

if TYPE_CHECKING:
    from ui.play.story import Story

_SCREENS, _PAPERS, _DATA = "screens", "papers", "data"
_BEGINS = datetime(2026, 11, 21, 8, 10)  # noqa: DTZ001 - a wall-clock reading
"""A Saturday morning, always the same: no step depends on the day on which the story is played."""


def play_story(options: Options) -> int:
    """Play it; 0 when every step could be done, 1 otherwise: what was made until then stays."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    folder = (options.play or Path()).expanduser().resolve()
    for name in (_SCREENS, _PAPERS, _DATA):
        shutil.rmtree(folder / name, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    from PySide6.QtCore import qInstallMessageHandler

    qInstallMessageHandler(lambda _kind, _context, _message: None)  # the offscreen platform tells what it cannot do
    _dress(options)
    from ui.play.story import Story

    begun = time.monotonic()
    story = Story(folder, SetClock(instant(_BEGINS)), LIGHT)
    try:
        _play(story, folder / _DATA)
    except Exception as error:
        _tell(story.step, error)
        return 1
    finally:
        story.close()
        shutil.rmtree(folder / _DATA, ignore_errors=True)
    _say(f"The story took {time.monotonic() - begun:.0f} seconds.")
    _say(f"Screens (PNG): {folder / _SCREENS}")
    _say(f"Papers (PDF): {folder / _PAPERS}")
    return 0


def _play(story: "Story", data: Path) -> None:
    from ui.play import acts

    for act in acts.ALL:
        story.step = act.name
        begun = time.monotonic()
        act.play(story, data / act.folder)
        _say(f"{act.name}: {time.monotonic() - begun:.0f} s")


def _dress(options: Options) -> None:
    from ui.i18n import install_translators
    from ui.theme.style import application, apply_theme

    app = application()
    app.setApplicationName("Sazesh")
    install_translators(app)
    apply_theme(app, "light", scale=options.scale)


def _tell(step: str, error: Exception) -> None:
    last = traceback.extract_tb(error.__traceback__)[-1]
    sys.stderr.write(f"The story stopped at «{step}»: {type(error).__name__}: {error} ({last.name})\n")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
