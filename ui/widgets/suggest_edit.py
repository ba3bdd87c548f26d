"""A line whose suggestions come from a service while one types: persons, cases, officers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.runtime.lanes import Lanes
from ui.widgets.line_edit import TextEdit1
from ui.widgets.option_list import OptionList
from ui.widgets.row_paint import Row
from ui.widgets.walking import ENTER, walk

Provider = Callable[[str], Sequence[Row]]
"""Gives the rows for a text; runs in a read lane, so it must touch no widget."""

_PAUSE_MS = 25
_CREATE = "create"


class SuggestEdit(TextEdit1):
    """Down goes into the suggestions, Enter picks the marked one and goes on, Esc closes.

    `picked` carries the whole `Row`. Nothing is marked until Down is pressed, so that Enter after free typing
    keeps the typed text; with `must_pick` the first row is marked at once. `created` asks for a new one:
    its words (`create_words`, with {text}) stand as the last row.
    """

    picked = Signal(object)
    created = Signal(str)

    def __init__(
        self,
        lanes: Lanes,
        provider: Provider,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        must_pick: bool = False,
        create_words: str = "",
        least: int = 1,
    ) -> None:
        super().__init__(placeholder, parent)
        self._lanes, self._provider = lanes, provider
        self._create_words, self._least = create_words, least
        self._rows: dict[object, Row] = {}
        self._list = OptionList(self, marks_first=must_pick)
        self._list.picked.connect(self._pick)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._on_edited)

    def close_list(self) -> None:
        """Close the suggestions and forget those under way."""
        self._pause.stop()
        self._lanes.void(self, "suggest")
        self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list.isVisible():
            if self._list.handle_key(event):
                return
            if event.key() == Qt.Key.Key_Escape:
                self.close_list()
                return
            key = self._list.current_key()
            if event.key() in ENTER and key is not None and not event.modifiers():
                self._pick(key)
                return
        elif event.key() == Qt.Key.Key_Down and len(self.text().strip()) >= self._least:
            self._ask()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = self._list.isVisible() and event.key() == Qt.Key.Key_Escape
            if mine:
                event.accept()
                return True
        return super().event(event)

    def _on_edited(self, text: str) -> None:
        if len(text.strip()) < self._least:
            self.close_list()
        else:
            self._pause.start()

    def _ask(self) -> None:
        text, provider = self.value(), self._provider
        self._lanes.read(self, lambda: tuple(provider(text)), self._show_found, latest="suggest")

    def _show_found(self, rows: Sequence[Row]) -> None:
        if not self.hasFocus():
            return
        shown = list(rows)
        if self._create_words:
            words = self._create_words.format(text=self.value())
            shown.append(Row(_CREATE, words, icon="plus"))
        self._rows = {row.key: row for row in shown}
        if shown:
            self._list.show_rows([("", row) for row in shown])
        else:
            self._list.hide()

    def _pick(self, key: object) -> None:
        row = self._rows.get(key)
        self.close_list()
        if row is None:
            return
        if key == _CREATE:
            self.created.emit(self.value())
            return
        self.picked.emit(row)
        if self.hasFocus():
            walk(self)
