"""What the head alone is told, opened by a deliberate key (P-6, P-7)."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.cases import CaseRef, NoticeKind, NoticeRow
from services.persian.digits import to_persian
from ui.context import AppContext
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.sheet import Sheet


class NoticeSheet(Sheet):
    """Says whom it is about and which files; putting it away is recorded."""

    def __init__(self, window: QWidget, context: AppContext, notice_id: UUID) -> None:
        super().__init__(window, "", width=520)
        self.set_title(self.tr("Note to the head"))
        self._context, self._notice_id = context, notice_id
        self._row: NoticeRow | None = None
        self.main.setText(self.tr("Seen"))
        self.main.setEnabled(False)
        self.main.show()
        self.cancel.setText(self.tr("Later"))
        self._words = Words("", wrap=True)
        self.body.addWidget(self._words)
        self.submitted.connect(self._put_away)
        cases, actor = context.services.cases, context.actor
        context.lanes.read(self, lambda: cases.notices(actor), self._show)

    def _show(self, rows: tuple[NoticeRow, ...]) -> None:
        row = next((one for one in rows if one.id == self._notice_id), None)
        if row is None:
            self._words.setText(self.tr("This note was put away already."))
            return
        self._row = row
        self._words.setText(f"{row.person_name}\n{row.words}")
        if row.kind is NoticeKind.SAME_CODE:
            compare = QuietButton(self.tr("Compare the records"), "account-multiple-outline")
            compare.clicked.connect(lambda: self._open_person(row.person_id))
            self.body.addWidget(compare)
        for case in (row.case, row.other_case):
            if case is not None:
                self.body.addWidget(self._button(case))
        self.main.setEnabled(True)
        self.main.setFocus()

    def _button(self, case: CaseRef) -> QuietButton:
        words = self.tr("Open file {number}").format(number=to_persian(case.case_no))
        button = QuietButton(words, "folder-open-outline")
        button.clicked.connect(lambda: self._open(case.id))
        return button

    def _open(self, case_id: UUID) -> None:
        self.close_sheet()
        self._context.navigate("case", case_id)

    def _open_person(self, person_id: UUID) -> None:
        self.close_sheet()
        self._context.navigate("person", person_id)

    def _put_away(self) -> None:
        row, cases, actor = self._row, self._context.services.cases, self._context.actor
        if row is None:
            return
        self.main.setEnabled(False)
        self._context.lanes.write(
            self,
            lambda: cases.mark_notice_seen(actor, row.id, row.version),
            lambda _nothing: self.close_sheet(),
            self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self._context.errors.present(error)
