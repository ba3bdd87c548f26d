"""Keys and the mouse of the whole program, seen where they come in: at its windows."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication


class WindowWatch(QObject):
    """Base of whatever follows input anywhere; a subclass has an `eventFilter`, which sees the events of windows.

    A filter on the application itself would call into Python for every event of every widget, which is nearly half
    of what opening a page costs.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication):
            program.focusWindowChanged.connect(self.on_window)
        self.watch()

    def watch(self) -> None:
        """Watch the windows that stand now; one that takes the keyboard later is watched from then on."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    def on_window(self, window: QObject | None) -> None:
        """Another window has the keyboard, or none of the program's."""
        if window is not None:
            window.installEventFilter(self)
