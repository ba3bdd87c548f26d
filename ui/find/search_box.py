"""Everything is found from here: results come as one types, Enter opens the first, Esc gives the page back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.search import Hit
from ui.context import AppContext
from ui.find.rows import rows_of
from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.theme.icons import colour_of, paint_glyph
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.line_edit import LineEdit
from ui.widgets.option_list import OptionList
from ui.widgets.walking import ENTER

KEYS = "Ctrl+K"
_PAUSE_MS = 12
_REST_MS = 1000
_WARM_MS = 700
_SHOWN = 30
_WIDTH = 520
_PAGES = {"person": "person", "case": "case", "letter": "letters"}


class SearchBox(QWidget):
    """During an interview it is a button: names of other files show only when somebody asks for them (P-3)."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_interview = False
        self.edit = SearchEdit(context, self)
        self._ask = QuietButton(self.tr("Search"), "magnify", self)
        self._ask.setToolTip(with_keys(self.tr("Search"), KEYS))
        self._ask.hide()
        self._ask.clicked.connect(self.open_edit)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.edit, 1)
        box.addWidget(self._ask)
        box.addStretch(0)
        self.setFocusProxy(self.edit)
        self.edit.left.connect(self._on_left)
        key_shortcut(KEYS, self, self.open_edit)

    def set_interview(self, is_interview: bool) -> None:
        """An interview closes the box; afterwards it is open again."""
        self._is_interview = is_interview
        self.edit.clear_all()
        self._show_edit(not is_interview)

    def open_edit(self) -> None:
        """Take the keyboard, also during an interview."""
        self._show_edit(True)
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_edit(self, shown: bool) -> None:
        self.edit.setVisible(shown)
        self._ask.setVisible(not shown)

    def _on_left(self) -> None:
        if self._is_interview:
            self._show_edit(False)


class SearchEdit(LineEdit):
    """`left`: the keyboard went elsewhere and nothing is sought."""

    left = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hits: dict[object, Hit] = {}
        self._recorded = ""
        self.setPlaceholderText(self.tr("Name, national code, number of a file or letter …"))
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(with_keys(self.tr("Search"), KEYS))
        self.setTextMargins(0, 0, px(26), 0)
        self._list = OptionList(self, visible_rows=14)
        self._list.setAccessibleName(self.tr("Search results"))
        self._list.picked.connect(self._open)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._find)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._record)
        self.textChanged.connect(self._on_text)
        QTimer.singleShot(_WARM_MS, self, self._warm_up)

    def clear_all(self) -> None:
        """No text, no results, nothing under way."""
        self.clear()
        self._close()

    def has_results(self) -> bool:
        """Whether something to be opened stands below."""
        return self._list.isVisible() and bool(self._hits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_back()
            return
        if self._list.isVisible():
            if self._list.handle_key(event):
                return
            key = self._list.current_key()
            if event.key() in ENTER and key is not None:
                self._open(key)
                return
        elif event.key() == Qt.Key.Key_Down:
            if self.value():
                self._find()
            else:
                self._say(self._hint())
            return
        if event.key() in ENTER:
            self._find()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        window_stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in window_stays:
            self.selectAll()
        if self.value():
            self._find()
        elif event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self._say(self._hint())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()
        if not self.value() and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = px(17)
        rect = QRectF(self.width() - side - px(11), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_glyph(painter, rect, "magnify", colour_of("quiet"))

    def _on_text(self, _text: str) -> None:
        if not self.value():
            self._close()
            if self.hasFocus():
                self._say(self._hint())
        elif self.hasFocus():
            self._pause.start()
            self._rest.start()

    def _warm_up(self) -> None:
        context = self._context
        if not context.lanes.idle():  # the first page comes first
            QTimer.singleShot(_WARM_MS // 4, self, self._warm_up)
            return
        warm = partial(context.services.search.warm_up, context.actor)
        context.lanes.read(self, warm, lambda _none: None, lambda _error: None)

    def _find(self) -> None:
        text = self.value()
        search, actor = self._context.services.search, self._context.actor
        ask = partial(search.find, actor, text, _SHOWN)
        self._context.lanes.read(self, ask, partial(self._show, text), latest="find")

    def _show(self, text: str, hits: Sequence[Hit]) -> None:
        if not self.hasFocus() or text != self.value():
            return
        if not hits:
            self._say(self.tr("Nothing is found. Try another part of the name or number."))
            return
        self._hits = {hit.id: hit for hit in hits}
        self._list.show_rows(rows_of(hits), width=px(_WIDTH))

    def _say(self, sentence: str) -> None:
        """A line in the place of the results; it can't be chosen."""
        self._hits = {}
        self._list.show_sentence(sentence, px(_WIDTH))

    def _hint(self) -> str:
        return self.tr("A name in any spelling, a national code, a telephone; the number of a file, letter or court.")

    def _open(self, key: object) -> None:
        hit = self._hits.get(key)
        if hit is None:
            return
        self._record()
        self.clear_all()
        self.left.emit()
        self._context.navigate(_PAGES[hit.noun], hit.id)

    def _record(self) -> None:
        """A search at which typing rested is an access (R-24); one that only passed by is not."""
        text = self.value()
        self._rest.stop()
        if text and text != self._recorded:
            self._recorded = text
            rested = partial(self._context.services.search.rested, self._context.actor, text)
            self._context.lanes.write(self, rested)

    def _close(self) -> None:
        self._pause.stop()
        self._rest.stop()
        self._context.lanes.void(self, "find")
        self._list.hide()

    def _give_back(self) -> None:
        """Esc: first the results go, then the text, then the keyboard returns to the page."""
        if self._list.isVisible() and self.value():
            self._close()
        elif self.value():
            self.clear()
        else:
            self._close()
            self.left.emit()
            self.window().setFocus(Qt.FocusReason.OtherFocusReason)
            self.clearFocus()
