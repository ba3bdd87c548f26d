"""What tests of the safety pages do: open a page, press keys, wait for the lanes, read what is in sight."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThread
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.ui.desk import show
from tests.ui.keys import press, type_text
from tests.ui.safety.scenes import Scene
from ui.navigation import Page
from ui.widgets.mark import REVEAL_KEY

P = TypeVar("P", bound=Page)
CTRL = Qt.KeyboardModifier.ControlModifier


def settle(scene: Scene) -> None:
    """Every lane has finished, every answer came home, and what it asked for too."""
    quiet = 0
    for _ in range(2000):
        QCoreApplication.processEvents()
        quiet = quiet + 1 if scene.desk.lanes.idle() else 0
        if quiet > 4:
            return
        QThread.msleep(1)


def opened(scene: Scene, page: P) -> P:
    """A page in sight with its data."""
    show(page)
    page.activate(page.argument)
    settle(scene)
    settle(scene)  # a draft is looked for once the data are there
    return page


def focused(page: QWidget) -> QWidget:
    widget = page.window().focusWidget()
    assert widget is not None
    return widget


def keys(page: QWidget, *typed: str | int) -> None:
    """Each text or key goes to whatever holds the keyboard then."""
    for one in typed:
        if isinstance(one, str):
            type_text(focused(page), one)
        else:
            press(focused(page), one)
        QCoreApplication.processEvents()


def submit(scene: Scene, page: Page) -> None:
    """Ctrl+Enter, as the shortcut of the page calls it."""
    page._on_main_action()
    settle(scene)


def hold_f8(held: bool) -> None:
    kind = QEvent.Type.KeyPress if held else QEvent.Type.KeyRelease
    window = QApplication.focusWindow()
    assert window is not None
    QCoreApplication.sendEvent(window, QKeyEvent(kind, REVEAL_KEY, Qt.KeyboardModifier.NoModifier))
    QCoreApplication.processEvents()


def in_sight(widget: QWidget) -> str:
    """Every word that somebody at the screen can read now."""
    return "\n".join(_words(widget))


def _words(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle()
    for child in widget.findChildren(QWidget):
        if not child.isVisible():
            continue
        if isinstance(child, QLabel | QAbstractButton | QLineEdit):
            yield child.text()
            yield child.toolTip()
