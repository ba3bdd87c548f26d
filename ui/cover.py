"""What stands over the page when nobody has touched the program for a minute (P-3)."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.theme.icons import icon
from ui.theme.theme import px
from ui.widgets.labels import Chip, Words


class Cover(QFrame):
    """Hides the whole of `over`, and what lies over it (sheets, toasts); it names nobody and counts nothing.

    A running clock stays in sight as its neutral mark (R-8).
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self._over = over
        self.setObjectName("Cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        picture = QLabel()
        picture.setPixmap(icon("eye-off-outline", "quiet").pixmap(QSize(px(44), px(44))))
        words = Words(QCoreApplication.translate("Frame", "The screen is covered"), "cardTitle")
        how = Words(QCoreApplication.translate("Frame", "Press a key or move the mouse to go on"), "quiet")
        self._mark = Chip("", "information")
        self._mark.hide()
        box = QVBoxLayout(self)
        box.setSpacing(px(10))
        box.addStretch(1)
        for label in (picture, words, how):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(label)
        box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        over.installEventFilter(self)
        self.hide()

    def set_mark(self, words: str) -> None:
        """The mark of the clock that runs, "" for none."""
        self._mark.setText(words)
        self._mark.setVisible(bool(words))

    def set_shown(self, shown: bool) -> None:
        self._place()
        self.setVisible(shown)
        if shown:
            self.raise_()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def _place(self) -> None:
        top_left = self._over.mapTo(self._over.window(), QPoint(0, 0))
        self.setGeometry(QRect(top_left, self._over.size()))
