"""A scroll bar in the margin: what scrolls keeps its width whether it must scroll or not, and stays in line."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from ui.theme.theme import px

WIDTH = 12


class GutterBar(QScrollBar):
    """Stands at the left edge of an area, `gap` further left on `host`, and turns the area's own hidden bar.

    `host` is the area itself or a widget around it whose margin takes the bar; it owns the bar.
    """

    def __init__(self, area: QAbstractScrollArea, host: QWidget | None = None, gap: int = 0) -> None:
        super().__init__(Qt.Orientation.Vertical, host or area)
        self._area, self._gap = area, gap
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        own = area.verticalScrollBar()  # asked for anew each time: a kept wrapper of Qt's own child may go stale
        own.rangeChanged.connect(self._follow)
        own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(own.setValue)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        return False

    def _follow(self) -> None:
        area, host = self._area, self.parentWidget()
        if host is None or not shiboken6.isValid(area):
            return
        own = area.verticalScrollBar()
        if not area.isVisibleTo(host) or own.maximum() <= own.minimum():
            self.hide()
            return
        corner = area.mapTo(host, QPoint(0, 0)) if host is not area else QPoint(0, 0)
        self.setGeometry(corner.x() - px(self._gap), corner.y(), px(WIDTH), area.height())
        self.setPageStep(area.viewport().height())
        self.setSingleStep(max(own.singleStep(), px(20)))
        self.setRange(own.minimum(), own.maximum())
        self.setValue(own.value())
        self.show()
        self.raise_()
