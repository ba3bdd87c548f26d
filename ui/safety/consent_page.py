"""The consent sheet of one person, who sits here alone: read aloud, decided matter by matter (R-22, P-12, P-32)."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from services.actor import Right
from services.errors import AppError, InvalidDraft
from services.safety import ConsentDecision, ConsentDraft, ConsentRow, ConsentSheet
from ui.context import AppContext
from ui.navigation import GAP, PAIRED, Page
from ui.runtime.errors import sentence_of
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import with_keys
from ui.safety.argument import SafetyArgument, read_argument
from ui.safety.decisions_card import DecisionsCard
from ui.safety.health_card import HealthCard
from ui.safety.helpers_card import HelpersCard
from ui.safety.printing import can_print, print_consent
from ui.safety.read_aloud_card import ReadAloudCard
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.choice_edit import Choice
from ui.widgets.labels import OneLine

FORM = "consent"
_NARROW_BELOW = 900
_Read = tuple[ConsentSheet, tuple[Choice, ...], tuple[Choice, ...]]


class ConsentPage(Page):
    """Argument: a `SafetyArgument`, or the subject of its draft. Ctrl+Enter stores, and then goes on to the talk."""

    widest = PAIRED
    is_interview = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.about: SafetyArgument = read_argument(argument)
        self._sheet: ConsentSheet | None = None
        self._is_saving = False
        self._stored = OneLine("", "quiet")
        self.reading, self.decisions = ReadAloudCard(), DecisionsCard()
        self.helpers = HelpersCard(writes_reason=context.may(Right.GATE_OVERRIDE))
        self.health = HealthCard(context, self.about)
        self._print = QuietButton(self.tr("Print the sheet"), "printer-outline")
        self._main = PrimaryButton(self.tr("Store the consent"))
        self._columns = QBoxLayout(QBoxLayout.Direction.RightToLeft)
        self._fill_page()
        self._draft = PageDraft(self, context, FORM, self.about.subject(), self._snapshot)
        self._draft.stored.connect(lambda: self._stored.setText(self.tr("Draft stored")))
        for card in (self.decisions, self.helpers, self.health):
            card.changed.connect(self._on_typed)
        self.reading.tick.changed.connect(self._on_typed)

    # --- the page's life --------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        self._load(with_draft=True)

    def leave(self) -> None:
        self._draft.flush()

    def main_action(self) -> None:
        """Store what was decided; with nothing new, go on to the talk."""
        if self._is_saving or self._sheet is None:
            return
        if not self.decisions.decisions() and self._leads_on():
            self._go_on()
            return
        drafts = self._drafts()
        if not drafts:
            self.decisions.set_error("", self.tr("Nothing new is answered yet."))
            self.decisions.focus_first()
            return
        self._set_saving(True)
        safety, actor = self.context.services.safety, self.context.actor
        self.context.lanes.write(
            self, lambda: safety.record_consents(actor, drafts), self._on_saved, self._on_refused
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < px(_NARROW_BELOW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )

    # --- errors beside their fields -----------------------------------------------------------------------------

    def set_error(self, path: str, sentence: str) -> bool:
        """Put a service's error beside its field; False when no field of this page bears that name."""
        if path == "was_read_aloud":
            self.reading.tick.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return self.helpers.set_error(path, sentence) or (
            path in ("kind", "decision") and self.decisions.set_error("", sentence)
        )

    # --- inside -------------------------------------------------------------------------------------------------

    def _fill_page(self) -> None:
        self.set_title(self.tr("Consent sheet"))
        self.chips.addWidget(self._stored)
        self._print.setEnabled(False)
        self._print.clicked.connect(lambda: print_consent(self.context, self.about))
        self._main.clicked.connect(self.main_action)
        self._main.setToolTip(with_keys(self._main.text(), "Ctrl+Return"))
        self.add_button(self._print)
        self.add_button(self._main)
        right, left = QVBoxLayout(), QVBoxLayout()
        for column in (right, left):
            column.setSpacing(px(GAP))
        right.addWidget(self.reading)
        right.addWidget(self.helpers)
        right.addStretch(1)
        left.addWidget(self.decisions)
        left.addWidget(self.health)
        left.addStretch(1)
        self._columns.setSpacing(px(GAP))
        self._columns.addLayout(right, 6)
        self._columns.addLayout(left, 5)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)

    def _load(self, *, with_draft: bool) -> None:
        services, actor, about = self.context.services, self.context.actor, self.about

        def choices(name: str) -> tuple[Choice, ...]:
            return tuple(Choice(code.code, code.label) for code in services.codes.all(actor, name))

        def read() -> _Read:
            sheet = services.safety.consent_sheet(actor, about.case_id, about.person_id)
            return sheet, choices("language"), choices("guardian_kind")

        def show(answer: _Read) -> None:
            self._draft.filling(lambda: self._show(*answer))
            if with_draft:
                self._draft.load(self._take_draft)

        self.context.lanes.read(self, read, show, latest="sheet")

    def _show(self, sheet: ConsentSheet, languages: tuple[Choice, ...], kinds: tuple[Choice, ...]) -> None:
        self._sheet = sheet
        who = sheet.name if sheet.is_minor else self.tr("{name}, alone").format(name=sheet.name)
        self.set_title(self.tr("Consent sheet"), who)
        self.reading.set_points(sheet.points)
        self.reading.tick.setChecked(False)
        self.decisions.set_sheet(sheet)
        self.helpers.set_sheet(sheet, languages, kinds)
        self.health.set_allowed(is_allowed=sheet.is_health_open)
        self.health.form.field("is_pregnant").setVisible(sheet.sex != "male")
        self._print.setEnabled(can_print(self.context))
        self._say_main()
        if not self.health.isAncestorOf(self.focusWidget() or self):
            self.reading.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_main(self) -> None:
        goes_on = not self.decisions.decisions() and self._leads_on()
        self._main.setText(self.tr("Go on to the talk alone") if goes_on else self.tr("Store the consent"))
        self._main.setToolTip(with_keys(self._main.text(), "Ctrl+Return"))

    def _leads_on(self) -> bool:
        sheet = self._sheet
        if sheet is None or not sheet.needs_screen or not self.context.may(Right.SAFETY_WRITE):
            return False
        clinical = {kind.code for kind in sheet.kinds if kind.opens == "clinical"}
        return any(row.kind in clinical and row.decision is ConsentDecision.GIVEN for row in sheet.rows)

    def _go_on(self) -> None:
        self.context.navigate("screen", self.about)

    def _drafts(self) -> tuple[ConsentDraft, ...]:
        helpers = self.helpers.values()
        interpreter = helpers["interpreter"]
        return tuple(
            ConsentDraft(
                self.about.case_id,
                self.about.person_id,
                kind,
                decision,
                guardian_name=helpers["guardian"],
                was_read_aloud=self.reading.tick.isChecked(),
                witnesses=self.helpers.witnesses(),
                interpreter_name=interpreter,
                interpreter_language=helpers["language"] if interpreter else "",
                interpreter_pledged=bool(interpreter and helpers["pledge"]),
                guardian_kind=helpers["guardian_kind"],
                has_custody=self.helpers.has_custody(),
                judge_order=helpers["judge_order"],
                head_reason=helpers["head_reason"],
            )
            for kind, decision in self.decisions.decisions().items()
        )

    def _on_saved(self, _rows: tuple[ConsentRow, ...]) -> None:
        self._set_saving(False)
        self._draft.forget()
        self._stored.setText("")
        self.context.toasts.show(self.tr("The consent is stored"))
        self._load(with_draft=False)

    def _on_refused(self, error: Exception) -> None:
        self._set_saving(False)
        if not isinstance(error, AppError):
            self.context.errors.present(error)
            return
        each = error.errors if isinstance(error, InvalidDraft) and error.errors else (error,)
        left = [one for one in each if one.field is None or not self.set_error(one.field, sentence_of(one))]
        if left:
            self.context.errors.present(left[0])
        else:
            self.helpers.form.focus_first_error()

    def _set_saving(self, is_saving: bool) -> None:
        self._is_saving = is_saving
        self._main.setEnabled(not is_saving)

    def _on_typed(self) -> None:
        self._draft.touch()
        self._say_main()

    def _snapshot(self) -> dict[str, Any]:
        return {
            "was_read": self.reading.tick.isChecked(),
            "decisions": self.decisions.values(),
            "helpers": self.helpers.values(),
            "health": self.health.values(),
        }

    def _take_draft(self, content: dict[str, Any]) -> None:
        self.reading.tick.setChecked(bool(content.get("was_read")))
        self.decisions.set_values(content.get("decisions", {}))
        self.helpers.set_values(content.get("helpers", {}))
        self.health.set_values(content.get("health", {}))
        self._stored.setText(self.tr("What you typed before is here again"))
        self._say_main()
