"""A window with the program in it, a keyboard before it, and a camera."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget

from services.clock import Clock
from services.data_folder import read_front
from services.vault.argon import ArgonCost
from ui.find.search_box import SearchEdit
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.play.keyboard import Keyboard, StoryError, turn
from ui.sign_in.pin_edit import PinEdit
from ui.sign_in.sign_in_page import SignInPage
from ui.start.program import Program
from ui.start.program_window import ProgramWindow
from ui.widgets.ask import Question
from ui.widgets.buttons import DangerButton
from ui.widgets.sheet import Sheet, open_sheet_of

SIZE = (1366, 768)
PIN = "140523"
_LOOK_MS = 15
_MOST_STEPS_BACK = 6
PREVIEW_PAUSE_MS = 260

W = TypeVar("W", bound=QWidget)


class Camera:
    """Pictures of one play, numbered in its order."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, widget: QWidget, name: str) -> Path:
        """What the widget shows, as PNG."""
        turn()
        self._count += 1
        file = self.folder / f"{self._count:03}-{name}.png"
        if not widget.grab().save(str(file), "PNG"):
            raise StoryError(f"the picture could not be stored: {file.name}")
        return file


class Stage:
    """One data folder in one window, played from the keyboard."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        camera: Camera,
        argon: ArgonCost | None = None,
        size: tuple[int, int] = SIZE,
    ) -> None:
        self.window = ProgramWindow()
        self.window.resize(*size)
        self.program = Program(folder, clock, self.window, argon)
        self.keyboard = Keyboard(self.program.lanes)
        self.camera = camera
        self._is_pin_pictured = False
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

    @property
    def sheet(self) -> Any:
        """The sheet that lies over the page."""
        found = open_sheet_of(self.window)
        if found is None:
            raise StoryError("no sheet is open")
        return found

    def find(self, kind: type[W]) -> W:
        """The widget of that class in sight."""
        for widget in self.window.findChildren(kind):
            if widget.isVisible():
                return widget
        raise StoryError(f"{kind.__name__} is not in sight")

    def on(self, name: str) -> Any:
        """Wait until a page of that class is in sight, with its data."""
        self.keyboard.settle(lambda: type(self.page).__name__ == name)
        self.keyboard.settle()
        return self.page

    def wait_sheet(self, kind: type[Sheet] | None = None) -> Any:
        """Wait until a sheet is open."""

        def is_open() -> bool:
            sheet = open_sheet_of(self.window)
            return sheet is not None and (kind is None or isinstance(sheet, kind))

        self.keyboard.settle(is_open)
        self.keyboard.settle()
        return self.sheet

    def go(self, page_key: str) -> Any:
        """To a page of the rail, by its shortcut."""
        spec = next(spec for spec in PAGES if spec.key == page_key)
        digit = self.main.rail.keys_of(spec).rpartition("+")[2]
        self.keyboard.key(Qt.Key.Key_0 + int(digit), Qt.KeyboardModifier.ControlModifier)
        return self.on(spec.place.rpartition(":")[2])

    def search(self, text: str, picture: str) -> Any:
        """Type into the search box, and open what is found first."""
        self.keyboard.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        before = self.page
        self.keyboard.write(text)
        box = self.find(SearchEdit)
        self.keyboard.settle(box.has_results)
        self.settle_previews()
        self.picture(picture)
        self.keyboard.key(Qt.Key.Key_Return)
        self.keyboard.settle(lambda: self.page is not before)
        self.keyboard.settle()
        return self.page

    def wait_no_sheet(self) -> None:
        """Wait until the page is free again."""
        self.keyboard.settle(lambda: open_sheet_of(self.window) is None)
        self.keyboard.settle()

    def answer_question(self, picture: str, *, destroys: bool) -> None:
        """Press Esc, and answer the question that comes: the last button, or the one that has the keyboard."""
        timer = QTimer(self.window, interval=_LOOK_MS)

        def answer() -> None:
            question = QApplication.activeModalWidget()
            if not isinstance(question, Question):
                return
            timer.stop()
            self.camera.take(question, picture)
            if destroys:
                self.keyboard.go_to(question.findChildren(DangerButton)[0])
            self.keyboard.key(Qt.Key.Key_Return)

        timer.timeout.connect(answer)
        timer.start()
        self.keyboard.key(Qt.Key.Key_Escape)
        self.keyboard.settle()
        timer.stop()
        self.window.activateWindow()
        self.keyboard.settle()

    def back_to(self, name: str) -> Any:
        """Go the way back until a page of that class is in sight."""
        for _ in range(_MOST_STEPS_BACK):
            if type(self.page).__name__ == name:
                break
            self.keyboard.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
            self.keyboard.settle()
        return self.on(name)

    def settle_previews(self) -> None:
        """A preview follows typing after a short pause; then it is drawn."""
        self.wait(PREVIEW_PAUSE_MS)
        self.keyboard.settle()

    def wait(self, milliseconds: int) -> None:
        """Let timers run."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        """The button in sight that begins with these words."""
        for button in (inside or self.window).findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled() and button.text().startswith(words):
                return button
        raise StoryError(f"no button in sight says {words}")

    # --- coming and going ---------------------------------------------------------------------------------------

    def choose(self, username: str) -> None:
        """Choose a colleague's tile on the sign-in page with the arrow keys."""
        page = self.find(SignInPage)
        account = next(one for one in read_front(self.program.desk.folder).accounts if one.username == username)
        for _ in range(len(read_front(self.program.desk.folder).accounts)):
            chosen = page.account()
            if chosen is not None and chosen.staff_id == account.staff_id:
                break
            self.keyboard.key(Qt.Key.Key_Down)
        self.keyboard.settle(lambda: QApplication.focusWidget() is not None)

    def sign_in(self, username: str, password: str) -> None:
        """The first time in a shift: tile, password, and the PIN of the shift."""
        self.choose(username)
        entered = self._entered()
        self.keyboard.value(password)
        self.keyboard.settle(lambda: isinstance(QApplication.focusWidget(), PinEdit))
        if not self._is_pin_pictured:
            self._is_pin_pictured = True
            self.picture("pin-of-the-shift")
        for _ in range(2):
            self.keyboard.write(PIN)
        self.keyboard.settle(lambda: bool(entered))
        self.keyboard.settle()

    def come_back(self, username: str) -> None:
        """After a lock, by the PIN of the shift."""
        self.choose(username)
        entered = self._entered()
        self.keyboard.write(PIN)
        self.keyboard.settle(lambda: bool(entered))
        self.keyboard.settle()

    def lock(self) -> None:
        self.keyboard.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.keyboard.settle(lambda: self.program.desk.is_locked)

    def close(self) -> None:
        self.program.end()
        self.window.close()
        self.window.deleteLater()
        turn()

    # --- pictures and files ---------------------------------------------------------------------------------------

    def picture(self, name: str) -> Path:
        """Take a picture of the window as it stands."""
        self.keyboard.settle()
        return self.camera.take(self.window, name)

    def save_file(self, act: Callable[[], object], path: Path, picture: str = "") -> None:
        """Do what asks for a file, and type the path into the dialog."""
        path.unlink(missing_ok=True)
        timer = QTimer(self.window, interval=_LOOK_MS)
        timer.timeout.connect(lambda: self._answer_dialog(timer, path, picture))
        timer.start()
        act()
        self.keyboard.settle(path.exists)
        timer.stop()
        self.window.activateWindow()
        self.keyboard.settle(lambda: QApplication.focusWidget() is not None)

    def _answer_dialog(self, timer: QTimer, path: Path, picture: str) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog) or not isinstance(QApplication.focusWidget(), QWidget):
            return
        timer.stop()
        self.keyboard.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.keyboard.write(str(path))
        if picture:
            self.camera.take(dialog, picture)
        self.keyboard.key(Qt.Key.Key_Return)

    def _entered(self) -> list[bool]:
        entered: list[bool] = []
        self.program.signed_in.connect(lambda: entered.append(True))
        return entered
