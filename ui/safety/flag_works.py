"""What is done with one mark, each by its short sheet: looked at again, reported, closed (R-8)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from services.changes import Done
from services.errors import AppError, InvalidDraft
from services.safety import FlagRow
from ui.context import AppContext
from ui.runtime.errors import sentence_of
from ui.safety.flag_sheets import CloseSheet, ReportSheet, ReviewSheet, ShortSheet


class FlagWorks(QObject):
    """Sheets open over `window`; `stored` after each that was stored."""

    stored = Signal()

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context

    def do(self, action: str, flag: FlagRow) -> None:
        """ "review", "report", or "close"."""
        safety, actor = self._context.services.safety, self._context.actor
        sheet: ShortSheet
        write: Callable[[dict[str, Any]], Done[Any]]
        if action == "review":
            sheet = ReviewSheet(self._window, flag.note)
            write = lambda values: safety.review_flag(actor, flag.id, flag.version, values["note"])  # noqa: E731
        elif action == "report":
            sheet = ReportSheet(self._window, self._context.services.uow.clock.now())
            write = lambda values: safety.report_child(  # noqa: E731
                actor, flag.id, flag.version, values["number"], values["reported_at"]
            )
        else:
            sheet = CloseSheet(self._window)
            write = lambda values: safety.close_flag(actor, flag.id, flag.version, values["reason"])  # noqa: E731
        sheet.submitted.connect(lambda: self._submit(sheet, write))
        sheet.kept_about = flag.id.hex
        sheet.open_sheet()

    def _submit(self, sheet: ShortSheet, write: Callable[[dict[str, Any]], Done[Any]]) -> None:
        values = sheet.form.values()
        if not sheet.form.check():
            return
        if "reported_at" in values and values["reported_at"] is None:
            sheet.set_error("reported_at", self.tr("Write day and hour."))
            return
        self._context.lanes.write(
            self,
            lambda: write(values),
            lambda _value: self._on_stored(sheet),
            lambda error: present_in(self._context, sheet, error),
        )

    def _on_stored(self, sheet: ShortSheet) -> None:
        sheet.close_sheet()
        self._context.toasts.show(self.tr("Stored"))
        self.stored.emit()


def present_in(context: AppContext, sheet: ShortSheet, error: Exception) -> None:
    """Beside the field of the sheet, in its own line, or where errors go otherwise."""
    if not isinstance(error, AppError):
        context.errors.present(error)
        return
    each = error.errors if isinstance(error, InvalidDraft) and error.errors else (error,)
    for one in each:
        if one.field is None or not sheet.set_error(one.field, sentence_of(one)):
            sheet.set_notice(sentence_of(one))
