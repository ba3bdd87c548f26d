"""What is written for the answer to an incoming letter (D21), kept until its paper is issued."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from services.documents import PaperKind
from services.inquiries import InquiryDetail
from services.persian.digits import to_persian
from ui.context import AppContext
from ui.documents.argument import IssueArgument, PaperArgument
from ui.inquiries.inquiry_form import InquiryForm
from ui.runtime.kept_form import KeptForm
from ui.runtime.shortcuts import with_keys
from ui.widgets.buttons import QuietButton
from ui.widgets.notices import Notice
from ui.widgets.sheet import Sheet


class InquirySheet(Sheet):
    """«Keep» stores; the main button stores and goes on to the paper. An answered one leads to its paper."""

    def __init__(self, window: QWidget, context: AppContext, letter_id: UUID) -> None:
        super().__init__(window, "", width=860)
        self._context, self._letter_id = context, letter_id
        self.set_title(self.tr("Answer to an inquiry"))
        self.detail: InquiryDetail | None = None
        self.form: InquiryForm | None = None
        self.kept: KeptForm | None = None
        self._keep = QuietButton(self.tr("Keep"), "content-save-outline")
        self._keep.clicked.connect(lambda: self._store(self._on_kept))
        self._keep.hide()
        self.add_button(self._keep)
        self.submitted.connect(self._go_on)
        inquiries, actor = context.services.inquiries, context.actor
        context.lanes.read(self, lambda: inquiries.of_letter(actor, letter_id), self._show)

    def _show(self, detail: InquiryDetail) -> None:
        self.detail = detail
        number = f"\u2066{to_persian(detail.letter_number)}\u2069"
        self.set_title(self.tr("Answer to letter {number}").format(number=number))
        self.main.show()
        if not detail.may_write:
            self.body.addWidget(Notice(self.tr("The answer was issued; it is corrected as a paper.")))
            self._say(self.tr("To the paper"))
            self.refit()
            return
        self._keep.show()
        self._say(self.tr("Keep and make the paper"))
        self.form = InquiryForm(detail)
        self.body.addWidget(self.form)
        self.kept = KeptForm(self, self._context, f"inquiry:{self._letter_id.hex}", self.form)
        self.kept.restored.connect(self._on_restored)
        self.kept.load()
        self.refit()
        self.form.focus_first()

    def _say(self, words: str) -> None:
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))

    def _on_restored(self) -> None:
        if self.form is not None:
            self.form.show_mission()
            self.form.show_lines()

    def _go_on(self) -> None:
        if self.detail is not None and self.detail.document_id is not None:
            self.close_sheet()
            self._context.navigate("paper", PaperArgument(self.detail.document_id))
            return
        self._store(self._on_ready)

    def _store(self, then: Callable[[InquiryDetail], None]) -> None:
        form, detail = self.form, self.detail
        if form is None or detail is None or not form.check():
            return
        draft = form.draft(detail.draft.version)
        inquiries, actor = self._context.services.inquiries, self._context.actor
        self.main.setEnabled(False)
        self._context.lanes.write(self, lambda: inquiries.write(actor, draft), then, self._refused)

    def _on_kept(self, detail: InquiryDetail) -> None:
        self._take(detail)
        self._context.toasts.show(self.tr("What was written is kept."))

    def _on_ready(self, detail: InquiryDetail) -> None:
        self._take(detail)
        self.close_sheet()
        kind = PaperKind.LOCAL_INQUIRY_REPORT.value
        self._context.navigate("issue_paper", IssueArgument(detail.case_id, kind, inquiry_id=detail.id))

    def _take(self, detail: InquiryDetail) -> None:
        self.detail = detail
        self.main.setEnabled(True)
        if self.kept is not None:
            self.kept.done()

    def _refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self._context.errors.present(error, self.form)
