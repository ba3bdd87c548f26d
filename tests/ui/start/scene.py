"""A program in a window, started on a folder, with a clock that stands still and the light password cost."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from services.clock import SetClock
from services.vault.argon import LIGHT
from tests.services.opened_unit import MORNING
from tests.ui.keys import type_text
from ui.play.keyboard import turn
from ui.sign_in.sign_in_page import SignInPage
from ui.start.problem_page import ProblemPage
from ui.start.program import Program
from ui.start.program_window import ProgramWindow

PATIENCE = 20_000


@dataclass
class Scene:
    """What a person at the keyboard has before them."""

    qtbot: QtBot
    clock: SetClock
    window: ProgramWindow
    program: Program

    def shown(self) -> QWidget:
        page = self.window.currentWidget()
        assert page is not None
        return page

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget() or self.window.focusWidget()
        assert widget is not None
        return widget

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE)

    def idle(self) -> None:
        """Every lane is empty and its answers are delivered; the start has finished behind the sign-in page."""
        if isinstance(self.shown(), SignInPage) and not self.program.desk.is_locked:
            self.until(lambda: self.program.is_warm or not isinstance(self.shown(), SignInPage))
        self.until(self.program.lanes.idle)
        turn()
        self.until(self.program.lanes.idle)
        turn()

    def type(self, text: str) -> None:
        type_text(self.focused(), text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focused(), key, modifiers)

    def enter(self, times: int = 1) -> None:
        for _ in range(times):
            self.press(Qt.Key.Key_Return)

    def sign_in_page(self) -> SignInPage:
        page = self.shown()
        assert isinstance(page, SignInPage)
        return page

    def problem(self) -> ProblemPage:
        page = self.shown()
        assert isinstance(page, ProblemPage)
        return page

    def is_in(self) -> bool:
        """Whether the frame of a session is in sight."""
        frame = self.program._frame
        return frame is not None and self.window.currentWidget() is frame.main

    def end(self) -> None:
        self.program.end()
        self.window.close()
        self.window.deleteLater()
        turn()


def start(qtbot: QtBot, folder: Path, clock: SetClock | None = None) -> Scene:
    """The program begins on `folder`, in a window on the (offscreen) screen."""
    window = ProgramWindow()
    clock = clock or SetClock(MORNING)
    program = Program(folder, clock, window, LIGHT)
    program.begin()
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return Scene(qtbot, clock, window, program)
