"""The separate talks of a case: where each person stands, the marks, the decision about sitting together."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from services.actor import Right
from services.persian.digits import to_persian
from services.safety import JointPolicy, SafetyState
from ui.context import AppContext
from ui.navigation import READING, Page
from ui.safety.flag_sheets import PolicySheet
from ui.safety.flag_works import present_in
from ui.safety.flags_card import FlagsCard
from ui.safety.reveal import DOTS, Reveal
from ui.safety.strip import NOUNS, SafetyStrip
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.choice_edit import Choice
from ui.widgets.labels import Words

Read = tuple[SafetyState, Sequence[Choice], Sequence[Choice], Sequence[Choice]]


class SafetyPage(Page):
    """Argument: the case's id. Opening it is logged, because it names dangers."""

    widest = READING
    is_interview = True

    def __init__(self, context: AppContext, argument: Any = None, parent: QWidget | None = None) -> None:
        super().__init__(context, argument, parent)
        self.case_id: UUID = argument if isinstance(argument, UUID) else UUID(str(argument))
        self._state: SafetyState | None = None
        self._policies: Sequence[Choice] = ()
        self.set_title(self.tr("Separate talks"))
        back = QuietButton(self.tr("The file"), "arrow-right")
        back.clicked.connect(lambda: context.navigate("case", self.case_id))
        self.add_button(back)
        self.strip = SafetyStrip(context, self.case_id)
        self.strip.hide_details()
        self.flags = FlagsCard(context, self.case_id)
        self.flags.raise_button.setVisible(context.may(Right.SAFETY_WRITE))
        self._policy = Words("", "strong")
        self._reason = Words("", "quiet", wrap=True)
        self.reveal = Reveal()
        self.reveal.changed.connect(lambda _shown: self._show_reason())
        self.change = LinkButton(self.tr("Change with a reason"), "pencil-outline")
        self.change.clicked.connect(self.open_policy)
        for card in (self.strip, self.flags, self._policy_card()):
            self.body.addWidget(card)
        self.change.setVisible(context.may(Right.SAFETY_WRITE))
        self.body.addStretch(1)
        context.bus.on(self, NOUNS, self._refresh)

    def activate(self, argument: Any = None) -> None:
        self._refresh()

    def open_policy(self) -> None:
        """The sheet that changes the decision about joint sessions."""
        if self._state is None:
            return
        sheet = PolicySheet(self, self._policies, self._state.policy)
        sheet.submitted.connect(lambda: self._store_policy(sheet))
        sheet.kept_about = self._state.case_id.hex
        sheet.open_sheet()

    def _policy_card(self) -> Card:
        card = Card()
        card.set_title(self.tr("Joint session"))
        card.header.addWidget(self.reveal)
        card.header.addWidget(self.change)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._policy)
        row.addWidget(self._reason, 1)
        card.add(row)
        return card

    def _refresh(self) -> None:
        services, actor, case_id = self.context.services, self.context.actor, self.case_id

        def choices(name: str) -> Sequence[Choice]:
            return tuple(Choice(code.code, code.label) for code in services.codes.all(actor, name))

        def read() -> Read:
            state = services.safety.state(actor, case_id)
            return state, choices("risk_flag_kind"), choices("flag_level"), choices("joint_policy")

        self.context.lanes.read(self, read, self._show, latest="state")

    def _show(self, answer: Read) -> None:
        state, kinds, levels, self._policies = answer
        self._state = state
        self.set_title(self.tr("Separate talks"), self.tr("File {number}").format(number=to_persian(state.case_no)))
        self.flags.show_state(state, kinds, levels)
        self._policy.setText(state.policy_label)
        self._show_reason()

    def _show_reason(self) -> None:
        reason = self._state.policy_reason if self._state is not None else ""
        self._reason.setText((reason if self.reveal.is_shown() else DOTS) if reason else "")

    def _store_policy(self, sheet: PolicySheet) -> None:
        values = sheet.form.values()
        if not sheet.form.check() or not values["policy"]:
            return
        safety, actor = self.context.services.safety, self.context.actor
        policy, reason = JointPolicy(values["policy"]), str(values["reason"])

        def stored(_policy: JointPolicy) -> None:
            sheet.close_sheet()
            self.context.toasts.show(self.tr("Stored"))

        self.context.lanes.write(
            self,
            lambda: safety.set_policy(actor, self.case_id, policy, reason),
            stored,
            lambda error: present_in(self.context, sheet, error),
        )
