"""The steps of an imminent danger, from who stays beside the person to with whom the person left (P-11).

It needs no consent and can't be skipped: one leaves by completing it or by «complete it later», which keeps it at
the top of the home page.
"""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from services.errors import AppError, InvalidDraft
from services.safety import DangerDetail, DangerDraft, StepDraft
from ui.context import AppContext
from ui.navigation import ASKING, Page
from ui.runtime.errors import sentence_of
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import with_keys
from ui.safety.argument import SafetyArgument, read_argument
from ui.safety.card_question import ask_for_card
from ui.safety.clock_line import ClockLine
from ui.safety.moment_edit import MomentEdit, moment_words
from ui.safety.printing import can_print, print_card, print_urgent
from ui.safety.step_card import StepCard
from ui.widgets.ask import Action, ask
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import OneLine
from ui.widgets.line_edit import TextEdit1
from ui.widgets.walking import bring_into_view

FORM = "danger"


class DangerPage(Page):
    """Argument: a `SafetyArgument` (with `danger_id` a completed page is shown), or the subject of its draft."""

    widest = ASKING
    is_interview = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.about: SafetyArgument = read_argument(argument)
        self._detail: DangerDetail | None = None
        self._is_released = self._is_saving = False
        self._stored = OneLine("", "quiet")
        self.clock = ClockLine(context.services.uow.clock.now)
        self.known = MomentEdit()
        self.head = FormGrid(columns=2)
        self.steps: dict[str, StepCard] = {}
        self._card = QuietButton(self.tr("Card of numbers"), "card-text-outline")
        self._later = QuietButton(self.tr("Complete it later"))
        self._main = PrimaryButton(self.tr("Store and close"))
        self._fill_page()
        self._draft = PageDraft(self, context, FORM, self.about.subject(), self._snapshot)
        self._draft.stored.connect(lambda: self._stored.setText(self.tr("Draft stored")))
        self.head.changed.connect(self._draft.touch)

    # --- the page's life --------------------------------------------------------------------------------------

    def activate(self, argument: Any = None) -> None:
        safety, actor, about = self.context.services.safety, self.context.actor, self.about
        self._is_released = False
        self.context.lanes.read(
            self,
            lambda: safety.danger(actor, about.case_id, about.person_id, about.danger_id),
            self._on_detail,
            latest="detail",
        )

    def can_leave(self) -> bool:
        """Only by completing it, or by saying that it will be completed later."""
        if self._is_released or not self._holds_back():
            return True
        sentence = self.tr("This page is not complete. It stays at the top of the first page until it is.")
        later = Action("later", self.tr("Complete it later"))
        stay = Action("stay", self.tr("Stay here"), "primary")
        if ask(self.window(), self.tr("Leave this page?"), sentence, (later, stay)) != "later":
            return False
        self._store(is_complete=False, leaves=True)
        return True

    def leave(self) -> None:
        self._draft.flush()

    def main_action(self) -> None:
        """Ctrl+Enter: complete the page; what is missing is named at its step."""
        if self._detail is not None and not self._is_saving:
            self._store(is_complete=True)

    def set_error(self, path: str, sentence: str) -> bool:
        """Put a service's error at its step or field; False when nothing here bears that name."""
        noun, _, rest = path.partition(".")
        if noun == "steps":
            code, _, key = rest.partition(".")
            card = self.steps.get(code)
            if card is None:
                return False
            bring_into_view(card)
            return card.set_error(key, sentence)
        return self.head.set_error(path, sentence)

    def focus_first_error(self) -> None:
        for form in (self.head, *(card.form for card in self.steps.values())):
            if any(field.error() for field in form.fields().values()):
                form.focus_first_error()
                return

    # --- building -----------------------------------------------------------------------------------------------

    def _fill_page(self) -> None:
        self.set_title(self.tr("Steps of today"))
        self.chips.addWidget(self._stored)
        self._main.setToolTip(with_keys(self._main.text(), "Ctrl+Return"))
        self._main.clicked.connect(self.main_action)
        self._later.clicked.connect(self._leave_for_later)
        self._card.clicked.connect(self._give_card)
        for button in (self._card, self._later, self._main):
            self.add_button(button)
        self._card.setEnabled(can_print(self.context))
        top = Card()
        self.head.add("known_at", Field(self.tr("Hour of knowledge"), self.known, required=True))
        reason = Field(self.tr("Why it did not wait for consent"), TextEdit1())
        self.head.add("no_consent_reason", reason)
        top.body.setSpacing(0)
        top.add(self.head)
        top.add(self.clock)
        self.body.addWidget(top)
        self.body.addStretch(1)

    def _on_detail(self, detail: DangerDetail) -> None:
        self._detail = detail
        self._draft.filling(lambda: self._show(detail))
        if not detail.is_complete:
            self._draft.load(self._take_draft)

    def _show(self, detail: DangerDetail) -> None:
        self.set_title(self.tr("Steps of today"), self._subtitle_of(detail))
        self.clock.set_end(detail.clock_ends_at)
        now = self.context.services.uow.clock.now
        self.known.set_value(detail.known_at or now())
        self.head.set_values({"no_consent_reason": detail.no_consent_reason})
        self.head.field("no_consent_reason").setVisible(not detail.consent_holds)
        done = {step.code: step for step in detail.done}
        for step in detail.steps:
            card = self.steps.get(step.code)
            if card is None:
                card = StepCard(step, now)
                card.changed.connect(self._draft.touch)
                card.opened.connect(self._open)
                self.steps[step.code] = card
                self.body.insertWidget(self.body.count() - 1, card)
            if step.code in done:
                card.set_draft(done[step.code])
        self._later.setVisible(not detail.is_complete)
        first = next((card for card in self.steps.values() if card.draft() is None), None)
        if first is not None:
            first.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _subtitle_of(self, detail: DangerDetail) -> str:
        if detail.recorded_at is None:
            return detail.name
        words = self.tr("{name}; typed at {typed}")
        return words.format(name=detail.name, typed=moment_words(detail.recorded_at))

    # --- storing ------------------------------------------------------------------------------------------------

    def _holds_back(self) -> bool:
        """Whether there is something to complete: a page that stands open, or words that were typed."""
        detail = self._detail
        if detail is None or detail.is_complete:
            return False
        return detail.id is not None or self._draft.is_dirty()

    def _store(self, *, is_complete: bool, leaves: bool = False) -> None:
        detail = self._detail
        if detail is None or not (self.head.check() or leaves):
            return
        draft = DangerDraft(
            self.about.case_id,
            self.about.person_id,
            self.known.value() or detail.known_at or self.context.services.uow.clock.now(),
            str(self.head.field("no_consent_reason").value()),
            self._step_drafts(),
            is_complete,
            detail.id,
        )
        safety, actor = self.context.services.safety, self.context.actor
        self._is_saving = True
        self.context.lanes.write(
            self,
            lambda: safety.record_danger(actor, draft),
            lambda row_id: self._on_saved(row_id, is_complete=is_complete, leaves=leaves),
            self._on_refused,
        )

    def _step_drafts(self) -> tuple[StepDraft, ...]:
        return tuple(draft for card in self.steps.values() if (draft := card.draft()) is not None)

    def _on_saved(self, _row_id: UUID, *, is_complete: bool, leaves: bool) -> None:
        self._is_saving = False
        self._draft.forget()
        self._stored.setText("")
        if is_complete:
            self.context.toasts.show(self.tr("Stored"))
        if is_complete or leaves:
            self._is_released = True
        if is_complete:
            self.context.navigate("case", self.about.case_id)

    def _on_refused(self, error: Exception) -> None:
        self._is_saving = False
        each = error.errors if isinstance(error, InvalidDraft) else (error,)
        left = [one for one in each if not self._put_error(one)]
        if left:
            self.context.errors.present(left[0])
        if len(left) < len(each):
            self.focus_first_error()

    def _put_error(self, error: Exception) -> bool:
        return (
            isinstance(error, AppError)
            and error.field is not None
            and self.set_error(error.field, sentence_of(error))
        )

    def _leave_for_later(self) -> None:
        self._is_released = True
        self._store(is_complete=False, leaves=True)
        self.context.navigate("case", self.about.case_id)

    def _open(self, wanted: str) -> None:
        """The plan, or the letter with that id; what was done so far is stored first."""
        self._is_released = True
        self._store(is_complete=False, leaves=True)
        if wanted == "plan":
            self.context.navigate("safety_plan", SafetyArgument(self.about.case_id, self.about.person_id, FORM))
        else:
            print_urgent(self.context, self.about, wanted)

    def _give_card(self) -> None:
        if ask_for_card(self.window()):
            print_card(self.context, self.about)

    # --- drafts -------------------------------------------------------------------------------------------------

    def _snapshot(self) -> dict[str, Any]:
        return {
            "known": self.known.texts(),
            "reason": str(self.head.field("no_consent_reason").value()),
            "steps": {code: card.values() for code, card in self.steps.items()},
        }

    def _take_draft(self, content: dict[str, Any]) -> None:
        self.known.set_texts(list(content.get("known", ["", ""])))
        self.head.set_values({"no_consent_reason": content.get("reason", "")})
        for code, values in content.get("steps", {}).items():
            if code in self.steps:
                self.steps[code].set_values(values)
        self._stored.setText(self.tr("What was written before is here again"))
