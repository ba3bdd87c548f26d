"""Which file? By its number or a name, from the keyboard."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.persian.digits import to_persian
from services.search import Hit
from ui.context import AppContext
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet
from ui.widgets.suggest_edit import SuggestEdit


class FindCaseSheet(Sheet):
    """`chosen` carries the id of the file; the sheet is gone by then."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, title: str) -> None:
        super().__init__(window, title, width=520)
        services, actor = context.services, context.actor

        def rows(text: str) -> Sequence[Row]:
            return [case_line(hit) for hit in services.search.find(actor, text) if hit.noun == "case"][:12]

        self._edit = SuggestEdit(context.lanes, rows, must_pick=True)
        self._edit.picked.connect(self._on_picked)
        self.form = FormGrid(1)
        hint = self.tr("Number of the file, with or without separators, or a name")
        self.form.add("case", Field(self.tr("Which file?"), self._edit, hint))
        self.body.addWidget(self.form)

    def _on_picked(self, row: Row) -> None:
        case_id = row.key
        self.close_sheet()
        if isinstance(case_id, UUID):
            self.chosen.emit(case_id)


def case_line(hit: Hit) -> Row:
    """A found file among suggestions."""
    return Row(hit.id, to_persian(hit.title), hit.quiet)
