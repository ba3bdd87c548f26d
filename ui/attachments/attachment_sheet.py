"""Looking at a scan; declaring a wrong one void."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from services.attachments import AttachmentRow, OpenedAttachment
from services.clock import local
from services.persian.digits import to_persian
from services.persian.jalali import format_long
from ui.context import AppContext
from ui.documents.paper_view import PaperView
from ui.theme.theme import px
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Words
from ui.widgets.sheet import Sheet


class AttachmentSheet(Sheet):
    """`void_wanted`: its button, for who may. Opening it is recorded."""

    void_wanted = Signal()

    def __init__(self, window: QWidget, context: AppContext, row: AttachmentRow) -> None:
        super().__init__(window, row.title, side=True, width=760)
        self._row = row
        self.main.hide()
        pages = self.tr("{count} pages").format(count=to_persian(row.pages))
        parts = (row.kind_label, pages, row.staff_name, format_long(local(row.added_at).date()))
        self.body.addWidget(Words(" · ".join(part for part in parts if part), "quiet", wrap=True))
        if row.is_void:
            words = self.tr("void: {reason}").format(reason=row.void_reason)
            self.body.addWidget(Words(words, "danger", wrap=True))
        self.view = PaperView(context.lanes, self)
        self.view.setMinimumHeight(px(320))
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # it scrolls by itself
        self.body.addWidget(self.view, 1)
        self.void = QuietButton(self.tr("Declare void"), "file-cancel-outline")
        self.add_button(self.void)
        self.void.setVisible(row.may_void)
        self.cancel.setText(self.tr("Close"))
        self.void.clicked.connect(self._on_void)
        attachments, actor = context.services.attachments, context.actor
        context.lanes.read(self, lambda: attachments.open(actor, row.id), self._show)

    def _show(self, opened: OpenedAttachment) -> None:
        self.view.show_paper(opened.content)
        self.view.setFocus()

    def _on_void(self) -> None:
        self.close_sheet()
        self.void_wanted.emit()
