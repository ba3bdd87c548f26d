"""Where the people of the file were sent, the latest first."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.persian.digits import to_persian
from services.persian.jalali import format_day_month
from services.referrals_out import ReferralOutRow
from ui.case.rows_card import RowsCard
from ui.widgets.row_paint import Row

_LATE = 14
"""After so many days without an answer the row says how long it waits."""


class ReferralsCard(RowsCard):
    """`opened` carries a `ReferralOutRow`. Hidden while nobody was sent anywhere."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.set_title(self.tr("Sent on to other bodies"))
        self.rows.setAccessibleName(self.tr("Sent on to other bodies"))
        self._shown: dict[UUID, ReferralOutRow] = {}
        self.rows.opened.connect(self._open)
        self.hide()

    def show_referrals(self, referrals: Sequence[ReferralOutRow]) -> None:
        self._shown = {row.id: row for row in referrals}
        self.set_rows([self._row(row) for row in referrals])
        self.setVisible(bool(referrals))

    def _row(self, row: ReferralOutRow) -> Row:
        title = " · ".join(part for part in (row.target_label, row.body) if part)
        day = format_day_month(row.sent_on) if row.sent_on else ""
        quiet = " · ".join(part for part in (row.person_name, day) if part)
        days = row.days_open if row.days_open is not None and row.answered_on is None else 0
        waits, words = days >= _LATE, row.state_label
        if waits:
            words = self.tr("{days} days without answer").format(days=to_persian(days))
        tone = "attention" if waits else "information" if row.is_open else "quiet"
        return Row(row.id, title, quiet, words, tone, icon="send-outline")

    def _open(self, key: object) -> None:
        row = self._shown.get(key) if isinstance(key, UUID) else None
        if row is not None:
            self.opened.emit(row)
