"""A paper on a card with the small buttons over it: page, zoom, fit."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.persian.digits import to_persian
from ui.documents.paper_view import PaperView
from ui.runtime.lanes import Lanes
from ui.theme.theme import px
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.labels import Words


class PaperCard(Card):
    """`view` shows the pages, `tools` are its buttons; `header` takes more beside the title."""

    def __init__(self, lanes: Lanes, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.view = PaperView(lanes)
        self._page, self._percent = Words("", "quiet"), Words("", "quiet")
        out = IconButton("magnify-minus-outline", self.tr("Smaller"))
        into = IconButton("magnify-plus-outline", self.tr("Larger"))
        fit = IconButton("arrow-expand-horizontal", self.tr("As wide as the window"))
        out.clicked.connect(self.view.zoom_out)
        into.clicked.connect(self.view.zoom_in)
        fit.clicked.connect(self.view.fit_width)
        self.tools = QWidget()
        tools = QHBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(px(8))
        for widget in (self._page, out, self._percent, into, fit):
            tools.addWidget(widget)
        self.header.addWidget(self.tools)
        self.view.zoomed.connect(self._on_zoomed)
        self.view.paged.connect(self._on_paged)
        self.view.setMinimumHeight(px(260))
        self.set_title(self.tr("Preview"))
        self.add(self.view, 1)

    def _on_zoomed(self, percent: int) -> None:
        self._percent.setText(self.tr("{percent}%").format(percent=to_persian(percent)))

    def _on_paged(self, page: int, pages: int) -> None:
        words = self.tr("Page {page} of {pages}")
        self._page.setText(words.format(page=to_persian(page), pages=to_persian(pages)) if pages else "")
