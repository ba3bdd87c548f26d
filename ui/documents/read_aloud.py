"""The text of a paper in large letters, to be read to the person (P-32)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.theme.theme import px
from ui.widgets.labels import Words


class ReadAloud(QScrollArea):
    """`show_text` takes a paragraph each, the title first. Arrows and page keys scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Text to be read aloud"))
        self._shown: tuple[str, ...] = ()
        self._content = QWidget()
        self._content.setObjectName("ScrollContent")
        self._box = QVBoxLayout(self._content)
        self._box.setContentsMargins(px(16), px(8), px(16), px(16))
        self._box.setSpacing(px(14))
        self.setWidget(self._content)

    def show_text(self, paragraphs: tuple[str, ...]) -> None:
        if paragraphs == self._shown:
            return
        self._shown = paragraphs
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, text in enumerate(paragraphs):
            self._box.addWidget(Words(text, "readLarge" if place else "readLargeTitle", wrap=True))
        self._box.addStretch(1)
