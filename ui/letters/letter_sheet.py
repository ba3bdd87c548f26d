"""One row of a book in full: its columns, what it answers, whom it was given to, its scans (domain.md §2.9)."""

from collections.abc import Sequence
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from services.actor import Right
from services.attachments import AttachmentRow
from services.clock import local
from services.letters import ActionRow, LetterDetail, LetterDirection, LetterRow, LetterState, LinkRow
from services.persian.digits import to_persian
from services.persian.jalali import format_date
from ui.attachments.attachment_sheet import AttachmentSheet
from ui.case.rows_card import RowsCard
from ui.context import AppContext
from ui.inquiries.inquiry_sheet import InquirySheet
from ui.letters.letter_sheets import AssignSheet, CorrectSheet, FinishSheet, LinkSheet, ScanSheet
from ui.letters.void_scan_sheet import VoidScanSheet
from ui.theme.theme import px
from ui.widgets.buttons import DangerButton, LinkButton, QuietButton
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.notices import Notice
from ui.widgets.row_paint import Row
from ui.widgets.sheet import Sheet

T = TypeVar("T", ActionRow, AttachmentRow)

_NOUNS = ("letter", "attachment")


class LetterSheet(Sheet):
    """Of a masked letter number and date alone (P-16)."""

    def __init__(self, window: QWidget, context: AppContext, row: LetterRow) -> None:
        super().__init__(window, "", side=True, width=620)
        self._context, self._row = context, row
        self.detail: LetterDetail | None = None
        self._scans: tuple[AttachmentRow, ...] = ()
        self.cancel.setText(self.tr("Close"))
        self._facts_grid = QGridLayout()
        self._facts_grid.setHorizontalSpacing(px(16))
        self._facts_grid.setVerticalSpacing(px(6))
        self._facts_grid.setColumnStretch(1, 1)
        if row.is_masked:
            self.body.addWidget(Notice(self.tr("Of this letter the open book shows number and date alone.")))
        self.body.addLayout(self._facts_grid)
        self._make_cards()
        self._make_void()
        self._correct = QuietButton(self.tr("Correct"), "pencil-outline")
        self._correct.clicked.connect(lambda: self._over(CorrectSheet))
        self._case = QuietButton(self.tr("To the file"), "folder-outline")
        self._case.clicked.connect(self._open_case)
        self._done = QuietButton(self.tr("Mark as done"), "check")
        self._done.clicked.connect(self._finish)
        self._answer = QuietButton(self.tr("Answer to the inquiry"), "file-document-edit-outline")
        self._answer.clicked.connect(self._answer_inquiry)
        for button in (self._void, self._case, self._correct, self._done, self._answer):
            self.add_button(button)
        self.body.addStretch(1)
        self._show_row()
        self._show_rights()
        context.bus.on(self, _NOUNS, self._load)
        self._load()

    # --- building ---------------------------------------------------------------------------------------------

    def _make_cards(self) -> None:
        self.links = RowsCard(self.tr("Answers and follows"), self.tr("Refers to no other letter."))
        self.orders = RowsCard(self.tr("Given to"), self.tr("Nobody was given this letter."))
        self.scans = RowsCard(self.tr("Scans"), self.tr("Nothing is scanned."))
        self._actions: tuple[LinkButton, ...] = (
            self.links.add_action(self.tr("Refer"), "plus", lambda: self._over(LinkSheet)),
            self.orders.add_action(self.tr("Give"), "plus", lambda: self._over(AssignSheet)),
            self.scans.add_action(self.tr("Keep a scan"), "plus", lambda: self._over(ScanSheet)),
        )
        self.links.rows.opened.connect(self._open_link)
        self.orders.rows.opened.connect(self._open_order)
        self.scans.rows.opened.connect(self._open_scan)
        for card in (self.links, self.orders, self.scans):
            self.body.addWidget(card)
            card.setHidden(self._row.is_masked)

    def _make_void(self) -> None:
        self._reason = FormGrid(1)
        self._reason.add("reason", Field(self.tr("Reason"), TextEdit1(), self.tr("The number stays used."), lines=2))
        self._reason.hide()
        self.body.addWidget(self._reason)
        self._void = DangerButton(self.tr("Declare void"), "cancel")
        self._void.clicked.connect(self._on_void)

    # --- showing ----------------------------------------------------------------------------------------------

    def _load(self) -> None:
        if self._row.is_masked:
            return
        services, actor, key = self._context.services, self._context.actor, self._row.id

        def read() -> tuple[LetterDetail, tuple[AttachmentRow, ...]]:
            return services.letters.detail(actor, key), services.attachments.of_letter(actor, key)

        self._context.lanes.read(self, read, self._show, latest="detail")

    def _show(self, found: tuple[LetterDetail, tuple[AttachmentRow, ...]]) -> None:
        self.detail, self._scans = found
        self._row = self.detail.row
        self._show_row()
        self.links.set_rows([self._link_row(one) for one in self.detail.links])
        self.orders.set_rows([self._order_row(one) for one in self.detail.actions])
        self.scans.set_rows([self._scan_row(one) for one in self._scans])
        self._show_rights()

    def _show_rights(self) -> None:
        detail = self.detail
        self._void.setVisible(detail is not None and detail.may_void)
        self._correct.setVisible(detail is not None and detail.may_correct)
        self._case.setVisible(self._row.case_id is not None)
        self._done.setVisible(self._waiting() is not None)
        self._answer.setVisible(self._may_answer())
        keeps_scans = not self._row.is_masked and self._context.may(Right.LETTER_REGISTER)
        refers, gives, keeps = self._actions
        refers.setVisible(detail is not None and detail.may_correct)
        gives.setVisible(detail is not None and detail.may_assign)
        keeps.setVisible(detail is not None and keeps_scans)

    def _show_row(self) -> None:
        row = self._row
        number = f"\u2066{to_persian(row.number)}\u2069"
        is_void = row.state is LetterState.VOIDED
        words = self.tr("Letter {number}, void") if is_void else self.tr("Letter {number}")
        self.set_title(words.format(number=number))
        while self._facts_grid.count():
            item = self._facts_grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for place, (label, said) in enumerate(self._facts()):
            self._facts_grid.addWidget(Words(label, "quiet"), place, 0, Qt.AlignmentFlag.AlignTop)
            self._facts_grid.addWidget(Words(said, wrap=True), place, 1)

    def _facts(self) -> list[tuple[str, str]]:
        row = self._row
        their_day = format_date(row.their_date) if row.their_date else ""
        theirs = (f"\u2066{to_persian(row.their_number)}\u2069" if row.their_number else "", their_day)
        found = [
            (self.tr("Void because"), row.void_reason),
            (self.tr("Entered on"), format_date(local(row.registered_at).date())),
            (self.tr("Repeated number"), self._entered_later()),
            (self.tr("Kind"), row.kind_label),
            (self.tr("From or to"), to_persian(row.correspondent)),
            (self.tr("Subject"), to_persian(row.subject)),
            (self.tr("Summary"), to_persian(row.summary)),
            (self.tr("Number and date on the letter"), _joined(*theirs)),
            (self.tr("File"), f"\u2066{to_persian(row.case_no)}\u2069" if row.case_no else ""),
            (self.tr("Enclosures"), to_persian(row.enclosures)),
            (self.tr("Classification"), row.classification_label),
            (self.tr("Urgency"), row.urgency_label),
            (self.tr("Sent or brought by"), _joined(row.channel_label, to_persian(row.receipt))),
            (self.tr("Entered by"), row.registered_by_name),
        ]
        return [(label, words) for label, words in found if words]

    def _entered_later(self) -> str:
        row = self._row
        if not row.repeat or row.entered_at is None:
            return ""
        words = self.tr("really entered on {day}, because: {reason}")
        return words.format(day=format_date(local(row.entered_at).date()), reason=row.backdated_reason)

    def _link_row(self, one: LinkRow) -> Row:
        number = f"\u2066{to_persian(one.number)}\u2069"
        words = (
            f"{one.kind_label} {number}"
            if one.is_earlier
            else self.tr("{number} refers to this").format(number=number)
        )
        quiet = _joined(format_date(local(one.registered_at).date()), to_persian(one.subject))
        icon = "arrow-top-right" if one.is_earlier else "arrow-bottom-left"
        return Row(one.letter_id, words, quiet, "" if one.is_earlier else one.kind_label, "quiet", icon)

    def _order_row(self, one: ActionRow) -> Row:
        until = self.tr("until {day}").format(day=format_date(one.due_on)) if one.due_on else ""
        if one.done_at is not None:
            done = self.tr("done: {word}").format(word=to_persian(one.done_word))
            quiet = _joined(to_persian(one.order_text), done)
            return Row(one.id, one.to_name, quiet, self.tr("done"), "accent", "check-circle-outline")
        chip, tone = (self.tr("late"), "danger") if one.is_overdue else (until, "information")
        quiet = _joined(to_persian(one.order_text), self.tr("from {name}").format(name=one.from_name))
        if one.is_overdue:
            quiet = _joined(quiet, until)
        return Row(one.id, one.to_name, quiet, chip, tone, "account-arrow-right-outline")

    def _scan_row(self, one: AttachmentRow) -> Row:
        pages = self.tr("{count} pages").format(count=to_persian(one.pages))
        quiet = _joined(pages, format_date(local(one.added_at).date()), one.staff_name)
        return Row(one.id, one.title, quiet, self.tr("void") if one.is_void else "", "quiet", "paperclip")

    # --- going on ---------------------------------------------------------------------------------------------

    def _over(self, sheet: type[CorrectSheet | LinkSheet | AssignSheet | ScanSheet]) -> None:
        if self.detail is not None:
            sheet(self, self._context, self.detail).open_sheet()

    def _open_link(self, key: object) -> None:
        if isinstance(key, UUID):
            letters, actor = self._context.services.letters, self._context.actor
            self._context.lanes.read(self, partial(letters.get, actor, key), self._go_to)

    def _go_to(self, row: LetterRow) -> None:
        """Another letter in the place of this one."""
        self._row, self.detail = row, None
        self._show_row()
        self._load()

    def _waiting(self) -> ActionRow | None:
        """The oldest open order that this actor may say is done."""
        orders = self.detail.actions if self.detail is not None else ()
        return next((one for one in reversed(orders) if one.may_finish), None)

    def _finish(self) -> None:
        order = self._waiting()
        if order is not None:
            FinishSheet(self, self._context, order).open_sheet()

    def _open_order(self, key: object) -> None:
        order = _by_id(self.detail.actions if self.detail is not None else (), key)
        if order is not None and order.may_finish:
            FinishSheet(self, self._context, order).open_sheet()

    def _open_scan(self, key: object) -> None:
        scan = _by_id(self._scans, key)
        if scan is None:
            return
        if not scan.may_open:
            self._context.toasts.show(self.tr("This scan is for those who read papers."))
            return
        sheet = AttachmentSheet(self, self._context, scan)
        sheet.void_wanted.connect(lambda: VoidScanSheet(self, self._context, scan).open_sheet())
        sheet.open_sheet()

    def _may_answer(self) -> bool:
        row = self._row
        is_open = row.state is LetterState.REGISTERED and row.direction is LetterDirection.INCOMING
        return is_open and not row.is_masked and self._context.may(Right.DOCUMENT_ISSUE)

    def _answer_inquiry(self) -> None:
        """One answers an inquiry on a sheet of its own, in the place of this one."""
        window, context, key = self.window(), self._context, self._row.id
        self.close_sheet()
        InquirySheet(window, context, key).open_sheet()

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


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _by_id(rows: Sequence[T], key: object) -> T | None:
    return next((one for one in rows if one.id == key), None)
