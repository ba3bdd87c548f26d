"""A panel over the page for a short task: title, content, one main button; Esc goes back to the page."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.runtime.shortcuts import key_shortcut, with_keys
from ui.theme.style import set_role
from ui.theme.theme import px, theme
from ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from ui.widgets.card import pack
from ui.widgets.gutter import GutterBar
from ui.widgets.labels import OneLine, Words
from ui.widgets.walking import EnterWalk, bring_into_view, give_back

_SETTLES_MS = 600
"""So long after it was opened, lists and answers come that show some of its fields and hide others."""


class Sheet(QWidget):
    """Lies over `window` and keeps the keyboard until it is closed. Content goes into `body`.

    `submitted`: the main button or Ctrl+Enter. The sheet stays open until the page calls `close_sheet`, so
    that errors can be shown in it. `closed`: it went, whichever way.
    """

    submitted = Signal()
    closed = Signal()
    kept_about: str | None = None
    """What the sheet is about (an id, "" for a new thing): its texts then survive a crash and Esc, and stand there
    again when it is next opened for the same. None: nothing is kept, or the sheet looks after its draft itself."""

    def __init__(
        self, window: QWidget, title: str, main_words: str = "", *, side: bool = False, width: int = 560
    ) -> None:
        """`side` puts the panel at the left edge in full height; otherwise it is centred."""
        super().__init__(window.window())
        self._side, self._width = side, width
        self.is_left = False
        """Whether it was closed by whoever sat before it, and not because its work was done."""
        self._returns_to: QWidget | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self.hide()
        self.panel = QFrame(self)
        self.panel.setObjectName("SheetPanel")
        self.panel.setAccessibleName(title)
        self._title = Words(title, "cardTitle")
        close = IconButton("close", with_keys(self.tr("Close"), "Esc"), self.panel)
        close.clicked.connect(self.ask_to_close)
        self._close = close
        self.body = QVBoxLayout()
        self.body.setSpacing(px(12))
        self.foot = QHBoxLayout()
        self.foot.setSpacing(px(10))
        self.notice = OneLine("", "error")
        self.cancel = QuietButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.ask_to_close)
        self.main = PrimaryButton(main_words, parent=self.panel)
        self.main.setHidden(not main_words)
        self.main.setToolTip(with_keys(main_words, "Ctrl+Return"))
        self.main.clicked.connect(self.submitted)
        self._lay_out()
        EnterWalk(self.panel)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        key_shortcut("Ctrl+Return", self, self._submit, context)
        key_shortcut("Esc", self, self.ask_to_close, context)
        self.window().installEventFilter(self)
        self._content.installEventFilter(self)

    def add_button(self, button: QPushButton) -> None:
        """A quiet button beside the main one."""
        self.foot.insertWidget(self.foot.count() - 1, button)

    def warn(self) -> None:
        """Its main button takes something away: it is filled with red."""
        set_role(self.main, "kind", "warning")

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.panel.setAccessibleName(title)

    def set_notice(self, sentence: str) -> None:
        """An error of the whole sheet, beside its buttons."""
        self.notice.setText(sentence)

    def open_sheet(self) -> None:
        """Show over the page and take the keyboard to the first field."""
        self._returns_to = self.window().focusWidget()
        if self.kept_about is not None and _keepers:
            _keepers[-1](self)
        self._place()
        self.show()
        # hints were reckoned for no width yet, with many lines: once they have theirs, the sheet needs less
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._place()
        self._settling.start()
        self.raise_()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """To the first field; whoever opened it in a window that was not seen yet asks for it again."""
        first = self._first_field() or self._close
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def refit(self) -> None:
        """The content grew or shrank: find the size again."""
        self.body.activate()
        self._place()

    def close_sheet(self) -> None:
        """Go away for good and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        give_back(self._returns_to)
        self.closed.emit()
        self.deleteLater()

    def can_close(self) -> bool:
        """Whether Esc, the cross or "cancel" may close it now; a sheet with typed text asks first."""
        return True

    def ask_to_close(self) -> None:
        if self.can_close():
            self.is_left = True
            self.close_sheet()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside: nothing under the sheet can be reached by accident."""
        order = self._stops()
        if not order:
            return True
        focused = self.window().focusWidget()
        at = order.index(focused) if focused in order else (-1 if forward else 0)
        to = order[(at + (1 if forward else -1)) % len(order)]
        to.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        bring_into_view(to)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the window; grows with content that comes after it was opened, and at first shrinks with it too."""
        if not self.isVisible():
            return False
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._place()
        elif event.type() == QEvent.Type.LayoutRequest and watched is self._content and not self._side:
            QTimer.singleShot(0, self, self._follow_content)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        veil = QColor("#0A0F14")
        veil.setAlpha(150 if theme().colours.dark else 115)
        painter.fillRect(self.rect(), veil)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self.panel)
        outer.setContentsMargins(px(20), px(16), px(20), px(16))
        outer.setSpacing(px(14))
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._close)
        outer.addLayout(top)
        self._content = content = QWidget()
        content.setObjectName("ScrollContent")
        self._holder = QVBoxLayout(content)
        self._holder.setContentsMargins(px(2), px(2), px(2), px(2))
        self._holder.addLayout(self.body)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        GutterBar(self._scroll, self.panel, 15)
        outer.addWidget(self._scroll, 1)
        self.foot.addWidget(self.notice, 1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.main)
        outer.addLayout(self.foot)
        QWidget.setTabOrder(self.main, self._close)

    def _follow_content(self) -> None:
        """Later it no longer shrinks: what is typed must not make it jump."""
        if not self.isVisible():
            return
        more = self._wanted_height(self.panel.width()) - self.panel.height()
        if more > 0 or (more and self._settling.isActive()):
            self._place()

    def _wanted_height(self, width: int) -> int:
        content = self._content
        inner = width - px(44)
        wraps = content.hasHeightForWidth()
        wanted = content.heightForWidth(inner) if wraps else content.sizeHint().height()
        wanted = max(wanted, content.minimumSizeHint().height())
        chrome = self.panel.sizeHint().height() - self._scroll.sizeHint().height()
        return min(wanted + chrome + px(4), self.window().height() - px(48))

    def _place(self) -> None:
        window = self.window()
        self.setGeometry(0, 0, window.width(), window.height())
        pack(self._holder, self.body)
        width = min(px(self._width), window.width() - px(48))
        if self._side:
            self.panel.setGeometry(px(12), px(12), width, window.height() - px(24))
            return
        height = self._wanted_height(width)
        self.panel.setGeometry(
            (window.width() - width) // 2, max(px(24), (window.height() - height) // 2), width, height
        )

    def _submit(self) -> None:
        if self.main.isVisible() and self.main.isEnabled():
            focused = self.window().focusWidget()
            leave: Any = getattr(focused, "check", None)
            if callable(leave):
                leave()
            self.submitted.emit()

    def _stops(self) -> list[QWidget]:
        found: list[QWidget] = []
        at = self.nextInFocusChain()
        while at is not None and at is not self:
            stops = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus) and at.focusProxy() is None
            if stops and self.isAncestorOf(at) and at.isVisible() and at.isEnabled():
                found.append(at)
            at = at.nextInFocusChain()
        inside = [stop for stop in found if self._content.isAncestorOf(stop)]
        return inside + [stop for stop in found if stop not in inside]

    def _first_field(self) -> QWidget | None:
        stops = self._stops()
        return stops[0] if stops else None


_keepers: list[Callable[[Sheet], object]] = []


def install_keeper(keep: Callable[[Sheet], object] | None) -> None:
    """What looks after the texts of every sheet with `kept_about` in this session; None when nobody is in."""
    _keepers[:] = [] if keep is None else [keep]


def open_sheet_of(window: QWidget) -> Sheet | None:
    """The sheet that lies over a window now, if any: the shortcuts of the page wait until it is gone."""
    sheets = [s for s in window.window().findChildren(Sheet) if s.isVisible()]
    return sheets[-1] if sheets else None
