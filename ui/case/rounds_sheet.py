"""How often the file was closed and taken up again: when, by whom and why (domain.md §2.3, step 13)."""

from PySide6.QtWidgets import QWidget

from services.clock import local
from services.closing import Round
from services.overview import CasePage
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from ui.context import AppContext
from ui.widgets.labels import Words
from ui.widgets.row_list import RowList
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet


class RoundsSheet(Sheet):
    """Nothing to do here but to look; the latest stands first."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, "", width=560)
        self.set_title(self.tr("Closed and taken up again"))
        self.cancel.setText(self.tr("Close"))
        self.main.hide()
        number = self.tr("File {number}").format(number=to_persian(page.detail.row.case_no))
        self.body.addWidget(Words(number, "quiet"))
        self.rows = RowList(fits=True)
        self.rows.setAccessibleName(self.tr("Closed and taken up again"))
        self.none = Words(self.tr("The file was never closed."), "quiet")
        self.none.hide()
        self.body.addWidget(self.none)
        self.body.addWidget(self.rows)
        self.body.addStretch(1)
        closing, actor, case_id = context.services.closing, context.actor, page.detail.id
        context.lanes.read(self, lambda: closing.rounds(actor, case_id), self._show)

    def _show(self, rounds: tuple[Round, ...]) -> None:
        self.rows.set_rows([self._row(place, one) for place, one in reversed(list(enumerate(rounds)))])
        self.rows.setVisible(bool(rounds))
        self.none.setVisible(not rounds)
        (self.rows if rounds else self.cancel).setFocus()
        self.refit()

    def _row(self, place: int, one: Round) -> Row:
        what = one.label if one.is_closing else self.tr("taken up again: {reason}").format(reason=one.label)
        said = " · ".join(part for part in (one.staff_name, one.words) if part)
        kind = "folder-lock-outline" if one.is_closing else "folder-open-outline"
        return Row(place, what, said, format_date(local(one.at).date()), "quiet", icon=kind)
