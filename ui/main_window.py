"""The frame around every page: rail, top bar, the page in sight. It knows no noun of the field."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui import pages
from ui.context import AppContext
from ui.cover import Cover
from ui.navigation import History, Page, Place
from ui.pages import PageSpec, SheetSpec
from ui.rail import Rail
from ui.runtime.shortcuts import key_shortcut
from ui.theme.theme import px
from ui.top_bar import LOCK_KEYS, MAIN_KEYS, TopBar
from ui.widgets.ask import close_questions
from ui.widgets.sheet import open_sheet_of
from ui.widgets.toast import Toasts

_NARROW_BELOW = 1100
_SEARCH_KEYS = "Ctrl+F"
_AHEAD_MS = 900
_STEP_MS, _BUSY_MS = 30, 120
_QUIET_MS = 300
"""So long after a key or a click the next page is not made yet: another one may follow."""


class SessionWatch(Protocol):
    """What stands in the frame of every page: a mark in the bar, a line under it; see `ui.pages.WATCH`."""

    mark: QWidget
    bar: QWidget
    said: Any

    def begin(self) -> None: ...
    def set_interview(self, is_interview: bool) -> None: ...
    def end(self) -> None: ...


class MainWindow(QMainWindow):
    """Shows the pages of one session after the other.

    `lock_wanted` and `switch_wanted` go to whoever owns the session; `interview_changed` tells it that an
    interview is open (P-3); `covers_changed` that the page in sight covers itself.
    """

    lock_wanted = Signal()
    switch_wanted = Signal()
    interview_changed = Signal(bool)
    covers_changed = Signal(bool)
    closing = Signal()

    def __init__(self, specs: tuple[PageSpec, ...] = pages.PAGES, main_page: str = "intake") -> None:
        """`main_page` is what the main button opens."""
        super().__init__()
        self.setWindowTitle(QCoreApplication.translate("Frame", "Sazesh"))
        self._specs = {spec.key: spec for spec in specs}
        self._main_page = main_page
        self._context: AppContext | None = None
        self._kept: dict[str, Page] = {}
        self._shortcuts: list[QShortcut] = []
        self._ahead: list[PageSpec] = []
        self._place: Place | None = None
        self._watch: SessionWatch | None = None
        self.rests_for: Callable[[int], bool] = lambda _ms: True
        """Whether nobody has pressed a key or a button for so long."""
        self._history = History(self._go)
        self.rail, self.top_bar = Rail(self), TopBar(self)
        self._stack = QStackedWidget(self)
        self.toasts = Toasts(self)
        self._lay_out()
        self._cover = Cover(self._area)
        self.rail.chosen.connect(self.navigate)
        self.rail.switch_wanted.connect(self.switch_wanted)
        self.top_bar.lock_wanted.connect(self.lock_wanted)
        self.top_bar.main_wanted.connect(self._open_main_page)
        key_shortcut(LOCK_KEYS, self, self.lock_wanted.emit)
        key_shortcut("Ctrl+Shift+L", self, self.switch_wanted.emit)
        self._midnight = QTimer(self, interval=60_000)
        self._midnight.timeout.connect(self._show_date)
        self.resize(px(1366), px(768))

    def start(self, context: AppContext, unit_line: str, role_words: str, first_page: str = "") -> None:
        """Begin the session of `context`: its pages in the rail, its name below, its first page in sight."""
        self.end()
        self._context = context
        self.rail.set_unit(unit_line)
        self.rail.set_user(context.actor.name, role_words)
        shown = pages.rail_pages(context.actor, self._specs.values())
        self.rail.set_pages(shown)
        main = self._specs.get(self._main_page)
        self.top_bar.main.setVisible(main is not None and main.is_open_to(context.actor))
        self._show_date()
        self._midnight.start()
        self._set_shortcuts(shown)
        if first_page or shown:
            self.navigate(first_page or shown[0].key)
        opens = [spec for spec in self._specs.values() if spec.is_open_to(context.actor)]
        self._ahead = sorted(opens, key=lambda spec: not spec.is_ahead)
        QTimer.singleShot(_AHEAD_MS, self, self._go_ahead)

    def _go_ahead(self) -> None:
        """Behind the first page, one small step after the other: the code of every page, and the pages that are
        wanted at once. Keys and clicks come in between, and whatever was asked for comes first."""
        context = self._context
        if context is None or not self._ahead:
            return
        if not self._is_free(context):
            QTimer.singleShot(_BUSY_MS, self, self._go_ahead)
            return
        spec = self._ahead.pop(0)
        context.lanes.read(self, spec.load, partial(self._make_ahead, spec, context))

    def _make_ahead(self, spec: PageSpec, context: AppContext, _loaded: None) -> None:
        if context is not self._context:
            return
        if spec.is_ahead and not self._is_free(context):
            QTimer.singleShot(_BUSY_MS, self, partial(self._make_ahead, spec, context, None))
            return
        if spec.is_ahead and spec.key not in self._kept:
            page = self._page_for(spec, None, context)
            page.resize(self._stack.size())
            page.prepare()
        QTimer.singleShot(_STEP_MS, self, self._go_ahead)

    def _is_free(self, context: AppContext) -> bool:
        return context.lanes.idle() and self.rests_for(_QUIET_MS)

    def end(self) -> None:
        """Close every page and forget whose session it was; drafts were stored by `leave`."""
        page = self.page()
        if page is not None:
            page.leave()
        sheet = open_sheet_of(self)
        while sheet is not None:
            sheet.close_sheet()
            sheet = open_sheet_of(self)
        while self._stack.count():
            self._drop(self._stack.widget(0))
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        self._shortcuts.clear()
        self._kept.clear()
        self._ahead.clear()
        self._history.clear()
        self.top_bar.set_search(None)
        self.set_watch(None)
        self.rail.set_pages(())
        self.rail.set_user("", "")
        self._midnight.stop()
        self._context = self._place = None

    def navigate(self, page_key: str, argument: Any = None) -> None:
        """Show a page; stays where it is while a sheet is open, or when the page in sight may not be left."""
        if open_sheet_of(self) is None:
            self._go(Place(page_key, argument))

    def back(self) -> None:
        """The page before this one."""
        if open_sheet_of(self) is None:
            self._history.back()

    def page(self) -> Page | None:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def place(self) -> Place | None:
        return self._place

    def set_cover(self, covered: bool) -> None:
        """Nothing of any file is to be read until somebody touches the program."""
        if covered:
            close_questions()
        self._cover.set_shown(covered)

    def set_watch(self, watch: SessionWatch | None) -> None:
        """Put the session's clocks and reminders into the frame, where every page has them (R-8)."""
        if self._watch is not None:
            self._watch.said.disconnect(self._cover.set_mark)
            self._watch.end()
            self._down.removeWidget(self._watch.bar)
            self._watch.bar.hide()
            self._watch.bar.deleteLater()
            self.top_bar.set_clock(None)
            self._cover.set_mark("")
        self._watch = watch
        if watch is not None:
            self.top_bar.set_clock(watch.mark)
            self._down.insertWidget(1, watch.bar)
            watch.said.connect(self._cover.set_mark)
            page = self.page()
            watch.set_interview(page is not None and page.is_interview)
            watch.begin()

    def set_interview(self, is_interview: bool) -> None:
        """Close what would show names and counters of other files (P-3)."""
        self.top_bar.set_interview(is_interview)
        if self._watch is not None:
            self._watch.set_interview(is_interview)
        self.interview_changed.emit(is_interview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(_NARROW_BELOW)
        self.rail.set_narrow(narrow)
        self.top_bar.set_narrow(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.page()
        if page is not None and not page.can_leave():
            event.ignore()
            return
        if page is not None:
            page.leave()
        self.closing.emit()
        super().closeEvent(event)

    def _go(self, place: Place) -> bool:
        context, spec = self._context, self._specs[place.key]
        if context is None or not spec.is_open_to(context.actor):
            return False
        here = self.page()
        if here is not None:
            if not here.can_leave():
                return False
            here.leave()
            if here.is_done:
                self._history.pass_over(self._place)
        page = self._page_for(spec, place.argument, context)
        self._stack.setCurrentWidget(page)
        if here is not None and here is not page and here not in self._kept.values():
            self._drop(here)
        self._place = place
        self._history.came_to(place)
        self.rail.set_current(place.key, spec.under)
        self._cover.set_shown(False)
        self.set_interview(page.is_interview)
        self.covers_changed.emit(page.covers_itself)
        page.activate(place.argument)
        if page.focusWidget() is None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _page_for(self, spec: PageSpec, argument: Any, context: AppContext) -> Page:
        """Pages without an argument are kept; one for a certain thing is made anew each time."""
        if argument is None and spec.key in self._kept:
            return self._kept[spec.key]
        page: Page = spec.build(context, argument)
        self._stack.addWidget(page)
        if argument is None:
            self._kept[spec.key] = page
        return page

    def _drop(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._stack.removeWidget(widget)
            widget.deleteLater()

    def _open_main_page(self) -> None:
        if self._main_page in self._specs:
            self.navigate(self._main_page)

    def _focus_search(self) -> None:
        if open_sheet_of(self) is None:
            self.top_bar.open_search()

    def _show_date(self) -> None:
        if self._context is not None:
            self.top_bar.set_date(self._context.today())

    def _set_shortcuts(self, shown: tuple[PageSpec, ...]) -> None:
        made = [key_shortcut(MAIN_KEYS, self, self._open_main_page)]
        made.append(key_shortcut(_SEARCH_KEYS, self, self._focus_search))
        made.append(key_shortcut("Alt+Right", self, self.back))
        for spec in shown:
            keys = self.rail.keys_of(spec)
            if keys:
                made.append(key_shortcut(keys, self, partial(self.navigate, spec.key)))
        made += [key_shortcut(sheet.shortcut, self, partial(self._open_sheet, sheet)) for sheet in pages.SHEETS]
        self._shortcuts = made

    def _open_sheet(self, spec: SheetSpec) -> None:
        """A sheet of `pages.SHEETS`, over the page in sight; not over another sheet."""
        context = self._context
        if context is not None and spec.is_open_to(context.actor) and open_sheet_of(self) is None:
            spec.build(self, context).open_sheet()

    def _lay_out(self) -> None:
        frame = QWidget(self)
        frame.setObjectName("Frame")
        across = QHBoxLayout(frame)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._area = QWidget()
        self._down = down = QVBoxLayout(self._area)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.top_bar)
        down.addWidget(self._stack, 1)
        across.addWidget(self.rail)
        across.addWidget(self._area, 1)
        self.setCentralWidget(frame)
