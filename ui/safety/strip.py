"""The strip on the case page: where each person stands before a joint session, and the next step (R-22, P-1).

It says the same of everybody: what was done and what comes next. Results, refusals and reasons stand on the safety
pages alone; flags are letters whose words appear while F8 is held (P-3, P-4).
"""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.actor import Right
from services.safety import PartySafety, SafetyState
from ui.context import AppContext
from ui.safety.argument import SafetyArgument
from ui.safety.party_line import PartyLine
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card, Line
from ui.widgets.labels import Chip, Words

NOUNS = ("case", "party", "consent", "screen", "flag", "danger", "invitation")


class SafetyStrip(Card):
    """`SafetyStrip(context, case_id)`: loads itself, follows every change, hides from who may not take consents.

    `loaded` carries the `SafetyState` each time it is fresh.
    """

    loaded = Signal(object)

    def __init__(self, context: AppContext, case_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Talks with each person"))
        self._context, self._case_id = context, case_id
        self._state: SafetyState | None = None
        self._offers = True
        self._joint = Chip("", "quiet")
        self._details = LinkButton(self.tr("Details"), "chevron-left")
        self._details.clicked.connect(lambda: context.navigate("safety", case_id))
        self.header.addWidget(self._joint)
        self.header.addWidget(self._details)
        self._details.setVisible(context.may(Right.SAFETY_READ))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        self.add(self._rows)
        self._may_see = context.may(Right.CONSENT_WRITE)
        if self._may_see:
            context.bus.on(self, NOUNS, self.refresh)
            self.refresh()
        else:
            self.hide()

    def state(self) -> SafetyState | None:
        """What is shown; None before the first answer."""
        return self._state

    def hide_details(self) -> None:
        """On the page that the details lead to."""
        self._details.hide()

    def set_offers(self, offers: bool) -> None:
        """Whether the next talk is offered: a file that is over is only looked at."""
        if offers != self._offers:
            self._offers = offers
            for line in self.lines():
                line.set_offers(offers)

    def refresh(self) -> None:
        """Ask again; nothing flickers while the answer is under way."""
        safety, actor, case_id = self._context.services.safety, self._context.actor, self._case_id
        self._context.lanes.read(self, lambda: safety.outline(actor, case_id), self._show, latest="outline")

    def lines(self) -> tuple[PartyLine, ...]:
        """One line a person, in the order of the file."""
        return tuple(self.findChildren(PartyLine))

    def _show(self, state: SafetyState) -> None:
        if state == self._state:
            return
        self._state = state
        focused = next((line.party.person_id for line in self.lines() if line.holds_keyboard()), None)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for place, party in enumerate(state.parties):
            if place:
                self._rows.addWidget(Line())
            self._rows.addWidget(self._line(party))
        if not state.parties:
            self._rows.addWidget(Words(self.tr("No party is registered yet."), "quiet"))
        if state.gate.is_open:
            self._joint.set(self.tr("Joint session: ready"), "accent")
        else:
            self._joint.set(self.tr("Separate sessions for now"), "quiet")
        for line in self.lines():
            if line.party.person_id == focused:
                line.take_keyboard()
        self.loaded.emit(state)

    def _line(self, party: PartySafety) -> PartyLine:
        line = PartyLine(party, may_screen=self._context.may(Right.SAFETY_WRITE))
        line.wanted.connect(self._open)
        line.set_offers(self._offers)
        return line

    def _open(self, step: str, person_id: UUID) -> None:
        self._context.navigate(PAGE_OF_STEP[step], SafetyArgument(self._case_id, person_id))


PAGE_OF_STEP = {
    "consent": "consent",
    "screen": "screen",
    "joint_consent": "last_questions",
    "invite_answer": "last_questions",
    "danger": "danger",
}
"""The page on which a step is taken."""
