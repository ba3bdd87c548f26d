"""The real window in a process of its own, where somebody types until it is killed.

`python -m tests.journeys.typist FOLDER DEED`.

Each line it prints was true before it was printed: "typed 17", "registered 1112-1405-0071".
"""

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"

from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from services.demo import PASSWORD
from services.persian.digits import to_persian
from tests.demo_folder import CHEAP, demo_clock
from ui.i18n import install_translators
from ui.play.keyboard import CONTROL
from ui.play.stage import Camera, Stage
from ui.play.story import script
from ui.theme.style import apply_theme

WHO = "counsellor"


def main(folder: Path, deed: str) -> None:
    qInstallMessageHandler(lambda _kind, _context, _message: None)
    application = QApplication(sys.argv[:1])
    install_translators(application)
    apply_theme(application, "light")
    stage = Stage(folder, demo_clock(), Camera(folder.parent / "typist"), CHEAP)
    stage.sign_in(WHO, PASSWORD)
    {"type": type_on, "register": register_on}[deed](stage)


def type_on(stage: Stage) -> None:
    """One number after the other into the first lines of a new file."""
    page = open_intake(stage)
    keyboard = stage.keyboard
    keyboard.go_to(page.referral.field("subject_line").edit)
    for number in range(1, 10_000):
        keyboard.write(f"{to_persian(number)} ")
        say(f"typed {number}")
        stage.wait(40)


def register_on(stage: Stage) -> None:
    """One file after the other."""
    words = script()["danger"]
    while True:
        page = open_intake(stage)
        keyboard = stage.keyboard
        keyboard.go_to(page.referral.field("source").edit)
        keyboard.choose(words["source"])
        keyboard.go_to(page.referral.field("primary_category").edit)
        keyboard.choose(words["category"])
        keyboard.go_to(page.parties.blocks()[0].grid.field("family_name").edit)
        keyboard.value(words["family_name"])
        keyboard.settle()
        keyboard.save()
        case = stage.on("CasePage")
        keyboard.settle(lambda case=case: case.shown is not None)
        say(f"registered {case.shown.detail.row.case_no}")


def open_intake(stage: Stage) -> object:
    stage.keyboard.key(Qt.Key.Key_N, CONTROL)
    page = stage.on("IntakePage")
    stage.keyboard.settle(lambda: bool(page.referral.field("source").edit.choices()))
    return page


def say(line: str) -> None:
    sys.stdout.write(f"{time.monotonic():.3f} {line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
