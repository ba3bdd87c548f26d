"""What is asked after the talk, alone: sitting together, and inviting the other side (R-7, P-1, P-19)."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from services.safety import ConsentDecision, ConsentDraft, ConsentSheet, InviteAnswer, PartySafety
from ui.context import AppContext
from ui.navigation import Page
from ui.runtime.shortcuts import with_keys
from ui.safety.argument import SafetyArgument, read_argument
from ui.theme.theme import px
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.labels import Words
from ui.widgets.segments import Segments

_WIDTH = 780


class LastQuestionsPage(Page):
    """Argument: a `SafetyArgument`. Asks only what may be asked of this person now; both may stay open."""

    widest = _WIDTH
    is_interview = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.about: SafetyArgument = read_argument(argument)
        self._sheet: ConsentSheet | None = None
        self._party: PartySafety | None = None
        self._waiting = 0
        self.set_title(self.tr("Last questions"))
        self._main = PrimaryButton(self.tr("Store and close"))
        self._main.setToolTip(with_keys(self._main.text(), "Ctrl+Return"))
        self._main.clicked.connect(self.main_action)
        self.add_button(self._main)
        self.joint = Segments(
            (
                Choice(ConsentDecision.GIVEN.value, self.tr("Yes")),
                Choice(ConsentDecision.REFUSED.value, self.tr("No")),
            ),
            walks_on=True,
        )
        self.invitation = Segments(
            (
                Choice(InviteAnswer.NO_OBJECTION.value, self.tr("Nothing against it")),
                Choice(InviteAnswer.NOT_YET.value, self.tr("Not yet")),
                Choice(InviteAnswer.NEVER.value, self.tr("Never")),
            ),
            walks_on=True,
        )
        self._fill_page()

    def activate(self, argument: Any = None) -> None:
        safety, actor, about = self.context.services.safety, self.context.actor, self.about

        def read() -> tuple[ConsentSheet, PartySafety | None]:
            sheet = safety.consent_sheet(actor, about.case_id, about.person_id)
            parties = safety.outline(actor, about.case_id).parties
            return sheet, next((party for party in parties if party.person_id == about.person_id), None)

        self.context.lanes.read(self, read, lambda answer: self._show(*answer), latest="state")

    def main_action(self) -> None:
        """Store what was answered; what was not stays open for another day."""
        if self._sheet is None or self._party is None or self._waiting:
            return
        writes = self._writes(self._sheet, self._party)
        if not writes:
            self._go()
            return
        self._waiting = len(writes)
        for write in writes:
            self.context.lanes.write(self, write, lambda _value: self._on_saved(), self._on_refused)

    def _fill_page(self) -> None:
        card = Card()
        self._words = Words("", "quiet", wrap=True)
        card.add(self._words)
        self._asked: dict[str, tuple[Words, Segments]] = {}
        for name, words, answer in (
            ("joint", self.tr("Would you like to sit down with the other person here, with us?"), self.joint),
            ("invitation", self.tr("May we invite the other person, for another hour?"), self.invitation),
        ):
            question = Words(words, "readAloud", wrap=True)
            answer.setAccessibleName(words)
            self._asked[name] = (question, answer)
            card.body.addSpacing(px(8))
            card.add(question)
            card.add(answer)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def _show(self, sheet: ConsentSheet, party: PartySafety | None) -> None:
        self._sheet, self._party = sheet, party
        self.set_title(self.tr("Last questions"), self.tr("{name}, alone").format(name=sheet.name))
        asks_joint = any(kind.opens == "joint" for kind in sheet.kinds)
        asks_invitation = party is not None and party.is_inviting
        for name, is_asked in (("joint", asks_joint), ("invitation", asks_invitation)):
            for widget in self._asked[name]:
                widget.setVisible(is_asked)
        if party is not None and party.invite_answer != InviteAnswer.UNASKED.value:
            self.invitation.set_value(party.invite_answer)
        if asks_joint or asks_invitation:
            self._words.setText(self.tr("Nobody is told what you answer, and you may change it at any time."))
        else:
            self._words.setText(self.tr("Nothing is left to ask now."))
        first = self.joint if asks_joint else self.invitation
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _writes(self, sheet: ConsentSheet, party: PartySafety) -> list[Any]:
        safety, actor, about = self.context.services.safety, self.context.actor, self.about
        writes: list[Any] = []
        kind = next((kind.code for kind in sheet.kinds if kind.opens == "joint"), "")
        if kind and self.joint.value():
            draft = self._joint_draft(sheet, kind)
            writes.append(lambda: safety.record_consents(actor, (draft,)))
        if party.is_inviting and self.invitation.value() not in ("", party.invite_answer):
            answer = InviteAnswer(self.invitation.value())
            writes.append(lambda: safety.answer_invitation(actor, about.case_id, party.party_id, answer))
        return writes

    def _joint_draft(self, sheet: ConsentSheet, kind: str) -> ConsentDraft:
        """With the helpers of the first sheet: the question is put aloud."""
        earlier = sheet.earlier
        return ConsentDraft(
            self.about.case_id,
            self.about.person_id,
            kind,
            ConsentDecision(self.joint.value()),
            guardian_name=(earlier.guardian_name or earlier.judge_order or earlier.head_reason) if earlier else "",
            was_read_aloud=True,
            witnesses=earlier.witnesses if earlier else (),
            interpreter_name=earlier.interpreter_name if earlier else "",
            interpreter_language=earlier.interpreter_language if earlier else "",
            interpreter_pledged=earlier.interpreter_pledged if earlier else False,
        )

    def _on_saved(self) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.context.toasts.show(self.tr("Stored"))
            self._go()

    def _on_refused(self, error: Exception) -> None:
        self._waiting = 0
        self.context.errors.present(error)

    def _go(self) -> None:
        self.context.navigate("case", self.about.case_id)
