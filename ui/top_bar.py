"""The bar above every page: search, date, the one main action of the unit, and the lock."""

from datetime import date
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from services.persian import jalali
from ui.runtime.shortcuts import with_keys
from ui.theme.theme import px
from ui.widgets.buttons import IconButton, PrimaryButton
from ui.widgets.labels import Words

MAIN_KEYS, LOCK_KEYS = "Ctrl+N", "Ctrl+L"


@runtime_checkable
class Closable(Protocol):
    """A search box that an interview closes."""

    def set_interview(self, is_interview: bool) -> None: ...
    def open_edit(self) -> None: ...


class TopBar(QFrame):
    """`main_wanted`: the main button; `lock_wanted`: the lock."""

    main_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("TopBar")
        self.setFixedHeight(px(57))
        self._date = Words("", "quiet")
        self.main = PrimaryButton(self.tr("New intake"), "plus")
        self.main.enter_clicks = True
        self.main.setToolTip(with_keys(self.tr("New intake"), MAIN_KEYS))
        self.main.clicked.connect(self.main_wanted)
        self.lock = IconButton("lock-outline", with_keys(self.tr("Lock"), LOCK_KEYS), self, framed=True)
        self.lock.setFixedSize(px(50), px(34))
        self.lock.clicked.connect(self.lock_wanted)
        self._search: QWidget | None = None
        self._clock: QWidget | None = None
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(px(24), 0, px(24), 0)
        self._box.setSpacing(px(8))
        self._box.addStretch(1)
        for widget in (self._date, self.main, self.lock):
            self._box.addWidget(widget)

    def set_search(self, search: QWidget | None) -> None:
        """The search box of the session; None takes it away."""
        if self._search is not None:
            self._box.removeWidget(self._search)
            self._search.hide()
            self._search.deleteLater()
        self._search = search
        if search is not None:
            search.setMaximumWidth(px(460))
            self._box.insertWidget(0, search, 4)
            search.show()
            QWidget.setTabOrder(search, self.main)

    def set_clock(self, clock: QWidget | None) -> None:
        """The neutral mark of a running clock, beside the date; None takes it away."""
        if self._clock is not None:
            self._box.removeWidget(self._clock)
            self._clock.hide()
            self._clock.deleteLater()
        self._clock = clock
        if clock is not None:
            self._box.insertWidget(self._box.indexOf(self._date), clock)

    def search(self) -> QWidget | None:
        return self._search

    def open_search(self) -> None:
        """Give the search box the keyboard, also where an interview closed it."""
        if isinstance(self._search, Closable):
            self._search.open_edit()
        elif self._search is not None:
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_interview(self, is_interview: bool) -> None:
        """An interview closes the search: its results would name other files (P-3)."""
        if isinstance(self._search, Closable):
            self._search.set_interview(is_interview)

    def set_date(self, day: date) -> None:
        self._date.setText(jalali.format_long(day))

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the date makes room for the search."""
        self._date.setVisible(not narrow)
