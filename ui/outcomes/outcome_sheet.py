"""How the case ended, in one sheet: the choice, its day, a few words, and whether the signatures were seen (P-30)."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.errors import StaleError
from services.outcomes import DispositionChoice, OutcomeDraft, OutcomeRow
from services.overview import CasePage
from services.persian.digits import to_persian
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.runtime.shortcuts import with_keys
from ui.safety.page_draft import PageDraft
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.form_text import put_text, text_of
from ui.widgets.labels import Words
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.notices import ConflictBar, Notice
from ui.widgets.sheet import Sheet
from ui.widgets.tick import Tick

FORM = "case:outcome"


class OutcomeSheet(Sheet):
    """`saved` carries the `OutcomeRow`."""

    saved = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, page: CasePage) -> None:
        super().__init__(window, "", width=560)
        self.context, self._page = context, page
        self._version = page.detail.version
        self._choices: dict[str, DispositionChoice] = {}
        self._is_ready = False
        self.form = FormGrid(2)
        self._conflict = ConflictBar()
        self._judicial = Notice("", "attention", "gavel")
        self._unsigned = Notice("", "information", "draw-pen")
        self.draft = PageDraft(self, context, FORM, CaseArgument(page.detail.id, "outcome").subject(), self._texts)
        self._dress()
        self.form.changed.connect(self._on_changed)
        self.submitted.connect(self._save)
        self._conflict.reload_wanted.connect(lambda: self._reread(self._take_theirs))
        self._conflict.keep_wanted.connect(lambda: self._reread(self._keep_mine))
        outcomes, actor, case_id = context.services.outcomes, context.actor, page.detail.id
        context.lanes.read(self, lambda: outcomes.choices(actor, case_id), self._fill)

    # --- building ---------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.set_title(self.tr("Outcome of the file"))
        words = self.tr("Record the outcome")
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        self.main.setEnabled(False)
        self.main.show()
        row = self._page.detail.row
        stands = self.tr("File {number} · stands at: {status}")
        self.body.addWidget(
            Words(stands.format(number=to_persian(row.case_no), status=row.status_label), "quiet", wrap=True)
        )
        self._seen = Tick(self.tr("The signatures of all sides were seen"))
        self.form.add("disposition", Field(self.tr("How it ended"), ChoiceEdit(), required=True, lines=2), 2)
        self.form.add("decided_on", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        self.form.add("signatures_seen_on", Field(self.tr("Signatures"), self._seen))
        self.form.add("summary", Field(self.tr("In a few words"), MultilineEdit(lines=3, max_lines=8)), 2)
        self._judicial.set_sentence(
            self.tr(
                "The matter may hold a public offence: it is recorded and sent to the judiciary, not closed here."
            )
        )
        self._unsigned.set_sentence(self.tr("Until the signatures were seen it waits and counts as no settlement."))
        for part in (self._conflict, self.form, self._judicial, self._unsigned):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _fill(self, choices: Sequence[DispositionChoice]) -> None:
        self._choices = {choice.code: choice for choice in choices}
        edit = self.form.field("disposition").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices([Choice(one.code, one.label, quiet=self._lacking(one)) for one in choices])
        self.draft.filling(self._put_start)
        self._is_ready = True
        self.main.setEnabled(True)
        self.draft.load(self._take_up)
        self._show_notes()
        self.form.focus_first()

    def _lacking(self, choice: DispositionChoice) -> str:
        if not choice.attempts_missing:
            return ""
        words = self.tr("{count} more recorded invitations are needed")
        return words.format(count=to_persian(choice.attempts_missing))

    def _put_start(self) -> None:
        known = self._page.outcome
        self.form.set_values(
            {
                "disposition": known.disposition if known else "",
                "decided_on": known.decided_on if known else self.context.today(),
                "summary": known.summary if known else "",
                "signatures_seen_on": known is not None and known.signatures_seen_on is not None,
            }
        )

    def _texts(self) -> dict[str, str]:
        return {key: text_of(field.edit) for key, field in self.form.fields().items()}

    def _take_up(self, texts: dict[str, str]) -> None:
        for key, field in self.form.fields().items():
            put_text(field.edit, str(texts.get(key, "")))

    # --- what the choice means --------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._show_notes()
        if self._is_ready:
            self.draft.touch()

    def _show_notes(self) -> None:
        choice = self._chosen()
        signs = choice is not None and choice.needs_signatures
        self.form.field("signatures_seen_on").setVisible(signs)
        self._unsigned.setVisible(signs and not self._seen.isChecked())
        self._judicial.setVisible(choice is not None and choice.needs_judicial)
        self.form.field("disposition").set_hint(self._lacking(choice) if choice is not None else "")
        needs = self.tr("Name the body, the other file or the reason.")
        self.form.field("summary").set_hint(needs if choice is not None and choice.needs_words else "")

    def _chosen(self) -> DispositionChoice | None:
        return self._choices.get(str(self.form.field("disposition").value()))

    # --- storing ----------------------------------------------------------------------------------------------

    def _save(self) -> None:
        if not self.form.check():
            return
        needed = {key: self.tr("Fill this in.") for key in ("disposition", "decided_on") if not self._has(key)}
        if needed:
            self.form.set_errors(needed)
            return
        draft = self._draft()
        outcomes, actor = self.context.services.outcomes, self.context.actor
        self.main.setEnabled(False)
        self.context.lanes.write(self, lambda: outcomes.record(actor, draft), self._on_saved, self._on_refused)

    def _has(self, key: str) -> bool:
        return self.form.field(key).value() not in ("", None)

    def _draft(self) -> OutcomeDraft:
        values, choice = self.form.values(), self._chosen()
        signs = choice is not None and choice.needs_signatures and self._seen.isChecked()
        return OutcomeDraft(
            self._page.detail.id,
            self._version,
            str(values["disposition"]),
            values["decided_on"],
            str(values["summary"]),
            self._seen_on(values["decided_on"]) if signs else None,
        )

    def _seen_on(self, decided_on: date) -> date:
        """The day on which they were seen: as recorded before, otherwise today."""
        known = self._page.outcome
        seen = known.signatures_seen_on if known is not None else None
        return max(seen or self.context.today(), decided_on)

    def _on_saved(self, row: OutcomeRow) -> None:
        self.draft.forget()
        self.context.toasts.show(self.tr("Outcome recorded: {outcome}").format(outcome=row.label))
        self.saved.emit(row)
        self.close_sheet()

    def _on_refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError):
            self._conflict.show()
            return
        self.context.errors.present(error, self.form)

    # --- somebody else changed the file -------------------------------------------------------------------------

    def _reread(self, take: Callable[[CasePage], None]) -> None:
        self._conflict.hide()
        overview, actor, case_id = self.context.services.overview, self.context.actor, self._page.detail.id
        self.context.lanes.read(self, lambda: overview.refresh_case(actor, case_id), take)

    def _take_theirs(self, page: CasePage) -> None:
        self._page, self._version = page, page.detail.version
        self.draft.forget()
        self.draft.filling(self._put_start)

    def _keep_mine(self, page: CasePage) -> None:
        self._version = page.detail.version
        self._save()

    # --- leaving ----------------------------------------------------------------------------------------------

    def can_close(self) -> bool:
        return self.draft.may_go(self.window(), self.tr("Leave the outcome?"))
