"""What all sheets of the case page have in common: they store one use-case on a version of the file, and ask when
somebody changed it meanwhile."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from services.changes import Done
from services.errors import StaleError
from services.overview import CasePage
from services.persian.digits import to_persian
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import with_keys
from ui.widgets.ask import ask_to_discard
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.notices import ConflictBar
from ui.widgets.sheet import Sheet

T = TypeVar("T")


class CaseSheet(Sheet):
    """`saved` carries what the service gave. A subclass fills `body` after the conflict bar and calls `store`."""

    saved = Signal(object)

    def __init__(
        self,
        window: QWidget,
        context: AppContext,
        page: CasePage,
        words: tuple[str, str],
        *,
        side: bool = False,
        width: int = 520,
    ) -> None:
        """`words`: the title, and what the main button does."""
        super().__init__(window, "", side=side, width=width)
        title, main = words
        self.context, self.page = context, page
        self.is_dirty = False
        self._kept: PageDraft | None = None
        self.set_title(title)
        self.main.setText(main)
        self.main.setToolTip(with_keys(main, "Ctrl+Return"))
        self.main.show()
        self._conflict = ConflictBar()
        number = self.tr("File {number}").format(number=to_persian(page.detail.row.case_no))
        self.body.addWidget(Words(number, "quiet"))
        self.body.addWidget(self._conflict)
        self._conflict.reload_wanted.connect(lambda: self._reread(self.take_theirs))
        self._conflict.keep_wanted.connect(lambda: self._reread(self.keep_mine))
        self.submitted.connect(self.save)

    def touch(self) -> None:
        """Something was typed."""
        self.is_dirty = True
        if self._kept is not None:
            self._kept.touch()

    def keep(self, name: str, texts: Callable[[], dict[str, Any]], put: Callable[[dict[str, Any]], None]) -> None:
        """What is typed from now on survives a crash (design.md §6); `name` is the sheet's among the page's works."""

        def take(content: dict[str, Any]) -> None:
            put(content)
            self.is_dirty = True

        subject = CaseArgument(self.page.detail.id, name).subject()
        self._kept = PageDraft(self, self.context, f"case:{name}", subject, texts)
        self._kept.load(take)

    def keep_form(self, name: str, form: FormGrid) -> None:
        """The same for a form of fields."""
        fields = form.fields()

        def put(content: dict[str, Any]) -> None:
            for key in content.keys() & fields.keys():
                put_text(fields[key].edit, str(content[key]))

        self.keep(name, lambda: {key: text_of(field.edit) for key, field in fields.items()}, put)

    def filled(self) -> None:
        """The form has its data: the panel takes its height."""
        self.main.setEnabled(True)
        QTimer.singleShot(0, self, self._place)

    def save(self) -> None:
        """Check the form and `store`."""

    def take_theirs(self, page: CasePage) -> None:
        """Show what stands in the file now."""
        self.page = page

    def keep_mine(self, page: CasePage) -> None:
        """What was typed goes over what a colleague wrote."""
        self.page = page
        self.save()

    def store(self, use_case: Callable[[], Done[T]], said: str, form: Any = None) -> None:
        """Run the use-case; errors stand beside the fields of `form`."""
        self.main.setEnabled(False)

        def done(value: T) -> None:
            self.is_dirty = False
            self._forget()
            self.context.toasts.show(said)
            self.saved.emit(value)
            self.close_sheet()

        def refused(error: Exception) -> None:
            self.main.setEnabled(True)
            if isinstance(error, StaleError):
                self._conflict.show()
            else:
                self.context.errors.present(error, form)

        self.context.lanes.write(self, use_case, done, refused)

    def can_close(self) -> bool:
        if not self.is_dirty:
            return True
        is_discarded = ask_to_discard(self.window())
        if is_discarded:
            self._forget()
        return is_discarded

    def _forget(self) -> None:
        if self._kept is not None:
            self._kept.forget()

    def _reread(self, take: Callable[[CasePage], None]) -> None:
        self._conflict.hide()
        overview, actor, case_id = self.context.services.overview, self.context.actor, self.page.detail.id
        self.context.lanes.read(self, lambda: overview.refresh_case(actor, case_id), take)
