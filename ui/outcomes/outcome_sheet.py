"""How the case ended, in one sheet: the choice, what was agreed, and the signatures (P-30, P-31)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from services.agreements import AgreementDetail, AgreementDraft, AgreementState, SignatureState
from services.cases import Side
from services.errors import StaleError
from services.outcomes import DispositionChoice, OutcomeDraft, OutcomeRow
from services.overview import CasePage
from services.persian.digits import to_persian
from ui.case.argument import CaseArgument
from ui.context import AppContext
from ui.outcomes.agreement_editor import AgreementEditor
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import with_keys
from ui.widgets.card import Line
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
_NARROW, _WIDE = 620, 1120
_IN_AGREEMENT = "agreement"
_COMMA = "\u060c "


class OutcomeSheet(Sheet):
    """`saved` carries the `OutcomeRow`. Wide as soon as the outcome rests on an agreement. `chosen`: the disposition
    that stands there for a file without one."""

    saved = Signal(object)

    def __init__(self, window: QWidget, context: AppContext, page: CasePage, chosen: str = "") -> None:
        super().__init__(window, "", width=_NARROW)
        self.context, self._page, self._wanted = context, page, chosen
        self._version = page.detail.version
        self._choices: dict[str, DispositionChoice] = {}
        self._is_ready = self._is_printed = False
        self.form = FormGrid(4)
        self.ending = FormGrid(2)
        signing = [party for party in page.detail.parties if self._signs(party.role)]
        self.editor = AgreementEditor(page.detail.parties, signing)
        self._line = Line()
        self._conflict = ConflictBar()
        self._judicial = Notice("", "attention", "gavel")
        self._signed = Notice("", "information", "file-sign")
        self._unsigned = Notice("", "information", "draw-pen")
        self._printed = Notice("", "attention", "printer-outline")
        self._printed.hide()
        self.draft = PageDraft(self, context, FORM, CaseArgument(page.detail.id, "outcome").subject(), self._texts)
        self._dress()
        self._connect()
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
        self.form.add("disposition", Field(self.tr("How it ended"), ChoiceEdit(), required=True, lines=2), 3)
        self.form.add("decided_on", Field(self.tr("Day"), JalaliDateEdit(), required=True))
        self.ending.add("signatures_seen_on", Field(self.tr("Signatures"), self._seen), 2)
        self.ending.add("summary", Field(self.tr("In a few words"), MultilineEdit(lines=2, max_lines=8)), 2)
        self._judicial.set_sentence(
            self.tr(
                "The matter may hold a public offence: it is recorded and sent to the judiciary, not closed here."
            )
        )
        self._signed.set_sentence(
            self.tr("The agreement is signed and stays as it is. To change it, declare it void in the file first.")
        )
        self._unsigned.set_sentence(self.tr("Until the signatures were seen it waits and counts as no settlement."))
        parts = (
            self._conflict, self.form, self._judicial, self._line, self._signed, self._printed, self.editor,
            self.ending, self._unsigned,
        )  # fmt: skip
        for part in parts:
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.ending.changed.connect(self._on_changed)
        self.editor.changed.connect(self._on_changed)
        self.editor.resized.connect(self.refit)
        self.editor.removed.connect(self._offer_undo)
        self.submitted.connect(self._save)
        self._conflict.reload_wanted.connect(lambda: self._reread(self._take_theirs))
        self._conflict.keep_wanted.connect(lambda: self._reread(self._keep_mine))

    def _signs(self, role: str) -> bool:
        codes, actor = self.context.services.codes, self.context.actor
        return codes.of(actor).does("party_role", role, "signs") in ("party", "representative")

    def _sat_together(self) -> bool:
        """Both sides were present in one joint session (P-46)."""
        codes, actor = self.context.services.codes.of(self.context.actor), self._page
        side_of = {party.id: party.side for party in actor.detail.parties}
        return any(
            {Side.A, Side.B} <= {side_of.get(one.party_id) for one in row.attendance if one.is_present}
            for row in actor.sessions
            if codes.does("session_type", row.type, "is_joint")
        )

    def _fill(self, choices: Sequence[DispositionChoice]) -> None:
        self._choices = {choice.code: choice for choice in choices}
        edit = self.form.field("disposition").edit
        assert isinstance(edit, ChoiceEdit)
        edit.set_choices([Choice(one.code, one.label, quiet=self._lacking(one)) for one in choices])
        self.draft.filling(self._put_start)
        self._is_ready = True
        self.main.setEnabled(True)
        self.draft.load(self._take_up)
        self._show_parts()
        self._ask_printed()
        self.form.focus_first()

    def _ask_printed(self) -> None:
        """Whoever changes what was printed already is told before that the paper goes with it."""
        stored, agreements, actor = self._stored(), self.context.services.agreements, self.context.actor
        if stored is not None and not self._is_signed(stored):
            self.context.lanes.read(self, lambda: agreements.printed(actor, stored.id), self._tell_printed)

    def _tell_printed(self, papers: Sequence[str]) -> None:
        told = self.tr(
            "{papers} was issued. When the agreement changes, it becomes void and is printed and signed anew."
        )
        self._printed.set_sentence(told.format(papers=_COMMA.join(papers)))
        self._is_printed = bool(papers)
        self._show_parts()

    def _lacking(self, choice: DispositionChoice) -> str:
        if not choice.attempts_missing:
            return ""
        words = self.tr("{count} more recorded invitations are needed")
        return words.format(count=to_persian(choice.attempts_missing))

    def _put_start(self) -> None:
        known = self._page.outcome
        self.form.set_values(
            {
                "disposition": known.disposition if known else self._wanted,
                "decided_on": known.decided_on if known else self.context.today(),
            }
        )
        self.ending.set_values(
            {
                "summary": known.summary if known else "",
                "signatures_seen_on": known is not None and known.signatures_seen_on is not None,
            }
        )
        stored = self._stored()
        if stored is not None and not self._is_signed(stored):
            self.editor.put_agreement(stored)
        else:
            self.editor.put_start(sat_together=self._sat_together())

    def _texts(self) -> dict[str, Any]:
        grids = (self.form, self.ending)
        found = {key: text_of(field.edit) for grid in grids for key, field in grid.fields().items()}
        return found | {_IN_AGREEMENT: self.editor.texts()}

    def _take_up(self, texts: Mapping[str, Any]) -> None:
        for grid in (self.form, self.ending):
            for key, field in grid.fields().items():
                put_text(field.edit, str(texts.get(key, "")))
        agreed = texts.get(_IN_AGREEMENT)
        if isinstance(agreed, dict):
            self.editor.put(agreed)
        self._show_parts()

    # --- what the choice means --------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._show_parts()
        if self._is_ready:
            self.draft.touch()

    def _show_parts(self) -> None:
        choice = self._chosen()
        signs = choice is not None and choice.needs_signatures
        rests = choice is not None and choice.agreement_kind is not None
        is_signed = rests and self._is_signed(self._stored())
        self.ending.field("signatures_seen_on").setVisible(signs and not is_signed)
        self._unsigned.setVisible(signs and not is_signed and not self._seen.isChecked())
        self._judicial.setVisible(choice is not None and choice.needs_judicial)
        self.form.field("disposition").set_hint(self._lacking(choice) if choice is not None else "")
        needs = self.tr("Name the body, the other file or the reason.")
        self.ending.field("summary").set_hint(needs if choice is not None and choice.needs_words else "")
        if choice is not None and choice.agreement_kind is not None:
            self.editor.set_kind(choice.agreement_kind, is_partial=choice.needs_open_points)
        self._signed.setVisible(is_signed)
        self._printed.setVisible(rests and self._is_printed and not is_signed)
        self._line.setVisible(rests)
        self.editor.setVisible(rests and not is_signed)
        width = _WIDE if rests and not is_signed else _NARROW
        if width != self._width:
            self._width = width
            self.refit()

    def _chosen(self) -> DispositionChoice | None:
        return self._choices.get(str(self.form.field("disposition").value()))

    def _stored(self) -> AgreementDetail | None:
        return self._page.agreement

    @staticmethod
    def _is_signed(stored: AgreementDetail | None) -> bool:
        """Whether a signature on it was seen: it is not changed any more."""
        if stored is None:
            return False
        seen = any(one.state is SignatureState.SEEN for one in stored.signers)
        return seen or stored.state is AgreementState.SIGNED

    def _offer_undo(self, before: object) -> None:
        """A clause was removed: one key brings it back."""
        assert isinstance(before, dict)
        self.context.toasts.show(self.tr("The clause was removed."), lambda: self.editor.put(before))

    # --- storing ----------------------------------------------------------------------------------------------

    def _save(self) -> None:
        grids = (self.form, self.editor, self.ending) if self.editor.isVisibleTo(self) else (self.form, self.ending)
        if not self._is_ready or [grid.check() for grid in grids].count(False):
            self.focus_first_error()
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
        choice, decided_on = self._chosen(), self.form.field("decided_on").value()
        signs = choice is not None and choice.needs_signatures and self._seen.isChecked()
        return OutcomeDraft(
            self._page.detail.id,
            self._version,
            str(self.form.field("disposition").value()),
            decided_on,
            str(self.ending.field("summary").value()),
            self._seen_on(decided_on) if signs else None,
            self._agreement(decided_on),
        )

    def _agreement(self, decided_on: date) -> AgreementDraft | None:
        if not self.editor.isVisibleTo(self):
            return None
        return self.editor.draft(self._page.detail.id, decided_on)

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
        self.context.errors.present(error, self)

    # --- errors beside their fields (a Form of ui.runtime.errors) -----------------------------------------------

    def set_error(self, key: str, sentence: str) -> bool:
        noun, _, rest = key.partition(".")
        if noun == _IN_AGREEMENT:
            return self.editor.set_error(rest or "clauses", sentence)
        return self.form.set_error(key, sentence) or self.ending.set_error(key, sentence)

    def focus_first_error(self) -> None:
        if any(field.error() for field in self.form.fields().values()):
            self.form.focus_first_error()
        elif not (self.editor.isVisibleTo(self) and self.editor.focus_first_error()):
            self.ending.focus_first_error()

    # --- somebody else changed the file -------------------------------------------------------------------------

    def _reread(self, take: Callable[[CasePage], None]) -> None:
        self._conflict.hide()
        overview, actor, case_id = self.context.services.overview, self.context.actor, self._page.detail.id
        self.context.lanes.read(self, lambda: overview.refresh_case(actor, case_id), take)

    def _take_theirs(self, page: CasePage) -> None:
        self._page, self._version = page, page.detail.version
        self.draft.forget()
        self.draft.filling(self._put_start)
        self._show_parts()

    def _keep_mine(self, page: CasePage) -> None:
        self._page, self._version = page, page.detail.version
        self.editor.keep_over(page.agreement)
        self._show_parts()
        self._save()

    # --- leaving ----------------------------------------------------------------------------------------------

    def can_close(self) -> bool:
        return self.draft.may_go(self.window(), self.tr("Leave the outcome?"))
