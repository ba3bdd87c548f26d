"""The page of a long list: filters, a table whose rows come as one scrolls, and what to do when it is empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from services.actor import Right
from services.persian.digits import format_number
from ui.context import AppContext
from ui.navigation import Page
from ui.theme.theme import px
from ui.widgets.labels import Words
from ui.widgets.notices import EmptyState
from ui.widgets.rows_model import PAGE, Column, RowsModel
from ui.widgets.rows_table import RowsTable

R = TypeVar("R")

_NARROWEST = 0.75
"""How far a filter gives way in a narrow window, or for large text."""


@dataclass(frozen=True, slots=True)
class Source(Generic[R]):
    """A list as the services have it; both run in a read lane. `page` takes offset and limit."""

    count: Callable[[], int]
    page: Callable[[int, int], Sequence[R]]


class ListPage(Page, Generic[R]):
    """A subclass gives the columns, `source()` for the chosen filters, and opens a row.

    `nouns` are those whose changes reload the list; `noun` is what a copied row is in the log (P-39).
    """

    scrolls = False
    noun = ""
    nouns: tuple[str, ...] = ()

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.model: RowsModel[R] = RowsModel(self.columns())
        self.table: RowsTable[R] = RowsTable(self.model)
        self.filters = QHBoxLayout()
        self.filters.setSpacing(px(10))
        self._place = (0, 0)
        self._count = Words("", "quiet")
        self._empty = EmptyState("")
        self._empty.acted.connect(self.on_empty_action)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        self._lay_out_list()
        self.table.opened.connect(self.open_row)
        self.title_changed.connect(self.table.setAccessibleName)
        self.model.sort_wanted.connect(self.on_sort)
        self.model.failed.connect(context.errors.present)
        if context.may(Right.EXPORT) and self.noun:
            self.table.allow_copy(self._record_copy)
        context.bus.on(self, self.nouns, self._on_change)

    # --- for the subclass --------------------------------------------------------------------------------------

    def columns(self) -> Sequence[Column[R]]:
        raise AssertionError("a list has columns")

    def source(self) -> Source[R]:
        """The list for the filters as they stand."""
        raise AssertionError("a list has a source")

    def open_row(self, row: R) -> None:
        """Enter or a double click on a row."""

    def empty_words(self) -> tuple[str, str]:
        """What an empty list says, and the words of its button, "" for none."""
        return "", ""

    def on_empty_action(self) -> None:
        """The button of the empty list."""

    def on_sort(self, key: str, is_descending: bool) -> None:
        """A head was clicked."""

    def id_of(self, row: R) -> UUID:
        return row.id  # type: ignore[attr-defined, no-any-return]

    # --- the list ----------------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        self.refresh()

    def prepare(self) -> None:
        """Its first rows wait for the first click; `activate` reads them again."""
        self.refresh()

    def _on_change(self) -> None:
        if self.isVisible():  # `activate` reads the list of a page that comes into sight
            self.refresh()

    def refresh(self) -> None:
        """Read the list again; the place in it stays."""
        source = self.source()

        def read() -> tuple[int, tuple[R, ...]]:
            return source.count(), tuple(source.page(0, PAGE))

        self.context.lanes.read(self, read, partial(self._show, source), latest="count")

    def _show(self, source: Source[R], found: tuple[int, tuple[R, ...]]) -> None:
        total, first = found
        self._place = (self.table.currentIndex().row(), self.table.verticalScrollBar().value())
        self.model.set_source(self.context.lanes, total, source.page, first)
        self._count.setText(self.tr("{count} rows").format(count=format_number(total)))
        if total:
            self._stack.setCurrentWidget(self.table)
            self._return_to_place(total)
        else:
            sentence, action = self.empty_words()
            self._empty.set_sentence(sentence)
            self._empty.set_action(action)
            self._stack.setCurrentWidget(self._empty)

    def _return_to_place(self, total: int) -> None:
        row, scrolled = self._place
        if row <= 0:
            self.table.select_first()
        else:
            self.table.selectRow(min(row, total - 1))
        self.table.verticalScrollBar().setValue(scrolled)
        if self.isVisible() and self.focusWidget() in (None, self):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_over(self) -> None:
        """Other filters: from the first row on."""
        self.table.setCurrentIndex(self.model.index(-1, -1))
        self.table.verticalScrollBar().setValue(0)
        self.refresh()

    def _record_copy(self, rows: Sequence[R]) -> None:
        ids = tuple(self.id_of(row) for row in rows)
        search, actor = self.context.services.search, self.context.actor
        self.context.lanes.write(self, partial(search.copied, actor, self.noun, ids))
        words = self.tr("{count} rows are copied; the copy is in the log.")
        self.context.toasts.show(words.format(count=format_number(len(ids))))

    def _lay_out_list(self) -> None:
        bar = QWidget()
        bar.setLayout(self.filters)
        self.filters.setContentsMargins(0, 0, 0, 0)
        self.filters.addStretch(1)
        self.filters.addWidget(self._count)
        self._bar = bar
        frame = QFrame()
        frame.setObjectName("Card")
        frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(px(6), px(4), px(6), px(6))
        inner.addWidget(self._stack)
        self.body.addWidget(bar)
        self.body.addWidget(frame, 1)

    def count_beside_title(self) -> None:
        """For a list without filters: their empty bar takes no room."""
        self.chips.addWidget(self._count)
        self._bar.hide()

    def add_filter(self, widget: QWidget, words: str, width: int = 0) -> None:
        """A filter at the right of the bar; `words` name it for screen readers."""
        widget.setAccessibleName(words)
        if width:
            widget.setMinimumWidth(px(round(width * _NARROWEST)))
            widget.setMaximumWidth(px(width))
        self.filters.insertWidget(self.filters.count() - 2, widget)
