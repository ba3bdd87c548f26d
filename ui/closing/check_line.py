"""One line of the checklist: ticked by people, or known by the program with a way to where it is mended."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from services.closing import CheckItem
from ui.theme.icons import icon
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Words
from ui.widgets.tick import Tick


class CheckLine(QWidget):
    """`changed`: it was ticked. `wanted` carries the `CheckItem` that is to be mended now."""

    changed = Signal()
    wanted = Signal(object)

    def __init__(self, item: CheckItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self.tick: Tick | None = None
        self.way: LinkButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, px(2), 0, px(2))
        self._row.setSpacing(px(8))
        if item.is_manual:
            self.tick = Tick(item.label)
            self.tick.setAccessibleName(item.label)
            self.tick.changed.connect(self.changed)
            self._row.addWidget(self.tick, 1)
        else:
            self._show_known(item)

    def is_open(self) -> bool:
        """Whether it is neither done nor ticked."""
        return not (self.item.is_done if self.tick is None else self.tick.isChecked())

    def _show_known(self, item: CheckItem) -> None:
        picture = QLabel()
        picture.setFixedWidth(px(31))
        name, tone = ("check-circle-outline", "accent") if item.is_done else ("circle-outline", "quiet")
        if not item.is_done and item.holds:
            name, tone = "alert-circle-outline", "attention"
        picture.setPixmap(icon(name, tone).pixmap(QSize(px(19), px(19))))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(item.label))
        if item.missing:
            words.addWidget(Words(item.missing, "hint", wrap=True))
        done = self.tr("done") if item.is_done else item.missing
        self.setAccessibleName(f"{item.label}: {done}")
        self._row.addWidget(picture)
        self._row.addLayout(words, 1)
        if not item.is_done and item.leads_to:
            self.way = LinkButton(self.tr("Go there"), "arrow-left")
            self.way.setAccessibleName(self.tr("Go there: {what}").format(what=item.missing))
            self.way.clicked.connect(lambda: self.wanted.emit(item))
            self._row.addWidget(self.way)
