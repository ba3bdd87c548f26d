"""A form whose fields come and go: only what the present source or identity paper needs stands there."""

from collections.abc import Sequence

from ui.widgets.emptying import take_out
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid


class ShiftingGrid(FormGrid):
    """Fields are made once, in the order of the eye; `show_only` lays out those that are wanted now."""

    def make(self, key: str, field: Field) -> Field:
        """A field that is laid out later."""
        field.setParent(self)
        field.hide()
        self._fields[key] = field
        field.changed.connect(self.changed)
        return field

    def show_only(self, wanted: Sequence[tuple[str, int]]) -> None:
        """Lay out these fields (key, span) in this order; the others keep their values and wait."""
        take_out(self._grid)
        self._row = self._column = 0
        shown = {key for key, _ in wanted}
        for key, field in self._fields.items():
            if key not in shown:
                field.hide()
        for key, span in wanted:
            if self._column + span > self._columns:
                self.new_row()
            self._place(self._fields[key], span)
            self._fields[key].show()

    def is_shown(self, key: str) -> bool:
        return key in self._fields and not self._fields[key].isHidden()
