"""The one top-level window: the gate (sign-in, guide, problems) or the frame with the pages."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.theme.theme import px

_ICON_MS = 80
_LEAST = QSize(960, 640)
_FRAME = QSize(16, 48)
"""What the system draws around a window, at most: on a small screen the page's last rows lay below its edge."""


class ProgramWindow(QStackedWidget):
    """`show_gate` covers everything of the session, sheets and toasts too; `show_frame` brings it back as it was.

    `close_asked` is answered by `refuse_close` while something may not be left.
    """

    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Page")
        self.setWindowTitle(self.tr("Sazesh"))
        QTimer.singleShot(_ICON_MS, self, self._show_icon)
        self.setMinimumSize(_LEAST)  # of the screen: large text must not make a window that no screen holds
        wanted = QSize(px(1366), px(768))
        size = wanted.boundedTo(self.screen().availableSize() - _FRAME).expandedTo(_LEAST)
        self.resize(size)
        self._fills_screen = size != wanted
        self._hidden: list[QWidget] = []
        self._refused = False

    def _show_icon(self) -> None:
        """After the first paint: the icons would hold it up."""
        from ui.theme.icons import icon

        self.setWindowIcon(icon("handshake-outline", "accent"))

    def come_up(self) -> None:
        """The first sight of it: the whole screen where that has no room to spare."""
        if self._fills_screen:
            self.showMaximized()
        else:
            self.show()

    def show_gate(self, page: QWidget) -> None:
        """Only this page is to be seen."""
        if not self._hidden:
            self._hidden = [each for each in self._lying_over() if each.isVisible()]
        for widget in self._hidden:
            widget.hide()
        self._show(page)

    def show_frame(self, frame: QWidget) -> None:
        """The session's pages, with the sheet that lay over them."""
        self._show(frame)
        for widget in self._hidden:
            widget.show()
            widget.raise_()
        self._hidden = []

    def forget_session(self) -> None:
        """What was hidden by the gate belongs to nobody any more."""
        self._hidden = []

    def drop(self, page: QWidget) -> None:
        """A gate page that is over."""
        self.removeWidget(page)
        page.deleteLater()

    def come_forward(self) -> None:
        """A second start wants this window in front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def refuse_close(self) -> None:
        self._refused = True

    def closeEvent(self, event: QCloseEvent) -> None:
        self._refused = False
        self.close_asked.emit()
        if self._refused:
            event.ignore()
        else:
            event.accept()

    def _lying_over(self) -> list[QWidget]:
        pages = {self.widget(number) for number in range(self.count())}
        return [
            each
            for each in self.children()
            if isinstance(each, QWidget) and each not in pages and not each.isWindow()
        ]

    def _show(self, page: QWidget) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
