"""The plan, made with the client in the client's words (§4.1); the code word is on no paper (P-2)."""

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from services.errors import StaleError
from services.persian.jalali import format_date
from services.safety import PlanDetail, PlanDraft, PlanPrompt
from ui.context import AppContext
from ui.navigation import ASKING, Page
from ui.runtime.page_draft import PageDraft
from ui.runtime.shortcuts import with_keys
from ui.safety.argument import SafetyArgument, read_argument
from ui.safety.card_question import ask_for_card
from ui.safety.printing import can_print, print_card
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.date_edit import JalaliDateEdit
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import OneLine
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.multiline_edit import MultilineEdit
from ui.widgets.notices import ConflictBar
from ui.widgets.segments import Segments
from ui.widgets.tick import Tick

FORM = "safety_plan"
_LINE = "\n"


class PlanPage(Page):
    """Argument: a `SafetyArgument`; `then` is the page that follows. Incomplete plans are stored too."""

    widest = ASKING
    is_interview = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.about: SafetyArgument = read_argument(argument)
        self._plan: PlanDetail | None = None
        self._prompts: dict[str, PlanPrompt] = {}
        self.forms: dict[str, FormGrid] = {}
        self._stored = OneLine("", "quiet")
        self.conflict = ConflictBar()
        self.together = Tick(self.tr("Made together with the person"))
        self._card = QuietButton(self.tr("Card of numbers"), "card-text-outline")
        self._main = PrimaryButton(self.tr("Store the plan"))
        self._fill_page()
        self._draft = PageDraft(self, context, FORM, self.about.subject(), self._snapshot)
        self._draft.stored.connect(lambda: self._stored.setText(self.tr("Draft stored")))
        self.together.changed.connect(self._draft.touch)
        self.conflict.reload_wanted.connect(self._reload)
        self.conflict.keep_wanted.connect(self._keep)

    def activate(self, argument: Any = None) -> None:
        self._load(with_draft=True)

    def leave(self) -> None:
        self._draft.flush()

    def main_action(self) -> None:
        """Ctrl+Enter: store the plan."""
        if self._plan is None or not all(form.check() for form in self.forms.values()):
            return
        draft = PlanDraft(
            self.about.case_id,
            self.about.person_id,
            self.together.isChecked(),
            tuple(self._texts().items()),
            self._plan.version,
        )
        safety, actor = self.context.services.safety, self.context.actor
        self.context.lanes.write(self, lambda: safety.save_plan(actor, draft), self._on_saved, self._on_refused)

    def field(self, code: str) -> Field:
        """The field of a prompt."""
        return self.forms[self._prompts[code].phase].field(code)

    def missing(self) -> tuple[str, ...]:
        """The required prompts without an answer."""
        texts = self._texts()
        return tuple(code for code, prompt in self._prompts.items() if prompt.is_required and not texts.get(code))

    def _fill_page(self) -> None:
        self.set_title(self.tr("Plan"))
        self.chips.addWidget(self._stored)
        self._main.setToolTip(with_keys(self._main.text(), "Ctrl+Return"))
        self._main.clicked.connect(self.main_action)
        self._card.clicked.connect(self._give_card)
        self._card.setEnabled(can_print(self.context))
        self.add_button(self._card)
        self.add_button(self._main)
        self.body.addWidget(self.conflict)
        self.body.addWidget(self.together)
        self.body.addStretch(1)

    def _load(self, *, with_draft: bool) -> None:
        safety, actor, about = self.context.services.safety, self.context.actor, self.about

        def show(plan: PlanDetail) -> None:
            self._plan = plan
            self._draft.filling(lambda: self._show(plan))
            if with_draft:
                self._draft.load(self._take_draft)

        self.context.lanes.read(self, lambda: safety.plan(actor, about.case_id, about.person_id), show, latest="plan")

    def _show(self, plan: PlanDetail) -> None:
        for phase in plan.phases:
            if phase.code in self.forms:
                continue
            card, form = Card(phase.title, phase.hint), FormGrid(columns=2)
            for prompt in phase.prompts:
                self._prompts[prompt.code] = prompt
                wide = 2 if prompt.kind in ("text", "checklist") else 1
                field = Field(prompt.text, self._edit(prompt), prompt.hint, required=prompt.is_required)
                form.add(prompt.code, field, wide)
            form.changed.connect(self._draft.touch)
            card.add(form)
            self.forms[phase.code] = form
            self.body.insertWidget(self.body.count() - 2, card)
        self.together.setChecked(plan.made_with_client)
        self._put(dict(plan.content))
        first = next(iter(self.forms.values()), None)
        if first is not None:
            first.focus_first()

    def _edit(self, prompt: PlanPrompt) -> QWidget:
        if prompt.kind == "checklist":
            return MultiChoice([Choice(item, item) for item in prompt.items])
        if prompt.kind == "yes_no":
            return Segments((Choice("yes", self.tr("Yes")), Choice("no", self.tr("No"))), walks_on=True)
        if prompt.kind == "date":
            return JalaliDateEdit()
        edit = MultilineEdit(lines=1, max_lines=12)
        edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return edit

    def _texts(self) -> dict[str, str]:
        """Each answer as the text that is stored."""
        texts = {}
        for code in self._prompts:
            value = self.field(code).value()
            if isinstance(value, tuple):
                texts[code] = _LINE.join(value)
            else:
                texts[code] = format_date(value) if isinstance(value, date) else str(value or "")
        return texts

    def _put(self, texts: dict[str, str]) -> None:
        for code, prompt in self._prompts.items():
            text = texts.get(code, "")
            edit = self.field(code).edit
            if isinstance(edit, MultiChoice):
                edit.set_value(item for item in text.split(_LINE) if item in prompt.items)
            elif isinstance(edit, JalaliDateEdit):
                edit.setText(text)
                edit.check()
            else:
                self.field(code).set_value(text)

    def _on_saved(self, _row_id: UUID) -> None:
        self._draft.forget()
        self.conflict.hide()
        left = len(self.missing())
        self.context.toasts.show(self.tr("Stored; some questions are still open") if left else self.tr("Stored"))
        if self.about.then:
            self.context.navigate(self.about.then, SafetyArgument(self.about.case_id, self.about.person_id))
        else:
            self._load(with_draft=False)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, StaleError):
            self.conflict.show()
        else:
            self.context.errors.present(error, self)

    def set_error(self, path: str, sentence: str) -> bool:
        """Put a service's error beside its prompt; False when no prompt bears that name."""
        code = path.removeprefix("content.")
        if code not in self._prompts:
            return False
        self.field(code).set_error(sentence)
        return True

    def focus_first_error(self) -> None:
        for form in self.forms.values():
            if any(field.error() for field in form.fields().values()):
                form.focus_first_error()
                return

    def _reload(self) -> None:
        self.conflict.hide()
        self._draft.forget()
        self._load(with_draft=False)

    def _keep(self) -> None:
        """Mine over theirs: read the version that stands now, and store once more."""
        safety, actor, about = self.context.services.safety, self.context.actor, self.about

        def again(plan: PlanDetail) -> None:
            self._plan = plan
            self.main_action()

        self.context.lanes.read(
            self, lambda: safety.plan(actor, about.case_id, about.person_id), again, latest="plan"
        )

    def _give_card(self) -> None:
        if ask_for_card(self.window()):
            print_card(self.context, self.about)

    def _snapshot(self) -> dict[str, Any]:
        texts = self._texts()
        for code in self._prompts:
            edit = self.field(code).edit
            if isinstance(edit, JalaliDateEdit):
                texts[code] = edit.text()  # also a day that is only half typed
        return {"texts": texts, "together": self.together.isChecked()}

    def _take_draft(self, content: dict[str, Any]) -> None:
        self._put(content.get("texts", {}))
        self.together.setChecked(bool(content.get("together")))
        self._stored.setText(self.tr("What was written before is here again"))
