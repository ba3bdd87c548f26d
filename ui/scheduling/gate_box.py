"""What stands where a joint session is not to be booked now: one sentence for every eye (P-4).

Why, is told while a key is held, to those who may know, and each time it is recorded. The head may decide against it
with a reason and measures (R-7).
"""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services.actor import Right
from services.codes import Code
from services.scheduling.shapes import GateWords, OverrideDraft
from ui.context import AppContext
from ui.theme.theme import px
from ui.widgets.buttons import LinkButton
from ui.widgets.choice_edit import Choice
from ui.widgets.field import Field
from ui.widgets.form_grid import FormGrid
from ui.widgets.labels import Words
from ui.widgets.line_edit import TextEdit1
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.notices import Notice


class HoldButton(LinkButton):
    """Speaks only while it is held by the mouse or the space bar; silent as soon as the keyboard leaves."""

    enter_clicks = False
    silenced = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "eye-outline", parent)
        self.released.connect(self.silenced)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.silenced.emit()


class GateBox(QWidget):
    """Hidden while nothing is shut. `changed`: the head's decision changed."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case_id: UUID | None = None
        self._is_held = False
        self._notice = Notice("", "information", "account-switch-outline")
        self.why = HoldButton(self.tr("Why?"))
        self.why.setToolTip(self.tr("Hold the mouse button or the space bar; the reading is recorded."))
        self.why.pressed.connect(self._ask)
        self.why.silenced.connect(self._silence)
        self._notice.buttons.addWidget(self.why)
        self.why.setVisible(context.may(Right.SAFETY_READ))
        self._conditions = Words("", "quiet", wrap=True)
        self._conditions.hide()
        self._decision = FormGrid(1)
        self._decision.add("reason", Field(self.tr("Reason of the head"), TextEdit1(), required=True))
        self._decision.add("measures", Field(self.tr("Safety measures"), MultiChoice(), required=True))
        self._decision.changed.connect(self.changed)
        self._decision.hide()
        self.decide = LinkButton(self.tr("Decide otherwise, with reason and measures"), "gavel")
        self.decide.clicked.connect(lambda: self._open_decision(is_open=self._decision.isHidden()))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(px(8))
        box.addWidget(self._notice)
        box.addWidget(self._conditions)
        box.addWidget(self.decide, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._decision)
        self.hide()

    def set_case(self, case_id: UUID | None, measures: Sequence[Code]) -> None:
        self._case_id = case_id
        edit = self._decision.field("measures").edit
        assert isinstance(edit, MultiChoice)
        edit.set_choices([Choice(code.code, code.label) for code in measures])

    def stops(self) -> tuple[QWidget, ...]:
        """From the top, for the tab order."""
        return (self.why, self.decide, *(field.edit for field in self._decision.fields().values()))

    def show_state(self, words: str, *, is_overridable: bool) -> None:
        """The first answer, or none."""
        self._notice.set_sentence(words)
        self.decide.setVisible(is_overridable)
        if not is_overridable:
            self._open_decision(is_open=False)
        self.setVisible(bool(words))

    def sentence(self) -> str:
        """The first answer as it stands, "" for none."""
        return self._notice.sentence() if self.is_open() else ""

    def is_open(self) -> bool:
        """Whether a joint session is shut now."""
        return not self.isHidden()

    def is_deciding(self) -> bool:
        return self.is_open() and not self._decision.isHidden()

    def override(self) -> OverrideDraft | None:
        """The head's decision as typed; None while the head decides nothing."""
        if not self.is_deciding():
            return None
        values = self._decision.values()
        return OverrideDraft(values["reason"], tuple(values["measures"]))

    def set_error(self, key: str, sentence: str) -> bool:
        """An error of the decision beside its field."""
        part, _, field = key.partition(".")
        return part == "override" and self._decision.set_error(field, sentence)

    def focus_first_error(self) -> None:
        self._decision.focus_first_error()

    def _open_decision(self, *, is_open: bool) -> None:
        self._decision.setVisible(is_open)
        if is_open:
            self._decision.focus_first()
        self.changed.emit()

    def _ask(self) -> None:
        case_id = self._case_id
        if case_id is None:
            return
        self._is_held = True
        scheduling, actor = self._context.services.scheduling, self._context.actor
        read: Callable[[], GateWords] = lambda: scheduling.gate_words(actor, case_id)  # noqa: E731
        self._context.lanes.read(self, read, self._tell, self._context.errors.present, latest="why")

    def _tell(self, told: GateWords) -> None:
        if not self._is_held:
            return
        names = [name for name, _ in told.conditions]
        lines = [f"{name}: {words}" if name else words for name, words in zip(names, told.words, strict=True)]
        self._conditions.setText("\n".join(lines))
        self._conditions.show()

    def _silence(self) -> None:
        self._is_held = False
        self._context.lanes.void(self, "why")
        self._conditions.setText("")
        self._conditions.hide()
