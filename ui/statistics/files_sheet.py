"""The files behind a figure: numbers alone, each a way to its file."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.persian.digits import to_persian
from services.statistics import CountedFile, Period, Place
from ui.context import AppContext
from ui.widgets.labels import Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet


class FilesSheet(Sheet):
    """Neither names nor subjects (R-30)."""

    def __init__(self, window: QWidget, context: AppContext, period: Period, place: Place) -> None:
        super().__init__(window, "", width=560)
        self._context = context
        self.set_title(self.tr("Files of this figure"))
        self.cancel.setText(self.tr("Close"))
        self.main.hide()
        self._count = Words("", "quiet")
        self.rows = RowList(fits=True)
        self.rows.setAccessibleName(self.tr("Files of this figure"))
        self.rows.opened.connect(self._open)
        self.body.addWidget(self._count)
        self.body.addWidget(self.rows)
        self.body.addStretch(1)
        statistics, actor = context.services.statistics, context.actor
        context.lanes.read(self, lambda: statistics.files(actor, period, place), self._show)

    def _show(self, files: tuple[CountedFile, ...]) -> None:
        self._count.setText(self.tr("{count} files").format(count=to_persian(len(files))))
        self.rows.set_rows([_row(one) for one in files])
        self.rows.setFocus()
        self.refit()

    def _open(self, key: object) -> None:
        if isinstance(key, UUID):
            self.close_sheet()
            self._context.navigate("case", key)


def _row(one: CountedFile) -> Row:
    number = f"\u2066{to_persian(one.case_no)}\u2069"
    return Row(one.case_id, number, one.group_label, one.status_label, "quiet", "folder-outline")
