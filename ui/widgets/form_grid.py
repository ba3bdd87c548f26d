"""Fields in columns, read and walked from right to left (P-39)."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.theme import px
from ui.widgets.field import Field
from ui.widgets.walking import EnterWalk, bring_into_view


class FormGrid(QWidget):
    """A grid of `columns` equal columns. Enter walks on, Shift+Enter back, Ctrl+Enter emits `submitted`.

    On a page with several grids the page is the walk's root and Ctrl+Enter the page's own
    (`submits=False`); a grid alone in a sheet submits itself.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, columns: int = 2, parent: QWidget | None = None, *, submits: bool = False) -> None:
        super().__init__(parent)
        self._columns = columns
        self._row = self._column = 0
        self._fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 0)
        EnterWalk(self)
        if submits:
            keys = QShortcut(self)
            keys.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(self.submitted)

    def add(self, key: str, field: Field, span: int = 1) -> Field:
        """Put the next field; `key` is the name of the draft field, so that its errors find it."""
        span = min(span, self._columns)
        if self._column + span > self._columns:
            self.new_row()
        self._place(field, span)
        self._fields[key] = field
        field.changed.connect(self.changed)
        return field

    def add_widget(self, widget: QWidget, span: int = 0) -> None:
        """Something that is not a field (a notice, a button); a full row by default."""
        span = min(span or self._columns, self._columns)
        if self._column + span > self._columns:
            self.new_row()
        self._place(widget, span)

    def new_row(self) -> None:
        """The next field begins a row."""
        if self._column:
            self._row, self._column = self._row + 1, 0

    def set_stretches(self, *stretches: int) -> None:
        """Relative widths of the columns."""
        for column, stretch in enumerate(stretches):
            self._grid.setColumnStretch(column, stretch)

    def field(self, key: str) -> Field:
        return self._fields[key]

    def fields(self) -> Mapping[str, Field]:
        return self._fields

    def values(self) -> dict[str, Any]:
        return {key: field.value() for key, field in self._fields.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields that `values` names; the others stay."""
        for key, value in values.items():
            if key in self._fields:
                self._fields[key].set_value(value)

    def set_errors(self, errors: Mapping[str, str]) -> None:
        """Sentences by field; every other error of the page's is taken back. Focus goes to the first."""
        for key, field in self._fields.items():
            field.set_error(errors.get(key, ""))
        self.focus_first_error()

    def set_error(self, key: str, sentence: str) -> bool:
        """One error beside its field; False when this form has no such field."""
        found = self._fields.get(key)
        if found is None or not found.isVisibleTo(self):
            return False
        found.set_error(sentence)
        return True

    def check(self) -> bool:
        """Whether every visible edit can take what stands in it; focus goes to the first that can't."""
        results = [field.check() for field in self._fields.values() if field.isVisibleTo(self)]
        if all(results):
            return True
        self.focus_first_error()
        return False

    def focus_first_error(self) -> None:
        for field in self._fields.values():
            if field.error() and field.isVisible():
                field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                bring_into_view(field)
                return

    def focus_first(self) -> None:
        for field in self._fields.values():
            if field.isVisibleTo(self) and field.isEnabled():
                field.edit.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _place(self, widget: QWidget, span: int) -> None:
        self._grid.addWidget(widget, self._row, self._column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._column += span
        if self._column >= self._columns:
            self.new_row()
