"""Who gave the file to whom, with the note that went along for who may read it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.clock import local
from services.handover import PassedOn
from services.overview import CasePage
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from ui.context import AppContext
from ui.handover.words import days_words
from ui.theme.theme import px
from ui.widgets.card import Line
from ui.widgets.labels import Words
from ui.widgets.sheet import Sheet


class PassedOnSheet(Sheet):
    """Nothing to do here but to look; the latest stands first."""

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, "", width=560)
        self.set_title(self.tr("Who had the file"))
        self.cancel.setText(self.tr("Close"))
        number = self.tr("File {number}").format(number=to_persian(page.detail.row.case_no))
        now = self.tr("now: {name}").format(name=page.detail.row.responsible_name)
        self.body.addWidget(Words(f"{number} · {now}", "quiet", wrap=True))
        self._box = QVBoxLayout()
        self._box.setSpacing(px(8))
        self.body.addLayout(self._box)
        self.body.addStretch(1)
        handovers, actor, case_id = context.services.handovers, context.actor, page.detail.id
        context.lanes.read(self, lambda: handovers.of_case(actor, case_id), self._show)

    def _show(self, rows: tuple[PassedOn, ...]) -> None:
        if not rows:
            self._box.addWidget(Words(self.tr("The file was never handed over."), "quiet"))
        for place, row in enumerate(rows):
            if place:
                self._box.addWidget(Line())
            self._add(row)
        self.refit()

    def _add(self, row: PassedOn) -> None:
        words = self.tr("{giver} to {taker}").format(giver=row.from_name, taker=row.to_name)
        self._box.addWidget(Words(words, "strong", wrap=True))
        told = [
            self.tr("given on {day}").format(day=format_date(local(row.at).date())),
            days_words(row.kind, row.first_on, row.last_on),
        ]
        if row.by_name != row.from_name:
            told.append(self.tr("by {name}").format(name=row.by_name))
        if row.is_undone:
            told.append(self.tr("undone"))
        elif row.returned_at is not None:
            back = self.tr("back since {day}")
            told.append(back.format(day=format_date(local(row.returned_at).date())))
        self._box.addWidget(Words(" · ".join(told), "quiet", wrap=True))
        if row.note:
            self._box.addWidget(Words(row.note, wrap=True))
