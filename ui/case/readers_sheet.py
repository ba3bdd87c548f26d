"""Who has opened the file: how often, and when first and last (R-24)."""

from PySide6.QtWidgets import QWidget

from services.clock import local
from services.overview import CasePage, ReaderRow
from services.persian.digits import to_persian
from services.persian.jalali import format_date, format_time
from ui.context import AppContext
from ui.widgets.labels import Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet


class ReadersSheet(Sheet):
    """Nothing to do here but to look."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, "", width=560)
        self.set_title(self.tr("Who has opened the file"))
        self.cancel.setText(self.tr("Close"))
        self.main.hide()
        number = self.tr("File {number}").format(number=to_persian(page.detail.row.case_no))
        self.body.addWidget(Words(number, "quiet"))
        self.rows = RowList(fits=True)
        self.rows.setAccessibleName(self.tr("Who has opened the file"))
        self.body.addWidget(self.rows)
        self.body.addStretch(1)
        overview, actor, case_id = context.services.overview, context.actor, page.detail.id
        context.lanes.read(self, lambda: overview.readers(actor, case_id), self._show)

    def _show(self, readers: tuple[ReaderRow, ...]) -> None:
        self.rows.set_rows([self._row(one) for one in readers])
        self.rows.setFocus()
        self.refit()

    def _row(self, one: ReaderRow) -> Row:
        first, last = local(one.first_at), local(one.last_at)
        words = self.tr("first {first}, last {last} at {hour}")
        said = words.format(
            first=format_date(first.date()), last=format_date(last.date()), hour=format_time(last.time())
        )
        times = self.tr("{count} times").format(count=to_persian(one.times))
        return Row(one.staff_id, f"{one.name} · {one.role_label}", said, times, "quiet", icon="eye-outline")
