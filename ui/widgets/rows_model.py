"""Rows of a service in a table: all of them, or fetched page by page while one scrolls."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from services.persian.digits import to_persian
from ui.runtime.lanes import Lanes
from ui.widgets.labels import TO_THE_LEFT, TO_THE_RIGHT

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

CHIP_ROLE = Qt.ItemDataRole.UserRole + 2
"""The tone of a cell that is drawn as a chip; None elsewhere."""

PAGE = 100
_KEPT_PAGES = 60
_WAIT_MS = 12


def _no_tone(_row: Any) -> str:
    return ""


def _not_struck(_row: Any) -> bool:
    return False


@dataclass(frozen=True)  # no slots: Column[Row](…) sets __orig_class__
class Column(Generic[R]):
    """One column. `text` must be cheap: it runs for every visible cell.

    `sort_key` None: not sortable. `align` "left" puts figures at the far side. A `tone` other than "" draws the
    cell as a chip. `width` in pixels of the sketches; 0 shares what is left. `struck`: the text is struck through.
    `gives_way`: in a narrow table it is left out, the greatest number first; 0 stays.
    """

    title: str
    text: Callable[[R], str]
    sort_key: Callable[[R], Any] | None = None
    align: str = "right"
    tone: Callable[[R], str] = _no_tone
    width: int = 0
    key: str = ""
    struck: Callable[[R], bool] = _not_struck
    gives_way: int = 0


class RowsModel(QAbstractTableModel, Generic[R]):
    """Shows frozen rows. `sort_wanted(column key, descending)` asks the page to sort where rows are fetched."""

    sort_wanted = Signal(str, bool)
    failed = Signal(object)

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[R] = []
        self._total = 0
        self._fetch: Callable[[int, int], Sequence[R]] | None = None
        self._lanes: Lanes | None = None
        self._pages: OrderedDict[int, tuple[R, ...]] = OrderedDict()
        self._wanted: list[int] = []
        self._on_the_way = -1
        self._generation = 0
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._fetch_next)

    def set_rows(self, rows: Sequence[R]) -> None:
        """All rows at once; sorting happens here."""
        self.beginResetModel()
        self._forget()
        self._rows = list(rows)
        self._total = len(self._rows)
        self.endResetModel()

    def set_source(
        self, lanes: Lanes, total: int, page: Callable[[int, int], Sequence[R]], first: Sequence[R] = ()
    ) -> None:
        """`total` rows, fetched by `page(offset, limit)` in a read lane when they come into sight.

        `first`: the first `PAGE` of them, where they came with the count.
        """
        self.beginResetModel()
        self._forget()
        self._lanes, self._fetch, self._total = lanes, page, total
        if first:
            self._pages[0] = tuple(first)
        self.endResetModel()

    def row(self, number: int) -> R | None:
        """The row, or None while it is still on its way."""
        if self._fetch is None:
            return self._rows[number] if 0 <= number < len(self._rows) else None
        page = self._pages.get(number // PAGE)
        at = number % PAGE
        return page[at] if page is not None and at < len(page) else None

    def fetch(self, number: int) -> R | None:
        """Like `row`, and sends for its page when it is not here."""
        row = self.row(number)
        if row is None and self._fetch is not None:
            self._want(number // PAGE)
        return row

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return TO_THE_LEFT if column.align == "left" else TO_THE_RIGHT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, CHIP_ROLE):
            return None
        row = self.fetch(index.row())
        if row is None:
            return None if role == CHIP_ROLE else "…"
        return (column.tone(row) or None) if role == CHIP_ROLE else column.text(row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return TO_THE_LEFT if self.columns[section].align == "left" else TO_THE_RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return to_persian(section + 1)
        return self.columns[section].title if 0 <= section < len(self.columns) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        chosen, descending = self.columns[column], order == Qt.SortOrder.DescendingOrder
        if self._fetch is not None:
            self.sort_wanted.emit(chosen.key or chosen.title, descending)
        elif chosen.sort_key is not None:
            self.layoutAboutToBeChanged.emit()
            self._rows.sort(key=chosen.sort_key, reverse=descending)
            self.layoutChanged.emit()

    def texts(self, row: R) -> tuple[str, ...]:
        return tuple(column.text(row) for column in self.columns)

    def _forget(self) -> None:
        self._generation += 1
        self._rows, self._total, self._fetch = [], 0, None
        self._pages.clear()
        self._wanted.clear()
        self._on_the_way = -1

    def _want(self, page: int) -> None:
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        # while one drags the bar, only what was asked for last is still in sight
        del self._wanted[:-3]
        if not self._timer.isActive():
            self._timer.start()

    def _fetch_next(self) -> None:
        if self._on_the_way >= 0 or not self._wanted or self._fetch is None or self._lanes is None:
            return
        page, fetch, generation = self._wanted.pop(), self._fetch, self._generation
        if page in self._pages:
            self._fetch_next()
            return
        self._on_the_way = page

        def came(rows: Sequence[R]) -> None:
            if generation == self._generation:
                self._take(page, rows)

        def failed(error: Exception) -> None:
            if generation == self._generation:
                self._on_the_way = -1
                self._wanted.clear()
                self.failed.emit(error)

        self._lanes.read(self, lambda: tuple(fetch(page * PAGE, PAGE)), came, failed)

    def _take(self, page: int, rows: Sequence[R]) -> None:
        self._on_the_way = -1
        self._pages[page] = tuple(rows)
        while len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(self._total, first + PAGE) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self._fetch_next()
