"""A window with the program in it, a keyboard before it, and a camera."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from services.clock import Clock
from services.data_folder import read_front
from services.vault.argon import ArgonCost
from ui.main_window import MainWindow
from ui.play.keyboard import Keyboard, StoryError
from ui.sign_in.password_edit import PinEdit
from ui.sign_in.sign_in_page import SignInPage
from ui.start.program import Program
from ui.start.program_window import ProgramWindow

SIZE = (1366, 768)
PIN = "140523"


class Stage:
    """One data folder in one window, played from the keyboard; `screens` is where the pictures go."""

    def __init__(
        self, folder: Path, clock: Clock, screens: Path, argon: ArgonCost | None = None, size: tuple[int, int] = SIZE
    ) -> None:
        self.window = ProgramWindow()
        self.window.resize(*size)
        self.program = Program(folder, clock, self.window, argon)
        self.keyboard = Keyboard(self.program.lanes)
        self._screens = screens
        self._pictures = 0
        screens.mkdir(parents=True, exist_ok=True)
        self.program.begin()
        self.window.show()
        self.window.activateWindow()
        self.keyboard.settle(lambda: QApplication.focusWidget() is not None)

    @property
    def main(self) -> MainWindow:
        """The main window of whoever is signed in."""
        found = self.window.findChild(MainWindow)
        if found is None:
            raise StoryError("nobody is signed in")
        return found

    @property
    def page(self) -> Any:
        """The page in sight."""
        return self.main.page()

    def choose(self, username: str) -> None:
        """Choose a colleague's tile on the sign-in page."""
        page = self.window.findChild(SignInPage)
        account = next(one for one in read_front(self.program.desk.folder).accounts if one.username == username)
        if page is None:
            raise StoryError("the sign-in page is not in sight")
        page.choose(account.staff_id)
        self.keyboard.settle(lambda: QApplication.focusWidget() is not None)

    def sign_in(self, username: str, password: str) -> None:
        """The first time in a shift: tile, password, and the PIN of the shift."""
        self.choose(username)
        entered: list[bool] = []
        self.program.signed_in.connect(lambda: entered.append(True))
        self.keyboard.value(password)
        self.keyboard.settle(lambda: isinstance(QApplication.focusWidget(), PinEdit))
        for _ in range(2):
            self.keyboard.write(PIN)
        self.keyboard.settle(lambda: bool(entered))
        self.keyboard.settle()

    def picture(self, name: str) -> Path:
        """Take a picture of the window as it stands, numbered in the order of the story."""
        self.keyboard.settle()
        self._pictures += 1
        file = self._screens / f"{self._pictures:02}-{name}.png"
        shot(self.window, file)
        return file

    def close(self) -> None:
        self.program.end()
        self.window.close()
        QApplication.processEvents()


def shot(widget: QWidget, file: Path) -> None:
    """What the widget shows, as PNG."""
    QApplication.processEvents()
    if not widget.grab().save(str(file), "PNG"):  # type: ignore[call-overload]
        raise StoryError(f"the picture could not be stored: {file.name}")
