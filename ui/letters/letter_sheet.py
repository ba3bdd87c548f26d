"""One row of a book in full, and voiding it with the head's reason (R-10)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from services.actor import Right
from services.clock import local
from services.letters import LetterRow, LetterState
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from ui.context import AppContext
from ui.theme.theme import px
from ui.widgets.buttons import DangerButton, QuietButton
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import Notice
from ui.widgets.sheet import Sheet


class LetterSheet(Sheet):
    """Of a masked letter number and date alone (P-16)."""

    def __init__(self, window: QWidget, context: AppContext, row: LetterRow) -> None:
        super().__init__(window, "", width=560)
        self._context, self._row = context, row
        self.set_title(self.tr("Letter {number}").format(number=f"\u2066{to_persian(row.number)}\u2069"))
        self.cancel.setText(self.tr("Close"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        for number, (label, words) in enumerate(self._facts()):
            grid.addWidget(Words(label, "quiet"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(words, wrap=True), number, 1)
        if row.is_masked:
            self.body.addWidget(Notice(self.tr("Of this letter the open book shows number and date alone.")))
        self.body.addLayout(grid)
        self._reason = FormGrid(1)
        self._reason.add("reason", Field(self.tr("Reason"), TextEdit1(), self.tr("The number stays used."), lines=2))
        self._reason.hide()
        self.body.addWidget(self._reason)
        self._void = DangerButton(self.tr("Declare void"), "cancel")
        self._void.clicked.connect(self._on_void)
        self._void.setVisible(row.state is not LetterState.VOIDED and context.may(Right.CASE_VOID))
        self.add_button(self._void)
        if row.case_id is not None:
            case = QuietButton(self.tr("To the file"), "folder-outline")
            case.clicked.connect(self._open_case)
            self.add_button(case)

    def _facts(self) -> list[tuple[str, str]]:
        row = self._row
        theirs = " · ".join(
            filter(None, (to_persian(row.their_number), format_date(row.their_date) if row.their_date else ""))
        )
        found = [
            (self.tr("Date"), format_date(local(row.registered_at).date())),
            (self.tr("Kind"), row.kind_label),
            (self.tr("From or to"), row.correspondent),
            (self.tr("Subject"), row.subject),
            (self.tr("Number and date on the letter"), theirs),
            (self.tr("File"), to_persian(row.case_no)),
            (self.tr("Enclosures"), to_persian(row.enclosures)),
            (self.tr("Urgency"), row.urgency_label),
            (self.tr("Entered by"), row.registered_by_name),
            (self.tr("Void because"), row.void_reason),
        ]
        return [(label, words) for label, words in found if words]

    def _open_case(self) -> None:
        self.close_sheet()
        self._context.navigate("case", self._row.case_id)

    def _on_void(self) -> None:
        """The first press asks for the reason, the second declares."""
        if self._reason.isHidden():
            self._reason.show()
            self._reason.focus_first()
            self.refit()
            return
        letters, actor, row = self._context.services.letters, self._context.actor, self._row
        reason = self._reason.field("reason").value()
        self._context.lanes.write(
            self, lambda: letters.void(actor, row.id, row.version, reason), self._on_voided, self._refused
        )

    def _on_voided(self, _row: LetterRow) -> None:
        self._context.toasts.show(self.tr("The letter is void; its number stays used."))
        self.close_sheet()

    def _refused(self, error: Exception) -> None:
        self._context.errors.present(error, self._reason)
