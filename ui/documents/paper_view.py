"""The pages of a paper, as wide as the view or at a zoom, drawn in a lane; the old picture stays until then."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from services.persian.digits import to_persian
from ui.documents.pdf_pages import page_pictures
from ui.runtime.lanes import Lanes
from ui.theme.theme import px, theme

_LEAST, _MOST = 0.3, 2.5
_WIDEST_FIT = 1.2
"""Fitted to a wide view, half a page of huge letters would be seen: it stops growing here."""
_STEP = 1.2
_A4_POINTS = 595.276
_REST_MS = 60


class PaperView(QAbstractScrollArea):
    """`show_paper(bytes)`. Arrows, page keys and the wheel scroll; plus, minus and control with the wheel zoom; 0
    fits the width again. `zoomed` tells the percent of the paper's natural size, `paged` page in sight and count.
    """

    zoomed = Signal(int)
    paged = Signal(int, int)

    def __init__(self, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._content = b""
        self._pages: tuple[QImage, ...] = ()
        self._zoom = 0.0
        self._drawn_for = (0, 0.0)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._draw)
        self.setObjectName("PaperView")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        self.setAccessibleName(self.tr("Paper"))

    def show_paper(self, content: bytes) -> None:
        """Another paper, or the same one as it stands now; the place in it is kept."""
        self._content = content
        self._drawn_for = (0, 0.0)
        self._draw()

    def clear(self) -> None:
        self._lanes.void(self, "pages")
        self._content, self._pages = b"", ()
        self._measure()

    def pages(self) -> int:
        """How many pages are drawn."""
        return len(self._pages)

    def page(self) -> int:
        """The page in the middle of the view, from 1; 0 while nothing is shown."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        tops = [rect.top() for rect in self._rects()]
        return max(1, sum(top <= middle for top in tops)) if tops else 0

    def percent(self) -> int:
        return round(self._width() / self._natural() * 100)

    def zoom_in(self) -> None:
        self._set_zoom(self._factor() * _STEP)

    def zoom_out(self) -> None:
        self._set_zoom(self._factor() / _STEP)

    def fit_width(self) -> None:
        """As wide as the view, whatever its width becomes."""
        self._zoom = 0.0
        self._refit()

    def go_to(self, page: int) -> None:
        """Bring the top of a page (from 1) into sight."""
        rects = self._rects()
        if 1 <= page <= len(rects):
            self.verticalScrollBar().setValue(int(rects[page - 1].top()) - px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
            Qt.Key.Key_Home: lambda: bar.setValue(0),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Space: lambda: bar.setValue(bar.value() + bar.pageStep()),
        }
        found = keys.get(Qt.Key(event.key())) or (self.fit_width if event.text() == "\u06f0" else None)
        if found is None:
            super().keyPressEvent(event)
        else:
            found()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme().colours.quiet_soft))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for image, rect in zip(self._pages, self._rects(), strict=True):
            shown = rect.translated(-offset)
            if not shown.intersects(QRectF(self.viewport().rect())):
                continue
            painter.drawImage(shown, image)
            painter.setPen(QPen(QColor(theme().colours.field_line), 1))
            painter.drawRect(shown.adjusted(-0.5, -0.5, 0.5, 0.5))

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(600))

    def _natural(self) -> float:
        return _A4_POINTS * theme().density * 96 / 72

    def _width(self) -> int:
        if self._zoom:
            return round(self._natural() * self._zoom)
        fitting = min(self.viewport().width() - 2 * px(14), round(self._natural() * _WIDEST_FIT))
        return max(px(120), fitting)

    def _factor(self) -> float:
        return self._zoom or self._width() / self._natural()

    def _set_zoom(self, factor: float) -> None:
        self._zoom = min(_MOST, max(_LEAST, factor))
        self._refit()

    def _refit(self) -> None:
        self._measure()
        self.zoomed.emit(self.percent())
        if self._content:
            self._rest.start()

    def _draw(self) -> None:
        width, ratio, content = self._width(), self.devicePixelRatioF(), self._content
        if not content or self._drawn_for == (width, ratio):
            return
        self._drawn_for = (width, ratio)
        self._lanes.read(self, lambda: page_pictures(content, width, ratio), self._take, latest="pages")

    def _take(self, pages: tuple[QImage, ...]) -> None:
        self._pages = pages
        self._measure()
        self._tell_page()

    def _rects(self) -> list[QRectF]:
        """Where each page lies, in the coordinates of the whole; pages that are too narrow stand in the middle."""
        found, top, width = [], float(px(12)), float(self._width())
        left = max(float(px(14)), (self.viewport().width() - width) / 2)
        for image in self._pages:
            height = width * image.height() / max(1, image.width())
            found.append(QRectF(left, top, width, height))
            top += height + px(14)
        return found

    def _measure(self) -> None:
        rects = self._rects()
        height = rects[-1].bottom() + px(12) if rects else 0.0
        width = self._width() + 2 * px(14)
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(self.viewport().height())
        vertical.setSingleStep(px(40))
        vertical.setRange(0, max(0, round(height - self.viewport().height())))
        horizontal.setPageStep(self.viewport().width())
        horizontal.setRange(0, max(0, width - self.viewport().width()))
        self.viewport().update()

    def _tell_page(self) -> None:
        words = self.tr("Page {page} of {pages}")
        self.setAccessibleDescription(words.format(page=to_persian(self.page()), pages=to_persian(self.pages())))
        self.paged.emit(self.page(), self.pages())
