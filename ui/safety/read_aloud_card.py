"""What is read to the person before consent, sentence by sentence, large enough to read from (P-32, §5.6)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from services.persian.digits import to_persian
from ui.theme.theme import px
from ui.widgets.card import Card
from ui.widgets.labels import Words
from ui.widgets.tick import Tick


class ReadAloudCard(Card):
    """`tick` says that it was read and understood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Read aloud, slowly"))
        self._points = QGridLayout()
        self._points.setHorizontalSpacing(px(10))
        self._points.setVerticalSpacing(px(10))
        self._points.setColumnStretch(1, 1)
        self.tick = Tick(self.tr("It was read out and understood"))
        self.add(self._points)
        self.add(self.tick)

    def set_points(self, points: tuple[str, ...]) -> None:
        while (item := self._points.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, point in enumerate(points):
            number = Words(to_persian(row + 1), "quiet")
            self._points.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            self._points.addWidget(Words(point, "readAloud", wrap=True), row, 1)
