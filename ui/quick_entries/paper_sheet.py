"""Open paper files, one after the other, by six fields each (P-22)."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from services.cases import CaseRow, CaseStatus
from services.codes.service import Code
from services.persian.digits import to_persian
from services.quick_entries import PaperDraft, split_name
from ui.context import AppContext
from ui.runtime.kept_form import KeptForm, clear_form
from ui.runtime.refusals import show_refusal
from ui.runtime.shortcuts import with_keys
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.number_edits import CodeEdit
from ui.widgets.sheet import Sheet

FORM = "quick_entries:paper"
_OPEN = (CaseStatus.RECEIVED, CaseStatus.INTAKE, CaseStatus.ACTIVE, CaseStatus.ON_HOLD)


class OneName(TextEdit1):
    """A whole name in one line; the line under the field says how it is parted."""

    def leave(self) -> None:
        super().leave()
        given, family = split_name(self.text())
        words = ""
        if given and family:
            words = self.tr("name: {given} · family name: {family}").format(given=given, family=family)
        self.hint_changed.emit(words)


class PaperSheet(Sheet):
    """Ctrl+Enter registers and empties the form for the next file; subject and status stay."""

    def __init__(self, window: QWidget, context: AppContext) -> None:
        super().__init__(window, "", width=620)
        self.set_title(self.tr("Open paper files"))
        self.context = context
        self._count = 0
        self.form = FormGrid(2)
        told = self.tr("Each keeps its old number, and search finds it. The rest can be completed later.")
        self.body.addWidget(Words(told, "quiet", wrap=True))
        self._make_fields()
        self.body.addWidget(self.form)
        self._done = Words("", "quiet", wrap=True)
        self.body.addWidget(self._done)
        self.main.setText(self.tr("Register, next file"))
        self.main.setToolTip(with_keys(self.tr("Register, next file"), "Ctrl+Return"))
        self.main.show()
        self.cancel.setText(self.tr("Finished"))
        self.submitted.connect(self._save)
        self.kept = KeptForm(self, context, FORM, self.form)
        self.closed.connect(self.kept.flush)
        services, actor = context.services, context.actor

        def read() -> tuple[tuple[Code, ...], ...]:
            names = ("case_category", "case_category_group", "case_status")
            return tuple(services.codes.all(actor, name) for name in names)

        context.lanes.read(self, read, self._on_lists)

    def can_close(self) -> bool:
        """Half a form is no file; it is stored and waits here."""
        self.kept.flush()
        return True

    def _make_fields(self) -> None:
        add = self.form.add
        hint = self.tr("A comma parts name and family name where they are longer")
        add("paper_case_no", Field(self.tr("Number on the folder"), CodeEdit(), required=True))
        add("opened_on", Field(self.tr("Opened on"), JalaliDateEdit(), required=True))
        add("side_a", Field(self.tr("Client"), OneName(), hint, required=True))
        add("side_b", Field(self.tr("Other side"), OneName()))
        add("category", Field(self.tr("Subject"), ChoiceEdit(), required=True))
        add("status", Field(self.tr("Where it stands"), ChoiceEdit()))

    def _on_lists(self, lists: tuple[tuple[Code, ...], ...]) -> None:
        categories, groups, statuses = lists
        rows = [
            Choice(row.code, row.label, group.label)
            for group in groups
            for row in categories
            if row.does("group") == group.code
        ]
        stands = [Choice(row.code, row.label) for row in statuses if row.code in {one.value for one in _OPEN}]

        def fill() -> None:
            self._choice("category").set_choices(rows)
            self._choice("status").set_choices(stands)
            self.form.field("status").set_value(CaseStatus.ACTIVE.value)

        self.kept.quietly(fill)
        self.kept.load()

    def _save(self) -> None:
        if not self.form.check() or not self.main.isEnabled():
            return
        draft = self._draft()
        services, actor = self.context.services, self.context.actor
        self.main.setEnabled(False)
        self.set_notice("")
        self.context.lanes.write(
            self, lambda: services.quick_entries.add_paper_file(actor, draft), self._on_saved, self._on_refused
        )

    def _draft(self) -> PaperDraft:
        day: date | None = self._value("opened_on")
        return PaperDraft(
            paper_case_no=str(self._value("paper_case_no")),
            opened_on=day,
            side_a=str(self._value("side_a")),
            side_b=str(self._value("side_b")),
            category=str(self._value("category")),
            status=CaseStatus(str(self._value("status")) or CaseStatus.ACTIVE.value),
        )

    def _on_saved(self, row: CaseRow) -> None:
        self.main.setEnabled(True)
        self.kept.done()
        self._count += 1
        kept = {key: self._value(key) for key in ("category", "status")}

        def fill() -> None:
            clear_form(self.form)
            self.form.set_values(kept)

        self.kept.quietly(fill)
        told = self.tr("File {number} was registered; {count} in this sitting.")
        self._done.setText(told.format(number=to_persian(row.case_no), count=to_persian(self._count)))
        self.form.focus_first()

    def _on_refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        self.set_notice(show_refusal(self.context, self.form, error))

    def _value(self, key: str) -> Any:
        return self.form.field(key).value()

    def _choice(self, key: str) -> ChoiceEdit:
        edit = self.form.field(key).edit
        assert isinstance(edit, ChoiceEdit)
        return edit
