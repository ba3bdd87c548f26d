"""The sheet that records how a case ended; where it stands is another thing (R-9, R-23, P-30)."""

from typing import cast
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.errors import StaleError
from services.outcomes import DispositionChoice, OutcomeDraft, OutcomeRow
from services.persian.digits import to_persian
from ui.context import AppContext
from ui.quick_entries.kept_form import KeptForm
from ui.quick_entries.refusals import show_refusal
from ui.runtime.shortcuts import with_keys
from ui.widgets.choice_edit import Choice, ChoiceEdit
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.notices import ConflictBar, Notice
from ui.widgets.sheet import Sheet


class OutcomeSheet(Sheet):
    """Opens over `window` for one case as it was read (`version`); `outcome` is what stands already, if anything.

    `recorded` carries the stored `OutcomeRow`.
    """

    recorded = Signal(object)

    def __init__(
        self,
        window: QWidget,
        context: AppContext,
        case_id: UUID,
        version: int,
        *,
        case_no: str = "",
        status: str = "",
        outcome: OutcomeRow | None = None,
    ) -> None:
        super().__init__(window, "", side=True, width=560)
        self.context, self._case_id, self._version, self._outcome = context, case_id, version, outcome
        self._choices: dict[str, DispositionChoice] = {}
        words = self.tr("Record the outcome")
        self.set_title(words)
        self.main.setText(words)
        self.main.setToolTip(with_keys(words, "Ctrl+Return"))
        self.main.setEnabled(False)
        self.main.show()
        self._conflict = ConflictBar()
        self._advice = Notice("", "attention", "information-outline")
        self._advice.hide()
        self.form = FormGrid(2)
        self.form.add("disposition", Field(self.tr("How did it end?"), ChoiceEdit(), required=True), 2)
        self.form.add("decided_on", Field(self.tr("On"), JalaliDateEdit(), required=True))
        self.form.add("signatures_seen_on", Field(self.tr("Signatures of all sides seen on"), JalaliDateEdit()))
        self.form.add("summary", Field(self.tr("In a few words"), MultilineEdit(lines=3, max_lines=8)), 2)
        where = " · ".join(
            part for part in (case_no, self.tr("now: {status}").format(status=status) if status else "") if part
        )
        for part in (Words(where, "quiet"), self._conflict, self.form, self._advice):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.submitted.connect(self._save)
        self.form.field("disposition").changed.connect(self._show_advice)
        self._conflict.reload_wanted.connect(self._reread)
        self._conflict.keep_wanted.connect(self._reread)
        self.kept = KeptForm(self, context, f"outcomes:{case_id.hex}", self.form)
        self.closed.connect(self.kept.flush)
        self._load()

    def _load(self) -> None:
        outcomes, actor, case_id = self.context.services.outcomes, self.context.actor, self._case_id
        self.context.lanes.read(self, lambda: outcomes.choices(actor, case_id), self._fill)

    def _fill(self, choices: tuple[DispositionChoice, ...]) -> None:
        self._choices = {choice.code: choice for choice in choices}
        edit = cast("ChoiceEdit", self.form.field("disposition").edit)

        def fill() -> None:
            edit.set_choices([Choice(choice.code, choice.label) for choice in choices])
            self.form.field("decided_on").set_value(self.context.today())
            if self._outcome is not None:
                self.form.set_values(
                    {
                        "disposition": self._outcome.disposition,
                        "decided_on": self._outcome.decided_on,
                        "signatures_seen_on": self._outcome.signatures_seen_on,
                        "summary": self._outcome.summary,
                    }
                )

        self.kept.quietly(fill)
        self.kept.load()
        self._show_advice()
        self.main.setEnabled(True)
        self.form.focus_first()

    def _show_advice(self) -> None:
        """What this ending asks for, and the signature field only where it belongs (P-30)."""
        choice = self._choices.get(str(self.form.field("disposition").value()))
        self.form.field("signatures_seen_on").setHidden(choice is None or not choice.needs_signatures)
        sentence = ""
        if choice is not None and choice.attempts_missing:
            missing = to_persian(choice.attempts_missing)
            sentence = self.tr("{count} more recorded invitations are needed first.").format(count=missing)
        elif choice is not None and choice.needs_judicial:
            sentence = self.tr("The subject may be a public matter: the settlement also goes to the judiciary.")
        elif choice is not None and choice.needs_signatures:
            sentence = self.tr("It counts only when the signatures of all sides were seen.")
        self._advice.set_sentence(sentence)
        self._advice.setHidden(not sentence)

    def _save(self) -> None:
        if not self.main.isEnabled() or not self.form.check():
            return
        values = self.form.values()
        lacking = [key for key in ("disposition", "decided_on") if values[key] in ("", None)]
        if lacking:
            self.form.set_errors({key: self.tr("Fill this in.") for key in lacking})
            return
        choice = self._choices.get(values["disposition"])
        draft = OutcomeDraft(
            self._case_id,
            self._version,
            values["disposition"],
            values["decided_on"],
            values["summary"],
            values["signatures_seen_on"] if choice is not None and choice.needs_signatures else None,
        )
        outcomes, actor = self.context.services.outcomes, self.context.actor
        self.main.setEnabled(False)
        self.context.lanes.write(self, lambda: outcomes.record(actor, draft), self._on_saved, self._on_refused)

    def _on_saved(self, row: OutcomeRow) -> None:
        self.kept.done()
        self.context.toasts.show(self.tr("Outcome: {label}").format(label=row.label))
        self.recorded.emit(row)
        self.close_sheet()

    def _on_refused(self, error: Exception) -> None:
        self.main.setEnabled(True)
        if isinstance(error, StaleError):
            self._conflict.show()
            return
        self.set_notice(show_refusal(self.context, self.form, error))

    def _reread(self) -> None:
        """Both answers keep what was typed here; the case is taken as it stands now."""
        cases, actor, case_id = self.context.services.cases, self.context.actor, self._case_id

        def show(version: int) -> None:
            self._version = version
            self._conflict.hide()

        self.context.lanes.read(self, lambda: cases.row(actor, case_id).version, show)
